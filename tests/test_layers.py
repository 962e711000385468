"""The shape of the program: imports point downward only, files are touched in few places, words are said in one."""

from __future__ import annotations

import ast
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

import jdgen

PACKAGE = Path(jdgen.__file__).parent

LAYERS = (
    "__main__",  # `python -m jdgen`
    "cli",  # arguments in, messages and exit codes out
    "diagnosis",  # what the machine lacks
    "generate",  # the pipeline
    "press",  # role to documents in every format
    "workspace",  # find, read, write
    "formats",  # document to bytes
    "documents",  # role to document
    "checks",  # role and texts to findings
    "packet",  # results to what the debrief reads
    "scoring",  # role and scorecards to results
    "intake",  # filled scorecards against the role
    "role",  # layers to role
    "language",  # how documents speak
    "source",  # text to model
    "schema",  # what users write
    "early",  # a process that is there before it is needed
    "parallel",  # work in processes beside this one
    "errors",  # what can be wrong
    "stages",  # names of a company's stages
    "__init__",  # the version
)
"""From the top down; a module imports from its own layer and from those below."""

LIBRARIES = {
    "click": {"cli"},
    "pydantic": {"schema", "source"},
    "pydantic_core": {"source"},
    "yaml": {"source", "diagnosis"},
    "jinja2": {"documents"},
    "markupsafe": {"documents", "formats"},
    "markdown": {"formats"},
    "babel": {"language"},
    "weasyprint": {"formats"},
    "fontTools": {"formats"},
    "pydyf": {"formats"},
    "tinyhtml5": {"formats"},
    "lxml": {"formats"},
    "docx": {"formats"},
    "pypdf": {"source"},
}
"""Which layers may know which library."""

FILES = {
    "open", "read_text", "read_bytes", "write_text", "write_bytes", "unlink", "mkdir", "rmdir", "rename", "touch",
    "glob", "rglob", "iterdir", "copy2", "copy", "symlink_to",
}  # fmt: skip

TOUCHING = {
    "workspace/workspace.py": "finds the user's files",
    "workspace/misnamed.py": "finds those whose names are slips",
    "workspace/reading.py": "reads them",
    "workspace/vacancies.py": "finds the scorecards of a vacancy",
    "workspace/writing.py": "writes them",
    "workspace/watching.py": "looks whether files have changed",
    "workspace/starting.py": "reads what a new workspace begins with",
    "documents/sandbox.py": "Jinja asks for a template when another one names it",
    "documents/compiled.py": "what is compiled depends on two modules beside it",
    "documents/limits.py": "how much memory the process has stands in /proc",
    "formats/html.py": "the fonts that ship go into the page",
    "formats/boards/limits.py": "what boards take is data beside the module",
    "formats/glyphs.py": "which characters the fonts that ship have",
    "formats/images.py": "a template or the company names an image",
    "formats/renderer.py": "which command installs Pango depends on /etc/os-release",
    "checks/posting/data.py": "the tables that rules rest on are JSON beside it",
    "schema/json_schema.py": "descriptions are the docstrings in the package's own source",
    "parallel.py": "how many threads the process has stands in /proc",
    "diagnosis.py": "looks whether the fonts are there",
}
"""Modules that touch files, each with its reason."""

SPEAKING = {"print", "echo", "secho", "exit", "stdout", "stderr", "input"}


@cache
def modules() -> dict[str, ast.Module]:
    return {
        str(path.relative_to(PACKAGE)): ast.parse(path.read_text("utf-8"))
        for path in sorted(PACKAGE.rglob("*.py"))
    }


def layer(module: str) -> str:
    return module.partition("/")[0].removesuffix(".py")


def imported(tree: ast.Module) -> set[str]:
    """Every module that is imported, inside functions and for types too."""
    names = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports name the whole path"
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
    return names


def used(tree: ast.Module, names: set[str]) -> set[str]:
    """Which of `names` are called, or taken as attributes."""
    called = {
        node.func.id
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    }
    taken = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    return names & (called | taken)


def layer_of_import(name: str) -> str | None:
    """The layer that an import reaches into; None for other packages."""
    first, *rest = name.split(".")
    if first != "jdgen":
        return None
    return rest[0] if rest and rest[0] in LAYERS else "__init__"


def test_every_module_belongs_to_a_layer_and_every_layer_has_one() -> None:
    assert {layer(module) for module in modules()} == set(LAYERS)


@pytest.mark.parametrize("module", modules())
def test_imports_point_downward_only(module: str) -> None:
    here = LAYERS.index(layer(module))
    reached = {name: layer_of_import(name) for name in imported(modules()[module])}
    assert [name for name, there in reached.items() if there and LAYERS.index(there) < here] == []


@pytest.mark.parametrize("module", modules())
def test_a_library_is_known_to_its_layers_only(module: str) -> None:
    others = (
        {name.partition(".")[0] for name in imported(modules()[module])} - sys.stdlib_module_names - {"jdgen"}
    )
    assert {name for name in others if layer(module) not in LIBRARIES.get(name, set())} == set()


def test_every_library_that_is_named_here_is_used() -> None:
    others = {name.partition(".")[0] for tree in modules().values() for name in imported(tree)}
    assert set(LIBRARIES) <= others


def test_files_are_touched_in_few_places() -> None:
    assert {module for module, tree in modules().items() if used(tree, FILES)} == set(TOUCHING)


def test_files_are_written_in_one_place() -> None:
    writing = {
        "write_text",
        "write_bytes",
        "unlink",
        "mkdir",
        "rmdir",
        "rename",
        "touch",
        "copy2",
        "copy",
        "open",
        "symlink_to",
    }
    assert {module for module, tree in modules().items() if used(tree, writing)} == {"workspace/writing.py"}


def test_words_are_said_in_the_command_line_only() -> None:
    # These two say nothing; they flush what was said before a process ends or is copied.
    assert {layer(module) for module, tree in modules().items() if used(tree, SPEAKING)} == {
        "__main__",
        "cli",
        "parallel",
    }


def test_no_fault_is_caught_that_nobody_named() -> None:
    caught = [
        (module, node.lineno)
        for module, tree in modules().items()
        for node in ast.walk(tree)
        if isinstance(node, ast.ExceptHandler)
        and (node.type is None or ast.unparse(node.type) in {"Exception", "BaseException"})
    ]
    assert caught == []


def test_weasyprint_is_imported_inside_a_function() -> None:
    at_the_top = {
        alias.name.partition(".")[0]
        for tree in modules().values()
        for node in tree.body
        if isinstance(node, ast.Import)
        for alias in node.names
    }
    assert "click" in at_the_top
    assert "weasyprint" not in at_the_top


@pytest.mark.parametrize("argument", ["--help", "--version"])
def test_help_answers_without_the_libraries(argument: str) -> None:
    code = f"""
import sys
from jdgen.cli import main
try:
    main([{argument!r}])
except SystemExit:
    print(*sorted(set(sys.modules) & {set(LIBRARIES)!r}))
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "click"


def test_markdown_is_made_without_the_libraries_of_other_formats(tmp_path: Path) -> None:
    code = f"""
import sys
from jdgen.cli import main
try:
    main(["cto", "-s", "scaleup", "-w", {str(tmp_path)!r}])
except SystemExit:
    print(*sorted(set(sys.modules) & {set(LIBRARIES)!r}))
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert {"markdown", "weasyprint", "fontTools", "babel", "lxml", "docx"}.isdisjoint(
        done.stdout.splitlines()[-1].split()
    )


@pytest.mark.parametrize("module", ["jdgen.press.maker", "jdgen.formats.pdf", "jdgen.formats.html"])
def test_what_prints_documents_does_without_the_library_that_checks_them(module: str) -> None:
    code = f"import sys, {module}; print('pydantic' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"

"""The documents about the program say what the program does: pages are current, commands run, links lead somewhere."""

from __future__ import annotations

import re
import runpy
import shlex
import shutil
import subprocess
import sys
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
import pytest
from click.testing import CliRunner

from jdgen.cli import main

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
REFERENCE: dict[str, Any] = runpy.run_path(str(DOCS / "make_reference.py"), run_name="make_reference")
PAGES: dict[str, Callable[[], str]] = REFERENCE["PAGES"]
COMMANDS = [("jdgen", main), *((f"jdgen {name}", command) for name, command in main.commands.items())]

WRITTEN_BY_HAND = sorted(
    [*ROOT.glob("*.md"), *DOCS.glob("*.md"), *DOCS.glob("how-to/*.md"), *ROOT.glob("examples/*/*.md")]
)
TRIED = [
    path for path in WRITTEN_BY_HAND if re.search(r"^(\$ )?jdgen ", path.read_text("utf-8"), re.MULTILINE)
]
LINKING = [*WRITTEN_BY_HAND, *sorted(DOCS.glob("reference/*.md"))]

FENCE = re.compile(
    r"^```(?P<kind>\w+)(?: title=\"(?P<title>[^\"]+)\"(?: (?P<how>add|change))?)?\n(?P<text>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)
LINK = re.compile(r"\]\((?P<to>[^)\s]+)\)|(?:src|href)=\"(?P<address>[^\"]+)\"")
CODE = re.compile(r"```.*?```|`[^`\n]+`(?!\])", re.DOTALL)
WITH_PDF = "tutorial.md"
"""The one page whose first `--pdf` is really run."""


def named(path: Path) -> str:
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("name", PAGES)
def test_a_reference_page_is_current(name: str) -> None:
    path = DOCS / "reference" / name
    assert path.exists(), "run `make docs`"
    assert path.read_text("utf-8") == PAGES[name](), "stale: run `make docs`"


def test_every_page_of_the_reference_is_written_by_the_script() -> None:
    assert {path.name for path in DOCS.glob("reference/*")} == set(PAGES)


def test_the_check_names_stale_pages(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    write = REFERENCE["main"]
    monkeypatch.setitem(write.__globals__, "REFERENCE", tmp_path)
    assert write([]) == 0
    assert write(["--check"]) == 0
    (tmp_path / "blocks.md").write_text("Old.\n", "utf-8")
    capsys.readouterr()
    assert write(["--check"]) == 1
    assert capsys.readouterr().err == "docs/reference/blocks.md: stale; run `make docs`\n"


@pytest.mark.parametrize(("title", "command"), COMMANDS, ids=[title for title, _ in COMMANDS])
def test_a_command_is_documented_with_its_options_and_has_help(title: str, command: click.Command) -> None:
    assert command.help
    section = PAGES["commands.md"]().partition(f"\n## {title}\n")[2].partition("\n## ")[0]
    for option in command.params:
        if isinstance(option, click.Option):
            assert option.help
            for spelled in option.opts:
                assert spelled in section


@pytest.mark.parametrize("path", TRIED, ids=named)
def test_the_commands_of_a_page_do_what_it_shows(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Follows a page in an empty folder, or its example in a copy: writes the files that it shows, and runs what stands behind `$`."""
    if path.is_relative_to(ROOT / "examples"):
        shutil.copytree(path.parent, tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    reader = Reader(monkeypatch, may_pdf=path.name == WITH_PDF)
    for block in FENCE.finditer(path.read_text("utf-8")):
        if block["title"]:
            save(Path(block["title"]), block["text"], block["how"])
        elif block["kind"] in {"console", "sh"}:
            for command, shown in commands_in(block["text"]):
                reader.follow(command, shown, strict=block["kind"] == "console")
    assert reader.code == 0, "the page says that this run succeeds"


def save(path: Path, text: str, how: str | None) -> None:
    """Writes a file, adds to its end, or changes the lines that begin with the same key."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if how == "change":
        changed = path.read_text("utf-8")
        for line in text.splitlines():
            key, _, _ = line.partition(":")
            changed, count = re.subn(rf"^{key}:.*$", line, changed, count=1, flags=re.MULTILINE)
            assert count, f"{path} has no line {key}"
        text = changed
    elif how == "add":
        text = path.read_text("utf-8") + text
    path.write_text(text, "utf-8")


class Reader:
    """Types what a page says."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, *, may_pdf: bool) -> None:
        self.monkeypatch = monkeypatch
        self.may_pdf = may_pdf
        self.code = 0

    def follow(self, command: str, shown: list[str], *, strict: bool) -> None:
        """Runs a line; a failure has to be followed by `echo $?`, as in a terminal."""
        for part in command.split(" && "):
            words = [it.replace("~/jdgen", str(ROOT)) for it in shlex.split(part, comments=True)]
            if words[:2] == ["echo", "$?"]:
                assert [str(self.code)] == shown
                self.code = 0
                continue
            assert self.code == 0, f"before `{command}`: the page does not say that this fails"
            match words:
                case ["mkdir", *_, folder]:
                    Path(folder).mkdir(parents=True)
                case ["cd", folder]:
                    self.monkeypatch.chdir(folder)
                case ["cp", source, target]:
                    shutil.copy(source, target)
                case ["jdgen", *arguments]:
                    self.run(arguments, shown, strict=strict)

    def run(self, arguments: list[str], shown: list[str], *, strict: bool) -> None:
        if "--pdf" in arguments and self.may_pdf:
            self.may_pdf = False
            words = [sys.executable, "-m", "jdgen", *arguments]
            done = subprocess.run(
                words, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False
            )
            self.code, output = done.returncode, done.stdout
        else:
            if "--pdf" in arguments:
                arguments = [word for word in arguments if word != "--pdf"]
                shown = [line for line in shown if not line.endswith(".pdf")]
            result = CliRunner().invoke(main, arguments, prog_name="jdgen", catch_exceptions=False)
            self.code, output = result.exit_code, result.output
        if strict:
            assert_shows(output.splitlines(), shown)


def commands_in(text: str) -> Iterator[tuple[str, list[str]]]:
    """Returns the lines that are typed, each with the output shown below it."""
    lines = text.splitlines()
    starts = [number for number, line in enumerate(lines) if line.startswith(("$ ", "jdgen "))]
    for start, end in pairwise([*starts, len(lines)]):
        yield lines[start].removeprefix("$ "), lines[start + 1 : end]


def assert_shows(output: list[str], shown: list[str]) -> None:
    """Asserts that `output` is what is shown, where a line `...` stands for any lines."""
    pattern = "\n".join(r"(?:.*\n)*?.*" if line == "..." else re.escape(line) for line in shown)
    assert re.fullmatch(pattern, "\n".join(output)), "\n".join(["The page shows:", *shown, "It is:", *output])


@pytest.mark.parametrize("path", LINKING, ids=named)
def test_links_lead_to_files_and_headings(path: Path) -> None:
    dead = []
    for found in LINK.finditer(CODE.sub("", path.read_text("utf-8"))):
        address = found["to"] or found["address"]
        file, _, heading = address.partition("#")
        target = path.parent / file if file else path
        if re.match(r"[a-z]+:", address):
            continue
        if not target.exists() or (heading and heading not in anchors(target)):
            dead.append(address)
    assert not dead


def anchors(path: Path) -> set[str]:
    """Returns the names of a page's headings as links spell them."""
    headings = re.findall(r"^#+ (.+)$", path.read_text("utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}

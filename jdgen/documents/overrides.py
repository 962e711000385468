"""What a template changes of the one it extends: a misspelled block would change nothing, in silence."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from jinja2 import nodes

from jdgen.errors import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterator

    import jinja2


class Unprinted(NamedTuple):
    """A part of an override that replaces nothing."""

    line: int
    message: str


def unprinted(environment: jinja2.Environment, name: str) -> Iterator[Unprinted]:
    """Yields the blocks of the template `name` that its original lacks, and the text that stands outside every block."""
    tree = _tree(environment, name)
    parent = _extended(tree)
    if parent is None:
        return
    known = _blocks(environment, parent)
    for node in tree.iter_child_nodes():
        if isinstance(node, nodes.Block) and node.name not in known:
            hint = did_you_mean(node.name, known)
            message = f"{parent} has no block '{node.name}', so this would not be printed.{hint}"
            yield Unprinted(node.lineno, message.removesuffix("."))
        if isinstance(node, nodes.Output) and (line := _text_line(node)):
            message = f"this stands outside every block of {parent}, so it would not be printed: put it into a block"
            yield Unprinted(line, message)


def _text_line(output: nodes.Output) -> int | None:
    """Returns the line of the first thing in `output` that is not blank."""
    for part in output.nodes:
        if not isinstance(part, nodes.TemplateData):
            return part.lineno
        if part.data.strip():
            blank = part.data[: len(part.data) - len(part.data.lstrip())]
            return part.lineno + blank.count("\n")
    return None


def _blocks(environment: jinja2.Environment, name: str) -> set[str]:
    tree = _tree(environment, name)
    parent = _extended(tree)
    own = {block.name for block in tree.find_all(nodes.Block)}
    return own | (_blocks(environment, parent) if parent else set())


def _extended(tree: nodes.Template) -> str | None:
    found = next(tree.find_all(nodes.Extends), None)
    return found.template.value if found and isinstance(found.template, nodes.Const) else None


def _tree(environment: jinja2.Environment, name: str) -> nodes.Template:
    if environment.loader is None:
        raise TypeError(name)
    source, file, _ = environment.loader.get_source(environment, name)
    return environment.parse(source, name, file)

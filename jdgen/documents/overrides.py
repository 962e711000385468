"""What a template changes of the one it extends: a misspelled block would change nothing, in silence."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from jinja2 import nodes

from jdgen.errors import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterator

    import jinja2


class UnknownBlock(NamedTuple):
    """A block that the extended template does not have."""

    line: int
    message: str


def unknown_blocks(environment: jinja2.Environment, name: str) -> Iterator[UnknownBlock]:
    """Yields the blocks of the template `name` that replace nothing."""
    tree = _tree(environment, name)
    parent = _extended(tree)
    if parent is None:
        return
    known = _blocks(environment, parent)
    for block in tree.iter_child_nodes():
        if isinstance(block, nodes.Block) and block.name not in known:
            hint = did_you_mean(block.name, known)
            yield UnknownBlock(
                block.lineno,
                f"{parent} has no block '{block.name}', so this would not be printed.{hint}".removesuffix(
                    "."
                ),
            )


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

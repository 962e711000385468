"""`--set`: one value changed for one run."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jdgen.source import Node

DEEPEST = 16
"""Dots in a name that --set takes; the deepest field needs five."""

SETS = click.option(
    "--set", "sets", multiple=True, metavar="NAME=VALUE",
    help="Change one value for this run, such as title='Head of Product' or company.reference=A-17; null removes it.",
)  # fmt: skip


def flags(sets: Sequence[str]) -> Node | None:
    """Returns what `--set` says as a tree, or nothing where it says nothing.

    Raises:
        click.UsageError: what is said is no name and value.
    """
    if not sets:
        return None
    from jdgen.errors import Place  # noqa: PLC0415
    from jdgen.source import Node  # noqa: PLC0415

    tree = Node({}, Place("--set"), "flag", Place("--set"))
    for said in sets:
        path, equals, value = said.partition("=")
        if not equals or not all(path.split(".")) or path.count(".") > DEEPEST:
            raise click.UsageError(f"--set takes NAME=VALUE, such as title='Head of Product'; found '{said}'")
        place = Place(f"--set {path}")
        node: Node = tree._replace(value=None if value in {"", "null"} else value, place=place, key=place)
        for part in reversed(path.split(".")):
            node = node._replace(value={part: node})
        tree = _joined(tree, node)
    return tree


def _joined(one: Node, other: Node) -> Node:
    if not (isinstance(one.value, dict) and isinstance(other.value, dict)):
        return other
    fields = dict(one.value)
    for name, node in other.value.items():
        fields[name] = _joined(fields[name], node) if name in fields else node
    return one._replace(value=fields)

"""What users write, as a tree of nodes that remember their place.

Scalars stay text (`title: No` is "No", `0.10` keeps its zero): the schema decides what is a number or a date.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from jdgen.errors import Place

CONFIDENTIAL = frozenset({"scorecard", "candidates"})
"""Layers whose words no message repeats: ratings, evidence and what referees said stay in their files."""


class Node(NamedTuple):
    """A value as written: text, null, a mapping or a list, with the place of its key and the layer that set it."""

    value: str | dict[str, Node] | list[Node] | None
    place: Place
    layer: str
    key: Place
    removed: tuple[tuple[str, Place], ...] = ()
    """Fields that a later layer took out of a mapping, and where it did."""
    before: Node | None = None
    """What an earlier layer said, where this value took its place."""

    @property
    def plain(self) -> Any:  # noqa: ANN401 - what a file holds is not known before the schema has seen it
        """The value without places: text, None, dict or list."""
        match self.value:
            case dict(fields):
                return {name: node.plain for name, node in fields.items()}
            case list(items):
                return [node.plain for node in items]
            case value:
                return value

    def at(self, *path: str | int) -> Node:
        """Returns the node at `path`, or the deepest one on the way there."""
        node = self
        for part in path:
            match node.value:
                case dict(fields) if str(part) in fields:
                    node = fields[str(part)]
                case list(items) if isinstance(part, int) and part < len(items):
                    node = items[part]
                case _:
                    return node
        return node

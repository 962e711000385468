"""The files of one run, as trees."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from jdgen.source.nodes import Node

TOLD = ("role", "title", "areas", "language", "counterpart")
"""What a profile's documents tell of its counterpart, and what says which one that is."""


class Layers(NamedTuple):
    """The files that a role is made of, the later one the stronger."""

    common: Node
    """What all profiles share."""
    profile: Node
    """The role's profile, its stages included."""
    company: Node
    """The company file; an empty mapping where there is none."""
    counterpart: Node | None = None
    """The profile of the role that shares the work, as far as this one tells of it, where there is one."""
    flags: Node | None = None
    """What was said on the command line."""


def told_of(profile: Node) -> Node:
    """Returns a profile as far as its counterpart's documents tell of it, at every stage."""
    return _with(_only(profile, (*TOLD, "stages")), "stages", _stages_told_of)


def _stages_told_of(stages: Node) -> Node:
    for name in stages.value if isinstance(stages.value, dict) else ():
        stages = _with(stages, name, _stage_told_of)
    return stages


def _stage_told_of(stage: Node) -> Node:
    return _with(_only(stage, ("patch",)), "patch", lambda patch: _only(patch, TOLD))


def _only(node: Node, names: Iterable[str]) -> Node:
    """Returns a mapping with some of its fields; whatever else was written there stays."""
    if not isinstance(node.value, dict):
        return node
    return node._replace(value={name: node.value[name] for name in names if name in node.value})


def _with(node: Node, name: str, change: Callable[[Node], Node]) -> Node:
    """Returns a mapping with one field changed, if it has that."""
    if not isinstance(node.value, dict) or name not in node.value:
        return node
    return node._replace(value={**node.value, name: change(node.value[name])})

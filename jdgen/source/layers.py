"""The files of one run, as trees."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from jdgen.source.nodes import Node


class Layers(NamedTuple):
    """The files that a role is made of, the later one the stronger."""

    common: Node
    """What all profiles share."""
    profile: Node
    """The role's profile, its stages included."""
    company: Node
    """The company file; an empty mapping where there is none."""
    counterpart: Node | None = None
    """The profile of the role that shares the work, where there is one."""
    flags: Node | None = None
    """What was said on the command line."""

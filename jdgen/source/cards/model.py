"""A filled card as it was read, and what has to be known of the blank one to read it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jdgen.errors import Place, Problem
    from jdgen.schema.scorecard import Scorecard
    from jdgen.source.nodes import Node

LAYER = "scorecard"
"""The layer of a card's nodes; messages repeat none of its words."""


class Printed(NamedTuple):
    """What stands on the blank cards of a role, where a filled card only points to it."""

    competencies: Mapping[str, str]
    """Competency of each question."""
    flags: Mapping[str, tuple[str, str]]
    """Competency and words of each red flag, by the name of its box: `flag-strategy-1`."""


class Key(NamedTuple):
    """What makes two cards the same one."""

    candidate: str
    """The candidate's code."""
    session: str
    """The session."""
    seat: str
    """The rater's seat."""

    def __str__(self) -> str:
        return f"{self.candidate}, {self.session}-{self.seat}"


class Read(NamedTuple):
    """A card out of a file, or why there is none."""

    place: Place
    """Where it begins."""
    tree: Node | None
    """What it says, with places; none if it could not be made out."""
    card: Scorecard | None
    """The card; none if something in it is wrong."""
    problems: tuple[Problem, ...]
    """What is wrong."""

    @property
    def key(self) -> Key | None:
        """Whose card it is, as far as it says so."""
        paths = (("candidate",), ("session",), ("by", "seat"))
        said = [self.tree.at(*path).plain for path in paths] if self.tree else []
        if not said or not all(isinstance(it, str) and len(it.splitlines()) == 1 for it in said):
            return None
        return Key(*(it.strip() for it in said))

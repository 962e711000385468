"""What documents are made of, and the posting among them: both travel between processes."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from jdgen.language import ENGLISH, Language

if TYPE_CHECKING:
    from jdgen.checks import Secret
    from jdgen.errors import Place
    from jdgen.packet import Packet
    from jdgen.role import Role
    from jdgen.role.comparison import Comparison
    from jdgen.role.kit import Card, Kit


class Subject(NamedTuple):
    """A role and, where a document needs them, its interview kit and scorecards."""

    role: Role
    """The role."""
    kit: Kit | None = None
    """Its interview kit; none where only posting and rubric are made."""
    cards: tuple[Card, ...] = ()
    """Its scorecards."""
    comparison: Comparison | None = None
    """It and another role side by side; none where only one role is told of."""
    say: Language = ENGLISH
    """The language of its documents."""
    places: tuple[tuple[str, Place], ...] = ()
    """Where the fields of the company file were written, `apply.url` for one, and the profile's `title`."""
    secrets: tuple[Secret, ...] = ()
    """What of it may not reach what candidates read."""
    packet: Packet | None = None
    """The results of its vacancy; none before scorecards came in."""


class Posted(NamedTuple):
    """A posting before it is put into any format, for the rules about it; empty where none is made."""

    body: str = ""
    """Its Markdown."""
    scripts: tuple[str, ...] = ()
    """The JSON-LD scripts of its page, where one is made."""

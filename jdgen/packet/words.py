"""Counts and days as packets say them: in English, as the rest of a packet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jdgen.language import ENGLISH

if TYPE_CHECKING:
    import datetime as dt


def number(count: int) -> str:
    """Returns a count as a word up to twelve, above that in figures."""
    return ENGLISH.number(count)


def counted(count: int, noun: str) -> str:
    """Returns `one card`, `four cards`."""
    return f"{number(count)} {noun}{'' if count == 1 else 's'}"


def ended(said: str) -> str:
    """Returns a sentence with its full stop; what is cut short has its end already."""
    return said if said.endswith((".", "…")) else f"{said}."


def day(date: dt.date) -> str:
    """Returns `31 January 2027`."""
    return ENGLISH.day(date)

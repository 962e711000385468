"""What boards take, as dated data: lengths, tags and words, each with its source and how sure it is."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

FILE = Path(__file__).with_name("limits.json")


class Limit(NamedTuple):
    """One thing that a board takes."""

    board: str
    field: str
    """As the board calls it."""
    rule: str
    """`most`, `least`, `tags`, or `words`: how the board says what is said otherwise here."""
    value: Any
    unit: str
    source: str
    """Address of the page that says so."""
    verified_on: str
    """When it was read, as 2026-11-22."""
    mark: str
    """`V`: read at its source. `S`: read elsewhere, or in part."""
    note: str = ""


@cache
def limits() -> dict[tuple[str, str, str], Limit]:
    """Returns what boards take, by board, field and rule."""
    rows = [Limit(**row) for row in json.loads(FILE.read_text("utf-8"))]
    return {row[:3]: row for row in rows}


def tags(board: str, field: str = "description") -> frozenset[str]:
    """Returns the tags that a board takes in a field."""
    return frozenset(limits()[board, field, "tags"].value)


def words(board: str, field: str) -> dict[str, Any]:
    """Returns a board's words by our own; what is not among them, the board has no word for."""
    known: dict[str, Any] = limits()[board, field, "words"].value
    return known


def too_much(board: str, title: str, field: str, count: int) -> str:
    """Returns by how much a count is over a board's limit, or an empty text.

    `title has 214 characters; LinkedIn takes 200: shorten it by 14`.
    """
    limit = limits()[board, field, "most"]
    over = count - limit.value
    if over <= 0:
        return ""
    remedy = f"shorten it by {over:,}" if limit.unit == "characters" else f"leave out {over:,}"
    return f"{field} has {count:,} {limit.unit}; {title} takes {limit.value:,}: {remedy}"


def too_little(board: str, title: str, field: str, count: int) -> str:
    """Returns by how much a count is below a board's limit, or an empty text."""
    limit = limits()[board, field, "least"]
    lacking = limit.value - count
    if lacking <= 0:
        return ""
    return (
        f"{field} has {count:,} {limit.unit}; {title} wants {limit.value:,} or more: write {lacking:,} more"
    )

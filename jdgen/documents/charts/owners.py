"""Who answers why, what, when and how: a row for each role, a column for each question."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jdgen.documents.charts.figure import INK, LINE, box, cut, figure, shaded, text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markupsafe import Markup

    from jdgen.role.comparison import Comparison, Decision

LEFT = 190
COLUMN = 112
ROW = 34
HEAD = 24
LETTERS = 30
STRENGTH = 0.82
"""Share of the accent's strength in a filled cell: its word stays legible in white, and in grey."""


def owners_chart(comparison: Comparison) -> Markup:
    """Returns the questions with their owners; a conflict and a gap are named below the column."""
    rows = (comparison.first.title, comparison.second.title)
    said = "; ".join(f"{it.question}: {_owner(it, rows)}" for it in comparison.decisions)
    parts = [
        part for number, it in enumerate(comparison.decisions) for part in _column(it, number, comparison)
    ]
    names = [
        text(cut(name, LETTERS), 0, HEAD + ROW * number + 22, weight=600, size=12.5)
        for number, name in enumerate(rows)
    ]
    return figure(f"Who answers which question: {said}", HEAD + 2 * ROW + 22, [*names, *parts])


def _column(it: Decision, number: int, comparison: Comparison) -> Iterator[Markup]:
    left = LEFT + COLUMN * number
    middle = left + (COLUMN - 8) / 2
    yield text(it.question, middle, 15, anchor="middle", weight=600, size=13)
    accent = comparison.first.brand.accent
    for row, owns in enumerate((it.first, it.second)):
        top = HEAD + ROW * row
        yield box(
            left, top, COLUMN - 8, ROW - 6, fill=shaded(accent, STRENGTH) if owns else "#FFFFFF", stroke=LINE
        )
        if owns:
            yield text("answers", middle, top + 18.5, anchor="middle", fill="#FFFFFF", weight=600)
    note = {0: "nobody", 2: "both: settle it"}.get(it.owners, "")
    if note:
        yield text(note, middle, HEAD + 2 * ROW + 14, anchor="middle", fill=INK, weight=600)


def _owner(it: Decision, rows: tuple[str, str]) -> str:
    owners = [name for name, owns in zip(rows, (it.first, it.second), strict=True) if owns]
    return " and ".join(owners) or "nobody"

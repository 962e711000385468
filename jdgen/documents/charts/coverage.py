"""Who rates which competency, as a heat map."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jdgen.documents.charts.figure import INK, LINE, WIDTH, box, figure, lines, shaded, text
from jdgen.language import ENGLISH, phrase

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markupsafe import Markup

    from jdgen.language import Language
    from jdgen.role import Role
    from jdgen.role.kit import Kit
    from jdgen.role.kit.model import Cover, Coverage

LEFT = 190
ROW = 30
HEAD = 56
LINE_HEIGHT = 12.5
LETTER = 5.6
"""Mean width of a letter at the size of the heads, generously."""

NOTE = phrase("Darker and marked 2×: in two sessions, an interview and the case.")

SHADES = (0.0, 0.22, 0.45)
"""Strength of the colour for no, one and two rated sessions; text stays legible on each, in black and white too."""


def coverage_chart(kit: Kit, role: Role, say: Language = ENGLISH) -> Markup:
    """Returns competencies by seats; a field says whether the seat asks or rates, and is darker the more sessions it rates."""
    wide = (WIDTH - LEFT) / max(1, len(kit.seats and kit.coverage[0].cells))
    parts = list(_heads(kit.coverage[0], wide))
    for number, row in enumerate(kit.coverage):
        parts += _row(row, HEAD + ROW * number, wide, role.brand.accent, say)
    said = "; ".join(
        say("{label}: {text}", label=row.competency, text=_said(row, say)) for row in kit.coverage
    )
    title = say("Who asks and who rates each competency. {rows}", rows=said)
    return figure(title, HEAD + ROW * len(kit.coverage), parts, say(NOTE))


def _heads(row: Coverage, wide: float) -> Iterator[Markup]:
    for column, cell in enumerate(row.cells):
        title = lines(cell.seat.partition(" (")[0], int(wide / LETTER), 4)
        top = HEAD - 6 - LINE_HEIGHT * (len(title) - 1)
        for number, line in enumerate(title):
            middle = LEFT + wide * (column + 0.5)
            yield text(line, middle, top + LINE_HEIGHT * number, anchor="middle", size=10.5)


def _row(row: Coverage, top: float, wide: float, colour: str, say: Language) -> Iterator[Markup]:
    name = lines(row.competency, 33, 2)
    for number, line in enumerate(name):
        yield text(line, 0, top + 19 + LINE_HEIGHT * (number - (len(name) - 1) / 2), size=11.5)
    for column, cell in enumerate(row.cells):
        left = LEFT + wide * column
        fill = shaded(colour, SHADES[min(cell.ratings, 2)])
        yield box(left + 1.5, top + 1.5, wide - 3, ROW - 3, fill=fill, stroke=LINE)
        if cell.ratings:
            yield text(
                _mark(cell, say), left + wide / 2, top + 19, anchor="middle", size=11, weight=600, fill=INK
            )


def _mark(cell: Cover, say: Language) -> str:
    does = say("asks") if cell.asks else say("rates")
    return f"{does}, {cell.ratings}×" if cell.ratings > 1 else does


def _said(row: Coverage, say: Language) -> str:
    return ", ".join(f"{cell.seat} {_mark(cell, say)}" for cell in row.cells if cell.ratings)

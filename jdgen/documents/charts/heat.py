"""Scores of candidates by competencies, each with the spread of its raters."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from jdgen.documents.charts.figure import INK, LINE, SOFT, WIDTH, box, cut, figure, lines, shaded, text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markupsafe import Markup

    from jdgen.packet.model import Field, Row
    from jdgen.role import Role

LEFT = 84
ROW = 43
HEAD = 70
LINE_HEIGHT = 12.5
LETTER = 4.9
"""Mean width of a letter at the size of the heads, generously."""
SMALL = 4.9
"""The same at the size of the spread."""
CODE = 13
"""Letters of a code that fit; a longer one is cut."""
THICK = 2.6
"""Width of the frame round what raters disagree on."""

WEAKEST, STRONGEST = 0.04, 0.45
"""Strength of the colour at 1 and at 5; text stays legible on both, in black and white too."""

NOTE = (
    "In each field the score, and below it the lowest and highest rater. Darker is higher. A thick frame: raters so far apart "
    "that the debrief has to close it. A gap: ratings are missing, and the score is provisional."
)


def heat_map(rows: Sequence[Row], role: Role) -> Markup:
    """Returns candidates by competencies; a field says score and spread, and is darker the higher the score."""
    names = [it.name for it in role.competencies]
    wide = (WIDTH - LEFT) / max(1, len(names))
    parts = list(_heads(names, wide))
    for number, row in enumerate(rows):
        parts += _row(row, HEAD + ROW * number, wide, role.brand.accent)
    said = ". ".join(f"{row.code}: {_said(row, names)}" for row in rows)
    return figure(f"Scores by candidate and competency. {said}", HEAD + ROW * len(rows) + 2, parts, NOTE)


def _heads(names: Sequence[str], wide: float) -> Iterator[Markup]:
    for column, name in enumerate(names):
        title = lines(name, int(wide / LETTER), 5)
        top = HEAD - 6 - LINE_HEIGHT * (len(title) - 1)
        for number, line in enumerate(title):
            yield text(
                line, LEFT + wide * (column + 0.5), top + LINE_HEIGHT * number, anchor="middle", size=10
            )


def _row(row: Row, top: float, wide: float, colour: str) -> Iterator[Markup]:
    yield text(cut(row.code, CODE), 0, top + ROW / 2 + 4, size=12, weight=600)
    for column, it in enumerate(row.fields):
        yield from _field(it, LEFT + wide * column + 1.5, top + 1.5, wide - 3, colour)


def _field(it: Field, left: float, top: float, wide: float, colour: str) -> Iterator[Markup]:
    high = ROW - 3
    edge = THICK if it.apart else 0
    if it.apart:
        yield box(left, top, wide, high, fill=INK)
    yield box(left + edge, top + edge, wide - 2 * edge, high - 2 * edge, fill=_fill(it, colour), stroke=LINE)
    middle, marks = left + wide / 2, _marks(it)
    yield text(it.score or "–", middle, top + (16 if marks else 19), anchor="middle", size=13, weight=600)
    if len(it.spread) * SMALL < wide:
        yield text(it.spread, middle, top + (26.5 if marks else 32), anchor="middle", size=9.5)
    if marks:
        yield text(
            marks, middle, top + 36, anchor="middle", size=9.5, weight=600, fill=INK if it.score else SOFT
        )


def _marks(it: Field) -> str:
    return ", ".join(word for word, holds in (("gap", it.gap), ("below floor", it.below_floor)) if holds)


def _fill(it: Field, colour: str) -> str:
    if not it.score:
        return "#FFFFFF"
    share = float((Fraction(it.score) - 1) / 4)
    return shaded(colour, WEAKEST + (STRONGEST - WEAKEST) * share)


def _said(row: Row, names: Sequence[str]) -> str:
    return "; ".join(f"{name} {_told(it)}" for name, it in zip(names, row.fields, strict=True))


def _told(it: Field) -> str:
    parts = [
        it.score or "no score",
        f"raters {it.spread}" if it.spread else "",
        "to be closed" if it.apart else "",
        _marks(it),
    ]
    return ", ".join(part for part in parts if part)

"""Totals on one scale, each with the interval in which it can still fall, and the bands behind them."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from jdgen.documents.charts.figure import INK, LINE, SOFT, WIDTH, box, cut, figure, shaded, text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markupsafe import Markup

    from jdgen.packet.model import Band, Line
    from jdgen.role import Role

LEFT, RIGHT = 84, 150
"""Room for the codes, and for the figures."""
ROW = 26
HEAD = 34
FOOT = 22
LOW, HIGH = 1, 5
DOT = 9
BAR = 3
CODE = 13

NOTE = (
    "A square is a total, a bar the range in which it can still fall while ratings are missing. A shaded field is a band: "
    "order inside it is noise."
)


def interval_plot(some: Sequence[Line], role: Role, bands: Sequence[Band]) -> Markup:
    """Returns totals from 1 to 5 with their intervals, the thresholds of the rule, and the bands as shaded fields."""
    bottom = HEAD + ROW * len(some)
    parts = list(_bands(some, bands, role.brand.accent))
    parts += _thresholds(role, bottom)
    parts += _scale(bottom)
    for number, it in enumerate(some):
        parts += _line(it, HEAD + ROW * number + ROW / 2)
    said = "; ".join(_said(it) for it in some)
    limits = (
        f"below {role.thresholds.hold} is below the bar, {role.thresholds.advance} is asked for to meet it"
    )
    return figure(f"Totals from 1 to 5: {said}. Thresholds: {limits}", bottom + FOOT, parts, NOTE)


def _at(value: str | int) -> float:
    share = float((Fraction(value) - LOW) / (HIGH - LOW))
    return LEFT + share * (WIDTH - LEFT - RIGHT)


def _bands(some: Sequence[Line], bands: Sequence[Band], colour: str) -> Iterator[Markup]:
    codes = [it.code for it in some]
    for band in bands:
        places = [codes.index(code) for code in band.codes if code in codes]
        if places:
            left, top = _at(band.least), HEAD + ROW * min(places)
            high = ROW * (max(places) - min(places) + 1)
            yield box(left, top + 2, _at(band.best) - left, high - 4, fill=shaded(colour, 0.2))


def _thresholds(role: Role, bottom: float) -> Iterator[Markup]:
    for value, label, anchor in (
        (role.thresholds.hold, f"{role.thresholds.hold} hold", "end"),
        (role.thresholds.advance, f"{role.thresholds.advance} advance", "start"),
    ):
        left = _at(value)
        yield box(left - 0.5, HEAD - 8, 1, bottom - HEAD + 8, fill=SOFT)
        yield text(label, left, HEAD - 14, anchor=anchor, size=10.5, fill=SOFT)


def _scale(bottom: float) -> Iterator[Markup]:
    yield box(LEFT, bottom, WIDTH - LEFT - RIGHT, 0.8, fill=LINE)
    for value in range(LOW, HIGH + 1):
        yield box(_at(value) - 0.4, bottom, 0.8, 5, fill=SOFT)
        yield text(value, _at(value), bottom + 17, anchor="middle", size=10.5, fill=SOFT)


def _line(it: Line, middle: float) -> Iterator[Markup]:
    yield text(cut(it.code, CODE), 0, middle + 4, size=12, weight=600)
    if it.interval:
        yield box(_at(it.low), middle - BAR / 2, _at(it.high) - _at(it.low), BAR, fill=INK)
    if it.total:
        yield box(_at(it.total) - DOT / 2, middle - DOT / 2, DOT, DOT, fill=INK, stroke="#FFFFFF")
    figures = f"{it.total or 'none'} ({it.interval})" if it.interval else it.total
    band = f", band {it.band}" if it.band else ""
    yield text(f"{figures}{band}", WIDTH - RIGHT + 14, middle + 4, size=12)


def _said(it: Line) -> str:
    open_ = f", can still fall from {it.interval}" if it.interval else ""
    return f"{it.code} {it.total or 'no total'}{open_}" + (f", band {it.band}" if it.band else "")

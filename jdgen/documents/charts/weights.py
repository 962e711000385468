"""The weights as bars: zero-based, labelled directly."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from jdgen.documents.charts.figure import WIDTH, box, cut, figure, text
from jdgen.language import ENGLISH

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markupsafe import Markup

    from jdgen.language import Language
    from jdgen.role import Role
    from jdgen.role.model import Competency

ROW = 22
THICK = 13
BASELINE = 15.5
GAP = 9
BAR = 250
"""Length of the longest bar; less where what stands beside it is long."""
LETTER = 6.3
"""Mean width of a letter at the labels' size, generously."""

LONGEST = 48
"""Letters of a label; a longer one is cut."""


def weights_chart(role: Role, say: Language = ENGLISH) -> Markup:
    """Returns the weights as horizontal bars, the heaviest first; those that have a floor say so."""
    rows = sorted(role.competencies, key=lambda it: -_share(it))
    said = "; ".join(_said(it, say) for it in rows)
    left = max(len(cut(it.name, LONGEST)) for it in rows) * LETTER
    beside = max(len(_note(it, say)) for it in rows) * LETTER
    scale = min(BAR, WIDTH - left - 2 * GAP - beside) / max(map(float, map(_share, rows)))
    bars = [
        part
        for number, it in enumerate(rows)
        for part in _bar(it, left, ROW * number, scale * float(_share(it)), colour=role.brand.accent, say=say)
    ]
    return figure(say("Weights of the competencies, of 100: {weights}", weights=said), ROW * len(rows), bars)


def _share(it: Competency) -> Fraction:
    return Fraction(it.weight.replace(",", "."))


def _said(it: Competency, say: Language) -> str:
    if not it.floor:
        return f"{it.name} {it.weight}"
    return say("{competency} {weight} (floor {floor})", competency=it.name, weight=it.weight, floor=it.floor)


def _note(it: Competency, say: Language) -> str:
    return say("{weight}, floor {floor}", weight=it.weight, floor=it.floor) if it.floor else it.weight


def _bar(
    it: Competency, left: float, top: float, long: float, *, colour: str, say: Language
) -> Iterator[Markup]:
    base = top + BASELINE
    yield text(cut(it.name, LONGEST), left, base, anchor="end", size=13)
    yield box(left + GAP, top + (ROW - THICK) / 2, long, THICK, fill=colour)
    yield text(_note(it, say), left + 2 * GAP + long, base, size=13, weight=600)

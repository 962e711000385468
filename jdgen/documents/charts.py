"""Charts as inline SVG: direct labels, zero-based bars, a text alternative that says the same."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from markupsafe import Markup

if TYPE_CHECKING:
    from jdgen.role import Role
    from jdgen.role.model import Competency

ROW = 22
THICK = 13
BASELINE = 15.5
GAP = 9
BAR = 250
WIDTH = 640
LETTER = 6.3
"""Mean width of a letter at the labels' size, generously."""

LONGEST = 48
"""Letters of a label; a longer one is cut."""

FIGURE = Markup(
    '<figure class="chart"><svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="{title}" '
    'viewBox="0 0 {width} {height}" width="{width}" height="{height}"><title>{title}</title>{bars}</svg></figure>'
)
ROW_OF_CHART = Markup(
    '<text x="{left}" y="{base}" text-anchor="end" font-size="13" fill="#1D2733">{name}</text>'
    '<rect x="{start}" y="{top}" width="{long}" height="{thick}" fill="{colour}"/>'
    '<text x="{end}" y="{base}" font-size="13" font-weight="600" fill="#1D2733">{note}</text>'
)


def weights_chart(role: Role) -> Markup:
    """Returns the weights as horizontal bars, the heaviest first; those that have a floor say so."""
    rows = sorted(role.competencies, key=lambda it: -Fraction(it.weight))
    said = "; ".join(f"{it.name} {it.weight}" + (f" (floor {it.floor})" if it.floor else "") for it in rows)
    names = [_cut(it.name) for it in rows]
    left = round(max(map(len, names)) * LETTER)
    scale = BAR / max(Fraction(it.weight) for it in rows)
    bars = [
        _bar(
            name,
            _note(it),
            left=left,
            top=ROW * number,
            length=scale * Fraction(it.weight),
            colour=role.brand.accent,
        )
        for number, (name, it) in enumerate(zip(names, rows, strict=True))
    ]
    return FIGURE.format(
        title=f"Weights of the competencies, of 100: {said}",
        width=WIDTH,
        height=ROW * len(rows),
        bars=Markup("").join(bars),
    )


def _cut(name: str) -> str:
    return name if len(name) <= LONGEST else name[: LONGEST - 1].rstrip() + "…"


def _note(it: Competency) -> str:
    return f"{it.weight}, floor {it.floor}" if it.floor else it.weight


def _bar(name: str, note: str, *, left: int, top: int, length: Fraction, colour: str) -> Markup:
    long = round(float(length), 1)
    return ROW_OF_CHART.format(
        name=name, note=note, colour=colour, long=long, left=left, start=left + GAP, end=round(left + 2 * GAP + long, 1),
        base=top + BASELINE, top=top + (ROW - THICK) / 2, thick=THICK,
    )  # fmt: skip

"""Charts as inline SVG: direct labels, zero-based bars, a text alternative that says the same."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

if TYPE_CHECKING:
    from jdgen.role import Role

ROW = 22
BAR = 250
WIDTH = 640
LETTER = 6.3
"""Mean width of a letter at the labels' size, generously."""

LONGEST = 48
"""Letters of a label; a longer one is cut."""

BAR_HEIGHT = 13


def weights_chart(role: Role) -> Markup:
    """Returns the weights as horizontal bars, the heaviest first, with a mark at those that have a floor."""
    rows = sorted(role.competencies, key=lambda it: -Fraction(it.weight))
    heaviest = Fraction(rows[0].weight)
    labels = [_cut(it.name) for it in rows]
    left = round(max(len(label) for label in labels) * LETTER)
    bars = Markup("").join(
        _bar(left, number, labels[number], it.weight, it.floor, Fraction(it.weight) / heaviest, role.brand.accent)
        for number, it in enumerate(rows)
    )
    said = "; ".join(f"{it.name} {it.weight}" + (f" (floor {it.floor})" if it.floor else "") for it in rows)
    title = f"Weights of the competencies, of 100: {said}"
    height = ROW * len(rows)
    return Markup(
        '<figure class="chart"><svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="{title}" '
        'viewBox="0 0 {width} {height}" width="{width}" height="{height}"><title>{title}</title>{bars}</svg></figure>'
    ).format(title=title, width=WIDTH, height=height, bars=bars)


def _cut(name: str) -> str:
    return name if len(name) <= LONGEST else name[: LONGEST - 1].rstrip() + "…"


def _bar(label: int, number: int, name: str, weight: str, floor: int | None, share: Fraction, colour: str) -> Markup:
    middle = number * ROW + ROW / 2
    length = round(float(BAR * share), 1)
    note = f"{weight}, floor {floor}" if floor else weight
    return Markup(
        '<text x="{label}" y="{base}" text-anchor="end" font-size="13" fill="#1D2733">{name}</text>'
        '<rect x="{left}" y="{top}" width="{length}" height="{thick}" fill="{colour}"/>'
        '<text x="{end}" y="{base}" font-size="13" font-weight="600" fill="#1D2733">{note}</text>'
    ).format(
        label=label, base=middle + 4.5, name=escape(name), left=label + 10, top=middle - BAR_HEIGHT / 2, length=length,
        thick=BAR_HEIGHT, colour=colour, end=round(label + 18 + length, 1), note=note,
    )  # fmt: skip

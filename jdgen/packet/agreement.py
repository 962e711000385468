"""How far raters agree and how they rated, in words; information only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jdgen.errors import in_words
from jdgen.language import capital
from jdgen.packet.model import Coefficient
from jdgen.packet.words import number
from jdgen.role.rule import shown
from jdgen.scoring import display
from jdgen.scoring.agreement import FEWEST

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jdgen.packet.ground import Ground
    from jdgen.scoring.agreement import Coefficient as Alpha
    from jdgen.scoring.agreement import Grid
    from jdgen.scoring.notices import Notice

VERDICTS = {
    "not shown": f"Not shown: under {FEWEST} such pairs the figure is chance.",
    "undefined": "Undefined: all scores are the same, so there is nothing to agree or disagree about.",
    "reliable": "Reliable: raters read the anchors alike (0.800 or more).",
    "tentative": "Tentative: draw conclusions with care (0.667 or more, below 0.800).",
    "recalibrate": "Below 0.667: recalibrate before ranking. Raters read the anchors differently, or few differences between candidates are there to see.",
}
"""What alpha means, by the limits of Krippendorff (2004)."""

MEANINGS = {
    "not shown": f"Not shown: under {FEWEST} such pairs the figure is chance.",
    "undefined": "Undefined: there is no variation to explain.",
    "excellent": "Excellent (0.900 or more): their mean can be relied on.",
    "good": "Good (0.750 or more).",
    "moderate": "Moderate (0.500 or more): read their evidence, not only the mean.",
    "poor": "Poor (below 0.500): their mean says little; read their evidence.",
}
"""What an intraclass correlation means, by the limits of Koo and Li (2016)."""


def coefficients(ground: Ground) -> Iterator[Coefficient]:
    """Yields the figures of agreement on what raters said before they talked."""
    found = ground.comparison.agreement
    yield _alpha("Krippendorff’s alpha, on distances", found.interval)
    yield _alpha("Krippendorff’s alpha, on order alone", found.ordinal)
    yield from (_grid(ground, grid) for grid in found.grids if grid.units >= FEWEST)


def unshown(ground: Ground) -> str:
    """Returns how many sets of raters share too little for a figure."""
    few = sum(grid.units < FEWEST for grid in ground.comparison.agreement.grids)
    if not few:
        return ""
    have = "set of raters has" if few == 1 else "sets of raters have"
    return f"{capital(number(few))} {have} fewer than {FEWEST} pairs in common, too few for an ICC(2,k)."


def caution(ground: Ground) -> str:
    """Returns why the order should not be used yet, where raters agree too little."""
    it = ground.comparison.agreement.interval
    if it.verdict != "recalibrate" or it.value is None or len(ground.comparison.ranks) < 2:  # noqa: PLR2004 - one has no order
        return ""
    return (
        f"Raters agree too little for an order: Krippendorff’s alpha is {display.alpha(it.value)}, below 0.667. Go through the "
        "flags before anyone speaks of ranks, and calibrate again before the next candidate."
    )


def _alpha(name: str, it: Alpha) -> Coefficient:
    value = "" if it.value is None or it.verdict == "not shown" else display.alpha(it.value)
    return Coefficient(name, value, _pairs(it.units), VERDICTS[it.verdict])


def _grid(ground: Ground, it: Grid) -> Coefficient:
    raters = in_words([ground.title(rater) for rater in it.raters], "and")
    value = "" if it.average is None or it.meaning == "not shown" else display.icc(it.average)
    return Coefficient(f"ICC(2,k) of {raters}", value, _pairs(it.units), MEANINGS[it.meaning])


def _pairs(units: int) -> str:
    return f"{units} {'pair' if units == 1 else 'pairs'} of candidate and competency"


def notices(ground: Ground) -> Iterator[str]:
    """Yields what is worth knowing about how people rated, before they talked."""
    for it in ground.in_order:
        for notice in it.independent.notices:
            yield f"{it.code}: {_noticed(ground, notice)}"


def _noticed(ground: Ground, it: Notice) -> str:
    who, where = ground.seat(it.rater) if it.rater else "", len(it.competencies)
    match it.kind:
        case "uniform ratings":
            return f"{who} gave {it.value} to every question of {where} competencies. Ask whether the anchors were used."
        case "departing rater":
            towards = "higher" if it.value > 0 else "lower"
            return f"{who} rates {shown(abs(it.value))} {towards} than the others on {where} shared {'competency' if where == 1 else 'competencies'}."
    return f"only {display.percent(it.value)} of the planned ratings are numbers; the rest was not asked or is missing."

"""How far raters agree: Krippendorff's alpha, and intraclass correlations where the same raters rated everything.

Information only (rubric 7.14), on what raters said before they talked: agreement after a debrief is no agreement.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from fractions import Fraction
from itertools import combinations
from typing import TYPE_CHECKING, Literal, NamedTuple

from jdgen.role.rule import mean

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from jdgen.scoring.candidate import Assessed

    Distance = Callable[[Fraction, Fraction], Fraction]

FEWEST = 10
"""Units below which a coefficient says nothing and is not shown."""

RELIABLE, TENTATIVE = Fraction("0.800"), Fraction("0.667")
"""Alpha at and above which conclusions are reliable, or tentative (Krippendorff 2004)."""

EXCELLENT, GOOD, MODERATE = Fraction("0.9"), Fraction("0.75"), Fraction("0.5")
"""Intraclass correlation at and above which reliability is called so (Koo & Li 2016)."""

SEPARATE = Fraction("0.44")
"""Reliability of one interviewer who rates apart (Huffcutt, Culbertson & Weyhrauch 2013)."""

Verdict = Literal["not shown", "undefined", "reliable", "tentative", "recalibrate"]
Meaning = Literal["not shown", "undefined", "excellent", "good", "moderate", "poor"]


class Coefficient(NamedTuple):
    """Krippendorff's alpha."""

    value: Fraction | None
    """1 is perfect, 0 chance, below that worse; None without variation. Kept where it is not to be shown, too."""
    units: int
    """Pairs of candidate and competency with two raters or more."""
    verdict: Verdict
    """What it means; `recalibrate` before ranking, `not shown` under ten units, `undefined` without variation."""


class Grid(NamedTuple):
    """Intraclass correlations of units that the same raters rated, all of them (two-way random effects, agreement)."""

    raters: tuple[str, ...]
    """By name."""
    units: int
    """Pairs of candidate and competency that all of them rated, and nobody else."""
    single: Fraction | None
    """ICC(2,1): how reliable one of these raters is; None without variation."""
    average: Fraction | None
    """ICC(2,k): how reliable their mean is, which is what counts here."""
    meaning: Meaning
    """Of the average."""


class Agreement(NamedTuple):
    """How far the raters of a vacancy agree."""

    interval: Coefficient
    """On distances between scores."""
    ordinal: Coefficient
    """On their order alone."""
    grids: tuple[Grid, ...]
    """One for each set of raters with two units in common, by name."""


def agreement(candidates: Iterable[Assessed]) -> Agreement:
    """Returns the agreement on all pairs of candidate and competency that two raters or more have a score for."""
    units = [
        {rater.rater: rater.score for rater in score.raters if rater.score is not None}
        for candidate in candidates
        for score in candidate.independent.scores
    ]
    units = [unit for unit in units if len(unit) > 1]
    values = [list(unit.values()) for unit in units]
    return Agreement(_coefficient(values, "interval"), _coefficient(values, "ordinal"), _grids(units))


def alpha(
    units: Iterable[Sequence[Fraction]], metric: Literal["interval", "ordinal"] = "interval"
) -> Fraction | None:
    """Returns Krippendorff's alpha of the ratings of each unit, those alone left out; None without variation."""
    pairable = [unit for unit in units if len(unit) > 1]
    counts = Counter(value for unit in pairable for value in unit)
    number = sum(counts.values())
    squared = _squared(counts) if metric == "interval" else _squared_ranks(counts)
    expected = _disagreement(counts, squared)
    if not expected:
        return None
    observed = sum(
        (_disagreement(Counter(unit), squared) / (len(unit) - 1) for unit in pairable), Fraction(0)
    )
    return 1 - observed * (number - 1) / expected


def icc(grid: Sequence[Sequence[Fraction]]) -> tuple[Fraction | None, Fraction | None]:
    """Returns ICC(2,1) and ICC(2,k) of a grid with a row for each unit and a column for each rater.

    Two-way random effects, absolute agreement (Shrout & Fleiss 1979); None where there is no variation to explain.
    """
    rows, columns = len(grid), len(grid[0])
    middle = mean([value for row in grid for value in row])
    between = columns * _spread([mean(row) for row in grid], middle)
    raters = rows * _spread([mean(column) for column in zip(*grid, strict=True)], middle)
    rest = _spread([value for row in grid for value in row], middle) - between - raters
    unit = Fraction(between, rows - 1)
    rater = Fraction(raters, columns - 1)
    error = Fraction(rest, (rows - 1) * (columns - 1))
    bias = (rater - error) / rows
    return (
        _ratio(unit - error, unit + (columns - 1) * error + columns * bias),
        _ratio(unit - error, unit + bias),
    )


def several(reliability: Fraction, raters: int) -> Fraction:
    """Returns the reliability of the mean of `raters`, from that of one (Spearman 1910, Brown 1910)."""
    return raters * reliability / (1 + (raters - 1) * reliability)


def verdict(value: Fraction | None, units: int) -> Verdict:
    """Returns what an alpha over so many units means."""
    if units < FEWEST:
        return "not shown"
    if value is None:
        return "undefined"
    if value >= RELIABLE:
        return "reliable"
    return "tentative" if value >= TENTATIVE else "recalibrate"


def meaning(value: Fraction | None, units: int) -> Meaning:
    """Returns what an intraclass correlation over so many units means."""
    if units < FEWEST:
        return "not shown"
    if value is None:
        return "undefined"
    limits: tuple[tuple[Fraction, Meaning], ...]
    limits = (EXCELLENT, "excellent"), (GOOD, "good"), (MODERATE, "moderate")
    return next((name for limit, name in limits if value >= limit), "poor")


def _coefficient(units: Sequence[Sequence[Fraction]], metric: Literal["interval", "ordinal"]) -> Coefficient:
    value = alpha(units, metric)
    return Coefficient(value, len(units), verdict(value, len(units)))


def _grids(units: Iterable[Mapping[str, Fraction]]) -> tuple[Grid, ...]:
    by_raters: dict[tuple[str, ...], list[list[Fraction]]] = defaultdict(list)
    for unit in units:
        names = tuple(sorted(unit))
        by_raters[names].append([unit[name] for name in names])
    return tuple(_grid(names, rows) for names, rows in sorted(by_raters.items()) if len(rows) > 1)


def _grid(names: tuple[str, ...], rows: Sequence[Sequence[Fraction]]) -> Grid:
    single, average = icc(rows)
    return Grid(names, len(rows), single, average, meaning(average, len(rows)))


def _disagreement(counts: Mapping[Fraction, int], squared: Distance) -> Fraction:
    """Returns the sum of squared distances over all ordered pairs of values."""
    return sum(
        (2 * counts[one] * counts[other] * squared(one, other) for one, other in combinations(counts, 2)),
        Fraction(0),
    )


def _squared(_: Mapping[Fraction, int]) -> Distance:
    return lambda one, other: (one - other) ** 2


def _squared_ranks(counts: Mapping[Fraction, int]) -> Distance:
    """Returns the ordinal metric: values lie as far apart as others lie between them, their own counted half."""
    middles: dict[Fraction, Fraction] = {}
    below = Fraction(0)
    for value in sorted(counts):
        middles[value] = below + Fraction(counts[value], 2)
        below += counts[value]
    return lambda one, other: (middles[one] - middles[other]) ** 2


def _spread(values: Iterable[Fraction], middle: Fraction) -> Fraction:
    return sum(((value - middle) ** 2 for value in values), Fraction(0))


def _ratio(part: Fraction, whole: Fraction) -> Fraction | None:
    return part / whole if whole else None

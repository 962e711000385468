"""The decision rule: exact arithmetic on ratings, from raters' scores to an outcome.

Fractions throughout, because binary floats miss a threshold that is reached exactly
(15·3 + 10·3 + 10·3 + 15·3 + 50·4 hundredths are 3.50, not 3.4999999999999996).
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from decimal import Decimal

Outcome = Literal["not qualified", "incomplete", "below a floor", "below the bar", "discuss", "meets the bar"]


@dataclass(frozen=True, slots=True)
class Result:
    """What the rule makes of one candidate's competency scores."""

    scores: Mapping[str, Fraction]
    """Score of each competency."""
    points: Fraction
    """Sum of weight times score."""
    total: Fraction
    """Points by the sum of the weights, 1 to 5."""
    outcome: Outcome
    """The first rule that applies; what the rule says, not the decision."""

    @property
    def index(self) -> Fraction:
        """The total as a fraction of the way from 1 to 5."""
        return (self.total - 1) / 4


def mean(ratings: Sequence[int] | Sequence[Fraction]) -> Fraction:
    """Returns the arithmetic mean, exact."""
    return Fraction(sum(ratings, Fraction(0)), len(ratings))


def judge(
    ratings: Mapping[str, Sequence[int]],
    weights: Mapping[str, Fraction],
    floors: Mapping[str, int],
    *,
    advance: Decimal,
    hold: Decimal,
    disagreement: Decimal,
) -> Result:
    """Returns the result for complete ratings: competency to one score per rater."""
    scores = {name: mean(given) for name, given in ratings.items()}
    points = sum((weights[name] * score for name, score in scores.items()), Fraction(0))
    total = points / sum(weights.values(), Fraction(0))
    verdict = outcome(
        total,
        advance=advance,
        hold=hold,
        below_a_floor=any(scores[name] < floor for name, floor in floors.items()),
        flagged=any(max(given) - min(given) >= Fraction(disagreement) for given in ratings.values()),
    )
    return Result(scores, points, total, verdict)


def outcome(
    total: Fraction | None,
    *,
    advance: Decimal,
    hold: Decimal,
    knocked_out: bool = False,
    incomplete: bool = False,
    below_a_floor: bool,
    flagged: bool,
) -> Outcome:
    """Returns the first outcome that applies; without a total, nothing better than `incomplete` can.

    Comparison is exact, and what is at a threshold has reached it.
    """
    if knocked_out:
        return "not qualified"
    if incomplete or total is None:
        return "incomplete"
    if below_a_floor:
        return "below a floor"
    if total < Fraction(hold):
        return "below the bar"
    return "discuss" if total < Fraction(advance) or flagged else "meets the bar"


def shown(value: Fraction, *thresholds: Decimal | Fraction, places: int = 2) -> str:
    """Returns `value` with two decimals or `places`, half up; one below a threshold is never shown as reaching it."""
    scale = 10**places
    units = (value * scale + Fraction(1, 2)) // 1
    if any(value < Fraction(limit) <= Fraction(units, scale) for limit in thresholds):
        units = value * scale // 1
    whole, part = divmod(abs(units), scale)
    return f"{'-' if units < 0 else ''}{whole}.{part:0{places}}"


def equal_weights(names: Sequence[str]) -> dict[str, Fraction]:
    """Returns weights that are all the same and sum to 100."""
    return {name: Fraction(100, len(names)) for name in names}

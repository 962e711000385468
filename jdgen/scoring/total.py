"""Scores of competencies to a total with coverage and interval (rubric 7.4 and 7.5)."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from jdgen.role.rule import equal_weights

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from jdgen.schema import Profile
    from jdgen.scoring.competency import Score


class Total(NamedTuple):
    """The weighted mean of the scores, 1 to 5."""

    value: Fraction | None
    """Over the competencies that have a score, provisional where one has a gap; None where no weight has a score."""
    coverage: Fraction
    """Share of the weight that has no gap, 0 to 1."""
    low: Fraction
    """The least that it can still become; the total itself where there is no gap."""
    high: Fraction
    """The most that it can still become."""
    final: bool
    """Whether no competency has a gap, not even one without weight."""

    @property
    def as_index(self) -> Fraction | None:
        """The total as a fraction of the way from 1 to 5."""
        return None if self.value is None else (self.value - 1) / 4


def weights_of(profile: Profile) -> dict[str, Fraction]:
    """Returns the weight of each competency: as given, or all the same."""
    if not any(profile.weights.values()):
        return equal_weights(list(profile.competencies))
    return {name: Fraction(profile.weights.get(name, 0)) for name in profile.competencies}


def total(scores: Sequence[Score], weights: Mapping[str, Fraction]) -> Total:
    """Returns the total of a candidate's scores; only the proportion of the weights counts."""
    whole = sum(weights.values(), Fraction(0))
    rated = [(weights[it.competency], it.score) for it in scores if it.score is not None]
    weight = sum((each for each, _ in rated), Fraction(0))
    return Total(
        value=_sum(rated) / weight if weight else None,
        coverage=sum((weights[it.competency] for it in scores if not it.gap), Fraction(0)) / whole,
        low=_sum((weights[it.competency], it.low) for it in scores) / whole,
        high=_sum((weights[it.competency], it.high) for it in scores) / whole,
        final=not any(it.gap for it in scores),
    )


def _sum(parts: Iterable[tuple[Fraction, Fraction]]) -> Fraction:
    return sum((weight * score for weight, score in parts), Fraction(0))

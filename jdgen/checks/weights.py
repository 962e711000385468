"""Rules about weights: they cover the competencies, sum to 100, and differ for a reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jdgen.checks.removals import at_the_last_change
from jdgen.checks.rule import rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jdgen.checks.rule import Fault
    from jdgen.schema import Profile

WHOLE = 100


@rule("E19")
def not_weighted(profile: Profile) -> Iterator[Fault]:
    """Weights that are given are given for every competency; what else they name is an unknown id, E03."""
    for name in profile.competencies:
        if profile.weights and name not in profile.weights:
            message = (
                f"the weights leave out '{name}': give it one, or leave out all weights and they are equal"
            )
            yield ("weights", name), message


@rule("E20", telling=at_the_last_change)
def sum_of_weights(profile: Profile) -> Iterator[Fault]:
    """Weights sum to 100, so that each is read as a share of the decision."""
    missing = WHOLE - sum(profile.weights.values())
    if profile.weights and missing:
        remedy = f"add {missing} to one of them" if missing > 0 else f"take {-missing} from one of them"
        yield ("weights",), f"the weights sum to {WHOLE - missing}, not {WHOLE}: {remedy}"


@rule("E21", "Dawes 1979")
def unequal_without_reason(profile: Profile) -> Iterator[Fault]:
    """Equal weights are hard to beat: unequal ones come with a reason that was written before the first rating."""
    if len(set(profile.weights.values())) > 1 and not profile.because:
        message = (
            "the weights differ without a reason: say why in `because`, or leave them out and they are equal"
        )
        yield ("weights",), message

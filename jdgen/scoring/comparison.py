"""All candidates of one vacancy: assessed, ranked, and the raters' agreement."""

from __future__ import annotations

from collections import defaultdict
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from jdgen.role.people import seated
from jdgen.role.rule import equal_weights
from jdgen.scoring.agreement import Agreement, agreement
from jdgen.scoring.candidate import Assessed, assess
from jdgen.scoring.planned import planned
from jdgen.scoring.ranks import Band, bands, ranks
from jdgen.scoring.ratings import in_hand
from jdgen.scoring.total import total

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from jdgen.role.resolution import Resolved
    from jdgen.schema.candidates import Candidates
    from jdgen.schema.scorecard import Scorecard
    from jdgen.schema.vacancy import Vacancy
    from jdgen.scoring.planned import Plan


class Comparison(NamedTuple):
    """The results of a vacancy."""

    plan: Plan
    """What was to be rated, by competency."""
    void: Mapping[str, str]
    """Questions that count for nobody, with the reason."""
    candidates: tuple[Assessed, ...]
    """By code."""
    ranks: Mapping[str, int]
    """Rank of each candidate in the running, the best first; the others have none."""
    bands: tuple[Band, ...]
    """Candidates in the running whose order says nothing."""
    equal_totals: Mapping[str, Fraction]
    """Their totals if all competencies weighed the same."""
    equal_ranks: Mapping[str, int]
    """Their ranks then."""
    order_depends: bool
    """Whether these ranks differ: then the order depends on the weights."""
    agreement: Agreement
    """How far raters agreed before they talked."""


def compare(
    resolved: Resolved,
    cards: Iterable[Scorecard],
    candidates: Candidates | None = None,
    vacancy: Vacancy | None = None,
) -> Comparison:
    """Returns the results of all candidates who have a card, or an entry in `candidates`.

    The cards are of this role; open ones count as missing. The order of cards and entries changes nothing.

    Raises:
        ValueError: two cards of a candidate are from the same seat and session.
    """
    role = seated(resolved, vacancy)
    void = dict(vacancy.void) if vacancy else {}
    plan = planned(role, void)
    assessed = _assessed(role, plan, cards, candidates)
    running = [it for it in assessed if in_the_running(it)]
    weights = equal_weights(list(plan))
    totals = {it.code: it.result.total.value for it in running}
    equal = {it.code: total(it.result.scores, weights).value for it in running}
    exact, even = _known(totals), _known(equal)
    by_weight, by_equal = ranks(exact), ranks(even)
    return Comparison(
        plan=plan,
        void=void,
        candidates=assessed,
        ranks=by_weight,
        bands=bands(exact, Fraction(role.profile.scoring.band)),
        equal_totals=dict(sorted(even.items())),
        equal_ranks=by_equal,
        order_depends=by_weight != by_equal,
        agreement=agreement(assessed),
    )


def in_the_running(it: Assessed) -> bool:
    """Returns whether a candidate is ranked: the total is final, and no knock-out ended the candidacy."""
    return it.result.total.final and it.result.outcome != "not qualified"


def _assessed(
    role: Resolved, plan: Plan, cards: Iterable[Scorecard], candidates: Candidates | None
) -> tuple[Assessed, ...]:
    from jdgen.schema.candidates import Candidate  # noqa: PLC0415 - the models are the slow part of a start

    known = candidates.candidates if candidates else {}
    by_code: dict[str, list[Scorecard]] = defaultdict(list)
    for card in cards:
        by_code[card.candidate].append(card)
    return tuple(
        assess(code, role.profile, plan, in_hand(by_code[code]), known.get(code) or Candidate())
        for code in sorted({*by_code, *known})
    )


def _known(totals: Mapping[str, Fraction | None]) -> dict[str, Fraction]:
    return {code: value for code, value in totals.items() if value is not None}

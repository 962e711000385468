"""One candidate's cards to scores, total, flags and outcome (rubric 7.8), before and after revisions."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from jdgen.role.rule import outcome
from jdgen.scoring.competency import competency_score
from jdgen.scoring.flags import Ground, flags, unraised
from jdgen.scoring.notices import notices
from jdgen.scoring.requirements import standings
from jdgen.scoring.total import total, weights_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from jdgen.role.rule import Outcome
    from jdgen.schema import Profile
    from jdgen.schema.candidates import Candidate
    from jdgen.scoring.competency import Score
    from jdgen.scoring.flags import Flag
    from jdgen.scoring.notices import Notice
    from jdgen.scoring.planned import Plan
    from jdgen.scoring.ratings import Cards, Mark
    from jdgen.scoring.requirements import Standing
    from jdgen.scoring.total import Total


class Result(NamedTuple):
    """What the rule makes of one candidate; what it says, not the decision."""

    scores: tuple[Score, ...]
    """One for each competency, in the order of the profile."""
    total: Total
    """The total at the role's weights."""
    standings: tuple[Standing, ...]
    """One for each requirement, in the order of the profile."""
    flags: tuple[Flag, ...]
    """What the debrief has to close."""
    notices: tuple[Notice, ...]
    """What the debrief should know."""
    below_floor: tuple[str, ...]
    """Competencies without a gap whose score is below the floor."""
    outcome: Outcome
    """The first rule that applies."""
    because: tuple[str, ...]
    """What the rule rests on: requirements, competencies or flags by name; empty where it is the total alone."""


class Revised(NamedTuple):
    """A rating changed after the debrief."""

    session: str
    seat: str
    question: str
    before: Mark
    """The first rating, which is kept; None where it was missing."""
    after: Mark
    reason: str


class Assessed(NamedTuple):
    """A candidate, with everything that the packet says."""

    code: str
    result: Result
    """With revisions."""
    independent: Result
    """Before the debrief: first ratings, every flag open; the same as `result` where the debrief changed nothing."""
    revisions: tuple[Revised, ...]
    """In the order of the plan."""
    unraised: tuple[str, ...]
    """Names in `closed` that are no flag."""


def assess(code: str, profile: Profile, plan: Plan, cards: Cards, candidate: Candidate) -> Assessed:
    """Returns what the rule makes of one candidate."""
    revisions = tuple(_revisions(plan, cards))
    result = independent = _result(profile, plan, cards, candidate, revised=True)
    if revisions or candidate.closed:
        before = candidate.model_copy(update={"closed": {}})
        independent = _result(profile, plan, cards, before, revised=False)
    return Assessed(code, result, independent, revisions, unraised(candidate, result.flags))


def _result(profile: Profile, plan: Plan, cards: Cards, candidate: Candidate, *, revised: bool) -> Result:
    least = profile.scoring.min_raters
    scores = tuple(competency_score(name, its, cards, least, revised=revised) for name, its in plan.items())
    settled = standings(profile, candidate, {it.competency: it for it in scores})
    raised = flags(Ground(profile, plan, cards, candidate, scores, settled))
    low = tuple(it.competency for it in scores if not it.gap and _below_floor(profile, it))
    whole = total(scores, weights_of(profile))
    grounds = _grounds(scores, settled, low, raised)
    verdict = outcome(
        whole.value,
        advance=profile.scoring.advance,
        hold=profile.scoring.hold,
        knocked_out=bool(grounds["not qualified"]),
        incomplete=bool(grounds["incomplete"]),
        below_a_floor=bool(low),
        flagged=bool(grounds["discuss"]),
    )
    because = tuple(grounds.get(verdict, ()))
    return Result(scores, whole, settled, raised, notices(scores), low, verdict, because)


def _grounds(
    scores: Sequence[Score], settled: Sequence[Standing], low: Sequence[str], raised: Sequence[Flag]
) -> dict[Outcome, list[str]]:
    """Returns what speaks for each outcome that does not rest on the total alone."""
    return {
        "not qualified": [it.requirement for it in settled if it.knock_out and it.status == "not_met"],
        "incomplete": [
            *(it.competency for it in scores if it.gap),
            *(it.requirement for it in settled if it.must and it.status == "unverified"),
        ],
        "below a floor": list(low),
        "discuss": [it.id for it in raised if it.is_open],
    }


def _below_floor(profile: Profile, it: Score) -> bool:
    floor = profile.floors.get(it.competency)
    return floor is not None and it.score is not None and it.score < floor


def _revisions(plan: Plan, cards: Cards) -> Iterator[Revised]:
    for cell in dict.fromkeys(cell for cells in plan.values() for cell in cells):
        card = cards.get((cell.session, cell.seat))
        for name in cell.questions if card else ():
            if card and (it := card.revised.get(name)):
                yield Revised(cell.session, cell.seat, name, card.ratings.get(name), it.to, it.because)

"""What a gap is, and how far a score can still go: not asked, missing, and partly there (rubric 7.5)."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any

import pytest
from openings import card, changed, in_pairs, meeting, one

from jdgen.schema.plan import Plan

if TYPE_CHECKING:
    from conftest import Shipped

    from jdgen.role.resolution import Resolved
    from jdgen.schema.scorecard import Scorecard
    from jdgen.scoring.competency import Score

SEATS = ("chief", "finance", "engineer")


def budget(shipped: Shipped, *, case: bool = False, min_raters: int = 2) -> Resolved:
    """A role in which three people interview on budget, and a case may follow with the chief alone."""
    role = in_pairs(shipped())
    sessions = {"talk": meeting("interview", list(SEATS), ["budget"])}
    if case:
        sessions["case"] = meeting("case", ["chief"], ["budget"])
    return changed(
        role,
        competencies={"budget": role.profile.competencies["budget"]},
        plan=Plan(seats=role.profile.plan.seats, sessions=sessions),
        weights={"budget": 100},
        scoring=role.profile.scoring.model_copy(update={"min_raters": min_raters}),
    )


def talk(*ratings: Any) -> list[Scorecard]:
    """A card for each seat, all questions rated the same; a tuple rates them one by one; None leaves no card."""
    return [
        card("talk", seat, dict(zip(("bu1", "bu2", "bu3"), its if isinstance(its, tuple) else (its,) * 3, strict=False)))
        for seat, its in zip(SEATS, ratings, strict=True)
        if its is not None
    ]  # fmt: skip


def scored(role: Resolved, cards: list[Scorecard]) -> Score:
    (score,) = one(role, cards).result.scores
    return score


CASES = {
    "everyone": ((4, 3, 5), "4", False, ("4", "4")),
    "one was asked nothing, two are enough": ((4, "NA", 2), "3", False, ("3", "3")),
    "one card is missing, though two are enough": ((4, None, 2), "3", True, ("7/3", "11/3")),
    "one missing, one asked nothing: both are unknown": ((4, None, "NA"), "4", True, ("2", "14/3")),
    "two asked nothing": ((4, "NA", "NA"), "4", True, ("2", "14/3")),
    "nobody was asked": (("NA", "NA", "NA"), None, True, ("1", "5")),
    "no card": ((None, None, None), None, True, ("1", "5")),
    "one rating is missing": ((4, 4, (3, 4)), "23/6", True, ("32/9", "4")),
    "one rating is missing beside one not asked": ((4, 4, ("NA", 3)), "11/3", True, ("10/3", "4")),
    "one rating is missing and nothing else was asked": ((4, 4, ("NA", "NA")), "4", True, ("3", "13/3")),
    "not asked drops out of the mean": ((4, 4, (3, "NA", 4)), "23/6", False, ("23/6", "23/6")),
}


@pytest.mark.parametrize(("ratings", "mean", "gap", "interval"), CASES.values(), ids=CASES)
def test_a_score_and_how_far_it_can_go(
    ratings: tuple[Any, ...], mean: str | None, gap: bool, interval: tuple[str, str], shipped: Shipped
) -> None:
    it = scored(budget(shipped), talk(*ratings))
    assert it.score == (None if mean is None else Fraction(mean))
    assert it.gap is gap
    assert (it.low, it.high) == tuple(map(Fraction, interval))


def test_a_rater_with_one_of_two_cards_is_bounded_session_by_session(shipped: Shipped) -> None:
    role = budget(shipped, case=True)
    it = scored(role, talk(4, 3, 5))
    assert [it.score, it.gap] == [4, True]
    assert (it.raters[0].low, it.raters[0].high) == (Fraction(5, 2), Fraction(9, 2))
    assert (it.low, it.high) == (Fraction(7, 2), Fraction(25, 6))
    assert [(each.session, each.seat, each.questions) for each in it.missing] == [
        ("case", "chief", ("case_budget",))
    ]
    known = scored(role, [*talk(4, 3, 5), card("case", "chief", {"case_budget": 2})])
    assert (known.score, known.gap) == (Fraction(11, 3), False)


def test_a_case_that_was_not_rated_leaves_the_interview_alone(shipped: Shipped) -> None:
    it = scored(budget(shipped, case=True), [*talk(4, 3, 5), card("case", "chief", {"case_budget": "NA"})])
    assert [it.score, it.gap, it.raters[0].sessions] == [4, False, (("talk", Fraction(4)), ("case", None))]


@pytest.mark.parametrize(("least", "gap"), [(1, False), (2, True)])
def test_as_many_raters_as_the_rule_asks_for_are_enough(least: int, gap: bool, shipped: Shipped) -> None:
    assert scored(budget(shipped, min_raters=least), talk(4, "NA", "NA")).gap is gap


def test_a_rating_of_another_session_or_seat_is_not_read(shipped: Shipped) -> None:
    role = budget(shipped)
    stray = [card("talk", "people", {"bu1": 1, "bu2": 1, "bu3": 1}), card("nowhere", "chief", {"bu1": 1})]
    assert scored(role, [*talk(4, 3, 5), *stray]).score == 4


def test_a_disagreement_is_seen_on_what_is_there(shipped: Shipped) -> None:
    result = one(budget(shipped), talk(2, None, 4)).result
    assert [it.id for it in result.flags] == ["disagreement-budget"]
    assert result.outcome == "incomplete"

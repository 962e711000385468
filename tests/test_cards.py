"""Scorecards: what each seat rates in each session, and what a card is recognised by."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from conftest import VARIANTS

from jdgen.role.kit.cards import cards
from jdgen.role.kit.ratings import case_ratings
from jdgen.role.kit.view import describe_kit
from jdgen.role.view import describe

if TYPE_CHECKING:
    from conftest import Shipped

    from jdgen.role.kit import Card
    from jdgen.role.resolution import Resolved

CTO = (
    "direction-chief direction-finance product-product product-engineer delivery-engineer delivery-manager "
    "people-product people-people case-chief case-finance case-engineer"
)


def cards_of(resolved: Resolved) -> dict[str, Card]:
    role = describe(resolved)
    return {it.id: it for it in cards(resolved, describe_kit(resolved, role), role)}


def test_there_is_a_card_for_each_seat_in_each_session_that_rates(shipped: Shipped) -> None:
    assert " ".join(cards_of(shipped())) == CTO


@pytest.mark.parametrize(("name", "stage"), VARIANTS)
def test_there_are_eleven_cards_and_no_id_twice_on_one(name: str, stage: str, shipped: Shipped) -> None:
    found = cards_of(shipped(name, stage))
    assert len(found) == 11
    for card in found.values():
        items = [it.id for sheet in card.sheets for it in sheet.items]
        flags = [it.id for sheet in card.sheets for it in sheet.flags]
        assert len({*items, *flags}) == len(items) + len(flags)
        assert all(re.fullmatch("[a-z][a-z0-9_]*", it) for it in items)


@pytest.mark.parametrize(("name", "stage"), VARIANTS)
def test_every_question_is_rated_from_two_seats_and_asked_from_one(
    name: str, stage: str, shipped: Shipped
) -> None:
    resolved = shipped(name, stage)
    items = [
        item for card in cards_of(resolved).values() if card.session.kind == "interview"
        for sheet in card.sheets for item in sheet.items
    ]  # fmt: skip
    asked = [it.id for it in items if it.mine]
    assert sorted(asked) == sorted(q for c in resolved.profile.competencies.values() for q in c.questions)
    assert all([it.id for it in items].count(name) == 2 for name in asked)


def test_an_interview_card_has_questions_with_key_answers(shipped: Shipped) -> None:
    card = cards_of(shipped())["direction-finance"]
    assert [sheet.competency.id for sheet in card.sheets] == ["strategy", "budget"]
    assert [(it.id, it.kind, it.mine) for it in card.sheets[1].items] == [
        ("bu1", "Behavioural", True), ("bu2", "Behavioural", True), ("bu3", "Situational", True),
    ]  # fmt: skip
    assert [it.mine for it in card.sheets[0].items] == [False] * 3
    assert [it.level for it in card.sheets[1].items[2].answers] == [5, 3, 1]


def test_a_case_card_has_one_rating_for_each_competency(shipped: Shipped) -> None:
    resolved = shipped()
    card = cards_of(resolved)["case-engineer"]
    items = [sheet.items for sheet in card.sheets]
    assert [[it.id for it in each] for each in items] == [
        ["case_strategy"], ["case_budget"], ["case_innovation"], ["case_partnership"],
    ]  # fmt: skip
    assert resolved.profile.case is not None
    assert items[1][0].ask == resolved.profile.case.scored_on["budget"]
    assert items[1][0].kind == "Case"
    kit = describe_kit(resolved, describe(resolved))
    assert kit.case is not None
    assert {it.rating for it in kit.case.scored_on} == {each[0].id for each in items}


def test_red_flags_are_boxes(shipped: Shipped) -> None:
    resolved = shipped()
    for card in ("direction-chief", "case-chief"):
        sheet = cards_of(resolved)[card].sheets[0]
        assert [it.id for it in sheet.flags] == ["flag-strategy-1", "flag-strategy-2"]
        assert tuple(it.text for it in sheet.flags) == tuple(
            resolved.profile.competencies["strategy"].red_flags
        )


def test_a_card_says_what_it_belongs_to(shipped: Shipped) -> None:
    resolved = shipped("cpo", "startup")
    assert cards_of(resolved)["case-technology"].machine == (
        ("jd-schema", "1"), ("jd-fingerprint", describe(resolved).fingerprint), ("jd-role", "cpo"),
        ("jd-stage", "startup"), ("jd-session", "case"), ("jd-seat", "technology"),
    )  # fmt: skip


def test_a_question_that_is_called_like_a_case_rating_keeps_its_id(shipped: Shipped) -> None:
    question = "{kind: behavioural, ask: 'Tell me about a platform.', probes: [Why?, What came of it?]}"
    resolved = shipped(
        company=f"patch: {{competencies: {{strategy: {{questions: {{case_budget: {question}}}}}}}}}"
    )
    assert cards_of(resolved)["case-chief"].sheets[1].items[0].id == "case_budget_"


def test_the_case_guide_names_the_ratings_of_the_first_case_session(shipped: Shipped) -> None:
    again = "{title: Second case, kind: case, minutes: 90, seats: [chief], competencies: [strategy]}"
    resolved = shipped(company=f"patch: {{plan: {{sessions: {{second: {again}}}}}}}")
    case = describe_kit(resolved, describe(resolved)).case
    assert case is not None
    assert case.scored_on[0].rating == "case_strategy"
    assert cards_of(resolved)["second-chief"].sheets[0].items[0].id == "second_strategy"


def test_no_two_case_ratings_share_an_id(shipped: Shipped) -> None:
    company = """
patch:
  competencies: {a: COPY, b_a: COPY}
  plan:
    sessions:
      case: {competencies: [b_a]}
      case_b: {title: Second case, kind: case, minutes: 90, seats: [chief, finance], competencies: [a]}
""".replace("COPY", "{name: N, definition: D, anchors: {1: x}, questions: {}}")
    assert case_ratings(shipped(company=company).profile) == {
        ("case", "b_a"): "case_b_a",
        ("case_b", "a"): "case_b_a_",
    }

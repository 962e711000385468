"""Sessions minute by minute."""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from conftest import VARIANTS
from conftest import role as resolved
from hypothesis import given
from hypothesis import strategies as st

from jdgen.role.kit.timeline import meetings
from jdgen.role.people import labels
from jdgen.role.sessions import RATED, asker, needed_minutes
from jdgen.schema.plan import Session, Time

if TYPE_CHECKING:
    from conftest import Shipped

    from jdgen.role.kit.model import Meeting, Slot
    from jdgen.schema import Profile

DIRECTION = """
0-5    opening
5-15   st1 strategy behavioural asked by chief   rated by chief finance
15-25  st2 strategy behavioural asked by chief   rated by chief finance
25-33  st3 strategy situational asked by chief   rated by chief finance
33-43  bu1 budget   behavioural asked by finance rated by chief finance
43-53  bu2 budget   behavioural asked by finance rated by chief finance
53-61  bu3 budget   situational asked by finance rated by chief finance
61-71  closing
71-75  spare
"""
"""Worked out by hand."""


def by_id(profile: Profile) -> dict[str, Meeting]:
    return {it.id: it for it in meetings(profile, {}, {})}


def line(slot: Slot) -> str:
    kind = "situational" if "situational" in slot.text else "behavioural"
    head = f"{slot.start}-{slot.end}"
    if slot.what != "question":
        assert not slot.rated_by
        return f"{head} {slot.what}"
    competency = slot.competency.split()[0].lower()
    return f"{head} {slot.question} {competency} {kind} asked by {slot.asked_by} rated by {' '.join(slot.rated_by)}"


def test_direction_is_the_one_worked_out_by_hand(shipped: Shipped) -> None:
    names = "patch: {competencies: {strategy: {name: strategy}, budget: {name: budget}}}"
    direction = by_id(shipped(company=names).profile)["direction"]
    assert [line(slot) for slot in direction.slots] == [
        " ".join(it.split()) for it in DIRECTION.strip().splitlines()
    ]
    assert (direction.needed, direction.spare) == (71, 4)


@pytest.mark.parametrize(("name", "stage"), VARIANTS)
def test_every_question_is_asked_once_by_a_seat_that_rates_it(
    name: str, stage: str, shipped: Shipped
) -> None:
    profile = shipped(name, stage).profile
    asked = [slot for it in meetings(profile, {}, {}) for slot in it.slots if slot.what == "question"]
    every = [question for it in profile.competencies.values() for question in it.questions]
    assert sorted(slot.question for slot in asked) == sorted(every)
    assert all(slot.asked_by in slot.rated_by and len(slot.rated_by) == 2 for slot in asked)


@pytest.mark.parametrize(("name", "stage"), VARIANTS)
def test_candidates_meet_the_screen_first_and_the_references_last(
    name: str, stage: str, shipped: Shipped
) -> None:
    found = meetings(shipped(name, stage).profile, {}, {})
    assert [it.kind for it in found] == ["screen", *["interview"] * 4, "case", "reference"]
    assert [it.needed for it in found] == [30, 71, 71, 71, 71, 75, 0]
    assert found[-1].slots == ()


def test_a_case_is_presented_then_discussed_and_rated_by_all(shipped: Shipped) -> None:
    case = by_id(shipped().profile)["case"]
    assert [(it.start, it.end, it.what) for it in case.slots] == [
        (0, 5, "opening"), (5, 25, "presentation"), (25, 65, "discussion"), (65, 75, "closing"), (75, 90, "spare"),
    ]  # fmt: skip
    assert [it.rated_by for it in case.slots] == [(), *[("chief", "finance", "engineer")] * 2, (), ()]


def test_the_minutes_of_the_case_are_the_profile_s(shipped: Shipped) -> None:
    profile = shipped(company="patch: {case: {presentation: 30, discussion: 0}}").profile
    assert [(it.what, it.end - it.start) for it in by_id(profile)["case"].slots] == [
        ("opening", 5), ("presentation", 30), ("closing", 10), ("spare", 45),
    ]  # fmt: skip


def test_a_session_that_is_too_short_says_what_it_needs(shipped: Shipped) -> None:
    # E18 stops such an interview; a plan that dropped the last question in silence would be worse.
    profile = shipped(company="patch: {plan: {sessions: {direction: {minutes: 60}}}}").profile
    direction = by_id(profile)["direction"]
    assert (direction.needed, direction.spare, direction.slots[-1].what) == (71, 0, "closing")


def test_the_screen_checks_between_opening_and_the_candidate_s_questions(shipped: Shipped) -> None:
    assert [(it.start, it.end, it.what) for it in by_id(shipped().profile)["screen"].slots] == [
        (0, 5, "opening"), (5, 20, "check"), (20, 30, "closing"),
    ]  # fmt: skip


def test_a_short_screen_is_all_check(shipped: Shipped) -> None:
    profile = shipped(company="patch: {plan: {sessions: {screen: {minutes: 15}}}}").profile
    assert [(it.start, it.end, it.what) for it in by_id(profile)["screen"].slots] == [(0, 15, "check")]


def test_seats_ask_in_turn() -> None:
    session = Session(title="T", kind="interview", minutes=75, seats=["a", "b"], competencies=["x", "y", "z"])
    assert [asker(session, it) for it in session.competencies] == ["a", "b", "a"]


def test_nobody_asks_where_nobody_sits() -> None:
    session = Session(title="T", kind="interview", minutes=75, seats=[], competencies=["x"])
    assert asker(session, "x") == ""


minutes = st.integers(min_value=0, max_value=60)
times = st.builds(
    Time, behavioural=minutes, situational=minutes, opening=minutes, closing=minutes, write_up=minutes
)


@cache
def profile() -> Profile:
    return resolved("cto", "scaleup", "{}").profile


@given(times, st.sampled_from(["screen", "interview", "case", "reference"]), st.integers(0, 480))
def test_a_timeline_has_no_gaps_and_keeps_within_its_minutes(time: Time, kind: str, live: int) -> None:
    plan = profile().plan
    session = plan.sessions["direction"].model_copy(update={"kind": kind, "minutes": live})
    changed = {"time": time, "plan": plan.model_copy(update={"sessions": {"one": session}})}
    (made,) = meetings(profile().model_copy(update=changed), {}, {})
    assert all(before.end == after.start for before, after in pairwise(made.slots))
    assert all(slot.start < slot.end for slot in made.slots)
    assert made.spare == max(live - made.needed, 0)
    if made.slots:
        assert made.slots[0].start == 0
        assert made.slots[-1].end == max(live, made.needed)


@pytest.mark.parametrize(("name", "stage"), VARIANTS)
def test_what_a_session_needs_is_what_its_timeline_takes(name: str, stage: str, shipped: Shipped) -> None:
    profile = shipped(name, stage).profile
    made = {it.id: it.needed for it in meetings(profile, {}, {}) if it.kind in RATED}
    assert made == {key: needed_minutes(profile, profile.plan.sessions[key]) for key in made}
    assert len(made) == 5


def test_a_title_that_leaves_it_open_who_somebody_is_gives_way_to_the_name(shipped: Shipped) -> None:
    profile = shipped("cpo", "startup").profile
    people = {"chief": "Ada", "customer": "Bo"}
    made = {it.id: it.meets for it in meetings(profile, labels(profile, people), people)}
    assert made["market"] == ("Bo", "Adviser who has been a CPO")
    assert made["direction"] == ("Founder and chief executive (Ada)", "Lead investor or finance adviser")

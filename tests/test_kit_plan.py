"""Seats, duties, minutes and who rates what."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from conftest import VARIANTS

from jdgen.role.kit.view import describe_kit
from jdgen.role.people import seated
from jdgen.role.view import describe
from jdgen.schema.vacancy import Vacancy

if TYPE_CHECKING:
    from conftest import Shipped

    from jdgen.role.kit import Kit, Seat
    from jdgen.role.resolution import Resolved


def kit_of(resolved: Resolved, vacancy: Vacancy | None = None) -> Kit:
    resolved = seated(resolved, vacancy)
    return describe_kit(resolved, describe(resolved), vacancy)


def seat(kit: Kit, name: str) -> Seat:
    return next(it for it in kit.seats if it.id == name)


@pytest.mark.parametrize(("name", "stage"), VARIANTS)
def test_the_load_of_the_shipped_plan_is_the_one_worked_out_by_hand(
    name: str, stage: str, shipped: Shipped
) -> None:
    kit = kit_of(shipped(name, stage))
    assert (kit.live_minutes, kit.prep_minutes) == (420, 120)
    assert (kit.interviewer_minutes, kit.write_up_minutes, kit.company_time) == (900, 165, "17 h 45")
    assert max(it.minutes for it in kit.seats) == 285
    assert kit.busiest == (seat(kit, "engineer" if name == "cto" else "technology").label,)


def test_the_minutes_of_each_seat_add_up(shipped: Shipped) -> None:
    found = {it.id: (sum(d.minutes for d in it.duties), it.minutes) for it in kit_of(shipped()).seats}
    assert found == {
        "recruiter": (30, 30), "chief": (165, 195), "finance": (165, 195), "product": (150, 180),
        "engineer": (240, 285), "manager": (75, 90), "people": (75, 90),
    }  # fmt: skip


def test_a_seat_asks_its_own_competency_and_rates_all_of_the_session(shipped: Shipped) -> None:
    chief = seat(kit_of(shipped()), "chief")
    assert [(d.session.id, [c.id for c in d.asks], [c.id for c in d.rates]) for d in chief.duties] == [
        ("direction", ["strategy"], ["strategy", "budget"]),
        ("case", [], ["strategy", "budget", "innovation", "partnership"]),
    ]
    assert [d.write_up for d in chief.duties] == [15, 15]
    assert chief.duties[0].rates[0].anchors


def test_who_screens_or_calls_referees_rates_nothing_there(shipped: Shipped) -> None:
    kit = kit_of(shipped())
    recruiter, people = seat(kit, "recruiter"), seat(kit, "people")
    assert not recruiter.rates
    assert (recruiter.duties[0].rates, recruiter.duties[0].write_up) == ((), 0)
    assert [(d.session.id, d.write_up) for d in people.duties] == [("people", 15), ("references", 0)]


def test_a_screen_rates_nothing_whatever_it_lists(shipped: Shipped) -> None:
    kit = kit_of(shipped(company="patch: {plan: {sessions: {screen: {competencies: [budget]}}}}"))
    assert not seat(kit, "recruiter").rates
    assert kit.write_up_minutes == 165


def test_minutes_of_reference_calls_are_not_the_candidate_s(shipped: Shipped) -> None:
    kit = kit_of(shipped(company="patch: {plan: {sessions: {references: {minutes: 60}}}}"))
    assert (kit.live_minutes, kit.interviewer_minutes) == (420, 960)


def test_a_seat_without_a_session_has_no_minutes(shipped: Shipped) -> None:
    kit = kit_of(shipped(company="patch: {plan: {seats: {board: Board member}}}"))
    assert (seat(kit, "board").duties, seat(kit, "board").minutes, seat(kit, "board").rates) == ((), 0, False)


@pytest.mark.parametrize(("name", "stage"), VARIANTS)
def test_coverage_has_a_cell_for_each_seat_that_rates(name: str, stage: str, shipped: Shipped) -> None:
    resolved = shipped(name, stage)
    kit = kit_of(resolved)
    rating = [it.label for it in kit.seats if it.rates]
    assert len(rating) == 6
    for row in kit.coverage:
        assert [cell.seat for cell in row.cells] == rating
        assert sum(cell.asks for cell in row.cells) == 1
        assert all(len(cell.where) == cell.ratings for cell in row.cells)
        assert row.raters == sum(cell.ratings > 0 for cell in row.cells) >= 2


def test_a_seat_rates_a_competency_in_two_sessions(shipped: Shipped) -> None:
    strategy = kit_of(shipped()).coverage[0]
    assert [cell.ratings for cell in strategy.cells] == [2, 2, 0, 1, 0, 0]
    assert strategy.cells[0].where == (
        "Direction and investment",
        "Architecture and return-on-investment case",
    )
    assert strategy.raters == 3


def test_one_person_on_two_seats_is_one_rater(shipped: Shipped) -> None:
    kit = kit_of(shipped(company="people: {chief: Ada Park, finance: ada  park}"))
    assert kit.coverage[0].raters == 2  # three seats, two people
    assert sum(cell.ratings > 0 for cell in kit.coverage[0].cells) == 3


def test_people_stand_beside_their_seats(shipped: Shipped) -> None:
    kit = kit_of(shipped(company="people: {chief: Ada Park}"))
    chief = seat(kit, "chief")
    assert (chief.title, chief.person) == ("Chief Executive Officer", "Ada Park")
    assert chief.label == kit.sessions[1].seats[0] == "Chief Executive Officer (Ada Park)"
    assert kit.sessions[1].slots[1].asked_by == chief.label


def test_minutes_for_writing_up_are_the_profile_s(shipped: Shipped) -> None:
    kit = kit_of(shipped(company="patch: {time: {write_up: 20}}"))
    assert (kit.write_up_minutes, kit.company_time) == (220, "18 h 40")


def test_reference_calls_name_what_an_answer_bears_on(shipped: Shipped) -> None:
    calls = kit_of(shipped(company="people: {people: Bo Lind}")).references
    assert calls is not None
    assert calls.callers == ("Head of People (Bo Lind)",)
    assert calls.minimum == 4
    assert calls.questions[0].checks[0].startswith("At least 15 years of experience")
    assert calls.questions[1].checks == ("Technology strategy", "Innovation and architecture")


def test_a_role_without_references_has_no_calls(shipped: Shipped) -> None:
    assert kit_of(shipped(company="patch: {references: null}")).references is None


def test_records_are_said_as_the_company_says_them(shipped: Shipped) -> None:
    guide = kit_of(shipped(company="records: {months: 12, contact: people@northwind.example}")).guide
    assert "deleted twelve months after the decision" in guide.records
    assert "people@northwind.example" in guide.records


def test_without_the_company_s_word_no_time_of_deletion_is_promised(shipped: Shipped) -> None:
    records = kit_of(shipped()).guide.records
    assert "month" not in records
    assert "delete" not in records
    assert "ask" in records


def test_adjustments_are_those_of_the_posting(shipped: Shipped) -> None:
    resolved = shipped()
    assert kit_of(resolved).guide.adjustments == describe(resolved).accommodation


def test_the_vacancy_brings_its_days_and_its_file_s_name(shipped: Shipped) -> None:
    vacancy = Vacancy.model_validate(
        {"role": "cto", "stage": "scaleup", "dates": {"opened": "2027-01-10", "debrief": "2027-02-10"}}
    )
    resolved = shipped()
    found = describe_kit(resolved, describe(resolved), vacancy, name="cto-2027").vacancy
    assert (found.name, str(found.opened), str(found.debrief)) == ("cto-2027", "2027-01-10", "2027-02-10")
    assert kit_of(resolved).vacancy == ("", None, None)

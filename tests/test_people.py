"""People on seats: who they are, and what is wrong with how they are named."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from conftest import VARIANTS

from jdgen.checks.people import RULES, check
from jdgen.generate.reading import read_opening, read_role
from jdgen.role.kit.view import describe_kit
from jdgen.role.people import different, seated, trained_on
from jdgen.role.view import describe
from jdgen.schema.vacancy import Vacancy
from jdgen.source.parsing import parse
from jdgen.source.validation import validate
from jdgen.workspace import Workspace

if TYPE_CHECKING:
    from conftest import Make, Shipped

    from jdgen.source import Node

HEAD = "role: cto\nstage: scaleup\n"
FULL = "{chief: A, finance: B, product: C, engineer: D, manager: E, people: F, recruiter: G}"
DAY = dt.date(2027, 1, 4)


def opening(text: str) -> tuple[Vacancy, Node]:
    tree = parse(HEAD + text, "vacancies/cto.yaml", "vacancy")
    return validate(Vacancy, tree), tree


def codes(shipped: Shipped, company: str = "{}", vacancy: str = "") -> list[str]:
    return [it.code for it in check(shipped(company=company), *opening(vacancy))]


@pytest.mark.parametrize(("name", "stage"), VARIANTS)
def test_without_people_there_is_nothing_to_find(name: str, stage: str, shipped: Shipped) -> None:
    assert check(shipped(name, stage)) == []


def test_seven_people_on_seven_seats_are_fine(shipped: Shipped) -> None:
    assert codes(shipped, f"people: {FULL}", "trained: {chief: 2027-01-04}") == []


def test_a_misspelled_seat_is_found_with_its_place(shipped: Shipped) -> None:
    (finding,) = check(shipped(company="people:\n  chef: Ada Park"))
    assert str(finding) == (
        "company.yaml:2:3: error P01: 'chef' is no seat of the plan; seats are recruiter, chief, finance, product, "
        "engineer, manager, people. Did you mean 'chief'?"
    )


def test_a_seat_of_another_role_may_stand_in_the_company_file(shipped: Shipped) -> None:
    assert check(shipped("cto", company="people: {technology: Ada, customer: Bo}")) == []
    assert check(shipped("cpo", company="people: {engineer: Ada, manager: Bo}")) == []


def test_a_vacancy_is_one_role_s_and_names_no_other_seats(shipped: Shipped) -> None:
    (finding,) = check(shipped(), *opening("people: {technology: Ada}"))
    assert (finding.code, str(finding.place)) == ("P01", "vacancies/cto.yaml:3:10")


def test_one_person_cannot_sit_twice_in_a_session(shipped: Shipped) -> None:
    found = check(shipped(company="people: {chief: Ada Park, engineer: ada park}"))
    assert [it.code for it in found] == ["P02"]
    assert found[0].message == (
        "ada park sits on 'chief' and 'engineer' in the session 'Architecture and return-on-investment case': "
        "name a different person for one of them"
    )


def test_one_person_may_sit_on_seats_that_never_meet(shipped: Shipped) -> None:
    assert codes(shipped, "people: {recruiter: Ada, people: Ada, manager: Bo, chief: Bo}") == []


def test_two_seats_of_one_person_are_one_rater(shipped: Shipped) -> None:
    found = check(shipped(company="people: {product: Ada, engineer: Ada}"))
    assert [it.code for it in found] == ["P02", "P03"]
    assert found[1].message == (
        "'customers' is rated by 1 different person, not 2: name someone else for 'product' or 'engineer'"
    )


def test_one_person_in_two_sessions_alone_is_one_rater(shipped: Shipped) -> None:
    plan = "patch: {plan: {sessions: {direction: {seats: [chief]}, case: {seats: [finance]}}}}"
    assert codes(shipped, f"{plan}\npeople: {{chief: Ada, finance: Ada}}") == ["P03", "P03"]
    assert codes(shipped, f"{plan}\npeople: {{chief: Ada, finance: Bo}}") == []


def test_the_vacancy_s_person_takes_the_company_s_place(shipped: Shipped) -> None:
    company = "people: {product: Ada, engineer: Ada}"
    assert codes(shipped, company) == ["P02", "P03"]
    assert codes(shipped, company, "people: {engineer: Bo}") == []


def test_a_fault_is_placed_in_the_file_that_names_the_person(shipped: Shipped) -> None:
    company = "people: {product: Ada}"
    found = check(shipped(company=company), *opening("people: {engineer: Ada}"))
    assert {it.place.file for it in found} == {"vacancies/cto.yaml"}
    found = check(shipped(company="people: {engineer: Ada}"), *opening("people: {product: Ada}"))
    assert {it.place.file for it in found} == {"company.yaml"}


@pytest.mark.parametrize(
    ("seat", "says"),
    [
        ("chef", "'chef' is no seat of the plan. Did you mean 'chief'?"),
        (
            "chief",
            "nobody sits on 'chief': name the person who was trained under `people`, or take the day out",
        ),
    ],
)
def test_training_is_a_person_s(seat: str, says: str, shipped: Shipped) -> None:
    (finding,) = check(shipped(), *opening(f"trained: {{{seat}: 2027-01-04}}"))
    assert (finding.code, finding.message, str(finding.place)) == ("P04", says, "vacancies/cto.yaml:3:11")


def test_training_counts_for_a_person_of_the_company_file(shipped: Shipped) -> None:
    assert codes(shipped, "people: {chief: Ada}", "trained: {chief: 2027-01-04}") == []


def test_every_rule_about_people_is_an_error_with_a_reason() -> None:
    assert [it.code for it in RULES] == ["P01", "P02", "P03", "P04"]
    assert all(it.severity == "error" and it.reason for it in RULES)


def test_the_vacancy_overrides_people_seat_by_seat(shipped: Shipped) -> None:
    vacancy, _ = opening("people: {engineer: Bo}")
    resolved = seated(shipped(company="people: {chief: Ada, engineer: Cy}"), vacancy)
    assert resolved.company.people == {"chief": "Ada", "engineer": "Bo"}


def test_without_a_vacancy_people_stay(shipped: Shipped) -> None:
    resolved = shipped(company="people: {chief: Ada}")
    assert seated(resolved, None) is resolved
    assert seated(resolved, opening("")[0]) is resolved


def test_a_role_is_read_with_the_people_of_its_vacancy(workspace: Make) -> None:
    files = {
        "company.yaml": "people: {chief: Ada, engineer: Cy}",
        "vacancies/one.yaml": HEAD + "people: {engineer: Bo}",
    }
    place = Workspace.at(workspace(files))
    for resolved, _ in (read_role("cto", place, None, vacancy="one"), read_opening("one", place)):
        assert resolved.company.people == {"chief": "Ada", "engineer": "Bo"}


def test_role_and_kit_name_the_same_people(shipped: Shipped) -> None:
    vacancy, _ = opening("people: {engineer: Bo}")
    resolved = seated(shipped(company="people: {chief: Ada, engineer: Cy}"), vacancy)
    role = describe(resolved)
    kit = describe_kit(resolved, role, vacancy)
    assert {it.id: it.seats for it in kit.sessions} == {it.id: it.seats for it in role.sessions}
    assert {slot.asked_by for it in kit.sessions for slot in it.slots if slot.asked_by} == {
        it.asked_by for it in role.competencies
    }


def test_a_kit_has_the_vacancy_s_people(shipped: Shipped) -> None:
    vacancy, _ = opening("people: {engineer: Bo}")
    resolved = seated(shipped(), vacancy)
    kit = describe_kit(resolved, describe(resolved), vacancy)
    assert [it.person for it in kit.seats if it.id == "engineer"] == ["Bo"]


def test_an_empty_seat_is_nobody_whatever_a_person_is_called(shipped: Shipped) -> None:
    assert codes(shipped, 'people: {chief: " finance", engineer: "seat finance"}') == []


def test_one_name_is_one_person_however_it_is_written() -> None:
    people = {"a": "Ada Park", "b": "ada  park", "c": "Bo Lind"}
    assert different(people, ["a", "b"]) == 1
    assert different(people, ["a", "c", "d", "e"]) == 4


def test_a_day_of_training_is_valid_on_every_seat_of_the_person() -> None:
    people = {"a": "Ada", "b": "Ada", "c": "Bo"}
    assert [trained_on(people, {"a": DAY, "d": DAY}, seat) for seat in "abcd"] == [DAY, DAY, None, None]

"""Sentences that are made from fields, so that each figure is typed once."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from jdgen.role import terms, wording
from jdgen.role.view import describe
from jdgen.schema import Company
from jdgen.schema.profile import Benchmark, Source
from jdgen.schema.requirement import Requirement
from jdgen.source.parsing import parse

if TYPE_CHECKING:
    from conftest import Shipped

    from jdgen.schema import Profile

WORDS = """
patch:
  experience_kinds: {technology: in technology, management: managing people, products: in product management}
  method_levels: {3: {label: working, posting: work unaided}, 4: {label: advanced, posting: teach others}}
"""


@pytest.fixture
def profile(shipped: Shipped) -> Profile:
    return shipped(company=WORDS).profile


def plain(text: str) -> Any:
    return parse(f"it: {text}", "file.yaml", "file").at("it").plain


def requirement(text: str) -> Requirement:
    fields = {"importance": "must", "assess": ["screen"], **plain(text)}
    made: Requirement = TypeAdapter(Requirement).validate_python(fields)
    return made


def company(text: str) -> Company:
    return Company.model_validate(plain(f"{{{text}}}"))


SENTENCES = {
    "a degree": (
        "{kind: degree, levels: [bachelor], fields: [physics]}",
        "Bachelor’s degree in physics",
    ),
    "a degree in one of three fields, or what counts as much": (
        "{kind: degree, levels: [bachelor], fields: [physics, law, art], or_equivalent: equivalent experience}",
        "Bachelor’s degree in physics, law or art, or equivalent experience",
    ),
    "one of two degrees": (
        "{kind: degree, levels: [master, doctorate], fields: [physics]}",
        "Master’s degree or doctorate in physics",
    ),
    "two kinds of experience that do not overlap": (
        "{kind: experience, parts: {technology: 10, management: 5}}",
        "At least 15 years of experience: ten in technology and five managing people",
    ),
    "more than so many years": (
        "{kind: experience, parts: {technology: 10, management: 5}, strict: true}",
        "More than 15 years of experience: ten in technology and five managing people",
    ),
    "three kinds of experience": (
        "{kind: experience, parts: {technology: 1, management: 2, products: 3}}",
        "At least six years of experience: one in technology, two managing people and three in product management",
    ),
    "kinds of experience that may overlap": (
        "{kind: experience, parts: {technology: 10, management: 5}, overlap: allowed}",
        "At least ten years in technology and five years managing people, which may be the same years",
    ),
    "one kind of experience": (
        "{kind: experience, parts: {products: 5}}",
        "At least five years in product management",
    ),
    "one year": (
        "{kind: experience, parts: {products: 1}, strict: true}",
        "More than one year in product management",
    ),
    "thirteen years in figures": (
        "{kind: experience, parts: {products: 13}}",
        "At least 13 years in product management",
    ),
    "a kind of experience without a name of its own": (
        "{kind: experience, parts: {sales: 2}, or_equivalent: as much in marketing}",
        "At least two years sales, or as much in marketing",
    ),
    "one certificate": (
        "{kind: certification, any_of: [cloud security]}",
        "One certification in cloud security",
    ),
    "two of three certificates": (
        "{kind: certification, at_least: 2, any_of: [cloud, law, tax], or_equivalent: comparable work}",
        "Two certifications in cloud, law or tax, or comparable work",
    ),
    "a method": ("{kind: method, name: Scrum, level: 4}", "Scrum at an advanced level: you teach others"),
    "a method or its like": (
        "{kind: method, name: Scrum, level: 3, or_equivalent: a method like it}",
        "Scrum at a working level: you work unaided, or a method like it",
    ),
    "scope": ("{kind: scope, text: You have led teams}", "You have led teams"),
    "a skill": (
        "{kind: skill, text: Clear writing, or_equivalent: clear speech}",
        "Clear writing, or clear speech",
    ),
    "a condition": ("{kind: logistics, text: Travel}", "Travel"),
}


@pytest.mark.parametrize(("fields", "said"), SENTENCES.values(), ids=SENTENCES)
def test_a_requirement_says(fields: str, said: str, profile: Profile) -> None:
    assert wording.sentence(requirement(fields), profile) == said


def lines(profile: Profile, *fields: str) -> tuple[str, ...]:
    return wording.lines([requirement(each) for each in fields], profile)


SCRUM = "{kind: method, name: Scrum, level: 4}"
KANBAN = "{kind: method, name: Kanban, level: 4}"


def test_neighbouring_methods_at_one_level_share_a_line(profile: Profile) -> None:
    third = "{kind: method, name: XP, level: 4}"
    assert lines(profile, SCRUM, KANBAN, third) == (
        "Scrum, Kanban and XP at an advanced level: you teach others",
    )


@pytest.mark.parametrize(
    "other",
    [
        "{kind: method, name: Kanban, level: 3}",
        "{kind: method, name: Kanban, level: 4, or_equivalent: its like}",
        "{kind: skill, text: Kanban}",
    ],
    ids=["at another level", "with an equivalent of its own", "no method"],
)
def test_other_neighbours_have_lines_of_their_own(other: str, profile: Profile) -> None:
    assert len(lines(profile, SCRUM, other)) == 2


def test_methods_that_are_no_neighbours_keep_their_places(profile: Profile) -> None:
    between = "{kind: skill, text: Writing}"
    assert lines(profile, SCRUM, between, KANBAN) == (
        "Scrum at an advanced level: you teach others", "Writing", "Kanban at an advanced level: you teach others",
    )  # fmt: skip


def test_requirements_without_a_level_stay_apart(profile: Profile) -> None:
    assert lines(profile, "{kind: skill, text: Writing}", "{kind: skill, text: Speech}") == (
        "Writing",
        "Speech",
    )


PAY = {
    "a range": ("low: 90000, high: 120000, currency: USD", "USD 90,000 to 120,000 a year"),
    "one amount": ("low: 90000, high: 90000.00, currency: EUR", "EUR 90,000 a year"),
    "by the hour": ("low: 35, high: 42.50, currency: CAD, period: hour", "CAD 35 to 42.50 an hour"),
    "by the month": ("low: 0.10, high: 7000, currency: EUR, period: month", "EUR 0.10 to 7,000 a month"),
}


@pytest.mark.parametrize(("fields", "said"), PAY.values(), ids=PAY)
def test_pay_is_said_exactly(fields: str, said: str) -> None:
    assert terms.pay(company(f"salary: {{{fields}}}").salary) == said


def test_pay_that_is_not_known_is_not_said() -> None:
    assert terms.pay(None) == ""


DENVER = "locations: [{city: Denver, region: Colorado, country: US}]"
PLACES = {
    "one place": (DENVER, "Denver, Colorado, United States"),
    "hybrid": (f"{DENVER}, remote: hybrid", "Denver, Colorado, United States (hybrid)"),
    "on site": (f"{DENVER}, remote: onsite", "Denver, Colorado, United States (on site)"),
    "two places": ("locations: [{city: Rome, country: IT}, {country: fr}]", "Rome, Italy or France"),
    "a city that is a region": (
        "locations: [{city: Berlin, region: Berlin, country: DE}]",
        "Berlin, Germany",
    ),
    "hybrid, nobody says where": ("remote: hybrid", "Hybrid"),
    "fully remote": ("remote: full", "Fully remote (100%)"),
    "fully remote, from a country": (
        "remote: full, locations: [{country: US}]",
        "Fully remote (100%), from United States",
    ),
    "fully remote, from some places": (
        f"remote: full, {DENVER}, remote_places: [Ohio, Texas, Utah]",
        "Fully remote (100%), from Ohio, Texas or Utah",
    ),
    "nothing": ("name: Acme", ""),
}


@pytest.mark.parametrize(("fields", "said"), PLACES.values(), ids=PLACES)
def test_the_place_of_work_is_said(fields: str, said: str) -> None:
    assert terms.place(company(fields)) == said


CLOSINGS = {
    "a day": ("closing_date: 2027-01-31", "31 January 2027", "The last day to apply is 31 January 2027."),
    "ongoing": (
        "closing_date: ongoing",
        "Applications are accepted on an ongoing basis",
        "Applications are accepted on an ongoing basis.",
    ),
    "not known": ("name: Acme", "", ""),
}


@pytest.mark.parametrize(("fields", "fact", "sentence"), CLOSINGS.values(), ids=CLOSINGS)
def test_the_last_day_to_apply_is_said_twice_alike(fields: str, fact: str, sentence: str) -> None:
    assert terms.closing(company(fields)) == fact
    start = "Apply through the page on which you found this posting."
    assert terms.how_to_apply(company(fields)) == f"{start} {sentence}".strip()


APPLY = {
    "a page": ("{url: https://a.example}", "Apply at https://a.example."),
    "an address": ("{email: a@b.example}", "Apply by e-mail to a@b.example."),
    "both, and what to send": (
        "{url: https://a.example, email: a@b.example, instructions: Send no photo.}",
        "Apply at https://a.example or by e-mail to a@b.example. Send no photo.",
    ),
    "only what to send": (
        "{instructions: Send no photo.}",
        "Apply through the page on which you found this posting. Send no photo.",
    ),
}


@pytest.mark.parametrize(("fields", "said"), APPLY.values(), ids=APPLY)
def test_how_to_apply_is_said(fields: str, said: str) -> None:
    assert terms.how_to_apply(company(f"apply: {fields}")) == said


AGES = {
    "a day": ("2026-01-01", "2026-01-02", "less than a month"),
    "a month": ("2026-01-31", "2026-03-01", "one month"),
    "a day short of a month": ("2026-01-15", "2026-02-14", "less than a month"),
    "a year": ("2025-11-22", "2026-11-22", "one year"),
    "years and months": ("2022-01-26", "2026-11-22", "four years and nine months"),
    "thirteen years": ("2013-01-01", "2026-02-01", "13 years and one month"),
    "the future": ("2027-01-01", "2026-01-01", "less than a month"),
}


@pytest.mark.parametrize(("since", "now", "said"), AGES.values(), ids=AGES)
def test_an_age_is_said_in_whole_months(since: str, now: str, said: str) -> None:
    assert wording.age(dt.date.fromisoformat(since), dt.date.fromisoformat(now)) == said


@pytest.mark.parametrize(
    ("minutes", "words"), [(1065, "17 h 45"), (120, "2 h"), (65, "1 h 05"), (45, "45 min"), (0, "0 min")]
)
def test_minutes_in_hours(minutes: int, words: str) -> None:
    assert wording.in_hours(minutes) == words


@given(st.integers(0, 10_000))
def test_hours_keep_every_minute(minutes: int) -> None:
    parts = wording.in_hours(minutes).replace(" min", "").split(" h")
    hours, rest = parts if len(parts) > 1 else ("0", parts[0])
    assert int(hours) * 60 + int(rest or 0) == minutes


def process(shipped: Shipped, patch: str) -> str:
    return describe(shipped(company=f"patch: {{{patch}}}")).hiring_process


ALL_GONE = "direction: null, product: null, delivery: null, people: null, case: null"
ONE = "{title: CEO and board, kind: interview, minutes: 45, seats: [chief]}"
CLOSE = "You learn beforehand what will be discussed."


def test_the_hiring_process_is_made_of_the_plan(shipped: Shipped) -> None:
    said = process(shipped, "references: null")
    assert said.startswith(
        "We begin with a call of 30 minutes about the requirements. Then come four structured interviews of 75 minutes each ("
    )
    assert "A case on invented figures takes 90 minutes after at most 120 minutes of preparation;" in said
    assert said.endswith(f"by at least two people who rate independently. {CLOSE}")


def test_a_plan_without_a_screen_begins_with_the_interviews(shipped: Shipped) -> None:
    assert process(shipped, "plan: {sessions: {screen: null}}").startswith(
        "There are four structured interviews of 75 minutes each ("
    )


def test_a_plan_without_a_case_does_not_speak_of_one(shipped: Shipped) -> None:
    assert "case" not in process(shipped, "case: null, plan: {sessions: {case: null}}")


def test_a_case_without_preparation_asks_for_none(shipped: Shipped) -> None:
    assert "A case on invented figures takes 90 minutes; it" in process(
        shipped, "plan: {sessions: {case: {prep: 0}}}"
    )


def test_one_interview_is_one(shipped: Shipped) -> None:
    said = process(
        shipped,
        f"references: null, scoring: {{min_raters: 1}}, plan: {{sessions: {{{ALL_GONE}, board: {ONE}}}}}",
    )
    assert "Then comes one structured interview of 45 minutes (CEO and board). " in said
    assert "on the same scale by at least one person. " in said


def test_interviews_of_different_length_say_so(shipped: Shipped) -> None:
    assert "four structured interviews of 60 or 75 minutes each (" in process(
        shipped, "plan: {sessions: {people: {minutes: 60}}}"
    )


def test_reference_calls_are_made_at_the_end(shipped: Shipped) -> None:
    assert process(shipped, "references: {minimum: 1}").endswith(
        "We make one reference call at the end, and only with your consent."
    )


def test_a_company_s_own_process_is_taken_instead(shipped: Shipped) -> None:
    assert describe(shipped(company="hiring_process: Come and see us.")).hiring_process == "Come and see us."


ACCOMMODATION = {
    "nobody": ("name: Acme", "say so when you apply, and we will arrange it."),
    "a name": ("accommodation: {name: Jo Doe}", "contact Jo Doe."),
    "two ways": (
        "accommodation: {name: Jo Doe, email: jo@a.example, phone: '+1 303 555 0100'}",
        "contact Jo Doe (jo@a.example or +1 303 555 0100).",
    ),
}


@pytest.mark.parametrize(("fields", "said"), ACCOMMODATION.values(), ids=ACCOMMODATION)
def test_an_adjustment_is_offered(fields: str, said: str) -> None:
    offer = terms.accommodation(company(fields))
    assert offer.startswith("If you need an adjustment to take part in any step,")
    assert offer.endswith(f"{said} It has no bearing on the decision.")


def test_the_facts_of_a_posting_leave_out_what_is_not_known(shipped: Shipped) -> None:
    bare = describe(shipped(company="{}")).facts
    full = describe(
        shipped(
            company=f"headcount: 1200\nindustry: Boats\nreference: A-17\nemployment_type: full_time\n"
            f"closing_date: ongoing\nsalary: {{low: 1, high: 2, currency: USD}}\n{DENVER}\n"
        )
    ).facts
    assert [it.label for it in bare] == ["Stage", "Reports to"]
    assert [it.label for it in full] == [
        "Place",
        "Pay",
        "Contract",
        "Stage",
        "Reports to",
        "Apply by",
        "Reference",
    ]
    assert full[3].value == "Scale-up, Boats, 1,200 people"


def test_a_source_is_cited_without_the_author_that_it_lacks() -> None:
    fields = {"title": "Pay", "publisher": "Full Scale", "published": "2022-01-26", "kind": "article"}
    assert wording.citation(Source.model_validate(fields)) == "“Pay”, Full Scale, 26 January 2022"
    named = Source.model_validate({**fields, "author": "Jo Doe"})
    assert wording.citation(named) == "Jo Doe, “Pay”, Full Scale, 26 January 2022"


@pytest.mark.parametrize(
    ("kind", "said"), [("base", "base pay"), ("total", "total pay"), ("unknown", "base or total not said")]
)
def test_a_benchmark_says_what_it_counts(kind: str, said: str) -> None:
    fields = {
        "what": "pay",
        "region": "US",
        "currency": "USD",
        "low": "1",
        "high": "2",
        "as_of": "2022-01-26",
        "kind": kind,
    }
    assert wording.benchmark_kind(Benchmark.model_validate(fields)) == said


def test_the_age_of_a_benchmark_is_counted_to_the_review_or_to_the_day_that_is_said(shipped: Shipped) -> None:
    resolved = shipped(company="patch: {reviewed: 2023-01-26}")
    dated = [it for it in resolved.profile.benchmarks if it.as_of == dt.date(2022, 1, 26)]
    assert dated
    assert describe(resolved).benchmarks[0].age == "one year"
    assert describe(resolved, as_of=dt.date(2024, 2, 26)).benchmarks[0].age == "two years and one month"

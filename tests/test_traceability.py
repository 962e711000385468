"""Posted line to assessment and back, for the CTO of a scale-up."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from jdgen.role.traceability import assessed, posted
from jdgen.role.view import describe

if TYPE_CHECKING:
    from conftest import Shipped

TABLE = """
do    | direction           | strategy            | direction, case            | chief, finance, engineer
do    | platforms           | budget              | direction, case            | chief, finance, engineer
do    | architecture        | innovation          | product, case              | product, engineer, chief, finance
do    | customers           | customers           | product                    | product, engineer
do    | performance         | metrics             | delivery                   | engineer, manager
do    | teams               | leadership          | people                     | people, product
do    | delivery            | methods             | delivery                   | engineer, manager
do    | partner             | partnership         | people, case               | people, product, chief, finance, engineer
bring | degree              |                     | screen                     | recruiter
bring | experience          | leadership          | screen, people             | people, product
bring | led_managers        | leadership          | screen, people, references | people, product
bring | work_permit         |                     | screen                     | recruiter
bring | certifications      |                     | screen                     | recruiter
bring | industry            | strategy, customers | direction, case, product   | chief, finance, engineer, product
bring | communication       | partnership         | people, case               | people, product, chief, finance, engineer
bring | team_management     | leadership          | people                     | people, product
bring | investment          | budget              | direction, case            | chief, finance, engineer
bring | innovation_practice | innovation          | product, case              | product, engineer, chief, finance
bring | engineering_metrics | metrics             | delivery                   | engineer, manager
bring | scrum               | methods             | delivery                   | engineer, manager
bring | kanban              | methods             | delivery                   | engineer, manager
bring | advanced_degree     |                     | screen                     | recruiter
"""
VARIANTS = [(role, stage) for role in ("cto", "cpo") for stage in ("startup", "scaleup", "enterprise")]


def test_every_posted_line_leads_to_sessions_and_raters(shipped: Shipped) -> None:
    made = [
        [
            trace.column,
            trace.id,
            ", ".join(trace.assessed_by),
            ", ".join(trace.where),
            ", ".join(trace.raters),
        ]
        for trace in posted(shipped().profile)
    ]
    assert made == [[cell.strip() for cell in line.split("|")] for line in TABLE.strip().splitlines()]


@pytest.mark.parametrize(("name", "stage"), VARIANTS)
def test_both_directions_say_the_same(name: str, stage: str, shipped: Shipped) -> None:
    resolved = shipped(name, stage)
    names = {key: it.name for key, it in resolved.profile.competencies.items()}
    there = {(trace.id, names[by]) for trace in posted(resolved.profile) for by in trace.assessed_by}
    back = {(line, it.competency) for it in assessed(resolved.profile) for line in (*it.do, *it.bring)}
    assert there == back


@pytest.mark.parametrize(("name", "stage"), VARIANTS)
def test_nothing_is_posted_that_nobody_assesses(name: str, stage: str, shipped: Shipped) -> None:
    role = describe(shipped(name, stage))
    assert len(role.posted) == len(role.responsibilities) + len(role.musts) + len(role.preferred)
    assert all(trace.where and trace.raters for trace in role.posted)


@pytest.mark.parametrize(("name", "stage"), VARIANTS)
def test_what_is_rated_has_two_raters(name: str, stage: str, shipped: Shipped) -> None:
    assert all(len(trace.raters) >= 2 for trace in describe(shipped(name, stage)).posted if trace.assessed_by)


def test_questions_are_named_with_their_competency(shipped: Shipped) -> None:
    role = describe(shipped())
    asked = [question for it in role.assessed for question in it.questions]
    assert asked == [question.id for it in role.competencies for question in it.questions]


def test_a_line_without_assessment_shows_as_one(shipped: Shipped) -> None:
    company = "patch: {responsibilities: {travel: {text: Travel., importance: important}}}"
    trace = next(it for it in describe(shipped(company=company)).posted if it.id == "travel")
    assert (trace.assessed_by, trace.where, trace.raters) == ((), (), ())


def test_the_rubric_names_what_the_matrix_traces(shipped: Shipped) -> None:
    role = describe(shipped(company="people: {chief: Ada Byron}"))
    assert role.posted[0].assessed_by == ("Technology strategy",)
    assert role.posted[0].where == ("Direction and investment", "Architecture and return-on-investment case")
    assert (
        role.posted[0].raters[0] == "Chief Executive Officer"
    )  # the seat: who sits there stands in the plan
    assert role.competencies[0].rated_by[0] == "Chief Executive Officer (Ada Byron)"
    assert role.assessed[0].do == ("Own the how of the product: set…",)


@pytest.mark.parametrize(
    "rubric", sorted((Path(__file__).parent / "golden").glob("*-rubric.md")), ids=lambda it: it.stem
)
def test_a_shortened_line_ends_without_a_comma_or_a_space(rubric: Path) -> None:
    matrix = rubric.read_text("utf-8").partition("What is posted, and where it is assessed")[2]
    assert "…" in matrix
    assert re.findall(r"[,;: ]…", matrix) == []

"""The structure report: fifteen components, each from the data."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from conftest import VARIANTS

from jdgen.role.kit.structure import COMPONENTS, structure
from jdgen.schema.vacancy import Vacancy

if TYPE_CHECKING:
    from conftest import Shipped

    from jdgen.role.kit.model import Component, Structure

RATERS = {"cto": "chief finance product engineer manager people", "cpo": "chief finance technology customer product people"}  # fmt: skip


def people_of(name: str) -> dict[str, str]:
    return {seat: f"Person {seat}" for seat in RATERS[name].split()}


def opening(name: str = "cto", **fields: object) -> Vacancy:
    return Vacancy.model_validate({"role": name, "stage": "scaleup", **fields})


def report(
    shipped: Shipped, patch: str = "{}", people: dict[str, str] | None = None, vacancy: Vacancy | None = None
) -> Structure:
    return structure(shipped(company=f"patch: {patch}").profile, "f" * 12, people or {}, vacancy)


def component(
    number: int,
    shipped: Shipped,
    patch: str = "{}",
    people: dict[str, str] | None = None,
    vacancy: Vacancy | None = None,
) -> Component:
    return report(shipped, patch, people, vacancy).components[number - 1]


@pytest.mark.parametrize(("name", "stage"), VARIANTS)
def test_shipped_profiles_have_27_of_30(name: str, stage: str, shipped: Shipped) -> None:
    found = structure(shipped(name, stage).profile, "f" * 12, {}, None)
    assert (found.points, found.most) == (27, 30)
    assert [it.number for it in found.components if it.points < 2] == [1, 12, 14]
    assert [it.number for it in found.components] == list(range(1, 16))
    assert all(bool(it.remedy) == (it.points < 2) and it.because for it in found.components)


@pytest.mark.parametrize(("name", "stage"), VARIANTS)
def test_with_experts_people_and_training_they_have_all(name: str, stage: str, shipped: Shipped) -> None:
    profile = shipped(name, stage, "patch: {job_analysis: {experts: [A, B, C]}}").profile
    people = people_of(name)
    vacancy = opening(name, trained=dict.fromkeys(people, "2027-01-04"), dates={"debrief": "2027-02-01"})
    found = structure(profile, "f" * 12, people, vacancy)
    assert (found.points, found.most) == (30, 30)


@pytest.mark.parametrize(
    ("experts", "points"), [("[]", 1), ("[A]", 1), ("[A, A, A]", 1), ("[A, B]", 1), ("[A, B, C]", 2)]
)
def test_three_different_experts_confirm_the_job_analysis(
    experts: str, points: int, shipped: Shipped
) -> None:
    assert component(1, shipped, f"{{job_analysis: {{experts: {experts}}}}}").points == points


def test_a_competency_without_a_duty_undoes_the_job_analysis(shipped: Shipped) -> None:
    found = component(1, shipped, "{competencies: {budget: {serves: []}}}")
    assert (found.points, "Investment judgement" in found.because) == (0, True)


def test_an_interview_without_competencies_has_no_fixed_questions(shipped: Shipped) -> None:
    chat = "{title: Coffee with the founder, kind: interview, minutes: 30, seats: [chief]}"
    found = component(2, shipped, f"{{plan: {{sessions: {{chat: {chat}}}}}}}")
    assert (found.points, "Coffee with the founder" in found.because) == (1, True)


@pytest.mark.parametrize(("without", "points"), [(0, 2), (1, 1), (12, 1), (13, 0)])
def test_prompting_is_limited_by_printed_probes(without: int, points: int, shipped: Shipped) -> None:
    profile = shipped().profile
    ids = [(name, q) for name, it in profile.competencies.items() for q in it.questions][:without]
    patch: dict[str, str] = {}
    for name, q in ids:
        patch[name] = f"{patch.get(name, '')}{q}: {{probes: [Why?]}}, "
    text = ", ".join(f"{name}: {{questions: {{{each}}}}}" for name, each in patch.items())
    assert component(3, shipped, f"{{competencies: {{{text}}}}}").points == points


def test_more_than_five_probes_are_no_limit(shipped: Shipped) -> None:
    probes = "[a, b, c, d, e, f]"
    found = component(
        3, shipped, f"{{competencies: {{budget: {{questions: {{bu1: {{probes: {probes}}}}}}}}}}}"
    )
    assert (found.points, found.because.split()[0]) == (1, "23")


def test_one_kind_of_question_is_half_of_it(shipped: Shipped) -> None:
    found = component(4, shipped, "{competencies: {budget: {questions: {bu3: null}}}}")
    assert (found.points, "Investment judgement" in found.because) == (1, True)


def test_without_questions_there_is_no_kind_of_them(shipped: Shipped) -> None:
    profile = shipped().profile
    bare = {name: it.model_copy(update={"questions": {}}) for name, it in profile.competencies.items()}
    found = structure(profile.model_copy(update={"competencies": bare}), "f" * 12, {}, None)
    assert found.components[3].points == 0


def test_who_meets_a_candidate_and_rates_nothing_is_no_rater(shipped: Shipped) -> None:
    chat = "{title: Lunch, kind: interview, minutes: 30, seats: [recruiter]}"
    patch = f"{{plan: {{sessions: {{lunch: {chat}}}}}}}"
    assert component(6, shipped, patch).points == 2
    assert component(12, shipped, patch, people_of("cto")).points == 2


@pytest.mark.parametrize(
    ("minutes", "points"), [("behavioural: 10, situational: 8", 2), ("behavioural: 3, situational: 3", 1), ("behavioural: 1, situational: 1", 0)]
)  # fmt: skip
def test_questions_need_time(minutes: str, points: int, shipped: Shipped) -> None:
    assert component(5, shipped, f"{{time: {{{minutes}}}}}").points == points


def test_who_screens_does_not_rate(shipped: Shipped) -> None:
    found = component(6, shipped, "{plan: {sessions: {screen: {seats: [chief]}}}}")
    assert (found.points, "Chief Executive Officer" in found.because) == (0, True)


def test_one_person_who_screens_and_rates_on_two_seats_is_found(shipped: Shipped) -> None:
    people = {"recruiter": "Ada Park", "people": "Ada Park"}
    assert component(6, shipped, people=people).points == 0
    assert component(6, shipped, people={**people, "recruiter": "Bo Lind"}).points == 2


def test_candidates_need_time_for_their_questions(shipped: Shipped) -> None:
    assert component(7, shipped, "{time: {closing: 0}}").points == 0


@pytest.mark.parametrize(("removed", "points"), [("", 2), ("5: null", 1), ("5: null, 4: null, 2: null", 0)])
def test_anchors_at_every_level(removed: str, points: int, shipped: Shipped) -> None:
    patch = f"{{competencies: {{budget: {{anchors: {{{removed}}}}}}}}}"
    assert component(9, shipped, patch).points == points


def test_one_person_on_two_seats_is_one_interviewer(shipped: Shipped) -> None:
    people = people_of("cto") | {"product": "One", "engineer": "One"}
    found = component(11, shipped, people=people)
    assert (found.points, "Customer-informed technology" in found.because) == (1, True)
    assert component(11, shipped, people=dict.fromkeys(people, "One")).points == 0


def test_a_seat_without_a_person_is_named(shipped: Shipped) -> None:
    people = people_of("cto")
    del people["manager"]
    found = component(12, shipped, people=people)
    assert (found.points, found.remedy.endswith("Engineering director.")) == (1, True)
    assert component(12, shipped, people=people_of("cto")).points == 2


@pytest.mark.parametrize(
    ("trained", "debrief", "points"),
    [
        ("2027-01-04", None, 2),
        ("2027-01-04", "2027-01-04", 2),
        ("2027-01-05", "2027-01-04", 1),
    ],
)
def test_training_comes_before_the_debrief(
    trained: str, debrief: str | None, points: int, shipped: Shipped
) -> None:
    people = people_of("cto")
    vacancy = opening(trained=dict.fromkeys(people, trained), dates={"debrief": debrief})
    assert component(14, shipped, people=people, vacancy=vacancy).points == points


def test_training_of_an_empty_seat_is_nobody_s(shipped: Shipped) -> None:
    people = people_of("cto")
    vacancy = opening(trained=dict.fromkeys(people, "2027-01-04"))
    del people["manager"]
    found = component(14, shipped, people=people, vacancy=vacancy)
    assert (found.points, found.remedy.endswith("Engineering director.")) == (1, True)


def test_a_person_on_two_seats_is_trained_once(shipped: Shipped) -> None:
    people = people_of("cto") | {"manager": "Ada Park", "finance": "ada park"}
    trained = dict.fromkeys(people, "2027-01-04")
    del trained["manager"]
    assert component(14, shipped, people=people, vacancy=opening(trained=trained)).points == 2


def test_without_key_answers_there_is_no_calibration(shipped: Shipped) -> None:
    profile = shipped().profile
    bare = {
        name: it.model_copy(
            update={
                "questions": {q: each.model_copy(update={"answers": {}}) for q, each in it.questions.items()}
            }
        )
        for name, it in profile.competencies.items()
    }
    found = structure(profile.model_copy(update={"competencies": bare}), "f" * 12, {}, None)
    assert found.components[13].points == 0


def test_what_holds_by_construction_says_so(shipped: Shipped) -> None:
    found = report(shipped)
    said = [it.number for it in found.components if it.because.startswith("By construction")]
    assert said == [2, 8, 10, 13, 15]


def test_the_rule_that_combines_ratings_is_named(shipped: Shipped) -> None:
    because = component(15, shipped).because
    assert "unequal weights, two floors and the thresholds 3.50 and 3.00" in because
    assert "f" * 12 in because


def test_names_are_those_of_the_paper_in_its_order() -> None:
    assert len(COMPONENTS) == 15
    assert list(COMPONENTS)[0::7] == ["Job analysis", "Each answer rated", "Statistical combination"]

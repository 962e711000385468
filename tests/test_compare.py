"""`jdgen compare`: who owns what, what goes uncovered, and which role a stage calls for first."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from conftest import PROFILES, role

from jdgen.role.comparison import Comparison, compare
from jdgen.role.view import describe

if TYPE_CHECKING:
    from conftest import Make, Run

CTO, CPO = "Chief Technology Officer", "Chief Product Officer"


def comparison(stage: str, company: str = "{}", names: tuple[str, str] = ("cto", "cpo")) -> Comparison:
    first, second = (role(name, stage, company) for name in names)
    return compare(first, second, (describe(first), describe(second)))


@pytest.mark.parametrize(
    ("stage", "first", "reason"),
    [
        ("startup", CTO, "A start-up usually has one of the two roles, seldom both"),
        ("scaleup", CPO, "Product lines multiply and customers become diverse"),
        ("enterprise", "both", "An established company invests in both roles"),
    ],
)
def test_each_stage_says_which_role_comes_first_and_why(stage: str, first: str, reason: str) -> None:
    verdict = comparison(stage).verdict
    assert verdict.first == first
    (source,) = [sources for said, sources in verdict.reasons if said.startswith(reason)][:1]
    assert "aha" in source
    assert len({said for said, _ in verdict.reasons}) == len(verdict.reasons)


@pytest.mark.parametrize("stage", ["startup", "scaleup", "enterprise"])
def test_the_order_of_the_roles_does_not_change_the_verdict(stage: str) -> None:
    assert comparison(stage).verdict.said == comparison(stage, names=("cpo", "cto")).verdict.said


@pytest.mark.parametrize("stage", ["startup", "scaleup", "enterprise"])
def test_the_product_role_answers_why_what_and_when_and_the_technology_role_how(stage: str) -> None:
    decided = {it.question: (it.first, it.second) for it in comparison(stage).decisions}
    assert decided == {
        "why": (False, True),
        "what": (False, True),
        "when": (False, True),
        "how": (True, False),
    }
    assert all(it.sources == ("aha",) for it in comparison(stage).decisions)


def test_what_only_one_of_them_owns_is_uncovered_without_it() -> None:
    without_cpo, without_cto = comparison("startup").alone
    assert (without_cpo.hired, without_cpo.questions) == (CTO, ("why", "what", "when"))
    assert without_cto.questions == ("how",)
    assert [name for name, _ in without_cto.areas] == ["Strategy", "Innovation", "Customers", "Metrics"]
    assert without_cpo.until.startswith("The CTO carries the whole product")


def test_a_question_that_both_answer_is_a_conflict() -> None:
    made = comparison("scaleup", "roles: {cto: {patch: {decides: {when: [house]}}}}")
    assert made.conflicts == ("Both answer when.",)


def test_profiles_that_contradict_each_other_are_told_so() -> None:
    made = comparison("scaleup", "roles: {cto: {patch: {call: {first: this}}}}")
    assert made.verdict.first == ""
    assert made.conflicts == (made.verdict.said,)
    assert "contradict each other" in made.verdict.said


def test_every_cell_has_a_source_that_is_listed() -> None:
    made = comparison("scaleup")
    cells = (made.decisions, made.areas, made.alone)
    used = {key for part in cells for it in part for key in it.sources}
    assert all(it.sources for part in cells for it in part)
    assert used <= {it.id for it in made.sources}


def test_every_requirement_and_weight_of_both_stands_in_it() -> None:
    made = comparison("enterprise")
    for role_, side in ((made.first, "first"), (made.second, "second")):
        texts = {it.text for it in (*role_.musts, *role_.preferred)}
        cells = [cell for row in made.requirements if (cell := getattr(row, side))]
        assert {it.text.removesuffix(" (welcome, not required)") for it in cells} == texts
    for rated in zip(*made.weights, strict=True):
        assert sum(int(it.weight) for it in rated if it) == 100


def test_each_requirement_competency_and_weight_names_its_source_and_its_line() -> None:
    made = comparison("scaleup", "patch: {requirements: {scrum: {level: 3}}}")
    cells = [cell for row in made.requirements for cell in (row.first, row.second) if cell]
    cells += [it.name for pair in made.weights for it in pair if it]
    for cell in cells:
        *sources, written = cell.sources
        file, line = written.partition(", ")[0].split(":")
        assert set(sources) <= {it.id for it in made.sources}
        assert (PROFILES / file).read_text("utf-8").splitlines()[int(line) - 1].strip()
    (scrum, _) = [it for it in cells if it.text.startswith("Scrum")]
    assert scrum.text.startswith("Scrum at a working level")
    assert scrum.sources[-1].endswith("company.yaml:1")
    assert [it.split(":")[0] for it in made.weighed_in] == ["cto.yaml", "cpo.yaml"]


def test_questions_that_nobody_answers_are_a_list_in_words() -> None:
    assert [it.unanswered for it in comparison("startup").alone] == ["why, what and when", "how"]


def test_two_roles_that_do_not_know_each_other_can_be_compared(run: Run, workspace: Make) -> None:
    folder = workspace({})
    run("new", "profile", "analyst", "-w", folder, "--title", "Analyst")
    path = folder / "profiles" / "analyst.yaml"
    path.write_text(path.read_text("utf-8").replace("FILL IN", "Write"), "utf-8")
    done = run("compare", "cto", "analyst", "-s", "startup", "-w", folder)
    assert done.code == 0
    text = (folder / "output/cto-startup/internal/cto-startup-comparison-with-analyst.md").read_text("utf-8")
    assert "The profiles do not say which of the two a start-up calls for first." in text
    assert "The profile of the Analyst names no areas, so what stays uncovered is not known." in text


def test_a_role_is_not_compared_with_itself(run: Run, workspace: Make) -> None:
    done = run("compare", "cto", "cto", "-s", "startup", "-w", workspace({}))
    assert (done.code, done.err) == (1, "cto: is compared with itself: name another role\n")


def test_the_comparison_is_no_part_of_the_interview_kit(run: Run, workspace: Make) -> None:
    assert "-comparison-" not in run("kit", "cto", "-s", "startup", "-w", workspace({})).out

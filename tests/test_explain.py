"""`jdgen explain`: every printed line knows the values it is made of, and the layers that set them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from conftest import COMPANY, VARIANTS

from jdgen.generate.explaining import Line, explain
from jdgen.role.tracing import FIRST, LAST, Marks, Source
from jdgen.workspace import Workspace

if TYPE_CHECKING:
    from conftest import Make, Run

PATCHED = """
stage: scaleup
patch:
  title: Head of Product
  requirements: {degree: {levels: [master]}}
"""


def lines(folder: object, role: str = "cpo", stage: str = "scaleup", path: str = "") -> tuple[Line, ...]:
    return explain(role, Workspace.at(str(folder)), stage, path=path)


def line(folder: object, start: str, **asked: str) -> Line:
    return next(it for it in lines(folder, **asked) if it.text.startswith(start))


@pytest.mark.parametrize(("role", "stage"), VARIANTS)
@pytest.mark.parametrize("company", ["", COMPANY], ids=["no company", "a company"])
def test_every_line_of_every_variant_is_explained(
    role: str, stage: str, company: str, workspace: Make
) -> None:
    found = lines(workspace({"company.yaml": company} if company else {}), role, stage)
    unexplained = [it.text for it in found if not (it.causes or it.unsaid or it.template.line)]
    assert unexplained == []
    assert {it.kind.value for it in found} == {"posting", "rubric"}


@pytest.mark.parametrize(("role", "stage"), VARIANTS)
def test_every_posted_duty_and_demand_comes_from_a_file(role: str, stage: str, workspace: Make) -> None:
    found = lines(workspace({}), role, stage)
    posted = [it for it in found if it.kind == "posting" and it.text.startswith("- ")]
    assert len(posted) > 15
    assert [it.text for it in posted if not it.causes and not it.text.startswith("- **Stage")] == []


def test_a_layer_taken_away_changes_the_answer(workspace: Make) -> None:
    patched = line(workspace({"company.yaml": PATCHED}), "# ").causes[0]
    assert (patched.path, patched.now.layer, patched.now.said) == ("title", "company", "Head of Product")
    assert [it.layer for it in patched.before] == ["profile"]
    plain = line(workspace({"company.yaml": "stage: scaleup\n"}), "# ").causes[0]
    assert (plain.now.layer, plain.before) == ("profile", ())


def test_a_stage_is_a_layer_of_its_own(workspace: Make) -> None:
    folder = workspace({})
    why = line(folder, "- Build and lead the product team.", stage="startup").causes[0]
    assert why.now.layer == "stage startup"
    assert why.before[0].said.startswith("Lead the product teams")
    assert why.now.place.line != why.before[0].place.line


def test_a_generated_sentence_names_the_figures_it_is_made_of(workspace: Make) -> None:
    made = line(workspace({"company.yaml": PATCHED}), "- Master’s degree in information technology, software")
    levels = next(it for it in made.causes if it.path == "requirements.degree.levels")
    assert (levels.now.layer, levels.now.said) == ("company", "master")
    assert [it.said for it in levels.before] == ["bachelor"]


def test_a_weight_stands_beside_its_competency(workspace: Make) -> None:
    row = line(workspace({}), "| Customer insight", stage="startup")
    assert {"weights.customers", "floors.customers"} <= {it.path for it in row.causes}


def test_the_areas_name_both_profiles(workspace: Make) -> None:
    row = line(workspace({}), "| Strategy ")
    files = {it.now.place.file.rpartition("/")[2] for it in row.causes if it.path == "areas.strategy.owns"}
    assert files == {"cpo.yaml", "cto.yaml"}


def test_a_heading_is_the_templates_own(workspace: Make) -> None:
    heading = line(workspace({}), "## What you will do")
    assert heading.causes == ()
    assert heading.template.file.endswith("posting.md.j2")
    assert heading.template.line > 1


def test_text_that_the_company_could_set_says_so(workspace: Make) -> None:
    assert line(workspace({}), "We decide on evidence").unsaid == ("statement",)
    own = workspace({"company.yaml": "statement: Everyone is welcome here.\n"})
    assert line(own, "Everyone is welcome").causes[0].path == "statement"


def test_an_override_is_named_in_the_place_of_the_original(workspace: Make) -> None:
    own = '{% extends "default/posting.md.j2" %}\n{% block mission %}\nWhy we hire: {{ role.mission }}\nSincerely yours\n{% endblock %}\n'
    folder = workspace({"templates/posting.md.j2": own})
    assert line(folder, "Sincerely").template.line == 4
    assert line(folder, "Why we hire").causes[0].path == "mission"


def test_a_path_asks_for_the_lines_that_it_has_a_part_in(run: Run, workspace: Make) -> None:
    folder = workspace({"company.yaml": PATCHED})
    said = run("explain", "cpo", "requirements.degree", "-w", folder).out
    assert "replaced" in said
    assert "company requirements.degree.levels: master" in said
    assert "What you will do" not in said.replace("| What you will do", "")


def test_a_path_that_is_not_there_names_the_one_that_was_meant(run: Run, workspace: Make) -> None:
    done = run("explain", "cpo", "requirement.degree", "-s", "startup", "-w", workspace({}))
    assert (done.code, done.out) == (1, "")
    assert (
        done.err
        == "requirement.degree: neither the role nor the company has this. Did you mean 'requirements.degree'?\n"
    )


def test_a_flag_is_a_layer(run: Run, workspace: Make) -> None:
    said = run(
        "explain", "cpo", "title", "-s", "startup", "--set", "title=Founding CPO", "-w", workspace({})
    ).out
    assert "--set title: flag title: Founding CPO" in said


def test_the_difference_of_two_stages_is_told_in_words(run: Run, workspace: Make) -> None:
    said = run("explain", "cpo", "--diff", "startup", "scaleup", "-w", workspace({})).out.splitlines()
    assert said[0] == "Chief Product Officer: from Start-up to Scale-up"
    assert "  Customer insight and representation: 25 of 100, no score below 3 → 15 of 100" in said
    assert "  - Build and lead the product team." in said
    assert "  + Lead the product teams and their managers." in said


def test_a_stage_differs_from_itself_in_nothing(run: Run, workspace: Make) -> None:
    said = run("explain", "cpo", "--diff", "startup", "startup", "-w", workspace({})).out
    assert said == "Chief Product Officer: from Start-up to Start-up\n\nNothing changes.\n"


def test_two_stages_and_one_stage_are_not_asked_for_together(run: Run, workspace: Make) -> None:
    done = run("explain", "cpo", "--diff", "startup", "scaleup", "-s", "startup", "-w", workspace({}))
    assert done.code == 2
    assert "leave out PATH and --stage" in done.err


def test_marks_are_read_back_from_every_paragraph() -> None:
    marks = Marks()
    title, about = Source("profile", ("title",)), Source("company", ("about",))
    marked = marks.on("One.\n\nTwo.", about)
    assert [marks.within(part) for part in marked.split("\n\n")] == [(about,), (about,)]
    assert marks.within(marks.on("x", title, about) + marked) == (title, about)
    assert all(FIRST <= ord(char) <= LAST for char in marked if ord(char) > 127)

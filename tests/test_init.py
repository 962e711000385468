"""`jdgen init` and `jdgen new`: a workspace, a profile and a template to begin with."""

from __future__ import annotations

import re
from importlib.resources import files
from typing import TYPE_CHECKING

import click
import pytest
from conftest import COMPANY

from jdgen.cli import asking
from jdgen.schema import Company
from jdgen.source.parsing import parse
from jdgen.source.validation import validate
from jdgen.workspace.starting import Answers, company

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Make, Run

NOTES = ("# yaml-language-server", "# What jdgen", "# After each run")


def uncommented(text: str) -> str:
    """The starter with every example in force."""
    lines = [line for line in text.splitlines() if not line.startswith(NOTES)]
    return "\n".join(line.removeprefix("# ") for line in lines)


def test_a_new_workspace_makes_documents_at_once(run: Run, here: Path) -> None:
    done = run("init", "--yes", "team")
    assert done.code == 0
    assert "team/company.yaml" in done.out
    assert done.err.endswith("Next: cd team && jdgen cpo --stage scaleup --pdf\n")
    assert run("cpo", "-s", "scaleup", "-w", "team").code == 0
    assert (here / "team" / "schemas" / "company.schema.json").is_file()


def test_the_company_file_explains_every_field() -> None:
    tree = parse(uncommented(company(Answers())), "company.yaml", "company")
    assert set(Company.model_fields) - set(tree.plain) == set()
    assert validate(Company, tree).salary is not None


def test_every_example_of_the_company_file_has_its_reason() -> None:
    fields = [line for line in company(Answers()).splitlines() if re.match(r"# [a-z_]+:", line)]
    assert len(fields) > 30
    assert [line for line in fields if " # " not in line.removeprefix("# ")] == []


@pytest.mark.parametrize(
    "answers", [Answers(), Answers("Acme", "scaleup", "{country: US}", "full", "a@b.example")]
)
def test_answers_are_in_force_and_the_rest_stays_a_comment(answers: Answers) -> None:
    text = company(answers)
    in_force = [line for line in text.splitlines() if line and not line.startswith("#")]
    assert len(in_force) == sum(map(bool, answers))
    if in_force:
        found = validate(Company, parse(text, "company.yaml", "company"))
        assert (found.name, found.stage, found.remote) == ("Acme", "scaleup", "full")
        assert found.apply and found.apply.email == "a@b.example"  # noqa: PT018 - one thing


@pytest.mark.parametrize("name", ['Say "hi": now', "A # b", "{x}", "\\", "- x", "@home"])
def test_a_company_may_be_called_anything(name: str) -> None:
    tree = parse(company(Answers(name=name)), "company.yaml", "company")
    assert validate(Company, tree).name == name


def test_what_is_there_stays_as_it_is(run: Run, workspace: Make) -> None:
    folder = workspace({"company.yaml": COMPANY})
    done = run("init", "--yes", folder)
    assert done.code == 0
    assert "was there and stays as it is: " in done.err
    assert "company.yaml\n" not in done.out
    assert (folder / "company.yaml").read_text("utf-8") == COMPANY


def test_nothing_is_asked_where_nobody_can_answer(run: Run, here: Path) -> None:
    assert run("init").code == 0
    assert "?" not in run("init").out
    assert (here / "company.yaml").is_file()


def test_a_place_is_read_as_people_write_it() -> None:
    assert (
        asking.place("Denver, Colorado, united states")
        == '{city: "Denver", region: "Colorado", country: "US"}'
    )
    assert asking.place("Berlin, DE") == '{city: "Berlin", country: "DE"}'
    assert asking.place("fr") == '{country: "FR"}'
    with pytest.raises(click.BadParameter, match="Did you mean 'Germany'"):
        asking.place("Berlin, Germny")


def test_the_ways_to_work_are_read_as_people_write_them() -> None:
    assert [asking.remote(said) for said in ("On site", "Hybrid", "remote", "fully remote", "full")] == [
        "onsite", "hybrid", "full", "full", "full",
    ]  # fmt: skip
    with pytest.raises(click.BadParameter, match="onsite, hybrid or full"):
        asking.remote("sometimes")


def test_an_address_may_leave_out_its_beginning() -> None:
    assert asking.address("acme.example/jobs") == "https://acme.example/jobs"
    assert asking.address("jobs@acme.example") == "jobs@acme.example"
    with pytest.raises(click.BadParameter, match="write an address"):
        asking.address("jobs at acme")


@pytest.mark.parametrize("stage", ["startup", "scaleup", "enterprise"])
def test_a_new_profile_holds_together_at_every_stage(stage: str, run: Run, here: Path) -> None:
    assert run("new", "profile", "analyst").out == "profiles/analyst.yaml\n"
    done = run("check", "analyst", "-s", stage)
    assert done.code == 0
    assert (here / "profiles" / "analyst.yaml").read_text("utf-8").count("FILL IN") > 50
    # What a job needs of these two nobody but its author knows.
    unsaid = {f"google-description-incomplete:{what}" for what in ("education", "experience")}
    assert set(re.findall(r": warning (?!W16)([\w:-]+):", done.out)) == unsaid


def test_every_mark_is_listed_at_its_line(run: Run, here: Path) -> None:
    run("new", "profile", "analyst")
    lines = (here / "profiles" / "analyst.yaml").read_text("utf-8").splitlines()
    marked = {n for n, line in enumerate(lines, 1) if "FILL IN" in line and not line.startswith("#")}
    said = run("check", "analyst").out
    found = {int(n) for n in re.findall(r"analyst\.yaml:(\d+):\d+: warning W16", said)}
    assert found == marked


def test_no_document_is_made_while_a_mark_is_left(run: Run, here: Path) -> None:
    run("new", "profile", "analyst", "--title", "Data Analyst")
    done = run("analyst", "-s", "startup")
    assert (done.code, done.out) == (1, "")
    assert "profiles/analyst.yaml:9:1: W16: mission is still to be written" in done.err
    assert not (here / "output").exists()
    path = here / "profiles" / "analyst.yaml"
    path.write_text(path.read_text("utf-8").replace("FILL IN", "Write down"), "utf-8")
    assert run("analyst", "-s", "startup").code == 0


def test_a_profile_can_begin_with_another_role(run: Run, here: Path) -> None:
    done = run("new", "profile", "vp-engineering", "--from", "cto", "--title", "VP Engineering")
    assert done.code == 0
    text = (here / "profiles" / "vp-engineering.yaml").read_text("utf-8")
    assert text.count("FILL IN") == 1
    assert "role: vp-engineering\ntitle: VP Engineering\n" in text
    assert "mission is still to be written" in run("vp-engineering", "-s", "startup").err


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("profile", "Head of Product"), "is no name of a role"),
        (("profile", "x", "--from", "cpp"), "there is no role 'cpp'. Did you mean 'cpo'?"),
        (("template", "postng"), "there is no template 'postng'. Did you mean 'posting'?"),
    ],
)
@pytest.mark.usefixtures("here")
def test_a_slip_is_named(args: tuple[str, ...], said: str, run: Run) -> None:
    done = run("new", *args)
    assert done.code == 2
    assert said in done.err


@pytest.mark.parametrize("kind", [("profile", "analyst"), ("template", "posting")])
def test_a_second_file_of_one_name_is_refused(kind: tuple[str, str], run: Run, here: Path) -> None:
    path = here / run("new", *kind).out.strip()
    path.write_text("mine", "utf-8")
    assert "is there already" in run("new", *kind).err
    assert path.read_text("utf-8") == "mine"


@pytest.mark.usefixtures("here")
def test_a_new_template_changes_nothing_and_names_the_blocks(run: Run, here: Path) -> None:
    run("cto", "-s", "startup", "-o", "before")
    run("new", "template", "posting")
    run("cto", "-s", "startup", "-o", "after")
    name = "cto-startup/public/cto-startup-posting.md"
    assert (here / "before" / name).read_bytes() == (here / "after" / name).read_bytes()
    text = (here / "templates" / "posting.md.j2").read_text("utf-8")
    assert len(text.splitlines()) == 3
    assert "mission, responsibilities, requirements" in text


def test_the_starters_are_in_the_package() -> None:
    assert {it.name for it in (files("jdgen.workspace") / "starters").iterdir()} == {
        "company.yaml",
        "profile.yaml",
    }

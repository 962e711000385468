"""The commands: what they say, where they say it, and how they end."""

from __future__ import annotations

import re
import subprocess
import sys
from typing import TYPE_CHECKING

import click
import pytest
from conftest import COMPANY

import jdgen
from jdgen import diagnosis
from jdgen.checks.readiness import WANTED
from jdgen.cli import main
from jdgen.cli.options import complete_role, complete_stage
from jdgen.diagnosis import Check
from jdgen.workspace import Workspace

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Make, Run

COO = "schema: 1\nrole: coo\ntitle: Chief Operating Officer\nstages: {startup: {}, enterprise: {}}\n"


def profile(name: str, role: str) -> str:
    """A shipped profile under another name."""
    text = Workspace.at().profiles()[role].path.read_text("utf-8")
    return text.replace(f"\nrole: {role}\n", f"\nrole: {name}\n", 1)


@pytest.mark.usefixtures("here")
def test_stdout_carries_the_paths_one_a_line_and_nothing_else(run: Run) -> None:
    done = run("cto", "--stage", "scaleup", "--html")
    assert done.code == 0
    assert done.out.splitlines() == [
        "output/cto-scaleup/public/cto-scaleup-posting.md",
        "output/cto-scaleup/public/cto-scaleup-posting.html",
        "output/cto-scaleup/internal/cto-scaleup-rubric.md",
        "output/cto-scaleup/internal/cto-scaleup-rubric.html",
    ]


def test_every_path_that_is_said_is_there_and_no_other(run: Run, here: Path) -> None:
    said = run("cpo", "-s", "startup").out.split()
    assert sorted(said) == sorted(str(path.relative_to(here)) for path in here.rglob("*") if path.is_file())


def test_the_stage_is_the_company_s_if_none_is_said(run: Run, workspace: Make) -> None:
    folder = workspace({"company.yaml": "stage: Enterprise\n"})
    assert f"{folder}/output/cto-enterprise/public/cto-enterprise-posting.md" in run("cto", "-w", folder).out


def test_without_a_stage_it_says_where_to_put_one(run: Run, here: Path) -> None:
    done = run("cto")
    assert (done.code, done.out) == (1, "")
    assert done.err.endswith(
        "--stage: the stage is not said: it is startup, scaleup or enterprise; `stage:` in company.yaml says it for good\n"
    )
    assert list(here.iterdir()) == []


def test_the_output_goes_where_it_is_asked_to(run: Run, here: Path) -> None:
    assert run("cto", "-s", "scaleup", "-o", "a/b").out.startswith("a/b/cto-scaleup/public/")
    assert [path.name for path in here.iterdir()] == ["a"]


@pytest.mark.usefixtures("here")
def test_what_the_posting_lacks_is_said_beside_the_paths(run: Run) -> None:
    done = run("cto", "-s", "scaleup")
    head, *lines = done.err.strip().splitlines()
    assert head == "Before the public documents can go out, company.yaml still needs:"
    assert [line.split(":")[0].strip() for line in lines] == list(WANTED)


def test_what_is_filled_in_is_not_asked_for(run: Run, workspace: Make) -> None:
    folder = workspace({"company.yaml": "name: Acme\nsalary: {low: 1, high: 2, currency: USD}\n"})
    _, *lines = run("cto", "-s", "scaleup", "-w", folder).err.strip().splitlines()
    wanted = {line.split(":")[0].strip() for line in lines if line.startswith("  ")}
    assert wanted == set(WANTED) - {"name", "salary"}


def test_a_whole_company_file_makes_a_posting_that_is_ready(run: Run, workspace: Make) -> None:
    folder = workspace({"company.yaml": COMPANY})
    assert run("cpo", "-w", folder).err == "\nThe posting is ready to publish.\n"


@pytest.mark.usefixtures("here")
def test_files_of_an_earlier_run_that_were_not_renewed_are_named(run: Run) -> None:
    run("cto", "-s", "scaleup", "--html")
    said = run("cto", "-s", "scaleup").err.splitlines()
    assert said[-2:] == [
        "older than this run, and not renewed: output/cto-scaleup/internal/cto-scaleup-rubric.html",
        "older than this run, and not renewed: output/cto-scaleup/public/cto-scaleup-posting.html",
    ]


def posting(run: Run, *args: str) -> str:
    """The posting that a run with these arguments writes."""
    from pathlib import Path  # noqa: PLC0415 - elsewhere for types only

    done = run("cto", "-s", "scaleup", *args)
    assert done.code == 0, done.err
    return Path(done.out.split()[0]).read_text("utf-8")


@pytest.mark.usefixtures("here")
def test_set_changes_a_value_for_one_run(run: Run) -> None:
    assert posting(run, "--set", "title=Head of Technology").startswith("# Head of Technology\n")
    assert posting(run).startswith("# Chief Technology Officer\n")


@pytest.mark.usefixtures("here")
def test_set_reaches_the_company_and_is_said_often(run: Run) -> None:
    text = posting(
        run,
        "--set",
        "company.reference=A = 17",
        "--set",
        "company.name=Acme",
        "--set",
        "company.apply.url=https://a.example",
    )
    assert "- **Reference:** A = 17\n" in text
    assert "\n\nAcme\n" in text
    assert "https://a.example" in text


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize("nothing", ["null", ""])
def test_set_to_nothing_removes(nothing: str, run: Run) -> None:
    assert "Kanban" in posting(run)
    assert "Kanban" not in posting(run, "--set", f"requirements.kanban={nothing}").partition("## How you")[0]


@pytest.mark.usefixtures("here")
def test_the_last_set_of_a_value_wins(run: Run) -> None:
    assert posting(run, "--set", "title=One", "--set", "title=Two").startswith("# Two\n")


def test_ages_are_counted_to_the_day_that_is_said(run: Run, here: Path) -> None:
    rubric = here / "output/cto-scaleup/internal/cto-scaleup-rubric.md"
    run("cto", "-s", "scaleup", "--as-of", "2032-02-26")
    assert "ten years and one month" in rubric.read_text("utf-8")
    run("cto", "-s", "scaleup")
    assert "ten years" not in rubric.read_text("utf-8")


def test_a_role_that_is_called_like_a_command_is_reached_with_generate(
    run: Run, workspace: Make, here: Path
) -> None:
    workspace({"profiles/check.yaml": profile("check", "cto")})
    assert run("generate", "check", "-s", "scaleup").out.startswith("output/check-scaleup/public/")
    assert run("check", "check", "-s", "scaleup").code == 0
    assert (here / "output").is_dir()


def test_a_role_of_the_user_s_own_is_a_command_at_once(run: Run, workspace: Make) -> None:
    folder = workspace({"profiles/head-of-it.yaml": profile("head-of-it", "cto")})
    assert run("head-of-it", "-s", "startup", "-w", folder).code == 0


def test_list_names_roles_documents_and_templates_with_their_origin(
    run: Run, workspace: Make, here: Path
) -> None:
    workspace({"profiles/coo.yaml": COO, "templates/posting.md.j2": "x"})
    done = run("list")
    lines = [" ".join(line.split()) for line in done.out.splitlines()]
    assert (done.code, done.err) == (0, "")
    assert lines[:4] == [
        "Roles",
        "coo Chief Operating Officer startup and enterprise profiles/coo.yaml",
        "cpo Chief Product Officer startup, scaleup and enterprise built-in",
        "cto Chief Technology Officer startup, scaleup and enterprise built-in",
    ]
    assert lines[4:8] == ["", "Documents", "posting Job posting public", "rubric Interview rubric internal"]
    assert "posting.md.j2 templates/posting.md.j2 (hides the built-in one)" in lines
    assert "rubric.md.j2 built-in" in lines
    assert not (here / "output").exists()


@pytest.mark.usefixtures("here")
def test_check_ends_with_0_when_there_is_no_error(run: Run) -> None:
    done = run("check")
    assert done.code == 0
    assert ": error " not in done.out
    waived = done.out.count(": waived ")
    assert done.err == f"0 errors, {len(done.out.splitlines()) - waived} other findings, {waived} waived\n"


def test_check_ends_with_1_on_an_error_and_shows_its_place_and_code(
    run: Run, workspace: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(workspace({"company.yaml": "patch: {requirements: {industry: {assess: [strateg]}}}\n"}))
    done = run("check", "cto", "-s", "scaleup")
    errors = [line for line in done.out.splitlines() if ": error E" in line]
    assert done.code == 1
    assert errors == [
        "company.yaml:1:44: error E03: 'strateg' is no competency or session; add it or take it out here. Did you mean 'strategy'?"
    ]
    assert re.match(r"\d+ errors?, ", done.err)


def test_check_shows_mistakes_of_the_files_beside_findings(
    run: Run, workspace: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(
        workspace({"profiles/coo.yaml": "schema: 1\nrole: coo\ntitle: [a]\nstages: {startup: {}}\n"})
    )
    done = run("check")
    assert done.code == 1
    assert "profiles/coo.yaml:3:8: error input: title: expected text, found a list" in done.out.splitlines()
    assert any("cto.yaml" in line for line in done.out.splitlines())


def test_check_looks_at_all_stages_or_at_the_one_that_is_said(run: Run, workspace: Make) -> None:
    folder = workspace({"profiles/boss.yaml": profile("boss", "cto").replace("methods: 20,", "methods: 21,")})
    assert run("check", "boss", "-w", folder).code == 1
    assert run("check", "boss", "-w", folder, "-s", "startup").code == 1
    assert run("check", "boss", "-w", folder, "-s", "scaleup").code == 0


@pytest.mark.usefixtures("here")
def test_findings_come_in_the_order_of_the_files(run: Run) -> None:
    places = [line.split(": ")[0].split(":") for line in run("check").out.splitlines()]
    assert places == sorted(places, key=lambda place: (place[0], *(int(part) for part in place[1:])))


def test_check_writes_nothing(run: Run, here: Path) -> None:
    run("check")
    assert list(here.iterdir()) == []


@pytest.mark.parametrize(
    "arguments",
    [["--version"], ["--help"], ["-h"], ["cto", "--help"], ["list", "-h"], ["check", "-h"], ["doctor", "-h"]],
)
def test_help_and_version_answer(arguments: list[str], run: Run) -> None:
    done = run(*arguments)
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith((f"jdgen {jdgen.__version__}", "Usage: jdgen"))


def test_every_command_and_option_says_what_it_does() -> None:
    assert isinstance(main, click.Group)
    for command in main.commands.values():
        assert command.short_help
        options = [it for it in command.params if isinstance(it, click.Option)]
        assert all(it.help for it in options), command.name


def test_the_program_is_a_module_too() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "jdgen", "--version"], capture_output=True, text=True, check=True
    )
    assert done.stdout == f"jdgen {jdgen.__version__}\n"


def test_stages_and_roles_are_completed(workspace: Make) -> None:
    folder = workspace({"profiles/coo.yaml": COO})
    context, parameter = click.Context(main), click.Option(["--x"])
    context.params["root"] = str(folder)
    assert complete_stage(context, parameter, "s") == ["startup", "scaleup"]
    assert complete_role(context, parameter, "c") == ["coo", "cpo", "cto"]
    assert complete_role(context, parameter, "coo") == ["coo"]


def test_doctor_ends_with_0_when_nothing_is_missing(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(diagnosis, "CHECKS", (lambda: Check("Python", ok=True, said="3.14"),))
    done = run("doctor")
    assert (done.code, done.out.split(), done.err) == (0, ["ok", "Python", "3.14"], "")


def test_doctor_ends_with_1_and_names_the_command_that_mends(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    missing = Check("Pango", ok=False, said="not found", remedy="brew install pango")
    monkeypatch.setattr(diagnosis, "CHECKS", (lambda: Check("Python", ok=True, said="3.14"), lambda: missing))
    done = run("doctor")
    assert done.code == 1
    assert done.out.splitlines()[1].split() == ["MISSING", "Pango", "not", "found"]
    assert done.out.splitlines()[2].strip() == "brew install pango"


def test_options_may_stand_before_the_role(run: Run, workspace: Make) -> None:
    folder = workspace({})
    ran = run("--stage", "scaleup", "-w", folder, "cpo")
    assert (ran.code, len(ran.out.split())) == (0, 2)
    said = run("--stag", "scaleup", "cpo").err.splitlines()[-1]
    assert re.search(r"Did you mean one of: .*'--stage'", said)


def test_help_shows_the_main_job_on_a_line_of_its_own(run: Run) -> None:
    assert "\n      jdgen cpo --stage scaleup --pdf\n" in run("--help").out

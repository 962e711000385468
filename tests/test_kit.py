"""`jdgen kit` writes one file for each reader, keeps what is internal inside, and seats people."""

from __future__ import annotations

import csv
import html
import json
from typing import TYPE_CHECKING

import pytest
from conftest import VARIANTS

from jdgen.documents import KIT
from jdgen.schema.rubric import Rubric

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Make, Run, Shipped

PUBLIC = {"posting", "candidate-guide", "case-brief"}
VACANCY = """\
role: cto
stage: scaleup
people: {chief: Ada Park, finance: Tom Weller, product: Mei Tanaka}
trained: {chief: 2026-11-02}
"""


def written(done: str) -> list[str]:
    return [line.removeprefix("output/cto-scaleup/") for line in done.splitlines()]


def refused(run: Run, *args: str) -> str:
    done = run("kit", "cto", *args)
    assert (done.code, done.out) == (1, "")
    return done.err


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(("role", "stage"), VARIANTS)
def test_every_reader_gets_a_file(role: str, stage: str, run: Run, folder: Path, shipped: Shipped) -> None:
    done = run("kit", role, "-s", stage)
    names = {path.name.removeprefix(f"{role}-{stage}-") for path in folder.rglob("*.*") if path.is_file()}
    plan = shipped(role, stage).profile.plan
    rated = {key: it for key, it in plan.sessions.items() if it.competencies}
    seats = {seat for it in rated.values() for seat in it.seats}
    assert done.code == 0
    assert {f"kit-{seat}.md" for seat in seats} == {name for name in names if name.startswith("kit-")}
    cards = {f"scorecard-{key}-{seat}.yaml" for key, it in rated.items() for seat in it.seats}
    assert cards == {name for name in names if name.startswith("scorecard-")}
    others = {kind.about.file for kind in KIT} - {"kit", "scorecard"}
    assert others == {name.partition(".")[0] for name in names if not name.startswith(("kit-", "scorecard-"))}
    assert {"traceability.csv", "rubric.json"} <= names
    assert len(done.out.splitlines()) == len(names)


def test_only_what_candidates_may_read_is_public(run: Run, folder: Path) -> None:
    run("kit", "cto", "-s", "scaleup")
    names = {
        path.stem.removeprefix("cto-scaleup-") for path in (folder / "output/cto-scaleup/public").iterdir()
    }
    assert names == PUBLIC


@pytest.mark.parametrize(
    ("only", "files"),
    [
        ("plan", ["internal/cto-scaleup-interview-plan.md"]),
        ("plan, ", ["internal/cto-scaleup-interview-plan.md"]),
        ("rules, guide", ["public/cto-scaleup-candidate-guide.md", "internal/cto-scaleup-scoring-rules.md"]),
        ("data", ["internal/cto-scaleup-rubric.json"]),
        ("traceability", ["internal/cto-scaleup-traceability.md", "internal/cto-scaleup-traceability.csv"]),
    ],
)
def test_only_chooses(only: str, files: list[str], run: Run, folder: Path) -> None:
    assert written(run("kit", "cto", "-s", "scaleup", "--only", only).out) == files
    assert len([path for path in folder.rglob("*") if path.is_file()]) == len(files)


@pytest.mark.usefixtures("folder")
def test_the_role_as_data_is_no_older_form_of_the_rubric(run: Run) -> None:
    run("kit", "cto", "-s", "scaleup", "--only", "rubric,data")
    assert "older" not in run("kit", "cto", "-s", "scaleup", "--only", "rubric").err
    assert "older" not in run("kit", "cto", "-s", "scaleup", "--only", "data").err


def test_a_document_that_does_not_exist_says_which_was_meant(run: Run, folder: Path) -> None:
    done = run("kit", "cto", "-s", "scaleup", "--only", "plan,scorecrds")
    assert (done.code, list(folder.iterdir())) == (2, [])
    assert "there is no document 'scorecrds'. Did you mean 'scorecards'?" in done.err


@pytest.mark.parametrize("only", ["", ",", "plan,,rules", ",plan", "plan,,"])
def test_an_empty_name_of_a_document_is_refused(only: str, run: Run, folder: Path) -> None:
    done = run("kit", "cto", "-s", "scaleup", "--only", only)
    assert (done.code, list(folder.iterdir())) == (2, [])
    assert "'--only': a name is empty. Documents are posting, rubric, guide," in done.err


def test_the_matrix_is_a_table_for_spreadsheets(run: Run, folder: Path, shipped: Shipped) -> None:
    run("kit", "cto", "-s", "scaleup", "--only", "traceability")
    file = folder / "output/cto-scaleup/internal/cto-scaleup-traceability.csv"
    rows = list(csv.DictReader(file.read_text("utf-8-sig").splitlines()))
    profile = shipped().profile
    assert [row["id"] for row in rows] == [*profile.responsibilities, *profile.requirements]
    assert rows[0]["assessed by"] == "Technology strategy"


def test_a_cell_that_a_spreadsheet_would_work_out_is_made_text(run: Run, folder: Path) -> None:
    run(
        "kit",
        "cto",
        "-s",
        "scaleup",
        "--only",
        "traceability",
        "--set",
        "responsibilities.platforms.text==1+1 platforms",
    )
    text = (folder / "output/cto-scaleup/internal/cto-scaleup-traceability.csv").read_text("utf-8")
    assert ",'=1+1 platforms," in text


def test_the_rubric_as_data_fits_its_published_schema(run: Run, folder: Path) -> None:
    run("kit", "cto", "-s", "scaleup", "--only", "data")
    text = (folder / "output/cto-scaleup/internal/cto-scaleup-rubric.json").read_text("utf-8")
    data = Rubric.model_validate(json.loads(text), strict=False)
    run("cto", "-s", "scaleup")
    rubric = folder / "output/cto-scaleup/internal/cto-scaleup-rubric.md"
    assert f"**Fingerprint:** {data.fingerprint}" in rubric.read_text("utf-8")


@pytest.mark.parametrize(
    ("kind", "what"),
    [
        ("guide", "an anchor"),
        ("brief", "a planted fault"),
        ("guide", "a red flag"),
        ("brief", "a line that the case is scored on"),
    ],
)
def test_a_leak_into_what_candidates_read_stops_the_run(
    kind: str, what: str, run: Run, workspace: Make, shipped: Shipped, monkeypatch: pytest.MonkeyPatch
) -> None:
    profile = shipped().profile
    assert profile.case
    text = {
        "an anchor": profile.competencies["strategy"].anchors[5],
        "a planted fault": profile.case.planted[0],
        "a red flag": profile.competencies["budget"].red_flags[0],
        "a line that the case is scored on": profile.case.scored_on["budget"],
    }[what]
    template = f'{{% extends "default/{kind}.md.j2" %}}\n{{% block title %}}{{{{ super() }}}}\n\n{text}\n{{% endblock %}}'
    root = workspace({f"templates/{kind}.md.j2": template})
    monkeypatch.chdir(root)
    said = refused(run, "-s", "scaleup")
    assert f"{what} would reach the public file cto-scaleup-" in said
    assert said.startswith(("../", "/", "profiles/", "jdgen")) or "cto.yaml:" in said
    assert not (root / "output").exists()


def test_a_red_flag_in_the_metadata_of_a_pdf_stops_the_run(
    run: Run, workspace: Make, shipped: Shipped, monkeypatch: pytest.MonkeyPatch
) -> None:
    flag = shipped().profile.competencies["budget"].red_flags[0]
    template = f'{{% extends "default/page.html.j2" %}}\n{{% block head %}}{{{{ super() }}}}\n<meta name="keywords" content="{flag}">\n{{% endblock %}}'
    root = workspace({"templates/page.html.j2": template})
    monkeypatch.chdir(root)
    said = refused(run, "-s", "scaleup", "--only", "guide", "--pdf")
    assert "a red flag would reach the public file cto-scaleup-candidate-guide" in said
    assert not (root / "output").exists()


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        ("guide", "role.competencies"),
        ("guide", "kit.coverage"),
        ("brief", "kit.case.planted"),
        ("brief", "kit.case.reference"),
    ],
)
def test_a_public_template_cannot_use_what_is_internal(
    kind: str, name: str, run: Run, workspace: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    template = f'{{% extends "default/{kind}.md.j2" %}}\n{{% block title %}}{{{{ super() }}}}\n\n{{{{ {name} }}}}\n{{% endblock %}}'
    monkeypatch.chdir(workspace({f"templates/{kind}.md.j2": template}))
    said = refused(run, "-s", "scaleup", "--only", kind)
    assert (
        said
        == f"templates/{kind}.md.j2:4: {name} is for interviewers and cannot stand in a public document\n"
    )


def test_the_people_of_a_vacancy_stand_on_their_seats(
    run: Run, workspace: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = workspace(
        {"vacancies/cto-2026.yaml": VACANCY, "company.yaml": "people: {chief: Bo Lind, people: Dana Roy}"}
    )
    monkeypatch.chdir(root)
    assert run("kit", "cto", "--vacancy", "cto-2026", "--only", "plan,rubric,guide").code == 0
    for path in (root / "output").rglob("*.md"):
        text = path.read_text("utf-8")
        assert "Chief Executive Officer (Ada Park)" in text
        assert "Head of People (Dana Roy)" in text
        assert "Bo Lind" not in text


WRONG = {
    "no such vacancy": ("cto-2025", VACANCY, "vacancies: there is no vacancy 'cto-2025'. Did you mean 'cto-2026'? Write cto-2025.yaml there"),
    "another role": ("cto-2026", VACANCY.replace("cto", "cpo"), "vacancies/cto-2026.yaml:1:7: role: is 'cpo', and 'cto' was asked for: name the vacancy's own role, or another vacancy"),
    "an unknown field": ("cto-2026", VACANCY + "debrief: 2027-01-01\n", "vacancies/cto-2026.yaml:5:1: unknown field 'debrief'"),
    "no such seat": ("cto-2026", VACANCY.replace("finance:", "finances:"), "vacancies/cto-2026.yaml:3:"),
    "one person twice in a session": ("cto-2026", VACANCY.replace("Tom Weller", "Ada Park"), "vacancies/cto-2026.yaml:3:"),
}  # fmt: skip


@pytest.mark.parametrize(("name", "vacancy", "says"), WRONG.values(), ids=WRONG)
def test_a_wrong_vacancy_costs_a_line(
    name: str, vacancy: str, says: str, run: Run, workspace: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = workspace({"vacancies/cto-2026.yaml": vacancy})
    monkeypatch.chdir(root)
    assert refused(run, "--vacancy", name).startswith(says)
    assert not (root / "output").exists()


def test_a_stage_that_is_not_the_vacancy_s_is_a_mistake(
    run: Run, workspace: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(workspace({"vacancies/cto-2026.yaml": VACANCY}))
    said = refused(run, "--vacancy", "cto-2026", "-s", "startup")
    assert said.startswith("vacancies/cto-2026.yaml:2:8: stage: is 'scaleup', and 'startup' was asked for")


def test_what_the_guide_still_lacks_is_listed(run: Run, folder: Path) -> None:
    done = run("kit", "cto", "-s", "scaleup", "--only", "guide")
    assert (
        done.err
        == "\nBefore the public documents can go out, company.yaml still needs:\n  records:  {months: 12, contact: privacy@example.com}\n"
    )
    assert [path.name for path in folder.iterdir()] == ["output"]


def test_internal_documents_alone_lack_nothing(run: Run, folder: Path) -> None:
    assert run("kit", "cto", "-s", "scaleup", "--only", "plan").err == ""
    assert [path.name for path in folder.iterdir()] == ["output"]


ODD = """\
people: {finance: "Bob O'Neil <x>", chief: Łukasz Żółć, product: R&D}
patch: {plan: {seats: {engineer: R&D lead}}}
"""


def test_names_are_shown_as_they_are_written(
    run: Run, workspace: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = workspace({"company.yaml": ODD})
    monkeypatch.chdir(root)
    assert run("kit", "cto", "-s", "scaleup", "--only", "plan,guide", "--html").code == 0
    for path in (root / "output").rglob("*.html"):
        text = html.unescape(path.read_text("utf-8"))
        assert "Chief Financial Officer (Bob O'Neil <x>)" in text
        assert "Chief Executive Officer (Łukasz Żółć)" in text
        assert "R&D lead" in text
        assert "&amp;" not in text


def test_each_session_and_seat_has_a_card_of_its_own(
    run: Run, workspace: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    company = """\
patch:
  plan:
    seats: {b: Second of one, a_b: Second of two}
    sessions:
      direction: null
      people: null
      x_a: {title: One, kind: interview, minutes: 75, seats: [chief, b], competencies: [strategy, budget]}
      x: {title: Two, kind: interview, minutes: 75, seats: [chief, a_b], competencies: [leadership, partnership]}
  requirements:
    experience: {assess: [screen, leadership]}
    led_managers: {assess: [screen, leadership, references]}
"""
    root = workspace({"company.yaml": company})
    monkeypatch.chdir(root)
    done = run("kit", "cto", "-s", "scaleup", "--only", "scorecards")
    assert (done.code, done.err) == (0, "")
    assert len(set(done.out.splitlines())) == 11


def test_minutes_are_no_weight(run: Run, workspace: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(workspace({"company.yaml": "patch: {plan: {sessions: {people: {prep: 10}}}}"}))
    assert run("kit", "cto", "-s", "scaleup", "--only", "guide").code == 0


def test_vacancies_have_folders_of_their_own(
    run: Run, workspace: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = workspace({"vacancies/one.yaml": VACANCY, "vacancies/two/vacancy.yaml": VACANCY})
    monkeypatch.chdir(root)
    for name in ("one", "two"):
        assert run("kit", "cto", "--vacancy", name, "--only", "plan").code == 0
    assert sorted(path.name for path in (root / "output").iterdir()) == ["one", "two"]


def test_cards_of_seats_that_are_gone_are_named(
    run: Run, workspace: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = workspace({})
    monkeypatch.chdir(root)
    run("kit", "cto", "-s", "scaleup", "--only", "scorecards")
    left = root / "output/cto-scaleup/internal/cto-scaleup-scorecard-direction-treasurer.yaml"
    left.touch()
    done = run("kit", "cto", "-s", "scaleup", "--only", "scorecards")
    assert done.err == f"older than this run, and not renewed: {left.relative_to(root)}\n"


def test_check_reads_vacancies(run: Run, workspace: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    files = {
        "vacancies/a.yaml": VACANCY.replace("finance:", "finances:"),
        "vacancies/b.yaml": VACANCY.replace("role: cto", "role: ctoo"),
        "vacancies/c.yaml": VACANCY + "bogus: 1\n",
    }
    monkeypatch.chdir(workspace(files))
    done = run("check")
    assert done.code == 1
    said = [line for line in done.out.splitlines() if line.startswith("vacancies/")]
    assert [line.partition(" ")[0] for line in said] == [
        "vacancies/a.yaml:3:27:",
        "vacancies/b.yaml:1:7:",
        "vacancies/c.yaml:5:1:",
    ]


def test_an_empty_name_is_no_vacancy(run: Run, folder: Path) -> None:
    assert refused(run, "-s", "scaleup", "--vacancy", "").startswith("vacancies: there is no vacancy ''")
    assert list(folder.iterdir()) == []


def test_a_card_that_could_not_be_read_stops_the_run(
    run: Run, workspace: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    template = '{% extends "default/scorecard.md.j2" %}\n{% block finish %}{% endblock %}'
    monkeypatch.chdir(workspace({"templates/scorecard.md.j2": template}))
    said = refused(run, "-s", "scaleup", "--only", "scorecards", "--pdf")
    assert "the card has no field 'locked', so it could not be read once it is filled in" in said

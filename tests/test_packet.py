"""The debrief packet: what it says, of whom, to whom, and that every kind of card gives the same one."""

from __future__ import annotations

import json
import os
import re
import stat
import subprocess
from io import BytesIO
from pathlib import Path
from shutil import which
from typing import TYPE_CHECKING, Any

import page
import panels
import pypdf
import pytest
from conftest import COMPANY
from fillings import as_csv, as_pdf, as_yaml, rows
from panels import CARDS, FOLDER, filling, panel
from test_goldens import compare

from jdgen.documents import Kind, Subject
from jdgen.documents.document import compose
from jdgen.documents.templates import Templates
from jdgen.formats.pdf import to_pdf
from jdgen.role.kit.cards import cards as cards_of
from jdgen.role.kit.view import describe_kit
from jdgen.role.view import describe

if TYPE_CHECKING:
    from collections.abc import Iterator

    from conftest import Make, Ran, Run

STEM = "cpo-scaleup-debrief-packet"
PACKET = Path(FOLDER, "packet")
TEMPLATES = Path(__file__).parents[1] / "templates"


@pytest.fixture(autouse=True)
def place(workspace: Make, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The workspace of the four candidates."""
    folder = workspace(panels.files())
    monkeypatch.chdir(folder)
    return folder


def made(run: Run, *options: str) -> tuple[Ran, str]:
    done = run("score", FOLDER, *options)
    return done, (PACKET / f"{STEM}.md").read_text("utf-8")


def data() -> Any:
    return json.loads((PACKET / f"{STEM}.json").read_text("utf-8"))


def test_the_packet_is_as_accepted(run: Run, update_goldens: bool) -> None:
    done, text = made(run)
    assert done.out.splitlines() == [str(PACKET / f"{STEM}.md"), str(PACKET / f"{STEM}.json")]
    compare(f"packet/{STEM}.md", text, update=update_goldens)
    compare(f"packet/{STEM}.json", (PACKET / f"{STEM}.json").read_text("utf-8"), update=update_goldens)


def test_cards_that_cannot_count_are_named_and_cost_the_exit_code(run: Run) -> None:
    done, text = made(run)
    assert done.code == 1
    assert done.err.splitlines()[0] == "left out until every card is locked: C-21; see jdgen score --status"
    assert done.err.splitlines()[1].startswith(f"{CARDS}/C-09-direction-chief.yaml:1:14: fingerprint: is 000")
    assert f"| {CARDS}/C-09-direction-chief.yaml | 1:14: fingerprint: is 000" in text


def test_each_of_several_tables_of_requirements_stands_apart(run: Run) -> None:
    for path in list(Path(CARDS).glob("C-12-*.yaml")):
        for code in ("C-30", "C-31", "C-32"):
            Path(CARDS, path.name.replace("C-12", code)).write_text(
                path.read_text("utf-8").replace("C-12", code)
            )
    made(run, "--html")
    text = (PACKET / f"{STEM}.html").read_text("utf-8")
    assert (text.count('<table class="standings"'), text.count("{:")) == (2, 0)


def test_with_every_card_in_order_the_exit_code_is_0(run: Run) -> None:
    Path(CARDS, "C-09-direction-chief.yaml").unlink()
    done, text = made(run)
    assert done.code == 0
    assert "Cards that cannot count" not in text
    assert "one card that cannot count" not in text


def test_of_a_candidate_who_is_waiting_nothing_is_shown(run: Run) -> None:
    _, before = made(run)
    for path in Path(CARDS).glob("C-21-*.yaml"):
        text = path.read_text("utf-8").replace("'5'", "'1'").replace("What was said", "Silence")
        path.write_text(text, "utf-8")
    assert "C-21" in before
    assert made(run)[1] == before
    assert not {it["code"] for it in data()["candidates"]} & {"C-21"}
    assert [it["code"] for it in data()["waiting"]] == ["C-21"]


def test_a_candidate_without_a_single_card_is_waiting_too(run: Run) -> None:
    path = Path(FOLDER, "candidates.yaml")
    path.write_text(path.read_text("utf-8").replace("  C-21:", "  C-30:"), "utf-8")
    assert re.search(r"\| C-30 +\| 0 of 11 +\| Chief Executive", made(run)[1])


def test_it_never_says_what_people_decide(run: Run) -> None:
    _, text = made(run, "--html")
    seen = text + (PACKET / f"{STEM}.html").read_text("utf-8") + json.dumps(data())
    assert re.findall(r"\b(?:un)?hir(?:e|es|ed|ing)\b|\breject", seen, re.IGNORECASE) == []
    assert "it is not the decision" in text
    assert "order inside a band is noise" in text


def test_nothing_that_was_rated_or_heard_is_said_on_the_terminal(run: Run) -> None:
    def shown() -> str:
        return "".join(f"{it.out}{it.err}" for it in (run("score", FOLDER), run("score", FOLDER, "--status")))

    before = shown()
    for path in Path(CARDS).glob("*.yaml"):
        path.write_text(path.read_text("utf-8").replace("'4'", "'2'").replace("said", "sung"), "utf-8")
    assert shown() == before
    assert not re.search(r"\d\.\d\d", before)


def test_the_names_of_files_make_no_difference(run: Run) -> None:
    first = made(run)[1], data()
    for number, path in enumerate(sorted(Path(CARDS).glob("C-[01]*.yaml"), reverse=True)):
        if "C-09" not in path.name:
            path.rename(path.with_name(f"{number:03}.yaml"))
    assert (made(run)[1], data()) == first


def test_an_owner_alone_can_open_it_whatever_the_system_s_default(run: Run) -> None:
    for mask in (0o000, 0o022):
        before = os.umask(mask)
        try:
            made(run, "--html")
        finally:
            os.umask(before)
        assert {stat.S_IMODE(path.stat().st_mode) for path in PACKET.iterdir()} == {0o600}
        assert stat.S_IMODE(PACKET.stat().st_mode) == 0o700
        for path in PACKET.iterdir():
            path.unlink()
        PACKET.rmdir()


def test_nothing_is_written_outside_the_vacancy_s_folder(run: Run, place: Path) -> None:
    before = {path for path in place.rglob("*") if path.is_file()}
    made(run, "--html")
    assert {path.parent for path in place.rglob("*") if path.is_file() and path not in before} == {
        place / PACKET
    }


def test_a_mistake_beside_the_cards_costs_a_line_and_nothing_is_written(run: Run) -> None:
    path = Path(FOLDER, "candidates.yaml")
    text = path.read_text("utf-8")
    path.write_text(
        text.replace("degree: equivalent", "degre: equivalent").replace("budget: {", "budgt: {"), "utf-8"
    )
    done = run("score", FOLDER)
    assert (done.code, done.out) == (1, "")
    assert done.err.splitlines() == [
        f"{path}:7:11: V05: 'budgt' is neither competency nor requirement. Did you mean 'budget'?",
        f"{path}:12:14: V02: 'degre' is no requirement of the role. Did you mean 'degree'?",
    ]
    assert not PACKET.exists()


def test_a_file_of_candidates_that_is_wrong_is_not_repeated(run: Run) -> None:
    path = Path(FOLDER, "candidates.yaml")
    path.write_text(path.read_text("utf-8").replace("degree: equivalent", "degree: secret"), "utf-8")
    done = run("score", FOLDER)
    assert done.code == 1
    assert done.err.startswith(f"{path}:12:22: degree: must be met, equivalent, not_met or unverified")
    assert "secret" not in done.err


def test_a_flag_that_is_closed_changes_the_outcome_and_the_packet_says_so(run: Run) -> None:
    _, text = made(run)
    assert "### C-03: Discuss, 3.89 → Meets the bar, 3.89\n\nOne flag was closed." in text
    assert "**Closed:** Both overruns were agreed" in text


def test_a_revision_is_shown_with_both_ratings_and_its_reason(run: Run) -> None:
    path = Path(CARDS, "C-07-delivery-technology.yaml")
    revised = "revised:\n  me1: {to: 4, because: Heard from Mei over which customers it was counted.}\n"
    path.write_text(path.read_text("utf-8") + revised, "utf-8")
    _, text = made(run)
    (line,) = (it for it in text.splitlines() if "Heard from Mei" in it)
    cells = [cell.strip() for cell in line.strip("|").split("|")]
    assert cells == [
        "Chief Technology Officer (Ines Costa), me1 in “Delivery and measures”", "2", "4",
        "Heard from Mei over which customers it was counted.",
    ]  # fmt: skip
    assert "### C-07: Discuss, 3.73 → Discuss, 3.74" in text


@pytest.mark.parametrize("language", ["de", "fr"])
def test_it_speaks_english_whatever_the_company_does(run: Run, language: str) -> None:
    _, english = made(run)
    path = Path("company.yaml")
    path.write_text(f"language: {language}\n{path.read_text('utf-8')}", "utf-8")
    assert made(run)[1] == english


def test_a_revision_written_beside_the_cards_gives_the_same_packet(run: Run) -> None:
    path, beside = Path(CARDS, "C-07-delivery-technology.yaml"), Path(FOLDER, "candidates.yaml")
    blank, known = path.read_text("utf-8"), beside.read_text("utf-8")
    revision = "{to: 4, because: Heard from Mei over which customers it was counted.}"
    path.write_text(f"{blank}revised:\n  me1: {revision}\n", "utf-8")
    _, text = made(run)
    path.write_text(blank, "utf-8")
    line = f"    revised: {{delivery-technology: {{me1: {revision}}}}}\n"
    beside.write_text(known.replace("  C-12:\n", f"{line}  C-12:\n"), "utf-8")
    assert made(run)[1] == text


def test_agreement_rests_on_what_raters_wrote_before_they_talked(run: Run) -> None:
    made(run)
    before = data()["agreement"]
    path = Path(CARDS, "C-07-delivery-technology.yaml")
    path.write_text(path.read_text("utf-8") + "revised:\n  me1: {to: 5, because: Heard more.}\n", "utf-8")
    made(run)
    assert data()["agreement"] == before


@pytest.mark.parametrize(
    ("months", "debrief", "day"),
    [(12, "2027-02-12", "2028-02-12"), (6, "2026-08-31", "2027-02-28"), (18, "2026-08-31", "2028-02-29")],
)
def test_the_day_of_deletion_is_counted_from_the_debrief(
    run: Run, months: int, debrief: str, day: str
) -> None:
    for path, old, new in (
        (Path("company.yaml"), "months: 12", f"months: {months}"),
        (Path(FOLDER, "vacancy.yaml"), "debrief: 2027-02-12", f"debrief: {debrief}"),
    ):
        path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")
    assert f"- **Delete on:** {day}\n" in made(run)[1]


def test_without_a_period_it_asks_for_one(run: Run) -> None:
    Path("company.yaml").write_text(COMPANY, "utf-8")
    _, text = made(run)
    assert "Delete on" not in text
    assert "fill in `records` in the company file" in text.replace("\\`", "`")


def test_people_who_differ_from_card_to_card_cost_a_point(run: Run) -> None:
    path = Path(FOLDER, "vacancy.yaml")
    path.write_text(
        path.read_text("utf-8").replace("finance: Tom Weller, ", "").replace("finance: 2026-11-02, ", ""),
        "utf-8",
    )
    card = Path(CARDS, "C-12-direction-finance.yaml")
    card.write_text(card.read_text("utf-8").replace("Tom Weller", "Kim Ode"), "utf-8")
    said = made(run)[1]
    assert re.search(r"\| 12 Same interviewers for every candidate +\| 1 of 2 +\| 1 of 2 ", said)
    assert "More than one person rated on a seat: Chief Financial Officer." in said


@pytest.fixture(scope="module")
def blanks() -> dict[str, bytes]:
    """The PDF form of each card, by its name."""
    from conftest import role as resolved  # noqa: PLC0415

    people = ", ".join(f"{seat}: {name}" for seat, name in panels.PEOPLE.items())
    found = resolved("cpo", "scaleup", f"{panels.COMPANY_FILE}people: {{{people}}}")
    role = describe(found)
    kit = describe_kit(found, role)
    templates = Templates([TEMPLATES])
    return {
        card.id: to_pdf(compose(Subject(role, kit, (card,)), Kind.SCORECARD, templates, card=card))
        for card in cards_of(found, kit, role)
    }


def filled_in(kind: str, blanks: dict[str, bytes]) -> Iterator[tuple[str, bytes]]:
    """The cards of the four candidates in one of their kinds, by the name of the file."""
    table = []
    for candidate in panels.RATINGS:
        for card in panel().cards.values():
            it = filling(candidate, card)
            if it is None:
                continue
            if kind == "csv":
                table += rows(card, it)
            elif kind == "pdf" or (kind == "mixed" and card.id.startswith("case")):
                yield f"{candidate}-{card.id}.pdf", as_pdf(blanks[card.id], it)
            elif kind == "mixed" and card.id.startswith("direction"):
                yield f"{candidate}-{card.id}.csv", as_csv(rows(card, it))
            else:
                yield f"{candidate}-{card.id}.yaml", as_yaml(card, it)
    if table:
        yield "all.csv", as_csv(table)


@pytest.mark.parametrize("kind", ["csv", "pdf", "mixed"])
def test_every_kind_of_card_gives_the_same_packet(run: Run, kind: str, blanks: dict[str, bytes]) -> None:
    Path(CARDS, "C-09-direction-chief.yaml").unlink()
    expected = made(run)[1], data()
    for path in Path(CARDS).iterdir():
        path.unlink()
    for name, content in filled_in(kind, blanks):
        Path(CARDS, name).write_bytes(content)
    assert (made(run)[1], data()) == expected


@pytest.fixture(scope="module", params=["a4", "letter"])
def pdf(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    from conftest import Ran  # noqa: F401, PLC0415

    from jdgen.generate.debrief import score  # noqa: PLC0415
    from jdgen.workspace import Workspace  # noqa: PLC0415

    root = tmp_path_factory.mktemp("packet")
    for name, content in panels.files().items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    score("cpo-2026", Workspace.at(root), formats=("md", "pdf"), paper=request.param)
    return root / PACKET / f"{STEM}.pdf"


def test_the_pdf_conforms_to_pdf_ua_1(pdf: Path) -> None:
    result = page.validate_pdf(str(pdf), profile="ua1")
    assert result.is_compliant, [failure.rule_id for failure in result.failures]


@pytest.mark.skipif(not which("qpdf"), reason="qpdf is not installed")
def test_qpdf_finds_nothing_wrong(pdf: Path) -> None:
    command = [which("qpdf") or "", "--check", str(pdf)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert "WARNING" not in done.stdout + done.stderr


def test_every_page_says_that_it_is_confidential(pdf: Path) -> None:
    texts = [sheet.extract_text() for sheet in pypdf.PdfReader(BytesIO(pdf.read_bytes())).pages]
    assert len(texts) < 10
    assert [number for number, text in enumerate(texts) if "CONFIDENTIAL" not in text] == []


def test_the_first_page_has_outcomes_and_agenda(pdf: Path) -> None:
    first = pypdf.PdfReader(BytesIO(pdf.read_bytes())).pages[0].extract_text()
    for said in ("C-03", "Meets the bar", "C-15", "Incomplete", "Agenda", "Fill in the decision record"):
        assert said in first

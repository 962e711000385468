"""`jdgen score --status`: a vacancy's folder of scorecards, whatever is in it."""

from __future__ import annotations

import os
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest
from fillings import COMPANY, as_csv, as_pdf, as_yaml, full, panel_of, rows
from test_bad_input import BOMB
from test_forms import document

from jdgen.formats.pdf import to_pdf
from jdgen.generate import scorecards
from jdgen.generate.scorecards import collect
from jdgen.workspace import Workspace

if TYPE_CHECKING:
    from conftest import Make, Run

VACANCY = f"role: cto\nstage: scaleup\n{COMPANY}\n"
FOLDER = "vacancies/cto-2026"
CARDS = f"{FOLDER}/scorecards"
PANEL = panel_of()
CARD = PANEL.cards["direction", "chief"]
GOOD = as_yaml(CARD, full(CARD))


@pytest.fixture(autouse=True)
def place(workspace: Make, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A workspace with a vacancy and one card of it."""
    folder = workspace({f"{FOLDER}/vacancy.yaml": VACANCY, f"{CARDS}/good.yaml": GOOD})
    monkeypatch.chdir(folder)
    return folder


def test_the_status_names_the_cards_that_are_missing(run: Run) -> None:
    done = run("score", FOLDER, "--status")
    lines = done.out.splitlines()
    assert (done.code, done.err) == (0, "")
    assert lines[0] == "C-017: 1 of 11 cards locked"
    assert lines[1] == "  missing     direction-finance       Chief Financial Officer (Tom Weller)"
    assert len(lines) == 11


def test_cards_of_every_kind_are_read_together(run: Run, workspace: Make) -> None:
    finance, product = PANEL.cards["direction", "finance"], PANEL.cards["product", "product"]
    blank = to_pdf(document(card="direction-finance", company=COMPANY))
    workspace({
        f"{CARDS}/finance.pdf": as_pdf(blank, full(finance)),
        f"{CARDS}/product.csv": as_csv(rows(product, full(product))),
    })  # fmt: skip
    assert run("score", FOLDER, "--status").out.startswith("C-017: 3 of 11 cards locked\n")


def test_a_complete_candidate_is_said_to_be(run: Run, workspace: Make) -> None:
    workspace(
        {f"{CARDS}/{it.id}.yaml": as_yaml(it, full(it)) for it in PANEL.cards.values() if it is not CARD}
    )
    assert run("score", FOLDER, "--status").out == "C-017: 11 of 11 cards locked, complete\n"


def test_a_draft_is_no_mistake(run: Run, workspace: Make) -> None:
    workspace({f"{CARDS}/good.yaml": as_yaml(CARD, full(CARD, locked=False))})
    done = run("score", FOLDER, "--status")
    assert (done.code, done.err) == (0, "")
    assert (
        f"  not locked  direction-chief         Chief Executive Officer (Ada Park): {CARDS}/good.yaml\n"
        in done.out
    )


def test_a_refused_card_costs_a_line_and_the_exit_code(run: Run, workspace: Make) -> None:
    workspace({f"{CARDS}/good.yaml": GOOD.replace(b"conflict: none", b"conflict: my cousin")})
    done = run("score", FOLDER, "--status")
    assert done.code == 1
    assert done.err.startswith(
        f"{CARDS}/good.yaml:10:11: conflict: the rater declares a conflict of interest"
    )
    assert "  refused     direction-chief  " in done.out
    assert "cousin" not in done.err + done.out


def test_a_notice_leaves_the_exit_code_alone(run: Run, workspace: Make) -> None:
    workspace({f"{CARDS}/good.yaml": GOOD.replace(b"C-017", b"Ada Lovelace")})
    done = run("score", FOLDER, "--status")
    assert (done.code, done.err.count("\n")) == (0, 1)
    assert done.err.startswith(f"notice: {CARDS}/good.yaml:1:1: candidate: this looks like a name")


def test_no_rating_and_nothing_that_was_heard_is_shown(run: Run, workspace: Make) -> None:
    def shown(rating: str, heard: str) -> tuple[str, str]:
        it = full(CARD, rating)._replace(evidence=dict.fromkeys(full(CARD).evidence, heard))
        workspace(
            {
                f"{CARDS}/good.yaml": as_yaml(CARD, it),
                f"{CARDS}/wrong.csv": as_csv(rows(CARD, it._replace(name="Bo"))),
            }
        )
        done = run("score", FOLDER, "--status")
        return done.out, done.err

    assert shown("1", "Nothing.") == shown("5", "Everything.")


def test_candidates_who_are_listed_are_waited_for(run: Run, workspace: Make) -> None:
    workspace({f"{FOLDER}/vacancy.yaml": f"{VACANCY}candidates: [C-017, C-018]\n"})
    assert "C-018: 0 of 11 cards locked\n" in run("score", FOLDER, "--status").out


def test_candidates_of_whom_something_else_is_known_are_waited_for(run: Run, workspace: Make) -> None:
    workspace({f"{FOLDER}/candidates.yaml": "candidates: {C-017: {}, C-019: {screen: {degree: met}}}\n"})
    done = run("score", FOLDER, "--status")
    assert (done.code, done.err) == (0, "")
    assert "C-019: 0 of 11 cards locked\n" in done.out


def test_what_is_known_of_candidates_is_in_no_line(run: Run, workspace: Make) -> None:
    heard = "candidates: {C-017: {references: [{referee: chief, results: {budget: {result: Unterschlagung}}}], Unterschlagung: x}}"
    workspace({f"{FOLDER}/candidates.yaml": heard})
    done = run("score", FOLDER, "--status")
    assert (done.code, done.out) == (1, "")
    assert done.err.startswith(f"{FOLDER}/candidates.yaml:1:")
    assert "Unterschlagung" not in done.err


def test_without_candidates_it_says_where_they_come_from(run: Run) -> None:
    Path(CARDS, "good.yaml").unlink()
    assert run("score", FOLDER, "--status").out.startswith(
        "no candidate yet: list their codes in the vacancy"
    )


@pytest.mark.parametrize("name", ["cto-2026", FOLDER, f"{FOLDER}/", f"./{FOLDER}", f"{FOLDER}/vacancy.yaml"])
def test_a_vacancy_is_known_by_name_and_by_path(run: Run, name: str) -> None:
    assert run("score", name, "--status").out.startswith("C-017: 1 of 11")


def test_a_path_may_begin_in_the_workspace_or_here(
    place: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir("/")
    for name in (FOLDER, str(place / FOLDER), str((place / FOLDER).relative_to("/"))):
        assert run("score", name, "--status", "-w", place).out.startswith("C-017: 1 of 11")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("cto-2027", "vacancies: there is no vacancy 'cto-2027'. Did you mean 'cto-2026'? Write cto-2027.yaml there"),
        ("elsewhere/cto-2026", "elsewhere/cto-2026: is no vacancy of this workspace: they stand below vacancies. Name another with --workspace"),
        (CARDS, f"{CARDS}: is no vacancy of this workspace: they stand below vacancies. Name another with --workspace"),
    ],
)  # fmt: skip
def test_a_vacancy_that_is_not_there_costs_a_line(run: Run, name: str, expected: str) -> None:
    done = run("score", name, "--status")
    assert (done.code, done.out, done.err) == (1, "", f"{expected}\n")


def test_a_vacancy_of_one_file_keeps_its_cards_in_the_folder_of_its_name(run: Run) -> None:
    Path(FOLDER, "vacancy.yaml").rename(f"{FOLDER}.yaml")
    assert run("score", "cto-2026", "--status").out.startswith("C-017: 1 of 11")


def test_a_missing_folder_of_cards_costs_a_line(run: Run) -> None:
    Path(CARDS).rename(f"{FOLDER}/cards")
    done = run("score", FOLDER, "--status")
    assert (done.code, done.err) == (
        1,
        f"{CARDS}: there is no such folder: make it, and put the filled scorecards there\n",
    )


def test_a_file_in_the_place_of_the_folder_costs_a_line(run: Run) -> None:
    Path(CARDS).rename(f"{FOLDER}/cards")
    Path(CARDS).write_text("x")
    assert run("score", FOLDER, "--status").err == f"{CARDS}: cannot be read: Not a directory\n"


def test_nothing_is_written_before_a_candidate_s_cards_are_all_locked(run: Run) -> None:
    done = run("score", FOLDER)
    said = "no candidate's cards are all locked yet, and nothing is shown before: `jdgen score --status` says what is missing"
    assert (done.code, done.out, done.err) == (1, "", f"{FOLDER}: {said}\n")
    assert not Path(FOLDER, "packet").exists()


def packed() -> bytes:
    data = BytesIO()
    with ZipFile(data, "w") as archive:
        archive.writestr("card.yaml", GOOD)
    return data.getvalue()


def test_whatever_lies_in_the_folder_costs_a_line_and_the_rest_is_read(run: Run, workspace: Make) -> None:
    blank = to_pdf(document(card="direction-chief", company=COMPANY))
    workspace({
        f"{CARDS}/cut.pdf": as_pdf(blank, full(CARD))[:40_000], f"{CARDS}/empty.yaml": "", f"{CARDS}/zip.pdf": packed(),
        f"{CARDS}/nul.csv": as_csv(rows(CARD, full(CARD))).replace(b"Ada", b"A\0a", 1), f"{CARDS}/list.xlsx": packed(),
        f"{CARDS}/old.yml": GOOD, f"{CARDS}/folder.yaml/in.yaml": GOOD, f"{CARDS}/two\nlines.yaml": "x",
        f"{CARDS}/.DS_Store": "x", f"{CARDS}/.~lock.a.csv#": "x", f"{CARDS}/~$list.xlsx": "x",
    })  # fmt: skip
    os.mkfifo(f"{CARDS}/pipe.pdf")
    Path(CARDS, "loop.yaml").symlink_to("loop.yaml")
    Path(CARDS, "gone.yaml").symlink_to("nowhere.yaml")
    with Path(CARDS, "large.pdf").open("wb") as large:
        large.truncate(100_000_000)
    done = run("score", FOLDER, "--status")
    assert done.out.startswith("C-017: 1 of 11 cards locked\n")
    assert done.code == 1
    assert [line.removeprefix(f"{CARDS}/") for line in done.err.splitlines()] == [
        "cut.pdf: is damaged or cut off: hand it in again, or save it again from the program that filled it in",
        "empty.yaml: the file is empty; expected `name: value` lines",
        "folder.yaml: is a folder; expected a file",
        "gone.yaml: is no ordinary file",
        "large.pdf: has 100,000,000 bytes; a file here has at most 10,000,000",
        "list.xlsx: is not read: save it as CSV UTF-8",
        "loop.yaml: is no ordinary file",
        "nul.csv:2: a control character; delete it and type the text again",
        "old.yml: is not read: call it .yaml",
        "pipe.pdf: is no ordinary file",
        "two?lines.yaml:1:1: expected `name: value` lines",
        "zip.pdf: is no PDF: it is a ZIP archive, or an office document",
    ]


def test_an_alias_bomb_leaves_the_rest_to_be_read(run: Run, workspace: Make) -> None:
    workspace({f"{CARDS}/bomb.yaml": BOMB})
    done = run("score", FOLDER, "--status")
    assert done.out.startswith("C-017: 1 of 11 cards locked\n")
    assert done.err.count("\n") == 1
    assert done.err.endswith("text that begins so (290 more below)\n")


def test_a_card_that_may_not_be_read_costs_a_line(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    read = Path.read_bytes

    def refuse(path: Path) -> bytes:
        if path.name == "good.yaml":
            raise PermissionError(13, "Permission denied", str(path))
        return read(path)

    monkeypatch.setattr(Path, "read_bytes", refuse)
    done = run("score", FOLDER, "--status")
    assert done.err == f"{CARDS}/good.yaml: cannot be read: Permission denied; check who may read it\n"


def test_a_card_that_jdgen_wrote_is_taken_back(run: Run, workspace: Make) -> None:
    """A blank card of the kit of this vacancy, filled in as a rater does: fingerprint and people have to be the same."""
    (path,) = [
        Path(line)
        for line in run("kit", "cto", "--vacancy", "cto-2026", "--only", "scorecards").out.splitlines()
        if line.endswith("case-finance.yaml")
    ]
    text = (
        path.read_text().replace("locked: false", "locked: true").replace("candidate:", "candidate: C-017", 1)
    )
    text = text.replace("conflict:", "conflict: none #", 1)
    for name in ("strategy", "budget", "innovation", "partnership"):
        text = text.replace(f"  case_{name}:\n", f"  case_{name}: 3\n")
        text = text.replace(f"  case_{name}: |\n", f"  case_{name}: |\n    Named the fault.\n")
    workspace({f"{CARDS}/finance.yaml": text})
    done = run("score", FOLDER, "--status")
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("C-017: 2 of 11 cards locked\n")


@pytest.mark.parametrize(
    "wrong", ["people: {cheif: Ada Park}", "people: {chief: Ada Park, finance: Ada Park}"]
)
def test_a_vacancy_with_wrong_seats_stops_the_run(run: Run, workspace: Make, wrong: str) -> None:
    workspace({f"{FOLDER}/vacancy.yaml": f"role: cto\nstage: scaleup\n{wrong}\n"})
    done = run("score", FOLDER, "--status")
    assert (done.code, done.out) == (1, "")
    assert f"{FOLDER}/vacancy.yaml:3:" in done.err


def test_many_cards_are_the_same_in_one_process_and_in_several(
    workspace: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace({f"{CARDS}/{it.id}-{code}.yaml": as_yaml(it, full(it, candidate=code)) for it in PANEL.cards.values() for code in ("C-1", "C-2", "C-3")})  # fmt: skip
    workspace({f"{CARDS}/bad.yaml": "x", f"{CARDS}/zip.pdf": packed()})
    monkeypatch.setattr(scorecards, "cores", lambda: 1)
    alone = collect("cto-2026", Workspace.at()).intake
    monkeypatch.setattr(scorecards, "cores", lambda: 3)
    assert collect("cto-2026", Workspace.at()).intake == alone
    assert (len(alone.cards), len(alone.shown), len(alone.refusals)) == (34, 33, 2)


def test_nothing_is_written(place: Path, run: Run) -> None:
    before = sorted(place.rglob("*"))
    run("score", FOLDER, "--status")
    assert sorted(place.rglob("*")) == before

"""`jdgen impact`, `jdgen calibrate` and `jdgen retranslate`: sheets in, and what they come to."""

from __future__ import annotations

import re
import stat
from pathlib import Path
from typing import TYPE_CHECKING

import panels
import pytest
import yaml

if TYPE_CHECKING:
    from collections.abc import Callable

    from conftest import Make, Run

SHEETS = Path(panels.FOLDER, "calibration")


@pytest.fixture(autouse=True)
def place(workspace: Make, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A workspace with a vacancy."""
    names = ("company.yaml", f"{panels.FOLDER}/vacancy.yaml")
    folder = workspace({name: panels.files()[name] for name in names})
    monkeypatch.chdir(folder)
    return folder


def cells(text: str, name: str) -> list[str]:
    """The cells of the row that begins with a name."""
    (line,) = (it for it in text.splitlines() if re.match(rf"\| {re.escape(name)} +\|", it))
    return [cell.strip() for cell in line.strip("|").split("|")]


def counts(text: str) -> str:
    Path("counts.csv").write_text(text, "utf-8")
    return "counts.csv"


# Adverse impact


AGENCIES = "group,applicants,selected\nA,100,60\nB,100,45\nC,100,48\nD,100,51\n"


def test_the_agencies_own_example_is_flagged_below_four_fifths_and_not_at_it(run: Run) -> None:
    done = run("impact", counts(AGENCIES))
    assert (done.code, done.err) == (0, "")
    said = {name: cells(done.out, name) for name in "ABCD"}
    assert [said[name][4] for name in "ABCD"] == ["1.00", "0.75", "0.80", "0.85"]
    assert [said[name][7] for name in "ABCD"] == [
        "highest rate", "below four fifths", "four fifths or more", "four fifths or more",
    ]  # fmt: skip


def test_a_difference_of_one_person_is_too_little_to_judge(run: Run) -> None:
    done = run("impact", counts("group,applicants,selected\nA,6,3\nB,4,1\n"))
    assert cells(done.out, "B") == [
        "B", "4", "1", "25.0 %", "0.50", "0.5714", "1.00", "too few to judge (below four fifths)",
    ]  # fmt: skip


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_columns_may_stand_in_any_order_as_a_spreadsheet_exports_them(run: Run, separator: str) -> None:
    text = "selected,group,applicants\n48,A,80\n12,B,40\n".replace(",", separator)
    assert cells(run("impact", counts("\ufeff" + text)).out, "B")[4:6] == ["0.50", "0.0034"]


def test_every_mistake_in_the_counts_is_said_at_once_with_its_cell(run: Run) -> None:
    done = run("impact", counts("group,applicants,selected\nA,80,90\nB,x,\nC,3,1\nC,3,1\n"))
    assert (done.code, done.out) == (1, "")
    assert done.err.splitlines() == [
        "counts.csv:2: 90 selected of 80 who applied; check which column is which",
        "counts.csv:3:2: applicants: expected a whole number, found 'x'",
        "counts.csv:3:3: selected: expected a whole number, found nothing",
        "counts.csv:5: the group 'C' stands twice; first on line 4",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("group,aplicants,selected\nA,1,1\n", "counts.csv:1:2: expected the columns group, applicants and selected, found 'aplicants'. Did you mean 'applicants'?\n"),
        ("Gruppe;Bewerbungen;selected\nA;1;1\n", "counts.csv:1:1: expected the columns group, applicants and selected, found 'Gruppe' and 'Bewerbungen'\n"),
        ("", "counts.csv:1: expected the columns group, applicants and selected\n"),
        ("group,applicants,selected\n", "counts.csv: has no rows below the names of its columns\n"),
        ('group,applicants,selected\n"A,1,1\n', "counts.csv:2: the quotes do not fit: save it as CSV from the spreadsheet again\n"),
    ],
)  # fmt: skip
def test_counts_that_cannot_be_read_cost_a_line(run: Run, text: str, expected: str) -> None:
    done = run("impact", counts(text))
    assert (done.code, done.out, done.err) == (1, "", expected)


def test_a_worksheet_that_is_written_is_its_owner_s_alone(run: Run) -> None:
    done = run("impact", counts(AGENCIES), "-o", "worksheet.md")
    assert done.out == "worksheet.md\n"
    assert stat.S_IMODE(Path("worksheet.md").stat().st_mode) == 0o600
    assert Path("worksheet.md").read_text("utf-8") == run("impact", "counts.csv").out


# Calibration


def answered(seat: str, level: Callable[[int], int]) -> None:
    """Fills in the sheet of a seat; `level` says what is answered to each number."""
    path = SHEETS / f"{seat}.yaml"
    text = path.read_text("utf-8")
    path.write_text(re.sub(r"(?m)^  (\d+):$", lambda it: f"  {it[1]}: {level(int(it[1]))}", text), "utf-8")


@pytest.fixture
def key(run: Run) -> dict[int, int]:
    """The sheets written, and the levels of the key as the interviewer's kit prints them."""
    assert len(run("calibrate", "cpo-2026", "--sheets").out.splitlines()) == 6
    run("kit", "cpo", "--vacancy", "cpo-2026", "--only", "kits")
    text = Path("output/cpo-2026/internal/cpo-scaleup-kit-chief.md").read_text("utf-8")
    rows = re.findall(r"^\| (\d+) +\| [^|]+\| \w+-\d +\| (\d) ", text, re.MULTILINE)
    found = {int(number): int(level) for number, level in rows}
    assert len(found) == 24, "the key has moved in the kit"
    return found


def test_who_answers_by_the_key_is_ready(run: Run, key: dict[int, int]) -> None:
    answered("chief", key.__getitem__)
    row = cells(run("calibrate", panels.FOLDER).out, "Ada Park (chief)")
    assert row[1:] == ["24 of 24", "0.00", "none", "ready to rate"]


def test_who_is_a_level_and_a_half_from_the_key_is_asked_to_talk(run: Run, key: dict[int, int]) -> None:
    answered("finance", lambda number: min(5, key[number] + 2))
    row = cells(run("calibrate", "cpo-2026").out, "Tom Weller (finance)")
    assert row[1:] == ["24 of 24", "1.33", "1.33 kinder", "talk before the first interview"]


def test_a_sheet_that_is_blank_and_one_that_is_missing_are_told_apart(run: Run, key: dict[int, int]) -> None:
    answered("chief", key.__getitem__)
    (SHEETS / "people.yaml").unlink()
    out = run("calibrate", "cpo-2026").out
    assert cells(out, "Tom Weller (finance)")[1:] == ["0 of 24", "–", "–", "fill in the sheet"]
    assert "No sheet yet from: Head of People (Dana Whitfield)." in out


def test_a_calibration_sheet_is_its_owner_s_alone(run: Run) -> None:
    run("calibrate", "cpo-2026", "--sheets")
    assert {stat.S_IMODE(path.stat().st_mode) for path in (SHEETS, *SHEETS.iterdir())} == {0o700, 0o600}


def test_counts_that_are_not_there_cost_a_line(run: Run) -> None:
    done = run("impact", "nowhere.csv")
    assert (done.code, done.err) == (1, "nowhere.csv: there is no such file\n")


def test_a_sheet_that_is_there_stays_as_it_is(run: Run, key: dict[int, int]) -> None:
    answered("chief", key.__getitem__)
    before = (SHEETS / "chief.yaml").read_bytes()
    done = run("calibrate", "cpo-2026", "--sheets")
    assert done.out == ""
    assert (SHEETS / "chief.yaml").read_bytes() == before
    assert done.err.count("stays as it is") == 6


def test_mistakes_of_all_calibration_sheets_are_said_at_once(run: Run) -> None:
    run("calibrate", "cpo-2026", "--sheets")
    chief, finance = SHEETS / "chief.yaml", SHEETS / "finance.yaml"
    chief.write_text(
        re.sub(r'fingerprint: "\w+"', f'fingerprint: "{"0" * 12}"', chief.read_text("utf-8")), "utf-8"
    )
    finance.write_text(finance.read_text("utf-8").replace('"finance"', '"chief"') + "  31: 4\n", "utf-8")
    done = run("calibrate", "cpo-2026")
    assert (done.code, done.out) == (1, "")
    assert [line.partition(": ")[2][:40] for line in done.err.splitlines()] == [
        "fingerprint: is 000000000000, and the ro",
        "31: the sheet ends with number 24",
        "seat: 'chief' has a sheet already: vacan",
    ]


@pytest.mark.parametrize("answer", ["6", "0", "3.5", "high"])
def test_an_answer_that_is_no_level_is_refused_at_its_line(run: Run, answer: str) -> None:
    run("calibrate", "cpo-2026", "--sheets")
    path = SHEETS / "chief.yaml"
    text = re.sub(r"(?m)^  1:$", f"  1: {answer}", path.read_text("utf-8"))
    path.write_text(text, "utf-8")
    line = text.splitlines().index(f"  1: {answer}") + 1
    done = run("calibrate", "cpo-2026")
    assert (done.code, done.out) == (1, "")
    assert done.err.startswith(f"{path}:{line}:6: 1: ")


def test_without_sheets_it_says_how_to_get_them(run: Run) -> None:
    done = run("calibrate", "cpo-2026")
    said = "there are no sheets yet: `jdgen calibrate cpo-2026 --sheets` writes one for each rater"
    assert (done.code, done.out, done.err) == (1, "", f"{SHEETS}: {said}\n")


# Retranslation


def sheet(run: Run, expert: str, sort: Callable[[str], tuple[str, int]]) -> str:
    """A sheet filled in by an expert; `sort` says competency and level of the anchor that begins so."""
    text = run("retranslate", "cpo", "-s", "scaleup").out
    data = yaml.safe_load(text)
    lines = text.splitlines()
    for number in data["anchors"]:
        at = next(place for place, line in enumerate(lines) if line.startswith(f"  {number}: "))
        said: list[str] = []
        for line in reversed(lines[:at]):
            if not line.startswith("  # "):
                break
            said.insert(0, line.removeprefix("  # ").strip())
        competency, level = sort(" ".join(said))
        lines[at] = f"  {number}: {{competency: {competency}, level: {level}}}"
    path = Path(f"{expert}.yaml")
    path.write_text("\n".join(lines).replace("expert:  # your name", f"expert: {expert}") + "\n", "utf-8")
    return str(path)


def by_key(words: str) -> tuple[str, int]:
    profile = yaml.safe_load((Path(__file__).parents[1] / "profiles" / "cpo.yaml").read_text("utf-8"))
    return next(
        (name, int(level))
        for name, it in profile["competencies"].items()
        for level, text in it["anchors"].items()
        if " ".join(str(text).split()) == words
    )


def test_the_sheet_has_every_anchor_and_no_label(run: Run) -> None:
    text = run("retranslate", "cpo", "-s", "scaleup").out
    data = yaml.safe_load(text)
    assert list(data["anchors"]) == list(range(1, 41))
    assert all(it == {"competency": None, "level": None} for it in data["anchors"].values())
    assert not re.search(r"# (?:[1-5]|Sets the standard|Strong)\b:", text)


def test_what_experts_agree_on_is_kept_and_what_they_do_not_is_dropped(run: Run) -> None:
    def other(words: str) -> tuple[str, int]:
        competency, level = by_key(words)
        return ("budget" if competency == "metrics" else competency), (
            5 if (competency, level) == ("methods", 1) else level
        )

    files = [sheet(run, "Ann", by_key), sheet(run, "Ben", other), sheet(run, "Cem", other)]
    done = run("retranslate", "cpo", "-s", "scaleup", *files)
    assert (done.code, done.err) == (0, "")
    assert "Three experts. 34 of 40 anchors are kept" in done.out
    assert cells(done.out, "strategy-4")[1:] == ["3", "1", "4.00", "0.00", "kept at 4"]
    assert cells(done.out, "metrics-3")[1:] == [
        "3", "1/3", "3.00", "0.00", "dropped, competency: most often Budget and commercial judgement",
    ]  # fmt: skip
    assert cells(done.out, "methods-1")[1:] == ["3", "1", "3.67", "2.31", "dropped, level"]


def test_mistakes_of_all_experts_sheets_are_said_at_once(run: Run) -> None:
    one, two = sheet(run, "Ann", by_key), sheet(run, "Ben", by_key)
    Path(one).write_text(
        Path(one).read_text("utf-8").replace("competency: metrics", "competency: metric", 1), "utf-8"
    )
    Path(two).write_text(Path(two).read_text("utf-8").replace("expert: Ben", "expert: ann"), "utf-8")
    done = run("retranslate", "cpo", "-s", "scaleup", one, two)
    assert (done.code, done.out) == (1, "")
    first, second = done.err.splitlines()
    assert re.match(r"Ann\.yaml:\d+:\d+: competency: there is no 'metric'\. Did you mean 'metrics'\?", first)
    assert re.match(r"Ben\.yaml:\d+:9: expert: has a sheet already: Ann\.yaml\. Keep one of them", second)


def test_a_sheet_of_another_stage_is_refused(run: Run) -> None:
    done = run("retranslate", "cpo", "-s", "startup", sheet(run, "Ann", by_key))
    assert done.code == 1
    assert "stage: is 'scaleup', and 'startup' was asked for" in done.err

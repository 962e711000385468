"""The corpus: seeded faults, each found with its code on its own line, and innocent sentences, of which none is flagged."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest
import yaml
from postings import posting

from jdgen.checks.posting import check
from jdgen.checks.posting.data import table
from jdgen.checks.posting.phrases import beginning, compiled, end_of, hits
from jdgen.checks.posting.words import words

if TYPE_CHECKING:
    from conftest import Run

    from jdgen.checks import Finding

CORPUS = Path(__file__).parent / "corpus"

WHOLE = {
    "gender-balance", "gender-skew", "bullets", "length", "readability", "lead", "company-block", "job-related", "contradiction",
    "too-many-requirements", "nice-to-have", "ada-essential", "eeo-missing", "503-vevraa", "benefits-missing:US-CO",
}  # fmt: skip
"""What is found about a posting as a whole, or about how a line is linked; its place may be any line."""

COMPANY = """\
name: Northwind Scheduling
locations: [{city: Denver, region: Colorado, country: US}]
employment_type: full_time
salary: {low: 235000, high: 275000, currency: USD}
closing_date: 2027-01-31
accommodation: {name: the people team, email: people@northwind.example}
"""

FIELDS = {
    "about": "about: {}",
    "process": "hiring_process: {}",
    "apply": "apply: {{url: 'https://northwind.example', instructions: {}}}",
    "statement": "statement: {}",
    "hours": "hours: {}",
    "benefit": "benefits:",
    "outcome": "outcomes:",
    "patch": "patch:",
    "title": " title: {}",
    "mission": " mission: {}",
    "duty": " responsibilities:",
    "must": " requirements:",
    "welcome": "",
}
"""The lines of a company file, in order; where a field has many entries, the line above them."""

LINKED = "assess: [strategy], serves: [direction], text: {text}}}"

ENTRIES = {
    "benefit": "  - {text}",
    "outcome": "  - {text}",
    "duty": "  {id}: {{importance: important, text: {text}}}",
    "must": "  {id}: {{kind: skill, importance: must, " + LINKED,
    "welcome": "  {id}: {{kind: skill, importance: preferred, " + LINKED,
}
"""One entry of a field that has many."""


class Sentence(NamedTuple):
    """One line of the corpus."""

    field: str
    said: str
    code: str = ""


def sentences(name: str) -> tuple[Sentence, ...]:
    read = yaml.safe_load((CORPUS / f"{name}.yaml").read_text("utf-8"))
    return tuple(Sentence(it["in"], it["say"], it.get("code", "")) for it in read)


FAULTS, INNOCENT = sentences("faults"), sentences("innocent")


def quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def file_of(it: Sentence, corpus: tuple[Sentence, ...]) -> int:
    """The number of the company file that holds a sentence: entries of lists stand in the first, titles each in one of its own."""
    if it.field in ENTRIES:
        return 0
    number = [other for other in corpus if other.field == it.field].index(it)
    return -1 - number if it.field == "title" else number


@cache
def files(corpus: tuple[Sentence, ...]) -> dict[int, str]:
    grouped: dict[int, list[Sentence]] = {}
    for it in corpus:
        grouped.setdefault(file_of(it, corpus), []).append(it)
    return {
        number: COMPANY + "".join(f"{line}\n" for line in lines(group)) for number, group in grouped.items()
    }


def lines(group: list[Sentence]) -> list[str]:
    """The lines of a company file that holds sentences."""
    written: list[str] = []
    for field, line in FIELDS.items():
        said = [quoted(it.said) for it in group if it.field == field]
        if field in ENTRIES and said:
            written += [line] * bool(line)
            written += [ENTRIES[field].format(text=text, id=f"{field}{at}") for at, text in enumerate(said)]
        elif said or field == "patch":
            written.append(line.format(*said))
    return written if written[-1] != "patch:" else written[:-1]


@cache
def found(number: int, corpus: tuple[Sentence, ...]) -> list[Finding]:
    return check(posting(files(corpus)[number]))


def about(it: Sentence, corpus: tuple[Sentence, ...]) -> list[Finding]:
    """What is found on the line of a sentence."""
    number = file_of(it, corpus)
    return [
        finding
        for finding in found(number, corpus)
        if (finding.place.file, finding.place.line) == ("company.yaml", line_of(it, corpus))
    ]


def line_of(it: Sentence, corpus: tuple[Sentence, ...]) -> int:
    number = file_of(it, corpus)
    [line] = [
        line
        for line, text in enumerate(files(corpus)[number].splitlines(), 1)
        if text.find(quoted(it.said)) > 0
    ]
    return line


@pytest.mark.parametrize("it", FAULTS, ids=lambda it: it.said)
def test_a_fault_is_found_on_its_line(it: Sentence) -> None:
    assert it.code in {finding.code for finding in about(it, FAULTS)}


HEAVY = ("error", "warning")


@pytest.mark.parametrize("number", files(FAULTS))
def test_whoever_asks_for_errors_and_warnings_alone_misses_none(number: int) -> None:
    heavy = [it for it in found(number, FAULTS) if it.severity in HEAVY]
    assert check(posting(files(FAULTS)[number]), HEAVY) == heavy


@pytest.mark.parametrize("it", INNOCENT, ids=lambda it: it.said)
def test_an_innocent_sentence_is_not_flagged(it: Sentence) -> None:
    assert [str(finding) for finding in about(it, INNOCENT) if finding.code not in WHOLE] == []


def test_the_corpus_is_as_wide_as_it_is_meant_to_be() -> None:
    assert len(FAULTS) >= 120
    assert len(INNOCENT) >= 150
    assert len(set(FAULTS)) == len(FAULTS)
    assert len(set(INNOCENT)) == len(INNOCENT)


SECTIONS = {
    "duty": "responsibilities", "must": "requirements", "welcome": "preferred", "about": "company", "benefit": "benefits",
    "outcome": "outcomes", "hours": "facts",
}  # fmt: skip
"""Sections by field, where they are not called alike."""

ROWS = [
    (code, row)
    for code, rows in table("phrases")["lists"].items()
    if code != "technology-noun"
    for row in rows
]


def rows_hit(corpus: tuple[Sentence, ...], *, excused: bool) -> list[object]:
    """The rows that find something in a corpus; `excused`: or would, were it not for the sense of the words."""
    found: list[object] = []
    for it in corpus:
        parts = words(it.said)
        if excused:
            found += (
                phrase.row
                for here, word in enumerate(parts)
                for phrase in beginning(word)
                if end_of(phrase.find, parts, here) > here
            )
        else:
            found += (hit.phrase.row for hit in hits(parts, SECTIONS.get(it.field, it.field)))
    return found


def test_each_row_of_the_lists_has_a_fault() -> None:
    known = rows_hit(FAULTS, excused=False)
    assert [row["find"] for _, row in ROWS if row not in known] == []


def test_each_row_that_knows_an_innocent_sense_has_an_innocent_sentence() -> None:
    known = rows_hit(INNOCENT, excused=True)
    scoped = [row for _, row in ROWS if {"unless", "in", "not_in"} & set(row)]
    assert [row["find"] for row in scoped if row not in known] == []


def test_patterns_are_well_formed() -> None:
    for _, row in ROWS:
        for pattern in (*row["find"], *row.get("unless", ()), *row.get("near", ())):
            assert compiled(pattern)
        for find in row["find"]:
            assert find[0] not in "?.~,", "a phrase begins with a word that is known"


def test_the_program_finds_the_corpus(run: Run, tmp_path: Path) -> None:
    (tmp_path / "company.yaml").write_text(files(FAULTS)[0], "utf-8")
    said = run("check", "cpo", "--stage", "scaleup", "--workspace", tmp_path)
    assert said.code == 1
    for it in FAULTS:
        if it.field in ENTRIES:
            assert re.search(rf"company.yaml:{line_of(it, FAULTS)}(:\d+)?: \w+ {it.code}(:|\b)", said.out), it

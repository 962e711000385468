"""The corpus: seeded faults, each found with its code on its own line, and innocent sentences, of which none is flagged."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest
import yaml
from postings import posting

from jdgen.checks.posting import check

if TYPE_CHECKING:
    from jdgen.checks import Finding

CORPUS = Path(__file__).parent / "corpus"

LISTS = ("duty", "must", "welcome", "outcome", "benefit")
"""Fields of which a company file has many: all sentences of the corpus for them stand in one file."""

WHOLE = {
    "gender-balance", "gender-skew", "bullets", "length", "readability", "lead", "company-block", "job-related",
    "too-many-requirements", "nice-to-have", "ada-essential", "degree-inflation", "cert-inflation", "eeo-missing", "503-vevraa",
}  # fmt: skip
"""What is found about a posting as a whole, or about how a line is linked; the place may be any line."""

COMPANY = """\
name: Northwind Scheduling
locations: [{city: Denver, region: Colorado, country: US}]
employment_type: full_time
salary: {low: 235000, high: 275000, currency: USD}
closing_date: 2027-01-31
accommodation: {name: the people team, email: people@northwind.example}
"""


class Sentence(NamedTuple):
    """One line of the corpus."""

    field: str
    said: str
    code: str = ""


def sentences(name: str) -> list[Sentence]:
    read = yaml.safe_load((CORPUS / f"{name}.yaml").read_text("utf-8"))
    return [Sentence(it["in"], it["say"], it.get("code", "")) for it in read]


FAULTS, INNOCENT = sentences("faults"), sentences("innocent")


def quoted(text: str) -> str:
    return '"' + text.replace('"', '\\"') + '"'


def entry(it: Sentence, number: int) -> str:
    text = quoted(it.said)
    links = "assess: [strategy], serves: [direction]"
    return {
        "duty": f"  x{number}: {{importance: important, text: {text}}}",
        "must": f"  x{number}: {{kind: skill, importance: must, {links}, text: {text}}}",
        "welcome": f"  x{number}: {{kind: skill, importance: preferred, {links}, text: {text}}}",
        "outcome": f"  - {text}",
        "benefit": f"  - {text}",
    }[it.field]


FIELDS = {
    "title": "patch: {{title: {}}}",
    "mission": "patch: {{mission: {}}}",
    "about": "about: {}",
    "process": "hiring_process: {}",
    "apply": "apply: {{url: 'https://northwind.example', instructions: {}}}",
    "statement": "statement: {}",
    "notices": "statement: {}",
    "hours": "hours: {}",
    "products": "products: [{}]",
    "outcome": "outcomes:\n{}",
    "benefit": "benefits:\n{}",
    "duty": "patch:\n responsibilities:\n{}",
    "must": "patch:\n requirements:\n{}",
    "welcome": "patch:\n requirements:\n{}",
}


@cache
def found(written: tuple[Sentence, ...]) -> list[tuple[str, list[Finding]]]:
    """The lines of a company file that holds sentences of one field, each with what is found there."""
    field = written[0].field
    many = field in LISTS
    text = "\n".join(entry(it, number) for number, it in enumerate(written)) if many else quoted(written[0].said)
    company = COMPANY + FIELDS[field].format(text) + "\n"
    findings = check(posting(company))
    lines: list[tuple[str, list[Finding]]] = [
        (line, [it for it in findings if it.place.file == "company.yaml" and it.place.line == number])
        for number, line in enumerate(company.splitlines(), 1)
    ]
    return lines


def about(it: Sentence, corpus: list[Sentence]) -> list[Finding]:
    """What is found on the line of a sentence."""
    together = tuple(other for other in corpus if other.field == it.field) if it.field in LISTS else (it,)
    [there] = [findings for line, findings in found(together) if quoted(it.said) in line]
    return there


@pytest.mark.parametrize("it", FAULTS, ids=lambda it: it.said)
def test_a_fault_is_found_on_its_line(it: Sentence) -> None:
    assert it.code in {finding.code for finding in about(it, FAULTS)}


@pytest.mark.parametrize("it", INNOCENT, ids=lambda it: it.said)
def test_an_innocent_sentence_is_not_flagged(it: Sentence) -> None:
    assert [str(finding) for finding in about(it, INNOCENT) if finding.code not in WHOLE] == []


def test_the_corpus_is_as_wide_as_it_is_meant_to_be() -> None:
    assert len(FAULTS) >= 120
    assert len(INNOCENT) >= 150
    assert len(set(FAULTS)) == len(FAULTS)
    assert len(set(INNOCENT)) == len(INNOCENT)

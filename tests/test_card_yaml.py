"""Scorecards as YAML: blank ones that say what to do, and filled ones that the schema reads."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from test_forms import HOSTILE, document

from jdgen.documents import Kind, Subject
from jdgen.documents.document import compose
from jdgen.errors import JdgenError
from jdgen.formats.card_yaml import to_yaml
from jdgen.schema.scorecard import Scorecard
from jdgen.source.parsing import parse
from jdgen.source.validation import validate

ODD = f'{HOSTILE} "q" \' : - # & * ! | > % @ `x`\u2028\u0085\ufeff end \U0001f642'


def text(company: str = "{}", card: str = "direction-chief") -> str:
    return to_yaml(document(company=company, card=card)).decode()


def read(card: str) -> Scorecard:
    return validate(Scorecard, parse(card, "card.yaml", "scorecard"))


def filled(card: str, **values: str) -> str:
    """The card with a value behind each of these names, at the first line that begins with it."""
    for name, value in ({"name": "Ada Park", "candidate": "C-017"} | values).items():
        card = re.sub(rf"(?m)^( *{name}:).*$", lambda it, value=value: f"{it[1]} {value}", card, count=1)  # type: ignore[misc]
    return card


def test_what_is_left_blank_is_missing_and_no_na() -> None:
    it = read(filled(text()))
    assert (it.ratings, it.evidence, it.red_flags, it.locked) == ({}, {}, {}, False)
    assert (it.date, it.conflict) == (None, None)
    assert read(filled(text(), st1="NA")).ratings == {"st1": "NA"}


def test_a_card_says_whose_it_is() -> None:
    made = document(company="people: {chief: Ada Park}")
    it = read(to_yaml(made).decode().replace("candidate:", "candidate: C-1"))
    known = (it.fingerprint, it.role, it.stage, it.session, it.by.seat, it.by.name)
    assert known == (made.role.fingerprint, "cto", "scaleup", "direction", "chief", "Ada Park")


def test_a_filled_card_is_read_as_it_was_meant() -> None:
    card = filled(text(), st1="4", st2="NA", bu1="1", date="2027-01-31", conflict="none", locked="true")
    card = card.replace(
        "  st1: |\n", '  st1: |\n    She said: “no” # twice\n    - Größe: "x" \\ y\n\n    *Third*.\n'
    )
    card = card.replace('# - "Cannot explain', '- "Cannot explain')
    it = read(card)
    assert it.ratings == {"st1": 4, "st2": "NA", "bu1": 1}
    assert it.evidence == {"st1": 'She said: “no” # twice\n- Größe: "x" \\ y\n\n*Third*.'}
    assert it.red_flags == {"strategy": ["Cannot explain the options their own strategy rejected."]}
    assert (it.date, it.conflict, it.locked, it.candidate) == (dt.date(2027, 1, 31), "none", True, "C-017")


def test_every_question_is_there_with_its_words_and_anchors() -> None:
    made = document()
    assert made.card
    said = " ".join(to_yaml(made).decode().replace("#", " ").split())
    for sheet in made.card.sheets:
        assert all(anchor.text in said for anchor in sheet.competency.anchors)
        assert all(f"{item.id}, {item.kind.lower()}: {item.ask} {item.id}:" in said for item in sheet.items)


def test_the_case_is_rated_under_names_of_its_own() -> None:
    assert read(filled(text(card="case-chief"), case_budget="3")).ratings == {"case_budget": 3}


@pytest.mark.parametrize("rating", ["6", "0", "3.5", "good", "true"])
def test_a_rating_that_there_is_not_is_refused_where_it_stands(rating: str) -> None:
    card = filled(text(), st1=rating)
    line = card.splitlines().index(f"  st1: {rating}") + 1
    with pytest.raises(JdgenError) as refused:
        read(card)
    assert [it.place.line for it in refused.value.problems] == [line]


def test_a_card_without_a_candidate_is_refused() -> None:
    with pytest.raises(JdgenError, match="candidate: expected text"):
        read(text().replace("  name:", "  name: Ada"))


def test_hostile_values_change_nothing() -> None:
    odd = ODD.replace("'", "''").replace("\u0085", "").replace("\u2028", "")
    company = f"people: {{chief: '{odd}'}}\npatch: {{competencies: {{strategy: {{definition: '{odd}', red_flags: ['{odd}']}}}}}}"
    card = text(company).replace("candidate:", "candidate: C").replace("    # - ", "    - ")
    it = read(card)
    assert it.by.name == odd.replace("''", "'")
    assert it.red_flags["strategy"] == [odd.replace("''", "'")]


def test_the_same_card_gives_the_same_bytes() -> None:
    assert text() == text()


def test_another_document_is_none() -> None:
    made = document()
    with pytest.raises(ValueError, match="cto-scaleup-rubric is no scorecard"):
        to_yaml(compose(Subject(made.role), Kind.RUBRIC, made.templates))

"""What a vacancy's folder says beside the cards, checked against the role."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from jdgen.checks.vacancy import RULES, Opening, check
from jdgen.schema.candidates import Candidates
from jdgen.schema.vacancy import Vacancy
from jdgen.source.parsing import parse
from jdgen.source.validation import validate

if TYPE_CHECKING:
    from conftest import Shipped

    from jdgen.checks.finding import Finding

HEAD = "role: cto\nstage: scaleup\n"


def found(shipped: Shipped, vacancy: str = "", candidates: str = "{}") -> list[Finding]:
    tree = parse(HEAD + vacancy, "vacancy.yaml", "vacancy")
    other = parse(candidates, "candidates.yaml", "candidates")
    return check(Opening(shipped(), validate(Vacancy, tree), validate(Candidates, other)), tree, other)


FINE = """\
candidates:
  C-07:
    screen: {degree: equivalent, led_managers: met}
    notes: {degree: The same work for ten years., scrum: Named two teams.}
    career: [{months: 96, kinds: [technology, management]}]
    references:
      - referee: former chief executive
        date: 2027-01-11
        results: {budget: {result: contradicts, evidence: Twice over plan.}, experience: {result: confirms}}
    closed: {reference-budget: It was agreed.}
"""


def test_a_folder_that_names_what_the_role_has_is_fine(shipped: Shipped) -> None:
    assert found(shipped, "void: {st2: Misunderstood., case_budget: A slip in the figures.}", FINE) == []


FAULTS = {
    "V01": ("void: {st22: Misunderstood.}", "{}", "vacancy.yaml:3:8: error V01: 'st22' is rated in no session, so it cannot be void. Did you mean 'st2'?"),
    "V02": ("", "candidates:\n  C: {screen: {degre: met}}", "candidates.yaml:2:16: error V02: 'degre' is no requirement of the role. Did you mean 'degree'?"),
    "V03": ("", "candidates:\n  C: {screen: {scrum: met}}", "candidates.yaml:2:16: error V03: 'scrum' is a method, settled by the ratings: take it out of the screen"),
    "V04": ("", "candidates:\n  C: {career: [{months: 3, kinds: [tecnology]}]}", "candidates.yaml:2:36: error V04: 'tecnology' is no kind of experience. Did you mean 'technology'?"),
    "V05": ("", "candidates:\n  C: {references: [{referee: a peer, results: {budgett: {result: adds}}}]}", "candidates.yaml:2:48: error V05: 'budgett' is neither competency nor requirement. Did you mean 'budget'?"),
}  # fmt: skip


@pytest.mark.parametrize(("vacancy", "candidates", "message"), FAULTS.values(), ids=FAULTS)
def test_what_is_misspelt_is_found_with_its_place(
    vacancy: str, candidates: str, message: str, shipped: Shipped
) -> None:
    assert [str(it) for it in found(shipped, vacancy, candidates)] == [message]


def test_every_rule_is_tried_here() -> None:
    assert [rule.code for rule in RULES] == list(FAULTS)


def test_everything_is_reported_at_once_in_the_order_of_the_files(shipped: Shipped) -> None:
    candidates = "candidates:\n  C:\n    screen: {scrum: met, degre: met}\n    notes: {degre: x}"
    codes = [it.code for it in found(shipped, "void: {nothing: x}", candidates)]
    assert codes == ["V03", "V02", "V02", "V01"]


def test_the_example_of_the_reference_page_is_fine(shipped: Shipped) -> None:
    page = (Path(__file__).parents[1] / "docs" / "reference" / "candidates.md").read_text("utf-8")
    example = page.split("```yaml\n")[1].split("```")[0]
    assert found(shipped, candidates=example) == []
    assert "C-07" in example

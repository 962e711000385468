"""How pay is spoken of: each wording that breaks a rule, beside an innocent one."""

from __future__ import annotations

from typing import Any

import pytest
from postings import codes, found, saying

AUSTIN: dict[str, Any] = {"locations": [{"city": "Austin", "region": "Texas", "country": "US"}]}
NO_PAY: dict[str, Any] = {"salary": None}


@pytest.mark.parametrize(
    "words",
    [
        "Salary: up to USD 250,000 a year.",
        "The salary starts from $180,000 a year.",
        "Base pay of at least €90,000 per year.",
        "Pay: USD 200,000+ a year.",
        "Compensation: USD 200k and up per year.",
        "Salary from 180,000 USD a year.",
        "Up to $150k per year.",
    ],
)
def test_an_end_that_is_open_is_found_even_beside_a_range(words: str) -> None:
    [finding] = [it for it in found(saying(words)) if it.code == "pay-open-ended"]
    assert finding.severity == "error"
    assert str(finding.place).startswith("company.yaml:")


@pytest.mark.parametrize(
    "words",
    [
        "We pay a competitive salary.",
        "A six-figure salary awaits you.",
        "Salary negotiable.",
        "Salary: DOE.",
        "Your pay depends on experience.",
        "The salary is commensurate with experience.",
        "Market-rate compensation.",
        "Very attractive pay awaits you.",
        "A competitive base salary plus equity.",
        "A salary in line with the market.",
    ],
)
def test_a_word_in_the_place_of_a_figure_is_found_where_there_is_no_figure(words: str) -> None:
    assert "pay-open-ended" in codes(saying(words, **NO_PAY))
    assert "pay-open-ended" not in codes(saying(words))


@pytest.mark.parametrize(
    "words",
    [
        "A bonus of up to USD 20,000 a year comes on top of base pay.",
        "A learning budget of up to USD 2,000 a year.",
        "The salary is from USD 180,000 to USD 220,000 a year.",
        "Pay is from $180,000 to 220,000 a year.",
        "We sell to clinics in a competitive market, and we pay attention to detail.",
        "We serve up to 1,200 clinics.",
        "Relocation allowance of up to $5,000.",
        "Our doors are open.",
        "We pay for what you read, up to USD 500 in all.",
        "Revenue grew from USD 20 million to USD 40 million.",
        "Our pay bands are open to everyone.",
    ],
)
@pytest.mark.parametrize("salary", [{}, NO_PAY])
def test_other_sums_and_other_words_are_innocent(words: str, salary: dict[str, Any]) -> None:
    assert "pay-open-ended" not in codes(saying(words, **salary))


def test_a_budget_in_the_duties_is_not_pay() -> None:
    words = "Plan pay and a budget of up to USD 5,000,000."
    assert "pay-open-ended" not in codes(saying(words, "duty"))


def test_open_pay_is_a_warning_where_no_law_asks_for_pay() -> None:
    [finding] = [
        it
        for it in found(saying("We pay a competitive salary.", **NO_PAY, **AUSTIN))
        if it.code == "pay-open-ended"
    ]
    assert finding.severity == "warning"


@pytest.mark.parametrize(
    "benefit",
    [
        "great benefits",
        "medical insurance and more",
        "health, pension, paid leave, etc.",
        "Competitive benefits package",
        "dental and much more",
    ],
)
def test_benefits_that_name_nothing_are_found(benefit: str) -> None:
    [finding] = [it for it in found(saying(benefit, "benefits")) if it.code == "benefits-vague"]
    assert finding.severity == "error"
    assert {
        it.severity for it in found(saying(benefit, "benefits", **AUSTIN)) if it.code == "benefits-vague"
    } == {"warning"}


@pytest.mark.parametrize(
    ("words", "where"),
    [
        ("25 days of paid leave, and more with each year", "about"),
        ("A comprehensive benefits package: health insurance, pension and paid leave", "benefits"),
        ("We help more clinics and more patients.", "process"),
        ("full medical, dental and vision insurance", "benefits"),
        ("great colleagues", "benefits"),
    ],
)
def test_benefits_that_are_named_are_innocent(words: str, where: str) -> None:
    assert "benefits-vague" not in codes(saying(words, where))


@pytest.mark.parametrize("words", ["Salary: USD 200,000 to 220,000.", "The base pay is $200k."])
def test_pay_without_a_period_is_found(words: str) -> None:
    assert "pay-period" in codes(saying(words))


@pytest.mark.parametrize(
    "words",
    [
        "Salary: USD 200,000 to 220,000 a year.",
        "Annual salary: $200k.",
        "Pay is $40 per hour.",
        "A bonus of USD 5,000.",
        "We raised USD 20 million.",
        "Wage: 40 USD/hr.",
    ],
)
def test_pay_with_its_period_and_other_sums_are_innocent(words: str) -> None:
    assert "pay-period" not in codes(saying(words))


TORONTO: dict[str, Any] = {"locations": [{"city": "Toronto", "region": "Ontario", "country": "CA"}]}


@pytest.mark.parametrize(
    "words",
    [
        "You have Canadian experience.",
        "Five years of Canadian work experience",
        "Experience working in Canada",
    ],
)
def test_experience_in_canada_is_found_in_ontario_alone(words: str) -> None:
    [finding] = [it for it in found(saying(words, "must", **TORONTO)) if it.code == "on-canadian-experience"]
    assert finding.severity == "error"
    assert finding.place.file == "company.yaml"
    assert "on-canadian-experience" not in codes(saying(words, "must"))


@pytest.mark.parametrize(
    "words",
    [
        "Experience with the Canadian market",
        "We have clinics in Canada.",
        "Knowledge of Canadian privacy law",
    ],
)
def test_knowledge_of_canada_is_innocent(words: str) -> None:
    assert "on-canadian-experience" not in codes(saying(words, "must", **TORONTO))


@pytest.mark.parametrize(
    "words",
    [
        "State your current salary.",
        "Send your CV and salary history.",
        "Tell us what you currently earn, and how much do you make?",
        "Include your last pay.",
    ],
)
def test_a_question_about_past_pay_is_found(words: str) -> None:
    assert {it.severity for it in found(saying(words)) if it.code == "salary-history"} == {"warning"}
    germany: dict[str, Any] = {"locations": [{"country": "DE"}]}
    assert {it.severity for it in found(saying(words, **germany)) if it.code == "salary-history"} == {"error"}


@pytest.mark.parametrize(
    "words",
    [
        "We do not ask about your current salary.",
        "We made history.",
        "State the salary you expect.",
        "Current pay ranges are published every spring.",
        "We review pay each year.",
    ],
)
def test_a_question_about_expected_pay_is_innocent(words: str) -> None:
    assert "salary-history" not in codes(saying(words))


REMOTE: dict[str, Any] = {"remote": "full", "locations": [], "remote_places": ["United States"]}


@pytest.mark.parametrize(
    "words",
    [
        "This role is not available in Colorado.",
        "Remote in the US, excluding Colorado and California.",
        "Applicants anywhere except New York.",
        "Colorado residents are not eligible.",
        "Remote (US, except CO).",
    ],
)
def test_a_state_that_is_shut_out_is_found_in_remote_postings(words: str) -> None:
    assert "state-exclusion" in codes(saying(words, **REMOTE))
    assert "state-exclusion" not in codes(saying(words))


@pytest.mark.parametrize(
    "words",
    [
        "Our team sits in Colorado.",
        "You cannot be bored here. We began in Texas.",
        "We hire in Oregon and Washington.",
    ],
)
def test_a_state_that_is_named_is_innocent(words: str) -> None:
    assert "state-exclusion" not in codes(saying(words, **REMOTE))

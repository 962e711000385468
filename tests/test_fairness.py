"""Equal treatment: each wording that breaks a rule, beside innocent ones."""

from __future__ import annotations

from typing import Any

import pytest
from postings import codes, found, posting, saying


def us(city: str, region: str) -> dict[str, Any]:
    return {"locations": [{"city": city, "region": region, "country": "US"}]}


def severities(it: Any, code: str) -> set[str]:
    return {finding.severity for finding in found(it) if finding.code == code}


GERMANY: dict[str, Any] = {"locations": [{"city": "Berlin", "country": "DE"}]}


def test_a_posting_says_that_everyone_has_the_same_opportunity() -> None:
    assert "eeo-missing" not in codes(posting())
    assert "eeo-missing" not in codes(posting(statement="We are an equal opportunity employer."))
    assert "eeo-missing" in codes(posting(statement="We look forward to hearing from you."))
    assert "eeo-missing" in codes(posting(text="# Chief Product Officer\n"))


def test_a_us_posting_gives_someone_to_ask_for_an_adjustment() -> None:
    assert "ada-accommodation" not in codes(posting())
    assert severities(posting(accommodation=None), "ada-accommodation") == {"warning"}
    assert "ada-accommodation" in codes(posting(accommodation={"name": "Jo Doe"}))
    assert "ada-accommodation" in codes(posting(text="# Chief Product Officer\n"))
    assert "ada-accommodation" not in codes(posting(accommodation=None, **GERMANY))


def test_a_contractor_s_posting_names_disability_and_veterans() -> None:
    assert "503-vevraa" not in codes(posting(federal_contractor=True))
    assert severities(
        posting(federal_contractor=True, text="# T\n\nEOE M/F/D/V, whatever your disability.\n"), "503-vevraa"
    ) == {"error"}
    assert "503-vevraa" not in codes(posting(text="# Chief Product Officer\n"))


@pytest.mark.parametrize(
    "words",
    [
        "US citizens only.",
        "You must be a U.S. citizen.",
        "You must hold US citizenship.",
        "We only hire American citizens.",
        "United States citizenship required.",
        "Open to German nationals only.",
        "Green card holders only.",
        "The role requires US citizenship.",
    ],
)
def test_a_role_for_citizens_needs_a_basis(words: str) -> None:
    assert severities(saying(words), "citizenship") == {"error"}
    assert "citizenship" not in codes(
        saying(words, citizenship_basis="22 CFR 120.62, contract A-17 with the Navy")
    )


@pytest.mark.parametrize(
    "words",
    [
        "You must be a good citizen of the code base.",
        "You are authorised to work in the United States.",
        "We serve citizens of every country.",
        "We do not ask about citizenship.",
        "Our software is used by the national health service only.",
    ],
)
def test_citizens_may_be_spoken_of(words: str) -> None:
    assert "citizenship" not in codes(saying(words))


@pytest.mark.parametrize(
    "words",
    [
        "You must be currently employed.",
        "You must be currently employed in a similar role.",
        "No unemployed candidates.",
        "Unemployed applicants need not apply.",
        "Currently employed candidates preferred.",
        "Current employment is required.",
    ],
)
def test_people_without_work_are_not_shut_out(words: str) -> None:
    assert severities(saying(words), "unemployed") == {"warning"}
    for place in (us("Newark", "NJ"), us("Portland", "OR"), us("Washington", "DC"), us("New York", "NY")):
        assert severities(saying(words, **place), "unemployed") == {"error"}
    assert severities(saying(words, **us("Albany", "NY")), "unemployed") == {"warning"}


@pytest.mark.parametrize(
    "words",
    [
        "We are employed by our customers' trust.",
        "You must be working with clinics every week.",
        "Three people are currently employed here.",
    ],
)
def test_employment_may_be_spoken_of(words: str) -> None:
    assert "unemployed" not in codes(saying(words))


@pytest.mark.parametrize(
    "words",
    [
        "A clean criminal record.",
        "You must pass a background check.",
        "No felonies.",
        "No criminal history.",
        "Felons need not apply.",
        "Candidates have to undergo a full criminal background check.",
    ],
)
def test_people_with_a_record_are_not_put_off(words: str) -> None:
    assert severities(saying(words), "fair-chance") == {"warning"}
    fair = "Everyone has an equal opportunity; we consider qualified applicants with arrest and conviction records."
    assert severities(saying(words, statement=fair, **us("San Francisco", "CA")), "fair-chance") == {"error"}


@pytest.mark.parametrize(
    "words",
    [
        "A proven record in product development.",
        "A background in clinics.",
        "A clean record of audits.",
        "You check the background of each figure.",
        "Criminal law is one of our markets.",
    ],
)
def test_records_and_backgrounds_may_be_spoken_of(words: str) -> None:
    assert "fair-chance" not in codes(saying(words, "must"))


def test_san_francisco_wants_a_sentence_from_five_people_on() -> None:
    there = us("San Francisco", "California")
    assert severities(posting(headcount=5, **there), "fair-chance") == {"error"}
    assert severities(posting(headcount=4, **there), "fair-chance") == set()
    assert severities(posting(headcount=None, **there), "fair-chance") == {"warning"}
    assert severities(posting(**us("Los Angeles", "California")), "fair-chance") == {"info"}


@pytest.mark.parametrize(
    "words",
    [
        "Lift 25 pounds.",
        "Lifting boxes of up to 20 kg",
        "You must be able to walk, see and hear.",
        "Ability to stand for long periods",
        "Prolonged sitting at a desk",
        "Must be able to sit for extended periods.",
        "Must be able to climb ladders and stand all day",
        "Can carry boxes of up to 20 kg",
        "Must be able to sit at a desk for eight hours",
        "Stands or walks for up to six hours a day",
    ],
)
def test_what_is_asked_of_the_body_is_found(words: str) -> None:
    assert severities(saying(words, "must"), "ada-physical") == {"warning"}


def test_a_bodily_demand_tied_to_a_critical_duty_says_with_or_without_accommodation() -> None:
    assert "ada-physical" not in codes(
        saying("Lift 25 pounds, with or without reasonable accommodation", "must")
    )
    template = "Lift 25 pounds, with or without reasonable accommodation."
    assert "ada-physical" in codes(saying(template, "template"))


@pytest.mark.parametrize(
    "words",
    [
        "You are able to see the big picture.",
        "Ability to walk a board through the figures",
        "We stand for honest software.",
        "You will hear from us within a week.",
        "Lift retention by 5 percent.",
        "Able to hear what customers need",
        "You sit in the leadership team.",
        "Must see customers every week",
        "You sit in on calls for two hours each week",
        "You can carry a product through two years of change",
    ],
)
def test_senses_and_steps_may_be_spoken_of(words: str) -> None:
    assert "ada-physical" not in codes(saying(words, "must"))


def test_a_driver_s_licence_is_tied_to_a_duty_and_in_california_to_a_reason() -> None:
    words = "A valid driver's license"
    there = us("San Francisco", "California")
    assert severities(saying(words, "template"), "ada-physical") == {"warning"}
    assert "ada-physical" in codes(saying(words, "must"))
    assert "ada-physical" not in codes(saying(f"{words}, with or without reasonable accommodation", "must"))
    assert severities(saying(words, "must", **there), "ca-drivers-license") == {"error"}
    line = {
        "kind": "logistics",
        "text": words,
        "importance": "must",
        "assess": ["screen"],
        "serves": ["direction"],
        "because": "The role drives between clinics at night.",
    }
    assert "ca-drivers-license" not in codes(posting(**there, patch={"requirements": {"tried": line}}))
    assert "ca-drivers-license" not in codes(saying("You drive the plan.", "must", **there))
    assert "ca-drivers-license" not in codes(
        saying("Software for driver's licence offices.", "duty", **there)
    )


@pytest.mark.parametrize(
    "title", ["Produktleiter", "Geschäftsführer", "Leiterin Entwicklung", "Directeur produit", "Salesman"]
)
def test_a_title_of_one_gender_is_found_in_the_european_union(title: str) -> None:
    assert severities(posting(profile=f"{{title: {title}}}", **GERMANY), "eu-title") == {"warning"}
    assert "eu-title" not in codes(posting(profile=f"{{title: {title}}}"))


@pytest.mark.parametrize(
    "title",
    [
        "Chief Product Officer",
        "Produktleiter (m/w/d)",
        "Produktleiter:in",
        "Produktleitung",
        "Directeur produit (h/f)",
        "Produktleiter*in",
        "Produktleiter/-in",
        "LeiterIn Produkt",
    ],
)
def test_a_title_for_all_is_innocent(title: str) -> None:
    assert "eu-title" not in codes(posting(profile=f"{{title: {title!r}}}", **GERMANY))


@pytest.mark.parametrize("mark", ["(m/f)", "(m/w)", "(w/m)", "m/w", "(m|w)"])
def test_a_mark_of_two_genders_is_remarked_on_where_the_law_knows_a_third(mark: str) -> None:
    title = f"{{title: Produktleiter {mark}}}"
    assert severities(posting(profile=title, **GERMANY), "eu-title") == {"info"}
    assert "eu-title" not in codes(posting(profile=title))


@pytest.mark.parametrize(
    "mark", ["(m/w/d)", "(m/f/d)", "(m/f/x)", "(f/m/x/d)", "(w/m/d)", "(h/f)", "(all genders)"]
)
def test_a_mark_of_all_genders_is_innocent(mark: str) -> None:
    said = codes(posting(profile=f"{{title: Produktleiter {mark}}}", **GERMANY))
    assert not said & {"eu-title", "google-title-noise", "gendered-term", "placeholder"}

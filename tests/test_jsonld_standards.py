"""The JSON-LD of every variant at companies of many kinds, held against schema.org's vocabulary, Google's table and the page."""

from __future__ import annotations

import copy
import datetime as dt
import json
import re
from functools import cache
from typing import Any

import pytest
import yaml
from conftest import COMPANY, PROFILES, VARIANTS, role
from markup import Seen, against_google, against_schema_org, table

from jdgen.documents import Kind, Subject
from jdgen.documents.document import compose
from jdgen.documents.templates import Templates
from jdgen.formats import FORMATS
from jdgen.role.view import describe

TODAY = dt.date(2026, 11, 22)

BASE = {**yaml.safe_load(COMPANY), "posted": "2026-11-22", "closing_date": "2027-01-31"}
DENVER = {"city": "Denver", "region": "Colorado", "country": "US"}
CHANGES: dict[str, dict[str, Any]] = {
    "hybrid": {},
    "onsite": {"remote": "onsite"},
    "remote in two states": {"remote": "full", "remote_places": ["Colorado, US", "Texas, US"]},
    "remote in a country": {"remote": "full", "remote_places": ["Germany"], "locations": []},
    "remote near an office": {"remote": "full"},
    "several places": {
        "locations": [DENVER, {"city": "Toronto", "region": "ON", "country": "CA"}, {"city": "Berlin", "country": "DE"}]
    },
    "paid by the hour": {"salary": {"low": "78.50", "high": "96.75", "currency": "USD", "period": "hour"}},
    "one figure": {"salary": {"low": 240000, "high": 240000, "currency": "EUR"}},
    "no pay, by e-mail": {"salary": None, "apply": {"email": "jobs@northwind.example"}},
    "confidential": {"name": None, "website": None, "reference": "A-17"},
    "ongoing": {"closing_date": "ongoing"},
    "bare": {
        name: None
        for name in BASE
        if name not in {"posted", "locations"}
    },
    "awkward": {"name": 'A <b>& B</b> </script><!-- \u2028" Co', "benefits": ['\\"; alert(1) //', "</SCRIPT >"]},
}  # fmt: skip
EVERY = [(name, stage, company) for name, stage in VARIANTS for company in CHANGES]


@cache
def made(name: str, stage: str, company: str) -> tuple[dict[str, Any], str]:
    """The markup as a file, and the page."""
    fields = {key: it for key, it in {**BASE, **CHANGES[company]}.items() if it is not None}
    resolved = role(name, stage, yaml.safe_dump(fields, allow_unicode=True))
    it = compose(Subject(describe(resolved)), Kind.POSTING, Templates([PROFILES.parent / "templates"]))
    return json.loads(FORMATS["jsonld"](it)), FORMATS["html"](it).decode()


@pytest.mark.parametrize(("name", "stage", "company"), EVERY)
def test_markup_keeps_to_schema_org_and_google(name: str, stage: str, company: str) -> None:
    markup, _ = made(name, stage, company)
    assert markup["@context"] == "https://schema.org/"
    assert markup["@type"] == "JobPosting"
    assert list(against_schema_org(markup)) == []
    assert list(against_google(markup, TODAY)) == []


@pytest.mark.parametrize(("name", "stage", "company"), EVERY)
def test_the_page_holds_the_same_markup_once(name: str, stage: str, company: str) -> None:
    markup, page = made(name, stage, company)
    scripts = Seen(page).scripts
    assert len(scripts) == 1
    assert json.loads(scripts[0]) == markup
    assert not re.search(r"</|<!--|\u2028|\u2029", scripts[0])


COUNTRIES = {"US": "United States", "CA": "Canada", "DE": "Germany"}
PERIODS = {"YEAR": "a year", "HOUR": "an hour"}


@pytest.mark.parametrize(("name", "stage", "company"), EVERY)
def test_what_the_markup_says_stands_on_the_page(name: str, stage: str, company: str) -> None:
    markup, page = made(name, stage, company)
    text = Seen(page).text
    for said in visible(markup):
        assert said in text, said


def visible(markup: dict[str, Any]) -> list[str]:
    """What a reader has to find, in the words of an English page."""
    said = [markup["title"], day(markup["datePosted"])]
    said += [day(markup["validThrough"])] if "validThrough" in markup else []
    said += [markup["identifier"]["value"]] if "identifier" in markup else []
    employer = markup["hiringOrganization"]
    said += [] if employer["name"] == "confidential" else [" ".join(employer["name"].split())]
    said += [employer["sameAs"]] if "sameAs" in employer else []
    for place in listed(markup.get("jobLocation", [])):
        address = place["address"]
        said += [value for key, value in address.items() if key not in {"@type", "addressCountry"}]
        said.append(COUNTRIES[address["addressCountry"]])
    for area in listed(markup.get("applicantLocationRequirements", [])):
        said.append(area["name"].partition(",")[0])
    said += ["Fully remote (100%)"] if "jobLocationType" in markup else []
    if "baseSalary" in markup:
        pay = markup["baseSalary"]["value"]
        said += [figure(pay[key]) for key in ("value", "minValue", "maxValue") if key in pay]
        said += [markup["baseSalary"]["currency"], PERIODS[pay["unitText"]]]
    said += ["Full-time"] if markup.get("employmentType") == "FULL_TIME" else []
    said += ["or equivalent practical experience"] if markup.get("experienceInPlaceOfEducation") else []
    for key in ("jobBenefits", "incentiveCompensation"):
        said += markup[key].split("; ") if key in markup and '"' not in markup[key] else []
    return [*said, *(markup[key] for key in ("workHours", "industry") if key in markup)]


def listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def day(text: str) -> str:
    date = dt.date.fromisoformat(text[:10])
    return f"{date.day} {date:%B %Y}"


def figure(amount: float) -> str:
    return f"{amount:,}" if amount == int(amount) else f"{amount:,.2f}"


@pytest.mark.parametrize(("name", "stage", "company"), EVERY)
def test_the_description_is_the_whole_posting_in_tags_that_google_reads(
    name: str, stage: str, company: str
) -> None:
    markup, page = made(name, stage, company)
    description = markup["description"]
    assert set(re.findall(r"</?([a-z0-9]+)", description)) <= {"p", "ul", "li", "br", "strong"}
    main = page.partition("</h1>")[2].partition("</main>")[0]
    words = re.findall(r"\w+", Seen(description).text)
    # A table becomes a list, in which the name of the first column would be in the way.
    assert set(re.findall(r"\w+", Seen(main).text)) - {"Area"} <= set(words)
    assert len(words) >= len(re.findall(r"\w+", Seen(main).text))


BROKEN: dict[str, Any] = {
    "salary: no property": lambda it: it.update(salary=1),
    "benefits: superseded": lambda it: it.update(benefits="Leave"),
    "datePosted: '22 November": lambda it: it.update(datePosted="22 November 2026"),
    "title: missing": lambda it: it.update(title=""),
    "jobLocation: missing": lambda it: it.pop("jobLocation"),
    "jobLocation.address.addressCountry: missing": lambda it: it["jobLocation"]["address"].pop(
        "addressCountry"
    ),
    "jobLocation.address.addressCountry: 'Germany'": lambda it: it["jobLocation"]["address"].update(
        addressCountry="Germany"
    ),
    "employmentType: 'Full-time'": lambda it: it.update(employmentType="Full-time"),
    "jobLocationType: 'REMOTE'": lambda it: it.update(jobLocationType="REMOTE"),
    "baseSalary.currency: '$'": lambda it: it["baseSalary"].update(currency="$"),
    "baseSalary.value: no number": lambda it: it["baseSalary"]["value"].update(minValue="235,000"),
    "baseSalary.value: upside down": lambda it: it["baseSalary"]["value"].update(minValue=10**9),
    "baseSalary.value: ['maxValue', 'minValue', 'value']": lambda it: it["baseSalary"]["value"].update(
        value=1
    ),
    "baseSalary.value.unitText: 'year'": lambda it: it["baseSalary"]["value"].update(unitText="year"),
    "educationRequirements.credentialCategory: 'BSc'": lambda it: it["educationRequirements"].update(
        credentialCategory="BSc"
    ),
    "experienceInPlaceOfEducation: alone": lambda it: it.pop("experienceRequirements"),
    "experienceRequirements.monthsOfExperience: str": lambda it: it["experienceRequirements"].update(
        monthsOfExperience="60"
    ),
    "validThrough: over": lambda it: it.update(validThrough="2026-11-21T23:59:59"),
    "description: no HTML": lambda it: it.update(description="Chief Product Officer"),
    "directApply: 'yes' is none": lambda it: it.update(directApply="yes"),
    "hiringOrganization: @type None": lambda it: it["hiringOrganization"].pop("@type"),
    "hiringOrganization.name: missing": lambda it: it["hiringOrganization"].update(name=""),
    "identifier: more than one": lambda it: it.update(identifier=[it["identifier"], it["identifier"]]),
    "applicantLocationRequirements: without TELECOMMUTE": lambda it: it.update(
        applicantLocationRequirements={"@type": "Country", "name": "Germany"}
    ),
}


@pytest.mark.parametrize("said", BROKEN)
def test_the_judges_would_notice(said: str) -> None:
    markup = copy.deepcopy(made("cpo", "scaleup", "hybrid")[0])
    BROKEN[said](markup)
    found = [*against_schema_org(markup), *against_google(markup, TODAY)]
    assert any(it.startswith(said) for it in found), found


def test_the_vocabulary_is_complete_for_what_it_is_asked() -> None:
    classes = table("schemaorg")["classes"]
    assert len(classes["JobPosting"]["properties"]) == 38
    assert all(parent in classes for it in classes.values() for parent in it["of"])

"""The rules of job search: each found where it is broken, in markup that anything may have written, and silent where it is kept."""

from __future__ import annotations

import copy
import datetime as dt
import json
from typing import TYPE_CHECKING, Any

import pytest
from conftest import COMPANY
from postings import codes, found, posting, saying

if TYPE_CHECKING:
    from collections.abc import Callable

    from conftest import Make, Run

    from jdgen.checks.posting import Posting

    Change = Callable[[dict[str, Any]], object]

UNPOSTED = COMPANY.replace("posted: 2026-11-22\n", "")
REMOTE: dict[str, Any] = {"remote": "full", "remote_places": ["Colorado, US", "Germany"]}

GOOD: dict[str, Any] = {
    "@context": "https://schema.org/",
    "@type": "JobPosting",
    "title": "Chief Product Officer",
    "description": "<p>Decide why, what and when we build.</p>",
    "identifier": {"@type": "PropertyValue", "name": "Northwind Scheduling", "value": "NW-2026-014"},
    "datePosted": "2026-11-22",
    "validThrough": "2027-01-31T23:59:59",
    "employmentType": "FULL_TIME",
    "hiringOrganization": {"@type": "Organization", "name": "Northwind Scheduling"},
    "jobLocation": {
        "@type": "Place",
        "address": {
            "@type": "PostalAddress",
            "addressLocality": "Denver",
            "addressRegion": "CO",
            "addressCountry": "US",
        },
    },
    "baseSalary": {
        "@type": "MonetaryAmount",
        "currency": "USD",
        "value": {"@type": "QuantitativeValue", "minValue": 235000, "maxValue": 275000, "unitText": "YEAR"},
    },
    "educationRequirements": {
        "@type": "EducationalOccupationalCredential",
        "credentialCategory": "bachelor degree",
    },
    "experienceRequirements": {"@type": "OccupationalExperienceRequirements", "monthsOfExperience": 60},
    "experienceInPlaceOfEducation": True,
}
FAR: dict[str, Any] = {
    **{name: it for name, it in GOOD.items() if name != "jobLocation"},
    "jobLocationType": "TELECOMMUTE",
    "applicantLocationRequirements": [
        {"@type": "State", "name": "Colorado, USA"},
        {"@type": "Country", "name": "Germany"},
    ],
}


def marked(markup: object, **changes: Any) -> Posting:
    return posting(COMPANY, **changes)._replace(markup=markup)  # type: ignore[arg-type]


def broken(change: Change, good: dict[str, Any] = GOOD, **changes: Any) -> set[str]:
    markup = copy.deepcopy(good)
    change(markup)
    return google(marked(markup, **changes))


def google(it: Posting) -> set[str]:
    return {code for code in codes(it) if code.startswith(("google-", "jsonld-"))}


def test_good_markup_is_not_touched() -> None:
    assert google(marked(GOOD)) == set()
    assert google(marked(FAR, **REMOTE)) == set()
    assert google(marked([GOOD])) == set()
    assert google(marked({"@graph": [GOOD, {"@type": "Organization"}]})) == set()
    assert google(posting(COMPANY)) == set()
    assert google(posting(COMPANY, **REMOTE)) == set()


def pay(**value: object) -> Change:
    return lambda it: it["baseSalary"]["value"].update(value)


BROKEN: list[tuple[str, Change]] = [
    ("google-required-missing:title", lambda it: it.update(title="")),
    ("google-required-missing:description", lambda it: it.pop("description")),
    ("google-required-missing:datePosted", lambda it: it.pop("datePosted")),
    ("google-required-missing:hiringOrganization.name", lambda it: it["hiringOrganization"].pop("name")),
    ("google-required-missing:jobLocation", lambda it: it.pop("jobLocation")),
    ("google-country-missing", lambda it: it["jobLocation"]["address"].pop("addressCountry")),
    ("google-country-missing", lambda it: it.update(jobLocation=[it["jobLocation"], {"address": "Denver"}])),
    ("google-telecommute-hybrid", lambda it: it.update(jobLocationType="TELECOMMUTE")),
    ("google-employment-type", lambda it: it.update(employmentType="Full-time")),
    ("google-employment-type", lambda it: it.update(employmentType=["FULL_TIME", "full_time"])),
    ("google-salary-shape", lambda it: it.update(baseSalary=235000)),
    ("google-salary-shape", lambda it: it["baseSalary"].update(currency="$")),
    ("google-salary-shape", lambda it: it["baseSalary"].update(currency="usd")),
    ("google-salary-shape", lambda it: it["baseSalary"].pop("value")),
    ("google-salary-shape", lambda it: it["baseSalary"].update(value=235000)),
    ("google-salary-shape", pay(unitText="year")),
    ("google-salary-shape", pay(minValue="235,000")),
    ("google-salary-shape", pay(minValue=275000, maxValue=235000)),
    ("google-salary-shape", pay(value=235000)),
    ("google-salary-shape", lambda it: it["baseSalary"]["value"].pop("maxValue")),
    ("google-salary-estimate", pay(minValue=234000)),
    ("google-markup-not-visible:title", lambda it: it.update(title="Head of Product")),
    ("google-markup-not-visible:datePosted", lambda it: it.update(datePosted="2026-11-21")),
    ("google-markup-not-visible:validThrough", lambda it: it.update(validThrough="2027-01-30")),
    ("google-markup-not-visible:baseSalary", pay(maxValue=280000)),
    ("google-markup-not-visible:addressLocality", lambda it: it["jobLocation"]["address"].update(addressLocality="Boulder")),
    ("google-markup-not-visible:addressRegion", lambda it: it["jobLocation"]["address"].update(addressRegion="TX")),
    ("google-markup-not-visible:streetAddress", lambda it: it["jobLocation"]["address"].update(streetAddress="1 Elm St")),
    ("google-markup-not-visible:identifier", lambda it: it["identifier"].update(value="NW-2026-015")),
    ("google-markup-not-visible:hiringOrganization", lambda it: it["hiringOrganization"].update(name="Northwind Group")),
    ("google-date:datePosted", lambda it: it.update(datePosted="22 November 2026")),
    ("google-date:validThrough", lambda it: it.update(validThrough="2027-02-30")),
    ("google-date", lambda it: it.update(datePosted="2027-02-01")),
    ("google-date", lambda it: it.update(validThrough="2026-11-21", datePosted="2026-11-20")),
    ("google-title-noise", lambda it: it.update(title="Chief Product Officer | Denver")),
    ("google-description-incomplete:html", lambda it: it.update(description="Chief Product Officer")),
    ("google-description-incomplete:html", lambda it: it.update(description="We look for someone.")),
    ("google-experience-in-place", lambda it: it.pop("experienceRequirements")),
    ("google-experience-in-place", lambda it: it.pop("educationRequirements")),
    ("google-credential-enum", lambda it: it["educationRequirements"].update(credentialCategory="Bachelor Degree")),
    ("google-credential-enum", lambda it: it["educationRequirements"].update(credentialCategory="MBA")),
    ("google-credential-enum", lambda it: it["educationRequirements"].update(credentialCategory="postgraduate degree")),
    ("google-credential-enum", lambda it: it.update(educationRequirements="no requirements")),
    ("google-credential-enum", lambda it: it.update(educationRequirements="a degree")),
    ("google-months", lambda it: it["experienceRequirements"].update(monthsOfExperience=5)),
    ("google-months", lambda it: it["experienceRequirements"].update(monthsOfExperience="60")),
    ("google-months", lambda it: it["experienceRequirements"].update(monthsOfExperience=120)),
]  # fmt: skip


@pytest.mark.parametrize(("code", "change"), BROKEN)
def test_broken_markup_is_found(code: str, change: Change) -> None:
    assert code in broken(change)


FAR_BROKEN: list[tuple[str, Change]] = [
    ("google-remote-incomplete", lambda it: it.pop("jobLocationType")),
    ("google-remote-incomplete", lambda it: it.update(jobLocationType="REMOTE")),
    ("google-remote-incomplete", lambda it: it.pop("applicantLocationRequirements")),
    ("google-required-missing:jobLocation", lambda it: it.pop("applicantLocationRequirements")),
    (
        "google-remote-places-not-visible",
        lambda it: it["applicantLocationRequirements"].append({"@type": "State", "name": "Texas, USA"}),
    ),
]


@pytest.mark.parametrize(("code", "change"), FAR_BROKEN)
def test_broken_markup_of_remote_work_is_found(code: str, change: Change) -> None:
    assert code in broken(change, FAR, **REMOTE)


def test_a_salary_that_nobody_wrote_is_an_estimate() -> None:
    assert "google-salary-estimate" in google(marked(GOOD, salary=None))
    assert "google-salary-estimate" in google(marked(GOOD, paid_by="commission"))


def test_an_end_that_nobody_set_is_invented() -> None:
    assert "google-validthrough-invented" in google(marked(GOOD, closing_date="ongoing"))
    assert "google-validthrough-invented" in google(marked(GOOD, closing_date=None))


def test_an_employer_without_a_name_is_confidential() -> None:
    secret = {**GOOD, "hiringOrganization": {"@type": "Organization", "name": "confidential"}}
    assert google(marked(secret, name=None)) == set()
    secret["hiringOrganization"]["name"] = "Anonymous"
    assert "google-confidential" in google(marked(secret, name=None))


def test_experience_counts_only_where_the_profile_says_so() -> None:
    strict = "{requirements: {degree: {or_equivalent: null}}}"
    assert "google-experience-in-place" in google(marked(GOOD, profile=strict))
    assert "google-experience-in-place" not in google(posting(COMPANY, profile=strict))


def test_a_page_of_several_jobs_is_found() -> None:
    assert "google-list-page" in google(marked({"@graph": [GOOD, GOOD]}))
    assert "google-list-page" in google(posting(COMPANY)._replace(markup={"@type": "ItemList", "itemListElement": [GOOD, {"item": GOOD}]}))  # fmt: skip


def scripted(script: str) -> Posting:
    return posting(COMPANY)._replace(scripts=(script,))


@pytest.mark.parametrize(
    "script",
    [
        '{"title": "a</b"}',
        '{"title": "<!-- a"}',
        '{"title": "<SCRIPT>"}',
        '{"title": "a\u2028b"}',
        '{"title": "a\u2029b"}',
        '{"title": "cut short by',
    ],
)
def test_a_script_that_a_value_breaks_out_of_is_found(script: str) -> None:
    assert "jsonld-escape" in codes(scripted(script))


def test_an_escaped_script_is_silent() -> None:
    assert "jsonld-escape" not in codes(scripted('{"title": "a\\u003c/b \\u2028"}'))


# Without markup


WITHOUT: list[tuple[str, dict[str, Any]]] = [
    ("google-required-missing:posted", {"posted": None}),
    ("google-required-missing:locations", {"locations": None}),
    ("google-required-missing:remote_places", {"remote": "full", "locations": None}),
    ("google-required-missing:remote_places", {"remote": "full", "remote_places": ["Europe"]}),
    ("google-date", {"closing_date": "2026-11-21", "posted": "2026-11-01"}),
    ("google-expired", {"closing_date": "2026-11-21", "posted": "2026-11-01"}),
    ("google-date", {"posted": "2027-03-01"}),
    ("google-no-apply", {"apply": None}),
    ("google-description-incomplete:hours", {"hours": None}),
]


@pytest.mark.parametrize(("code", "changes"), WITHOUT)
def test_what_markup_will_lack_is_found_before_there_is_any(code: str, changes: dict[str, Any]) -> None:
    assert code in google(posting(COMPANY, **changes))


def test_the_last_day_to_apply_is_not_over_on_that_day() -> None:
    assert google(posting(COMPANY, today=dt.date(2027, 1, 31))) == set()
    assert google(posting(COMPANY, today=dt.date(2027, 2, 1))) == {"google-date", "google-expired"}


def test_a_missing_field_is_named_with_the_line_to_write_and_its_place() -> None:
    it = next(
        it
        for it in found(posting(COMPANY, remote="full", remote_places=["Europe"]))
        if "remote_places" in it.code
    )
    assert it.severity == "error"
    assert it.place.file == "company.yaml"
    assert it.place.line > 1
    assert "“Europe”" in it.message
    missing = next(it for it in found(posting(posted=None)) if it.code == "google-required-missing:posted")
    assert "write posted: 2026-11-22" in missing.message


HEADED = "# Chief Product Officer\n\nNorthwind Scheduling\n\n- **Posted:** 22 November 2026\n\n"


def test_a_posting_that_hides_its_terms_is_found() -> None:
    assert "google-remote-incomplete" in google(posting(COMPANY, text=HEADED, **REMOTE))
    assert "google-remote-places-not-visible" in google(posting(COMPANY, text=HEADED, **REMOTE))
    assert "google-markup-not-visible:posted" in google(posting(COMPANY, text="# Chief Product Officer\n"))
    assert "google-markup-not-visible:title" in google(posting(COMPANY, text=HEADED.replace("Chief", "Head")))
    assert "google-experience-in-place" in google(posting(COMPANY, text=HEADED))
    lacking = {"responsibilities", "requirements", "hours", "education", "experience"}
    assert {f"google-description-incomplete:{it}" for it in lacking} <= google(posting(COMPANY, text=HEADED))
    assert "google-no-apply" in google(posting(COMPANY, text=HEADED))


NOISY = [
    "Chief Product Officer at Northwind Scheduling", "Chief Product Officer, Denver", "Chief Product Officer $250k",
    "Chief Product Officer (USD 250,000)", "Chief Product Officer REQ-1234", "Chief Product Officer #77",
    "Chief Product Officer 2027", "Apply now: Chief Product Officer", "URGENT Chief Product Officer", "Now hiring: CPO",
    "Hiring! Chief Product Officer", "CHIEF PRODUCT OFFICER", "*** Chief Product Officer ***", "Chief Product Officer!!!",
    "CPO | Remote", "We’re hiring a CPO", "Chief Product Officer 1/31/2027",
]  # fmt: skip
CLEAN = [
    "Chief Product Officer", "CPO", "VP, Product (m/w/d)", "Front-end/Back-end Engineer", "Hiring Manager", "Head of Hiring",
    "ISO27001 Lead Auditor", "C++ and C# Engineer", "Head of Office 365", "Director of 5G Products", "Chief Product & Technology Officer",
    "SVP IT", "Product Manager, French speaker", "Engineer II",
]  # fmt: skip


@pytest.mark.parametrize("title", NOISY)
def test_a_title_with_noise_is_found(title: str) -> None:
    assert "google-title-noise" in codes(posting(COMPANY, profile=json.dumps({"title": title})))


@pytest.mark.parametrize("title", CLEAN)
def test_a_title_alone_is_silent(title: str) -> None:
    assert "google-title-noise" not in codes(posting(COMPANY, profile=json.dumps({"title": title})))


FEES = [
    ("An application fee of USD 30 is due with your CV.", "process"),
    ("A refundable deposit is required before training starts.", "process"),
    ("You pay a registration fee once you are accepted.", "about"),
    ("Candidates pay for their background check.", "template"),
    ("You will pay for your training in the first month.", "benefits"),
]
NO_FEES = [
    ("We never charge an application fee.", "process"),
    ("There is no application fee, and no deposit.", "process"),
    ("We pay for your own training and reimburse every onboarding fee.", "benefits"),
    ("Set the application fee of our marketplace.", "duty"),
    ("Relocation fees and visa fees are covered.", "benefits"),
    ("Our customers pay a monthly price per seat.", "about"),
]


@pytest.mark.parametrize(("words", "where"), FEES)
def test_money_asked_of_applicants_is_found(words: str, where: str) -> None:
    assert "google-fee" in codes(saying(words, where))


@pytest.mark.parametrize(("words", "where"), NO_FEES)
def test_a_fee_that_is_not_asked_of_applicants_is_silent(words: str, where: str) -> None:
    assert "google-fee" not in codes(saying(words, where))


@pytest.mark.parametrize(
    "apply",
    [
        {"email": "jobs@northwind.example"},
        {"instructions": "Call Dana Whitfield, or come to our office on any Monday."},
    ],
)
def test_an_address_or_instructions_are_a_way_to_apply(apply: dict[str, str]) -> None:
    assert "google-no-apply" not in codes(posting(COMPANY, apply=apply))


# Through `jdgen check`

OWN = '{% extends "default/page.html.j2" %}{% block markup %}<script type="application/ld+json">{{ text }}</script>{% endblock %}'
WRONG = {
    "@type": "JobPosting",
    "title": "Head of Product",
    "employmentType": "Full-time",
    "validThrough": "2099-01-01",
}
HIDING = '{% extends "default/posting.md.j2" %}{% block facts %}{% endblock %}'
TITLE = "patch: {title: Chief Product Officer (apply now)}\n"

CHECKED: list[tuple[dict[str, str], set[str]]] = [
    ({"company.yaml": COMPANY}, set()),
    (
        {"company.yaml": COMPANY.replace("remote: hybrid", "remote: full\nremote_places: [Germany]"), "templates/posting.md.j2": HIDING},
        {"google-remote-incomplete", "google-remote-places-not-visible", "google-markup-not-visible:posted"},
    ),
    (
        {"company.yaml": COMPANY.replace("closing_date: 2027-01-31", "closing_date: ongoing"), "templates/page.html.j2": OWN.replace("{{ text }}", json.dumps(WRONG))},
        {"google-validthrough-invented", "google-employment-type", "google-markup-not-visible:title", "google-required-missing:datePosted"},
    ),
    ({"company.yaml": COMPANY, "templates/page.html.j2": OWN.replace("{{ text }}", json.dumps(GOOD | {"jobLocationType": "TELECOMMUTE"}))}, {"google-telecommute-hybrid"}),
    ({"company.yaml": COMPANY, "templates/page.html.j2": OWN.replace("{{ text }}", "[{{ markup }}, {{ markup }}]")}, {"google-list-page"}),
    ({"company.yaml": COMPANY, "templates/page.html.j2": OWN.replace("{{ text }}", "{{ document.title }}")}, {"jsonld-escape"}),
    ({"company.yaml": COMPANY + TITLE}, {"google-title-noise"}),
    ({"company.yaml": UNPOSTED.replace("hours: 40 hours a week\n", "")}, {"google-description-incomplete:hours", "google-required-missing:posted"}),
    ({"company.yaml": "name: Acme\n"}, {"google-required-missing:posted", "google-required-missing:locations", "google-no-apply"}),
    ({"company.yaml": "stage: scaleup\n"}, set()),
    ({"company.yaml": COMPANY.replace("closing_date: 2027-01-31", "closing_date: 2026-11-21").replace("2026-11-22", "2026-11-01")}, {"google-date", "google-expired"}),
    ({"company.yaml": COMPANY.replace("apply:\n  url: https://northwind.example/jobs/cpo\n  instructions", "hiring_process")}, {"google-no-apply"}),
]  # fmt: skip


@pytest.mark.parametrize(("files", "wanted"), CHECKED)
def test_the_command_finds_it_in_what_users_write(
    files: dict[str, str], wanted: set[str], run: Run, workspace: Make
) -> None:
    folder = workspace(files)
    done = run("check", "cpo", "-s", "scaleup", "--format", "json", "--as-of", "2026-11-22", "-w", folder)
    said = {
        it["code"] for it in json.loads(done.out)["findings"] if it["code"].startswith(("google-", "jsonld-"))
    }
    assert wanted <= said
    assert wanted or not said


def test_the_verdict_of_a_run_looks_at_the_page_that_it_writes(run: Run, workspace: Make) -> None:
    page = OWN.replace("{{ text }}", json.dumps(GOOD | {"employmentType": "Full-time"}))
    folder = workspace({"company.yaml": COMPANY, "templates/page.html.j2": page})
    assert "google-employment-type" in run("cpo", "-s", "scaleup", "--html", "-w", folder).err
    assert "google-employment-type" not in run("cpo", "-s", "scaleup", "-w", folder).err

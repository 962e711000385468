"""A posting as schema.org's JobPosting, in JSON-LD: what its page says, for search engines and job boards.

Sources: schema.org release 30.0; Google Search Central, "Job posting (JobPosting) structured data", as of 2025-12-18.
What is not on the page is left out, and nothing is guessed: no closing date, no pay, no place that nobody wrote.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from jdgen.checks.posting.required import required
from jdgen.checks.posting.visible import Page, visible_text
from jdgen.documents.kinds import Kind
from jdgen.errors import JdgenError, Place, Problem
from jdgen.formats.description import to_description
from jdgen.formats.markup import to_html_body
from jdgen.schema.countries import COUNTRIES
from jdgen.schema.regions import REGIONS

if TYPE_CHECKING:
    import datetime as dt
    from decimal import Decimal

    from jdgen.checks.posting.required import Required
    from jdgen.documents.document import Document
    from jdgen.role import Role
    from jdgen.role.job import Job, Range, Region

CONFIDENTIAL = "confidential"
"""Name of an employer that does not give one, in Google's words."""

CREDENTIALS = {
    "bachelor": "bachelor degree",
    "master": "postgraduate degree",
    "doctorate": "postgraduate degree",
}
"""Google's names of degrees, of which master's degree and doctorate share one."""

USA = "USA"
"""How Google writes the country behind a state."""

BREAKING = str.maketrans({"<": "\\u003c", "\u2028": "\\u2028", "\u2029": "\\u2029"})
"""What could end a script, or a line of one; inside JSON's strings the escape means the same."""


def to_jsonld(document: Document) -> bytes:
    """Returns the posting's markup as a file.

    Raises:
        JdgenError: a field is missing without which Google would refuse it.
    """
    return written(markup(document))


def written(markup: dict[str, Any]) -> bytes:
    """Returns markup as a file, which may be put into a page as it is."""
    return (_escaped(json.dumps(markup, ensure_ascii=False, indent=2)) + "\n").encode()


def embedded(document: Document) -> str:
    """Returns the markup for a script element, on one line.

    Raises:
        JdgenError: a field is missing without which Google would refuse it.
    """
    return _escaped(json.dumps(markup(document), ensure_ascii=False))


def markup(document: Document) -> dict[str, Any]:
    """Returns the JobPosting of a posting.

    Raises:
        JdgenError: a field is missing without which Google would refuse it.
        ValueError: the document is no posting.
    """
    if document.kind is not Kind.POSTING:
        message = f"{document.stem} is no posting"
        raise ValueError(message)
    lacking = required(document.role.job)
    if lacking:
        raise JdgenError(*(Problem(Place("company.yaml"), _wanted(it)) for it in lacking))
    description = to_description(to_html_body(document.body))
    said = _said(document.role, description, Page(visible_text(description)))
    return {name: value for name, value in said.items() if value not in (None, "", [])}


def _wanted(lacking: Required) -> str:
    return f"{lacking.field}: JSON-LD needs {lacking.what}; write {lacking.write}"


def _escaped(text: str) -> str:
    return text.translate(BREAKING)


def _said(role: Role, description: str, page: Page) -> dict[str, Any]:
    job = role.job
    return {
        "@context": "https://schema.org/",
        "@type": "JobPosting",
        "title": role.title,
        "description": description,
        "identifier": _identifier(role) if page.says(job.reference) else None,
        "datePosted": job.posted and job.posted.isoformat(),
        "validThrough": _end(job.closes) if job.closes and page.dates(job.closes) else None,
        "employmentType": job.employment_type.upper(),
        "hiringOrganization": _employer(role, page),
        **_where(job, page),
        "baseSalary": _salary(job.pay) if job.pay and _is_posted(job, page) else None,
        **_asked(job),
        "directApply": True if role.apply_email and page.says(role.apply_email) else None,
        "workHours": job.hours if page.says(job.hours) else None,
        "jobBenefits": "; ".join(filter(page.says, role.benefits)),
        "incentiveCompensation": "; ".join(filter(page.says, role.other_compensation)),
        "industry": role.company.industry if page.says(role.company.industry) else None,
    }


def _identifier(role: Role) -> dict[str, Any]:
    return {
        "@type": "PropertyValue",
        "name": role.company.name or CONFIDENTIAL,
        "value": role.job.reference,
    }


def _end(day: dt.date) -> str:
    """Returns the end of a day, without an offset, which ISO 8601 reads as local: nobody wrote a time zone."""
    return f"{day.isoformat()}T23:59:59"


def _employer(role: Role, page: Page) -> dict[str, Any]:
    """Returns the employer; its logo is left out, for job search takes an address on the web and the page holds a picture."""
    if not role.company.name:
        return {"@type": "Organization", "name": CONFIDENTIAL}
    known = {"@type": "Organization", "name": role.company.name}
    return known | ({"sameAs": role.company.website} if page.says(role.company.website) else {})


def _where(job: Job, page: Page) -> dict[str, Any]:
    """Returns where people work; what is remote only in part is a place of work, never TELECOMMUTE."""
    if job.remote != "full":
        return {"jobLocation": _one_or_all([_place(it, page) for it in job.places])}
    if job.remote_places:
        where = {"applicantLocationRequirements": _one_or_all([_area(it) for it in job.remote_places])}
    else:
        where = {"jobLocation": _one_or_all([_place(it, page) for it in job.places])}
    return {"jobLocationType": "TELECOMMUTE", **where}


def _place(region: Region, page: Page) -> dict[str, Any]:
    address = {
        "streetAddress": region.street if page.says(region.street) else "",
        "addressLocality": region.city,
        "addressRegion": _state(region),
        "postalCode": region.postal_code if page.says(region.postal_code) else "",
        "addressCountry": region.country,
    }
    known = {name: value for name, value in address.items() if value}
    return {"@type": "Place", "address": {"@type": "PostalAddress", **known}}


def _area(region: Region) -> dict[str, Any]:
    """Returns a country under its name on the page, or a state in Google's form `Michigan, USA`."""
    if not region.region:
        return {
            "@type": "Country",
            "name": region.name if region.name.upper() != region.country else region.country,
        }
    country = USA if region.country == "US" else COUNTRIES[region.country]
    return {"@type": "State", "name": f"{_state(region)}, {country}"}


def _state(region: Region) -> str:
    """Returns the region's full name, where its code is known."""
    return REGIONS.get(region.country, {}).get(region.code.removeprefix(f"{region.country}-"), region.region)


def _one_or_all(values: list[dict[str, Any]]) -> dict[str, Any] | list[dict[str, Any]]:
    return values[0] if len(values) == 1 else values


def _is_posted(job: Job, page: Page) -> bool:
    """Returns whether the pay is base pay, and on the page."""
    return (
        job.pay is not None
        and job.paid_by != "commission"
        and page.gives(job.pay.low)
        and page.gives(job.pay.high)
    )


def _salary(pay: Range) -> dict[str, Any]:
    low, high = _number(pay.low), _number(pay.high)
    amount = {"value": low} if low == high else {"minValue": low, "maxValue": high}
    value = {"@type": "QuantitativeValue", **amount, "unitText": pay.period.upper()}
    return {"@type": "MonetaryAmount", "currency": pay.currency, "value": value}


def _number(amount: Decimal) -> int | float:
    """Returns an amount as JSON writes it: 235000, 78.5."""
    return int(amount) if amount == int(amount) else float(amount)


def _asked(job: Job) -> dict[str, Any]:
    """Returns what everyone has to bring; experience counts in the place of a degree only where the posting asks for both."""
    wanted = [CREDENTIALS[job.degree]] if job.degree else []
    wanted += ["professional certificate"] if job.certificate else []
    education = [{"@type": "EducationalOccupationalCredential", "credentialCategory": it} for it in wanted]
    experience = {"@type": "OccupationalExperienceRequirements", "monthsOfExperience": job.months}
    return {
        "educationRequirements": _one_or_all(education),
        "experienceRequirements": experience if job.months else None,
        "experienceInPlaceOfEducation": True if job.degree and job.months and job.experience_counts else None,
    }

"""Rules about a posting and its markup: what machines are told, readers find on the page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jdgen.checks.posting.markup import found, there
from jdgen.checks.posting.rule import Fault, rule
from jdgen.checks.posting.scripts import day_of, offers, values
from jdgen.checks.posting.visible import seen
from jdgen.schema.countries import ALSO, COUNTRIES
from jdgen.schema.regions import REGIONS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    from jdgen.checks.posting.posting import Posting
    from jdgen.checks.posting.visible import Page
    from jdgen.role.job import Region


@rule("google-markup-not-visible")
def invisible(posting: Posting) -> Iterator[Fault]:
    """Yields what markup says, or will say, and no reader finds on the page."""
    page, job = seen(posting.text), posting.job
    if not page.says(posting.role.title):
        message = (
            f"the title “{posting.role.title}” is not on the page, where markup says it: print `role.title`"
        )
        yield Fault(posting.resolved.place("title"), message, "title")
    if job.posted and not page.dates(job.posted):
        message = (
            f"the day of posting, {job.posted}, is not on the page, where markup says it: print `role.facts`"
        )
        yield Fault(posting.company_place("posted"), message, "posted")
    for offer in offers(posting.markup):
        for name, value in _unseen(offer, page):
            message = (
                f"{name} is {value} in the markup, and that is not on the page: print it, or take it out"
            )
            yield Fault(there(posting), message, name)


def _unseen(offer: Mapping[str, Any], page: Page) -> Iterator[tuple[str, object]]:
    """Yields name and value of what is said to machines alone."""
    texts = [
        ("title",),
        ("identifier", "value"),
        ("workHours",),
        ("industry",),
        ("hiringOrganization", "name"),
    ]
    texts += [("jobLocation", "address", part) for part in ("streetAddress", "addressLocality", "postalCode")]
    for path in texts:
        for value in values(offer, *path):
            if value != "confidential" and not page.says(str(value)):
                yield path[-1] if path[0] == "jobLocation" else path[0], value
    for state in values(offer, "jobLocation", "address", "addressRegion"):
        names = {name for known in REGIONS.values() for code, name in known.items() if code == state}
        if not any(page.says(it) for it in (str(state), *names)):
            yield "addressRegion", state
    for name in ("datePosted", "validThrough"):
        for day in map(day_of, values(offer, name)):
            if day and not page.dates(day):
                yield name, day
    yield from _unseen_pay(offer, page)


def _unseen_pay(offer: Mapping[str, Any], page: Page) -> Iterator[tuple[str, object]]:
    from decimal import Decimal, InvalidOperation  # noqa: PLC0415 - where there is markup

    for name in ("value", "minValue", "maxValue"):
        for value in values(offer, "baseSalary", "value", name):
            try:
                amount = Decimal(str(value))
            except InvalidOperation:
                continue  # google-salary-shape says so
            if not page.gives(amount):
                yield "baseSalary", value


@rule("google-remote-places-not-visible")
def remote_places(posting: Posting) -> Iterator[Fault]:
    """Yields each country or state that remote work is limited to, and that no reader is told of."""
    page = seen(posting.text)
    for area in posting.job.remote_places:
        if not _names(page, area):
            message = f"people may work from {area.name}, and the posting does not say so: print `role.facts`"
            yield Fault(posting.company_place("remote_places"), message)
    for name in found(posting, "applicantLocationRequirements", "name"):
        said = str(name).partition(",")[0].strip()
        if not any(page.says(it) for it in _spellings(said)):
            yield Fault(
                there(posting), f"applicantLocationRequirements names {name}, and the posting does not"
            )


def _names(page: Page, area: Region) -> bool:
    full = REGIONS.get(area.country, {}).get(area.code[3:], area.region)
    wanted = [area.region, full] if area.region else [area.name, *_spellings(area.country)]
    return any(page.says(it) for it in wanted)


def _spellings(country: str) -> set[str]:
    """Returns every name of a country; what is none stays alone."""
    wanted = country.casefold()
    names = {
        **dict(zip(COUNTRIES, COUNTRIES, strict=True)),
        **{name: code for code, name in COUNTRIES.items()},
        **ALSO,
    }
    codes = {code for name, code in names.items() if name.casefold() == wanted}
    return {country} | {name for name, code in names.items() if code in codes}


@rule("google-experience-in-place")
def experience_in_place(posting: Posting) -> Iterator[Fault]:
    """Yields a fault where experience counts in the place of a degree for machines, and readers are not told."""
    job = posting.job
    for offer in offers(posting.markup):
        if offer.get("experienceInPlaceOfEducation") is not True:
            continue
        if not (offer.get("educationRequirements") and offer.get("experienceRequirements")):
            message = "experienceInPlaceOfEducation needs educationRequirements and experienceRequirements beside it"
            yield Fault(there(posting), message)
        if not job.experience_counts:
            message = "experienceInPlaceOfEducation is true, and the degree has no `or_equivalent` experience: add it, or take it out"
            yield Fault(there(posting), message)
    if job.degree and job.experience_counts and not _counts_on_the_page(posting):
        message = "experience counts as much as the degree, and the posting does not say so: print `role.must_lines`"
        yield Fault(posting.resolved.place("requirements"), message)


def _counts_on_the_page(posting: Posting) -> bool:
    said = (it.or_equivalent for it in posting.resolved.profile.requirements.values() if it.kind == "degree")
    words = r"\bequivalent\b[^.;\n]{0,60}\bexperience\b"
    return any(it and seen(posting.text).says(it) for it in said) or bool(
        re.search(words, posting.text, re.IGNORECASE)
    )

"""The terms of a vacancy as data: what markup, feeds and checks read where people read sentences."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal  # noqa: TC003 - the reference page reads the types
from typing import TYPE_CHECKING, NamedTuple

from jdgen.schema.countries import COUNTRIES
from jdgen.schema.regions import REGIONS, region_code
from jdgen.schema.requirement import Certification, Degree, Experience

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jdgen.role.resolution import Resolved
    from jdgen.schema.company import Company, Location, Salary
    from jdgen.schema.profile import Profile

LEVELS = ("bachelor", "master", "doctorate")
"""From the lowest."""


class Region(NamedTuple):
    """A place of work, or one that may be worked from."""

    country: str
    """ISO 3166-1 code of two letters; empty where it is not known."""
    region: str
    """State, province or land as written, or empty."""
    code: str
    """ISO 3166-2 code such as `US-CO`, where it is known; else empty."""
    city: str
    """Town, or empty."""
    postal_code: str
    """Postal code, or empty."""
    street: str
    """Street, or empty."""
    name: str
    """As the posting says it."""


class Range(NamedTuple):
    """The employer's own pay range."""

    low: Decimal
    """Lower end."""
    high: Decimal
    """Upper end."""
    currency: str
    """ISO 4217 code."""
    period: str
    """`year`, `month`, `week`, `day` or `hour`."""


class Accounts(NamedTuple):
    """Accounts on job boards; every text may be empty."""

    linkedin_company: str
    """The organization's number on LinkedIn."""
    linkedin_email: str
    """Address of whoever posts there."""
    publisher: str
    """Publisher of an Indeed feed."""
    publisher_url: str
    """Its page."""
    team: str
    """The team that applicant-tracking systems file the posting under."""
    department: str
    """Its department."""


class Job(NamedTuple):
    """What the posting offers and asks, as data."""

    posted: dt.date | None
    """Day of the first posting."""
    closes: dt.date | None
    """The last day to apply."""
    ongoing: bool
    """Whether applications are accepted without an end."""
    reference: str
    """The requisition's number, or empty."""
    page: str
    """Address of the posting's own page, or empty."""
    places: tuple[Region, ...]
    """Places of work."""
    remote: str
    """`onsite`, `hybrid`, `full`, or empty where nothing is said."""
    remote_places: tuple[Region, ...]
    """Where fully remote work is possible."""
    employment_type: str
    """`full_time` and the like, or empty."""
    hours: str
    """Working hours, or empty."""
    pay: Range | None
    """The pay range."""
    paid_by: str
    """`salary`, `commission` or `tips`."""
    degree: str
    """The lowest degree that everyone has to bring: `bachelor`, `master` or `doctorate`; empty: none."""
    certificate: bool
    """Whether everyone has to bring a certificate."""
    months: int
    """Months of experience that everyone has to bring; 0: none."""
    experience_counts: bool
    """Whether experience is accepted in the place of the degree."""
    accounts: Accounts
    """Accounts on job boards."""


def job(resolved: Resolved) -> Job:
    """Returns the terms of a role at a company."""
    profile, company = resolved.profile, resolved.company
    degrees = [it for it in _musts(profile) if isinstance(it, Degree)]
    closes = company.closing_date if isinstance(company.closing_date, dt.date) else None
    return Job(
        posted=company.posted,
        closes=closes,
        ongoing=company.closing_date == "ongoing",
        reference=company.reference or "",
        page=company.page or "",
        places=tuple(map(region, company.locations)),
        remote=company.remote or "",
        remote_places=_remote_places(company),
        employment_type=company.employment_type or "",
        hours=company.hours or "",
        pay=_range(company.salary) if company.salary else None,
        paid_by=company.paid_by,
        degree=max((_lowest(it) for it in degrees), key=LEVELS.index, default=""),
        certificate=any(isinstance(it, Certification) for it in _musts(profile)),
        months=_months(profile),
        experience_counts=bool(degrees) and all("experience" in (it.or_equivalent or "") for it in degrees),
        accounts=_accounts(company),
    )


def region(location: Location) -> Region:
    """Returns a place of work with its code."""
    state = location.region or ""
    code = region_code(location.country, state)
    parts = [location.city, REGIONS.get(location.country, {}).get(code, state), COUNTRIES[location.country]]
    return Region(
        country=location.country,
        region=state,
        code=f"{location.country}-{code}" if code else "",
        city=location.city or "",
        postal_code=location.postal_code or "",
        street=location.street or "",
        name=", ".join(part for part in dict.fromkeys(parts) if part),
    )


def named(text: str) -> Region:
    """Returns the place that a text names: a country or its code, or `State, Country`; its country is empty if it is not known."""
    *before, last = (part.strip() for part in text.split(","))
    country = next(
        (code for code, name in COUNTRIES.items() if last.casefold() in {code.casefold(), name.casefold()}),
        "",
    )
    state = before[0] if before and country else ""
    code = region_code(country, state) if state else ""
    return Region(country, state, f"{country}-{code}" if code else "", "", "", "", text)


def _remote_places(company: Company) -> tuple[Region, ...]:
    return tuple(map(named, company.remote_places)) if company.remote == "full" else ()


def _accounts(company: Company) -> Accounts:
    boards = company.boards
    return Accounts(
        linkedin_company=boards.linkedin.company_id or "",
        linkedin_email=boards.linkedin.poster_email or "",
        publisher=boards.indeed.publisher or company.name or "",
        publisher_url=boards.indeed.publisher_url or company.website or "",
        team=boards.team or "",
        department=boards.department or "",
    )


def _range(salary: Salary) -> Range:
    return Range(salary.low, salary.high, salary.currency, salary.period)


def _musts(profile: Profile) -> Iterator[object]:
    return (it for it in profile.requirements.values() if it.importance == "must")


def _lowest(degree: Degree) -> str:
    return min(degree.levels, key=LEVELS.index)


def _months(profile: Profile) -> int:
    """Months that fulfil every requirement of experience: one month may count for several of them."""
    asked = [it for it in _musts(profile) if isinstance(it, Experience)]
    return 12 * max((years(it) for it in asked), default=0)


def years(experience: Experience) -> int:
    """Returns the least years that fulfil a requirement: each month counts once, or for several kinds where they may overlap."""
    return (sum if experience.overlap == "none" else max)(experience.parts.values())

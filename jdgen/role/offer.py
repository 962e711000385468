"""What a company and a profile say of a vacancy's terms, gathered as data."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from jdgen.language import ENGLISH
from jdgen.role.job import LEVELS, Accounts, Job, Range, Region
from jdgen.schema.countries import ALSO, COUNTRIES
from jdgen.schema.regions import REGIONS, region_code
from jdgen.schema.requirement import Certification, Degree, Experience

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jdgen.language import Language
    from jdgen.role.resolution import Resolved
    from jdgen.schema.company import Company, Location, Salary
    from jdgen.schema.profile import Profile


def job(resolved: Resolved, say: Language = ENGLISH) -> Job:
    """Returns the terms of a role at a company; `say` is the language in which the posting names its places."""
    profile, company = resolved.profile, resolved.company
    degrees = [it for it in _musts(profile) if isinstance(it, Degree)]
    closes = company.closing_date if isinstance(company.closing_date, dt.date) else None
    return Job(
        posted=company.posted,
        closes=closes,
        ongoing=company.closing_date == "ongoing",
        reference=company.reference or "",
        page=company.page or "",
        places=tuple(region(location, say) for location in company.locations),
        remote=company.remote or "",
        remote_places=_remote_places(company, say),
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


def place_name(location: Location, say: Language = ENGLISH) -> str:
    """Returns a place of work as the posting says it."""
    state = location.region or ""
    code = region_code(location.country, state)
    country = say.country(location.country, COUNTRIES[location.country])
    parts = [location.city, REGIONS.get(location.country, {}).get(code, state), country]
    return ", ".join(part for part in dict.fromkeys(parts) if part)


def region(location: Location, say: Language = ENGLISH) -> Region:
    """Returns a place of work with its code."""
    state = location.region or ""
    code = region_code(location.country, state)
    return Region(
        country=location.country,
        region=state,
        code=f"{location.country}-{code}" if code else "",
        city=location.city or "",
        postal_code=location.postal_code or "",
        street=location.street or "",
        name=place_name(location, say),
    )


def named(text: str) -> Region:
    """Returns the place that a text names: a country or its code, or `State, Country`; its country is empty if it is not known."""
    *before, last = (part.strip() for part in text.split(","))
    full = ((name, code) for code, name in COUNTRIES.items())
    known = {
        name.casefold(): code
        for name, code in (*full, *ALSO.items(), *zip(COUNTRIES, COUNTRIES, strict=True))
    }
    country = known.get(last.casefold(), "")
    state = before[0] if before and country else ""
    code = region_code(country, state) if state else ""
    return Region(country, state, f"{country}-{code}" if code else "", "", "", "", text)


def remote_name(text: str, say: Language = ENGLISH) -> str:
    """Returns a place that may be worked from as the posting says it: a country in the posting's language, else as written."""
    place = named(text)
    return say.country(place.country, text) if place.country and not place.region else text


def _remote_places(company: Company, say: Language) -> tuple[Region, ...]:
    if company.remote != "full":
        return ()
    return tuple(named(text)._replace(name=remote_name(text, say)) for text in company.remote_places)


def _accounts(company: Company) -> Accounts:
    boards = company.boards
    return Accounts(
        linkedin_company=boards.linkedin.company_id or "",
        linkedin_email=boards.linkedin.poster_email or "",
        indeed_email=boards.indeed.email or "",
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

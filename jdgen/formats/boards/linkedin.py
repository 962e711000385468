"""LinkedIn: the body of a request to its Job Posting API that creates a basic job."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from jdgen.formats.boards.blocks import blocks
from jdgen.formats.boards.dialect import Dialect, plain
from jdgen.formats.boards.limits import tags, too_little, too_much, words
from jdgen.formats.boards.pay import amount
from jdgen.formats.boards.sites import country_names, sites
from jdgen.formats.boards.text import as_json

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jdgen.documents.document import Document
    from jdgen.role.job import Job, Range, Region

LAST_HOUR = dt.timedelta(days=1, hours=12)
"""From the beginning of a day in UTC to its end in the last time zone."""


def to_linkedin(document: Document) -> bytes:
    """Returns the request's body as JSON."""
    return as_json({"elements": [_element(document)]})


def _element(document: Document) -> dict[str, Any]:
    role, job = document.role, document.role.job
    element = {
        "integrationContext": f"urn:li:organization:{job.accounts.linkedin_company}",
        "externalJobPostingId": job.reference,
        "jobPostingOperationType": words("linkedin", "jobPostingOperationType")["create"],
        "listingType": words("linkedin", "listingType")["free"],
        "availability": words("linkedin", "availability")["public"],
        "title": role.title,
        "description": _description(document),
        "companyApplyUrl": role.apply_url,
        "posterEmail": job.accounts.linkedin_email,
        "listedAt": job.posted and _milliseconds(job.posted, dt.timedelta()),
        "expireAt": job.closes and _milliseconds(job.closes, LAST_HOUR),
        **_places(job),
        "employmentStatus": words("linkedin", "employmentStatus").get(job.employment_type),
        "compensation": job.pay and {"compensations": [_compensation(job.pay, job.paid_by)]},
    }
    return {name: value for name, value in element.items() if value}


def too_long(document: Document) -> Iterator[tuple[str, str]]:
    """Yields what is over or under a limit, each with the field that the text comes from."""
    role, job = document.role, document.role.job
    found = {
        "title": too_much("linkedin", "LinkedIn", "title", len(role.title)),
        "reference": too_much("linkedin", "LinkedIn", "externalJobPostingId", len(job.reference)),
        "locations": too_much("linkedin", "LinkedIn", "alternateLocations", len(_names(job))),
        "profile": too_much("linkedin", "LinkedIn", "description", len(_description(document)))
        or too_little("linkedin", "LinkedIn", "description", len(plain(blocks(document)))),
    }
    return ((field, message) for field, message in found.items() if message)


def _description(document: Document) -> str:
    return Dialect(tags("linkedin")).html(blocks(document))


def _places(job: Job) -> dict[str, Any]:
    names = _names(job)
    return {
        "location": next(iter(names), None),
        "alternateLocations": names if len(names) > 1 else None,
        "workplaceTypes": [words("linkedin", "workplaceTypes")[job.remote]] if job.remote else None,
    }


def _names(job: Job) -> list[str]:
    """Returns the places as the board takes them: remote work by country alone, all else by town or postal code."""
    if job.remote == "full":
        return list(country_names(job))
    return list(dict.fromkeys(map(_name, sites(job))))


def _name(site: Region) -> str:
    return site.name if site.city else f"{site.postal_code}, {site.country}"


def _compensation(pay: Range, paid_by: str) -> dict[str, Any]:
    low, high = ({"amount": amount(it), "currencyCode": pay.currency} for it in (pay.low, pay.high))
    return {
        "period": words("linkedin", "compensation.period")[pay.period],
        "type": words("linkedin", "compensation.type")[paid_by],
        "value": {"exactAmount": low} if low == high else {"range": {"start": low, "end": high}},
    }


def _milliseconds(day: dt.date, after: dt.timedelta) -> int:
    midnight = dt.datetime(day.year, day.month, day.day, tzinfo=dt.UTC)
    return int((midnight + after).timestamp()) * 1000

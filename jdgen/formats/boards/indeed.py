"""Indeed: an XML feed with a job for each place.

Without `lastBuildDate`: the board does not ask for it, and a clock would make the same input give other bytes.
"""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit, urlunsplit

from jdgen.formats.boards.blocks import blocks
from jdgen.formats.boards.dialect import Dialect
from jdgen.formats.boards.limits import tags, words
from jdgen.formats.boards.pay import amount
from jdgen.formats.boards.sites import region_sign, sites
from jdgen.formats.boards.text import cdata

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from re import Match

    from jdgen.documents.document import Document
    from jdgen.role.job import Job, Range, Region

TAG = re.compile(r"<(?=[A-Za-z/!?])")
ENTITY = re.compile(r"&(#?\w+;?)")
NO_WORD = re.compile(r"[^\w.]+")

DOLLARS = {"AU": "AUD", "CA": "CAD", "HK": "HKD", "NZ": "NZD", "SG": "SGD", "US": "USD"}
"""Whose dollars `$` means, by country."""
SIGNS = {
    "EUR": "€",
    "GBP": "£",
    "INR": "₹",
    "ILS": "₪",
    "KRW": "₩",
    "UAH": "₴",
    "VND": "₫",
    "NGN": "₦",
    "PHP": "₱",
}
"""Signs of one currency alone."""


def to_indeed(document: Document) -> bytes:
    """Returns the feed."""
    accounts = document.role.job.accounts
    head = {"publisher": accounts.publisher, "publisherurl": accounts.publisher_url}
    parts = [*_elements({name: value for name, value in head.items() if value}, "  ")]
    for site in sites(document.role.job):
        parts += ["  <job>", *_elements(_job(document, site), "    "), "  </job>"]
    body = "\n".join(parts)
    return f'<?xml version="1.0" encoding="utf-8"?>\n<source>\n{body}\n</source>\n'.encode()


def _elements(values: Mapping[str, str], indent: str) -> Iterator[str]:
    return (f"{indent}<{name}>{cdata(value)}</{name}>" for name, value in values.items())


def _job(document: Document, site: Region) -> dict[str, str]:
    role, job = document.role, document.role.job
    return {
        "title": literal(role.title),
        "date": str(job.posted or ""),
        "referencenumber": reference(job, site),
        "requisitionid": literal(job.reference),
        "url": tracked(job.page),
        "company": literal(role.company.name),
        "sourcename": literal(role.company.name),
        **_place(job, site),
        "email": job.accounts.indeed_email or role.apply_email,
        "description": Dialect(tags("indeed"), literal).html(blocks(document)),
        "salary": salary(job.pay, site.country) if job.pay else "",
        "education": _education(job),
        "experience": f"{job.months // 12}+ years" if job.months else "",
        "jobtype": words("indeed", "jobtype").get(job.employment_type, ""),
        "expirationdate": str(job.closes or ""),
        "remotetype": _remote_type(job, site),
    }


def literal(text: str) -> str:
    """Returns text that HTML reads as it stands: the board takes no entities, so what would be a tag or one gets a space."""
    return ENTITY.sub(_apart, TAG.sub("< ", text))


def _apart(found: Match[str]) -> str:
    return found[0] if html.unescape(found[0]) == found[0] else f"& {found[1]}"


def reference(job: Job, site: Region) -> str:
    """Returns the number of the job at one place; it stays the same when another place is added."""
    town = "remote" if job.remote == "full" else site.city
    place = " ".join((site.country, region_sign(site), town))
    return f"{job.reference}-{NO_WORD.sub('-', place.casefold()).strip('-')}"


def tracked(page: str) -> str:
    """Returns the posting's address with the source by which clicks from the board are known."""
    parts = urlsplit(page)
    query = "&".join(part for part in (parts.query, "source=Indeed") if part)
    return urlunsplit(parts._replace(query=query)) if page else ""


def _place(job: Job, site: Region) -> dict[str, str]:
    remote = job.remote == "full"
    return {
        "city": words("indeed", "city")["full"] if remote else literal(site.city),
        "state": literal(region_sign(site)),
        "country": site.country,
        "postalcode": "" if remote else literal(site.postal_code),
        "streetaddress": "" if remote else literal(site.street),
    }


def salary(pay: Range, country: str) -> str:
    """Returns `$235000 - $275000 per year`, or the currency's code where its sign would not be clear in the country."""
    known = "$" if DOLLARS.get(country) == pay.currency else SIGNS.get(pay.currency)
    sign = known or f"{pay.currency} "
    ends = " - ".join(f"{sign}{amount(it)}" for it in dict.fromkeys((pay.low, pay.high)))
    return f"{ends} {words('indeed', 'salary')[pay.period]}"


def _education(job: Job) -> str:
    """Returns the degree, unless experience is as good: then the description alone can say it."""
    return "" if job.experience_counts else words("indeed", "education").get(job.degree, "")


def _remote_type(job: Job, site: Region) -> str:
    """Returns how far the work is remote; a job that is open to one state only is not shown nationwide."""
    narrow = job.remote == "full" and site.region
    return "" if narrow else words("indeed", "remotetype").get(job.remote, "")

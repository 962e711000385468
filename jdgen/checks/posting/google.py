"""Rules of Google's job search that a posting keeps or breaks whether its markup is made already or not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jdgen.checks.posting.markup import found, there
from jdgen.checks.posting.required import is_draft, required
from jdgen.checks.posting.rule import Fault, rule
from jdgen.checks.posting.scripts import day_of, offers, values

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    from jdgen.checks.posting.posting import Posting

REMOTE = (
    "100%", "100 %", "100 percent", "fully remote", "entirely remote", "completely remote", "vollständig remote",
    "entièrement à distance", "100 prozent", "100 pour cent",
)  # fmt: skip
"""How a posting says that nobody has to come to an office."""


@rule("google-required-missing")
def required_fields(posting: Posting) -> Iterator[Fault]:
    """Yields each field without which there is no markup, and each required property that markup lacks."""
    for it in () if is_draft(posting) else required(posting.job):
        message = f"job search needs {it.what}: write {it.write}"
        yield Fault(posting.company_place(it.field), message, it.field)
    for offer in offers(posting.markup):
        for name in _lacking(offer):
            yield Fault(there(posting), f"the markup lacks {name}: Google shows no posting without it", name)


def _lacking(offer: Mapping[str, Any]) -> Iterator[str]:
    for path in (("title",), ("description",), ("datePosted",), ("hiringOrganization", "name")):
        if not any(values(offer, *path)):
            yield ".".join(path)
    remote = offer.get("jobLocationType") == "TELECOMMUTE" and offer.get("applicantLocationRequirements")
    if not (offer.get("jobLocation") or remote):
        yield "jobLocation"


@rule("google-remote-incomplete")
def remote(posting: Posting) -> Iterator[Fault]:
    """Yields what fully remote work lacks: its mark, a country, or that the posting says so."""
    if posting.job.remote != "full":
        return
    if not any(it in posting.text.casefold() for it in REMOTE):
        message = "the work is fully remote, and the posting does not say so: print `role.facts`, or write “100% remote”"
        yield Fault(posting.company_place("remote"), message)
    for offer in offers(posting.markup):
        if offer.get("jobLocationType") != "TELECOMMUTE":
            yield Fault(
                there(posting), "the work is fully remote: give jobLocationType the value TELECOMMUTE"
            )
        areas = values(offer, "applicantLocationRequirements", "name")
        if not any(areas) and not any(values(offer, "jobLocation", "address", "addressCountry")):
            message = (
                "fully remote work needs a country to work from: write `remote_places` in the company file"
            )
            yield Fault(posting.company_place("remote_places"), message)


@rule("google-date")
def dates(posting: Posting) -> Iterator[Fault]:
    """Yields days that are none, or in the wrong order."""
    job, today = posting.job, posting.today
    for name in ("datePosted", "validThrough"):
        for value in found(posting, name):
            if day_of(value) is None:
                yield Fault(there(posting), f"{name} is '{value}': write it as 2027-01-31", name)
    starts = [it for it in (job.posted, *map(day_of, found(posting, "datePosted"))) if it]
    ends = [it for it in (job.closes, *map(day_of, found(posting, "validThrough"))) if it]
    if starts and ends and min(ends) < max(starts):
        message = f"the last day to apply, {min(ends)}, lies before the day of posting, {max(starts)}"
        yield Fault(posting.company_place("closing_date"), message)
    if ends and min(ends) < today:
        message = f"the last day to apply, {min(ends)}, is over on {today}: set `closing_date`, or take the posting down"
        yield Fault(posting.company_place("closing_date"), message)
    if job.posted and job.posted > today:
        message = (
            f"the day of posting, {job.posted}, is still to come on {today}: publish the markup on that day"
        )
        yield Fault(posting.company_place("posted"), message, severity="warning")


@rule("google-expired")
def expired(posting: Posting) -> Iterator[Fault]:
    """Yields a fault where nobody can apply any more."""
    if posting.job.closes and posting.job.closes < posting.today:
        message = f"applications closed on {posting.job.closes}: take the page or its markup down; Google penalises postings that stay"
        yield Fault(posting.company_place("closing_date"), message)

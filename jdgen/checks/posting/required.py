"""What markup of a posting cannot do without: Google's required fields, of which a half markup would be refused."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from jdgen.errors import in_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jdgen.checks.posting.posting import Posting
    from jdgen.role.job import Job


class Required(NamedTuple):
    """A field of the company file that is missing, or that says nothing to a machine."""

    field: str
    """Its name."""
    what: str
    """What it says, in words."""
    write: str
    """The line to write."""


POSTED = Required("posted", "the day of the first posting", "posted: 2026-11-22")
PLACE = Required(
    "locations", "the place of work", "locations: [{city: Denver, region: Colorado, country: US}]"
)
AREA = Required("remote_places", "the countries or states to work from", "remote_places: [United States]")


def required(job: Job) -> tuple[Required, ...]:
    """Returns what markup of `job` needs and the company file does not give.

    Source: Google Search Central, "Job posting (JobPosting) structured data", required properties, as of 2025-12-18.
    Title, description and employer are always known: an employer without a name is called confidential, as Google asks.
    """
    return tuple(_required(job))


def is_draft(posting: Posting) -> bool:
    """Returns whether nothing is known of the vacancy yet, so that nothing can be amiss: not who hires, not where, not when."""
    job = posting.job
    return not (posting.role.company.name or job.places or job.remote or job.posted)


def _required(job: Job) -> Iterator[Required]:
    if job.posted is None:
        yield POSTED
    if job.remote != "full":
        if not job.places:
            yield PLACE
        return
    unknown = [f"“{place.name}”" for place in job.remote_places if not place.country]
    if unknown:
        what = f"the country of {in_words(unknown, 'and')}"
        yield Required(
            "remote_places", what, "countries by name or code, states as `remote_places: ['Colorado, US']`"
        )
    elif not (job.remote_places or job.places):
        yield AREA

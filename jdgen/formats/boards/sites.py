"""The places under which boards file a posting, and what they call them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jdgen.schema.countries import COUNTRIES
from jdgen.schema.regions import REGIONS

if TYPE_CHECKING:
    from jdgen.role.job import Job, Region


def sites(job: Job) -> tuple[Region, ...]:
    """Returns the places of work; for fully remote work, the places from which it is possible.

    Where those are not said, they are the countries of the company's places: an office limits nobody's home.
    """
    if job.remote != "full":
        return job.places
    countries = (
        it._replace(region="", code="", city="", postal_code="", street="", name=COUNTRIES[it.country])
        for it in job.places
    )
    return job.remote_places or tuple(dict.fromkeys(countries))


def region_sign(site: Region) -> str:
    """Returns a state or province as addresses have it: `CO`, or as it is written where no code is known."""
    return site.code.partition("-")[2] or site.region


def lacks_region(site: Region) -> bool:
    """Returns whether a place lies in a country of states and does not say in which."""
    return site.country in REGIONS and not site.region


def country_names(job: Job) -> tuple[str, ...]:
    """Returns the countries of the sites by name, each once."""
    return tuple(dict.fromkeys(COUNTRIES[it.country] for it in sites(job) if it.country))

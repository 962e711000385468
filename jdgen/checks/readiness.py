"""What public documents still lack before they can go out, and the line that supplies it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from jdgen.schema import Company

WANTED = {
    "name": "the company's name",
    "about": "what the company does, in two or three sentences",
    "locations": "[{city: Denver, region: Colorado, country: US}]",
    "remote": "onsite, hybrid or full",
    "employment_type": "full_time",
    "salary": "{low: 180000, high: 220000, currency: USD}",
    "benefits": "[health insurance, pension, paid leave]",
    "outcomes": "three to eight results of the first year, one a line",
    "apply": "{url: https://example.com/jobs}",
    "posted": "2026-11-22, the day of the first posting",
    "closing_date": "2027-01-31, or ongoing",
    "accommodation": "{name: Jo Doe, email: people@example.com}",
}
"""Fields of the company file that a published posting needs, each with what to write."""


GUIDE_WANTED = {"records": "{months: 12, contact: privacy@example.com}"}
"""What a candidate guide needs besides."""


class Missing(NamedTuple):
    """A field to fill in."""

    field: str
    write: str


def missing(company: Company, *, posting: bool = True, guide: bool = False) -> tuple[Missing, ...]:
    """Returns the fields that a posting, or a candidate guide, needs and the company file does not give."""
    wanted = (WANTED if posting else {}) | (GUIDE_WANTED if guide else {})
    return tuple(Missing(field, write) for field, write in wanted.items() if not getattr(company, field))

"""Rules about equal treatment: what a posting says to everyone, and what it must not ask."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jdgen.checks.posting.rule import Fault, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jdgen.checks.posting.posting import Posting


@rule("ada-accommodation")
def accommodation_without_contact(posting: Posting) -> Iterator[Fault]:
    """Yields a fault where a posting for the United States names nobody to ask for an adjustment."""
    if not any(it.country == "US" for it in (*posting.job.places, *posting.job.remote_places)):
        return
    if posting.resolved.company.accommodation is None or not posting.shows("accommodation"):
        message = "the posting names nobody to ask for an adjustment: give `accommodation` a name and an e-mail address or a number"
        yield Fault(posting.company_place("accommodation"), message)


@rule("503-vevraa")
def contractor_statement(posting: Posting) -> Iterator[Fault]:
    """Yields a fault where a contractor of the US government does not name disability and veteran status."""
    said = posting.text.casefold()
    if posting.resolved.company.federal_contractor and not (
        "disabilit" in said and "protected veteran" in said
    ):
        message = "a federal contractor's posting names disability and protected-veteran status: print `role.notices` in the template"
        yield Fault(posting.company_place("federal_contractor"), message)

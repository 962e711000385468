"""What boards need and a company file does not give; nothing is filled in for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from jdgen.errors import in_words
from jdgen.formats.boards.indeed import reference
from jdgen.formats.boards.sites import lacks_region, sites

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from jdgen.role.model import Role


class Need(NamedTuple):
    """A field of the company file that boards do not do without."""

    field: str
    write: str
    boards: tuple[str, ...]
    given: Callable[[Role], object]


NEEDS = (
    Need("name", "Acme", ("indeed",), lambda role: role.company.name),
    Need(
        "posted", "2026-11-22", ("google", "linkedin", "indeed", "greenhouse"),
        lambda role: role.job.posted,
    ),
    Need("reference", "CPO-7", ("linkedin", "indeed", "greenhouse"), lambda role: role.job.reference),
    Need("page", "https://example.com/jobs/cpo", ("indeed", "greenhouse", "lever"), lambda role: role.job.page),
    Need("apply.url", "https://example.com/jobs/cpo/apply", ("linkedin", "lever"), lambda role: role.apply_url),
    Need(
        "boards.linkedin.company_id", "1234567", ("linkedin",), lambda role: role.job.accounts.linkedin_company
    ),
    Need(
        "boards.indeed.email", "jobs@example.com", ("indeed",),
        lambda role: role.job.accounts.indeed_email or role.apply_email,
    ),
    Need(
        "remote_places", "[United States]", ("google", "linkedin", "indeed", "greenhouse", "lever"),
        lambda role: role.job.remote != "full" or sites(role.job),
    ),
    Need(
        "locations", "[{city: Denver, region: Colorado, country: US}]",
        ("google", "linkedin", "indeed", "greenhouse", "lever"), lambda role: role.job.remote == "full" or role.job.places,
    ),
)  # fmt: skip


def missing(role: Role, boards: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yields what is missing for any of the boards, with the field of the company file that would supply it."""
    boards = tuple(boards)
    for need in NEEDS:
        asking = [name for name in boards if name in need.boards]
        if asking and not need.given(role):
            yield need.field, f"{_need(asking)} {need.field}: {need.write}"
    yield from _vague(role, boards)
    if "indeed" in boards:
        yield from _alike(role)


def _vague(role: Role, boards: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Yields places that are said less exactly than a board files a job."""
    if role.job.remote == "full":
        yield from _unknown(role, boards)
        return
    for number, site in enumerate(role.job.places):
        here = f"locations.{number}"
        towns = [name for name in boards if name == "indeed" or (name == "linkedin" and not site.postal_code)]
        if towns and not site.city:
            yield (
                here,
                f"{_need(towns)} the city of {site.name}: {{city: Denver, region: Colorado, country: US}}",
            )
        if "indeed" in boards and lacks_region(site):
            yield (
                here,
                f"indeed needs the region of {site.name}: {{city: Denver, region: Colorado, country: US}}",
            )


def _unknown(role: Role, boards: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    filing = [name for name in boards if name in {"google", "linkedin", "indeed", "lever"}]
    for number, site in enumerate(role.job.remote_places):
        if filing and not site.country:
            message = f"{_need(filing)} a country it knows: '{site.name}' is none; write it as Germany, or as Colorado, US"
            yield f"remote_places.{number}", message


def _alike(role: Role) -> Iterator[tuple[str, str]]:
    """Yields places that would be the same job twice."""
    seen: set[str] = set()
    for number, site in enumerate(sites(role.job)):
        mark = reference(role.job, site)
        if mark in seen:
            field = "remote_places" if role.job.remote == "full" else "locations"
            message = f"indeed-reference: indeed takes one job for each place, and {site.name} is there already: keep one"
            yield f"{field}.{number}", message
        seen.add(mark)


def _need(boards: list[str]) -> str:
    return f"{in_words(boards, 'and')} need{'s' if len(boards) == 1 else ''}"

"""Which laws on pay disclosure speak to a posting: by where the work is done, and by how many people the company employs."""

from __future__ import annotations

import datetime as dt
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from jdgen.checks.posting.data import table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jdgen.checks.finding import Severity
    from jdgen.checks.posting.posting import Posting
    from jdgen.role.job import Region
    from jdgen.schema.company import Company

EU = frozenset(
    "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK".split()  # noqa: SIM905 - a list of codes reads best so
)
"""Member states, as ISO 3166-1 codes."""

NOTICE = dt.timedelta(days=90)
"""How long before its first day a law is announced."""

AGE = dt.timedelta(days=180)
"""How long a row that was verified is taken as it stands."""


class Law(NamedTuple):
    """A row of pay.json; what is left out there is empty here."""

    id: str
    """Its name in findings: `US-CO`."""
    law: str
    """The law's name."""
    reach: tuple[str, ...]
    """What it follows: `work` (the place of work), `remote` (where remote work is possible), `office`, `employer`; none: nothing is asked."""
    shows: tuple[str, ...]
    """What the posting must show."""
    country: str = ""
    """ISO 3166-1 code, or `EU`."""
    region: str = ""
    """ISO 3166-2 code of the state or province."""
    cities: tuple[str, ...] = ()
    """The towns it holds in, in small letters; none: it holds everywhere in its region."""
    effective: str = ""
    """Since when it holds, as its source says it."""
    effective_from: str = ""
    """The first day; where only the year or month is known, the first of it."""
    effective_to: str = ""
    """The last day."""
    enforced_from: str = ""
    """The day from which a breach has consequences, where that is later."""
    threshold: str = ""
    """From how many people on it holds, in words."""
    people: int = 0
    """The least number of people employed."""
    counted: str = "company"
    """Where they are counted: in the `company`, or `here`."""
    here: int = 0
    """How many of the company's people must be here besides."""
    applies: str = ""
    """To which postings it applies, in words."""
    remote_unclear: bool = False
    """Whether it is open that remote work is meant."""
    must_show: tuple[str, ...] = ()
    """What the posting must show, in words."""
    commission: str = ""
    """What it asks where pay is commission alone: a `statement`, or nothing (`exempt`)."""
    tips: str = ""
    """What it asks where there are tips."""
    off_above: tuple[int, str] | None = None
    """The pay above which its rules on pay do not apply, with currency."""
    widest: tuple[int, str] | None = None
    """The widest range in a year, with currency."""
    later: str = ""
    """What it asks after the posting."""
    note: str = ""
    """What else is worth knowing."""
    penalty: str = ""
    """What follows a breach."""
    source: str = ""
    """Where it was read."""
    mark: str = "S"
    """`V`: primary text; `S`: secondary source; `M`: not verified, advice at most."""
    verified_on: str = ""
    """The day on which that was."""

    def in_force(self, day: dt.date) -> bool:
        """Returns whether it holds on a day."""
        today = day.isoformat()
        return self.effective_from <= today <= (self.effective_to or today)


class Duty(NamedTuple):
    """A law that speaks to a posting."""

    law: Law
    sure: bool
    """Whether all is known that it depends on."""
    doubt: str
    """What is not known, where something is not."""


@cache
def laws() -> tuple[Law, ...]:
    """Returns all rows."""
    return tuple(_law(row) for row in table("pay"))


def _law(row: dict[str, Any]) -> Law:
    lists = {name: tuple(it) for name, it in row.items() if isinstance(it, list)}
    limits = {name: (it["amount"], it["currency"]) for name, it in row.items() if isinstance(it, dict)}
    return Law(**(row | lists | limits))


def duties(posting: Posting) -> tuple[Duty, ...]:
    """Returns the laws in force that speak to a posting."""
    return tuple(_duties(posting, [it for it in laws() if it.in_force(posting.today)]))


def upcoming(posting: Posting) -> tuple[Law, ...]:
    """Returns the laws that will speak to a posting within the time of notice."""
    soon = (posting.today + NOTICE).isoformat()
    coming = [it for it in laws() if posting.today.isoformat() < it.effective_from <= soon]
    return tuple(it.law for it in _duties(posting, coming))


def _duties(posting: Posting, rows: list[Law]) -> Iterator[Duty]:
    company = posting.resolved.company
    work, remote = workplaces(posting)
    offices = posting.job.places
    for law in rows:
        present = [it for it in (*work, *offices) if _within(law, it, anywhere=False)]
        touched = (
            ("work" in law.reach and any(_within(law, it, anywhere=False) for it in work))
            or ("remote" in law.reach and any(_within(law, it, anywhere=True) for it in remote))
            or ("office" in law.reach and bool(present))
            or ("employer" in law.reach and (bool(present) or (_people_here(company, law) or 0) > 0))
        )
        if touched and (doubt := _doubt(company, law, here=bool(present))) is not None:
            unclear = law.remote_unclear and not present and "whether it means remote work is open"
            doubt = doubt or unclear or ""
            yield Duty(law, not doubt, doubt)


def workplaces(posting: Posting) -> tuple[tuple[Region, ...], tuple[Region, ...]]:
    """Returns the places of work, and those from which it may be done remotely; a country alone stands for all of it."""
    job = posting.job
    if job.remote != "full":
        return job.places, ()
    if job.remote_places:
        return (), job.remote_places
    countries = {it.country: it for it in reversed(job.places)}
    return (), tuple(it._replace(region="", code="", city="", name="") for it in countries.values())


def work_regions(posting: Posting) -> tuple[Region, ...]:
    """Returns every place from which the work may be done."""
    work, remote = workplaces(posting)
    return (*work, *remote)


def _within(law: Law, place: Region, *, anywhere: bool) -> bool:
    """Returns whether a place lies where the law holds; `anywhere` in a place may be chosen when work is remote."""
    if law.country == "EU":
        return place.country in EU
    if law.country != place.country:
        return False
    if law.region and law.region != place.code:
        return anywhere and not place.code
    return not law.cities or place.city.casefold() in law.cities or (anywhere and not place.city)


def _people_here(company: Company, law: Law) -> int | None:
    """Returns how many people are employed where the law holds, if that is known."""
    counts = company.headcount_in
    if law.id in counts:
        return counts[law.id]
    return counts.get(law.region) if law.region and not law.cities else None


def _doubt(company: Company, law: Law, *, here: bool) -> str | None:
    """Returns what is not known of the threshold, an empty text where it is met for sure, or None where it is not met."""
    counts = company.headcount_in
    total = company.headcount or (sum(counts.values()) if counts else None)
    local = _people_here(company, law)
    if local is None and here and max(law.here, law.people * (law.counted == "here")) == 1:
        local = 1  # the person to be hired
    if law.counted == "company":
        if total is None and law.people > 1:
            return "how many people the company employs (`headcount`)"
        if total is not None and total < law.people:
            return None
    asked = law.people if law.counted == "here" else law.here
    if local is None and asked:
        few = total is not None and total < asked
        return None if few else f"how many people it employs there (`headcount_in: {{{law.id}: ...}}`)"
    return None if asked and (local or 0) < asked else ""


def severity_of(posting: Posting, duty: Duty) -> Severity:
    """Returns how much it matters that a duty is not met: less where something is not known, nobody verified it, or nobody enforces it yet."""
    if duty.law.mark == "M":
        return "info"
    delayed = duty.law.enforced_from > posting.today.isoformat()
    return "error" if duty.sure and not delayed else "warning"


def in_doubt(duty: Duty) -> str:
    """Returns what a message says of the things that are not known."""
    return f"; whether it applies depends on {duty.doubt}" if duty.doubt else ""

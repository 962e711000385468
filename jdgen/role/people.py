"""Who sits on which seat: people of the company, and of the vacancy where it names others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jdgen.language import filled

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping

    from jdgen.role.resolution import Resolved
    from jdgen.schema import Profile
    from jdgen.schema.vacancy import Vacancy


def seated(resolved: Resolved, vacancy: Vacancy | None) -> Resolved:
    """Returns the role with the vacancy's people on their seats; seats that it does not name keep the company's."""
    if vacancy is None or not vacancy.people:
        return resolved
    company = resolved.company
    people = {**company.people, **vacancy.people}
    return resolved._replace(company=company.model_copy(update={"people": people}))


def labels(profile: Profile, people: Mapping[str, str]) -> dict[str, str]:
    """Returns what documents call each seat: its title, and the person beside it where one is named."""
    return {
        seat: filled("{title} ({person})", {"title": title, "person": people[seat]})
        if seat in people
        else title
        for seat, title in profile.plan.seats.items()
    }


def occupant(people: Mapping[str, str], seat: str) -> str:
    """Returns the person on a seat, so written that one name is one person; where nobody is named, something of the seat's own.

    A person sits on several seats in a small company, and several ratings by one person are one voice.
    """
    # No name begins with a space once it is split and joined, so an empty seat is never taken for a person.
    return " ".join(people[seat].casefold().split()) if seat in people else f" {seat}"


def different(people: Mapping[str, str], seats: Iterable[str]) -> int:
    """Returns how many different people sit on the seats."""
    return len({occupant(people, seat) for seat in seats})


def trained_on(people: Mapping[str, str], trained: Mapping[str, dt.date], seat: str) -> dt.date | None:
    """Returns when the person on a seat was first trained, on whichever of the person's seats it is recorded.

    A day without a person is nobody's training.
    """
    own = [other for other in people if occupant(people, other) == occupant(people, seat)]
    return min((trained[other] for other in own if other in trained), default=None)

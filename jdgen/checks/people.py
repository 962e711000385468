"""Rules about people on seats; they stop the interview kit, and leave the posting alone."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from jdgen.checks.rule import rule
from jdgen.errors import did_you_mean
from jdgen.role.people import different, occupant, seated
from jdgen.role.sessions import raters

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from jdgen.checks.finding import Finding
    from jdgen.checks.rule import Fault
    from jdgen.errors import Place
    from jdgen.role.resolution import Resolved
    from jdgen.schema import Profile
    from jdgen.schema.vacancy import Vacancy
    from jdgen.source import Node


class Seating(NamedTuple):
    """The seats of a role, and who sits there."""

    role: Resolved
    """The role, with the people of company and vacancy together."""
    vacancy: Vacancy | None
    """The vacancy, where there is one."""
    tree: Node | None
    """Its file."""

    @property
    def profile(self) -> Profile:
        """The role's profile."""
        return self.role.profile

    @property
    def people(self) -> Mapping[str, str]:
        """Who sits on which seat."""
        return self.role.company.people

    def in_vacancy(self, seat: str) -> bool:
        """Returns whether the person on a seat is named by the vacancy and not by the company."""
        return self.vacancy is not None and seat in self.vacancy.people

    def place(self, field: str, seat: str) -> Place:
        """Returns where the entry of a seat was written: in the vacancy, or else in the company file."""
        own = self.vacancy is not None and seat in getattr(self.vacancy, field)
        tree = self.tree if own and self.tree else self.role.company_tree
        return tree.at(field, seat).key


@rule("P01")
def unknown_seat(seating: Seating) -> Iterator[Fault]:
    """A person is named for a seat of the plan; a misspelled one would leave the seat empty in silence.

    A seat of the company file that resembles none of this role may be one of another role.
    """
    seats = seating.profile.plan.seats
    for seat in seating.people:
        if seat not in seats:
            hint = did_you_mean(seat, seats)
            if hint or seating.in_vacancy(seat):
                yield (
                    ("people", seat),
                    f"'{seat}' is no seat of the plan; seats are {', '.join(seats)}.{hint}",
                )


@rule("P02", "Campion, Palmer & Campion 1997")
def twice_in_a_session(seating: Seating) -> Iterator[Fault]:
    """A session with two seats has two people in it: one person cannot ask, note and rate for both."""
    for session in seating.profile.plan.sessions.values():
        for first, second in _doubles(seating, session.seats):
            message = (
                f"{seating.people[second]} sits on '{first}' and '{second}' in the session '{session.title}': "
                "name a different person for one of them"
            )
            yield ("people", second), message


@rule("P03", "Conway, Jako & Goodman 1995")
def too_few_people(seating: Seating) -> Iterator[Fault]:
    """Two seats of one person are one opinion: each competency is rated by different people."""
    least = seating.profile.scoring.min_raters
    for name in seating.profile.competencies:
        seats = raters(seating.profile, name)
        people = different(seating.people, seats)
        doubles = list(_doubles(seating, seats))
        if doubles and people < least:
            first, second = doubles[0]
            message = (
                f"'{name}' is rated by {people} different {'person' if people == 1 else 'people'}, not {least}: "
                f"name someone else for '{first}' or '{second}'"
            )
            yield ("people", second), message


@rule("P04")
def training_of_nobody(seating: Seating) -> Iterator[Fault]:
    """A day of training is one person's: it says nothing about a seat that is unknown or empty."""
    seats = seating.profile.plan.seats
    for seat in seating.vacancy.trained if seating.vacancy else ():
        if seat not in seats:
            yield ("trained", seat), f"'{seat}' is no seat of the plan.{did_you_mean(seat, seats)}"
        elif seat not in seating.people:
            message = f"nobody sits on '{seat}': name the person who was trained under `people`, or take the day out"
            yield ("trained", seat), message


RULES = (unknown_seat, twice_in_a_session, too_few_people, training_of_nobody)
"""In the order of their codes."""


def check(role: Resolved, vacancy: Vacancy | None = None, tree: Node | None = None) -> list[Finding]:
    """Returns what is wrong with the people of the company file and of a vacancy, whose file is `tree`."""
    seating = Seating(seated(role, vacancy), vacancy, tree)
    found = set(chain.from_iterable(rule(seating, seating.place) for rule in RULES))
    return sorted(found, key=lambda finding: (finding.place, finding.code, finding.message))


def _doubles(seating: Seating, seats: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yields pairs of seats on which one person sits: the first seat of the person, and each further one."""
    first: dict[str, str] = {}
    for seat in dict.fromkeys(seats):
        before = first.setdefault(occupant(seating.people, seat), seat)
        if before != seat:
            yield before, seat

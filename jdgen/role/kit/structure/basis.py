"""What the points of the structure report rest on."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from jdgen.language import joined
from jdgen.role.sessions import rated

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping

    from jdgen.language import Language
    from jdgen.schema import Profile
    from jdgen.schema.competency import Question
    from jdgen.schema.plan import Session

MET, IN_PART, MISSING = 2, 1, 0
"""Points of a component."""


class Verdict(NamedTuple):
    """The points of a component."""

    points: int
    """0, 1 or 2."""
    because: str
    """What they rest on."""
    remedy: str = ""
    """How to get the missing ones."""


class Basis(NamedTuple):
    """A role and its vacancy, as far as the components ask about them."""

    profile: Profile
    """The role."""
    fingerprint: str
    """Its fingerprint."""
    people: Mapping[str, str]
    """Who sits on which seat."""
    trained: Mapping[str, dt.date]
    """When the person on a seat was trained, as the vacancy has it."""
    debrief: dt.date | None
    """When the panel meets; training after it comes too late."""
    say: Language
    """The language of the report."""

    @property
    def questions(self) -> list[Question]:
        """All questions of the role."""
        return [question for it in self.profile.competencies.values() for question in it.questions.values()]

    @property
    def rated(self) -> list[Session]:
        """The sessions in which competencies are rated."""
        return [it for it in self.profile.plan.sessions.values() if rated(self.profile, it)]

    @property
    def raters(self) -> list[str]:
        """The seats that rate, in the order of the plan."""
        rating = set(chain.from_iterable(session.seats for session in self.rated))
        return [seat for seat in self.profile.plan.seats if seat in rating]

    def titles(self, seats: Iterable[str]) -> str:
        """Returns the titles of seats, apart by semicolons because a title may hold a comma."""
        return joined(self.say("; "), [self.profile.plan.seats[seat] for seat in seats])

    def names(self, competencies: Iterable[str]) -> str:
        """Returns the names of competencies in words."""
        return self.say.both([self.profile.competencies[it].name for it in competencies])


def graded(points: int, because: str, remedy: str) -> Verdict:
    """Returns a verdict; the remedy only where points are missing."""
    return Verdict(points, because, remedy if points < MET else "")

"""What a packet is made of, and what its ids are called."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from jdgen.role.people import labels
from jdgen.role.rule import shown
from jdgen.role.wording import sentence
from jdgen.scoring.requirements import MEETS

if TYPE_CHECKING:
    from jdgen.intake import Intake
    from jdgen.role.kit import Kit
    from jdgen.role.resolution import Resolved
    from jdgen.schema import Profile
    from jdgen.schema.vacancy import Vacancy
    from jdgen.scoring import Comparison
    from jdgen.scoring.candidate import Assessed

WORDS, WHOLE = 9, 11
"""Words of a requirement that are enough to know it by, and how many are not worth a cut."""

ALPHABET = 26


class Ground(NamedTuple):
    """What a packet is made of."""

    resolved: Resolved
    """The role, the vacancy's people on its seats."""
    kit: Kit
    """Its interview kit."""
    vacancy: Vacancy
    """The opening."""
    intake: Intake
    """What came in."""
    comparison: Comparison
    """The results of the candidates whose cards are all locked."""

    @property
    def profile(self) -> Profile:
        """The role's profile."""
        return self.resolved.profile

    @property
    def questions(self) -> set[str]:
        """The ids of all questions; what else is rated is rated on the case."""
        return {name for it in self.profile.competencies.values() for name in it.questions}

    @property
    def in_order(self) -> tuple[Assessed, ...]:
        """The candidates by band from the best, inside a band by code; then those who are not ranked."""
        places = {code: place for place, it in enumerate(self.comparison.bands) for code in it.codes}
        last = len(places)
        return tuple(
            sorted(self.comparison.candidates, key=lambda it: (places.get(it.code, last), _end(it), it.code))
        )

    def band(self, code: str) -> str:
        """Returns the letter of a candidate's band, or an empty text."""
        for place, it in enumerate(self.comparison.bands):
            if code in it.codes:
                return letter(place)
        return ""

    def competency(self, name: str) -> str:
        """Returns what a competency is called."""
        return self.profile.competencies[name].name

    def requirement(self, name: str) -> str:
        """Returns the first words of a requirement's sentence."""
        words = sentence(self.profile.requirements[name], self.profile).rstrip(".").split()
        return " ".join(words[:WORDS]).rstrip(",") + "…" if len(words) > WHOLE else " ".join(words)

    def subject(self, name: str) -> str:
        """Returns what a competency or requirement is called."""
        return self.competency(name) if name in self.profile.competencies else self.requirement(name)

    def seat(self, name: str) -> str:
        """Returns a seat's title, and the person beside it where one is named."""
        return labels(self.profile, self.resolved.company.people).get(name, name)

    def title(self, seat: str) -> str:
        """Returns a seat's title."""
        return self.profile.plan.seats.get(seat, seat)

    def session(self, name: str) -> str:
        """Returns a session's title."""
        return self.profile.plan.sessions[name].title

    def score(self, competency: str, value: Fraction) -> str:
        """Returns a score, never shown as reaching a floor, or what meets the role, that it does not reach."""
        return shown(value, *(Fraction(it) for it in (self.profile.floors.get(competency), MEETS) if it))

    def total(self, value: Fraction) -> str:
        """Returns a total, never shown as reaching a threshold that it does not reach."""
        return shown(value, self.profile.scoring.hold, self.profile.scoring.advance)


def letter(place: int) -> str:
    """Returns A, B … Z, AA, AB, as spreadsheets call their columns."""
    rest, last = divmod(place, ALPHABET)
    return (letter(rest - 1) if rest else "") + chr(ord("A") + last)


def _end(it: Assessed) -> int:
    return it.result.outcome == "not qualified"

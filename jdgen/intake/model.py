"""What came in: cards that count, files that do not, and for each candidate whose cards are still to come."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from jdgen.errors import Place, Problem
    from jdgen.schema.scorecard import Scorecard
    from jdgen.source.cards.model import Key

State = Literal["locked", "not locked", "refused", "missing"]
"""What is known of a card that is expected."""


class Handed(NamedTuple):
    """A card as it was handed in, judged by itself."""

    place: Place
    """Where it stands."""
    key: Key | None
    """Whose card it is, where it says so and is one of this vacancy."""
    card: Scorecard | None
    """The card, where its file could be read as one."""
    problems: tuple[Problem, ...]
    """Why it does not count; none if it does."""

    @property
    def is_draft(self) -> bool:
        """Whether nothing is wrong with it but that its rater has not finished."""
        return self.card is not None and not self.card.locked and len(self.problems) == 1


class Refusal(NamedTuple):
    """A card that does not count."""

    place: Place
    """Where it stands."""
    key: Key | None
    """Whose card it is, as far as that is known."""
    problems: tuple[Problem, ...]
    """Why, each with its place; none of them says a rating or what was heard."""
    is_draft: bool
    """Whether its rater has only not finished."""


class Turn(NamedTuple):
    """A card that is expected: one rater in one session with one candidate."""

    card: str
    """Session and seat, as the card's own file is called: `direction-chief`."""
    rater: str
    """The seat's title, and the person where one is named."""
    state: State
    """`locked` if it counts; else `not locked`, `refused` or `missing`."""
    files: tuple[str, ...]
    """What was handed in for it."""


class Standing(NamedTuple):
    """How far a candidate's cards have come; no rating is in it."""

    candidate: str
    """The candidate's code."""
    turns: tuple[Turn, ...]
    """Every card that is expected, in the order of the plan."""

    @property
    def waiting(self) -> tuple[Turn, ...]:
        """The cards that do not count yet."""
        return tuple(turn for turn in self.turns if turn.state != "locked")

    @property
    def is_complete(self) -> bool:
        """Whether all cards are locked; before that nothing may be shown of any of them."""
        return not self.waiting


class Intake(NamedTuple):
    """The scorecards of one vacancy."""

    cards: tuple[Scorecard, ...]
    """Those that count, by candidate, session and seat; of candidates too whose other cards are still to come."""
    refusals: tuple[Refusal, ...]
    """Those that do not, in the order of their places."""
    standings: tuple[Standing, ...]
    """The candidates, by code."""
    notices: tuple[Problem, ...]
    """What somebody should look at; it keeps no card out."""

    @property
    def shown(self) -> tuple[Scorecard, ...]:
        """The cards of candidates whose cards are all locked."""
        complete = {it.candidate for it in self.standings if it.is_complete}
        return tuple(card for card in self.cards if card.candidate in complete)

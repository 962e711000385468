"""Ratings to raters' scores (rubric 7.1 and 7.2), with what a score could still become.

A rating is a number, NA (not asked: it drops out) or missing (it will be 1 to 5, or NA). A card that is not there is a
card on which every rating is missing, so one rule covers both. The bounds put every missing rating at 1, and at 5:
whatever comes in later, a mean that it joins lies between, and so does one that it drops out of, since no mean of
ratings is below 1 or above 5. So the bounds only ever close in.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from jdgen.role.rule import mean

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from fractions import Fraction

    from jdgen.schema.scorecard import Scorecard
    from jdgen.scoring.planned import Cell

LOWEST, HIGHEST = 1, 5
"""Ends of the rating scale."""

Mark = int | Literal["NA"] | None
"""A rating as it stands on a card; None is missing."""

Cards = dict[tuple[str, str], "Scorecard"]
"""One candidate's locked cards, by session and seat."""


class RaterScore(NamedTuple):
    """What one rater says of one competency."""

    rater: str
    """The first of the person's seats in the plan."""
    seats: tuple[str, ...]
    """The seats from which the person rates this competency."""
    sessions: tuple[tuple[str, Fraction | None], ...]
    """Mean of the numeric ratings in each session; None where there is none."""
    score: Fraction | None
    """Mean over the sessions that have one; None where every rating is NA or missing."""
    low: Fraction | None
    """The score with every missing rating at 1; None where all of them are NA."""
    high: Fraction | None
    """The score with every missing rating at 5; None where all of them are NA."""
    numeric: tuple[int, ...]
    """The numeric ratings, session by session, in the order of the questions."""
    planned: int
    """How many ratings are planned."""


def in_hand(cards: Iterable[Scorecard]) -> Cards:
    """Returns one candidate's locked cards by session and seat; an open card counts as missing.

    Raises:
        ValueError: two cards are from the same seat and session, so that their order would decide.
    """
    found: Cards = {}
    for card in cards:
        if card.locked and found.setdefault((card.session, card.by.seat), card) is not card:
            raise ValueError(f"two cards of {card.candidate} from {card.by.seat} in {card.session}")
    return found


def marks(cell: Cell, cards: Cards, *, revised: bool) -> tuple[Mark, ...]:
    """Returns the ratings planned in a cell, with revisions or as they were before the debrief."""
    card = cards.get((cell.session, cell.seat))
    if card is None:
        return (None,) * len(cell.questions)
    changed = {name: it.to for name, it in card.revised.items()} if revised else {}
    return tuple(changed.get(it, card.ratings.get(it)) for it in cell.questions)


def rater_scores(cells: Iterable[Cell], cards: Cards, *, revised: bool) -> tuple[RaterScore, ...]:
    """Returns the score of each rater of a competency, in the order in which the plan names them."""
    by_rater: dict[str, list[Cell]] = {}
    for cell in cells:
        by_rater.setdefault(cell.rater, []).append(cell)
    return tuple(_rater_score(name, its, cards, revised=revised) for name, its in by_rater.items())


def _rater_score(rater: str, cells: Sequence[Cell], cards: Cards, *, revised: bool) -> RaterScore:
    sessions: dict[str, list[Mark]] = {}
    for cell in cells:
        sessions.setdefault(cell.session, []).extend(marks(cell, cards, revised=revised))
    return RaterScore(
        rater=rater,
        seats=tuple(dict.fromkeys(cell.seat for cell in cells)),
        sessions=tuple((name, _mean(its)) for name, its in sessions.items()),
        score=_over(sessions),
        low=_over(sessions, LOWEST),
        high=_over(sessions, HIGHEST),
        numeric=tuple(it for its in sessions.values() for it in _numbers(its)),
        planned=sum(map(len, sessions.values())),
    )


def _over(sessions: Mapping[str, Sequence[Mark]], missing: int | None = None) -> Fraction | None:
    """Returns the mean over sessions of each one's mean, so that a case counts as much as an interview."""
    means = [it for its in sessions.values() if (it := _mean(its, missing)) is not None]
    return mean(means) if means else None


def _mean(ratings: Iterable[Mark], missing: int | None = None) -> Fraction | None:
    numbers = list(_numbers(ratings, missing))
    return mean(numbers) if numbers else None


def _numbers(ratings: Iterable[Mark], missing: int | None = None) -> Iterator[int]:
    for rating in ratings:
        number = missing if rating is None else rating
        if isinstance(number, int):
            yield number

"""Raters' scores to the score of a competency, its gap and its interval (rubric 7.3 and 7.5)."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from jdgen.role.rule import mean
from jdgen.scoring.ratings import HIGHEST, LOWEST, marks, rater_scores

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jdgen.scoring.planned import Cell
    from jdgen.scoring.ratings import Cards, RaterScore


class Missing(NamedTuple):
    """Ratings that are planned and not there."""

    session: str
    seat: str
    questions: tuple[str, ...]
    """Those that are missing: all of them where the card is."""


class Score(NamedTuple):
    """One candidate's score of one competency."""

    competency: str
    raters: tuple[RaterScore, ...]
    """All planned raters, in the order of the plan."""
    score: Fraction | None
    """Mean over the raters who have a score; provisional where there is a gap, None where nobody has one."""
    gap: bool
    """Whether a rating is missing, or fewer raters than the rule asks for gave a number."""
    missing: tuple[Missing, ...]
    """What is missing; empty in a gap where too few were asked (NA)."""
    low: Fraction
    """The least that the score can still become; the score itself where there is no gap."""
    high: Fraction
    """The most that it can still become."""
    spread: Fraction | None
    """Highest minus lowest of the raters' scores; None below two of them."""

    @property
    def rated(self) -> tuple[RaterScore, ...]:
        """The raters who have a score."""
        return tuple(it for it in self.raters if it.score is not None)


def competency_score(
    name: str, cells: Sequence[Cell], cards: Cards, min_raters: int, *, revised: bool = True
) -> Score:
    """Returns the score of a competency from the cells planned for it.

    It is a gap while a planned rating is missing or fewer than `min_raters` different people gave a number. In a gap
    every planned rater counts in the interval: with the bounds of the ratings that are missing, and from 1 to 5 where
    all are NA (S3, S4: a second opinion is still owed). Without a gap a rater whose ratings are all NA drops out.
    """
    raters = rater_scores(cells, cards, revised=revised)
    scores = [it.score for it in raters if it.score is not None]
    missing = tuple(it for cell in cells if (it := _missing(cell, cards, revised=revised)).questions)
    score = mean(scores) if scores else None
    gap = bool(missing) or len(scores) < min_raters or score is None
    low = high = score
    if gap or low is None or high is None:
        low = _bound([it.low for it in raters], LOWEST)
        high = _bound([it.high for it in raters], HIGHEST)
    spread = max(scores) - min(scores) if len(scores) > 1 else None
    return Score(name, raters, score, gap, missing, low, high, spread)


def _missing(cell: Cell, cards: Cards, *, revised: bool) -> Missing:
    given = zip(cell.questions, marks(cell, cards, revised=revised), strict=True)
    return Missing(cell.session, cell.seat, tuple(name for name, rating in given if rating is None))


def _bound(of_raters: Sequence[Fraction | None], unknown: int) -> Fraction:
    """Returns the mean with raters who said nothing at `unknown`; that itself where nobody is planned."""
    known = [Fraction(unknown) if it is None else it for it in of_raters]
    return mean(known) if known else Fraction(unknown)

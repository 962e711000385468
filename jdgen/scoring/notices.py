"""What the packet mentions and nobody has to close: how raters rated, never what it means for the outcome (rubric 7.7)."""

from __future__ import annotations

from collections import defaultdict
from fractions import Fraction
from typing import TYPE_CHECKING, Literal, NamedTuple

from jdgen.role.rule import mean

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from jdgen.scoring.competency import Score

UNIFORM = 4
"""Competencies over which equal ratings are worth a word."""

DEPARTS = 1
"""Points by which a rater's mean departs from the others'."""

HALF = Fraction(1, 2)


class Notice(NamedTuple):
    """Something to know."""

    kind: Literal["uniform ratings", "departing rater", "few ratings"]
    rater: str
    """The rater; empty for `few ratings`, which is about all of them."""
    value: Fraction
    """The one rating given; the departure, above zero where the rater is kinder; or the share of numeric ratings."""
    competencies: tuple[str, ...]
    """What it was seen on, in the order of the profile; empty for `few ratings`."""


def notices(scores: Sequence[Score]) -> tuple[Notice, ...]:
    """Returns what is worth knowing of one candidate's ratings.

    `uniform ratings`: all of a rater's ratings are the same, over four competencies or more. `departing rater`: on the
    competencies that others rated too, the rater's mean score is 1.00 or more from theirs; on each of these the others
    count as one, by their mean. `few ratings`: less than half of what is planned is a number.
    """
    return (*_uniform(scores), *_departing(scores), *_few(scores))


def _uniform(scores: Sequence[Score]) -> Iterator[Notice]:
    given: dict[str, dict[str, tuple[int, ...]]] = defaultdict(dict)
    for it in scores:
        for rater in it.rated:
            given[rater.rater][it.competency] = rater.numeric
    for name, by_competency in sorted(given.items()):
        values = {rating for ratings in by_competency.values() for rating in ratings}
        if len(by_competency) >= UNIFORM and len(values) == 1:
            yield Notice("uniform ratings", name, Fraction(values.pop()), tuple(by_competency))


def _departing(scores: Sequence[Score]) -> Iterator[Notice]:
    pairs: dict[str, dict[str, tuple[Fraction, Fraction]]] = defaultdict(dict)
    for it in scores:
        known = {rater.rater: rater.score for rater in it.raters if rater.score is not None}
        for name, own in known.items() if len(known) > 1 else ():
            pairs[name][it.competency] = own, mean([score for other, score in known.items() if other != name])
    for name, shared in sorted(pairs.items()):
        if abs(apart := _apart(shared)) >= DEPARTS:
            yield Notice("departing rater", name, apart, tuple(shared))


def _apart(shared: Mapping[str, tuple[Fraction, Fraction]]) -> Fraction:
    return mean([own - others for own, others in shared.values()])


def _few(scores: Sequence[Score]) -> Iterator[Notice]:
    raters = [rater for it in scores for rater in it.raters]
    planned = sum(it.planned for it in raters)
    if planned and (share := Fraction(sum(len(it.numeric) for it in raters), planned)) < HALF:
        yield Notice("few ratings", "", share, ())

"""How structured the interviews were: what the cards say of the components that a plan can only promise (rubric 6.1)."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from jdgen.language import ENGLISH
from jdgen.packet.model import Kept, Practice
from jdgen.packet.words import counted, day
from jdgen.role.kit.structure.basis import IN_PART, MET, MISSING, Basis
from jdgen.role.kit.structure.evaluation import training
from jdgen.role.people import occupant
from jdgen.scoring.ratings import marks

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Sequence

    from jdgen.packet.ground import Ground
    from jdgen.role.kit.model import Component
    from jdgen.schema.scorecard import Scorecard
    from jdgen.scoring.ratings import Cards, Mark

HALF = 2
"""One in so many questions that were not asked is the most for a point."""


class Seen(NamedTuple):
    """What the cards show."""

    ground: Ground
    cards: Sequence[Scorecard]
    first: tuple[Mark, ...]
    """All ratings as they were planned, before the debrief."""


def structure(ground: Ground) -> Practice:
    """Returns the structure of the plan, and what the cards of the candidates that are shown make of it."""
    plan = ground.kit.structure
    seen = _seen(ground)
    components = tuple(_kept(it, seen) for it in plan.components if it.name in JUDGES)
    lost = sum(it.prepared - it.kept for it in components)
    return Practice(plan.points, plan.points - lost, plan.most, components)


def _seen(ground: Ground) -> Seen:
    turns: dict[str, Cards] = defaultdict(dict)
    for card in ground.intake.shown:
        turns[card.candidate][card.session, card.by.seat] = card
    cells = dict.fromkeys(cell for cells in ground.comparison.plan.values() for cell in cells)
    first = (
        mark
        for it in ground.comparison.candidates
        for cell in cells
        for mark in marks(cell, turns[it.code], revised=False)
    )
    return Seen(ground, ground.intake.shown, tuple(first))


def _kept(it: Component, seen: Seen) -> Kept:
    points, because = JUDGES[it.name](seen)
    most = MET if it.name in RAISED else it.points
    return Kept(it.number, it.name, it.points, min(points, most), because)


def _same_questions(it: Seen) -> tuple[int, str]:
    skipped = sum(mark == "NA" for mark in it.first)
    if not skipped:
        return MET, f"All {len(it.first)} planned ratings are of questions that were asked."
    points = IN_PART if skipped * HALF <= len(it.first) else MISSING
    return points, f"{skipped} of {len(it.first)} planned ratings are NA: the question was not asked."


def _each_answer_rated(it: Seen) -> tuple[int, str]:
    blank = sum(mark is None for mark in it.first)
    if not blank:
        return MET, "No question on a locked card was left blank."
    return IN_PART, f"{blank} of {len(it.first)} planned ratings are blank on locked cards."


def _detailed_notes(it: Seen) -> tuple[int, str]:
    numbers = sum(isinstance(mark, int) for mark in it.first)
    return MET, f"Each of the {numbers} ratings has evidence beside it; a card without does not count."


def _same_interviewers(it: Seen) -> tuple[int, str]:
    people: dict[str, set[str]] = {}
    for card in it.cards:
        people.setdefault(card.by.seat, set()).add(occupant({card.by.seat: card.by.name}, card.by.seat))
    several = [it.ground.title(seat) for seat, names in sorted(people.items()) if len(names) > 1]
    if not several:
        return MET, "Each seat was one person’s for all candidates, by the names on the cards."
    return IN_PART, f"More than one person rated on a seat: {'; '.join(several)}."


def _no_discussion(it: Seen) -> tuple[int, str]:
    debrief = it.ground.vacancy.dates.debrief
    late = [card for card in it.cards if debrief and card.date and card.date > debrief]
    if late:
        return (
            IN_PART,
            f"{counted(len(late), 'card').capitalize()} of sessions after the debrief of {day(debrief) if debrief else ''}.",
        )
    return MET, f"All {len(it.cards)} cards were locked before anything of them was shown."


def _training(it: Seen) -> tuple[int, str]:
    verdict = training(
        Basis(
            it.ground.profile,
            "",
            it.ground.resolved.company.people,
            it.ground.vacancy.trained,
            _first_day(it),
            ENGLISH,
        )
    )
    return verdict.points, verdict.because


def _first_day(it: Seen) -> dt.date | None:
    """Returns the day of the first session, or else of the debrief: training after it comes too late."""
    days = [card.date for card in it.cards if card.date]
    return min(days, default=it.ground.vacancy.dates.debrief)


JUDGES: dict[str, Callable[[Seen], tuple[int, str]]] = {
    "Same questions for every candidate": _same_questions,
    "Each answer rated": _each_answer_rated,
    "Detailed notes": _detailed_notes,
    "Same interviewers for every candidate": _same_interviewers,
    "No discussion between interviews": _no_discussion,
    "Training of interviewers": _training,
}
"""By the components' names."""

RAISED = frozenset({"Same interviewers for every candidate"})
"""Components that cards can show kept although the plan could not promise it."""

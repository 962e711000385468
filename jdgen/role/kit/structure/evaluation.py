"""The eight components about how answers are evaluated."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jdgen.role.kit.structure.basis import IN_PART, MET, MISSING, Verdict, graded
from jdgen.role.people import different, trained_on
from jdgen.role.sessions import raters
from jdgen.role.wording import counted, number

if TYPE_CHECKING:
    from jdgen.role.kit.structure.basis import Basis

SEVERAL = 2
"""Different people who rate a competency, at the least."""

ALL, MOST = 5, 3
"""Anchors of a scale for two points, and for one."""


def each_answer_rated(_: Basis) -> Verdict:
    """Answers are rated one by one."""
    return Verdict(
        MET,
        "By construction: cards have a rating for each question, on the case one for each competency, and none for the whole.",
    )


def anchored_scales(it: Basis) -> Verdict:
    """Levels are described by behaviour."""
    fewest = min(len(competency.anchors) for competency in it.profile.competencies.values())
    return graded(
        MET if fewest >= ALL else IN_PART if fewest >= MOST else MISSING,
        f"Every competency has at least {counted(fewest, 'anchor')} of observable behaviour.",
        f"Write an anchor for each of the {number(ALL)} levels.",
    )


def detailed_notes(_: Basis) -> Verdict:
    """What was heard is written down."""
    return Verdict(MET, "By construction: cards ask for evidence beside every rating.")


def several_interviewers(it: Basis) -> Verdict:
    """Different people rate every competency; one person on two seats is one."""
    alone = [
        name for name in it.profile.competencies if different(it.people, raters(it.profile, name)) < SEVERAL
    ]
    if not alone:
        return Verdict(MET, f"At least {number(SEVERAL)} different people rate every competency.")
    return Verdict(
        IN_PART if different(it.people, it.raters) >= SEVERAL else MISSING,
        f"Fewer than {number(SEVERAL)} different people rate {it.names(alone)}.",
        "Put a second person on a session that rates it.",
    )


def same_interviewers(it: Basis) -> Verdict:
    """The same people rate all candidates."""
    empty = [seat for seat in it.raters if seat not in it.people]
    if not empty:
        return Verdict(MET, "Each seat that rates is bound to one person for all candidates.")
    return Verdict(
        IN_PART,
        f"The plan fixes the seats; {len(empty)} of the {len(it.raters)} that rate have no person.",
        f"Name who sits there for all candidates (people, in the company file or the vacancy): {it.titles(empty)}.",
    )


def no_discussion(_: Basis) -> Verdict:
    """Nobody hears another opinion before the own one is written."""
    return Verdict(MET, "By construction: each rater fills in a card alone and locks it before the debrief.")


def training(it: Basis) -> Verdict:
    """Raters have practised on the same answers, and their training is on record."""
    if not any(question.answers for question in it.questions):
        remedy = "Write key answers for the situational questions."
        return Verdict(MISSING, "There are no key answers to calibrate on.", remedy)
    untrained = [seat for seat in it.raters if not _in_time(it, seat)]
    done = len(it.raters) - len(untrained)
    return graded(
        IN_PART if untrained else MET,
        f"Kits hold a calibration page; training is on record for {done} of the {len(it.raters)} seats that rate.",
        f"Train the people on these seats and write down the day (trained, in the vacancy): {it.titles(untrained)}.",
    )


def _in_time(it: Basis, seat: str) -> bool:
    day = trained_on(it.people, it.trained, seat)
    return day is not None and (it.debrief is None or day <= it.debrief)


def statistical_combination(it: Basis) -> Verdict:
    """Ratings become a total by a rule that was fixed before the first one."""
    scoring, weights = it.profile.scoring, set(it.profile.weights.values())
    because = (
        f"By construction: {'unequal' if len(weights) > 1 else 'equal'} weights, {counted(len(it.profile.floors), 'floor')} "
        f"and the thresholds {scoring.advance:.2f} and {scoring.hold:.2f} are fixed before the first rating, "
        f"under the fingerprint {it.fingerprint}."
    )
    return Verdict(MET, because)

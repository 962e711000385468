"""The eight components about how answers are evaluated."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jdgen.role.kit.structure.basis import IN_PART, MET, MISSING, Verdict, graded
from jdgen.role.people import different, trained_on
from jdgen.role.sessions import raters

if TYPE_CHECKING:
    from jdgen.language import Language
    from jdgen.role.kit.structure.basis import Basis

SEVERAL = 2
"""Different people who rate a competency, at the least."""

ALL, MOST = 5, 3
"""Anchors of a scale for two points, and for one."""


def each_answer_rated(it: Basis) -> Verdict:
    """Answers are rated one by one."""
    because = it.say(
        "By construction: cards have a rating for each question, on the case one for each competency, and none for the whole."
    )
    return Verdict(MET, because)


def anchored_scales(it: Basis) -> Verdict:
    """Levels are described by behaviour."""
    fewest = min(len(competency.anchors) for competency in it.profile.competencies.values())
    return graded(
        MET if fewest >= ALL else IN_PART if fewest >= MOST else MISSING,
        it.say.ngettext(
            "Every competency has at least one anchor of observable behaviour.",
            "Every competency has at least {count} anchors of observable behaviour.",
            fewest,
            count=it.say.number(fewest),
        ),
        it.say("Write an anchor for each of the {count} levels.", count=it.say.number(ALL)),
    )


def detailed_notes(it: Basis) -> Verdict:
    """What was heard is written down."""
    return Verdict(MET, it.say("By construction: cards ask for evidence beside every rating."))


def several_interviewers(it: Basis) -> Verdict:
    """Different people rate every competency; one person on two seats is one."""
    alone = [
        name for name in it.profile.competencies if different(it.people, raters(it.profile, name)) < SEVERAL
    ]
    several = it.say.number(SEVERAL)
    if not alone:
        return Verdict(MET, it.say("At least {count} different people rate every competency.", count=several))
    return Verdict(
        IN_PART if different(it.people, it.raters) >= SEVERAL else MISSING,
        it.say(
            "Fewer than {count} different people rate {competencies}.",
            count=several,
            competencies=it.names(alone),
        ),
        it.say("Put a second person on a session that rates it."),
    )


def same_interviewers(it: Basis) -> Verdict:
    """The same people rate all candidates."""
    empty = [seat for seat in it.raters if seat not in it.people]
    if not empty:
        return Verdict(MET, it.say("Each seat that rates is bound to one person for all candidates."))
    return Verdict(
        IN_PART,
        it.say(
            "The plan fixes the seats; {empty} of the {seats} that rate have no person.",
            empty=len(empty),
            seats=len(it.raters),
        ),
        it.say(
            "Name who sits there for all candidates (people, in the company file or the vacancy): {seats}.",
            seats=it.titles(empty),
        ),
    )


def no_discussion(it: Basis) -> Verdict:
    """Nobody hears another opinion before the own one is written."""
    because = it.say("By construction: each rater fills in a card alone and locks it before the debrief.")
    return Verdict(MET, because)


def training(it: Basis) -> Verdict:
    """Raters have practised on the same answers, and their training is on record."""
    if not any(question.answers for question in it.questions):
        remedy = it.say("Write key answers for the situational questions.")
        return Verdict(MISSING, it.say("There are no key answers to calibrate on."), remedy)
    untrained = [seat for seat in it.raters if not _in_time(it, seat)]
    done = len(it.raters) - len(untrained)
    return graded(
        IN_PART if untrained else MET,
        it.say(
            "Kits hold a calibration page; training is on record for {done} of the {seats} seats that rate.",
            done=done,
            seats=len(it.raters),
        ),
        it.say(
            "Train the people on these seats and write down the day (trained, in the vacancy): {seats}.",
            seats=it.titles(untrained),
        ),
    )


def _in_time(it: Basis, seat: str) -> bool:
    day = trained_on(it.people, it.trained, seat)
    return day is not None and (it.debrief is None or day <= it.debrief)


def statistical_combination(it: Basis) -> Verdict:
    """Ratings become a total by a rule that was fixed before the first one."""
    say, scoring = it.say, it.profile.scoring
    unequal = len(set(it.profile.weights.values())) > 1
    because = say(
        "By construction: {weights}, {floors} and the thresholds {advance} and {hold} are fixed before the first rating, "
        "under the fingerprint {fingerprint}.",
        weights=say("unequal weights") if unequal else say("equal weights"),
        floors=_floors(len(it.profile.floors), say),
        advance=say.figure(f"{scoring.advance:.2f}"),
        hold=say.figure(f"{scoring.hold:.2f}"),
        fingerprint=it.fingerprint,
    )
    return Verdict(MET, because)


def _floors(count: int, say: Language) -> str:
    return (
        say.ngettext("one floor", "{count} floors", count, count=say.number(count))
        if count
        else say("no floors")
    )

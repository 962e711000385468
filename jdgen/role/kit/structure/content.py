"""The seven components about the content of interviews."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jdgen.language import capital
from jdgen.role.kit.structure.basis import IN_PART, MET, MISSING, Verdict, graded
from jdgen.role.people import occupant
from jdgen.role.sessions import question_minutes

if TYPE_CHECKING:
    from jdgen.language import Language
    from jdgen.role.kit.structure.basis import Basis

EXPERTS = 3
"""People who know the job and confirmed the analysis."""

PROBES = range(2, 6)
"""Printed probes of a question: fewer leave a thin answer thin, more are an interview of their own."""

MANY, SOME = (12, 120), (6, 45)
"""Questions and minutes of asking for two points, and for one."""


def job_analysis(it: Basis) -> Verdict:
    """Every competency serves a duty, the method is on record, and people who know the job confirmed it."""
    analysis = it.profile.job_analysis
    idle = [name for name, competency in it.profile.competencies.items() if not competency.serves]
    if idle:
        remedy = it.say("Name the responsibility that each of them carries (serves).")
        because = it.say("No duty of the job stands behind {competencies}.", competencies=it.names(idle))
        return Verdict(MISSING, because, remedy)
    experts = len(set(analysis.experts))
    because = it.say(
        "Every competency serves a duty. Method: {method} ({day}). {experts}; {wanted} are asked for.",
        method=analysis.method, day=it.say.day(analysis.date), experts=_confirmed(experts, it.say),
        wanted=it.say.number(EXPERTS),
    )  # fmt: skip
    remedy = it.say(
        "Have {count} people who hold or know the job confirm duties, competencies and anchors, and name them "
        "in the profile, with the method put right (job_analysis: experts, method).",
        count=it.say.number(EXPERTS),
    )
    return graded(MET if experts >= EXPERTS else IN_PART, because, remedy)


def _confirmed(experts: int, say: Language) -> str:
    if not experts:
        return say("No experts confirmed it")
    count = capital(say.number(experts))
    return say.ngettext("One expert confirmed it", "{count} experts confirmed it", experts, count=count)


def same_questions(it: Basis) -> Verdict:
    """Every candidate is asked the same questions in the same order."""
    free = [
        session.title
        for session in it.profile.plan.sessions.values()
        if session.kind == "interview" and not session.competencies
    ]
    if free:
        remedy = it.say("Give each interview the competencies that it asks about, or drop it.")
        because = it.say("No questions are fixed for {sessions}.", sessions=it.say.both(free))
        return Verdict(IN_PART, because, remedy)
    because = it.say(
        "By construction: kits print every interview question in its words and order, the same for all candidates; in the case, questions follow from the presentation."
    )
    return Verdict(MET, because)


def limited_prompting(it: Basis) -> Verdict:
    """Interviewers use a few printed probes and no others."""
    asked = len(it.questions)
    limited = sum(len(question.probes) in PROBES for question in it.questions)
    few, many = it.say.number(PROBES[0]), it.say.number(PROBES[-1])
    because = it.say(
        "{limited} of {asked} questions have {few} to {many} printed probes; kits tell interviewers to use no others.",
        limited=limited, asked=asked, few=few, many=many,
    )  # fmt: skip
    remedy = it.say("Write {few} to {many} probes for each of the other questions.", few=few, many=many)
    return graded(MET if limited == asked else IN_PART if 2 * limited >= asked else MISSING, because, remedy)


def kinds_of_questions(it: Basis) -> Verdict:
    """Every competency is asked about as past behaviour and as a situation."""
    competencies = it.profile.competencies
    single = [
        name for name, competency in competencies.items() if len({q.kind for q in competency.questions.values()}) < 2  # noqa: PLR2004 - two kinds
    ]  # fmt: skip
    if single:
        because = it.say(
            "Only one kind of question, or none, is asked about {competencies}.",
            competencies=it.names(single),
        )
        remedy = it.say("Write the missing kind: behavioural or situational.")
        return Verdict(IN_PART if it.questions else MISSING, because, remedy)
    return Verdict(MET, it.say("Every competency is asked about as past behaviour and as a situation."))


def length(it: Basis) -> Verdict:
    """There are enough questions, and time for them."""
    asked = len(it.questions)
    minutes = sum(question_minutes(it.profile, question.kind) for question in it.questions)
    return graded(
        sum(asked >= questions and minutes >= least for questions, least in (MANY, SOME)),
        it.say(
            "{count} questions in {minutes} minutes of asking, the case not counted.",
            count=asked,
            minutes=minutes,
        ),
        it.say(
            "Ask at least {count} questions in at least {minutes} minutes.", count=MANY[0], minutes=MANY[1]
        ),
    )


def ancillary_information(it: Basis) -> Verdict:
    """Raters know nothing of a candidate but the answers."""
    screens = [session for session in it.profile.plan.sessions.values() if session.kind == "screen"]
    screening = {occupant(it.people, seat) for session in screens for seat in session.seats}
    both = [seat for seat in it.raters if occupant(it.people, seat) in screening]
    if both:
        remedy = it.say("Give the screen to a person who rates nothing.")
        because = it.say(
            "Who has seen the application rates the answers too: {seats}.", seats=it.titles(both)
        )
        return Verdict(MISSING, because, remedy)
    because = it.say(
        "Kits and cards hold no CV, screen result, reference or other person’s rating, and whoever screens rates nothing."
    )
    return Verdict(MET, because)


def questions_held_back(it: Basis) -> Verdict:
    """Candidates ask their own questions after the last rated one."""
    if it.profile.time.closing:
        because = it.say(
            "Every rated session ends with the candidate’s own questions, after the last rated one; nobody rates them."
        )
        return Verdict(MET, because)
    remedy = it.say("Give the candidate’s questions some ten minutes (time: closing).")
    return Verdict(MISSING, it.say("The plan has no time for the candidate’s own questions."), remedy)

"""The seven components about the content of interviews."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jdgen.errors import in_words
from jdgen.role.kit.structure.basis import IN_PART, MET, MISSING, Verdict, graded
from jdgen.role.people import occupant
from jdgen.role.sessions import question_minutes
from jdgen.role.wording import capital, counted, day, number

if TYPE_CHECKING:
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
        remedy = "Name the responsibility that each of them carries (serves)."
        return Verdict(MISSING, f"No duty of the job stands behind {it.names(idle)}.", remedy)
    experts = len(set(analysis.experts))
    because = (
        f"Every competency serves a duty. Method: {analysis.method} ({day(analysis.date)}). "
        f"{capital(counted(experts, 'expert'))} confirmed it; {number(EXPERTS)} are asked for."
    )
    remedy = (
        f"Have {number(EXPERTS)} people who hold or know the job confirm duties, competencies and anchors, and name them "
        "in the profile (job_analysis: experts)."
    )
    return graded(MET if experts >= EXPERTS else IN_PART, because, remedy)


def same_questions(it: Basis) -> Verdict:
    """Every candidate is asked the same questions in the same order."""
    free = [
        session.title
        for session in it.profile.plan.sessions.values()
        if session.kind == "interview" and not session.competencies
    ]
    if free:
        remedy = "Give each interview the competencies that it asks about, or drop it."
        return Verdict(IN_PART, f"No questions are fixed for {in_words(free, 'and')}.", remedy)
    return Verdict(
        MET, "By construction: kits print every question in its words and order, the same for all candidates."
    )


def limited_prompting(it: Basis) -> Verdict:
    """Interviewers use a few printed probes and no others."""
    asked = len(it.questions)
    limited = sum(len(question.probes) in PROBES for question in it.questions)
    span = f"{number(PROBES[0])} to {number(PROBES[-1])}"
    return graded(
        MET if limited == asked else IN_PART if 2 * limited >= asked else MISSING,
        f"{limited} of {asked} questions have {span} printed probes; kits tell interviewers to use no others.",
        f"Write {span} probes for each of the other questions.",
    )


def kinds_of_questions(it: Basis) -> Verdict:
    """Every competency is asked about as past behaviour and as a situation."""
    competencies = it.profile.competencies
    single = [
        name for name, competency in competencies.items() if len({q.kind for q in competency.questions.values()}) < 2  # noqa: PLR2004 - two kinds
    ]  # fmt: skip
    if single:
        because = f"Only one kind of question, or none, is asked about {it.names(single)}."
        remedy = "Write the missing kind: behavioural or situational."
        return Verdict(IN_PART if it.questions else MISSING, because, remedy)
    return Verdict(MET, "Every competency is asked about as past behaviour and as a situation.")


def length(it: Basis) -> Verdict:
    """There are enough questions, and time for them."""
    asked = len(it.questions)
    minutes = sum(question_minutes(it.profile, question.kind) for question in it.questions)
    return graded(
        sum(asked >= questions and minutes >= least for questions, least in (MANY, SOME)),
        f"{asked} questions in {minutes} minutes of asking, the case not counted.",
        f"Ask at least {MANY[0]} questions in at least {MANY[1]} minutes.",
    )


def ancillary_information(it: Basis) -> Verdict:
    """Raters know nothing of a candidate but the answers."""
    screens = [session for session in it.profile.plan.sessions.values() if session.kind == "screen"]
    screening = {occupant(it.people, seat) for session in screens for seat in session.seats}
    both = [seat for seat in it.raters if occupant(it.people, seat) in screening]
    if both:
        remedy = "Give the screen to a person who rates nothing."
        return Verdict(
            MISSING, f"Who has seen the application rates the answers too: {it.titles(both)}.", remedy
        )
    return Verdict(
        MET,
        "Kits and cards hold no CV, screen result, reference or other person’s rating, and whoever screens rates nothing.",
    )


def questions_held_back(it: Basis) -> Verdict:
    """Candidates ask their own questions after the last rated one."""
    if it.profile.time.closing:
        because = "Every rated session ends with the candidate’s own questions, after the last rated one; nobody rates them."
        return Verdict(MET, because)
    remedy = "Give the candidate’s questions some ten minutes (time: closing)."
    return Verdict(MISSING, "The plan has no time for the candidate’s own questions.", remedy)

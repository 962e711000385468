"""What a plan says of its sessions: what is rated in which, who asks, who rates, and how many minutes it takes."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jdgen.schema import Profile
    from jdgen.schema.plan import Session

RATED = frozenset({"interview", "case"})
"""Kinds of session in which competencies are rated; a screen settles gates, references raise flags."""


def rated(profile: Profile, session: Session) -> list[str]:
    """Returns the competencies that are rated in a session, in its order; those that the profile lacks are left out."""
    return [name for name in session.competencies if name in profile.competencies and session.kind in RATED]


def asker(session: Session, competency: str) -> str:
    """Returns the seat that asks about a competency: the first seat the first one, the second seat the second."""
    return session.seats[session.competencies.index(competency) % len(session.seats)] if session.seats else ""


def raters(profile: Profile, competency: str) -> list[str]:
    """Returns the seats that rate a competency, session by session; one that does so in two sessions stands twice."""
    return [
        seat
        for session in profile.plan.sessions.values()
        if competency in rated(profile, session)
        for seat in session.seats
    ]


def question_minutes(profile: Profile, kind: str) -> int:
    """Returns the minutes planned for a question of this kind."""
    return profile.time.behavioural if kind == "behavioural" else profile.time.situational


def needed_minutes(profile: Profile, session: Session) -> int:
    """Returns the minutes that an interview's questions, or a case, take with opening and closing."""
    if session.kind == "case":
        inner = profile.case.presentation + profile.case.discussion if profile.case else 0
    else:
        questions = (
            it for name in rated(profile, session) for it in profile.competencies[name].questions.values()
        )
        inner = sum(question_minutes(profile, it.kind) for it in questions)
    return profile.time.opening + inner + profile.time.closing


def candidate_minutes(profile: Profile) -> tuple[int, int]:
    """Returns the minutes that a candidate spends in sessions, and those of preparation."""
    sessions = profile.plan.sessions.values()
    live = sum(session.minutes for session in sessions if session.kind != "reference")
    return live, sum(session.prep for session in sessions)

"""Every session minute by minute: what happens, who asks, who rates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jdgen.language import phrase
from jdgen.role.kit.model import Meeting, Slot
from jdgen.role.sessions import asker, question_minutes, rated
from jdgen.role.tongues import ENGLISH_VOICES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from jdgen.language import Language
    from jdgen.role.tongues import Voices
    from jdgen.schema import Profile
    from jdgen.schema.plan import Session

ASKED = {
    "behavioural": phrase("{competency}: behavioural question {question}"),
    "situational": phrase("{competency}: situational question {question}"),
}

ORDER = ("screen", "interview", "case", "reference")
"""Kinds of session in the order in which candidates meet them."""


def meetings(
    profile: Profile, labels: Mapping[str, str], people: Mapping[str, str], voices: Voices = ENGLISH_VOICES
) -> tuple[Meeting, ...]:
    """Returns the sessions in the order in which candidates meet them; `labels` names the seats, `people` who sits there."""
    sessions = sorted(profile.plan.sessions.items(), key=lambda item: ORDER.index(item[1].kind))
    return tuple(
        _meeting(profile, labels, people, name, session, voices=voices) for name, session in sessions
    )


def _meeting(
    profile: Profile,
    labels: Mapping[str, str],
    people: Mapping[str, str],
    name: str,
    session: Session,
    *,
    voices: Voices,
) -> Meeting:
    say, own = voices
    parts = _parts(profile, labels, session, say)
    needed = sum(part.end for part in parts) if parts else session.minutes
    spare = max(session.minutes - needed, 0)
    return Meeting(
        id=name,
        title=session.title,
        kind=session.kind,
        minutes=session.minutes,
        prep=session.prep,
        seats=tuple(labels.get(seat, seat) for seat in session.seats),
        meets=tuple(
            people[seat] if _open(profile, seat, own) and seat in people else labels.get(seat, seat)
            for seat in session.seats
        ),
        competencies=tuple(profile.competencies[it].name for it in rated(profile, session)),
        slots=_laid([*parts, _slot("spare", say("Spare"), spare)]),
        needed=needed,
        spare=spare,
    )


def _open(profile: Profile, seat: str, own: Language) -> bool:
    """Returns whether a title such as “Founder or first engineer” leaves it open who somebody is."""
    return f" {own('or')} " in profile.plan.seats.get(seat, "")


def _slot(what: str, text: str, minutes: int) -> Slot:
    """Returns a stretch that begins at 0: `_laid` puts it into its place."""
    return Slot(0, minutes, what, text, "", "", "", ())


def _laid(parts: Iterable[Slot]) -> tuple[Slot, ...]:
    """Returns stretches one after the other; those without a minute are left out."""
    laid: list[Slot] = []
    for part in parts:
        start = laid[-1].end if laid else 0
        if part.end:
            laid.append(part._replace(start=start, end=start + part.end))
    return tuple(laid)


def _parts(profile: Profile, labels: Mapping[str, str], session: Session, say: Language) -> list[Slot]:
    time = profile.time
    opening = _slot("opening", say("Opening: introductions and how the session runs"), time.opening)
    closing = _slot("closing", say("The candidate’s own questions, not rated"), time.closing)
    match session.kind:
        case "interview":
            return [opening, *_questions(profile, labels, session, say), closing]
        case "case":
            return [opening, *_presented(profile, labels, session, say), closing]
        case "screen":
            return _screen(session, opening, closing, say)
    return []


def _questions(
    profile: Profile, labels: Mapping[str, str], session: Session, say: Language
) -> Iterator[Slot]:
    raters = tuple(labels.get(seat, seat) for seat in session.seats)
    for name in rated(profile, session):
        competency, seat = profile.competencies[name], asker(session, name)
        for question_id, question in competency.questions.items():
            text = say(ASKED[question.kind], competency=competency.name, question=question_id)
            yield _slot("question", text, question_minutes(profile, question.kind))._replace(
                question=question_id,
                competency=competency.name,
                asked_by=labels.get(seat, seat),
                rated_by=raters,
            )


def _presented(profile: Profile, labels: Mapping[str, str], session: Session, say: Language) -> list[Slot]:
    if profile.case is None:
        return []
    raters = tuple(labels.get(seat, seat) for seat in session.seats)
    parts = (
        _slot("presentation", say("The candidate presents, without interruption"), profile.case.presentation),
        _slot("discussion", say("The panel asks about the presentation"), profile.case.discussion),
    )
    return [part._replace(rated_by=raters) for part in parts]


def _screen(session: Session, opening: Slot, closing: Slot, say: Language) -> list[Slot]:
    """A call too short for an opening and the candidate's questions is all requirements."""
    left = session.minutes - opening.end - closing.end
    check = _slot(
        "check", say("Requirements, one by one; nothing is rated"), left if left > 0 else session.minutes
    )
    return [opening, check, closing] if left > 0 else [check]

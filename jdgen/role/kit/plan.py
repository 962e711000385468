"""Who does what: the duties of each seat, its minutes, and who rates which competency."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jdgen.role.kit.model import Cover, Coverage, Duty, Seat
from jdgen.role.people import different, labels, trained_on
from jdgen.role.sessions import asker, rated

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping, Sequence

    from jdgen.role.kit.model import Meeting
    from jdgen.role.model import Competency, Role
    from jdgen.schema import Profile

    People = Mapping[str, str]


def seats(
    profile: Profile, role: Role, meetings: Sequence[Meeting], people: People, trained: Mapping[str, dt.date]
) -> tuple[Seat, ...]:
    """Returns the seats with their duties, in the order of the plan."""
    competencies = {it.id: it for it in role.competencies}
    return tuple(
        Seat(
            id=seat,
            title=profile.plan.seats[seat],
            person=people.get(seat, ""),
            label=label,
            trained=trained_on(people, trained, seat),
            duties=(duties := _duties(profile, competencies, meetings, seat)),
            rates=any(duty.rates for duty in duties),
            minutes=sum(duty.minutes + duty.write_up for duty in duties),
        )
        for seat, label in labels(profile, people).items()
    )


def _duties(
    profile: Profile, competencies: Mapping[str, Competency], meetings: Sequence[Meeting], seat: str
) -> tuple[Duty, ...]:
    return tuple(
        _duty(profile, competencies, meeting, seat)
        for meeting in meetings
        if seat in profile.plan.sessions[meeting.id].seats
    )


def _duty(profile: Profile, competencies: Mapping[str, Competency], meeting: Meeting, seat: str) -> Duty:
    session = profile.plan.sessions[meeting.id]
    rates = rated(profile, session)
    asked = [name for name in rates if session.kind == "interview" and asker(session, name) == seat]
    return Duty(
        session=meeting,
        asks=tuple(competencies[name] for name in asked),
        rates=tuple(competencies[name] for name in rates),
        minutes=session.minutes,
        write_up=profile.time.write_up if rates else 0,
    )


def coverage(profile: Profile, seats: Sequence[Seat], people: People) -> tuple[Coverage, ...]:
    """Returns who rates each competency: a cell for each seat that rates anything."""
    raters = [seat for seat in seats if seat.rates]
    return tuple(
        Coverage(
            competency.name,
            tuple(_cover(seat, name) for seat in raters),
            different(people, (seat.id for seat in raters if _where(seat, name))),
        )
        for name, competency in profile.competencies.items()
    )


def _cover(seat: Seat, competency: str) -> Cover:
    where = _where(seat, competency)
    asks = any(it.id == competency for duty in seat.duties for it in duty.asks)
    return Cover(seat.label, asks, len(where), where)


def _where(seat: Seat, competency: str) -> tuple[str, ...]:
    """Returns the titles of the sessions in which a seat rates a competency."""
    return tuple(duty.session.title for duty in seat.duties if any(it.id == competency for it in duty.rates))


def busiest(seats: Sequence[Seat]) -> tuple[str, ...]:
    """Returns the labels of the seats with the most minutes."""
    most = max((seat.minutes for seat in seats), default=0)
    return tuple(seat.label for seat in seats if seat.minutes == most > 0)

"""A resolved profile, its role and its vacancy to the interview kit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jdgen.role import wording
from jdgen.role.kit import model
from jdgen.role.kit.calibration import samples
from jdgen.role.kit.case import case_work
from jdgen.role.kit.plan import busiest, coverage, seats
from jdgen.role.kit.structure import structure
from jdgen.role.kit.timeline import meetings
from jdgen.role.people import labels
from jdgen.role.sessions import candidate_minutes
from jdgen.role.terms import accommodation

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jdgen.role.model import Role
    from jdgen.role.resolution import Resolved
    from jdgen.schema import Profile
    from jdgen.schema.company import Company, Records
    from jdgen.schema.vacancy import Vacancy


def describe_kit(
    resolved: Resolved, role: Role, vacancy: Vacancy | None = None, *, name: str = ""
) -> model.Kit:
    """Returns the interview kit of `role`; `name` is the one of the vacancy's file.

    Like the role it is described from `seated(resolved, vacancy)`, so that both name the same people.
    """
    profile, people = resolved.profile, resolved.company.people
    trained = vacancy.trained if vacancy else {}
    named = labels(profile, people)
    sessions = meetings(profile, named, people)
    places = seats(profile, role, sessions, people, trained)
    live, prep = candidate_minutes(profile)
    spent = sum(duty.minutes for seat in places for duty in seat.duties)
    written = sum(duty.write_up for seat in places for duty in seat.duties)
    return model.Kit(
        sessions=sessions,
        seats=places,
        live_minutes=live,
        live_time=wording.duration(live),
        prep_minutes=prep,
        prep_time=wording.duration(prep),
        interviewer_minutes=spent,
        write_up_minutes=written,
        company_time=wording.in_hours(spent + written),
        busiest=busiest(places),
        coverage=coverage(profile, places, people),
        case=case_work(profile, role),
        references=_references(profile, named),
        samples=samples(role),
        structure=structure(profile, role.fingerprint, people, vacancy),
        guide=_guide(profile, resolved.company),
        vacancy=_vacancy(vacancy, name),
    )


def _references(profile: Profile, named: Mapping[str, str]) -> model.ReferenceCalls | None:
    it = profile.references
    if it is None:
        return None
    callers = [
        seat
        for session in profile.plan.sessions.values()
        if session.kind == "reference"
        for seat in session.seats
    ]
    return model.ReferenceCalls(
        minimum=it.minimum,
        mix=tuple(it.mix),
        consent=it.consent,
        questions=tuple(
            model.ReferenceCall(question.ask, tuple(_checked(profile, name) for name in question.checks))
            for question in it.questions
        ),
        callers=tuple(named.get(seat, seat) for seat in dict.fromkeys(callers)),
    )


def _checked(profile: Profile, name: str) -> str:
    """Returns the name of a competency, or the sentence of a requirement."""
    if name in profile.competencies:
        return profile.competencies[name].name
    return wording.sentence(profile.requirements[name], profile) if name in profile.requirements else name


def _guide(profile: Profile, company: Company) -> model.Guide:
    raters = profile.scoring.min_raters
    return model.Guide(
        records=_records(company.records),
        adjustments=accommodation(company),
        raters="one person" if raters == 1 else f"{wording.number(raters)} people",
        calls=wording.number(profile.references.minimum) if profile.references else "",
    )


def _records(records: Records | None) -> str:
    """Returns what is kept of a candidate; without the company's word nothing is promised."""
    kept = "Your interviewers take notes and rate each answer on a scorecard."
    if records is None:
        return f"{kept} You may ask us at any time what we hold about you and how long we keep it."
    months = wording.counted(records.months, "month")
    return (
        f"{kept} Notes and scorecards are deleted {months} after the decision. "
        f"For questions about your data, contact {records.contact}."
    )


def _vacancy(vacancy: Vacancy | None, name: str) -> model.Vacancy:
    opened, debrief = (vacancy.dates.opened, vacancy.dates.debrief) if vacancy else (None, None)
    return model.Vacancy(name, opened, debrief)

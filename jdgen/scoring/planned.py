"""Which ratings are planned: what each seat rates of each competency, in which session, and as which rater."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from jdgen.role.kit.ratings import case_ratings
from jdgen.role.people import occupant
from jdgen.role.sessions import rated

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Mapping

    from jdgen.role.resolution import Resolved
    from jdgen.schema import Profile


class Cell(NamedTuple):
    """What one seat rates of one competency in one session."""

    session: str
    seat: str
    rater: str
    """The person's first seat in the plan: one person is one rater, on however many seats."""
    questions: tuple[str, ...]
    """Ids under which it is rated on the card, those that are void left out; never empty."""


Plan = dict[str, tuple[Cell, ...]]
"""Competency to what is planned of it; a competency without cells can be rated by nobody."""


def planned(resolved: Resolved, void: Container[str] = ()) -> Plan:
    """Returns what is planned of every competency; `resolved` has the vacancy's people on its seats.

    A void question is planned nowhere. Where it was the only one, the seat does not rate the competency in that
    session: no card is missed, and nobody is waited for.
    """
    profile = resolved.profile
    raters = _raters(resolved)
    cases = case_ratings(profile)
    return {name: tuple(_cells(profile, name, raters, cases, void)) for name in profile.competencies}


def _cells(
    profile: Profile,
    competency: str,
    raters: Mapping[str, str],
    cases: Mapping[tuple[str, str], str],
    void: Container[str],
) -> Iterator[Cell]:
    for session_id, session in profile.plan.sessions.items():
        if competency not in rated(profile, session):
            continue
        if session.kind == "case":
            ids = [cases[session_id, competency]]
        else:
            ids = list(profile.competencies[competency].questions)
        questions = tuple(it for it in ids if it not in void)
        for seat in dict.fromkeys(session.seats) if questions else ():
            yield Cell(session_id, seat, raters[seat], questions)


def _raters(resolved: Resolved) -> dict[str, str]:
    """Returns the rater on each seat: the first seat of the same person."""
    plan, people = resolved.profile.plan, resolved.company.people
    seats = dict.fromkeys([*plan.seats, *(seat for it in plan.sessions.values() for seat in it.seats)])
    first: dict[str, str] = {}
    return {seat: first.setdefault(occupant(people, seat), seat) for seat in seats}

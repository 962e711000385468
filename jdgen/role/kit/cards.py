"""Scorecards: one for each seat that rates, in each session in which it does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jdgen.language import ENGLISH
from jdgen.role.kit.model import Card, FlagBox, Item, Sheet
from jdgen.role.kit.ratings import case_ratings

if TYPE_CHECKING:
    from jdgen.language import Language
    from jdgen.role.kit.model import Duty, Kit, Seat
    from jdgen.role.model import Competency, Role
    from jdgen.role.resolution import Resolved

SCHEMA = "1"
"""Version of the hidden fields of a card."""


def cards(resolved: Resolved, kit: Kit, role: Role, say: Language = ENGLISH) -> tuple[Card, ...]:
    """Returns the scorecards, session by session; the kit is one of the same role."""
    names = case_ratings(resolved.profile)
    shows = {line.competency.id: line.shows for line in kit.case.scored_on} if kit.case else {}
    return tuple(
        Card(
            id=f"{session.id}-{seat.id}",
            session=session,
            seat=seat,
            sheets=tuple(_sheet(duty, it, names, shows, say) for it in duty.rates),
            machine=_machine(role, session.id, seat),
        )
        for session in kit.sessions
        for seat in kit.seats
        for duty in seat.duties
        if duty.rates and duty.session.id == session.id
    )


def _sheet(
    duty: Duty,
    competency: Competency,
    names: dict[tuple[str, str], str],
    shows: dict[str, str],
    say: Language,
) -> Sheet:
    if duty.session.kind == "case":
        items = [
            Item(
                names[duty.session.id, competency.id],
                say("Case"),
                shows.get(competency.id, ""),
                (),
                mine=False,
            )
        ]
    else:
        mine = competency in duty.asks
        items = [Item(it.id, it.kind, it.ask, it.answers, mine) for it in competency.questions]
    flags = tuple(
        FlagBox(f"flag-{competency.id}-{number}", text) for number, text in enumerate(competency.red_flags, 1)
    )
    return Sheet(competency, tuple(items), flags)


def _machine(role: Role, session: str, seat: Seat) -> tuple[tuple[str, str], ...]:
    return (
        ("jd-schema", SCHEMA),
        ("jd-fingerprint", role.fingerprint),
        ("jd-role", role.id),
        ("jd-stage", role.stage),
        ("jd-session", session),
        ("jd-seat", seat.id),
    )

"""The work sample: what candidates are handed, and for assessors what the figures come to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jdgen.language import ENGLISH, phrase
from jdgen.role.kit import investment, roadmap
from jdgen.role.kit.model import CaseLine, CaseWork
from jdgen.role.kit.ratings import case_ratings
from jdgen.schema.plan import Investment

if TYPE_CHECKING:
    from jdgen.language import Language
    from jdgen.role.kit.model import Table
    from jdgen.role.model import Role
    from jdgen.schema import Profile
    from jdgen.schema.plan import Roadmap

YARDSTICK = phrase(
    "These results are a yardstick, not the answer. Score the reasons: another choice, argued from the figures and open about "
    "what would change it, earns as much as this one, and this one without reasons earns little."
)
"""Closes every reference, so that nobody rates by the result."""


def case_work(profile: Profile, role: Role, say: Language = ENGLISH) -> CaseWork | None:
    """Returns the work sample of a role, or None where it has none."""
    case = profile.case
    if case is None:
        return None
    tables, sentences = _computed(case.figures, say)
    sessions = [session for session in profile.plan.sessions.values() if session.kind == "case"]
    return CaseWork(
        title=case.title,
        to_candidate=case.to_candidate,
        prep=max((session.prep for session in sessions), default=0),
        presentation=case.presentation,
        discussion=case.discussion,
        figures=_handed_out(case.figures, say),
        facts=tuple(case.facts),
        planted=tuple(case.planted),
        reference=tables,
        conclusions=sentences,
        scored_on=_lines(profile, role, case.scored_on),
    )


def _handed_out(figures: Investment | Roadmap | None, say: Language) -> Table | None:
    if figures is None:
        return None
    if isinstance(figures, Investment):
        return investment.handed_out(figures, say)
    return roadmap.handed_out(figures, say)


def _computed(
    figures: Investment | Roadmap | None, say: Language
) -> tuple[tuple[Table, ...], tuple[str, ...]]:
    """Returns the reference tables and what they say."""
    if figures is None:
        return (), (say(YARDSTICK),)
    if isinstance(figures, Investment):
        tables, sentences = investment.reference(figures, say), investment.conclusions(figures, say)
    else:
        tables, sentences = roadmap.reference(figures, say), roadmap.conclusions(figures, say)
    return tuple(tables), (*sentences, say(YARDSTICK))


def _lines(profile: Profile, role: Role, shows: dict[str, str]) -> tuple[CaseLine, ...]:
    """Returns what the case shows, in the order of the profile; under the id of its first session."""
    ratings: dict[str, str] = {}
    for (_, competency), name in case_ratings(profile).items():
        ratings.setdefault(competency, name)
    return tuple(
        CaseLine(it, shows[it.id], ratings.get(it.id, "")) for it in role.competencies if it.id in shows
    )

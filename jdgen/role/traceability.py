"""Posted line to assessment, and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jdgen.language import ENGLISH
from jdgen.role.model import Origin, Trace
from jdgen.role.wording import sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from jdgen.language import Language
    from jdgen.schema import Profile
    from jdgen.schema.requirement import Requirement


def posted(profile: Profile, own: Language = ENGLISH) -> tuple[Trace, ...]:
    """Returns where each posted line is assessed, responsibilities first; `own` is the profile's language."""
    do = [
        Trace("do", name, line.text, *_assessed(profile, _serving(profile, name), ()))
        for name, line in profile.responsibilities.items()
    ]
    bring = [
        Trace(
            "bring",
            name,
            sentence(line, profile, own),
            *_assessed(profile, _rating(profile, line), line.assess),
        )
        for name, line in profile.requirements.items()
    ]
    return (*do, *bring)


def assessed(profile: Profile) -> tuple[Origin, ...]:
    """Returns which posted lines each competency is rated for."""
    return tuple(
        Origin(
            competency.name,
            tuple(competency.questions),
            tuple(competency.serves),
            tuple(line for line, item in profile.requirements.items() if name in item.assess),
        )
        for name, competency in profile.competencies.items()
    )


def _serving(profile: Profile, responsibility: str) -> list[str]:
    return [name for name, it in profile.competencies.items() if responsibility in it.serves]


def _rating(profile: Profile, requirement: Requirement) -> list[str]:
    return [name for name in requirement.assess if name in profile.competencies]


def _assessed(profile: Profile, by: Sequence[str], where: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    """Returns competencies, sessions and seats: where the competencies are rated, and what else is named."""
    sessions = profile.plan.sessions
    rating = [key for competency in by for key, it in sessions.items() if competency in it.competencies]
    named = [key for key in where if key in sessions]
    screens = [key for key in named if sessions[key].kind == "screen"]
    seats = [seat for key in (rating or named) for seat in sessions[key].seats]
    return tuple(by), _unique([*screens, *rating, *named]), _unique(seats)


def _unique(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))

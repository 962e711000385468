"""Posted line to assessment, and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jdgen.role.model import Origin, Trace
from jdgen.role.wording import sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from jdgen.schema import Profile


def posted(profile: Profile) -> tuple[Trace, ...]:
    """Returns where each posted line is assessed, responsibilities first."""
    do = [
        _trace(profile, "do", name, line.text, [key for key, it in profile.competencies.items() if name in it.serves], ())
        for name, line in profile.responsibilities.items()
    ]
    bring = [
        _trace(profile, "bring", name, sentence(line, profile), [key for key in line.assess if key in profile.competencies], line.assess)
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


def _trace(profile: Profile, column: str, name: str, text: str, by: Sequence[str], where: Sequence[str]) -> Trace:
    sessions = profile.plan.sessions
    rating = [key for competency in by for key, it in sessions.items() if competency in it.competencies]
    named = [key for key in where if key in sessions]
    at = _unique([*(key for key in named if sessions[key].kind == "screen"), *rating, *named])
    seats = _unique(seat for key in (rating or named) for seat in sessions[key].seats)
    return Trace("do" if column == "do" else "bring", name, text, tuple(by), at, seats)


def _unique(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))

"""How each requirement stands: gates by the screen, skills and methods by the ratings (rubric 7.6)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from jdgen.role.rule import mean
from jdgen.schema.requirement import RATED, Experience
from jdgen.scoring.experience import has_experience

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from fractions import Fraction

    from jdgen.schema import Profile
    from jdgen.schema.candidates import Candidate, Status
    from jdgen.schema.requirement import Requirement
    from jdgen.scoring.competency import Score

MEETS = 3
"""The level of the scale that meets the role."""


class Standing(NamedTuple):
    """How one requirement stands for one candidate; none ever adds to the total."""

    requirement: str
    status: Status
    by: Literal["screen", "career", "ratings"]
    """What settled it: the screen, the months entered for an experience, or the ratings."""
    must: bool
    knock_out: bool
    score: Fraction | None
    """Mean of the competencies that settle it; None for a gate, and while one of them has a gap."""
    note: str
    """What the recruiter wrote beside it, or empty."""

    @property
    def met(self) -> bool:
        """Whether it is met, by an equivalent too."""
        return self.status in {"met", "equivalent"}


def standings(profile: Profile, candidate: Candidate, scores: Mapping[str, Score]) -> tuple[Standing, ...]:
    """Returns how each requirement stands, in the order of the profile.

    A gate that the screen does not name is unverified, and so is a skill or method while one of its competencies has
    a gap.
    """
    return tuple(_standing(name, it, candidate, scores) for name, it in profile.requirements.items())


def _standing(name: str, it: Requirement, candidate: Candidate, scores: Mapping[str, Score]) -> Standing:
    by: Literal["screen", "career", "ratings"] = "screen"
    score = None
    if it.kind in RATED:
        by, score = "ratings", _settling([scores[key] for key in it.assess if key in scores])
        status: Status = "unverified" if score is None else "met" if score >= MEETS else "not_met"
    elif name not in candidate.screen and isinstance(it, Experience) and candidate.career:
        by, status = "career", "met" if has_experience(it, candidate.career) else "not_met"
    else:
        status = candidate.screen.get(name, "unverified")
    return Standing(
        name, status, by, it.importance == "must", it.knock_out, score, candidate.notes.get(name, "")
    )


def _settling(scores: Sequence[Score]) -> Fraction | None:
    known = [it.score for it in scores if it.score is not None and not it.gap]
    return mean(known) if known and len(known) == len(scores) else None

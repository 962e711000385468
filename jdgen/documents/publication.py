"""A role as public documents see it: what is for interviewers cannot be printed, looped over or asked about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jdgen.documents.templates import internal

if TYPE_CHECKING:
    from jdgen.role import Role
    from jdgen.role.model import Requirement

INTERNAL = (
    "because", "scale", "competencies", "gates", "rated", "thresholds", "example", "posted", "assessed", "never_ask",
    "rating_errors", "benchmarks", "judged", "experts", "analysis",
)  # fmt: skip
"""Fields of a role that only interviewers may read."""


def published(role: Role) -> Role:
    """Returns `role` with its internal fields closed."""
    hidden = {name: internal(name) for name in INTERNAL}
    musts = tuple(_published(line) for line in role.musts)
    preferred = tuple(_published(line) for line in role.preferred)
    return role._replace(**hidden, musts=musts, preferred=preferred)


def _published(line: Requirement) -> Requirement:
    return line._replace(proof=internal("musts.proof"), because=internal("musts.because"))

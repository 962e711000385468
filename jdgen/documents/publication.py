"""A role as public documents see it: what is for interviewers cannot be printed, looped over or asked about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jdgen.documents.sandbox import internal

if TYPE_CHECKING:
    from jdgen.role import Role
    from jdgen.role.kit import Kit
    from jdgen.role.kit.model import CaseWork
    from jdgen.role.model import Requirement

INTERNAL = (
    "because", "scale", "competencies", "gates", "rated", "thresholds", "example", "posted", "assessed", "never_ask",
    "rating_errors", "benchmarks", "judged", "experts", "analysis",
)  # fmt: skip
"""Fields of a role that only interviewers may read."""


INTERNAL_KIT = (
    "seats", "interviewer_minutes", "write_up_minutes", "company_time", "busiest", "coverage", "references", "samples",
    "structure", "vacancy",
)  # fmt: skip
"""Fields of a kit that only interviewers may read."""

INTERNAL_CASE = ("planted", "reference", "conclusions", "scored_on")
"""Fields of the case that only assessors may read."""


def published(role: Role) -> Role:
    """Returns `role` with its internal fields closed."""
    hidden = {name: internal(name) for name in INTERNAL}
    musts = tuple(_published(line) for line in role.musts)
    preferred = tuple(_published(line) for line in role.preferred)
    return role._replace(**hidden, musts=musts, preferred=preferred)


def _published(line: Requirement) -> Requirement:
    return line._replace(proof=internal("musts.proof"), because=internal("musts.because"))


def published_kit(kit: Kit) -> Kit:
    """Returns `kit` with its internal fields closed: what candidates may know are sessions, the task and how to prepare."""
    hidden = {name: internal(name, "kit") for name in INTERNAL_KIT}
    sessions = tuple(it._replace(slots=internal("sessions.slots", "kit")) for it in kit.sessions)
    return kit._replace(**hidden, sessions=sessions, case=kit.case and _published_case(kit.case))


def _published_case(case: CaseWork) -> CaseWork:
    return case._replace(**{name: internal(f"case.{name}", "kit") for name in INTERNAL_CASE})

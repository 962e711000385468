"""The calibration page: key answers without their level, for raters to place before the first interview."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from jdgen.role.kit.model import Sample

if TYPE_CHECKING:
    from jdgen.role.model import Role


def samples(role: Role) -> tuple[Sample, ...]:
    """Returns the key answers of all situational questions, in an order that tells nothing of their level.

    The order is the one of SHA-256 over fingerprint and id: the same for every rater, another for another role.
    """
    found = [
        Sample(0, f"{question.id}-{answer.level}", competency.name, question.ask, answer.text, answer.level)
        for competency in role.competencies
        for question in competency.questions
        for answer in question.answers
    ]
    mixed = sorted(found, key=lambda it: hashlib.sha256(f"{role.fingerprint}{it.id}".encode()).digest())
    return tuple(it._replace(number=number) for number, it in enumerate(mixed, 1))

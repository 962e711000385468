"""The fingerprint: what an assessment rests on, in twelve hex digits."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jdgen.schema import Profile

ASSESSED = {
    "responsibilities", "requirements", "competencies", "plan", "case", "references", "scale", "not_assessed", "scoring",
    "time", "weights", "floors",
}  # fmt: skip
"""What can change an assessment; not the company's name, its pay, or prose about the role."""

SAID = {"from_", "because"}
"""Reasons and sources inside these parts: they explain an assessment and do not change it."""


def fingerprint(profile: Profile) -> str:
    """Returns the first 12 hex digits of SHA-256 over the canonical JSON of what is assessed."""
    parts = profile.model_dump(mode="json", include=ASSESSED)
    text = json.dumps(_bare(parts), sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def _bare(value: object) -> object:
    if isinstance(value, dict):
        return {str(name): _bare(part) for name, part in value.items() if name not in SAID}
    return [_bare(part) for part in value] if isinstance(value, list) else value

"""The resolved role as data, for other systems."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jdgen.role.fingerprint import fingerprint
from jdgen.schema.rubric import Rubric

if TYPE_CHECKING:
    from jdgen.role.resolution import Resolved


def to_json(resolved: Resolved) -> bytes:
    """Returns the role as JSON, decimals as strings; `jdgen schema rubric` prints its JSON Schema."""
    data = Rubric.model_validate(
        {"stage": resolved.stage, "fingerprint": fingerprint(resolved.profile), "profile": resolved.profile}
    )
    return (
        data.model_dump_json(by_alias=True, exclude_none=True, exclude={"profile": {"waivers"}}, indent=2)
        + "\n"
    ).encode()

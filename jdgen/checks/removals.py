"""Ids that are named and not there; one that a layer took away is told once, where it was taken away."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from jdgen.checks.finding import Finding
from jdgen.checks.references import unknown_id
from jdgen.errors import in_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jdgen.checks.rule import Path
    from jdgen.errors import Place
    from jdgen.role.resolution import Resolved

COLLECTIONS = (
    ("responsibilities",), ("requirements",), ("competencies",), ("plan", "seats"), ("plan", "sessions"), ("sources",),
)  # fmt: skip
"""Where the entries stand that others name."""


def unknown_ids(role: Resolved) -> Iterator[Finding]:
    """Yields the findings of E03: where an id is named, or where it was removed with all that still names it."""
    removed: dict[object, Place] = {
        name: place for path in COLLECTIONS for name, place in role.tree.at(*path).removed
    }
    still: dict[object, dict[str, None]] = {}
    for path, message in unknown_id.faults(role.profile):
        name = path[-1] if isinstance(path[-1], str) else role.tree.at(*path).plain
        if name in removed:
            still.setdefault(name, {})[_field(path)] = None
        else:
            yield Finding(unknown_id.code, unknown_id.severity, role.place(*path), message)
    for name, fields in still.items():
        message = f"'{name}' is removed here and still named in {in_words(fields, 'and')}: change these as well, or keep it"
        yield Finding(unknown_id.code, unknown_id.severity, removed[name], message)


def _field(path: Path) -> str:
    """Returns the field that a patch has to change: of a list the whole."""
    return ".".join(takewhile(lambda part: isinstance(part, str), path[:-1]))  # type: ignore[arg-type]  # they are text

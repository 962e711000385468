"""What a layer broke, told where that layer did it."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from jdgen.errors import in_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jdgen.checks.finding import Finding
    from jdgen.checks.rule import Path, Rule
    from jdgen.errors import Place
    from jdgen.role.resolution import Resolved
    from jdgen.schema import Profile

COLLECTIONS = (
    ("responsibilities",), ("requirements",), ("competencies",), ("plan", "seats"), ("plan", "sessions"), ("sources",),
)  # fmt: skip
"""Where the entries stand that others name."""


def at_the_last_change(rule: Rule[Profile], role: Resolved) -> Iterator[Finding]:
    """Yields a finding for each fault, where company or flags changed the mapping last."""
    return rule(role.profile, role.last_change)


def once_where_removed(rule: Rule[Profile], role: Resolved) -> Iterator[Finding]:
    """Yields a finding for each id that is not there: where it is named, or where it was removed with all that still names it."""
    removed: dict[object, Place] = {
        name: place for path in COLLECTIONS for name, place in role.tree.at(*path).removed
    }
    still: dict[object, dict[str, None]] = {}
    for path, message in rule.faults(role.profile):
        name = path[-1] if isinstance(path[-1], str) else role.tree.at(*path).plain
        if name in removed:
            still.setdefault(name, {})[_field(path)] = None
        else:
            yield rule.finding(role.place(*path), message)
    for name, fields in still.items():
        message = f"'{name}' is removed here and still named in {in_words(fields, 'and')}: change these as well, or keep it"
        yield rule.finding(removed[name], message)


def _field(path: Path) -> str:
    """Returns the field that a patch has to change: of a list the whole."""
    return ".".join(takewhile(lambda part: isinstance(part, str), path[:-1]))  # type: ignore[arg-type]  # they are text

"""Lines of two roles side by side, each with its sources and the place where it is written."""

from __future__ import annotations

from fractions import Fraction
from itertools import zip_longest
from pathlib import PurePath
from typing import TYPE_CHECKING, NamedTuple

from jdgen.role.causes import leaves

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jdgen.role.model import Role
    from jdgen.role.resolution import Resolved

GROUPS = {
    "degree": "Degree",
    "experience": "Experience",
    "scope": "Scope of work",
    "certification": "Certificates",
    "method": "Methods",
    "skill": "Skills",
    "logistics": "Conditions",
}
"""Kinds of requirements, in the order in which they are compared."""


class Cell(NamedTuple):
    """A line of one role."""

    text: str
    """What it says."""
    sources: tuple[str, ...]
    """Ids of its sources, then where it is written: `cto.yaml:38`."""


class Row(NamedTuple):
    """Two lines that stand side by side; either may be missing."""

    name: str
    """What is compared."""
    first: Cell | None
    """The first role's."""
    second: Cell | None
    """The second role's."""


class Rated(NamedTuple):
    """A competency of one role."""

    name: Cell
    """Its name."""
    weight: str
    """Its weight."""


def requirements(first: Resolved, second: Resolved, roles: tuple[Role, Role]) -> Iterator[Row]:
    """Yields the lines of each kind, those of one role beside those of the other; what is only welcome says so."""
    for kind, name in GROUPS.items():
        columns = (
            _of_kind(resolved, role, kind) for resolved, role in zip((first, second), roles, strict=True)
        )
        for number, (one, other) in enumerate(zip_longest(*columns)):
            yield Row("" if number else name, one, other)


def _of_kind(resolved: Resolved, role: Role, kind: str) -> list[Cell]:
    known = resolved.profile.requirements
    asked = (it for it in (*role.musts, *role.preferred) if known[it.id].kind == kind)
    return [
        Cell(
            it.text + ("" if it.must else " (welcome, not required)"),
            (*known[it.id].from_, written(resolved, "requirements", it.id)),
        )
        for it in asked
    ]


def rated(resolved: Resolved, role: Role) -> list[Rated]:
    """Returns what a role is rated on, the heaviest first."""
    by_weight = sorted(role.competencies, key=lambda it: -Fraction(it.weight))
    return [
        Rated(Cell(it.name, (written(resolved, "competencies", it.id, "name"),)), it.weight)
        for it in by_weight
    ]


def written(resolved: Resolved, *path: str) -> str:
    """Returns where the value at `path` is written: of each file that has a part in it, the first line."""
    node = resolved.tree.at(*path)
    lines: dict[str, int] = {}
    for _, leaf in leaves(node) if node is not resolved.tree else ():
        file = PurePath(leaf.place.file).name  # its folder is another one on another machine
        lines[file] = min(leaf.key.line, lines.get(file, leaf.key.line))
    return ", ".join(f"{file}:{line}" for file, line in lines.items())

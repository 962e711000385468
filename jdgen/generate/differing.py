"""What changes from one stage of a company to another, in words."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from jdgen.role.resolution import resolve
from jdgen.role.view import describe
from jdgen.role.wording import STAGE_NAMES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from jdgen.role.model import Competency, Role, Session
    from jdgen.source import Node
    from jdgen.workspace import Workspace


def differences(
    name: str, workspace: Workspace, stages: tuple[str, str], flags: Node | None = None
) -> Iterator[str]:
    """Yields, a line each, what posting and rubric of the second stage say otherwise than those of the first.

    Raises:
        JdgenError: a file is wrong, or the profile has no such stage.
    """
    layers = workspace.layers(name, flags)
    first, second = (describe(resolve(layers, stage)) for stage in stages)
    yield f"{first.title}: from {STAGE_NAMES[first.stage]} to {STAGE_NAMES[second.stage]}"
    parts = [(title, list(lines(first, second))) for title, lines in PARTS.items()]
    yield from chain.from_iterable(_section(title, lines) for title, lines in parts if lines)
    if not any(lines for _, lines in parts):
        yield "\nNothing changes."


def _section(title: str, lines: Iterable[str]) -> Iterator[str]:
    yield f"\n{title}"
    for line in lines:
        yield f"  {line}"


def _texts(name: str) -> Callable[[Role, Role], Iterator[str]]:
    """Returns what compares a text of the role."""

    def lines(first: Role, second: Role) -> Iterator[str]:
        before, after = getattr(first, name), getattr(second, name)
        if before != after:
            yield f"was: {before or 'nothing'}"
            yield f"is:  {after or 'nothing'}"

    return lines


def _lists(name: str) -> Callable[[Role, Role], Iterator[str]]:
    """Returns what compares a list of posted lines."""

    def lines(first: Role, second: Role) -> Iterator[str]:
        before, after = (
            tuple(getattr(it, "text", it) for it in getattr(role, name)) for role in (first, second)
        )
        yield from (f"- {line}" for line in before if line not in after)
        yield from (f"+ {line}" for line in after if line not in before)

    return lines


def _weights(first: Role, second: Role) -> Iterator[str]:
    """The competencies whose weight or floor differs, the greatest change first."""
    before = {it.id: it for it in first.competencies}
    after = {it.id: it for it in second.competencies}
    for key in before.keys() - after.keys():
        yield f"- {before[key].name}: no longer rated (was {_weighed(before[key])})"
    for key in after.keys() - before.keys():
        yield f"+ {after[key].name}: {_weighed(after[key])}"
    both = [key for key in before if key in after and _weighed(before[key]) != _weighed(after[key])]
    for key in sorted(both, key=lambda key: -abs(float(after[key].weight) - float(before[key].weight))):
        yield f"{after[key].name}: {_weighed(before[key])} → {_weighed(after[key])}"


def _weighed(it: Competency) -> str:
    return f"{it.weight} of 100" + (f", no score below {it.floor}" if it.floor else "")


def _anchors(first: Role, second: Role) -> Iterator[str]:
    """The competencies whose definition, anchors or questions differ, each with what they are."""
    before = {it.id: it for it in first.competencies}
    for it in second.competencies:
        was = before.get(it.id)
        parts = [
            name
            for name in ("definition", "anchors", "questions", "red_flags")
            if was and getattr(was, name) != getattr(it, name)
        ]
        if parts:
            yield f"{it.name}: other {', '.join(part.replace('_', ' ') for part in parts)}"


def _session(it: Session) -> str:
    minutes = f"{it.minutes} minutes, " if it.minutes else ""
    return f"{it.title}: {minutes}{', '.join(it.seats)}"


def _sessions(first: Role, second: Role) -> Iterator[str]:
    before = {it.id: it for it in first.sessions}
    for it in second.sessions:
        was = before.pop(it.id, None)
        if was is None or _session(was) != _session(it):
            yield from ([f"- {_session(was)}"] if was else [])
            yield f"+ {_session(it)}"
    yield from (f"- {_session(it)}" for it in before.values())


PARTS: dict[str, Callable[[Role, Role], Iterator[str]]] = {
    "Title": _texts("title"),
    "Mission": _texts("mission"),
    "What you will do": _lists("responsibilities"),
    "What everyone has to bring": _lists("must_lines"),
    "Welcome, not required": _lists("preferred_lines"),
    "How the two roles work together": _texts("together"),
    "Weights and floors": _weights,
    "Why they are so": _texts("because"),
    "What is rated": _anchors,
    "Interviews": _sessions,
}
"""What is compared, in the order in which it is told."""

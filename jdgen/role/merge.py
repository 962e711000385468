"""JSON Merge Patch (RFC 7396) over nodes: each value that stays or comes keeps the place and layer it came from."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jdgen.source import Node


def merge(target: Node | None, patch: Node) -> Node:
    """Returns `target` with `patch` applied: a mapping merges by key, null removes, anything else replaces."""
    if not isinstance(patch.value, dict):
        return patch if target is None else patch._replace(before=target)
    here = target if target is not None and isinstance(target.value, dict) else patch._replace(value={})
    fields = dict(here.value) if isinstance(here.value, dict) else {}
    removed = tuple(
        (name, node.key) for name, node in patch.value.items() if node.value is None and name in fields
    )
    for name, node in patch.value.items():
        if node.value is None:
            fields.pop(name, None)
        else:
            fields[name] = merge(fields.get(name), node)
    return here._replace(value=fields, removed=here.removed + removed)


def without_effect(target: Node | None, patch: Node) -> Iterator[tuple[Node, str, tuple[str, ...]]]:
    """Yields each null that removes nothing: its node, its name, and the names that are there."""
    fields = target.value if target is not None and isinstance(target.value, dict) else {}
    for name, node in patch.value.items() if isinstance(patch.value, dict) else ():
        if node.value is None and name not in fields:
            yield node, name, tuple(fields)
        elif name in fields:
            yield from without_effect(fields[name], node)

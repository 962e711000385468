"""JSON Merge Patch (RFC 7396) over nodes: each value that stays or comes keeps the place and layer it came from."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jdgen.source import Node


def merge(target: Node | None, patch: Node) -> Node:
    """Returns `target` with `patch` applied: a mapping merges by key, null removes, anything else replaces."""
    if not isinstance(patch.value, dict):
        return patch
    here = target if target is not None and isinstance(target.value, dict) else replace(patch, value={})
    fields = dict(here.value) if isinstance(here.value, dict) else {}
    for name, node in patch.value.items():
        if node.value is None:
            fields.pop(name, None)
        else:
            fields[name] = merge(fields.get(name), node)
    return replace(here, value=fields)

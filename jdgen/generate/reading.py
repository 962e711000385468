"""What a role is made of: its files read, and checked as far as errors go."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jdgen.checks.rubric import check
from jdgen.errors import JdgenError
from jdgen.formats.images import data_address
from jdgen.role.resolution import Layers, Resolved

if TYPE_CHECKING:
    from jdgen.source import Node
    from jdgen.workspace import Workspace


def read(name: str, workspace: Workspace, flags: Node | None = None) -> Layers:
    """Returns the files that the role `name` is made of."""
    profile = workspace.profile(name)
    other = profile.at("counterpart", "role")
    counterpart = workspace.profile(other.plain, other.place) if isinstance(other.value, str) else None
    return Layers(workspace.common(), profile, workspace.company(), counterpart, flags)


def stop_on_errors(resolved: Resolved) -> None:
    """Raises JdgenError with every finding that is an error."""
    problems = [finding.problem for finding in check(resolved, ["error"])]
    if problems:
        raise JdgenError(*problems)


def logo(resolved: Resolved, workspace: Workspace) -> str:
    """Returns the company's logo as a data: address, or an empty text."""
    named = resolved.company.brand.logo
    if not named:
        return ""
    place = resolved.company_tree.at("brand", "logo").place
    return data_address(named, [workspace.root], place)

"""Overrides whose originals have changed since they were written, each with the difference."""

from __future__ import annotations

from difflib import unified_diff
from typing import TYPE_CHECKING, NamedTuple

from jdgen import __version__
from jdgen.documents.history import changes, mark, order, written_for
from jdgen.errors import Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jdgen.documents.history import Change
    from jdgen.workspace import Found, Workspace


class Outdated(NamedTuple):
    """What is to be looked at in a template of the user's own."""

    place: Place
    message: str
    difference: str = ""
    """As a unified diff, the original as it was and as it is."""


def outdated(workspace: Workspace) -> Iterator[Outdated]:
    """Yields what changed in the originals of the user's templates, and which of these cannot be told.

    Raises:
        JdgenError: a template cannot be read.
    """
    for found in workspace.templates():
        if found.hides:
            yield from _of_template(found, workspace)


def _of_template(found: Found, workspace: Workspace) -> Iterator[Outdated]:
    own, original = workspace.text_at(found.path), workspace.text_at(found.hides or found.path)
    place, release = Place(workspace.label(found.path)), written_for(own)
    if release is None:
        say = f"does not say which jdgen it is written for: add the line {mark(__version__)} to be told what changes"
        yield Outdated(place, say)
        return
    if order(release) > order(__version__):
        say = f"is written for jdgen {release}, and this is {__version__}: correct the line, or install that"
        yield Outdated(place, say)
        return
    for it in changes(own, original, found.name, workspace.history()):
        yield Outdated(place._replace(line=it.line), _said(it, release), _difference(it, release))


def _said(change: Change, release: str) -> str:
    if change.after is None:
        return (
            f"the block '{change.block}', which jdgen {release} had, is gone: move its text to another block"
        )
    return f"the block '{change.block}' is not what it was in jdgen {release}"


def _difference(change: Change, release: str) -> str:
    return "\n".join(
        unified_diff(
            change.before.splitlines(),
            (change.after or "").splitlines(),
            f"{change.block}, jdgen {release}",
            f"{change.block}, jdgen {__version__}",
            lineterm="",
        )
    )

"""The pipeline: read, resolve, compose, format, write."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from jdgen.documents import Kind
from jdgen.press import Order, press

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence
    from pathlib import Path

    from jdgen.checks import Missing
    from jdgen.documents import Paper
    from jdgen.source import Node
    from jdgen.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Run:
    """What a run made."""

    written: tuple[Path, ...]
    """The files, in the order in which they were asked for."""
    missing: tuple[Missing, ...]
    """What the posting lacks before it can be published."""
    older: tuple[Path, ...]
    """The same documents in other formats, left by an earlier run."""


def generate(
    name: str,
    workspace: Workspace,
    *,
    stage: str | None = None,
    kinds: Sequence[Kind] = tuple(Kind),
    formats: Sequence[str] = ("md",),
    paper: Paper = "a4",
    flags: Node | None = None,
    as_of: dt.date | None = None,
) -> Run:
    """Writes the documents `kinds` of the role `name` and returns what was made; nothing is written unless all of it was.

    Raises:
        JdgenError: something in the user's files is wrong.
    """
    order = Order(tuple(kinds), tuple(formats), paper, *templates(workspace))
    with press(order) as made:
        # Imported while the press gets ready: reading and checking take as long as Jinja and the templates.
        from jdgen.checks import guard, missing  # noqa: PLC0415
        from jdgen.generate.reading import logo, read, stop_on_errors  # noqa: PLC0415
        from jdgen.role.resolution import resolve  # noqa: PLC0415
        from jdgen.role.view import describe  # noqa: PLC0415

        resolved = resolve(read(name, workspace, flags), stage)
        stop_on_errors(resolved)
        role = describe(resolved, logo=logo(resolved, workspace), as_of=as_of)
        documents = made(role)
    guard(resolved, {it.stem: it.said for it in documents if it.audience == "public"})
    files = {
        f"{role.id}-{role.stage}/{it.audience}/{it.stem}.{suffix}": data
        for it in documents
        for suffix, data in it.files.items()
    }
    written = workspace.write(files)
    return Run(written, missing(resolved.company), workspace.older(written))


def templates(workspace: Workspace) -> tuple[tuple[Path, ...], dict[str, str]]:
    """Returns the folders of templates, and what messages call them.

    Raises:
        JdgenError: a folder may not be read, or a template is misnamed.
    """
    workspace.templates()
    folders = workspace.folders("templates")
    return folders, {str(folder): f"{workspace.label(folder)}/" for folder in folders}

"""The pipeline: read, resolve, compose, format, write."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from jdgen.checks import guard, missing
from jdgen.checks.rubric import check
from jdgen.documents import Document, Kind, Templates, compose
from jdgen.errors import JdgenError
from jdgen.formats import FORMATS
from jdgen.formats.images import data_address, refuse_foreign_images
from jdgen.role import Layers, Resolved, describe, resolve

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
    formats: Sequence[str] = ("md",),
    paper: Paper = "a4",
    flags: Node | None = None,
    as_of: dt.date | None = None,
) -> Run:
    """Writes posting and rubric of the role `name` and returns what was made; nothing is written unless all of it was.

    Raises:
        JdgenError: something in the user's files is wrong.
    """
    resolved = resolve(read(name, workspace, flags), stage)
    stop_on_errors(resolved)
    role = describe(resolved, logo=logo(resolved, workspace), as_of=as_of)
    sources = templates(workspace)
    documents = [compose(role, kind, sources, paper) for kind in Kind]
    for document in documents:
        refuse_foreign_images(document)
    guard_public(resolved, documents, formats)
    files = {
        f"{role.id}-{role.stage}/{it.audience}/{it.stem}.{suffix}": FORMATS[suffix](it)
        for it in documents
        for suffix in formats
    }
    written = workspace.write(files)
    return Run(written, missing(resolved.company), workspace.older(written))


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


def templates(workspace: Workspace) -> Templates:
    """Returns the templates of the workspace, named in messages as the user knows them."""
    workspace.templates()
    folders = workspace.folders("templates")
    return Templates(folders, shown={str(folder): f"{workspace.label(folder)}/" for folder in folders})


def guard_public(resolved: Resolved, documents: Sequence[Document], formats: Sequence[str]) -> None:
    """Raises JdgenError where a public document holds something internal."""
    texts = {}
    for document in documents:
        if document.audience == "public":
            said = [document.body, document.title, document.description, document.author]
            if {"html", "pdf"}.intersection(formats):
                from jdgen.formats.html import page, stylesheet  # noqa: PLC0415 - Python-Markdown

                style = stylesheet(document, "page") + stylesheet(document, "screen")
                said.append(page(document, style=style))
            texts[document.stem] = "\n".join(said)
    guard(resolved, texts)

"""The pipeline: read, resolve, compose, format, write."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from jdgen.documents import MAIN, SEVERAL, Kind, stem
from jdgen.errors import JdgenError, Place, Problem, in_words
from jdgen.press import Made, Order, press

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from jdgen.checks import Missing
    from jdgen.documents import Paper
    from jdgen.role.resolution import Resolved
    from jdgen.source import Node
    from jdgen.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Run:
    """What a run made."""

    written: tuple[Path, ...]
    """The files, in the order in which they were asked for."""
    missing: tuple[Missing, ...]
    """What public documents lack before they can go out."""
    older: tuple[Path, ...]
    """The same documents in other formats, and kits and cards of seats that are gone, left by an earlier run."""


def generate(
    name: str,
    workspace: Workspace,
    *,
    stage: str | None = None,
    kinds: Sequence[Kind] = MAIN,
    formats: Sequence[str] = ("md",),
    paper: Paper = "a4",
    flags: Node | None = None,
    as_of: dt.date | None = None,
    vacancy: str | None = None,
) -> Run:
    """Writes the documents `kinds` of the role `name` and returns what was made; nothing is written unless all of it was.

    Raises:
        JdgenError: something in the user's files is wrong.
    """
    printed = tuple(kind for kind in kinds if kind is not Kind.DATA)
    order = Order(printed, tuple(formats), paper, *templates(workspace))
    with press(order) as made:
        # Imported while the press gets ready: reading and checking take as long as Jinja and the templates.
        from jdgen.checks import guard, missing  # noqa: PLC0415
        from jdgen.generate.reading import read_role, subject  # noqa: PLC0415

        resolved, opening = read_role(name, workspace, stage, flags, vacancy)
        documents = made(subject(resolved, workspace, kinds, opening, as_of))
    guard(resolved, {it.stem: it.said for it in documents if it.audience == "public"})
    if Kind.DATA in kinds:
        documents.append(_as_data(resolved))
    if not documents:
        message = f"has nothing for {in_words(kinds, 'and')}: write `case` or `references`"
        raise JdgenError(Problem(Place(f"{name}.yaml"), message))
    written = workspace.write(files_of(vacancy or f"{name}-{resolved.stage}", documents))
    lacking = missing(resolved.company, posting=Kind.POSTING in kinds, guide=Kind.GUIDE in kinds)
    series = [stem(name, resolved.stage, f"{kind.about.file}-") for kind in kinds if kind in SEVERAL]
    return Run(written, lacking, workspace.older(written, series))


def _as_data(resolved: Resolved) -> Made:
    """Returns the role as a document for other systems."""
    from jdgen.role.data import to_json  # noqa: PLC0415 - only what is asked for

    name = stem(resolved.profile.role, resolved.stage, Kind.DATA.about.file)
    return Made(name, Kind.DATA.audience, {"json": to_json(resolved)}, said="")


def files_of(folder: str, documents: Iterable[Made]) -> dict[str, bytes]:
    """Returns the documents' bytes, by path below the output folder."""
    return {
        f"{folder}/{it.audience}/{it.stem}.{ending}": data
        for it in documents
        for ending, data in it.files.items()
    }


def templates(workspace: Workspace) -> tuple[tuple[Path, ...], dict[str, str]]:
    """Returns the folders of templates, and what messages call them.

    Raises:
        JdgenError: a folder may not be read, or a template is misnamed.
    """
    workspace.templates()
    folders = workspace.folders("templates")
    return folders, {str(folder): f"{workspace.label(folder)}/" for folder in folders}

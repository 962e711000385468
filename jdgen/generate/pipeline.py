"""The pipeline: read, resolve, compose, format, write."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from jdgen.documents import BOARDS, MAIN, SEVERAL, Kind, stem
from jdgen.early import started_early
from jdgen.errors import JdgenError, Place, Problem, in_words
from jdgen.generate.editor import Asked, editor
from jdgen.parallel import nothing
from jdgen.press import Made, Order, press

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from jdgen.checks import Finding, Missing
    from jdgen.documents import Paper
    from jdgen.generate.editor import Reading
    from jdgen.source import Node
    from jdgen.workspace import Workspace


class Run(NamedTuple):
    """What a run made."""

    written: tuple[Path, ...]
    """The files, in the order in which they were asked for."""
    missing: tuple[Missing, ...]
    """What public documents lack before they can go out."""
    older: tuple[Path, ...]
    """The same documents in other formats, and kits and cards of seats that are gone, left by an earlier run."""
    findings: tuple[Finding, ...] | None
    """Errors and warnings about the posting that nobody accepted; none where no posting was made, or no day was said."""
    stage: str
    """The role's stage."""


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
    lang: str | None = None,
    today: dt.date | None = None,
    strict: bool = False,
) -> Run:
    """Writes the documents `kinds` of the role `name` and returns what was made; nothing is written unless all of it was.

    They are in the language `lang`: `en`, `de` or `fr`; else in the company's.
    The posting is checked for `today`, and `strict` refuses one that has errors.

    Raises:
        JdgenError: something in the user's files is wrong.
    """
    folders, boards = templates(workspace), bool({*BOARDS.values()}.intersection(formats))
    checked = today if Kind.POSTING in kinds else None
    asked = Asked(
        name, workspace, tuple(kinds), folders, stage, flags, vacancy, lang, as_of, checked, strict, boards
    )
    printed = tuple(kind for kind in kinds if kind is not Kind.DATA)
    reading, documents, findings = _made(asked, Order(printed, tuple(formats), paper, *folders))
    if strict and (errors := [it.problem for it in findings or () if it.severity == "error"]):
        raise JdgenError(*errors)
    if not documents:
        message = f"has nothing for {in_words(kinds, 'and')}: write `case` or `references`"
        raise JdgenError(Problem(Place(f"{name}.yaml"), message))
    stage = reading.subject.role.stage
    written = workspace.write(files_of(vacancy or f"{name}-{stage}", documents))
    series = [stem(name, stage, f"{kind.about.file}-") for kind in kinds if kind in SEVERAL]
    return Run(written, reading.missing, _older(workspace, written, series), findings, stage)


def _made(asked: Asked, order: Order) -> tuple[Reading, list[Made], tuple[Finding, ...] | None]:
    """Returns the role, its documents, and what is found about the posting: one process reads and judges, another one prints."""
    # Of a vacancy its own file is read first: what is wrong there is told before anything else.
    ahead = partial(asked.workspace.layers, asked.name) if asked.vacancy is None else nothing
    with press(order, ahead, here=started_early()) as printer, editor() as reader:
        read = reader.read(asked._replace(layers=printer.layers()))
        printer.get_ready()
        reading = read()
        posted, made = printer.make(reading.subject)
        reader.get_ready()
        # Worked out while the files are made, told after the guard has had its say.
        judged = reader.judge(posted())
        documents = made()
        findings = judged()
    if reading.data is not None:
        role = reading.subject.role
        name = stem(role.id, role.stage, Kind.DATA.about.file)
        documents.append(Made(name, Kind.DATA.audience, {"json": reading.data}))
    return reading, documents, findings


def _older(workspace: Workspace, written: Sequence[Path], series: Sequence[str]) -> tuple[Path, ...]:
    """Returns what an earlier run left of the same documents; the role as data and the rubric share a name and no more."""
    data = f"-{Kind.DATA.about.file}.json"
    beside = workspace.older([path for path in written if not path.name.endswith(data)], series)
    return tuple(path for path in beside if not path.name.endswith(data))


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

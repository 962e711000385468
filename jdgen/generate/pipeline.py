"""The pipeline: read, resolve, compose, format, write."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from jdgen.documents import BOARDS, MAIN, SEVERAL, Kind, stem
from jdgen.errors import JdgenError, Place, Problem, in_words
from jdgen.press import Made, Order, Posted, press

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from jdgen.checks import Finding, Missing
    from jdgen.documents import Paper, Subject
    from jdgen.role.resolution import Resolved
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
    """What is found about the posting and not accepted; none where no posting was made, or no day was said."""
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
    printed = tuple(kind for kind in kinds if kind is not Kind.DATA)
    folders = templates(workspace)
    order = Order(printed, tuple(formats), paper, *folders)
    checked = today if Kind.POSTING in kinds else None
    with press(order, partial(workspace.layers, name)) as printer:
        # Imported while the press gets ready: reading and checking take as long as Jinja and the templates.
        from jdgen.checks import guard, missing  # noqa: PLC0415
        from jdgen.generate.reading import places, read_role, subject  # noqa: PLC0415

        resolved, opening = read_role(name, workspace, stage, flags, vacancy, layers=printer.layers)
        told = places(resolved) if {*BOARDS.values()}.intersection(formats) else ()
        asked = subject(resolved, workspace, kinds, opening, as_of, lang=lang)._replace(places=told)
        posted, made = printer.make(asked)
        if checked:
            _ready_to_review()
        # Worked out while the files are made, told after the guard has had its say.
        findings = _review(posted(), resolved, asked, folders, checked, strict=strict)
        documents = made()
    guard(resolved, {it.stem: it.said for it in documents if it.audience == "public"})
    if strict and (errors := [it.problem for it in findings or () if it.severity == "error"]):
        raise JdgenError(*errors)
    if Kind.DATA in kinds:
        documents.append(_as_data(resolved))
    if not documents:
        message = f"has nothing for {in_words(kinds, 'and')}: write `case` or `references`"
        raise JdgenError(Problem(Place(f"{name}.yaml"), message))
    written = workspace.write(files_of(vacancy or f"{name}-{resolved.stage}", documents))
    lacking = missing(resolved.company, posting=Kind.POSTING in kinds, guide=Kind.GUIDE in kinds)
    series = [stem(name, resolved.stage, f"{kind.about.file}-") for kind in kinds if kind in SEVERAL]
    return Run(written, lacking, _older(workspace, written, series), findings, resolved.stage)


def _older(workspace: Workspace, written: Sequence[Path], series: Sequence[str]) -> tuple[Path, ...]:
    """Returns what an earlier run left of the same documents; the role as data and the rubric share a name and no more."""
    data = f"-{Kind.DATA.about.file}.json"
    beside = workspace.older([path for path in written if not path.name.endswith(data)], series)
    return tuple(path for path in beside if not path.name.endswith(data))


def _ready_to_review() -> None:
    """Loads rules and tables, while the press is at work."""
    import jdgen.generate.review  # noqa: F401, PLC0415 - not before the press has what it needs
    from jdgen.checks.posting.findings import ready  # noqa: PLC0415

    ready()


def _review(
    posted: Posted,
    resolved: Resolved,
    asked: Subject,
    folders: tuple[tuple[Path, ...], dict[str, str]],
    today: dt.date | None,
    *,
    strict: bool,
) -> tuple[Finding, ...] | None:
    """Returns what is found about the posting and not accepted; None where there is no day to check it for."""
    if today is None:
        return None
    from jdgen.generate.review import review_in_english, review_posting, typed_in  # noqa: PLC0415 - loaded while the press was at work

    if asked.say.code == "en":
        found = review_posting(
            posted.body, resolved, asked.role, typed_in(folders), today, strict=strict, scripts=posted.scripts
        )
    else:
        found = review_in_english(resolved, folders, today, strict=strict)
    return tuple(it for it in found if not it.waived)


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

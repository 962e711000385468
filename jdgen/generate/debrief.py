"""From a vacancy's scorecards to its debrief packet, in the vacancy's own folder."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from jdgen.documents import Kind
from jdgen.errors import JdgenError, Place, Problem
from jdgen.press import Order, press

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from jdgen.documents import Paper, Subject
    from jdgen.generate.scorecards import Collected
    from jdgen.intake import Intake
    from jdgen.packet.ground import Ground
    from jdgen.press import Made
    from jdgen.workspace import Workspace

FOLDER = "packet"
"""Where packets stand below the folder of their vacancy."""


class Scored(NamedTuple):
    """What was made of a vacancy's scorecards."""

    written: tuple[Path, ...]
    """The packet, in every format."""
    intake: Intake
    """What came in."""


def score(
    name: str, workspace: Workspace, *, formats: Sequence[str] = ("md",), paper: Paper = "a4"
) -> Scored:
    """Writes the packet of the vacancy `name`, for its owner alone; it shows the candidates whose cards are all locked.

    Raises:
        JdgenError: something in the vacancy's files is wrong, or no candidate's cards are all locked.
    """
    from jdgen.generate.pipeline import templates  # noqa: PLC0415

    with press(Order((Kind.PACKET,), tuple(formats), paper, *templates(workspace))) as printer:
        # Imported while the press gets ready, as in the pipeline.
        from jdgen.generate.scorecards import collect  # noqa: PLC0415
        from jdgen.packet.data import to_json  # noqa: PLC0415

        collected = collect(name, workspace)
        about, ground = _about(collected, name, workspace)
        _, made = printer.make(about)
        (document,) = made()
    files = _files(document, to_json(ground))
    return Scored(workspace.write_private(name, files), collected.intake)


def _about(collected: Collected, name: str, workspace: Workspace) -> tuple[Subject, Ground]:
    """Returns what the packet is printed from, and what it was worked out from."""
    from jdgen.checks.vacancy import Opening, check  # noqa: PLC0415
    from jdgen.generate.reading import stop_on_errors, subject  # noqa: PLC0415
    from jdgen.packet.ground import Ground  # noqa: PLC0415
    from jdgen.packet.view import describe_packet  # noqa: PLC0415
    from jdgen.scoring import compare  # noqa: PLC0415

    resolved, opening, _, known, tree, intake = collected
    stop_on_errors(check(Opening(resolved, opening.vacancy, known), opening.tree, tree))
    complete = {it.candidate for it in intake.standings if it.is_complete}
    if not complete:
        said = "no candidate's cards are all locked yet, and nothing is shown before: `jdgen score --status` says what is missing"
        raise JdgenError(Problem(Place(workspace.label(workspace.root / "vacancies" / name)), said))
    of_those = {code: it for code, it in known.candidates.items() if code in complete}
    shown = known.model_copy(update={"candidates": of_those})
    about = subject(resolved, workspace, [Kind.PACKET], opening, None)
    if about.kit is None:
        raise TypeError(name)
    compared = compare(resolved, intake.shown, shown, opening.vacancy)
    ground = Ground(resolved, about.kit, opening.vacancy, intake, compared)
    return about._replace(cards=(), packet=describe_packet(ground)), ground


def _files(document: Made, data: bytes) -> dict[str, bytes]:
    stem = f"{FOLDER}/{document.stem}"
    return {f"{stem}.{ending}": it for ending, it in {**document.files, "json": data}.items()}

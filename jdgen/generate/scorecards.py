"""A vacancy's scorecards: read, each judged by itself, and gathered."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from jdgen.documents import Kind
from jdgen.errors import JdgenError, Place
from jdgen.generate.reading import read_opening, stop_on_errors, subject
from jdgen.intake import Handed, Panel, gather
from jdgen.intake.acceptance import judge
from jdgen.parallel import cores, share
from jdgen.source.cards import read_cards
from jdgen.workspace.vacancies import card_files, card_label, read_card_file

if TYPE_CHECKING:
    from pathlib import Path

    from jdgen.generate.reading import Opening
    from jdgen.intake import Intake
    from jdgen.role.resolution import Resolved
    from jdgen.workspace import Workspace

FEW = 24
"""Files that are read sooner than another process is started."""

SLOW = {".pdf": 10, ".csv": 10}
"""How much longer a file takes than a card in YAML."""


class Collected(NamedTuple):
    """The scorecards of a vacancy, beside what they are scored by."""

    resolved: Resolved
    """The role, resolved."""
    opening: Opening
    """The vacancy."""
    panel: Panel
    """Who rates what."""
    intake: Intake
    """What came in."""


def collect(name: str, workspace: Workspace) -> Collected:
    """Returns the scorecards of the vacancy `name`; a card that is wrong is a refusal, and the others are read.

    Raises:
        JdgenError: there is no such vacancy, it or the role is wrong, or it has no folder of scorecards.
    """
    resolved, opening = read_opening(name, workspace)
    panel = _panel(resolved, opening, workspace)
    files = card_files(name, workspace)
    work = partial(_handed, panel=panel, workspace=workspace)
    processes = cores() if len(files) > FEW else 1
    found = share(work, files, lambda path: SLOW.get(path.suffix.lower(), 1), processes) if files else []
    handed = [it for cards in found for it in cards]
    vacancy, tree = opening.vacancy, opening.tree
    return Collected(
        resolved, opening, panel, gather(handed, panel, vacancy.candidates, tree.at("candidates"))
    )


def _panel(resolved: Resolved, opening: Opening, workspace: Workspace) -> Panel:
    from jdgen.checks.rubric import check  # noqa: PLC0415 - not before the vacancy is known

    stop_on_errors(check(resolved, ["error"]))
    about = subject(resolved, workspace, [Kind.SCORECARD], opening, None)
    return Panel.of(about.role, about.cards)


def _handed(path: Path, *, panel: Panel, workspace: Workspace) -> list[Handed]:
    label = card_label(path, workspace)
    try:
        data = read_card_file(path, label)
    except JdgenError as error:
        return [Handed(Place(label), None, None, error.problems)]
    return [judge(read, panel) for read in read_cards(data, label, panel.printed())]

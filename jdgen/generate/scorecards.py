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
from jdgen.role.people import seated
from jdgen.source.cards import read_cards
from jdgen.workspace.vacancies import candidates_tree, card_files, card_label, read_card_file

if TYPE_CHECKING:
    from pathlib import Path

    from jdgen.generate.reading import Opening
    from jdgen.intake import Intake
    from jdgen.role.resolution import Resolved
    from jdgen.schema.candidates import Candidates
    from jdgen.source import Node
    from jdgen.source.cards import Printed
    from jdgen.workspace import Workspace

FEW = 24
"""Files that are read sooner than another process is started."""

SLOW = {".pdf": 10, ".csv": 10}
"""How much longer a file takes than a card in YAML."""


class Collected(NamedTuple):
    """The scorecards of a vacancy, beside what they are scored by."""

    resolved: Resolved
    """The role, resolved, with the vacancy's people on its seats."""
    opening: Opening
    """The vacancy."""
    panel: Panel
    """Who rates what."""
    candidates: Candidates
    """What is known beside the cards; nobody where there is no such file."""
    candidates_tree: Node
    """Its file."""
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
    work = partial(_handed, panel=panel, printed=panel.printed(), workspace=workspace)
    processes = cores() if len(files) > FEW else 1
    found = share(work, files, lambda path: SLOW.get(path.suffix.lower(), 1), processes) if files else []
    handed = [it for cards in found for it in cards]
    known, tree = _candidates(name, workspace)
    listed = {code: tree.at("candidates", code).key for code in known.candidates}
    listed |= {
        code: opening.tree.at("candidates", at).place for at, code in enumerate(opening.vacancy.candidates)
    }
    return Collected(
        seated(resolved, opening.vacancy), opening, panel, known, tree, gather(handed, panel, listed)
    )


def _candidates(name: str, workspace: Workspace) -> tuple[Candidates, Node]:
    from jdgen.schema.candidates import Candidates  # noqa: PLC0415 - where there is a vacancy
    from jdgen.source.validation import validate  # noqa: PLC0415

    tree = candidates_tree(name, workspace)
    return validate(Candidates, tree), tree


def _panel(resolved: Resolved, opening: Opening, workspace: Workspace) -> Panel:
    from jdgen.checks.rubric import check  # noqa: PLC0415 - not before the vacancy is known

    stop_on_errors(check(resolved, ["error"]))
    about = subject(resolved, workspace, [Kind.SCORECARD], opening, None)
    return Panel.of(about.role, about.cards)


def _handed(path: Path, *, panel: Panel, printed: Printed, workspace: Workspace) -> list[Handed]:
    label = card_label(path, workspace)
    try:
        data = read_card_file(path, label)
    except JdgenError as error:
        return [Handed(Place(label), None, None, error.problems)]
    return [judge(read, panel) for read in read_cards(data, label, printed)]

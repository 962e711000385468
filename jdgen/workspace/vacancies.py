"""The folder of a vacancy: its scorecards in, what is made of them out."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from jdgen.errors import JdgenError, Place, Problem
from jdgen.source import Node, decode
from jdgen.source.parsing import parse
from jdgen.workspace.reading import read_file

if TYPE_CHECKING:
    from jdgen.workspace.workspace import Workspace

VACANCIES = "vacancies"
CARDS = "scorecards"
CANDIDATES = "candidates.yaml"

LARGEST = {".csv": 20_000_000, ".pdf": 10_000_000}
"""Bytes of a file of scorecards: a card's PDF has a hundred thousand, the table of 200 candidates ten million."""

NOISE = (".", "~$")
"""How the names of files begin that systems and office programs leave in every folder."""


def vacancy_named(said: str, workspace: Workspace) -> str:
    """Returns the name of the vacancy that `said` names, or whose folder or file it leads to.

    Raises:
        JdgenError: it leads to a folder outside this workspace's vacancies.
    """
    if not {"/", os.sep}.intersection(said):
        return said.removesuffix(".yaml")
    home = (workspace.root / VACANCIES).resolve()
    for start in (Path(), workspace.root):
        path = (start / said).resolve()
        path = path.parent if path.name == "vacancy.yaml" else path
        if path.parent == home:
            return path.name.removesuffix(".yaml")
    message = f"is no vacancy of this workspace: they stand below {workspace.label(home)}. Name another with --workspace"
    raise JdgenError(Problem(Place(said), message))


def folder_of(name: str, workspace: Workspace) -> Path:
    """Returns the folder of a vacancy, which need not be there."""
    return workspace.root / VACANCIES / name


def candidates_tree(name: str, workspace: Workspace) -> Node:
    """Returns what is known of a vacancy's candidates beside their cards as a tree, an empty one where there is no file.

    Raises:
        JdgenError: the file cannot be read, or is no YAML.
    """
    path = folder_of(name, workspace) / CANDIDATES
    label = workspace.label(path)
    if not os.path.lexists(path):
        return Node({}, Place(label), "candidates", Place(label))
    return parse(decode(read_file(path, label), label), label, "candidates")


def card_files(name: str, workspace: Workspace) -> tuple[Path, ...]:
    """Returns everything in the folder of a vacancy's scorecards, by name.

    Raises:
        JdgenError: there is no such folder, or it cannot be read.
    """
    folder = folder_of(name, workspace) / CARDS
    try:
        return tuple(sorted(path for path in folder.iterdir() if not path.name.startswith(NOISE)))
    except FileNotFoundError:
        said = "there is no such folder: make it, and put the filled scorecards there"
    except OSError as error:
        said = f"cannot be read: {error.strerror}"
    raise JdgenError(Problem(Place(workspace.label(folder)), said))


def sheet_files(name: str, kind: str, workspace: Workspace) -> tuple[Path, ...]:
    """Returns the YAML files of a folder of a vacancy, by name.

    Raises:
        JdgenError: there is none.
    """
    folder = folder_of(name, workspace) / kind
    found = tuple(sorted(path for path in folder.glob("*.yaml") if not path.name.startswith(NOISE)))
    if not found:
        said = f"there are no sheets yet: `jdgen calibrate {name} --sheets` writes one for each rater"
        raise JdgenError(Problem(Place(workspace.label(folder)), said))
    return found


def card_label(path: Path, workspace: Workspace) -> str:
    """Returns a card's path as messages show it, on one line whatever the file is called."""
    shown = f"{workspace.label(path.parent)}/{path.name}"
    return "".join(char if char.isprintable() else "?" for char in shown)


def read_card_file(path: Path, label: str) -> bytes:
    """Returns what a file of scorecards holds.

    Raises:
        JdgenError: it is no ordinary file, too large, or cannot be read.
    """
    return read_file(path, label, LARGEST.get(path.suffix.lower()))

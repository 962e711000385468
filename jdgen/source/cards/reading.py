"""Bytes of a file of scorecards to cards; a fault of one card leaves the others of its file alone."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from jdgen.errors import JdgenError, Place, Problem
from jdgen.schema.scorecard import Scorecard
from jdgen.source.cards.model import LAYER, Read
from jdgen.source.parsing import parse
from jdgen.source.text import decode
from jdgen.source.validation import validate

if TYPE_CHECKING:
    from collections.abc import Callable

    from jdgen.source.cards.model import Printed
    from jdgen.source.nodes import Node

    Reader = Callable[[bytes, str, Printed], list[Node | JdgenError]]

MOST = 20
"""Mistakes of a card that are said one by one; it has ten questions at most."""

INSTEAD = {
    ".yml": "is not read: call it .yaml",
    ".xlsx": "is not read: save it as CSV UTF-8",
    ".xls": "is not read: save it as CSV UTF-8",
    ".ods": "is not read: save it as CSV, with the character set UTF-8",
    ".numbers": "is not read: export it as CSV, with the encoding UTF-8",
}
"""What to do with files of other endings."""


def read_cards(data: bytes, file: str, printed: Printed) -> list[Read]:
    """Returns the cards of a file, or what is wrong with it, each with its place; `file` is what messages call it.

    A place has line and column in YAML, line and number of the cell in CSV, and the field in PDF.
    """
    ending = PurePath(file).suffix.lower()
    if ending not in READERS:
        said = INSTEAD.get(ending, "is not read: a scorecard is a file .yaml, .pdf or .csv")
        return [_unread(file, JdgenError(Problem(Place(file), said)))]
    try:
        found = READERS[ending](data, file, printed)
    except JdgenError as error:
        return [_unread(file, error)]
    return [_unread(file, it) if isinstance(it, JdgenError) else _checked(it) for it in found]


def _checked(tree: Node) -> Read:
    try:
        return Read(tree.place, tree, validate(Scorecard, tree), ())
    except JdgenError as error:
        return Read(tree.place, tree, None, _few(error.problems))


def _unread(file: str, error: JdgenError) -> Read:
    return Read(Place(file), None, None, _few(error.problems))


def _few(problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """Returns the problems, or one for all where nobody would mend them one by one."""
    if len(problems) <= MOST:
        return problems
    said = f"{problems[0].message}; {len(problems) - 1} more mistakes in this file"
    return (problems[0]._replace(message=said),)


def _yaml(data: bytes, file: str, _: Printed) -> list[Node | JdgenError]:
    return [parse(decode(data, file), file, LAYER)]


def _csv(data: bytes, file: str, printed: Printed) -> list[Node | JdgenError]:
    from jdgen.source.cards.table import read_table  # noqa: PLC0415 - only where there is one

    return read_table(data, file, printed)


def _pdf(data: bytes, file: str, printed: Printed) -> list[Node | JdgenError]:
    from jdgen.source.cards.form import read_form  # noqa: PLC0415 - pypdf takes 0.15 s

    return [read_form(data, file, printed)]


READERS: dict[str, Reader] = {".yaml": _yaml, ".csv": _csv, ".pdf": _pdf}
ENDINGS = tuple(READERS)
"""Endings of files that are read."""

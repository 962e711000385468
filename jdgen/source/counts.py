"""Counts of applicants and selections by group, from a spreadsheet's CSV."""

from __future__ import annotations

import csv
from io import StringIO
from typing import TYPE_CHECKING

from jdgen.errors import JdgenError, Place, Problem, did_you_mean, in_words
from jdgen.schema.sheets import Group
from jdgen.source.cards.table import SEPARATORS, decoded, refuse_control
from jdgen.source.nodes import Node
from jdgen.source.validation import validate

if TYPE_CHECKING:
    from collections.abc import Sequence

COLUMNS = ("group", "applicants", "selected")
LAYER = "counts"


def read_counts(data: bytes, file: str) -> tuple[Group, ...]:
    """Returns the groups of a table with the columns group, applicants and selected, in any order.

    Raises:
        JdgenError: with every mistake: a column or figure that is missing or wrong, a group that stands twice.
    """
    text = decoded(data, file)
    refuse_control(text, file)
    head, *rows = _rows(text, file) or [(1, [])]
    columns = _columns(head[1], file)
    groups: list[tuple[int, Group]] = []
    problems: list[Problem] = []
    for line, cells in rows:
        try:
            groups.append((line, validate(Group, _tree(cells, columns, Place(file, line)))))
        except JdgenError as error:
            problems += error.problems
    problems += _repeated(groups, file)
    if not rows:
        problems.append(Problem(Place(file), "has no rows below the names of its columns"))
    if problems:
        raise JdgenError(*sorted(problems))
    return tuple(group for _, group in groups)


def _rows(text: str, file: str) -> list[tuple[int, list[str]]]:
    separator = max(SEPARATORS, key=text.partition("\n")[0].count)
    lines = csv.reader(StringIO(text, newline=""), delimiter=separator, strict=True)
    try:
        return [(lines.line_num, cells) for cells in lines if any(map(str.strip, cells))]
    except csv.Error:
        said = "the quotes do not fit: save it as CSV from the spreadsheet again"
        raise JdgenError(Problem(Place(file, lines.line_num), said)) from None


def _columns(head: Sequence[str], file: str) -> dict[str, int]:
    names = [name.strip().casefold() for name in head]
    strange = [number for number, name in enumerate(names) if name and name not in COLUMNS]
    said = f"expected the columns {in_words(COLUMNS, 'and')}"
    if strange:
        said += f", found {in_words([repr(head[number].strip()) for number in strange], 'and')}"
        hint = did_you_mean(names[strange[0]], COLUMNS) if len(strange) == 1 else ""
        raise JdgenError(Problem(Place(file, 1, strange[0] + 1), said + (f".{hint}" if hint else "")))
    if not set(COLUMNS).issubset(names):
        raise JdgenError(Problem(Place(file, 1), said))
    return {name: names.index(name) for name in COLUMNS}


def _tree(cells: Sequence[str], columns: dict[str, int], place: Place) -> Node:
    fields = {}
    for name, number in columns.items():
        here = place._replace(column=number + 1)
        said = cells[number].strip() if number < len(cells) else ""
        fields[name] = Node(said or None, here, LAYER, here)
    return Node(fields, place, LAYER, place)


def _repeated(groups: Sequence[tuple[int, Group]], file: str) -> list[Problem]:
    first: dict[str, int] = {}
    return [
        Problem(Place(file, line), f"the group '{it.group}' stands twice; first on line {first[it.group]}")
        for line, it in groups
        if first.setdefault(it.group, line) != line
    ]

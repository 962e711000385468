"""Scorecards in a spreadsheet's CSV: one row a question, and on each row whose card it belongs to."""

from __future__ import annotations

import csv
from io import StringIO
from typing import TYPE_CHECKING, NamedTuple

from jdgen.errors import JdgenError, Place, Problem, did_you_mean, in_words
from jdgen.source.cards.model import LAYER
from jdgen.source.nodes import Node
from jdgen.source.text import CONTROL

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from jdgen.source.cards.model import Printed

KEY = ("candidate", "session", "seat")
"""Columns that say which card a row belongs to."""

SAME = ("fingerprint", "role", "stage", "name", "date", "conflict", "locked")
"""Columns that say the same on each row of a card."""

EACH = ("question", "rating", "evidence", "red_flags")
"""Columns of the row's own."""

OPTIONAL = frozenset({"date", "red_flags"})

TRUTH = {"wahr": "true", "vrai": "true", "falsch": "false", "faux": "false"}
"""What a German or French spreadsheet makes of `true` and `false` as soon as they are typed."""

COLUMNS = (*SAME[:3], *KEY[1:], SAME[3], KEY[0], *SAME[4:], *EACH)
"""All columns, in the order in which people are told of them; a file may have them in another."""

SEPARATORS = (",", ";", "\t")
"""What stands between cells; the first row, whose words are known, says which."""

PAGES = ("cp1252", "cp1250", "cp1254", "cp1257")
"""What Excel on Windows writes as plain CSV in countries with Latin letters."""


class Row(NamedTuple):
    """A row below the first."""

    file: str
    line: int
    cells: dict[str, tuple[int, str]]
    """Number and text of the cell in each column."""

    def place(self, column: str) -> Place:
        """Returns where the cell of a column stands."""
        return Place(self.file, self.line, self.cells[column][0])

    def node(self, column: str, text: str | None = None) -> Node:
        """Returns what the cell of a column says, or `text` with its place."""
        place, said = self.place(column), self.cells[column][1] if text is None else text
        return Node(said if said.strip() else None, place, LAYER, place)

    @property
    def key(self) -> tuple[str, ...]:
        """Which card it belongs to."""
        return tuple(self.cells[column][1].strip() for column in KEY)


def read_table(data: bytes, file: str, printed: Printed) -> list[Node | JdgenError]:
    """Returns the cards in the order in which they begin; a row belongs to a candidate's card of a session and seat.

    Raises:
        JdgenError: the text or its columns cannot be made out, or a row does not say whose it is.
    """
    if not data.strip():
        raise JdgenError(Problem(Place(file), "the file is empty"))
    text = decoded(data, file)
    refuse_control(text, file)
    cards: dict[tuple[str, ...], list[Row]] = {}
    problems = []
    for row in _rows(text, file):
        cards.setdefault(row.key, []).append(row)
        problems += [
            Problem(row.place(column), f"{column}: is blank; each row says whose card it belongs to")
            for column in (*KEY, "question")
            if not row.cells[column][1].strip()
        ]
    if not cards:
        problems.append(Problem(Place(file), "has no rows below the names of its columns"))
    if problems:
        raise JdgenError(*problems)
    return [_card(rows, printed) for rows in cards.values()]


def decoded(data: bytes, file: str) -> str:
    """Returns the text, its line ends made alike: UTF-8, or letters that every Latin code page of Windows reads alike."""
    for pages in (("utf-8-sig",), PAGES):
        try:
            (text,) = {data.decode(page) for page in pages}
        except ValueError:  # bytes that one of them lacks, or that two of them read differently
            continue
        # A Macintosh writes letters where these code pages have signs.
        if pages != PAGES or all(it.isalpha() for it in text if not it.isascii()):
            return text.replace("\r\n", "\n").replace("\r", "\n")
    raise JdgenError(
        Problem(Place(file), "it is not certain which letters are meant: save it as 'CSV UTF-8'")
    )


def refuse_control(text: str, file: str) -> None:
    """Raises JdgenError at the line of the first control character."""
    found = CONTROL.search(text)
    if found:
        line = text.count("\n", 0, found.start()) + 1
        raise JdgenError(Problem(Place(file, line), "a control character; delete it and type the text again"))


def _rows(text: str, file: str) -> Iterator[Row]:
    """Yields the rows that say anything."""
    head = text.partition("\n")[0]
    separator = max(SEPARATORS, key=head.count)
    lines = csv.reader(StringIO(text, newline=""), delimiter=separator, strict=True)
    before = 0
    try:
        columns = _columns(next(lines, []), file)
        before = lines.line_num
        for cells in lines:
            if any(map(str.strip, cells)):
                yield _row(cells, columns, Place(file, before + 1))
            before = lines.line_num
    except csv.Error:
        said = "from here on the quotes do not fit: save it as CSV from the spreadsheet again"
        raise JdgenError(Problem(Place(file, before + 1), said)) from None


def _columns(head: Sequence[str], file: str) -> dict[str, int]:
    """Returns the number of each column, from 1."""
    names = [name.strip().casefold() for name in head]
    if set(names).isdisjoint(COLUMNS):
        asked = in_words([name for name in COLUMNS if name not in OPTIONAL], "and")
        raise JdgenError(Problem(Place(file, 1), f"the first row has to name the columns: {asked}"))
    problems = [
        Problem(Place(file, 1, number), f"there is no such column.{did_you_mean(name, COLUMNS)}")
        for number, name in enumerate(names, 1)
        if name and name not in COLUMNS
    ]
    problems += [
        Problem(Place(file, 1, number), f"the column '{name}' stands twice; keep one")
        for number, name in enumerate(names, 1)
        if name in COLUMNS and name in names[: number - 1]
    ]
    missing = [name for name in COLUMNS if name not in names and name not in OPTIONAL]
    if missing:
        said = "the column is missing" if len(missing) == 1 else "the columns are missing"
        problems.append(Problem(Place(file, 1), f"{said}: {in_words(missing, 'and')}"))
    if problems:
        raise JdgenError(*problems)
    return {name: number for number, name in enumerate(names, 1) if name}


def _row(cells: Sequence[str], columns: dict[str, int], place: Place) -> Row:
    """Returns the row; cells left out at its end are blank, as spreadsheets leave them out."""
    known = set(columns.values())
    for number, cell in enumerate(cells, 1):
        if cell.strip() and number not in known:
            said = "more cells than columns: put quotes round text that holds the separator"
            raise JdgenError(Problem(place._replace(column=number), said))
    found = {
        name: (number, cells[number - 1] if number <= len(cells) else "") for name, number in columns.items()
    }
    return Row(place.file, place.line, dict.fromkeys(OPTIONAL, (0, "")) | found)


def _card(rows: Sequence[Row], printed: Printed) -> Node | JdgenError:
    first = rows[0]
    problems = [*_differing(rows), *_repeated(rows)]
    if problems:
        return JdgenError(*problems)
    place = Place(first.file, first.line)
    by = {name: first.node(name) for name in ("seat", "name")}
    fields = {name: first.node(name) for name in (*SAME, *KEY) if name not in by}
    fields["locked"] = first.node("locked", _truth(first.cells["locked"][1]))
    parts = {
        "ratings": {_question(row): row.node("rating") for row in rows},
        "evidence": {_question(row): row.node("evidence") for row in rows},
        "red_flags": _flags(rows, printed),
        "by": by,
    }
    return Node(
        fields | {name: Node(part, place, LAYER, place) for name, part in parts.items()}, place, LAYER, place
    )


def _truth(said: str) -> str:
    return TRUTH.get(said.strip().casefold(), said)


def _question(row: Row) -> str:
    return row.cells["question"][1].strip()


def _differing(rows: Sequence[Row]) -> Iterator[Problem]:
    first = rows[0]
    for row in rows[1:]:
        for column in SAME:
            if row.cells[column][1].strip() != first.cells[column][1].strip():
                said = f"{column}: is another than on line {first.line}, and this is a row of the same card"
                yield Problem(row.place(column), said)


def _repeated(rows: Sequence[Row]) -> Iterator[Problem]:
    lines: dict[str, int] = {}
    for row in rows:
        before = lines.setdefault(_question(row), row.line)
        if before != row.line:
            said = f"the question stands twice on this card; first on line {before}"
            yield Problem(row.place("question"), said)


def _flags(rows: Sequence[Row], printed: Printed) -> dict[str, Node]:
    """Returns the words of the flags, by competency: a cell holds one a line, its words or the name of its box.

    Words that are printed with the competency of the row are meant there, others where they are printed.
    """
    known = set(printed.flags.values())
    elsewhere = {words: (competency, words) for competency, words in printed.flags.values()}
    found: dict[str, dict[str, Node]] = {}
    for row in rows:
        for said in filter(None, map(str.strip, row.cells["red_flags"][1].split("\n"))):
            own = printed.competencies.get(_question(row), _question(row)), said
            meant = own if own in known else elsewhere.get(said, own)
            competency, words = printed.flags.get(said, meant)
            found.setdefault(competency, {}).setdefault(words, row.node("red_flags", words))
    return {name: _listed([*flags.values()]) for name, flags in found.items()}


def _listed(nodes: list[Node]) -> Node:
    return Node(nodes, nodes[0].place, LAYER, nodes[0].place)

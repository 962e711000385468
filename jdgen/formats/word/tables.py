"""Tables: heads that are repeated, rows that stay whole, and columns as wide as their words ask for."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import quoteattr

from jdgen.formats.blocks import text_of
from jdgen.formats.word.runs import paragraph

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from jdgen.formats.blocks import Spans, Table
    from jdgen.formats.word.runs import Story

NAMED = frozenset({"levels", "owners", "never", "remedies", "present", "steps"})
"""Classes of tables whose first column is bold, as in page.css.j2."""

WHOLE = 12
"""Rows up to which a table stands on one page."""

KEEP = "<w:keepNext/>"
"""Holds a row to the next one; it cannot be a style's, because the last row does without."""

LETTER = 4.7
"""Points that a letter of a table's type takes on average."""

GAP = 8.0
"""Points between columns."""

SHORT = 0.7
"""Share of an even width up to which a column is not broken."""

EVENNESS = 0.6
"""Between 0, where long columns are as wide as others, and 1, where they are wider by all that they are longer."""

TICKS = frozenset("☐☑☒")

SHORTEST, LONGEST = 5, 16
"""Letters that a column has room for at least, and those of a word at most; longer ones are broken."""


def write_table(table: Table, classes: Sequence[str], story: Story, width: float, more: str = "", *, keep: bool = False) -> Iterator[str]:
    """Yields a caption, if there is one, and a table that is `width` points wide; `more` are properties of the first paragraph.

    It stays with what follows if `keep` says so.
    """
    if table.caption or more:
        yield paragraph("caption" if table.caption else "After Table", story.runs(table.caption), more=more)
    lines = [*([table.head] if table.head else []), *table.rows]
    widths = [round(it * 20) for it in column_widths([[text_of(cell) for cell in line] for line in lines], width)]
    name = "Table Row Name" if NAMED.intersection(classes) else "Table Text"
    styles = [name, *["Table Text"] * (len(widths) - 1)]
    whole = len(table.rows) <= WHOLE
    last = len(table.rows) - 1
    rows = [_row(table.head, ["Table Heading"] * len(widths), widths, story, head=True)] if table.head else []
    rows += [
        _row(row, styles, widths, story, keep=keep if number == last else whole) for number, row in enumerate(table.rows)
    ]
    grid = "".join(f'<w:gridCol w:w="{it}"/>' for it in widths)
    yield (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="Ruled"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        f'<w:tblLook w:val="{"04A0" if table.head else "0480"}" w:firstRow="{int(bool(table.head))}" w:lastRow="0" '
        'w:firstColumn="1" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/>'
        f"<w:tblCaption w:val={quoteattr(text_of(table.caption))}/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def _row(
    cells: Sequence[Spans], styles: Sequence[str], widths: Sequence[int], story: Story, *, head: bool = False, keep: bool = False
) -> str:
    inside = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
        f"{paragraph('Tick' if text_of(cell) in TICKS else style, story.runs(cell, room=(width / 20, width / 20)), more=KEEP if keep else '')}</w:tc>"
        for cell, style, width in zip(cells, styles, widths, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/>{'<w:tblHeader/>' if head else ''}</w:trPr>{inside}</w:tr>"


def column_widths(rows: Sequence[Sequence[str]], width: float) -> list[float]:
    """Returns the width of each column in points: its longest word at least, the rest by the length of its texts."""
    columns = list(zip(*rows, strict=True))
    least = [max(map(_longest_word, column)) for column in columns]
    boxes = [len(column) > 1 and TICKS.issuperset(column[1:]) for column in columns]
    widest = max((own for own, is_box in zip(least, boxes, strict=True) if is_box), default=0)
    least = [_points(widest if is_box else own) for own, is_box in zip(least, boxes, strict=True)]
    if any(boxes):  # what is empty beside them is for notes
        blank = width / len(columns)
        least = [own if any(column[1:]) else blank for own, column in zip(least, columns, strict=True)]
    most = [max(own, *(_points(len(text)) for text in column)) for own, column in zip(least, columns, strict=True)]
    if sum(most) <= width:
        return [it * width / sum(most) for it in most]
    return _shared(least, most, width)


def _shared(least: Sequence[float], most: Sequence[float], width: float) -> list[float]:
    """Returns widths of columns that cannot all have what they ask for: short ones get it, long ones share the rest."""
    fair = width / len(most)
    short = [high <= fair * SHORT for high in most]
    kept = [high if is_short else low for high, low, is_short in zip(most, least, short, strict=True)]
    wanted = [(high - own) ** EVENNESS for high, own in zip(most, kept, strict=True)]
    free = max(0.0, width - sum(kept))
    shares = [own + free * more / sum(wanted) for own, more in zip(kept, wanted, strict=True)]
    widths = [min(high, share) for high, share in zip(most, shares, strict=True)]
    return [it * width / sum(widths) for it in widths]


def _longest_word(text: str) -> int:
    return max(SHORTEST, *(min(LONGEST, len(word)) for word in text.split()), 0)


def _points(letters: int) -> float:
    return letters * LETTER + GAP

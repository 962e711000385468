"""Tables: heads that are repeated, rows that stay whole, and columns as wide as their words ask for."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import quoteattr

from jdgen.formats.blocks import text_of
from jdgen.formats.word.columns import TICKS, column_widths
from jdgen.formats.word.runs import ROOM, paragraph

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


def write_table(
    table: Table, classes: Sequence[str], story: Story, width: float, more: str = "", *, keep: bool = False
) -> Iterator[str]:
    """Yields a caption, if there is one, and a table that is `width` points wide; `more` are properties of the first paragraph.

    It stays with what follows if `keep` says so.
    """
    if table.caption or more:
        yield paragraph("caption" if table.caption else "After Table", story.runs(table.caption), more=more)
    lines = [*([table.head] if table.head else []), *table.rows]
    if not lines:
        return
    asked = column_widths([[text_of(cell) for cell in line] for line in lines], width)
    widths = [round(it * 20) for it in asked]
    texts = ["Table Text"] * len(widths)
    if NAMED.intersection(classes):
        texts[0] = "Table Row Name"
    rows = [_row(table.head, ["Table Heading"] * len(widths), widths, story, head=True)] if table.head else []
    for number, row in enumerate(table.rows, 1):
        held = keep if number == len(table.rows) else len(table.rows) <= WHOLE
        rows.append(_row(row, texts, widths, story, keep=held))
    grid = "".join(f'<w:gridCol w:w="{it}"/>' for it in widths)
    title = f"<w:tblCaption w:val={quoteattr(text_of(table.caption))}/>" if table.caption else ""
    yield (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="Ruled"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        f'<w:tblLook w:val="{"04A0" if table.head else "0480"}" w:firstRow="{int(bool(table.head))}" w:lastRow="0" '
        'w:firstColumn="1" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/>'
        f"{title}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def _row(
    cells: Sequence[Spans], styles: Sequence[str], widths: Sequence[int], story: Story, *, head: bool = False,
    keep: bool = False,
) -> str:  # fmt: skip
    more = KEEP if keep else ""
    inside = []
    for cell, style, width in zip(cells, styles, widths, strict=True):
        words = story.runs(cell, room=(width / 20, ROOM))
        text = paragraph("Tick" if text_of(cell) in TICKS else style, words, more=more)
        inside.append(f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{text}</w:tc>')
    return f"<w:tr><w:trPr><w:cantSplit/>{'<w:tblHeader/>' if head else ''}</w:trPr>{''.join(inside)}</w:tr>"

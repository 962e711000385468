"""The traceability matrix as a table for spreadsheets."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from jdgen.language import phrase

if TYPE_CHECKING:
    from jdgen.documents.document import Document

HEAD = (
    phrase("posted"), phrase("id"), phrase("line"), phrase("assessed by"), phrase("where"), phrase("raters"),
)  # fmt: skip
COLUMNS = {"do": phrase("do"), "bring": phrase("bring")}

FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for the beginning of a formula."""


def to_csv(document: Document) -> bytes:
    """Returns the way from each posted line to its assessment, as CSV (RFC 4180, UTF-8 with a mark that Excel needs)."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(map(document.say, HEAD))
    for line in document.role.posted:
        cells = (
            document.say(COLUMNS[line.column]),
            line.id,
            line.text,
            *map("; ".join, (line.assessed_by, line.where, line.raters)),
        )
        writer.writerow(map(_inert, cells))
    return b"\xef\xbb\xbf" + text.getvalue().encode()


def _inert(cell: str) -> str:
    return f"'{cell}" if cell.startswith(FORMULA) else cell

"""Markdown to read and paste, as formatters leave it, without the hints about layout that only HTML and PDF use."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from unicodedata import combining, east_asian_width

if TYPE_CHECKING:
    from re import Match

    from jdgen.documents.document import Document

HINTS = re.compile(
    r"""
    ^</?div\b[^>\n]*>[ ]*$            # boxes
    | ^<figure\b.*</figure>[ ]*$      # charts; a table says the same
    | ^\{:[^}\n]*\}[ ]*$              # classes
    """,
    re.VERBOSE | re.MULTILINE,
)
LANGUAGE = r'<span lang="[A-Za-z0-9-]+">(.*?)</span>'
BLANK = re.compile(r"\n{3,}")
TABLE = re.compile(r"(?:^\|.*\|[ ]*\n)+", re.MULTILINE)
CELL = re.compile(r"(?<!\\)\|")


def to_md(document: Document) -> bytes:
    """Returns GitHub-flavoured Markdown."""
    return aligned(BLANK.sub("\n\n", HINTS.sub("", unmarked(document.body))).strip() + "\n").encode()


def aligned(text: str) -> str:
    """Returns Markdown with the columns of its tables in line."""
    return TABLE.sub(_aligned, text)


def unmarked(body: str) -> str:
    """Returns Markdown without the marks of texts in another language, which only HTML and PDF use."""
    return re.sub(LANGUAGE, r"\1", body) if "<span lang=" in body else body


def _aligned(table: Match[str]) -> str:
    """Returns a table with its columns in line."""
    rows = [[cell.strip() for cell in CELL.split(line.strip())[1:-1]] for line in table[0].splitlines()]
    rows = [row + [""] * (len(rows[0]) - len(row)) for row in rows]
    widths = [
        max(3, *map(_width, column))
        for column in zip(*(row for row in rows if not _is_rule(row)), strict=False)
    ]
    return "".join(_row(row, widths) for row in rows)


def _is_rule(row: list[str]) -> bool:
    return set(row) == {"---"}


def _row(cells: list[str], widths: list[int]) -> str:
    if _is_rule(cells):
        cells = ["-" * width for width in widths]
    padded = (cell + " " * (width - _width(cell)) for cell, width in zip(cells, widths, strict=False))
    return f"| {' | '.join(padded)} |\n"


def _width(text: str) -> int:
    """Returns columns on a terminal: wide characters take two, combining ones none."""
    if text.isascii():
        return len(text)
    return sum(0 if combining(char) else 2 if east_asian_width(char) in "WF" else 1 for char in text)

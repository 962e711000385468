"""Plain text, to paste into the forms of applicant-tracking systems and into mail."""

from __future__ import annotations

import re
import textwrap
from itertools import chain, groupby, repeat
from typing import TYPE_CHECKING

from jdgen.formats.blocks import read_page, text_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from jdgen.documents.document import Document
    from jdgen.formats.blocks import Block, Spans, Table

WIDTH = 72
"""Characters in a line: mail asks for at most 78 (RFC 5322, 2.1.1), and a quoted answer needs a few."""

ASCII = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛′", "'"),
        **dict.fromkeys("“”„‟″", '"'),
        **dict.fromkeys("‐‑‒–−", "-"),
        **dict.fromkeys("\u00a0\u2007\u2009\u200a\u202f", " "),
        **dict.fromkeys("\u00ad\u200b\u2060\ufeff"),
        "•": "-",
        "…": "...",
        "☐": "[ ]",
    }
)
"""Punctuation that old forms turn into question marks or `â€™`; letters of any language stay."""

DASH = re.compile(r"\s*—\s*")

CAPITALS = (1, 2)
"""Levels of headings in capitals: the title and its sections."""

PLAIN_LISTS = frozenset({"facts", "blanks"})
"""Classes of lists that have no bullets on paper either."""


def to_txt(document: Document) -> bytes:
    """Returns wrapped text: UTF-8 without a mark, lines end in LF, as browsers and editors take it on every system.

    Raises:
        JdgenError: a template is wrong, or names an image that may not be read.
    """
    text = read_page(document)
    header = [block for block in text.header if not any(span.picture for span in block.spans)]  # the logo
    blocks = [block for block in (*header, *text.main) if block.kind != "box"]
    return "\n".join(_lines(blocks)).strip("\n").encode() + b"\n"


def _lines(blocks: Iterable[Block]) -> Iterator[str]:
    before: Block | None = None
    for block in blocks:
        if before and not _close(before, block):
            yield ""
        yield from _written(block)
        before = block


def _close(before: Block, block: Block) -> bool:
    """Returns whether no empty line stands between two blocks: within a list, and below a heading."""
    if before.kind == "heading":
        return block.kind != "heading"
    return block.kind in {"item", "continued"} and (
        before.kind in {"item", "continued"} or before.text.endswith(":") or before.own == "label"
    )


def _written(block: Block) -> Iterator[str]:
    margin = "  " * max(0, block.level - 1)
    match block.kind:
        case "heading":
            yield from _wrapped(
                _capitals(_plain(block.spans)) if block.level in CAPITALS else _plain(block.spans)
            )
        case "item" if not PLAIN_LISTS.intersection(block.classes):
            yield from _wrapped(_plain(block.spans), margin + (f"{block.number}. " if block.number else "- "))
        case "continued":
            yield from _wrapped(_plain(block.spans), margin + "  ")
        case "quote":
            yield from _wrapped(_plain(block.spans), "  ")
        case "table" if block.table:
            yield from _rows(block.table)
        case "rule":
            yield "-" * 8
        case _:
            yield from _wrapped(_plain(block.spans), margin)


def _capitals(text: str) -> str:
    """Returns a heading in capitals, which no form takes away; addresses stay as they are."""
    return " ".join(word if "@" in word or "://" in word else word.upper() for word in text.split(" "))


def _rows(table: Table) -> Iterator[str]:
    """Yields a table as a list: a row of two cells as one line, of more as a line for each, the column's name before it."""
    heads = [_plain(head) for head in table.head]
    pairs = len(heads) == 2  # noqa: PLR2004 - what it is, and what is said about it
    caption = _plain(table.caption)
    if pairs:
        caption = f"{caption} ({': '.join(heads)})" if caption else ": ".join(heads)
    if caption:
        yield from _wrapped(f"{caption}:")
    for row in table.rows:
        cells = [_plain(cell) for cell in row]
        if pairs:
            cells = [": ".join(filter(None, cells))]
        elif heads:
            cells = [f"{head}: {cell}" if head else cell for head, cell in zip(heads, cells, strict=True)]
        for mark, cell in zip(chain(["- "], repeat("  ")), cells, strict=False):
            yield from _wrapped(cell, mark)


def _wrapped(text: str, mark: str = "") -> Iterator[str]:
    """Yields the lines of a paragraph, a mark before the first and its width before the others; addresses stay whole."""
    for part in filter(str.strip, text.split("\n")):
        yield from textwrap.wrap(
            part,
            WIDTH,
            initial_indent=mark,
            subsequent_indent=" " * len(mark),
            break_long_words=False,
            break_on_hyphens=False,
        )
        mark = " " * len(mark)


def _plain(spans: Spans) -> str:
    """Returns the words, each link's address behind them where they do not show it."""
    said = ""
    for link, words in groupby(spans, key=lambda span: span.link):
        text, address = text_of(words), link.removeprefix("mailto:")
        said += text if address in text else f"{text} ({address})"
    return DASH.sub(" - ", said).translate(ASCII)

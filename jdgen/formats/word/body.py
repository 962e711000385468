"""The text: each block as a paragraph or table, in the style that its class names."""

from __future__ import annotations

import re
from itertools import groupby, zip_longest
from typing import TYPE_CHECKING

from jdgen.formats.blocks import Span
from jdgen.formats.word.lists import Lists
from jdgen.formats.word.looks import DEEPEST, PARAGRAPHS, TAKEN, blanks_in_a_line, style_id
from jdgen.formats.word.runs import ROOM, TAB, Story, paragraph, run
from jdgen.formats.word.tables import write_table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from docx.document import Document as Word

    from jdgen.documents.document import Document
    from jdgen.formats.blocks import Block

LISTS = {"facts": "Facts", "blanks": "Blanks", "answers": "Answers", "flags": "Flags List"}
"""Styles of lists, by the class around them."""

LINES = run("\n" * 4)
"""Room for five lines in a box, which grows when one types into it."""

FRAME = (
    '<w:framePr w:w="4300" w:h="1360" w:hRule="atLeast" w:hSpace="227" w:vSpace="57" w:wrap="around" w:vAnchor="text" '
    'w:hAnchor="margin" w:xAlign="right" w:y="57"/>'
)
"""A box at the right, with the text beside it. Trap: LibreOffice does not find it in a style."""

ODD = re.compile(r"[^A-Za-z0-9]+")

NEW_PAGE = "<w:pageBreakBefore/>"


class Writer:
    """Writes blocks into a file."""

    def __init__(self, word: Word, document: Document, width: float) -> None:
        self._word = word
        self._width = width
        self._story = Story(word.part, document)
        self._lists = Lists(word)
        self._own: set[str] = set()

    def write(self, blocks: Sequence[Block]) -> None:
        """Appends all blocks to the text of the file."""
        written: list[str] = []
        before = ""
        blocks = [*_blanks_joined(blocks, blanks_in_a_line(self._width))]
        for block, after in zip_longest(blocks, blocks[1:]):
            if before == "table" and block.kind == "table" and block.table and not block.table.caption:
                written.append(paragraph("After Table"))  # or Word makes one table of the two
            written += self._written(block, before, after)
            before = block.kind
        if (
            before == "table"
        ):  # Word ends a text with a paragraph; a line of the usual height could cost a page
            written.append(paragraph("Last Line"))
        self._story.add(*written)

    def _written(self, block: Block, before: str, after: Block | None) -> Iterator[str]:
        more = NEW_PAGE if block.fresh else ""
        match block.kind:
            case "table" if block.table:
                yield from write_table(
                    block.table,
                    block.classes,
                    self._story,
                    self._width,
                    more,
                    keep=after is not None and _is_box(after),
                )
            case "item":
                yield self._item(block, more)
            case "box":
                side = "asked" in block.classes
                yield paragraph(
                    "Side Notes" if side else "Notes", "" if side else LINES, more=FRAME if side else more
                )
            case "rule":
                yield paragraph("Rule", more=more)
            case _:
                style = self._style(block)
                if style == "Body Text" and before == "table":
                    style = "After Table"
                elif style == "Body Text" and before == "heading" and after and after.kind == "table":
                    style = "Keep"
                words = self._story.runs(block.spans, room=(self._width, ROOM))
                yield paragraph(style, words, LINES if style == "Lines" else "", more=more)

    def _style(self, block: Block) -> str:
        match block.kind:
            case "heading":
                return f"heading {block.level}"
            case "quote":
                return "Quote"
            case "continued":
                return _nested("List Continue", block.level)
        named = next((name for name in map(_name, block.classes) if style_id(name) in PARAGRAPHS), "")
        return named or (self._added(_name(block.own)) if block.own else "Body Text")

    def _added(self, name: str) -> str:
        """Returns a class of the user's own templates as a style, which can be given a look in Word."""
        from docx.enum.style import WD_STYLE_TYPE  # noqa: PLC0415 - Word only

        if not name or style_id(name) in TAKEN:
            return "Body Text"
        if name not in self._own:
            self._own.add(name)
            style = self._word.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
            style.base_style, style.quick_style = self._word.styles["Body Text"], True
        return name

    def _item(self, block: Block, more: str) -> str:
        named = next((LISTS[name] for name in block.classes if name in LISTS), "")
        room = self._width, ROOM
        if named == "Facts":
            return paragraph(named, *self._fact(block), more=more)
        if block.number and not named:
            more += self._lists.place(min(block.level, DEEPEST), block.number)
        style = named or _nested("List Number" if block.number else "List Bullet", block.level)
        return paragraph(style, self._story.runs(block.spans, room=room), more=more)

    def _fact(self, block: Block) -> Iterator[str]:
        """Yields a label, which is bold in Markdown and light here, and after a tab what it says."""
        label, *rest = block.spans
        if not (label.strong and label.text.endswith(":") and rest):
            yield self._story.runs(block.spans, "Fact Value")
            return
        yield self._story.runs([label._replace(strong=False)])
        yield TAB
        yield self._story.runs([rest[0]._replace(text=rest[0].text.lstrip(" ")), *rest[1:]], "Fact Value")


def _blanks_joined(blocks: Iterable[Block], most: int) -> Iterator[Block]:
    """Yields blocks, blanks to fill in side by side: after each its line and, up to the next, a gap."""
    for joined, group in groupby(
        blocks, key=lambda block: block.kind == "item" and "blanks" in block.classes
    ):
        lines = list(group)
        if not joined:
            yield from lines
            continue
        for start in range(0, len(lines), most):
            line = lines[start : start + most]
            spans = [span for block in line for span in (*block.spans, Span(" \t"), Span("\t"))][:-1]
            yield line[0]._replace(spans=tuple(spans))


def _is_box(block: Block) -> bool:
    return block.kind == "box" or "lines" in block.classes


def _name(css: str) -> str:
    """Returns the name of the style that a class stands for: `my-box` is My Box."""
    return ODD.sub(" ", css).strip().title()


def _nested(name: str, level: int) -> str:
    return name if level <= 1 else f"{name} {min(level, DEEPEST)}"

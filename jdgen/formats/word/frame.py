"""What surrounds the text: paper, running lines, logo, and what the file says about itself."""

from __future__ import annotations

import datetime as dt
import re
from functools import partial
from typing import TYPE_CHECKING

from jdgen.documents.kinds import Kind
from jdgen.formats.blocks import FOREIGN
from jdgen.formats.word.runs import TAB, Story, field, paragraph, run

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from docx.document import Document as Word
    from docx.parts.story import StoryPart

    from jdgen.documents.document import Document
    from jdgen.formats.blocks import Block, Text

PAPER = {"a4": (595.3, 841.9), "letter": (612.0, 792.0)}
"""Points, portrait."""

MARGIN = 56.7
"""Points at each side: 20 mm."""

HEIGHT = {"a4": 51.0, "letter": 42.5}
"""Points above and below: 18 mm, and 15 mm on the shorter paper."""

SLIM = 42.5
"""Points at each side of what has to stand on one page: 15 mm."""

ONE_PAGE = frozenset({Kind.RULES})

LOGO = (128.0, 37.0)
"""Points that a logo may be wide and high, as in page.css.j2."""

LANDSCAPE = frozenset({Kind.CHECKLIST})
"""What has a table with many columns, as in page.css.j2."""

LONGEST = 255
"""Characters that a property may have."""

FIELDS = {"\0": "PAGE", "\1": "NUMPAGES"}
"""Figures that Word works out, by what stands for them in a sentence."""


def describe(word: Word, document: Document) -> None:
    """Writes the properties of the file; its day is that of the profile's review."""
    day = dt.datetime.combine(document.role.reviewed, dt.time())
    about = word.core_properties
    about.title, about.author, about.subject = (
        FOREIGN.sub("", text)[:LONGEST] for text in (document.title, document.author, document.description)
    )
    about.last_modified_by, about.language, about.revision = about.author, document.lang, 1
    about.created = about.modified = day


def text_width(document: Document) -> float:
    """Returns the points between the margins."""
    return _paper(document)[0] - 2 * _margins(document)[0]


def set_page(word: Word, document: Document, text: Text) -> None:
    """Sets paper and running lines: the first page has its own head, with logo and what the page's header says."""
    from docx.enum.section import WD_ORIENTATION  # noqa: PLC0415 - Word only
    from docx.shared import Pt  # noqa: PLC0415

    section = word.sections[0]
    width, height = _paper(document)
    section.page_width, section.page_height = Pt(width), Pt(height)
    section.orientation = WD_ORIENTATION.LANDSCAPE if width > height else WD_ORIENTATION.PORTRAIT
    beside, above = _margins(document)
    section.left_margin = section.right_margin = Pt(beside)
    section.top_margin = section.bottom_margin = Pt(above)
    section.header_distance = section.footer_distance = Pt(above / 2)
    section.different_first_page_header_footer = True
    title = next((block.text for block in text.main if block.kind == "heading"), document.title)
    _fill(section.first_page_header.part, document, *(partial(_headed, block) for block in text.header))
    _fill(section.header.part, document, lambda _: paragraph("header", run(title)))
    for footer in (section.first_page_footer, section.footer):
        _fill(footer.part, document, partial(_foot, document, text.footer))


def _margins(document: Document) -> tuple[float, float]:
    """Returns the points at the sides, and those above and below."""
    return (SLIM, SLIM) if document.kind in ONE_PAGE else (MARGIN, HEIGHT[document.paper])


def _paper(document: Document) -> tuple[float, float]:
    short, long = PAPER[document.paper]
    return (long, short) if document.kind in LANDSCAPE else (short, long)


def _fill(part: StoryPart, document: Document, *lines: Callable[[Story], str]) -> None:
    """Replaces the empty paragraph of a header or footer."""
    story = Story(part, document)
    del part.element[:]
    story.add(*([line(story) for line in lines] or [paragraph("header")]))


def _headed(block: Block, story: Story) -> str:
    style = "Confidential" if block.own == "confidential" else "Logo"
    return paragraph(style, story.runs(block.spans, room=LOGO))


def _foot(document: Document, said: Iterable[Block], story: Story) -> str:
    notice = run(document.say("CONFIDENTIAL"), "Strong") if document.audience == "internal" else ""
    words = [story.runs(block.spans) for block in said]
    return paragraph("footer", *words, TAB, notice, TAB, *_numbers(document))


def _numbers(document: Document) -> Iterator[str]:
    """Yields the pieces of “Page 1 of 3”, in the document's language."""
    said = document.say("Page {page} of {pages}", page="\0", pages="\1")
    for piece in re.split("([\0\1])", said):
        if piece:
            yield field(FIELDS[piece]) if piece in FIELDS else run(piece)

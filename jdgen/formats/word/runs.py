"""Words, links and pictures of one part of the file: its text, its header, or its footer."""

from __future__ import annotations

import logging
import re
from base64 import b64decode
from io import BytesIO
from itertools import groupby
from typing import TYPE_CHECKING
from urllib.parse import unquote_to_bytes
from xml.sax.saxutils import escape, quoteattr

from jdgen.errors import JdgenError, Place, Problem
from jdgen.formats.word.looks import style_id
from jdgen.formats.word.styles import NAMESPACES, region

if TYPE_CHECKING:
    from collections.abc import Iterable

    from docx.parts.story import StoryPart

    from jdgen.documents.document import Document
    from jdgen.formats.blocks import Span

LOG = logging.getLogger(__name__)

POINT = 12_700
"""English metric units, in which pictures are measured, to a point."""

ROOM = 600.0
"""Points that a picture may be high."""

RASTER = frozenset({"image/png", "image/jpeg"})

DATA = re.compile(r"data:(?P<type>image/[\w.+-]+)(?P<coded>;base64)?,(?P<data>.*)", re.DOTALL)


UNSAFE = re.compile(r"""[\s"<>\\^`{|}\[\]]|%(?![0-9A-Fa-f]{2})""")
"""What no address may hold (RFC 3986): Word calls a file damaged that has it in one."""


class Story:
    """Makes the XML of runs for one part of the file, and notes there what they refer to."""

    def __init__(self, part: StoryPart, document: Document) -> None:
        self._part = part
        self._document = document
        self._pictures = 0

    def add(self, *blocks: str) -> None:
        """Appends paragraphs and tables, given as XML."""
        from docx.oxml.parser import parse_xml  # noqa: PLC0415 - Word only

        parsed = parse_xml(f"<w:body {NAMESPACES}>{''.join(blocks)}</w:body>")
        root = self._part.element
        body = root.find(f"{{{root.nsmap['w']}}}body")
        if body is None:
            root.extend(parsed)
        else:
            for block in parsed:
                body.insert(len(body) - 1, block)  # the page's own properties stay last

    def runs(self, spans: Iterable[Span], style: str = "", room: tuple[float, float] = (0, 0)) -> str:
        """Returns words as runs, plain ones in the style of words `style`; pictures fit into `room`, in points."""
        found = []
        for link, words in groupby(spans, key=lambda span: span.link):
            inside = "".join(self._run(span, style, room) for span in words)
            found.append(
                f'<w:hyperlink r:id="{self._address(link)}" w:history="1">{inside}</w:hyperlink>'
                if link
                else inside
            )
        return "".join(found)

    def _run(self, span: Span, style: str, room: tuple[float, float]) -> str:
        if span.picture:
            return self._picture(span, room)
        return run(span.text, _style(span) or style, span.lang)

    def _address(self, link: str) -> str:
        from docx.opc.constants import RELATIONSHIP_TYPE  # noqa: PLC0415 - Word only

        link = UNSAFE.sub(lambda found: f"%{ord(found[0]):02X}", link)
        return self._part.relate_to(link, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)

    def _picture(self, span: Span, room: tuple[float, float]) -> str:
        """Returns a picture, no larger than there is room; its words where Word does not take its kind."""
        found = DATA.match(span.picture)
        if found is None or found["type"] not in RASTER:
            LOG.warning(
                "%s.docx: “%s” stands in words where its picture would: Word takes PNG and JPEG",
                self._document.stem,
                span.text,
            )
            return run(span.text, "", span.lang)
        data = b64decode(found["data"]) if found["coded"] else unquote_to_bytes(found["data"])
        self._pictures += 1
        return f"<w:r><w:drawing>{self._drawing(data, span.text, room)}</w:drawing></w:r>"

    def _drawing(self, data: bytes, shown: str, room: tuple[float, float]) -> str:
        from docx.image.exceptions import (  # noqa: PLC0415 - Word only
            InvalidImageStreamError,
            UnexpectedEndOfFileError,
            UnrecognizedImageError,
        )
        from docx.image.image import Image  # noqa: PLC0415
        from docx.oxml.xmlchemy import serialize_for_reading  # noqa: PLC0415
        from docx.shared import Emu  # noqa: PLC0415

        try:
            image = Image.from_blob(data)
        except (InvalidImageStreamError, UnexpectedEndOfFileError, UnrecognizedImageError):
            problem = Problem(
                Place(f"{self._document.stem}.docx"),
                f"the picture “{shown}” is damaged: save it again as PNG",
            )
            raise JdgenError(problem) from None
        scale = min(1.0, room[0] * POINT / image.width, room[1] * POINT / image.height)
        inline = self._part.new_pic_inline(
            BytesIO(data), Emu(round(image.width * scale)), Emu(round(image.height * scale))
        )
        inline.docPr.set("id", str(self._pictures))
        inline.docPr.set("descr", shown)
        return str(serialize_for_reading(inline))


def run(text: str, style: str = "", lang: str = "") -> str:
    """Returns words in one style of words as a run; breaks of lines and tabs stand for themselves."""
    properties = "".join(
        (
            f'<w:rStyle w:val="{style_id(style)}"/>' if style else "",
            f"<w:lang w:val={quoteattr(region(lang))}/>" if lang else "",
        )
    )
    words = "".join(
        BREAKS.get(part) or f'<w:t xml:space="preserve">{escape(part)}</w:t>' for part in PARTS.findall(text)
    )
    return f"<w:r>{f'<w:rPr>{properties}</w:rPr>' if properties else ''}{words}</w:r>"


def field(name: str) -> str:
    """Returns a figure that Word works out, such as PAGE."""
    return f'<w:fldSimple w:instr=" {name} "><w:r><w:t>1</w:t></w:r></w:fldSimple>'


BREAKS = {"\n": "<w:br/>", "\t": "<w:tab/>"}
PARTS = re.compile(r"[\n\t]|[^\n\t]+")

TAB = run("\t")


def paragraph(style: str, *runs: str, more: str = "") -> str:
    """Returns a paragraph in a style; `more` are properties that no style can have."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style_id(style)}"/>{more}</w:pPr>{"".join(runs)}</w:p>'


def _style(span: Span) -> str:
    if span.link:
        return "Hyperlink"
    return {(1, 0): "Strong", (0, 1): "Emphasis", (1, 1): "Intense Emphasis"}.get(
        (span.strong, span.emphasis), ""
    )

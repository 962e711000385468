"""Word: the page's blocks as paragraphs, lists and tables in named styles that can be changed in Word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jdgen.formats.blocks import read_page
from jdgen.formats.word.body import Writer
from jdgen.formats.word.frame import describe, set_page, text_width
from jdgen.formats.word.package import blank, saved

if TYPE_CHECKING:
    from jdgen.documents.document import Document


def to_docx(document: Document) -> bytes:
    """Returns a file for Word and LibreOffice; the same document gives the same bytes.

    Raises:
        JdgenError: a template is wrong, or names an image that may not or cannot be read.
    """
    text = read_page(document)
    word = blank(document)
    describe(word, document)
    set_page(word, document, text)
    Writer(word, document, text_width(document)).write(text.main)
    return saved(word)

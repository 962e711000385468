"""The page's HTML as a row of blocks, for formats that know paragraphs and tables but no boxes in boxes."""

from jdgen.formats.blocks.block import Block, Span, Spans, Table, Text, text_of
from jdgen.formats.blocks.reading import FOREIGN, read_page

__all__ = ["FOREIGN", "Block", "Span", "Spans", "Table", "Text", "read_page", "text_of"]

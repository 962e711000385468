"""Google for Jobs: the markup of the posting's page, its description in the tags that Google reads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jdgen.formats.boards.blocks import blocks
from jdgen.formats.boards.dialect import Dialect
from jdgen.formats.boards.limits import tags
from jdgen.formats.jsonld import markup, written

if TYPE_CHECKING:
    from jdgen.documents.document import Document


def to_google(document: Document) -> bytes:
    """Returns the JSON-LD."""
    description = Dialect(tags("google")).html(blocks(document))
    return written(markup(document) | {"description": description})

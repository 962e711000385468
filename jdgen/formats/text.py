"""Markdown to read and paste, without the hints about layout that only HTML and PDF use."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jdgen.documents import Document

HINTS = re.compile(
    r"""
    ^</?div\b[^>\n]*>[ ]*$            # boxes
    | ^<figure\b.*</figure>[ ]*$      # charts; a table says the same
    | ^\{:[^}\n]*\}[ ]*$              # classes
    """,
    re.VERBOSE | re.MULTILINE,
)
BLANK = re.compile(r"\n{3,}")


def to_md(document: Document) -> bytes:
    """Returns GitHub-flavoured Markdown."""
    text = HINTS.sub("", document.body)
    return (BLANK.sub("\n\n", text).strip() + "\n").encode()

"""Document to bytes: suffix, option and file ending are one word."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from jdgen.documents.document import Document


def _md(document: Document) -> bytes:
    from jdgen.formats.text import to_md  # noqa: PLC0415 - only what is asked for

    return to_md(document)


def _html(document: Document) -> bytes:
    from jdgen.formats.html import to_html  # noqa: PLC0415 - Python-Markdown

    return to_html(document)


def _pdf(document: Document) -> bytes:
    from jdgen.formats.pdf import to_pdf  # noqa: PLC0415 - Python-Markdown and WeasyPrint

    return to_pdf(document)


FORMATS: dict[str, Callable[[Document], bytes]] = {"md": _md, "html": _html, "pdf": _pdf}
"""What a document can be written as."""

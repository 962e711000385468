"""Document to bytes: suffix, option and file ending are one word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jdgen.documents.kinds import BOARDS

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


def _docx(document: Document) -> bytes:
    from jdgen.formats.word import to_docx  # noqa: PLC0415 - Python-Markdown and python-docx

    return to_docx(document)


def _txt(document: Document) -> bytes:
    from jdgen.formats.plain import to_txt  # noqa: PLC0415 - Python-Markdown and lxml

    return to_txt(document)


def _csv(document: Document) -> bytes:
    from jdgen.formats.matrix import to_csv  # noqa: PLC0415

    return to_csv(document)


def _yaml(document: Document) -> bytes:
    from jdgen.formats.card_yaml import to_yaml  # noqa: PLC0415

    return to_yaml(document)


def _jsonld(document: Document) -> bytes:
    from jdgen.formats.jsonld import to_jsonld  # noqa: PLC0415 - Python-Markdown and an HTML parser

    return to_jsonld(document)


def _archive(document: Document) -> bytes:
    from jdgen.formats.archive import to_archive  # noqa: PLC0415 - WeasyPrint

    return to_archive(document)


def _board(name: str) -> Callable[[Document], bytes]:
    def write(document: Document) -> bytes:
        from jdgen.formats.boards import WRITERS  # noqa: PLC0415 - Python-Markdown and an HTML parser

        return WRITERS[name](document)

    return write


FORMATS: dict[str, Callable[[Document], bytes]] = {
    "md": _md,
    "html": _html,
    "pdf": _pdf,
    "docx": _docx,
    "txt": _txt,
    "csv": _csv,
    "yaml": _yaml,
    "jsonld": _jsonld,
    "archive.pdf": _archive,
    **{ending: _board(name) for name, ending in BOARDS.items()},
}
"""What a document can be written as."""

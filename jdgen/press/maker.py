"""The press itself: templates compiled and libraries loaded before the role arrives."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from jdgen.documents.document import compose_all
from jdgen.documents.kinds import endings
from jdgen.documents.templates import Templates
from jdgen.errors import JdgenError
from jdgen.formats import FORMATS
from jdgen.formats.images import refuse_foreign_images
from jdgen.parallel import cores, share
from jdgen.press.order import Made
from jdgen.role import Role  # noqa: F401 - a role arrives by name, and its class is loaded before it

if TYPE_CHECKING:
    from jdgen.documents import Subject
    from jdgen.documents.document import Document
    from jdgen.press.order import Order


def load(*, pdf: bool) -> None:
    """Loads the libraries that documents are made with.

    Raises:
        JdgenError: PDFs are wanted, and a library that draws them is not on this machine.
    """
    if pdf:
        from jdgen.formats import pdf as _  # noqa: F401, PLC0415 - Python-Markdown
        from jdgen.formats.renderer import weasyprint  # noqa: PLC0415 - half a second

        weasyprint()


class Maker:
    """Makes the documents of an order."""

    def __init__(self, order: Order) -> None:
        """Gets ready; what is wrong with a template, or missing on this machine, is told by `make`."""
        self._order = order
        self._templates = Templates(order.folders, shown=order.shown)
        with suppress(JdgenError):
            for kind in order.kinds:
                self._templates.compile(f"{kind}.md.j2")
            load(pdf="pdf" in order.formats)

    def make(self, subject: Subject) -> list[Made]:
        """Returns the documents of `subject` in the order of their kinds.

        Raises:
            JdgenError: a template is wrong, or a document cannot be put into a format.
        """
        documents = list(compose_all(subject, self._order.kinds, self._templates, self._order.paper))
        for document in documents:
            refuse_foreign_images(document)
        processes = cores() if "pdf" in self._order.formats else 1  # text is made faster than a process
        return share(self._made, documents, lambda document: len(document.body), processes)

    def _made(self, document: Document) -> Made:
        suffixes = endings(document.kind, self._order.formats)
        files = {suffix: FORMATS[suffix](document) for suffix in suffixes}
        said = self._said(document) if document.audience == "public" else ""
        return Made(document.stem, document.audience, files, said)

    def _said(self, document: Document) -> str:
        said = [document.body, document.title, document.description, document.author]
        if {"html", "pdf", "docx", "txt"}.intersection(self._order.formats):
            from jdgen.formats.html import page, stylesheet  # noqa: PLC0415 - Python-Markdown

            style = stylesheet(document, "page") + stylesheet(document, "screen")
            said += [
                page(document, style=style),
                page(document, style=""),
            ]  # the page of the other three has no style in it
        return "\n".join(said)

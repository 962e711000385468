"""The press itself: templates compiled and libraries loaded before the role arrives."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from jdgen.checks import leaks, stop_leaks
from jdgen.documents.document import compose_all
from jdgen.documents.kinds import BOARDS, Kind, endings
from jdgen.documents.subject import Posted
from jdgen.documents.templates import Templates
from jdgen.errors import JdgenError
from jdgen.formats import FORMATS
from jdgen.formats.images import refuse_foreign_images
from jdgen.parallel import cores, share
from jdgen.press.order import PDFS, Made
from jdgen.role import Role  # noqa: F401 - a role arrives by name, and its class is loaded before it
from jdgen.workspace.cache import cache_folder

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jdgen.checks import Secret
    from jdgen.documents import Subject
    from jdgen.documents.document import Document
    from jdgen.errors import Problem
    from jdgen.press.order import Order


MARKED = {"html", "jsonld", "archive.pdf"}
"""Formats that hold the markup of a posting."""

PAGED = PDFS | MARKED | {"docx", "txt"}
"""Formats that are made from the HTML page."""


def load(*, pdf: bool) -> None:
    """Loads the libraries that documents are made with.

    Raises:
        JdgenError: PDFs are wanted, and a library that draws them is not on this machine.
    """
    if pdf:
        from jdgen.formats import pdf as _  # noqa: F401, PLC0415 - Python-Markdown
        from jdgen.formats.renderer import weasyprint  # noqa: PLC0415 - half a second

        weasyprint()


class _Guarded(NamedTuple):
    """A document in its formats, and what in it may not reach its readers."""

    made: Made
    leaks: tuple[Problem, ...]


class Maker:
    """Makes the documents of an order: composes them, then puts them into their formats."""

    def __init__(self, order: Order) -> None:
        """Gets ready; what is wrong with a template, or missing on this machine, is told by `compose`."""
        self._order = order
        self._documents: list[Document] = []
        self._others: Iterator[Document] = iter(())
        self._secrets: tuple[Secret, ...] = ()
        # Of a debrief nothing stands outside its vacancy's folder, not even the program's own.
        kept = None if Kind.PACKET in order.kinds else cache_folder()
        self._templates = Templates(order.folders, shown=order.shown, kept=kept)
        with suppress(JdgenError):
            for kind in order.kinds:
                self._templates.compile(f"{kind}.md.j2")
            load(pdf=bool(PDFS.intersection(order.formats)))

    def compose(self, subject: Subject) -> Posted:
        """Composes the documents of `subject` as far as the posting among them, and returns that.

        Raises:
            JdgenError: a template is wrong.
        """
        self._others = map(
            self._fit, compose_all(subject, self._order.kinds, self._templates, self._order.paper)
        )
        self._documents, self._secrets = [], subject.secrets
        for document in self._others if Kind.POSTING in self._order.kinds else ():
            self._documents.append(document)
            if document.kind is Kind.POSTING:
                return Posted(document.body, self._scripts(document))
        return Posted()

    def make(self) -> list[Made]:
        """Returns the documents in the order of their kinds, those that `compose` left composed too.

        Raises:
            JdgenError: a template is wrong, a document cannot be put into a format, or a public one holds something internal.
        """
        self._documents += self._others
        processes = (
            cores() if PDFS.intersection(self._order.formats) else 1
        )  # text is made faster than a process
        made = share(self._made, self._documents, lambda document: len(document.body), processes)
        stop_leaks(problem for it in made for problem in it.leaks)
        return [it.made for it in made]

    def _fit(self, document: Document) -> Document:
        """Returns the document, which has nothing in it that a format refuses."""
        refuse_foreign_images(document)
        if any(ending in self._order.formats for ending in BOARDS.values()):
            from jdgen.formats.boards import refuse_unfit  # noqa: PLC0415 - boards only

            refuse_unfit(document, self._order.formats)
        return document

    def _made(self, document: Document) -> _Guarded:
        suffixes = endings(document.kind, self._order.formats)
        files = {suffix: FORMATS[suffix](document) for suffix in suffixes}
        public = document.audience == "public"
        found = leaks(self._secrets, document.stem, self._said(document, files)) if public else ()
        return _Guarded(Made(document.stem, document.audience, files), found)

    def _scripts(self, document: Document) -> tuple[str, ...]:
        if MARKED.isdisjoint(self._order.formats):
            return ()
        from jdgen.formats.html import scripts_of  # noqa: PLC0415 - Python-Markdown

        return scripts_of(document)

    def _said(self, document: Document, files: dict[str, bytes]) -> str:
        """Returns what a public document says, its markup and metadata included."""
        said = [document.body, document.title, document.description, document.author]
        said += [files[ending].decode() for ending in BOARDS.values() if ending in files]
        if PAGED.intersection(self._order.formats):
            from jdgen.formats.html import page, script, stylesheet  # noqa: PLC0415 - Python-Markdown

            style = "".join(stylesheet(document, name) for name in ("page", "screen"))
            style += stylesheet(document, "page", paged=True)
            markup = script(document) if MARKED.intersection(self._order.formats) else ""
            # The page of PDF, Word and plain text has neither style nor markup in it.
            said += [page(document, style, markup), page(document, style=""), markup]
        return "\n".join(said)

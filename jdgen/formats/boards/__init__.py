"""Board packs: the posting in the exact form in which a job board or an applicant-tracking system takes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jdgen.checks.posting.visible import Page
from jdgen.documents.kinds import BOARDS, Kind
from jdgen.errors import JdgenError, Place, Problem
from jdgen.formats.boards import google, greenhouse, indeed, jsonresume, lever, linkedin
from jdgen.formats.boards.blocks import blocks
from jdgen.formats.boards.dialect import plain
from jdgen.formats.boards.needs import missing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from jdgen.documents.document import Document

WRITERS: dict[str, Callable[[Document], bytes]] = {
    "google": google.to_google,
    "linkedin": linkedin.to_linkedin,
    "indeed": indeed.to_indeed,
    "greenhouse": greenhouse.to_greenhouse,
    "lever": lever.to_lever,
    "jsonresume": jsonresume.to_jsonresume,
}


def refuse_unfit(document: Document, formats: Iterable[str]) -> None:
    """Raises JdgenError with all that keeps a posting from the boards among `formats`: what is missing, and what is too long."""
    asked = [name for name, ending in BOARDS.items() if ending in formats]
    if document.kind is not Kind.POSTING or not asked:
        return
    problems = [Problem(_place(document, field), message) for field, message in _faults(document, asked)]
    if problems:
        raise JdgenError(*problems)


def _faults(document: Document, boards: list[str]) -> Iterator[tuple[str, str]]:
    yield from missing(document.role, boards)
    if "linkedin" in boards:
        yield from ((field, f"linkedin-limit: {said}") for field, said in linkedin.too_long(document))
    yield from _hidden_pay(document)


def _hidden_pay(document: Document) -> Iterator[tuple[str, str]]:
    """Yields a fault where a template leaves out the pay that feeds carry: page and feed have to say the same."""
    pay = document.role.job.pay
    page = Page(plain(blocks(document)))
    if pay and not (page.gives(pay.low) and page.gives(pay.high)):
        message = f"pay-feed-mismatch: feeds say {document.role.pay}, and the posting does not: print role.pay in templates/posting.md.j2"
        yield "salary", message


def _place(document: Document, field: str) -> Place:
    """Returns where a field was written, or the nearest one above it, or the file."""
    known = dict(document.places)
    while field and field not in known:
        field = field.rpartition(".")[0]
    return known.get(field, Place(""))

"""PDF/UA-1 by WeasyPrint, which is imported here and nowhere else."""

from __future__ import annotations

import gc
import logging
import os
import re
from contextlib import contextmanager
from functools import cache, partial
from typing import TYPE_CHECKING, Any

from jdgen.errors import JdgenError, Place, Problem
from jdgen.formats.glyphs import covered
from jdgen.formats.html import page, stylesheet
from jdgen.formats.renderer import weasyprint

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from jdgen.documents.document import Document

VARIANT = "pdf/ua-1"

SPARSE = 1 / 3
"""Share of a page that text has to reach; only the last page may be emptier."""

LONGEST = {"posting": 2}
"""Pages that a document should not exceed."""

LARGEST = 1_000_000
"""Bytes that a PDF should not exceed."""

LOG = logging.getLogger(__name__)

ATTEMPTS = (
    "",
    ".competency, .together { break-inside: auto } .rules { break-before: auto }",
    ".competency, .together { break-inside: auto } .rules { break-before: auto } html { font-size: 9.2pt; line-height: 1.32 }",
    ".competency, .together { break-inside: auto } .rules { break-before: auto } html { font-size: 8.8pt; line-height: 1.3 }",
)
"""Styles to add, one after the other, until no page is sparse and there are not too many: parts run on, then type shrinks."""

GLYPH = re.compile(r"\.notdef glyph rendered for .*?: \"(?P<what>.*?)\"")
FOREIGN = re.compile(r"(?P<what>(?:file|https?|ftp):[^\s\"']+)")
QUOTED = re.compile(r"[`'](?P<what>[^`']+)[`']")
"""What WeasyPrint logs and goes on after: a character without a glyph, an address, a piece of a style sheet."""


def to_pdf(document: Document) -> bytes:
    """Returns a tagged PDF (PDF/UA-1); the same document gives the same bytes.

    Raises:
        JdgenError: a template is wrong, something outside was asked for, a character has no glyph, or Pango is missing.
    """
    text = page(document, style="")
    style = stylesheet(document, "page")
    fonts = (document.templates.folders[-1] / "fonts").resolve()
    config = fonts / ("fonts.conf" if covered(text, fonts) else "fonts-and-system.conf")
    with _fonts_from(config), _problems(document) as problems, _collector_off():
        attempts = (_laid_out(text, style + more, config) for more in ATTEMPTS)
        laid_out = next(filter(partial(_fits, document), attempts), None) or _laid_out(text, style, config)
        data: bytes = laid_out.write_pdf(pdf_variant=VARIANT)
    if problems:
        raise JdgenError(*problems)
    _say_what_is_too_much(document, len(laid_out.pages), len(data))
    return data


def _say_what_is_too_much(document: Document, pages: int, size: int) -> None:
    limit = LONGEST.get(document.kind, pages)
    if pages > limit:
        LOG.warning("%s.pdf has %d pages, %d too many: shorten it", document.stem, pages, pages - limit)
    if size > LARGEST:
        LOG.warning(
            "%s.pdf has %s bytes; some job boards take no more than %s",
            document.stem,
            f"{size:,}",
            f"{LARGEST:,}",
        )


def _laid_out(text: str, style: str, config: Path) -> Any:  # noqa: ANN401 - WeasyPrint has no types
    fetcher = weasyprint().urls.URLFetcher(allowed_protocols=["data"])
    html = weasyprint().HTML(string=text, url_fetcher=fetcher)
    return html.render(
        font_config=_font_configuration(config), stylesheets=[_sheet(style, config)], pdf_variant=VARIANT
    )


@cache
def _font_configuration(_config: Path) -> Any:  # noqa: ANN401 - WeasyPrint has no types
    """One for all documents of a run: each takes 0.2 MB that never comes back."""
    return weasyprint().text.fonts.FontConfiguration()


@cache
def _sheet(style: str, config: Path) -> Any:  # noqa: ANN401 - WeasyPrint has no types
    fetcher = weasyprint().urls.URLFetcher(allowed_protocols=["data"])
    return weasyprint().CSS(string=style, font_config=_font_configuration(config), url_fetcher=fetcher)


def _fits(document: Document, laid_out: Any) -> bool:  # noqa: ANN401 - WeasyPrint has no types
    pages = laid_out.pages
    return len(pages) <= LONGEST.get(document.kind, len(pages)) and all(
        _fill(sheet) >= SPARSE for sheet in pages[:-1]
    )


def _fill(sheet: Any) -> float:  # noqa: ANN401 - WeasyPrint has no types
    """Returns how far down a page its text reaches, as a share of the page's text area."""
    box = sheet._page_box  # noqa: SLF001 - the only way to what was laid out
    lowest = max(
        (line.position_y + line.height for line in _lines(box.children[0])), default=box.content_box_y()
    )
    return float((lowest - box.content_box_y()) / box.height)


def _lines(box: Any) -> Iterator[Any]:  # noqa: ANN401 - WeasyPrint has no types
    for child in getattr(box, "children", ()):
        if type(child).__name__ == "LineBox" or not getattr(child, "children", ()):
            yield child
        else:
            yield from _lines(child)


@contextmanager
def _fonts_from(config: Path) -> Iterator[None]:
    """Pages look the same on every machine because fontconfig is told which fonts there are."""
    before = os.environ.get("FONTCONFIG_FILE")
    os.environ["FONTCONFIG_FILE"] = str(config)
    try:
        yield
    finally:
        if before is None:
            del os.environ["FONTCONFIG_FILE"]
        else:
            os.environ["FONTCONFIG_FILE"] = before


@contextmanager
def _problems(document: Document) -> Iterator[list[Problem]]:
    """Collects what WeasyPrint only logs and goes on after."""
    problems: dict[Problem, None] = {}

    class Collect(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            if record.levelno >= logging.WARNING:
                problems[_problem(document, record.getMessage())] = None

    logger, handler = logging.getLogger("weasyprint"), Collect()
    logger.addHandler(handler)
    found: list[Problem] = []
    try:
        yield found
    finally:
        logger.removeHandler(handler)
        found += problems


def _problem(document: Document, said: str) -> Problem:
    file = Place(f"{document.stem}.pdf")
    if found := GLYPH.search(said):
        return Problem(
            file,
            f"no font has the characters “{found['what']}”: install one that does (such as Noto), or leave them out",
        )
    if found := FOREIGN.search(said):
        message = f"{found['what']} is not read: documents take images from the template folders only, and nothing from the network"
        return Problem(file, message)
    found = QUOTED.search(said)
    place = document.templates.place_of(found["what"], "page.css.j2", "page.html.j2") if found else file
    return Problem(
        place, f"the style sheet is not understood: {re.sub(r' at [0-9]+:[0-9]+', '', said).rstrip('.')}"
    )


@contextmanager
def _collector_off() -> Iterator[None]:
    """Layout makes millions of objects that all live until its end: looking for garbage among them is in vain."""
    on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if on:
            gc.enable()

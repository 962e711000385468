"""PDF/UA-1 by WeasyPrint."""

from __future__ import annotations

import gc
import logging
import os
import re
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from jdgen.errors import JdgenError, Place, Problem
from jdgen.formats.forms import finisher
from jdgen.formats.glyphs import covered
from jdgen.formats.html import page, stylesheet
from jdgen.formats.layout import LONGEST, VARIANT, form_options, is_whole, laid_out
from jdgen.formats.tongues import tags_completed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from jdgen.documents.document import Document

LARGEST = 1_000_000
"""Bytes that a PDF should not exceed."""

REFUSED = 5_000_000
"""Bytes of an attachment that applicant-tracking systems refuse: Oracle Taleo takes 5 MB (its documentation, 24C)."""

LOG = logging.getLogger(__name__)

GLYPH = re.compile(r"\.notdef glyph rendered for .*?: \"(?P<what>.*?)\"")
FOREIGN = re.compile(r"(?P<what>(?:file|https?|ftp):[^\s\"']+)")
FOR_SCREENS = re.compile(r"media type.*\b(?:screen|prefers-)")
"""What it says of a rule for screens with a condition, such as a dark scheme's, which paper does without."""
QUOTED = re.compile(r"[`'](?P<what>[^`']+)[`']")
"""What WeasyPrint logs and goes on after: a character without a glyph, an address, a piece of a style sheet."""


def to_pdf(document: Document) -> bytes:
    """Returns a tagged PDF (PDF/UA-1); the same document gives the same bytes.

    Raises:
        JdgenError: a template is wrong, something outside was asked for, a character has no glyph, or Pango is missing.
    """
    return printed(document, VARIANT, finisher(document))


def printed(
    document: Document, variant: str, finish: Callable[[Any, Any], None] | None, attached: Sequence[Any] = ()
) -> bytes:
    """Returns the document as a PDF of a WeasyPrint `variant`, files `attached`; `finish` is called before it is written.

    Raises:
        JdgenError: as `to_pdf`.
    """
    text = page(document, style="")
    style = stylesheet(document, "page", paged=True)
    fonts = (document.templates.folders[-1] / "fonts").resolve()
    config = fonts / ("fonts.conf" if covered(text, fonts) else "fonts-and-system.conf")
    with _fonts_from(config), _problems(document) as problems, _collector_off(), tags_completed(text):
        pages = laid_out(document, text, style, config, variant)
        data: bytes = pages.write_pdf(
            pdf_variant=variant, finisher=finish, attachments=list(attached), **form_options(document)
        )
    if problems:
        raise JdgenError(*problems)
    _refuse_what_nobody_takes(document, len(data))
    _say_what_is_too_much(document, pages, len(data))
    return data


def _refuse_what_nobody_takes(document: Document, size: int) -> None:
    if document.audience == "public" and size > REFUSED:
        message = f"pdf-size: has {size:,} bytes; systems that take attachments stop at {REFUSED:,}: use smaller images"
        raise JdgenError(Problem(Place(f"{document.stem}.pdf"), message))


def _say_what_is_too_much(document: Document, laid_out: Any, size: int) -> None:  # noqa: ANN401 - WeasyPrint has no types
    pages = len(laid_out.pages)
    limit = LONGEST.get(document.kind, pages)
    if pages > limit:
        LOG.warning("%s.pdf has %d pages, %d too many: shorten it", document.stem, pages, pages - limit)
    if document.card and not is_whole(laid_out):
        what = "a competency takes more than a page, so its anchors are out of sight; shorten it"
        LOG.warning("%s.pdf: %s", document.stem, what)
    if size > LARGEST and document.audience == "public":
        LOG.warning(
            "%s.pdf has %s bytes; some job boards take no more than %s",
            document.stem,
            f"{size:,}",
            f"{LARGEST:,}",
        )


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
            said = record.getMessage()
            if record.levelno >= logging.WARNING and not FOR_SCREENS.search(said):
                problems[_problem(document, said)] = None

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
    place = (
        document.templates.place_of(found["what"], document.theme, "page.css.j2", "page.html.j2")
        if found
        else file
    )
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

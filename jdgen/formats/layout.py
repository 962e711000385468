"""Pages: laid out anew, a little tighter each time, until none is nearly empty and what belongs together stands together."""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import TYPE_CHECKING, Any

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

LONG = 60
"""Pages above which one layout has to do: each attempt costs as much again, and a sparse page among so many is no matter."""

ATTEMPTS = (
    "",
    ".internal { font-size: 0.95rem }",
    ".competency, .together { break-inside: auto } .rules { break-before: auto }",
    ".competency, .together { break-inside: auto } .rules { break-before: auto } html { font-size: 9.2pt; line-height: 1.32 }",
    ".competency, .together { break-inside: auto } .rules { break-before: auto } html { font-size: 8.8pt; line-height: 1.3 } .asked { min-height: 0 } .asked .notes { height: 22mm }",
)
"""Styles to add, one after the other, until no page is sparse and there are not too many: an internal page's text shrinks a little, parts run on, all type shrinks."""

ON_CARDS = (
    "",
    "html { font-size: 9.2pt; line-height: 1.32 }",
    "html { font-size: 8.8pt; line-height: 1.3 } input.area { height: 15mm }",
    "html { font-size: 8.4pt; line-height: 1.26 } input.area { height: 12mm }",
)
"""The same for scorecards, until no question stands on another page than its anchors."""

WHOLE = "sheet"
"""Class of what must stand on one page: questions are rated with their anchors in sight."""

SAFETY = 4
"""Pixels that stay free below boxes that have grown: with none left, the smallest rounding would start a new page."""


def form_options(document: Document) -> dict[str, bool]:
    """Returns what makes WeasyPrint draw fields; trap: layout and writing each have to be told."""
    return {"pdf_forms": True} if document.card else {}


def laid_out(document: Document, text: str, style: str, config: Path, variant: str = VARIANT) -> Any:  # noqa: ANN401 - WeasyPrint has no types
    """Returns the pages of `document`, whose HTML is `text`, in the first style that fits, or else in the given one."""
    first = None
    for more in ON_CARDS if document.card else ATTEMPTS:
        pages = _pages(document, text, config, _shared(style + more, config), variant=variant)
        if len(pages.pages) > LONG or _fits(document, pages):
            return _roomy(document, pages, text, style + more, config) if document.card else pages
        first = first or pages
    return first


def is_whole(pages: Any) -> bool:  # noqa: ANN401 - WeasyPrint has no types
    """Returns whether each part of the class `sheet` stands on one page."""
    parts: Counter[Any] = Counter()
    for page in pages.pages:
        boxes = page._page_box.descendants()  # noqa: SLF001 - the only way to what was laid out
        elements = (box.element for box in boxes if box.element is not None)
        parts.update({it for it in elements if WHOLE in it.get("class", "").split()})
    return all(number == 1 for number in parts.values())


def _roomy(document: Document, pages: Any, text: str, style: str, config: Path) -> Any:  # noqa: ANN401
    """Returns the pages with what is left free on each given to its boxes for writing."""
    sheets = _shared(style, config), _sheet("\n".join(_grown(pages)), config)
    roomy = _pages(document, text, config, *sheets)
    return roomy if is_whole(roomy) and len(roomy.pages) == len(pages.pages) else pages


def _grown(pages: Any) -> Iterator[str]:  # noqa: ANN401 - WeasyPrint has no types
    for page in pages.pages:
        inputs = [box for inputs in page.forms.values() for box, _ in inputs]
        boxes = [box for box in inputs if "area" in box.element.get("class", "").split()]
        sheet = page._page_box  # noqa: SLF001 - the only way to what was laid out
        free = max(0, sheet.content_box_y() + sheet.height - _lowest(sheet) - SAFETY)
        for box in boxes:
            height = box.border_height() + free / len(boxes)
            yield f'input.area[name="{box.element.get("name")}"] {{ height: {height:.1f}px }}'


def _pages(document: Document, text: str, config: Path, *sheets: Any, variant: str = VARIANT) -> Any:  # noqa: ANN401
    html = weasyprint().HTML(string=text, url_fetcher=_fetcher())
    return html.render(
        font_config=_font_configuration(config),
        stylesheets=list(sheets),
        pdf_variant=variant,
        **form_options(document),
    )


def _fetcher() -> Any:  # noqa: ANN401 - WeasyPrint has no types
    return weasyprint().urls.URLFetcher(allowed_protocols=["data"])


@cache
def _font_configuration(_config: Path) -> Any:  # noqa: ANN401 - WeasyPrint has no types
    """One for all documents of a run: each takes 0.2 MB that never comes back."""
    return weasyprint().text.fonts.FontConfiguration()


def _sheet(style: str, config: Path) -> Any:  # noqa: ANN401 - WeasyPrint has no types
    return weasyprint().CSS(string=style, font_config=_font_configuration(config), url_fetcher=_fetcher())


_shared = cache(_sheet)
"""The style sheet of a run, which all its documents share."""


def _fits(document: Document, pages: Any) -> bool:  # noqa: ANN401 - WeasyPrint has no types
    sheets = pages.pages
    return (
        len(sheets) <= LONGEST.get(document.kind, len(sheets))
        and all(_fill(sheet._page_box) >= SPARSE for sheet in sheets[:-1])  # noqa: SLF001
        and (document.card is None or is_whole(pages))
    )


def _fill(sheet: Any) -> float:  # noqa: ANN401 - WeasyPrint has no types
    """Returns how far down a page its text reaches, as a share of the page's text area."""
    return float((_lowest(sheet) - sheet.content_box_y()) / sheet.height)


def _lowest(sheet: Any) -> float:  # noqa: ANN401 - WeasyPrint has no types
    """Returns how far down a page its text reaches, in pixels."""
    lines = (line.position_y + line.height for line in _lines(sheet.children[0]))
    return float(max(lines, default=sheet.content_box_y()))


def _lines(box: Any) -> Iterator[Any]:  # noqa: ANN401 - WeasyPrint has no types
    for child in getattr(box, "children", ()):
        if type(child).__name__ == "LineBox" or not getattr(child, "children", ()):
            yield child
        else:
            yield from _lines(child)

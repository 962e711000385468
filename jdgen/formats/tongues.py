"""What WeasyPrint 70 drops from the elements that it tags: `lang`, but for the page's own (WCAG 3.1.2), and `scope` (1.3.1)."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from jdgen.formats.renderer import weasyprint

if TYPE_CHECKING:
    from collections.abc import Iterator

WHOLE = {"html", "body"}
"""Elements that have no tag of their own: what they would mark is marked for the whole file already."""


@contextmanager
def tags_completed(text: str) -> Iterator[None]:
    """Lets PDFs written inside the block say the language of each element of the HTML `text` that has one, and what each head of a table heads."""
    if text.count(" lang=") < 2 and "<th" not in text:  # noqa: PLR2004 - the page's own
        yield
        return
    # Trap: no public name leads from an element to its tag; where this one is gone, parts go without.
    tags = weasyprint().pdf.tags
    build = getattr(tags, "_build_box_tree", None)
    if build is None:
        yield
        return
    from pydyf import String  # noqa: PLC0415 - WeasyPrint brings it

    def marked(box: Any, *rest: Any) -> Iterator[Any]:  # noqa: ANN401 - WeasyPrint has no types
        lang = _language(box)
        for tag in build(box, *rest):
            if lang:
                tag["Lang"] = String(lang)
            if tag.get("S") == "/TH":
                # A head above other heads alone is named by no cell, and PDF/UA-1 (7.5) asks for one or the other.
                tag["A"]["Scope"] = "/Row" if box.element.get("scope") == "row" else "/Column"
            yield tag

    tags._build_box_tree = marked  # noqa: SLF001 - see above
    try:
        yield
    finally:
        tags._build_box_tree = build  # noqa: SLF001 - see above


def _language(box: Any) -> str:  # noqa: ANN401 - WeasyPrint has no types
    box = getattr(box, "_box", box)  # what stands in for a part that is placed absolutely
    element = getattr(box, "element", None)
    return "" if element is None or element.tag in WHOLE else element.get("lang", "")

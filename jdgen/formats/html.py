"""One file of HTML that needs nothing beside it."""

from __future__ import annotations

from base64 import b64encode
from typing import TYPE_CHECKING

from markupsafe import Markup

from jdgen.documents.kinds import Kind
from jdgen.formats.images import embed_images, embed_style_images
from jdgen.formats.markup import to_html_body

if TYPE_CHECKING:
    from pathlib import Path

    from jdgen.documents.document import Document

FACE = "@font-face{font-family:'%s';font-weight:%s;src:url(data:font/woff2;base64,%s) format('woff2')}\n"
WEB_FONTS = (
    ("Source Sans 3", "400", "SourceSans3-Regular.ttf.woff2"),
    ("Source Sans 3", "600", "SourceSans3-Semibold.ttf.woff2"),
    ("Source Serif 4", "600", "SourceSerif4-Semibold.ttf.woff2"),
)


def to_html(document: Document) -> bytes:
    """Returns a self-contained page: style, fonts and images inside, nothing fetched.

    Raises:
        JdgenError: a template is wrong, or names an image that may not be read.
    """
    style = stylesheet(document, "page") + stylesheet(document, "screen")
    return page(document, _fonts(document, style) + style, script(document)).encode()


def page(document: Document, style: str, markup: str = "") -> str:
    """Returns the page around the document's text, with the JSON-LD `markup` of a posting in it."""
    # Nothing is escaped again: a template's values were escaped when it was rendered.
    body = Markup(to_html_body(document.body))  # noqa: S704
    seen = {"document": document, "body": body, "style": Markup(style), "markup": Markup(markup)}  # noqa: S704
    text = document.templates.render("page.html.j2", say=document.say, **seen)
    return embed_images(text, document)


def script(document: Document) -> str:
    """Returns the JSON-LD for a script element, or an empty text where the document has none or it would be half."""
    if document.kind is not Kind.POSTING:
        return ""
    from jdgen.checks.posting.required import required  # noqa: PLC0415 - postings as pages only
    from jdgen.formats.jsonld import embedded  # noqa: PLC0415

    if required(document.role.job):
        return ""

    return embedded(document)


def scripts_of(document: Document) -> tuple[str, ...]:
    """Returns the JSON-LD scripts of the document's page, as its template prints them."""
    from jdgen.checks.posting.scripts import scripts  # noqa: PLC0415 - postings that are checked

    return scripts(page(document, "", script(document)))


def stylesheet(document: Document, name: str, *, paged: bool = False) -> str:
    """Returns the style sheet `page` or `screen`, the brand's colours and the paper filled in.

    `paged` adds running heads, whose properties browsers do not know.
    """
    style = document.templates.render(f"{name}.css.j2", say=document.say, document=document, paged=paged)
    return embed_style_images(style, document)


def _fonts(document: Document, style: str) -> str:
    """Returns the fonts that the style sheet names: a serif only where the look has one."""
    folder = document.templates.folders[-1] / "fonts"
    used = (face for face in WEB_FONTS if face[0] in style)
    return "".join(FACE % (family, weight, _base64(folder / file)) for family, weight, file in used)


def _base64(file: Path) -> str:
    return b64encode(file.read_bytes()).decode()

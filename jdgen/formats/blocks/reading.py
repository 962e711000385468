"""The page's HTML read into blocks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from jdgen.formats.blocks.block import Block, Span, Spans, Table, Text
from jdgen.formats.html import page

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from jdgen.documents.document import Document

BLOCKS = frozenset(
    {
        "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "div", "dl", "dt",
        "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr",
        "legend", "li", "main", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th",
        "thead", "tr", "ul",
    }
)  # fmt: skip
"""Elements that begin on a new line."""

SILENT = frozenset({"head", "input", "script", "style", "svg", "template", "title"})
"""Elements without text of their own; charts are among them, because a table beside each says the same."""

BREAKING = "fresh"
"""Class of what begins on a new page."""

WRITING = "notes"
"""Class of an empty box to write in."""

ADDRESSES = ("https://", "http://", "mailto:", "tel:")

SPACES = re.compile(r"[ \t\r\n\f]+")
FOREIGN = re.compile("[^\\t\\n\\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML cannot hold, and a reader cannot see."""


class _At(NamedTuple):
    """What surrounds an element."""

    classes: tuple[str, ...] = ()
    depth: int = 0
    strong: bool = False
    emphasis: bool = False
    lang: str = ""
    link: str = ""


def read_page(document: Document) -> Text:
    """Returns what the document's page says.

    Raises:
        JdgenError: a template is wrong, or names an image that may not be read.
    """
    from lxml.html import document_fromstring  # noqa: PLC0415 - only where HTML is read

    root = document_fromstring(FOREIGN.sub("", page(document, style="")))
    parts = {name: root.find(f"body/{name}") for name in ("header", "main", "footer")}
    if parts["main"] is None:  # a page template of the user's own
        parts = {"header": None, "main": root.find("body"), "footer": None}
    return Text(*(tuple(_blocks(it, _At())) if it is not None else () for it in parts.values()))


def _blocks(element: Any, at: _At) -> Iterator[Block]:  # noqa: ANN401 - lxml has no types
    """Yields what stands in an element; words between its blocks are paragraphs of their own."""
    spans = [*_words(element.text, at)]
    for child in element:
        if child.tag in BLOCKS:
            yield from _paragraph(spans, at)
            spans = []
            yield from _block(child, at)
        else:
            spans += _inline(child, at)
        spans += _words(child.tail, at)
    yield from _paragraph(spans, at)


def _paragraph(spans: Iterable[Span], at: _At) -> Iterator[Block]:
    if words := _tidy(spans):
        yield Block("paragraph", words, classes=at.classes)


def _block(element: Any, at: _At) -> Iterator[Block]:  # noqa: ANN401
    own = element.get("class", "").partition(" ")[0]
    at = at._replace(
        classes=(*element.get("class", "").split(), *at.classes), lang=element.get("lang", at.lang)
    )
    match element.tag:
        case "h1" | "h2" | "h3" | "h4" | "h5" | "h6":
            yield Block(
                "heading", _tidy(_inside(element, at)), level=int(element.tag[1]), classes=at.classes, own=own
            )
        case "ul" | "ol":
            yield from _list(element, at)
        case "blockquote":
            yield from (_turned(block, "quote") for block in _blocks(element, at))
        case "table":
            yield Block("table", classes=at.classes, own=own, table=_table(element, at))
        case "hr":
            yield Block("rule")
        case "figure" if element.find(".//svg") is not None:
            return
        case "p":
            yield from (block._replace(own=own) for block in _blocks(element, at))
        case _:
            yield from _box(element, at)


def _box(element: Any, at: _At) -> Iterator[Block]:  # noqa: ANN401
    inside = list(_blocks(element, at))
    if not inside and WRITING in at.classes[:1]:
        inside = [Block("box", classes=at.classes)]
    elif [block.kind for block in inside[:2]] == ["box", "heading"]:  # beside the text, so under its heading
        inside[:2] = inside[1::-1]
    if inside and BREAKING in element.get("class", "").split():
        inside[0] = inside[0]._replace(fresh=True)
    yield from inside


def _list(element: Any, at: _At) -> Iterator[Block]:  # noqa: ANN401
    at = at._replace(depth=at.depth + 1)
    first = int(element.get("start", "1")) if element.get("start", "1").isdecimal() else 1
    for place, item in enumerate(element.iterchildren("li")):
        number = first + place if element.tag == "ol" else 0
        for position, block in enumerate(_blocks(item, at)):
            kind: Literal["continued", "item"] = "continued" if position else "item"
            yield _turned(block, kind, level=at.depth, number=number)


def _turned(
    block: Block, kind: Literal["quote", "continued", "item"], level: int = 0, number: int = 0
) -> Block:
    """Returns a paragraph as what it is because of where it stands."""
    return block._replace(kind=kind, level=level, number=number) if block.kind == "paragraph" else block


def _table(element: Any, at: _At) -> Table:  # noqa: ANN401
    caption = element.find("caption")
    lines = [[_cell(cell, at) for cell in row if cell.tag in {"td", "th"}] for row in element.iter("tr")]
    columns = max(map(len, lines), default=0)
    rows = [(*line, *[()] * (columns - len(line))) for line in lines]
    heads = len(element.findall("thead/tr"))
    return Table(
        () if caption is None else _tidy(_inside(caption, at)),
        rows[0] if heads else (),
        tuple(rows[1 if heads else 0 :]),
    )


def _cell(element: Any, at: _At) -> Spans:  # noqa: ANN401
    """Returns the words of a cell; where it holds several blocks, each begins a line."""
    spans: list[Span] = []
    for block in _blocks(element, at):
        spans += [Span("\n"), *block.spans] if spans else block.spans
    return tuple(spans)


def _inside(element: Any, at: _At) -> Iterator[Span]:  # noqa: ANN401
    yield from _words(element.text, at)
    for child in element:
        yield from _inline(child, at)
        yield from _words(child.tail, at)


def _inline(element: Any, at: _At) -> Iterator[Span]:  # noqa: ANN401
    at = at._replace(lang=element.get("lang", at.lang))
    match element.tag:
        case "br":
            yield Span("\n")
        case "img":
            yield Span(element.get("alt", ""), picture=element.get("src", ""))
        case "strong" | "b" | "code":
            yield from _inside(element, at._replace(strong=True))
        case "em" | "i":
            yield from _inside(element, at._replace(emphasis=True))
        case "a":
            yield from _inside(element, at._replace(link=_address(element.get("href", ""))))
        case tag if isinstance(tag, str) and tag not in SILENT:  # comments have a function for a tag
            yield from _inside(element, at)


def _address(href: str) -> str:
    """Returns an address that means the same outside the page; empty for any other."""
    return href if href.lower().startswith(ADDRESSES) else ""


def _words(text: str | None, at: _At) -> Iterator[Span]:
    if text:
        yield Span(SPACES.sub(" ", FOREIGN.sub("", text)), at.strong, at.emphasis, at.lang, at.link)


def _tidy(spans: Iterable[Span]) -> Spans:
    """Returns words without spaces at the ends and at breaks of lines, and with one space where there were several."""
    tidy: list[Span] = []
    for span in spans:
        before = tidy[-1].text if tidy else "\n"
        if span.text == "\n" and tidy:
            tidy[-1] = tidy[-1]._replace(text=before.rstrip(" "))
        elif before.endswith((" ", "\n")):
            span = span._replace(text=span.text.lstrip(" "))  # noqa: PLW2901 - the same words
        if span.text or span.picture:
            tidy.append(span)
    while tidy and not tidy[-1].text.strip(" \n") and not tidy[-1].picture:
        tidy.pop()
    return (*tidy[:-1], tidy[-1]._replace(text=tidy[-1].text.rstrip(" "))) if tidy else ()

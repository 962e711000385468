"""A posting's body as blocks: what boards that take a few tags, or none, are written from."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from jdgen.formats.markup import to_html_body

if TYPE_CHECKING:
    import xml.etree.ElementTree as ET
    from collections.abc import Iterable, Iterator

    from jdgen.documents.document import Document

SPACES = re.compile(r"[ \t\r\n\f]+")
"""What HTML shows as one space."""

MARKS = {"strong": "strong", "b": "strong", "em": "em", "i": "em"}
"""What a tag says about the words in it."""

BREAKS = {
    "address", "article", "aside", "blockquote", "body", "dd", "details", "div", "dl", "dt", "figcaption", "footer",
    "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol", "p", "pre", "section", "summary",
    "table", "ul",
}  # fmt: skip
"""Elements that begin on a line of their own; all others are part of a line."""

SILENT = {
    "audio", "button", "canvas", "embed", "figure", "head", "iframe", "input", "math", "noscript", "object", "script",
    "select", "style", "svg", "template", "textarea", "title", "video",
}  # fmt: skip
"""Elements whose content is no text of the posting; a chart says what a table beside it says."""

SCHEMES = ("https://", "http://", "mailto:", "tel:")
"""Addresses that a link may lead to."""

OWN_FIELD = {"employer"}
"""Classes of paragraphs that boards have a field for, as they have for the title."""


class Run(NamedTuple):
    """Words that look the same; a line break is a run of its own."""

    text: str
    marks: frozenset[str] = frozenset()
    """`strong`, `em`."""
    href: str = ""


Line = tuple[Run, ...]


class Heading(NamedTuple):
    """A heading; the title is none."""

    level: int
    line: Line


class Paragraph(NamedTuple):
    """A paragraph."""

    line: Line


class Items(NamedTuple):
    """A list."""

    ordered: bool
    items: tuple[tuple[Block, ...], ...]


class Table(NamedTuple):
    """A table."""

    caption: Line
    head: tuple[Line, ...]
    rows: tuple[tuple[Line, ...], ...]


Block = Heading | Paragraph | Items | Table


def blocks(document: Document) -> tuple[Block, ...]:
    """Returns the document's body from the same HTML as its page, without the title and the employer's name."""
    from tinyhtml5 import parse  # noqa: PLC0415 - boards only

    page = parse(to_html_body(document.body), namespace_html_elements=False)
    return tuple(_blocks(page[1]))


def _blocks(parent: ET.Element) -> Iterator[Block]:
    runs: list[Run] = []
    for piece in _pieces(parent):
        if isinstance(piece, Run):
            runs.append(piece)
        else:
            yield from _paragraph(runs)
            runs.clear()
            yield from _block(piece)
    yield from _paragraph(runs)


def _block(element: ET.Element) -> Iterator[Block]:
    match element.tag:
        case "h1":
            return
        case "h2" | "h3" | "h4" | "h5" | "h6":
            yield Heading(int(element.tag[1]), _line(element))
        case "ul" | "ol":
            items = (tuple(_blocks(item)) for item in element.iterfind("li"))
            if full := tuple(item for item in items if item):
                yield Items(element.tag == "ol", full)
        case "table":
            yield _table(element)
        case _ if element.get("class") not in OWN_FIELD:
            yield from _blocks(element)


def _table(element: ET.Element) -> Table:
    head, body = (
        [tuple(map(_line, row)) for row in element.iterfind(f"{part}/tr") if len(row)]
        for part in ("thead", "tbody")
    )
    caption = element.find("caption")
    return Table(() if caption is None else _line(caption), head[0] if head else (), tuple(body))


def _paragraph(runs: Iterable[Run]) -> Iterator[Paragraph]:
    line = _trimmed(runs)
    if line:
        yield Paragraph(line)


def _line(element: ET.Element) -> Line:
    return _trimmed(run for piece in _pieces(element) for run in _runs(piece))


def _runs(piece: Run | ET.Element) -> Line:
    return (piece,) if isinstance(piece, Run) else (Run(" "), *_line(piece))


def _pieces(
    parent: ET.Element, marks: frozenset[str] = frozenset(), href: str = ""
) -> Iterator[Run | ET.Element]:
    """Yields the words of an element, and the elements in it that begin on a line of their own."""
    yield Run(SPACES.sub(" ", parent.text or ""), marks, href)
    for child in parent:
        match child.tag:
            case str(tag) if tag in BREAKS:
                yield child
            case "br":
                yield Run("\n")
            case "img":
                yield Run(child.get("alt", ""), marks, href)
            case str(tag) if tag not in SILENT and not tag.startswith("{"):  # a comment's tag is a function
                yield from _pieces(child, marks.union(MARKS.get(tag, "").split()), _address(child) or href)
        yield Run(SPACES.sub(" ", child.tail or ""), marks, href)


def _address(link: ET.Element) -> str:
    address = link.get("href", "")
    return address if address.startswith(SCHEMES) else ""


def _trimmed(runs: Iterable[Run]) -> Line:
    """Returns the runs without spaces at the ends of lines, and without two in a row."""
    line: Line = ()
    for run in runs:
        line = _joined(line, run)
    return _ended(line)


def _joined(line: Line, run: Run) -> Line:
    if not line or line[-1].text.endswith((" ", "\n")):
        run = run._replace(text=run.text.lstrip(" ")) if run.text != "\n" else run
    if run.text == "\n":
        line = _ended(line)
    return (*line, run) if run.text and (line or run.text != "\n") else line


def _ended(line: Line) -> Line:
    while line and not line[-1].text.rstrip(" \n"):
        line = line[:-1]
    return (*line[:-1], line[-1]._replace(text=line[-1].text.rstrip(" \n"))) if line else ()

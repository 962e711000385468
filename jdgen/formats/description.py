"""A posting's text as the HTML that job search reads: paragraphs and lists, and nothing else that it would ignore."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

UNSEEN = {"script", "style", "template", "head", "img", "input", "select", "textarea", "button"}
"""Elements whose inside is no text of the posting."""

INLINE = {
    "a", "abbr", "b", "bdi", "bdo", "br", "cite", "code", "data", "del", "dfn", "em", "i", "ins", "kbd", "label", "mark",
    "q", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr",
}  # fmt: skip
"""Elements that stand in a line; every other one begins a new paragraph."""

STRONG = {"strong", "b"}
HEADINGS = {"h2", "h3", "h4", "h5", "h6", "dt", "caption"}
SPACES = re.compile(r"[ \t\r\n\f]+")


def to_description(body: str) -> str:
    """Returns the HTML `body` of a posting as `p`, `ul`, `li`, `br` and `strong`; the title, which stands by itself, is left out."""
    import tinyhtml5  # noqa: PLC0415 - only where a posting becomes markup

    page = tinyhtml5.parse(body, namespace_html_elements=False)
    return "".join(_flow(page.find("body")))


def _flow(parent: Element) -> Iterator[str]:
    """Yields the blocks of an element; text that stands free becomes a paragraph."""
    line = [escape(parent.text or "", quote=False)]
    for child in parent:
        if _unseen(child) or child.tag == "h1":
            pass
        elif child.tag in INLINE:
            line.append(_inline(child))
        else:
            yield from _paragraph(line)
            line = []
            yield from _block(child)
        line.append(escape(child.tail or "", quote=False))
    yield from _paragraph(line)


def _unseen(element: Element) -> bool:
    """Returns whether an element shows no text: a comment, a picture (SVG has a namespace), a script."""
    tag = element.tag
    return not isinstance(tag, str) or tag.startswith("{") or tag in UNSEEN or "hidden" in element.attrib


def _paragraph(line: list[str]) -> Iterator[str]:
    text = _tidy(line)
    if text:
        yield f"<p>{text}</p>"


def _tidy(parts: list[str]) -> str:
    return SPACES.sub(" ", "".join(parts)).strip()


def _block(element: Element) -> Iterator[str]:
    match element.tag:
        case "ul" | "ol":
            yield from _list([_item(child) for child in element if child.tag == "li"])
        case "table":
            yield from _table(element)
        case tag if tag in HEADINGS:
            yield from _paragraph([_strong(_inside(element))])
        case _:
            yield from _flow(element)


def _list(items: list[str]) -> Iterator[str]:
    inside = "".join(f"<li>{item}</li>" for item in items if item)
    if inside:
        yield f"<ul>{inside}</ul>"


def _item(element: Element) -> str:
    """Returns the inside of an item: its paragraphs as lines, lists within it as they are."""
    said = ""
    for block in _flow(element):
        if not block.startswith("<p>"):
            said += block
            continue
        text = block.removeprefix("<p>").removesuffix("</p>")
        said += f"<br>{text}" if said and not said.endswith("</ul>") else text
    return said


def _table(table: Element) -> Iterator[str]:
    """Yields a table as its caption and a list: each row an item, in which the other cells follow the name of their column."""
    rows = [[_inside(cell) for cell in row if cell.tag in {"th", "td"}] for row in table.iter("tr")]
    caption = table.find("caption")
    if caption is not None:
        yield from _block(caption)
    head, *body = rows or [[]]
    if not body:
        head, body = [], rows
    yield from _list([_row(head, row) for row in body if row])


def _row(head: list[str], row: list[str]) -> str:
    named = [*head, *[""] * (len(row) - len(head))]
    cells = (
        f"{name}: {cell}" if name else cell for name, cell in zip(named[1:], row[1:], strict=False) if cell
    )
    return "<br>".join(part for part in (_strong(row[0]), *cells) if part)


def _inline(element: Element) -> str:
    if _unseen(element):
        return ""
    if element.tag == "br":
        return "<br>"
    text = _inside(element)
    if element.tag in STRONG:
        return _strong(text)
    address = element.get("href", "")
    shown = address.startswith(("https://", "http://", "mailto:")) and escape(
        address.removeprefix("mailto:"), quote=False
    )
    return f"{text} ({shown})" if shown and shown not in text else text


def _inside(element: Element) -> str:
    parts = [escape(element.text or "", quote=False)]
    for child in element:
        parts += [_inline(child), escape(child.tail or "", quote=False)]
    return "".join(parts)


def _strong(text: str) -> str:
    text = text.replace("<strong>", "").replace("</strong>", "").strip()
    return f"<strong>{text}</strong>" if text else ""

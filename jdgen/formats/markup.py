"""Markdown to the HTML of a page's body: accessible tables, links from bare addresses, classes from hints."""

from __future__ import annotations

import re
import string
import xml.etree.ElementTree as ET
from functools import cache
from itertools import chain, count
from typing import TYPE_CHECKING

from markdown import Markdown
from markdown.extensions.attr_list import AttrListExtension
from markdown.extensions.md_in_html import MarkdownInHtmlExtension
from markdown.extensions.sane_lists import SaneListExtension
from markdown.extensions.tables import TableExtension
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor

if TYPE_CHECKING:
    from collections.abc import Iterator
    from re import Match

FOREIGN = r'<span lang="(?P<lang>[A-Za-z0-9-]+)">(?P<text>.*?)</span>'
URL = r"(?P<url>https?://(?:(?!&lt;)[^\s<>])*(?:&amp;|[^\s<>&.,;:!?)\]'\"]))"
EMAIL = r"(?P<email>(?<![\w.+-])[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+)"
"""Begins where a word does: looked for at each letter of a very long word, it takes the square of its length."""
NARROW = 3
"""Columns that fit a phone."""

HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}

HINT = re.compile(r"\{:\s*\.(?P<name>[a-z-]+)\s*\}")


def to_html_body(text: str) -> str:
    """Returns the HTML of Markdown `text`."""
    converter = _converter()
    converter.reset()
    return converter.convert(text)


@cache
def _converter() -> Markdown:
    extensions = [TableExtension(), AttrListExtension(), MarkdownInHtmlExtension(), SaneListExtension()]
    converter = Markdown(output_format="html", extensions=extensions)
    converter.ESCAPED_CHARS = list(string.punctuation)  # as in CommonMark
    converter.inlinePatterns.register(_Address(f"{URL}|{EMAIL}", converter), "address", 95)
    converter.treeprocessors.register(_Classes(converter), "classes", 7)
    converter.treeprocessors.register(_Tables(converter), "tables", 6)
    converter.inlinePatterns.register(_Foreign(FOREIGN, converter), "foreign", 185)
    converter.treeprocessors.register(_Languages(converter), "languages", 5)
    return converter


class _Address(InlineProcessor):
    """Links a bare address, as GitHub does."""

    def handleMatch(self, m: Match[str], data: str) -> tuple[ET.Element, int, int]:  # type: ignore[override]  # noqa: ARG002, N802 - the library's names
        link = ET.Element("a", href=self.unescape(m["url"] or f"mailto:{m['email']}"))
        link.text = m[0]
        return link, m.start(0), m.end(0)


class _Foreign(InlineProcessor):
    """A text in another language, as an element: kept as raw HTML it would be no text to what looks at the tree."""

    def handleMatch(self, m: Match[str], data: str) -> tuple[ET.Element, int, int]:  # type: ignore[override]  # noqa: ARG002, N802 - the library's names
        part = ET.Element("span", lang=m["lang"])
        part.text = m["text"]
        return part, m.start(0), m.end(0)


class _Languages(Treeprocessor):
    """Moves the language of an element's only part to the element itself."""

    def run(self, root: ET.Element) -> None:
        for parent in root.iter():
            if len(parent) == 1 and parent[0].tag == "span" and list(parent[0].keys()) == ["lang"]:
                part = parent[0]
                if not ((parent.text or "").strip() or (part.tail or "").strip()):
                    parent.set("lang", part.get("lang", ""))
                    parent.text = part.text
                    parent[:] = list(part)


class _Classes(Treeprocessor):
    """Gives the class of a paragraph that is only `{: .name }` to the list or table before it."""

    def run(self, root: ET.Element) -> None:
        for parent in root.iter():
            before: ET.Element | None = None
            for child in list(parent):
                hint = (
                    HINT.fullmatch((child.text or "").strip())
                    if child.tag == "p" and not len(child)
                    else None
                )
                if hint and before is not None:
                    before.set("class", hint["name"])
                    parent.remove(child)
                else:
                    before = child


class _Tables(Treeprocessor):
    """Names the rows and columns of a table and moves the line above it into its caption (WCAG 1.3.1)."""

    def run(self, root: ET.Element) -> None:
        for parent in root.iter():
            before: ET.Element | None = None
            for child in list(parent):
                if child.tag == "table":
                    self._name(child)
                    if before is not None and before.get("class") == "caption":
                        parent.remove(before)
                        before.tag, before.tail = "caption", None
                        before.attrib.clear()
                        child.insert(0, before)
                before = child
        wide = {it: name for it, name in _names(root) if len(it.findall("thead/tr/th")) > NARROW}
        for parent in list(root.iter()):
            for position, child in enumerate(list(parent)):
                if child in wide:
                    parent[position] = self._scrolling(child, wide[child])

    def _scrolling(self, table: ET.Element, name: str) -> ET.Element:
        """A wide table scrolls by itself on a small screen, with the keyboard too (WCAG 1.4.10, 2.1.1)."""
        box = ET.Element("section", {"class": "wide", "tabindex": "0", "aria-label": name})
        box.append(table)
        return box

    def _name(self, table: ET.Element) -> None:
        for head in table.iterfind("thead/tr/th"):
            head.set("scope", "col")
        for row in table.iterfind("tbody/tr"):
            if "".join(row[0].itertext()).strip():  # an empty cell names no row
                row[0].tag = "th"
                row[0].set("scope", "row")


def _names(root: ET.Element) -> Iterator[tuple[ET.Element, str]]:
    """Yields each table and a name that no other one has: its caption, else with the heading above it, else with a number."""
    heading, taken = "", set[str]()
    for element in root.iter():
        if element.tag in HEADINGS:
            heading = "".join(element.itertext())
        if element.tag == "table":
            caption = "".join(element[0].itertext()) if element[0].tag == "caption" else "Table"
            full = f"{caption}: {heading}"
            named = chain((caption, full), (f"{full} ({number})" for number in count(2)))
            name = next(it for it in named if it not in taken)
            taken.add(name)
            yield element, name

"""What an SVG drawing takes from elsewhere: nothing outside it is read, so it has to hold all that it shows."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

if TYPE_CHECKING:
    from collections.abc import Iterator

FETCHING = frozenset({"image", "use", "feImage", "script"})
"""Elements that take in what they refer to; a link only leads there."""

BESIDE = re.compile(r"/\*.*?\*/|@namespace[^;]*;", re.DOTALL)
"""Parts of a style sheet that name nothing to be read."""

ADDRESS = re.compile(r"""\burl\(\s*["']?\s*([^"')\s]+)|@import\s+["']([^"']+)""", re.IGNORECASE)


def needed(drawing: bytes) -> Iterator[str]:
    """Yields the addresses outside a drawing that it needs; of one that cannot be read, none."""
    try:
        elements = ET.fromstring(drawing).iter()  # noqa: S314 - expat bounds what entities may grow to
    except ET.ParseError:
        return
    for element in elements:
        for address in _named(element):
            if not address.startswith(("#", "data:")):
                yield address


def _named(element: ET.Element) -> Iterator[str]:
    kind = _local(element.tag)
    for name, value in element.attrib.items():
        if _local(name) != "href":
            yield from _in_style(value)
        elif kind in FETCHING:
            yield value.strip()
    if kind == "style":
        yield from _in_style(element.text or "")


def _in_style(text: str) -> Iterator[str]:
    for url, imported in ADDRESS.findall(BESIDE.sub("", text)):
        yield url or imported


def _local(name: str) -> str:
    return name.rpartition("}")[2]

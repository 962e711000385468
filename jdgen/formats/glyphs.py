"""Which characters the shipped fonts have: those of the text; where the serif of headings lacks one, the text's stands in."""

from __future__ import annotations

import html
import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


TYPOGRAPHIC = frozenset("–—−‘’“”„€…·•\u202f \u00ad\u200b\n\t\r")
"""What Latin text is set with, beside its letters; the shipped fonts have it, and a test holds them to it."""


def covered(text: str, fonts: Path) -> bool:
    """Returns whether the shipped fonts have every character of an HTML page."""
    used = set(html.unescape(re.sub(r"data:[^\"')]*", "", text)))
    foreign = {
        char for char in used - TYPOGRAPHIC if not " " <= char <= "~" and not "\u00a1" <= char <= "\u00ff"
    }
    return not foreign or _characters(fonts).issuperset(foreign)


@cache
def _characters(fonts: Path) -> frozenset[str]:
    from fontTools.ttLib import TTFont  # noqa: PLC0415 - PDF only

    known = []
    for file in sorted(fonts.glob("SourceSans3-*.ttf")):
        with TTFont(file, lazy=True) as font:
            known.append(set(font.getBestCmap()))
    common = set.intersection(*known)
    return frozenset(chr(code) for code in common) | frozenset("\n\t\r\u00ad\u200b")

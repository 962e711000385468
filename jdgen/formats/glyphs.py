"""Which characters the shipped fonts have."""

from __future__ import annotations

import html
import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def covered(text: str, fonts: Path) -> bool:
    """Returns whether the shipped fonts have every character of an HTML page."""
    return _characters(fonts).issuperset(set(html.unescape(re.sub(r"data:[^\"')]*", "", text))))


@cache
def _characters(fonts: Path) -> frozenset[str]:
    from fontTools.ttLib import TTFont  # noqa: PLC0415 - PDF only

    known = []
    for file in sorted(fonts.glob("*.ttf")):
        with TTFont(file, lazy=True) as font:
            known.append(set(font.getBestCmap()))
    common = set.intersection(*known)
    return frozenset(chr(code) for code in common) | frozenset("\n\t\r\u00ad\u200b")

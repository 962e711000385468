"""Headings that a reader, and a machine that reads aloud, can follow: one title, and no level left out (WCAG 1.3.1)."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from jdgen.errors import JdgenError, Problem

if TYPE_CHECKING:
    from jdgen.documents.templates import Templates

HEADING = re.compile(r"^(?:(?P<marks>#{1,6})\s|\s*<h(?P<level>[1-6])\b).*$", re.MULTILINE)


def refuse_odd_headings(text: str, name: str, templates: Templates) -> None:
    """Raises JdgenError, at the line of the template `name`, where the Markdown's headings leave a gap or a doubt."""
    found = [(len(it["marks"] or "") or int(it["level"]), it[0].strip()) for it in HEADING.finditer(text)]
    titles = [line for level, line in found if level == 1]
    if len(titles) != 1:
        where = templates.place_of(titles[1] if titles else "\0", name)
        raise JdgenError(
            Problem(where, f"{len(titles) or 'no'} headings of the first level (# Title): write exactly one")
        )
    for (before, _), (after, line) in pairwise(found):
        if after > before + 1:
            message = f"'{line}' leaves out a level: write {'#' * (before + 1)} for {'#' * after}"
            raise JdgenError(Problem(templates.place_of(line, name), message))

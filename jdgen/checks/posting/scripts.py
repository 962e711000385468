"""The markup of a page: JSON-LD scripts found in its HTML, and the job postings that they describe."""

from __future__ import annotations

import datetime as dt
import json
import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

SCRIPT = r"<script\b[^>]*\bapplication/ld\+json\b[^>]*>(.*?)</script"


def scripts(page: str) -> tuple[str, ...]:
    """Returns the inside of each JSON-LD script of an HTML page, as a browser cuts it out."""
    return tuple(re.findall(SCRIPT, page, re.IGNORECASE | re.DOTALL))


def read_markup(found: tuple[str, ...]) -> Mapping[str, Any] | None:
    """Returns what scripts say, several as one graph; nothing where none of them can be read."""
    said = [it for it in map(_read, found) if it is not None]
    whole = said[0] if len(said) == 1 and isinstance(said[0], dict) else {"@graph": said}
    return whole if said else None


def _read(script: str) -> Any:  # noqa: ANN401 - JSON
    try:
        return json.loads(script)
    except ValueError:
        return None


def offers(markup: object) -> Iterator[Mapping[str, Any]]:
    """Yields each JobPosting in markup, wherever it stands."""
    if isinstance(markup, list):
        for part in markup:
            yield from offers(part)
    elif isinstance(markup, dict):
        kinds = markup.get("@type")
        if "JobPosting" in (kinds if isinstance(kinds, list) else [kinds]):
            yield markup
        for part in markup.values():
            if isinstance(part, dict | list):
                yield from offers(part)


def values(node: object, *path: str) -> Iterator[Any]:
    """Yields what stands at a path of markup, each value of a list by itself; nothing where there is no such path."""
    for one in node if isinstance(node, list) else [node]:
        if not path:
            yield one
        elif isinstance(one, dict) and path[0] in one:
            yield from values(one[path[0]], *path[1:])


def day_of(value: object) -> dt.date | None:
    """Returns the day of a date or time in markup, or nothing where it is none."""
    try:
        return dt.datetime.fromisoformat(str(value)).date()
    except ValueError:
        return None

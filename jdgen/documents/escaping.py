"""Values as Markdown that shows them as text, whatever they hold."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal
from typing import TYPE_CHECKING

from jinja2 import TemplateRuntimeError, Undefined
from markupsafe import Markup

if TYPE_CHECKING:
    from re import Match

PRINTED = (str, int, float, Decimal, dt.date, Undefined)
"""What a template may print; undefined is what a condition without `else` leaves."""

SPACES = re.compile(r"[ \t\r\n]+")

INLINE = re.compile(
    r"""
    \\(?=[!-/:-@\[-`{-~]|$)          # a backslash that would escape, or break the line
    | [`*\[\]{|~]                    # code, emphasis, links, attribute lists, table cells, struck out
    | \#(?=\#*$)                     # what closes a heading
    | (?<=\]):                       # Python-Markdown takes \]: for the name of a link
    | (?<![^\W_])_ | _(?![^\W_])     # underscores, but not inside_a_word
    | < | &(?=\#|\w+;)               # HTML
    """,
    re.VERBOSE,
)
LEADING = re.compile(r"(?:[#+>=~-]|(?P<number>\d+)(?=[.)](?:\s|$)))")
"""What begins a heading, a quotation, a list, a rule or a fence when it stands first."""

MARKS = re.compile(r"[!-/:-@\[-`{-~]")
"""What could end an attribute, or means something to Markdown, which also looks for addresses inside a tag."""

ENTITIES = {"<": "&lt;", "&": "&amp;"}
"""Python-Markdown would still see an HTML block behind a backslash."""


def markdown(value: object) -> object:
    """Returns text as Markdown on one line; Markdown, numbers and dates come back as they are.

    Raises:
        TemplateRuntimeError: the value is nothing, or holds several: no reader wants to see its inside.
    """
    _refuse_what_is_no_text(value)
    if not isinstance(value, str) or isinstance(value, Markup):
        return value
    text = INLINE.sub(_escaped, SPACES.sub(" ", value).strip())
    return Markup(LEADING.sub(_leading, text, count=1) if LEADING.match(text) else text)  # noqa: S704 - escaped above


def attribute(value: object) -> Markup:
    """Returns text for an HTML attribute in quotation marks, on one line; Markdown finds nothing to change in it.

    Raises:
        TemplateRuntimeError: as `markdown`.
    """
    _refuse_what_is_no_text(value)
    text = SPACES.sub(" ", str(value)).strip()
    return Markup(MARKS.sub(lambda found: f"&#{ord(found[0])};", text))  # noqa: S704 - escaped here


def _refuse_what_is_no_text(value: object) -> None:
    if not isinstance(value, PRINTED):
        kind = {"NoneType": "nothing", "tuple": "a list"}.get(
            type(value).__name__, f"a {type(value).__name__.lower()}"
        )
        raise TemplateRuntimeError(f"{kind} is no text: print one of its fields, or loop over it")


def _escaped(found: Match[str]) -> str:
    return ENTITIES.get(found[0], "\\" + found[0])


def _leading(found: Match[str]) -> str:
    return f"{found['number']}\\" if found["number"] else "\\" + found[0]

"""Values as Markdown that shows them as text, whatever they hold."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal
from typing import TYPE_CHECKING

from jinja2 import TemplateRuntimeError, Undefined
from markupsafe import Markup

from jdgen.language import Foreign

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
LEADING = re.compile(r"(?:[#+>=~-]|(?P<number>\d+)(?=[.)](?: |$)))")
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
    return Markup(_in_languages(value) if isinstance(value, Foreign) else _plain(value))  # noqa: S704 - escaped there


def _plain(value: str) -> str:
    text = INLINE.sub(_escaped, SPACES.sub(" ", value).strip())
    return LEADING.sub(_leading, text, count=1) if LEADING.match(text) else text


def _in_languages(value: Foreign) -> str:
    """Returns the parts of a text, each that is not in the document's language marked with its own."""
    said = [(INLINE.sub(_escaped, SPACES.sub(" ", text)), lang) for text, lang in value.parts]
    first, lang = said[0]
    said[0] = (
        LEADING.sub(_leading, first.lstrip(), count=1) if LEADING.match(first.lstrip()) else first.lstrip(),
        lang,
    )
    last, lang = said[-1]
    said[-1] = (last.rstrip(), lang)
    return "".join(f'<span lang="{lang}">{text}</span>' if lang else text for text, lang in said)


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

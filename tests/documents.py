"""Documents for the tests of formats, and what their Markdown says: every word in its order."""

from __future__ import annotations

import html
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from conftest import COMPANY, VARIANTS
from conftest import role as resolved

from jdgen.documents import KIT, Kind, Subject
from jdgen.documents.document import compose, compose_all
from jdgen.documents.templates import Templates
from jdgen.formats.text import to_md
from jdgen.role.kit.view import describe_kit
from jdgen.role.view import describe

if TYPE_CHECKING:
    from jdgen.documents import Paper
    from jdgen.documents.document import Document

TEMPLATES = Path(__file__).parents[1] / "templates"

MARKS = re.compile(r"^(?:#+|>|-|\d+\.)[ ]+|(?<!\\)\*{1,2}|`|\\(?=[!-/:-@\[-`{-~])", re.MULTILINE)
RULE = re.compile(r"^\|(?:[ ]-+[ ]\|)+$", re.MULTILINE)
BOX = '<div class="notes"></div>'
"""What the Markdown of a kit leaves for the place to write in."""

PIPE = re.compile(r"(?<!\\)\|")


@cache
def documents() -> tuple[Document, ...]:
    """The six postings, and every document of a kit that is text."""
    kinds = [kind for kind in KIT if kind not in {Kind.SCORECARD, Kind.DATA}]
    it = resolved("cpo", "scaleup", COMPANY)
    role = describe(it)
    kit = compose_all(Subject(role, describe_kit(it, role)), kinds, Templates([TEMPLATES]))
    return (*kit, *(posting(*variant) for variant in VARIANTS if variant != ("cpo", "scaleup")))


def posting(
    name: str = "cpo", stage: str = "scaleup", company: str = COMPANY, logo: str = "", paper: Paper = "a4"
) -> Document:
    role = describe(resolved(name, stage, company), logo=logo)
    return compose(Subject(role), Kind.POSTING, Templates([TEMPLATES]), paper)


def of_kind(kind: Kind, paper: Paper = "a4") -> Document:
    it = resolved("cpo", "scaleup", COMPANY)
    role = describe(it)
    return next(compose_all(Subject(role, describe_kit(it, role)), [kind], Templates([TEMPLATES]), paper))


def markdown(document: Document) -> str:
    return to_md(document).decode()


def words(document: Document) -> list[str]:
    """What the Markdown says, without its marks."""
    text = PIPE.sub(" ", RULE.sub("", markdown(document).replace(BOX, "")))
    return html.unescape(MARKS.sub("", text)).split()


def headings(document: Document) -> list[tuple[int, str]]:
    found = re.findall(r"^(#+) (.*)$", markdown(document), re.MULTILINE)
    return [(len(marks), html.unescape(MARKS.sub("", text))) for marks, text in found]

"""A posting as its rules see it: the text that was rendered, block by block, each with the lines that its words come from."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from jdgen.checks.posting.origins import origins
from jdgen.checks.posting.scripts import read_markup
from jdgen.errors import Place

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from jdgen.checks.posting.origins import Origin
    from jdgen.role import Role
    from jdgen.role.job import Job
    from jdgen.role.resolution import Resolved

LINE = re.compile(
    r"(?P<marks>\#{1,6})\s+(?P<title>.*?)\s*\#*$ | \s*(?:[-*+]|\d+[.)])\s+(?P<bullet>.*) | (?P<row>\|.*)",
    re.VERBOSE,
)
HIDDEN = re.compile(r"\{:[^}]*\}\s*$|</?(?:div|figure|section|span|p|br)\b[^>]*>|<!--.*?-->")
WORD = re.compile(r"[^\W\d]+|\d+")
CELL = re.compile(r"(?<!\\)\|")
MARK = re.compile(r"\\([!-/:-@\[-`{-~])|\*+|`+|(?<!\w)_+|_+(?!\w)|\[([^\]]+)\]\([^)]*\)")


class Block(NamedTuple):
    """A heading, paragraph, bullet or table cell, as a reader sees it."""

    text: str
    """Plain text on one line."""
    kind: str
    """`heading`, `paragraph`, `bullet` or `cell`."""
    heading: str
    """The nearest heading above it; its own text for a heading."""
    section: str
    """Where its words come from (see `origins`): `title`, `facts`, `mission` ... or `template` where a template types them."""
    among: str
    """As `section`; for a template's words, the section of the blocks beside them."""
    origins: tuple[Origin, ...]
    """The profile's and the company's texts in it, the longest first."""
    words: frozenset[str]
    """Its words and figures, in small letters; `20kg` is two of them."""
    line: int
    """Its line in the posting."""
    typed: Callable[[str], Place]
    """Says where a template types words, or else where they stand in the posting."""

    @property
    def place(self) -> Place:
        """Where its words were written: in the profile or company file, else in the template, else in the posting."""
        return self.origins[0].place if self.origins else self.typed(self.text)

    def at(self, words: str) -> Place:
        """Returns where `words` of the block were written."""
        return next((it.place for it in self.origins if words in it.text), None) or self.typed(words)


class Posting(NamedTuple):
    """A posting ready to be checked."""

    resolved: Resolved
    """Profile, company and stage."""
    role: Role
    """What the template saw, the internal fields included."""
    blocks: tuple[Block, ...]
    """Its text, in order."""
    text: str
    """All visible text, a block a line."""
    markup: Mapping[str, Any] | None
    """Its JSON-LD, where that was made."""
    today: dt.date
    """The day for which it is checked."""
    name: str
    """Its file name."""
    strict: bool = False
    """Whether what is doubtful counts as wrong."""
    scripts: tuple[str, ...] = ()
    """The JSON-LD scripts of its page, where that was made."""

    @property
    def job(self) -> Job:
        """The terms as data."""
        return self.role.job

    def shows(self, field: str) -> bool:
        """Returns whether a text made of a field of the company file, such as `salary`, is visible."""
        return any(it.field == field for block in self.blocks for it in block.origins)

    def company_place(self, *path: str | int) -> Place:
        """Returns where a value of the company file was written, or the nearest one above it."""
        return self.resolved.company_tree.at(*path).key


def read_posting(
    markdown: str,
    resolved: Resolved,
    role: Role,
    *,
    today: dt.date,
    template_place: Callable[[str], Place],
    markup: Mapping[str, Any] | None = None,
    strict: bool = False,
    scripts: tuple[str, ...] = (),
) -> Posting:
    """Returns the posting whose text is `markdown`; `template_place` says on which line a template types words (line 0: none)."""
    name = f"{role.id}-{role.stage}-posting.md"
    sources = sorted(origins(resolved, role), key=lambda it: -len(it.text))
    exact = {it.text: it for it in reversed(sources)}

    blocks: list[Block] = []
    for line, kind, heading, text in _pieces(markdown):
        found = _within(text, sources, exact)
        own = found and (kind != "heading" or found[0].text == text)
        section = found[0].section if own else "template"
        words = frozenset(WORD.findall(text.casefold()))
        typed = partial(_typed, template_place, Place(name, line))
        blocks.append(Block(text, kind, heading, section, section, found, words, line, typed))
    return Posting(
        resolved,
        role,
        tuple(_placed(blocks)),
        "\n".join(it.text for it in blocks),
        read_markup(scripts) if markup is None else markup,
        today,
        name,
        strict,
        scripts,
    )


def _typed(template_place: Callable[[str], Place], line: Place, words: str) -> Place:
    """Returns the template's line that holds `words`, or `line` of the posting."""
    place = template_place(words)
    return place if place.line else line


def _within(text: str, sources: Sequence[Origin], exact: Mapping[str, Origin]) -> tuple[Origin, ...]:
    """Returns the texts that a block is made of, the longest first."""
    return (exact[text],) if text in exact else tuple(it for it in sources if it.text in text)


def _placed(blocks: Sequence[Block]) -> Iterator[Block]:
    """Yields the blocks; the ones that a template types know the section of those beside them under the same heading."""
    for number, block in enumerate(blocks):
        if block.section != "template" or block.kind == "heading":
            yield block
            continue
        beside = [*reversed(blocks[:number]), *blocks[number + 1 :]]
        yield block._replace(
            among=next(
                (it.section for it in beside if it.heading == block.heading and it.section != "template"),
                "template",
            )
        )


def _pieces(markdown: str) -> Iterator[tuple[int, str, str, str]]:
    """Yields line, kind, nearest heading and plain text of each block; words that go on in the next line belong together."""
    heading, open_ = "", None
    for number, line in enumerate(markdown.splitlines(), 1):
        visible = HIDDEN.sub("", line)
        found = LINE.match(visible)
        if open_ and (found or not visible.strip()):
            yield (*open_[:3], plain(open_[3]))
            open_ = None
        if found is None:
            if visible.strip():
                open_ = (
                    (*open_[:3], f"{open_[3]} {visible}")
                    if open_
                    else (number, "paragraph", heading, visible)
                )
        elif found["marks"]:
            heading = plain(found["title"])
            yield number, "heading", heading, heading
        elif found["row"]:
            cells = [plain(cell) for cell in CELL.split(found["row"].strip())[1:-1]]
            yield from ((number, "cell", heading, cell) for cell in cells if cell.strip("-: "))
        else:
            open_ = (number, "bullet", heading, found["bullet"])
    if open_:
        yield (*open_[:3], plain(open_[3]))


def plain(text: str) -> str:
    """Returns Markdown of one paragraph as text on one line, without marks, escapes and the addresses of links."""
    said = MARK.sub(lambda it: it[1] or it[2] or "", text)
    if "&" in said:
        import html  # noqa: PLC0415 - seldom, and two thousand names to load

        said = html.unescape(said)
    return " ".join(said.split())

"""What a page says, as data: paragraphs, headings, lines of lists and tables, one after the other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable


class Span(NamedTuple):
    """Words that look alike."""

    text: str
    """The words; a line break stands alone; of a picture, what it shows."""
    strong: bool = False
    emphasis: bool = False
    lang: str = ""
    """Their language where it is not the document's."""
    link: str = ""
    """The web, mail or telephone address they lead to."""
    picture: str = ""
    """The picture that stands for them, as a data: address."""


Spans = tuple[Span, ...]


class Table(NamedTuple):
    """Rows and columns; every row has as many cells as there are columns."""

    caption: Spans
    head: tuple[Spans, ...]
    """The names of the columns; empty where they have none."""
    rows: tuple[tuple[Spans, ...], ...]


class Block(NamedTuple):
    """One paragraph, heading, line of a list, or table."""

    kind: Literal["heading", "paragraph", "quote", "item", "continued", "table", "rule", "box"]
    """A later paragraph of a list's line is `continued`; a `box` is empty, to write in."""
    spans: Spans = ()
    level: int = 0
    """Of a heading from 1 to 6; of a list's line from 1, the outermost."""
    number: int = 0
    """Of a line in a numbered list, from 1."""
    classes: tuple[str, ...] = ()
    """Its own class, if it has one, and those of the elements around it, the nearest first."""
    own: str = ""
    """Its own class."""
    fresh: bool = False
    """Whether a new page begins here."""
    table: Table | None = None

    @property
    def text(self) -> str:
        """Its words."""
        return text_of(self.spans)


class Text(NamedTuple):
    """What a page says."""

    header: tuple[Block, ...]
    main: tuple[Block, ...]
    footer: tuple[Block, ...]


def text_of(spans: Iterable[Span]) -> str:
    """Returns the words alone."""
    return "".join(span.text for span in spans)

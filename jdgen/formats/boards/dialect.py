"""Blocks in the HTML that a board takes, or as plain text: what a board has no tag for is said with those that it has."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, NamedTuple

from jdgen.formats.boards.blocks import Heading, Items, Paragraph, Run, Table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from jdgen.formats.boards.blocks import Block, Line

NAMES = {"strong": ("strong", "b"), "em": ("em", "i")}
"""Tags for a mark, the first that a board takes being used."""


def escaped(text: str) -> str:
    """Returns text with what HTML would take for markup as entities; quotation marks stay, for text stands in no attribute."""
    return escape(text, quote=False)


class Dialect(NamedTuple):
    """The HTML of a board."""

    tags: frozenset[str]
    written: Callable[[str], str] = escaped
    """Text as it stands between tags."""

    def html(self, blocks: Iterable[Block]) -> str:
        """Returns the blocks in HTML of these tags alone; nothing but the address of a link is left of attributes."""
        return "".join(part for block in blocks for part in self._parts(block))

    def items(self, items: Iterable[tuple[Block, ...]]) -> str:
        """Returns a list's items without the list."""
        return "".join(f"<li>{self._item(item)}</li>" for item in items)

    def _parts(self, block: Block) -> Iterator[str]:
        match block:
            case Heading(level, line):
                yield self._heading(level, line)
            case Paragraph(line):
                yield f"<p>{self._line(line)}</p>"
            case Items(ordered, items):
                name = "ol" if ordered and "ol" in self.tags else "ul"
                yield f"<{name}>{self.items(items)}</{name}>"
            case Table() if "table" in self.tags:
                yield self._table(block)
            case Table():
                yield self.html(as_lists(block))

    def _heading(self, level: int, line: Line) -> str:
        if (name := f"h{level}") in self.tags:
            return f"<{name}>{self._line(line)}</{name}>"
        return f"<p>{self._line(strong(line))}</p>"

    def _item(self, item: tuple[Block, ...]) -> str:
        match item:
            case (Paragraph(line), *rest):
                return self._line(line) + self.html(rest)
        return self.html(item)

    def _table(self, table: Table) -> str:
        title = self.html([Paragraph(strong(table.caption))]) if table.caption else ""
        head = self._row("th", table.head)
        body = "".join(self._row("td", row) for row in table.rows)
        return f"{title}<table><thead>{head}</thead><tbody>{body}</tbody></table>"

    def _row(self, name: str, cells: Iterable[Line]) -> str:
        return f"<tr>{''.join(f'<{name}>{self._line(cell)}</{name}>' for cell in cells)}</tr>"

    def _line(self, line: Line) -> str:
        return "".join(map(self._run, line))

    def _run(self, run: Run) -> str:
        if run.text == "\n":
            return "<br>" if "br" in self.tags else " "
        if run.href and "a" in self.tags:
            text = f'<a href="{escape(run.href)}">{self.written(run.text)}</a>'
        else:
            text = self.written(run.text + _address(run))
        for mark in sorted(run.marks):
            name = next((name for name in NAMES[mark] if name in self.tags), "")
            text = f"<{name}>{text}</{name}>" if name else text
        return text


def plain(blocks: Iterable[Block]) -> str:
    """Returns the blocks as text: a blank line between them, a dash before each item of a list."""
    return "\n\n".join("\n".join(_lines(block)) for block in blocks)


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Items(_, items):
            for item in items:
                first, *rest = (line for inner in item for line in _lines(inner))
                yield f"- {first}"
                yield from (f"  {line}" for line in rest)
        case Table():
            yield from plain(as_lists(block)).split("\n")
        case Heading(_, line) | Paragraph(line):
            yield said(line)


def said(line: Line) -> str:
    """Returns a line without its marks."""
    return "".join(run.text + _address(run) for run in line)


def strong(line: Line) -> Line:
    """Returns a line in bold type."""
    return tuple(run._replace(marks=frozenset({"strong"})) for run in line)


def as_lists(table: Table) -> Iterator[Block]:
    """Yields a table as lines: what a row is about, then a list in which the head of its column names each cell."""
    if table.caption:
        yield Paragraph(strong(table.caption))
    for about, *cells in table.rows:
        yield Paragraph(strong(about))
        heads = [(*head, Run(": ")) for head in table.head[1:]] or [()] * len(cells)
        named = zip(heads, cells, strict=False)
        yield Items(ordered=False, items=tuple((Paragraph((*head, *cell)),) for head, cell in named))


def _address(run: Run) -> str:
    """Returns where a link leads, if its words do not say so."""
    address = run.href.removeprefix("mailto:")
    return f" ({address})" if address and address not in run.text else ""

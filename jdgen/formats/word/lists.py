"""Numbered lists: Word counts on through a document, so each list says where it begins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jdgen.formats.word.looks import NUMBERS

if TYPE_CHECKING:
    from docx.document import Document as Word


class Lists:
    """The numbered lists of a file."""

    def __init__(self, word: Word) -> None:
        self._numbering = word.part.numbering_part.element
        self._open: dict[int, tuple[int, int]] = {}
        """By level: which list is going on, and the number it has reached."""

    def place(self, level: int, number: int) -> str:
        """Returns the properties of the line `number` at a level from 1; a line that does not go on begins a list."""
        self._open = {deep: found for deep, found in self._open.items() if deep <= level}
        which, reached = self._open.get(level, (0, 0))
        if not which or number != reached + 1:
            which = self._begin(level, number)
        self._open[level] = which, number
        return f'<w:numPr><w:ilvl w:val="{level - 1}"/><w:numId w:val="{which}"/></w:numPr>'

    def _begin(self, level: int, number: int) -> int:
        """Returns the number of a new list."""
        added = self._numbering.add_num(NUMBERS)
        added.add_lvlOverride(ilvl=level - 1).add_startOverride(number)
        return int(added.numId)

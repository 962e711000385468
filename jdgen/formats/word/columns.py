"""How wide columns are: Word can work it out, LibreOffice and others take what the file says."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

LETTER = 4.7
"""Points that a letter of a table's type takes on average."""

BOLD = 6.2
"""Points that a letter of a head takes where the font is missing and a wide one stands for it: a word is not to break there."""

GAP = 8.0
"""Points between columns."""

SHORT = 0.7
"""Share of an even width up to which a column is not broken."""

EVENNESS = 0.6
"""Between 0, where long columns are as wide as others, and 1, where they are wider by all that they are longer."""

TICKS = frozenset("☐☑☒")

SHORTEST, LONGEST = 5, 16
"""Letters that a column has room for at least, and those of a word at most; longer ones are broken."""


def column_widths(rows: Sequence[Sequence[str]], width: float) -> list[float]:
    """Returns the width of each column in points: its longest word at least, the rest by the length of its texts."""
    columns = list(zip(*rows, strict=True))
    least = _least(columns, width / len(columns))
    most = [
        max(own, *(_points(len(text)) for text in column)) for own, column in zip(least, columns, strict=True)
    ]
    if sum(most) <= width:
        return [it * width / sum(most) for it in most]
    return _shared(least, most, width)


def _least(columns: Sequence[Sequence[str]], even: float) -> list[float]:
    """Returns what each column needs: those with boxes to tick the same, and an empty one beside them room for notes."""
    least = [max(map(_longest_word, column)) for column in columns]
    boxes = [len(column) > 1 and TICKS.issuperset(column[1:]) for column in columns]
    widest = max((own for own, is_box in zip(least, boxes, strict=True) if is_box), default=0)
    points = [_points(widest if is_box else own, BOLD) for own, is_box in zip(least, boxes, strict=True)]
    if not any(boxes):
        return points
    return [own if any(column[1:]) else even for own, column in zip(points, columns, strict=True)]


def _shared(least: Sequence[float], most: Sequence[float], width: float) -> list[float]:
    """Returns widths of columns that cannot all have what they ask for: short ones get it, long ones share the rest."""
    fair = width / len(most)
    short = [high <= fair * SHORT for high in most]
    kept = [high if is_short else low for high, low, is_short in zip(most, least, short, strict=True)]
    wanted = [(high - own) ** EVENNESS for high, own in zip(most, kept, strict=True)]
    free = max(0.0, width - sum(kept)) / (sum(wanted) or 1)
    shares = [own + free * more for own, more in zip(kept, wanted, strict=True)]
    widths = [min(high, share) for high, share in zip(most, shares, strict=True)]
    return [it * width / sum(widths) for it in widths]


def _longest_word(text: str) -> int:
    return max(SHORTEST, min(LONGEST, max(map(len, text.split()), default=0)))


def _points(letters: int, each: float = LETTER) -> float:
    return letters * each + GAP

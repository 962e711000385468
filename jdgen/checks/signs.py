"""What a text must hold for a pattern to be found in it: looking for that takes a hundredth of compiling and searching the pattern."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

LETTER = r"[^\\()|?*+.\[\]{}^$]"

PIECE = re.compile(rf"\\[bw]|[()|?*+.]|(?:{LETTER}(?![?*+]))+|{LETTER}")
"""A piece of a pattern that is understood here: `\\b`, `\\w`, the signs of groups, choices and repetitions, the dot, and letters in a row."""

BOUNDARY, REPEATED, ENDS = r"\b", frozenset("?*+"), frozenset("|)")

MAY_MISS = frozenset("?*")
"""Repetitions of what need not be there."""

NO_LETTERS = frozenset({"(", ".", BOUNDARY, r"\w"})

Signs = frozenset[str]
"""Words of which each match holds one."""

NONE: Signs = frozenset({""})
"""Nothing is known: every text holds it."""


class _NotUnderstoodError(Exception):
    """A pattern has something in it that is not understood here."""


def signs(pattern: str) -> Signs:
    """Returns words of which each match of `pattern` holds one: the empty one unless it is small letters and choices between them."""
    pieces = PIECE.findall(pattern)
    if not pattern.islower() or "".join(pieces) != pattern:
        return NONE
    try:
        found, _, end = _choices(pieces, 0)
    except _NotUnderstoodError:
        return NONE
    return found if end == len(pieces) else NONE


def _choices(pieces: Sequence[str], at: int) -> tuple[Signs, Signs, int]:
    """Returns the signs of alternatives, how they begin, and where they end."""
    found, start, at = _row(pieces, at)
    every, starts = [found], {start}
    while at < len(pieces) and pieces[at] == "|":
        found, start, at = _row(pieces, at + 1)
        every.append(found)
        starts.add(start)
    return frozenset().union(*every), frozenset(starts), at


def _row(pieces: Sequence[str], at: int) -> tuple[Signs, str, int]:
    """Returns the best signs of what follows one another, the letters that it begins with, and where it ends."""
    best, run, start = NONE, "", None
    while at < len(pieces) and pieces[at] not in ENDS:
        piece = pieces[at]
        found, starts, at = _one(pieces, at)
        repeated = pieces[at] if at < len(pieces) and pieces[at] in REPEATED else ""
        at += len(repeated)
        if piece == BOUNDARY:
            if repeated:
                raise _NotUnderstoodError
            continue
        must = repeated not in MAY_MISS
        are_letters = must and piece not in NO_LETTERS
        run += piece if are_letters else ""
        if repeated or not are_letters:
            after = {run + it for it in starts} if must else {run}
            best = max(best, frozenset(after), found if must else NONE, key=_worth)
            start, run = run if start is None else start, ""
    return max(best, frozenset({run}), key=_worth), run if start is None else start, at


def _one(pieces: Sequence[str], at: int) -> tuple[Signs, Signs, int]:
    """Returns the signs of a group, how it begins, and where it ends; what is no group has none beside its letters."""
    if pieces[at] in REPEATED:
        raise _NotUnderstoodError
    if pieces[at] != "(":
        return NONE, NONE, at + 1
    found, starts, at = _choices(pieces, at + 1)
    if at == len(pieces):
        raise _NotUnderstoodError
    return found, starts, at + 1


def _worth(found: Signs) -> int:
    """Returns the letters of the shortest sign: the longer they are, the seldomer they are found for nothing."""
    return min(map(len, found), default=0)

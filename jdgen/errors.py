"""What can be wrong in a user's files, as values with a place.

Problem    one mistake: where, what, and the fix
JdgenError carries every problem that was found
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable


class Place(NamedTuple):
    """A spot in a file; lines and columns count from 1, and 0 means the whole file or line; a PDF has fields instead."""

    file: str
    line: int = 0
    column: int = 0
    field: str = ""

    def __str__(self) -> str:
        spot = ":".join(str(part) for part in (self.file, self.line, self.column) if part)
        return f"{spot}, field {self.field}" if self.field else spot


class Problem(NamedTuple):
    """One mistake, printed as `file:line:column: message`."""

    place: Place
    message: str
    code: str = ""

    def __str__(self) -> str:
        return ": ".join(part for part in (str(self.place), self.code, self.message) if part)


class JdgenError(Exception):
    """Something in the user's files stops the run; `problems` holds all that was found."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__(*problems)
        self.problems = problems

    def __str__(self) -> str:
        return "\n".join(str(problem) for problem in self.problems)


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """Returns ` Did you mean 'x'?` for the known name nearest to `name`, or an empty text."""
    from difflib import get_close_matches  # noqa: PLC0415 - only when something is wrong

    near = get_close_matches(name, list(known), n=1)
    return f" Did you mean '{near[0]}'?" if near else ""


def in_words(names: Iterable[str], last: str = "or") -> str:
    """Returns the names as a list in words: `a, b or c`."""
    *head, tail = names
    return f"{', '.join(head)} {last} {tail}" if head else tail

"""What keeps a text from being YAML, as a mistake with its place and remedy."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from jdgen.errors import Place, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    import yaml

UNCLOSED = "the quote or bracket that opens here is not closed"
SECOND_COLON = "a second ': ' on this line; put quotes round the text"
NO_NAME = "expected `name: value` here"
NO_SPACE = "a space is missing after the colon"
RUN_ON = "this line is read as more of the text above it: begin it further left, or put quotes round all of the text"

CONTROLS = "a control character; delete it and type the line again"

SYNTAX = (
    (
        r"character that cannot start any token",
        "a tab, or text that begins with @, % or `: indent with spaces, put quotes round text",
    ),
    (r"mapping values are not allowed", SECOND_COLON),
    (
        r"sequence entries are not allowed",
        "a list begins below its name: write each `- ` on a line of its own",
    ),
    (r"expected '-' indicator", "this line does not fit the list above it: begin it with `- `, or indent it"),
    (r"comment or line break", "after | or > the text begins on the next line"),
    (r"unknown escape character", "a backslash in double quotes; use single quotes"),
    (r"could not find expected ':'", NO_NAME),
    (r"did not find expected key", "this line does not fit the indentation or the quotes above it"),
    (r"node content", "a value is missing here, or a bracket opened above is not closed"),
    (r"unexpected end of stream|expected ',' or ']'|expected ',' or '}'", UNCLOSED),
    (r"alphabetic or numeric character", "text that begins with & or * needs quotes round it"),
    (r"tab character", "a tab: indent with spaces"),
    (r"maximum nesting depth", "nested too deep: take a level out"),
    (r"control characters are not allowed", CONTROLS),
)
"""What libyaml says (as a pattern), and what the writer of the file should do."""


def problem_of(error: yaml.MarkedYAMLError, file: str, text: str) -> Problem:
    """Returns what keeps `text` from being YAML, at the place where it is mended."""
    said = error.problem or "this is not YAML"
    advice = next((text for pattern, text in SYNTAX if re.search(pattern, said)), said)
    marks = (error.problem_mark, error.context_mark)
    mark = next(filter(None, reversed(marks) if advice in {UNCLOSED, NO_NAME} else marks), None)
    if mark is None:
        return Problem(Place(file), advice)
    lines = text.splitlines()
    if advice is NO_NAME:
        return _no_name(lines[mark.line], Place(file, mark.line + 1, mark.column + 1))
    if advice is SECOND_COLON and ": " not in lines[mark.line][: mark.column]:
        return _run_on(lines, mark, file)
    return Problem(Place(file, mark.line + 1, mark.column + 1), advice)


def _no_name(line: str, place: Place) -> Problem:
    colon = re.match(r"\s*\w+:(?=\S)", line)
    return Problem(place._replace(column=colon.end()), NO_SPACE) if colon else Problem(place, NO_NAME)


def _run_on(lines: list[str], mark: yaml.Mark, file: str) -> Problem:
    """Returns what is wrong with a line whose only `: ` is one too many: it was read as more of the text above it."""
    above = max((number for number in range(mark.line) if lines[number].strip()), default=0)
    if ": " not in lines[above]:
        return _no_name(lines[above], Place(file, above + 1, 1))
    column = len(lines[mark.line]) - len(lines[mark.line].lstrip()) + 1
    return Problem(Place(file, mark.line + 1, column), RUN_ON)


def first_of_each(problems: Iterable[Problem]) -> Iterator[Problem]:
    """Yields the problems; of those that say the same, only the first, with the number of the others."""
    first: dict[str, Problem] = {}
    count = Counter(first.setdefault(it.message, it).message for it in problems)
    for message, problem in first.items():
        more = count[message] - 1
        yield problem._replace(message=f"{message} ({more} more below)") if more else problem

"""Every printed line of a document, with the values it is made of."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import zip_longest
from typing import TYPE_CHECKING, NamedTuple

from jdgen.documents import Kind, Subject
from jdgen.documents.document import compose
from jdgen.documents.templates import Templates
from jdgen.errors import JdgenError, Place, Problem, did_you_mean
from jdgen.formats.text import to_md
from jdgen.generate.pipeline import templates
from jdgen.role.causes import Cause, Causes
from jdgen.role.resolution import resolve
from jdgen.role.tracing import Marks, Source, marked, marked_figures
from jdgen.role.view import describe

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jdgen.role.model import Role
    from jdgen.source import Node
    from jdgen.workspace import Workspace

PRINTED = re.compile(r"\{\{.*?\}\}|\{%.*?%\}")
"""What a template fills in."""

KINDS = (Kind.POSTING, Kind.RUBRIC)

MESSAGE = re.compile(r'''(?:\b_|gettext)\((?:"[^"]*",\s*(?="))?"([^"]*)"''')
"""What a template says in the words of a catalogue: `_("You need")`; where a context goes before, the second text."""

SAID = re.compile(r"\{\{\s*(?:_|[pn]gettext)\(")
"""A place in a template where such a message stands alone."""

VALUE = re.compile(r"\{\w+\}")
"""What a message leaves open."""

OF_ROLE = re.compile(r"\brole\.(\w+)")

SPACES = re.compile(" +")

LETTERS = 3
"""Letters of its own that a template's line needs to be recognised by."""


MadeOf = Callable[[str, tuple[str, ...]], tuple[tuple[Cause, ...], tuple[str, ...]]]
"""Of a line with marks, and the fields that its template names: the values, and the fields that are not filled in."""


class Line(NamedTuple):
    """A line of a document."""

    kind: Kind
    """The document."""
    text: str
    """The line, in Markdown."""
    causes: tuple[Cause, ...]
    """The values it is made of; none where a template says it in its own words."""
    unsaid: tuple[str, ...]
    """Fields of the company file that would change it and are not filled in."""
    template: Place
    """The template's line, where one is found; else the template."""


def explain(
    name: str, workspace: Workspace, stage: str | None = None, flags: Node | None = None, path: str = ""
) -> tuple[Line, ...]:
    """Returns the lines of posting and rubric, or of those the ones that the value at `path` has a part in.

    Raises:
        JdgenError: a file is wrong, or the role has nothing at `path`.
    """
    layers = workspace.layers(name, flags)
    resolved = resolve(layers, stage)
    causes, marks = Causes(resolved, layers), Marks()
    if path and not causes.below(path):
        near = did_you_mean(path, causes.names())
        raise JdgenError(
            Problem(Place(path), f"neither the role nor the company has this.{near}".removesuffix("."))
        )
    folders, shown = templates(workspace)
    source = Templates(folders, shown=shown)
    roles = describe(resolved), marked_figures(describe(marked(resolved, marks)), marks)

    def made_of(text: str, names: tuple[str, ...]) -> tuple[tuple[Cause, ...], tuple[str, ...]]:
        sources = marks.within(text) or tuple(Source("profile", (name,)) for name in names)
        return causes.of(sources), causes.unsaid(sources)

    lines = [line for kind in KINDS for line in _lines(roles, kind, source, made_of)]
    return tuple(line for line in lines if not path or any(_is_below(it.path, path) for it in line.causes))


def _lines(roles: tuple[Role, Role], kind: Kind, source: Templates, made_of: MadeOf) -> Iterator[Line]:
    """Yields the lines of a document; those of the marked role tell what those of the plain one are made of."""
    typed = _Typed(f"{kind}.md.j2", source)
    plain, traced = (_text(role, kind, source) for role in roles)
    for said, with_marks in zip(plain, traced, strict=True):
        if said.strip(" -|"):
            place, names = typed.at(SPACES.sub(" ", said))
            yield Line(kind, said, *made_of(with_marks, names), place)


def _text(role: Role, kind: Kind, source: Templates) -> list[str]:
    return to_md(compose(Subject(role), kind, source)).decode().split("\n")


def _is_below(path: str, asked: str) -> bool:
    return path == asked or path.startswith(f"{asked}.") or asked.startswith(f"{path}.")


class _Typed:
    """The lines of a template and of those it is made of, as patterns of what they print."""

    def __init__(self, name: str, templates: Templates) -> None:
        lines = list(templates.lines(name))
        self._whole = lines[0][0]._replace(line=0)
        self._known = [(_pattern(line.strip()), place, line) for place, line in lines if _is_typed(line)]

    def at(self, said: str) -> tuple[Place, tuple[str, ...]]:
        """Returns the line that printed `said`, and the fields of the role in it; else the template."""
        for pattern, place, line in self._known:
            if pattern.fullmatch(said):
                return place, tuple(OF_ROLE.findall(line))
        return self._whole, ()


def _is_typed(line: str) -> bool:
    said = PRINTED.sub(lambda found: " ".join(MESSAGE.findall(found[0])), line)
    return sum(char.isalpha() for char in said) >= LETTERS


def _pattern(line: str) -> re.Pattern[str]:
    """Returns what a template's line prints: its own words, the messages that it says, and anything for the rest."""
    own = map(re.escape, PRINTED.split(line))
    filled = map(_printed, PRINTED.findall(line))
    return re.compile("".join(part for pair in zip_longest(own, filled, fillvalue="") for part in pair))


def _printed(expression: str) -> str:
    messages = MESSAGE.findall(expression)
    if not messages or not SAID.match(expression):
        return ".*"
    return "(?:" + "|".join(".*".join(map(re.escape, VALUE.split(it))) for it in messages) + ").*"

"""YAML text to a tree of nodes, or every mistake at once.

The tree is built from the parser's events, so depth and size are bounded before anything is nested or repeated.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn

from jdgen.errors import JdgenError, Place, Problem
from jdgen.source.nodes import CONFIDENTIAL, Node
from jdgen.source.patterns import compiled_late
from jdgen.source.syntax import CONTROLS, first_of_each, problem_of
from jdgen.source.text import CONTROL

with compiled_late():
    import yaml

if TYPE_CHECKING:
    from collections.abc import Iterator

DEPTH = 32
"""Levels of nesting; the shipped profiles need eight, and the C parser's own recursion ends in a crash."""

NULLS = frozenset({"", "~", "null", "Null", "NULL"})

ODD = "&name, *name and !name have no meaning here: write the value out, or put quotes round text that begins so"


def parse(text: str, file: str, layer: str) -> Node:
    """Returns the mapping that `text` holds.

    Raises:
        JdgenError: the text is no YAML mapping, repeats a key, nests too deep, or uses anchors, aliases or tags.
    """
    reader = _Reader(file, layer)
    try:
        node = reader.document(iter(yaml.parse(text, Loader=yaml.CSafeLoader)))
    except yaml.MarkedYAMLError as error:
        raise reader.refused(problem_of(error, file, text)) from None
    except yaml.reader.ReaderError as error:
        before = text[: error.position]
        place = Place(file, before.count("\n") + 1, error.position - before.rfind("\n"))
        raise reader.refused(Problem(place, CONTROLS)) from None
    if reader.problems:
        raise reader.refused()
    return node


class _Reader:
    """Builds nodes from events and collects what must not be there."""

    def __init__(self, file: str, layer: str) -> None:
        self.file, self.layer = file, layer
        self.problems: list[Problem] = []

    def refused(self, *problems: Problem) -> JdgenError:
        """Returns all that must not be there, and `problems`."""
        return JdgenError(*first_of_each([*self.problems, *problems]))

    def document(self, events: Iterator[yaml.Event]) -> Node:
        next(events)
        if isinstance(next(events), yaml.StreamEndEvent):
            self._stop(Place(self.file), "the file is empty; expected `name: value` lines")
        node = self._node(next(events), events, None, 0)
        if not isinstance(node.value, dict):
            self._stop(node.place, "expected `name: value` lines")
        next(events)
        extra = next(events)
        if not isinstance(extra, yaml.StreamEndEvent):
            self._stop(self._place(extra), "a second document begins here; keep one per file")
        return node

    def _node(self, event: yaml.Event, events: Iterator[yaml.Event], key: Place | None, depth: int) -> Node:
        place = self._place(event)
        key = key or place
        if isinstance(event, yaml.AliasEvent):
            self.problems.append(Problem(place, ODD))
            return Node(None, place, self.layer, key)
        if getattr(event, "anchor", None) or getattr(event, "tag", None):
            self.problems.append(Problem(place, ODD))
        if depth > DEPTH:
            self._stop(place, f"nested more than {DEPTH} levels deep")
        match event:
            case yaml.MappingStartEvent():
                return Node(self._mapping(events, depth), place, self.layer, key)
            case yaml.SequenceStartEvent():
                return Node(self._sequence(events, depth), place, self.layer, key)
            case yaml.ScalarEvent(value=text, style=style):
                if CONTROL.search(text):  # written as "\x02", say: libyaml refuses only the bytes themselves
                    self.problems.append(Problem(place, CONTROLS))
                return Node(None if not style and text in NULLS else text, place, self.layer, key)
        return self._stop(place, "expected a value")

    def _sequence(self, events: Iterator[yaml.Event], depth: int) -> list[Node]:
        items = []
        while not isinstance(event := next(events), yaml.SequenceEndEvent):
            items.append(self._node(event, events, None, depth + 1))
        return items

    def _mapping(self, events: Iterator[yaml.Event], depth: int) -> dict[str, Node]:
        fields: dict[str, Node] = {}
        while not isinstance(event := next(events), yaml.MappingEndEvent):
            place = self._place(event)
            if not isinstance(event, yaml.ScalarEvent):
                self._stop(
                    place, "a field's name must be one word; put quotes round text in braces or brackets"
                )
            name = event.value
            if name in fields:
                first = fields[name].key.line
                said = "this name" if self.layer in CONFIDENTIAL else f"'{name}'"
                self.problems.append(
                    Problem(place, f"{said} stands twice; the first is on line {first}. Keep one")
                )
            fields[name] = self._node(next(events), events, place, depth + 1)
        return fields

    def _place(self, event: yaml.Event) -> Place:
        mark = event.start_mark
        return Place(self.file, mark.line + 1, mark.column + 1) if mark else Place(self.file)

    def _stop(self, place: Place, message: str) -> NoReturn:
        raise self.refused(Problem(place, message))

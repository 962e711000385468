"""From the words on a page to the values they are made of: where each was written, in which layer, and what it replaced."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from jdgen.role.tracing import Path, Source

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from jdgen.errors import Place
    from jdgen.role.resolution import Resolved
    from jdgen.source import Layers, Node

SHAPING = (
    "levels",
    "fields",
    "parts",
    "strict",
    "overlap",
    "at_least",
    "any_of",
    "level",
    "name",
    "text",
    "or_equivalent",
)
"""Fields of a requirement that its posted sentence is made of."""

BESIDE = ("weights", "floors")
"""What stands beside a competency's name, by its id."""


class Value(NamedTuple):
    """A value as one layer wrote it."""

    place: Place
    """Where."""
    layer: str
    """`common`, `profile`, `stage scaleup`, `company`, `flag`, or the other role's name."""
    said: str
    """What it says there; a list or mapping in short."""


class Cause(NamedTuple):
    """A value that a printed line is made of."""

    path: str
    """Its name: `requirements.degree.levels`."""
    now: Value
    """What holds."""
    before: tuple[Value, ...]
    """What it replaced, the latest first."""


class Causes:
    """Looks values up in the trees of a role."""

    def __init__(self, resolved: Resolved, layers: Layers) -> None:
        self._trees = {
            "profile": resolved.tree,
            "company": resolved.company_tree,
            "counterpart": resolved.counterpart_tree,
        }
        of_stage = layers.profile.at("stages", resolved.stage)
        self._of_stage = frozenset(node.place for _, node in leaves(of_stage))
        self._stage = resolved.stage
        self._other = layers.counterpart and layers.counterpart.place.file

    def of(self, sources: Iterable[Source]) -> tuple[Cause, ...]:
        """Returns the values behind `sources`, each once; what is not written anywhere has none."""
        wanted = dict.fromkeys(chain.from_iterable(map(self._related, sources)))
        return tuple(dict.fromkeys(cause for source in wanted for cause in self._written(source)))

    def unsaid(self, sources: Iterable[Source]) -> tuple[str, ...]:
        """Returns the fields of the company that are among `sources` and not filled in."""
        company = self._trees["company"]
        fields = (str(it.path[0]) for it in sources if it.tree == "company" and len(it.path) == 1)
        return tuple(field for field in fields if _at(company, (field,))[1] is None)

    def below(self, path: str) -> tuple[Cause, ...]:
        """Returns every value at `path` of the profile or, where that has none, of the company."""
        parts = tuple(path.split("."))
        found = (self._written(Source(tree, parts)) for tree in ("profile", "company"))
        return next((tuple(it) for it in map(tuple, found) if it), ())

    def names(self) -> list[str]:
        """Returns the names that `below` knows, mappings included."""
        trees = (self._trees[tree] for tree in ("profile", "company"))
        return [name for tree in trees if tree for name in _names(tree)]

    def _related(self, source: Source) -> Iterator[Source]:
        match source.path:
            case ("requirements", name, _, *_):
                yield from (Source(source.tree, ("requirements", name, field)) for field in SHAPING)
            case ("competencies", name, "name"):
                yield source
                yield from (Source(source.tree, (beside, name)) for beside in BESIDE)
            case _:
                yield source

    def _written(self, source: Source) -> Iterator[Cause]:
        whole, node = _at(self._trees[source.tree], source.path)
        for path, leaf in leaves(node, whole) if node else ():
            yield Cause(".".join(map(str, path)), self._value(leaf), tuple(map(self._value, _earlier(leaf))))

    def _value(self, node: Node) -> Value:
        return Value(node.place, self._layer(node), _said(node.plain))

    def _layer(self, node: Node) -> str:
        if node.place in self._of_stage:
            return f"stage {self._stage}"
        return "counterpart" if node.layer == "profile" and node.place.file == self._other else node.layer


def leaves(node: Node, path: Path = ()) -> Iterator[tuple[Path, Node]]:
    """Yields every value below `node` that is no mapping, with its path; a list is one value."""
    if isinstance(node.value, dict):
        for name, below in node.value.items():
            yield from leaves(below, (*path, name))
    else:
        yield path, node


def _names(node: Node, path: str = "") -> Iterator[str]:
    for name, below in node.value.items() if isinstance(node.value, dict) else ():
        yield path + name
        yield from _names(below, f"{path}{name}.")


def _at(node: Node | None, path: Path) -> tuple[Path, Node | None]:
    """Returns the node at `path`, or of an entry of a list the whole list, because layers replace lists whole."""
    for number, part in enumerate(path):
        if node is None or isinstance(node.value, list):
            return path[:number], node
        below = node.at(part)
        node = None if below is node else below
    return path, node


def _earlier(node: Node) -> Iterator[Node]:
    while node.before is not None:
        node = node.before
        yield node


def _said(value: object) -> str:
    match value:
        case list():
            return ", ".join(map(_said, value))
        case dict():
            return ", ".join(f"{name}: {_said(it)}" for name, it in value.items())
        case None:
            return "nothing"
    return " ".join(str(value).split())

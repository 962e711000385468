"""The names that templates can use: what each is, what it means, and what it holds now."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from functools import cache
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, get_args, get_origin, get_type_hints

from jdgen.documents.publication import INTERNAL, INTERNAL_CASE, INTERNAL_KIT
from jdgen.errors import in_words
from jdgen.packet import model as packet_model
from jdgen.role import cells, comparison, job, model
from jdgen.role.kit import model as kit_model
from jdgen.schema.json_schema import attribute_docs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from jdgen.documents.subject import Subject

MODULES = (job, model, kit_model, cells, comparison, packet_model)

ROOTS: dict[str, type] = {
    "role": model.Role,
    "kit": kit_model.Kit,
    "seat": kit_model.Seat,
    "card": kit_model.Card,
    "comparison": comparison.Comparison,
    "packet": packet_model.Packet,
}
"""What templates of documents see."""

HIDDEN = (
    *(f"role.{name}" for name in INTERNAL),
    *(f"kit.{name}" for name in INTERNAL_KIT),
    *(f"kit.case.{name}" for name in INTERNAL_CASE),
    "seat",
    "card",
    "comparison",
    "packet",
)
"""Names that only internal documents can use, with all below them."""

PLAIN = {
    str: "text",
    int: "whole number",
    bool: "true or false",
    Decimal: "amount",
    dt.date: "date",
    NoneType: "none",
}


class UndescribedError(Exception):
    """A name that templates can use has no docstring."""


class Variable(NamedTuple):
    """A name that a template can use."""

    name: str
    """The name; `[]` stands for each entry of a list."""
    kind: str
    """What it is: `text`, `list: Requirement`."""
    meaning: str
    """What it means."""
    value: object
    """What it holds; of a list's entries, the first; None where there is none."""
    internal: bool
    """Whether public documents cannot use it."""


def variables(subject: Subject) -> Iterator[Variable]:
    """Yields every name that the templates of this subject's documents can use, in the order of the reference page."""
    values = {
        "role": subject.role,
        "kit": subject.kit,
        "seat": next(iter(subject.kit.seats), None) if subject.kit else None,
        "card": next(iter(subject.cards), None),
        "comparison": subject.comparison,
        "packet": subject.packet,
    }
    for name, kind in ROOTS.items():
        if values[name] is not None:
            yield from _of(kind, name, values[name])


def _of(kind: type, name: str, value: object) -> Iterator[Variable]:
    for field, hint in hints_of(kind).items():
        path, held = f"{name}.{field}", getattr(value, field, None)
        yield Variable(path, in_python(hint), described(kind, field), held, _is_hidden(path))
        for below in records(hint):
            several = isinstance(held, tuple) and not is_record(type(held))
            entry = next(iter(held), None) if isinstance(held, tuple) and several else held
            yield from _of(below, path + ("[]" if get_origin(hint) is tuple else ""), entry)


def _is_hidden(path: str) -> bool:
    bare = path.replace("[]", "")
    return any(bare == name or bare.startswith(f"{name}.") for name in HIDDEN)


def records(hint: Any) -> list[type]:  # noqa: ANN401 - a type hint is any object
    """Returns the named tuples in a type hint."""
    return [kind for kind in inner(hint) if is_record(kind)]


def hints_of(kind: type) -> dict[str, Any]:
    """Returns the types of a named tuple's attributes."""
    names = {name: it for module in MODULES for name, it in vars(module).items()}
    return get_type_hints(kind, names | {"datetime": dt})


def inner(hint: Any) -> Iterator[type]:  # noqa: ANN401 - a type hint is any object
    """Yields the classes in a type hint."""
    if isinstance(hint, type):
        yield hint
    for part in get_args(hint):
        yield from inner(part)


def is_record(kind: object) -> bool:
    """Returns whether a type is a named tuple."""
    return isinstance(kind, type) and issubclass(kind, tuple) and hasattr(kind, "_fields")


def in_python(hint: Any, record: Callable[[str], str] = str) -> str:  # noqa: ANN401 - a type hint is any object
    """Returns a type hint as a person says it; `record` says the name of a named tuple."""
    parts = [part for part in get_args(hint) if part is not Ellipsis]
    origin = get_origin(hint)
    if origin is Literal:
        return in_words(f"`{value}`" for value in parts)
    if origin is tuple:
        inside = [in_python(part, record) for part in parts]
        return f"list: {inside[0]}" if len(inside) == 1 else f"({', '.join(inside)})"
    if origin is UnionType:
        return in_words(in_python(part, record) for part in parts)
    return record(hint.__name__) if is_record(hint) else PLAIN[hint]


@cache
def docs() -> dict[str, dict[str, str]]:
    """Returns the docstrings of the named tuples and their attributes, by class; "" is the class's own."""
    return {name: said for it in MODULES for name, said in attribute_docs(it.__name__).items()}


def described(kind: type, name: str) -> str:
    """Returns the docstring of an attribute.

    Raises:
        UndescribedError: there is none.
    """
    said = docs()[kind.__name__].get(name)
    if not said:
        raise UndescribedError(f"{kind.__name__}.{name} has no docstring")
    return said

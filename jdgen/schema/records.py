"""Keeps Python from compiling how each of pydantic's sixty small data classes is compared, hashed and printed: it takes a tenth of a run."""

from __future__ import annotations

import dataclasses
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

UNUSUAL = frozenset({"order", "unsafe_hash", "repr", "eq"})
"""Options with which a class asks for other methods than most: it is made as it says."""

OWN = frozenset({"__eq__", "__hash__", "__repr__"})
"""Methods of which a class may write its own: such a class is made as it says too."""


@contextmanager
def shared_methods() -> Iterator[None]:
    """Has data classes that are made inside the block share one method for each of the three, which does the same."""
    original = dataclasses.dataclass
    dataclasses.dataclass = _sharing(original)
    try:
        yield
    finally:
        dataclasses.dataclass = original


def _sharing(original: Callable[..., Any]) -> Callable[..., Any]:
    def dataclass(cls: type | None = None, /, **options: Any) -> Any:  # noqa: ANN401 - as the original's own
        def make(kind: type) -> Any:  # noqa: ANN401 - a class of any kind
            if UNUSUAL.isdisjoint(options) and OWN.isdisjoint(vars(kind)):
                return _with_methods(
                    original(kind, eq=False, repr=False, **options), frozen=options.get("frozen", False)
                )
            return original(kind, **options)

        return make if cls is None else make(cls)

    return dataclass


def _with_methods(made: Any, *, frozen: bool) -> Any:  # noqa: ANN401 - a class of any kind
    made.__eq__, made.__repr__, made.__hash__ = _eq, _repr, _hash if frozen else None
    return made


def _eq(self: Any, other: Any) -> Any:  # noqa: ANN401 - any data class; NotImplemented is no bool
    if type(other) is not type(self):
        return NotImplemented
    compared = [it.name for it in dataclasses.fields(self) if it.compare]
    return all(getattr(self, name) == getattr(other, name) for name in compared)


def _hash(self: Any) -> int:  # noqa: ANN401 - any data class
    counted = (it for it in dataclasses.fields(self) if (it.compare if it.hash is None else it.hash))
    return hash(tuple(getattr(self, it.name) for it in counted))


def _repr(self: Any) -> str:  # noqa: ANN401 - any data class
    shown = ", ".join(f"{it.name}={getattr(self, it.name)!r}" for it in dataclasses.fields(self) if it.repr)
    return f"{type(self).__qualname__}({shown})"

"""Keeps Python from working out how pydantic describes its own schemas: type checkers alone read it, and it takes a tenth of a run."""

from __future__ import annotations

import sys
from contextlib import contextmanager, suppress
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

DESCRIPTION = "pydantic_core.core_schema"
"""The module that holds some eighty `TypedDict`, of which Python compiles each annotation."""


class Shape(dict[str, Any]):
    """Stands in for `TypedDict`, which is a dictionary too once a program runs."""

    def __init_subclass__(cls, **_options: bool) -> None:
        """Takes what a `TypedDict` takes, such as `total=False`."""


def without_shapes() -> None:
    """Imports the description with plain dictionaries in it; where it is written in another way, pydantic imports it as it is."""
    if DESCRIPTION not in sys.modules:
        with _plain("typing"), _plain("typing_extensions"), suppress(TypeError, ImportError):
            import_module(DESCRIPTION)


@contextmanager
def _plain(module: str) -> Iterator[None]:
    """Puts the stand-in where `module` has `TypedDict`: the description takes it from one or the other."""
    home = import_module(module)
    original = home.TypedDict
    home.TypedDict = Shape  # type: ignore[attr-defined]
    try:
        yield
    finally:
        home.TypedDict = original  # type: ignore[attr-defined]

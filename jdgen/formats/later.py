"""Parts of fontTools that WeasyPrint imports and seldom uses: they load when something in them is asked for.

They take a quarter of its import, and serve variable fonts, WOFF files, and machines without libharfbuzz-subset.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

SELDOM = {
    "fontTools.subset": (),
    "fontTools.ttLib.woff2": (),
    "fontTools.varLib.instancer": ("instantiateVariableFont",),
}
"""Modules, and the functions that are imported from them by name."""


class _Later(ModuleType):
    """Stands in for a module: a function imported by name loads it when called, whatever else at once."""

    def __init__(self, name: str, functions: tuple[str, ...]) -> None:
        super().__init__(name)
        self._functions = functions

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever the module has
        if name.startswith("__"):
            raise AttributeError(name)
        return self._when_called(name) if name in self._functions else getattr(self._load(), name)

    def _when_called(self, name: str) -> Callable[..., Any]:
        def call(*args: object, **options: object) -> object:
            return getattr(self._load(), name)(*args, **options)

        return call

    def _load(self) -> ModuleType:
        if sys.modules.get(self.__name__) is self:
            del sys.modules[self.__name__]
        return import_module(self.__name__)


def stand_in() -> None:
    """Puts the stand-ins where an import finds them; a module that is loaded already stays."""
    for name, functions in SELDOM.items():
        sys.modules.setdefault(name, _Later(name, functions))


def stand_back() -> None:
    """Takes the stand-ins away, and with them whatever was imported by halves."""
    for name in list(sys.modules):
        if name.partition(".")[0] in {"fontTools", "weasyprint"}:
            del sys.modules[name]

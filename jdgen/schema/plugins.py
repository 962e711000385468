"""Keeps pydantic from searching the machine for plugins: there are none here, and the search takes as long as starting Python."""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import Any

SEARCH = "pydantic.plugin._loader"


class _NoPlugins(ModuleType):
    """Stands in for the module that searches; anything but the search is answered by the module itself."""

    @staticmethod
    def get_plugins(*_asked: object, **_options: object) -> tuple[()]:
        """Returns the plugins that were found: none."""
        return ()

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever the module has
        if name.startswith("__"):
            raise AttributeError(name)
        sys.modules.pop(SEARCH, None)
        return getattr(import_module(SEARCH), name)


def without_plugins() -> None:
    """Puts the stand-in where pydantic looks, unless the search has been made already."""
    sys.modules.setdefault(SEARCH, _NoPlugins(SEARCH))

"""Keeps PyYAML from compiling what only its reader in Python looks for: the reader in C that is used here does without."""

from __future__ import annotations

import re
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator


class _Late:
    """A pattern that is compiled when it is asked for anything."""

    def __init__(self, *asked: Any, **options: Any) -> None:  # noqa: ANN401 - what `re.compile` takes
        self._asked, self._options = asked, options

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever a pattern has
        return getattr(re.compile(*self._asked, **self._options), name)


@contextmanager
def compiled_late() -> Iterator[None]:
    """Has patterns that modules make inside the block compiled at their first use."""
    original = re.compile
    re.compile = _Late  # type: ignore[assignment]
    try:
        yield
    finally:
        re.compile = original

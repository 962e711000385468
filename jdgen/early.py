"""The process that is started before anybody knows what it is to be asked, because its libraries take longer than the command line."""

from __future__ import annotations

import signal
import sys
from contextlib import contextmanager, suppress
from types import ModuleType
from typing import TYPE_CHECKING, Any, TypeVar

from jdgen.parallel import Process, cores, start

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from jdgen.parallel import Ask

STATE = TypeVar("STATE")

_started: list[Process] = []
"""It, until somebody asks it."""


def start_early(prepare: Callable[[], STATE], work: Callable[[STATE, Any], object]) -> None:
    """Starts the process, which prepares and then waits; where there can be none, does nothing.

    It starts no processes itself: told to end, it ends on the spot, because imports cannot be unwound without a word.
    """

    def ready() -> STATE:
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        return prepare()

    with suppress(
        OSError
    ):  # no room for another process, or none to count threads in: the run goes on without
        if cores() > 1:
            _started.append(start(ready, work))


@contextmanager
def with_placeholders(modules: Mapping[str, Sequence[str]]) -> Iterator[None]:
    """Lets imports inside the block find placeholders of `modules`, with empty classes of the names in them.

    For a process of its own: whatever is imported inside keeps the placeholders.
    """
    absent = [name for name in modules if name not in sys.modules]
    for name in absent:
        sys.modules[name] = ModuleType(name)
        vars(sys.modules[name]).update({it: type(it, (Exception,), {}) for it in modules[name]})
    yield
    for name in absent:
        del sys.modules[name]


def started_early() -> bool:
    """Returns whether it waits to be asked."""
    return bool(_started)


@contextmanager
def early() -> Iterator[Ask[Any, Any] | None]:
    """Yields a function that has it work; None where none was started."""
    if not _started:
        yield None
        return
    process = _started.pop()

    def ask(item: object) -> Callable[[], Any]:
        process.ask(item)
        return process.answer

    try:
        yield ask
    finally:
        process.tell_to_end()


def end_early() -> None:
    """Ends it where nobody asked it."""
    while _started:
        _started.pop().tell_to_end()

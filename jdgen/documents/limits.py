"""Bounds on what a template may use, so that one that loops or allocates without end is stopped."""

from __future__ import annotations

import signal
import sys
import threading
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from collections.abc import Iterator

SECONDS = 5
"""Processor time for one document; the shipped ones take a hundredth of a second."""

AGAIN = 0.1
"""Seconds after which the time is up once more: an exception that lands in a destructor or a callback is lost."""

MEGABYTES = 512
"""Memory on top of what the process has; the shipped documents take about one."""


class TooLongError(Exception):
    """A template ran out of its processor time."""


@contextmanager
def bounded() -> Iterator[None]:
    """Bounds processor time and memory inside the block, where the system can (Linux; time also on macOS).

    Raises:
        TooLongError: the time ran out. Memory that runs out is a MemoryError.
    """
    with _memory(), _time():
        yield


@contextmanager
def _time() -> Iterator[None]:
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGPROF, _stop)
    signal.setitimer(signal.ITIMER_PROF, SECONDS, AGAIN)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def _stop(_number: int, _frame: object) -> NoReturn:
    raise TooLongError


@contextmanager
def _memory() -> Iterator[None]:
    if sys.platform != "linux":
        yield
        return
    import resource  # noqa: PLC0415 - not on every system

    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[0])
    limit = pages * resource.getpagesize() + MEGABYTES * 2**20
    room = [bound for bound in (soft, hard) if bound != resource.RLIM_INFINITY]
    resource.setrlimit(resource.RLIMIT_AS, (min([limit, *room]), hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))

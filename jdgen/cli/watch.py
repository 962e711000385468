"""`--watch`: the documents made again whenever something that they are made of changes."""

from __future__ import annotations

import gc
import time
from typing import TYPE_CHECKING

import click

from jdgen.cli.options import workspace
from jdgen.errors import JdgenError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path

    from jdgen.generate.pipeline import Run

PAUSE = 0.1
"""Seconds between two looks; with a document's own time it stays below the half second that is promised."""

WATCH = click.option(
    "--watch", is_flag=True, help="Go on: make the documents again after each change, until Ctrl-C."
)


def watch(root: str, makes: Sequence[Callable[[], Run]], *, ready: Callable[[], None]) -> None:
    """Makes the documents now and after each change in the workspace, until Ctrl-C; a mistake is said and leaves the last good ones.

    `makes` are tried in turn, the quickest first. `ready` is called once before: what every run needs is then loaded.
    """
    gc.enable()  # a single run does without; this one may last for days
    ready()
    try:
        for _ in changes(lambda: seen(root)):
            _make(makes)
    except KeyboardInterrupt:
        click.echo("\nstopped watching", err=True)


def seen(root: str) -> Mapping[Path, bytes]:
    """Returns what the workspace holds now."""
    from jdgen.workspace.watching import contents  # noqa: PLC0415 - where a run watches

    return contents(workspace(root).root)


def changes(look: Callable[[], object], pause: float = PAUSE) -> Iterator[None]:
    """Yields at once, and again whenever what `look` sees has changed since the look before the last yield.

    The look comes before the work: what changes while it is done is seen by the next one.
    """
    before = None
    while True:
        now = look()
        if now != before:
            before = now
            yield
        else:
            time.sleep(pause)


def _make(makes: Sequence[Callable[[], Run]]) -> None:
    begun = time.monotonic()
    written: tuple[Path, ...] = ()
    try:
        for make in makes:
            new = make().written
            for path in new:
                if path not in written:
                    click.echo(path)
            written = new
            took = time.monotonic() - begun
            click.echo(f"{_clock()} {_counted(len(written))} made in {took:.1f} s", err=True)
    except JdgenError as error:
        for problem in error.problems:
            click.echo(str(problem), err=True)
        click.echo(f"{_clock()} not made; the last good documents stay", err=True)


def _counted(count: int) -> str:
    return f"{count} file{'' if count == 1 else 's'}"


def _clock() -> str:
    return time.strftime("%H:%M:%S")

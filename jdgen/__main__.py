"""The program as a process: `jdgen`, and `python -m jdgen`."""

from __future__ import annotations

import gc
import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jdgen.generate.judging import Judge


OTHERS = frozenset({
    "--help", "-h", "--version", "--watch", "calibrate", "check", "compare", "doctor", "explain", "impact", "init", "list",
    "new", "retranslate", "schema", "score", "variables",
})  # fmt: skip
"""Words of a command line that asks for something else than one run of documents."""


RARE = {"uuid": ("UUID",), "zoneinfo": ("ZoneInfo", "ZoneInfoNotFoundError"), "secrets": ()}
"""Modules that pydantic loads for kinds of values that no field here has, and what it takes from them by name."""


def start_reader(words: Sequence[str]) -> None:
    """Starts the process that will read the role, before the command line is understood: its libraries take a third of a run."""
    if words and OTHERS.isdisjoint(words) and "_JDGEN_COMPLETE" not in os.environ:
        from jdgen.early import start_early  # noqa: PLC0415 - not for help

        start_early(_judge, lambda judge, question: judge.answer(question))


def _judge() -> Judge:
    from jdgen.early import with_placeholders  # noqa: PLC0415 - not for help

    with with_placeholders(RARE):
        from jdgen.generate.judging import Judge  # noqa: PLC0415 - in that process

    return Judge()


def run() -> NoReturn:
    """Runs the command line and ends the process.

    A run is short and keeps nearly all that it makes: looking for garbage, and taking the interpreter apart at the end,
    would take a sixth of its time. Files are closed where they are written, so there is nothing left to see to.
    """
    gc.disable()
    code: object = 1
    try:
        start_reader(sys.argv[1:])
        from jdgen.cli import main  # noqa: PLC0415 - after the collector is off

        main()
    except SystemExit as end:
        code = end.code
    except KeyboardInterrupt:  # while the program loads; later the commands' own group answers
        with suppress(OSError):
            os.write(2, b"jdgen: stopped; earlier output is unchanged\n")
    if "jdgen.early" in sys.modules:
        sys.modules["jdgen.early"].end_early()
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, AttributeError):  # the reader went away, or there never was one
            stream.flush()
    os._exit(code if isinstance(code, int) else 0)


if __name__ == "__main__":
    run()

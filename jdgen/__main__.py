"""The program as a process: `jdgen`, and `python -m jdgen`."""

from __future__ import annotations

import gc
import os
import sys
from contextlib import suppress
from typing import NoReturn


def run() -> NoReturn:
    """Runs the command line and ends the process.

    A run is short and keeps nearly all that it makes: looking for garbage, and taking the interpreter apart at the end,
    would take a sixth of its time. Files are closed where they are written, so there is nothing left to see to.
    """
    gc.disable()
    code: object = 1
    try:
        from jdgen.cli import main  # noqa: PLC0415 - after the collector is off

        main()
    except SystemExit as end:
        code = end.code
    except KeyboardInterrupt:  # while the program loads; later the commands' own group answers
        with suppress(OSError):
            os.write(2, b"jdgen: stopped; earlier output is unchanged\n")
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, AttributeError):  # the reader went away, or there never was one
            stream.flush()
    os._exit(code if isinstance(code, int) else 0)


if __name__ == "__main__":
    run()

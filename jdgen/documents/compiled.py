"""Templates as Python compiled them, kept in the user's cache folder: compiling takes longer than printing."""

from __future__ import annotations

from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING
from zlib import crc32

import jinja2

if TYPE_CHECKING:
    from jinja2.bccache import Bucket

COMPILED_BY = ("sandbox.py", "templates.py")
"""Modules that decide what is compiled, beside Jinja."""


class Compiled(jinja2.FileSystemBytecodeCache):
    """Keeps what was compiled as long as it can; Jinja compares the text of a template before it takes it from here."""

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keeps what is in `bucket`, where there is room."""
        with suppress(OSError):
            super().dump_bytecode(bucket)


def compiled(folder: Path | None, kind: str) -> Compiled | None:
    """Returns what is kept in `folder` of templates that are compiled in one way, named `kind`."""
    return Compiled(str(folder), f"{_version():08x}-{kind}-%s") if folder else None


@cache
def _version() -> int:
    """Returns a number that differs where the same template could be compiled to something else."""
    ours = b"".join(Path(__file__).with_name(name).read_bytes() for name in COMPILED_BY)
    return crc32(ours + jinja2.__version__.encode())

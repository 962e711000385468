"""One file read, within bounds."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from jdgen.errors import JdgenError, Place, Problem

if TYPE_CHECKING:
    from pathlib import Path

LARGEST = 1_000_000
"""Bytes of a YAML file; the shipped profiles have forty thousand."""


def read_file(path: Path, label: str, largest: int | None = None) -> bytes:
    """Returns what a file holds; `label` is what messages call it.

    Raises:
        JdgenError: it is not there or no ordinary file, has more than `largest` bytes, or cannot be read.
    """
    most = largest or LARGEST
    try:
        if path.is_dir():
            raise JdgenError(Problem(Place(label), "is a folder; expected a file"))
        if not os.path.lexists(path):
            raise JdgenError(Problem(Place(label), "there is no such file"))
        if not path.is_file():
            raise JdgenError(Problem(Place(label), "is no ordinary file"))
        size = path.stat().st_size
        if size > most:
            raise JdgenError(Problem(Place(label), f"has {size:,} bytes; a file here has at most {most:,}"))
        return path.read_bytes()
    except OSError as error:
        raise JdgenError(
            Problem(Place(label), f"cannot be read: {error.strerror}; check who may read it")
        ) from None

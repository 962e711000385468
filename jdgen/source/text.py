"""Bytes to text."""

from __future__ import annotations

import re

from jdgen.errors import JdgenError, Place, Problem

CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f]")
"""Characters that no page can show; tabs and line ends are none of them."""


def decode(data: bytes, file: str) -> str:
    """Returns the text of `data`; a byte-order mark is dropped.

    Raises:
        JdgenError: the bytes are not UTF-8.
    """
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        place = Place(file, before.count(b"\n") + 1, error.start - before.rfind(b"\n"))
        message = f"byte 0x{data[error.start]:02x} is not UTF-8; save the file with the encoding UTF-8"
        raise JdgenError(Problem(place, message)) from None

"""Images that a template names: read from the template folders and the workspace only, and put into the page."""

from __future__ import annotations

import html
import re
from base64 import b64encode
from functools import partial
from typing import TYPE_CHECKING
from urllib.parse import unquote

from jdgen.errors import JdgenError, Problem

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path
    from re import Match

    from jdgen.documents import Document
    from jdgen.errors import Place

IMAGE = re.compile(r"<img\b[^>]*>", re.IGNORECASE)
ADDRESS = re.compile(r"""(\bsrc=)(["'])(.*?)\2""", re.IGNORECASE | re.DOTALL)
DESCRIPTION = re.compile(r"""\balt=(["'])\s*\S.*?\1""", re.IGNORECASE | re.DOTALL)

TYPES = {".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".svg": "image/svg+xml"}
LARGEST = 2_000_000
"""Bytes of an image; a posting should stay below a megabyte."""


def embed_images(page: str, document: Document) -> str:
    """Returns `page` with each image as a data: address.

    Raises:
        JdgenError: an image lies outside the template folders, on the network, or cannot be read.
    """

    def embedded(found: Match[str]) -> str:
        return ADDRESS.sub(
            partial(_data, document, described=bool(DESCRIPTION.search(found[0]))), found[0], count=1
        )

    return IMAGE.sub(embedded, page)


def _data(document: Document, found: Match[str], *, described: bool) -> str:
    address = html.unescape(found[3])
    place = document.templates.place_of(found[3], f"{document.kind}.md.j2", "page.html.j2")
    if not described:
        shown = address.partition(",")[0]
        raise JdgenError(
            Problem(
                place,
                f"the image {shown} has no description for those who cannot see it: write ![what it shows]({shown})",
            )
        )
    if address.startswith("data:"):
        return found[0]
    return f"{found[1]}{found[2]}{data_address(address, document.templates.folders, place)}{found[2]}"


def data_address(address: str, folders: Sequence[Path], place: Place) -> str:
    """Returns the image at `address`, a path below one of `folders`, as a data: address.

    Raises:
        JdgenError: it may not or cannot be read.
    """
    if re.match(r"[A-Za-z][A-Za-z0-9+.-]*:|//", address):
        raise JdgenError(
            Problem(
                place,
                f"the image {address} is not read: copy it beside the templates and name it without a scheme",
            )
        )
    for folder in folders:
        file = (folder / unquote(address)).resolve()
        if file.is_file() and file.is_relative_to(folder.resolve()):
            return encoded(file, place)
    where = " or ".join(str(folder) for folder in folders[:-1] or folders)
    raise JdgenError(Problem(place, f"there is no image {address} in {where}; images outside are not read"))


def encoded(file: Path, place: Place) -> str:
    """Returns an image file as a data: address.

    Raises:
        JdgenError: it is no image that browsers and PDFs show, or too large.
    """
    kind = TYPES.get(file.suffix.lower())
    if kind is None:
        raise JdgenError(Problem(place, f"{file.name} is no image: use PNG, JPEG or SVG"))
    try:
        data = file.read_bytes()
    except OSError as error:
        raise JdgenError(Problem(place, f"{file.name} cannot be read: {error.strerror}")) from None
    if len(data) > LARGEST:
        raise JdgenError(
            Problem(place, f"{file.name} has {len(data):,} bytes; keep images below {LARGEST:,}")
        )
    return f"data:{kind};base64,{b64encode(data).decode()}"

"""Images that a template names: read from the template folders and the workspace only, and put into the page."""

from __future__ import annotations

import re
from base64 import b64encode
from functools import partial
from typing import TYPE_CHECKING
from urllib.parse import unquote

from jdgen.errors import JdgenError, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path
    from re import Match

    from jdgen.documents.document import Document
    from jdgen.errors import Place

IMAGE = re.compile(r"<img\b[^>]*>", re.IGNORECASE)
ADDRESS = re.compile(
    r"""(?P<before>\bsrc\s*=\s*)(?P<quote>["']?)(?P<address>(?<=["']).*?(?=["'])|[^\s"'>]+)(?P=quote)""",
    re.IGNORECASE | re.DOTALL,
)
STYLE_ADDRESS = re.compile(
    r"""(?P<before>\burl\(\s*)(?P<quote>["']?)(?P<address>[^"')]+)(?P=quote)""", re.IGNORECASE
)
MARKDOWN_ADDRESS = re.compile(r"""!\[[^\]]*\]\(\s*<?(?P<address>[^)\s>]+)""")
DESCRIPTION = re.compile(r"""\balt\s*=\s*(?:(["'])\s*\S.*?\1|[^\s"'>])""", re.IGNORECASE | re.DOTALL)
SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//")

TYPES = {".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".svg": "image/svg+xml"}
SIGNATURES = {".png": b"\x89PNG", ".jpg": b"\xff\xd8\xff", ".jpeg": b"\xff\xd8\xff", ".svg": b"<svg"}
"""What a file of each kind begins with, or holds near its beginning."""

LARGEST = 700_000
"""Bytes of an image; a posting should stay below a megabyte."""


def refuse_foreign_images(document: Document) -> None:
    """Raises JdgenError where the document's text names an image on the network or outside the workspace."""
    for pattern in (MARKDOWN_ADDRESS, ADDRESS):
        for found in pattern.finditer(document.body):
            address = _unescaped(found["address"])
            if SCHEME.match(address) and not address.startswith("data:"):
                raise JdgenError(_foreign(address, _place(document, found["address"])))


def embed_images(page: str, document: Document) -> str:
    """Returns `page` with each image as a data: address.

    Raises:
        JdgenError: an image lies outside the template folders, on the network, cannot be read, or has no description.
    """

    def embedded(found: Match[str]) -> str:
        address = ADDRESS.search(found[0])
        if address and not DESCRIPTION.search(found[0]):
            shown = address["address"].partition(",")[0]
            message = f"the image {shown} has no description for those who cannot see it: write ![what it shows]({shown})"
            raise JdgenError(Problem(_place(document, address["address"]), message))
        return ADDRESS.sub(partial(_data, document), found[0], count=1)

    return IMAGE.sub(embedded, page)


def embed_style_images(style: str, document: Document) -> str:
    """Returns a style sheet with each image as a data: address.

    Raises:
        JdgenError: an image lies outside the template folders, on the network, or cannot be read.
    """
    return STYLE_ADDRESS.sub(partial(_data, document), style)


def _data(document: Document, found: Match[str]) -> str:
    address = _unescaped(found["address"])
    if address.startswith(("data:", "#")):
        return found[0]
    data = data_address(address, document.templates.folders, _place(document, found["address"]))
    return f'{found["before"]}"{data}"'


def _place(document: Document, address: str) -> Place:
    return document.templates.place_of(
        address, f"{document.kind}.md.j2", "page.html.j2", document.theme, "page.css.j2", "screen.css.j2"
    )


def _foreign(address: str, place: Place) -> Problem:
    return Problem(
        place, f"the image {address} is not read: copy it beside the templates and name it without a scheme"
    )


def data_address(address: str, folders: Sequence[Path], place: Place) -> str:
    """Returns the image at `address`, a path below one of `folders`, as a data: address.

    Raises:
        JdgenError: it may not or cannot be read.
    """
    if SCHEME.match(address):
        raise JdgenError(_foreign(address, place))
    named = [((folder / unquote(address)).resolve(), folder.resolve()) for folder in folders]
    inside = [path for path, folder in named if path.is_relative_to(folder)]
    for path in inside:
        if path.is_file():
            return encoded(path, place)
    if any(path.is_dir() for path in inside):
        raise JdgenError(Problem(place, f"{address} is a folder: name an image in it"))
    where = " or ".join(str(folder) for folder in folders[:-1] or folders)
    raise JdgenError(Problem(place, f"there is no image {address} in {where}; images outside are not read"))


def encoded(file: Path, place: Place) -> str:
    """Returns an image file as a data: address.

    Raises:
        JdgenError: it is no image that browsers and PDFs show, too large, or a drawing that needs another file.
    """
    kind = TYPES.get(file.suffix.lower())
    if kind is None:
        raise JdgenError(Problem(place, f"{file.name} is no image: use PNG, JPEG or SVG"))
    try:
        data = file.read_bytes()
    except OSError as error:
        raise JdgenError(Problem(place, f"{file.name} cannot be read: {error.strerror}")) from None
    if SIGNATURES[file.suffix.lower()] not in data[:4096]:
        raise JdgenError(
            Problem(place, f"{file.name} is no {file.suffix[1:].upper()} image, whatever its name says")
        )
    if len(data) > LARGEST:
        raise JdgenError(
            Problem(place, f"{file.name} has {len(data):,} bytes; keep images below {LARGEST:,}")
        )
    if other := next(_needed(data), "") if kind == TYPES[".svg"] else "":
        message = (
            f"{file.name} refers to {other}, which is not read: put what it shows into the drawing itself"
        )
        raise JdgenError(Problem(place, message))
    return f"data:{kind};base64,{b64encode(data).decode()}"


def _unescaped(address: str) -> str:
    import html  # noqa: PLC0415 - two thousand names, where there is an image

    return html.unescape(address)


def _needed(drawing: bytes) -> Iterator[str]:
    from jdgen.formats.drawings import needed  # noqa: PLC0415 - XML, where there is a drawing

    return needed(drawing)

"""What a run reads of a workspace, by content: a change is seen whatever an editor does to save it."""

from __future__ import annotations

from hashlib import blake2b
from itertools import chain
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

READ = (
    "*.yaml",
    "*.yml",
    "*.j2",
    "*.css",
    "*.png",
    "*.jpg",
    "*.jpeg",
    "*.svg",
    "*.gif",
    "*.webp",
    "*.ttf",
    "*.otf",
)
"""What profiles, templates and a company are made of."""

BELOW = ("profiles", "templates", "vacancies")
"""Folders that are read with all below them; scorecards are none of a document's sources, and are left out."""

LARGEST = 5_000_000
"""Bytes of a file that is looked into; a larger one is known by its size and time."""


def contents(root: Path) -> dict[Path, bytes]:
    """Returns a digest of every file below `root` that a document can be made of.

    Times are not enough: two saves can share one, and an editor that saves by renaming may keep the older file's.
    """
    return {path: digest for path in _files(root) if (digest := _digest(path))}


def _files(root: Path) -> Iterator[Path]:
    yield from chain.from_iterable(root.glob(pattern) for pattern in READ)
    yield from chain.from_iterable(
        root.glob(f"*/{pattern}") for pattern in READ
    )  # a logo, messages of a language
    for folder in BELOW:
        found = chain.from_iterable((root / folder).rglob(pattern) for pattern in READ)
        yield from (path for path in found if "scorecards" not in path.parts)


def _digest(path: Path) -> bytes:
    """Returns the digest, or nothing where the file went away meanwhile or cannot be read."""
    try:
        status = path.stat()
        if status.st_size > LARGEST:
            return f"{status.st_size} {status.st_mtime_ns}".encode()
        return blake2b(path.read_bytes(), digest_size=16).digest()
    except OSError:
        return b""

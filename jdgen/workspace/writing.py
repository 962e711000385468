"""Files written: all of them, or none."""

from __future__ import annotations

import os
from contextlib import ExitStack, suppress
from errno import EISDIR
from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path


OWNER_ONLY = 0o600
OWNER_ONLY_FOLDER = 0o700
OTHERS_WRITE = 0o022


def write_all(files: Mapping[Path, bytes], *, private: bool = False) -> tuple[Path, ...]:
    """Returns the paths, each file replaced in one step; either all are or none.

    What is private is made so that its owner alone can open it, new folders too, and is never anything else meanwhile.

    Raises:
        OSError: a folder or file cannot be written; `filename` says which.
    """
    with ExitStack() as undo:
        drafts = [_draft(target, data, undo, private=private) for target, data in files.items()]
        pairs = zip(drafts, files, strict=True)
        kept = [_replace(draft, target, undo, private=private) for draft, target in pairs]
        undo.pop_all()
    for copy in kept:
        copy.unlink(missing_ok=True)
    return tuple(files)


def own_folder(path: Path) -> Path | None:
    """Returns a folder that its owner alone can write to, made if need be; None where it is not so, or cannot be made."""
    try:
        path.mkdir(OWNER_ONLY_FOLDER, parents=True, exist_ok=True)
        found = path.stat()
    except OSError:
        return None
    own = os.name == "nt" or (found.st_uid == os.geteuid() and not found.st_mode & OTHERS_WRITE)
    return path if own else None


def _draft(target: Path, data: bytes, undo: ExitStack, *, private: bool) -> Path:
    """Returns a new file beside `target` that holds `data`."""
    for folder in reversed([path for path in target.parents if not path.exists()]):
        folder.mkdir(OWNER_ONLY_FOLDER if private else 0o777)
        undo.callback(_quietly, folder.rmdir)
    if target.is_dir():
        raise IsADirectoryError(EISDIR, "a folder has this name; move it away", str(target))
    draft = target.with_name(f".{target.name}.{os.getpid()}")
    undo.callback(_quietly, draft.unlink)
    _write_private(draft, data) if private else draft.write_bytes(data)
    return draft


def _write_private(path: Path, data: bytes) -> None:
    """Writes a file that is its owner's from the moment it is made; changed afterwards, its rights would come too late."""
    path.unlink(missing_ok=True)
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, OWNER_ONLY), "wb") as file:
        file.write(data)


def _replace(draft: Path, target: Path, undo: ExitStack, *, private: bool) -> Path:
    """Puts `draft` in the place of `target` and returns where a copy of the earlier file is kept, if there was one."""
    copy = draft.with_name(f"{draft.name}.kept")
    if target.exists():
        from shutil import copy2  # noqa: PLC0415 - where there is an earlier file

        undo.callback(_quietly, copy.unlink)
        _write_private(copy, target.read_bytes()) if private else copy2(target, copy)
        undo.callback(_quietly, partial(copy.replace, target))
    else:
        undo.callback(_quietly, target.unlink)
    draft.replace(target)
    return copy


def _quietly(undo: Callable[[], object]) -> None:
    """Undoes a step that may not have been taken."""
    with suppress(OSError):
        undo()

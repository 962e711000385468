"""Files that would be passed over in silence because of their name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jdgen.errors import JdgenError, Place, Problem, in_words
from jdgen.language import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    Label = Callable[[Path], str]
    """Says what messages call a file."""

ALIKE = 0.93
"""Likeness of two file's names (`difflib`'s ratio) from which one is a slip for the other: a letter or an ending."""


def refuse_near_names(folder: Path, known: Iterable[str], label: Label) -> None:
    """Raises JdgenError for a file that was meant to hide a built-in one."""
    from difflib import get_close_matches  # noqa: PLC0415 - only where there are templates

    known = list(known)
    names = [path.name for path in sorted(folder.glob("*")) if path.name not in known]
    meant = {name: get_close_matches(f"{name.removesuffix('.j2')}.j2", known, 1, ALIKE) for name in names}
    _stop(
        Problem(Place(label(folder / name)), f"is not used: call it {near[0]}, or something quite different")
        for name, near in meant.items()
        if near
    )


def refuse_other_languages(folder: Path, label: Label) -> None:
    """Raises JdgenError for messages in a language that no document speaks."""
    refuse_yml(folder.glob("*.yml"), label)
    _stop(
        Problem(Place(label(path)), f"is not used: documents speak {in_words(LANGUAGES, 'and')}")
        for path in sorted(folder.glob("*.yaml"))
        if path.stem not in LANGUAGES
    )


def refuse_yml(paths: Iterable[Path], label: Label) -> None:
    """Raises JdgenError for YAML whose name ends in another way."""
    _refuse({path: f"{path.stem}.yaml" for path in paths if path.exists()}, label)


def refuse_css(folder: Path, label: Label) -> None:
    """Raises JdgenError for looks that are no templates by name."""
    _refuse({path: f"{path.name}.j2" for path in folder.glob("*.css")}, label)


def _refuse(misnamed: Mapping[Path, str], label: Label) -> None:
    """Raises JdgenError for files, with the right name of each."""
    _stop(
        Problem(Place(label(path)), f"is not read: call it {name}") for path, name in sorted(misnamed.items())
    )


def _stop(problems: Iterable[Problem]) -> None:
    found = list(problems)
    if found:
        raise JdgenError(*found)

"""Marks that a new profile is handed over with: each stands where somebody has to write."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jdgen.checks.rule import rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jdgen.checks.rule import Fault, Path
    from jdgen.schema import Profile

MARK = "FILL IN"


@rule("W16")
def to_fill_in(profile: Profile) -> Iterator[Fault]:
    """A new profile marks what somebody has to write; while a mark is left, no document is made."""
    if MARK not in profile.model_dump_json():  # walking every value takes ten times as long
        return
    for path, text in _texts(profile.model_dump(by_alias=True), ()):
        if MARK in text:
            yield path, f"{'.'.join(map(str, path))} is still to be written: replace '{_shown(text)}'"


def _texts(value: object, path: Path) -> Iterator[tuple[Path, str]]:
    match value:
        case dict():
            for name, below in value.items():
                yield from _texts(below, (*path, name))
        case list():
            for number, below in enumerate(value):
                yield from _texts(below, (*path, number))
        case str():
            yield path, value


def _shown(text: str) -> str:
    words = text[text.index(MARK) :].split()
    return " ".join(words[:5]) + (" …" if len(words) > 5 else "")  # noqa: PLR2004 - enough to find it

"""Texts that know which of their parts are in another language than the document (WCAG 3.1.2).

The profile and the company file keep their own language. Where that is not the document's, their texts are `Foreign`:
strings like any other until they are printed, when each such part is marked with its language.
What slices or changes one makes a plain string of it; `filled`, `joined` and `like` keep the marks.
"""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    Part = tuple[str, str]
    """Text and its language (BCP 47), empty where it is the document's."""


VALUE = re.compile(r"\{(\w+)\}")
"""Where a value goes. No `str.format`: a template could reach into an object with it."""


class Foreign(str):  # noqa: SLOT000 - a string has no room for slots
    """A text of which a part, or all, is in another language than the document."""

    parts: tuple[Part, ...]
    """Its parts in their order; two neighbours never have the same language."""

    def __new__(cls, parts: Iterable[Part]) -> Self:
        """Returns the text of the parts."""
        together = tuple(
            ("".join(text for text, _ in group), lang)
            for lang, group in groupby((part for part in parts if part[0]), key=lambda part: part[1])
        )
        made = super().__new__(cls, "".join(text for text, _ in together))
        made.parts = together
        return made

    def __reduce__(self) -> tuple[type[Foreign], tuple[tuple[Part, ...]]]:
        return Foreign, (self.parts,)


def foreign(text: str, lang: str) -> str:
    """Returns the text marked as one in the language `lang`; what is marked already, or empty, stays as it is."""
    return Foreign([(text, lang)]) if text and lang and not isinstance(text, Foreign) else text


def filled(pattern: str, values: Mapping[str, object], lang: str = "") -> str:
    """Returns the pattern, which is in the language `lang`, with the values in the place of their `{names}`."""
    if not lang and not any(isinstance(value, Foreign) for value in values.values()):
        return VALUE.sub(lambda found: str(values[found[1]]), pattern) if values else pattern
    words = VALUE.split(pattern)  # text, name, text, name, text
    parts = [(words[0], lang)]
    for name, text in zip(words[1::2], words[2::2], strict=True):
        parts += [*_parts(values[name]), (text, lang)]
    return Foreign(parts)


def joined(between: str, texts: Iterable[str], lang: str = "") -> str:
    """Returns the texts with `between`, which is in the language `lang`, between them."""
    texts = list(texts)
    if not any(isinstance(text, Foreign) for text in texts):
        return between.join(texts)
    found: list[Part] = []
    for text in texts:
        found += [(between, lang)] * bool(found) + _parts(text)
    return Foreign(found)


def like(text: str, original: str) -> str:
    """Returns a text that was made of `original`, such as its beginning, in the language of that one."""
    if not text or not isinstance(original, Foreign):
        return text
    if text == original:
        return original
    return Foreign(_again(text, original.parts))


def capital(text: str) -> str:
    """Returns a text with its first letter large."""
    return like(text[:1].upper() + text[1:], text)


def _again(text: str, parts: tuple[Part, ...]) -> Iterator[Part]:
    """Yields a changed text in parts as long as before; the last one takes what is left."""
    for before, lang in parts[:-1]:
        yield text[: len(before)], lang
        text = text[len(before) :]
    yield text, parts[-1][1]


def _parts(value: object) -> list[Part]:
    return list(value.parts) if isinstance(value, Foreign) else [(str(value), "")]

"""A text as words: what lists are looked up in, and what length is measured in."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from jdgen.checks.posting.data import table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

PART = (
    r"(?<=\d)\s?[-–—]\s?(?=\d)"  # the dash of a range
    r"|\b(?i:max|min|approx|incl|mr|mrs|ms|dr|prof|vs|yrs)\.(?=\s)"  # an abbreviation
    r"|\d+(?:[.,]\d+)+|\w+(?:['’]\w+)*"  # a figure with separators, a word
    r"|[.!?…]+(?=[\s\"”’)\]*]|$)|;(?=\s|$)"  # the end of a sentence, or of its half
    r"|[,()\[\]—]|:(?=\s|$)|(?<=\s)[-–]+(?=\s)"  # what parts words within it
)

END = "."
"""Stands for whatever ends a sentence or its half: no phrase reaches across."""

COMMA = ","
"""Stands for a comma, a colon, a bracket or a dash between words: a row of adjectives may have it, other phrases not."""

TO = "-"
"""Stands for the dash between two figures."""


class Word(NamedTuple):
    """A word of a text, or a mark that parts words."""

    text: str
    """In lower case with a plain apostrophe; a mark as `END`, `COMMA` or `TO`."""
    said: str
    """As written."""
    start: int
    """Characters before it."""
    end: int
    """Characters up to its end."""


@lru_cache(maxsize=1024)
def words(text: str) -> tuple[Word, ...]:
    """Returns the words and marks of a text in order; a hyphen parts words like a space, so `high-energy` is two."""
    return tuple(_word(match) for match in _pattern().finditer(text))


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(PART)


def _word(match: re.Match[str]) -> Word:
    said = match[0]
    if said[0].isalnum() or said[0] == "_":
        return Word(said.lower().replace("’", "'").rstrip("."), said, match.start(), match.end())
    return Word(_mark(said, match.string[match.end() :][:1]), said, match.start(), match.end())


def _mark(said: str, following: str) -> str:
    if said[0] in ".!?…;":
        return END
    return TO if said.strip()[0] in "-–—" and following.isdigit() else COMMA


def is_number(text: str) -> bool:
    """Returns whether a word is a figure or a number in words."""
    return text[0].isdigit() or text in vocabulary("numbers")


@lru_cache(maxsize=1024)
def sentences(text: str) -> tuple[tuple[Word, ...], ...]:
    """Returns the words of each sentence of a text, without marks."""
    return tuple(_sentences(words(text)))


def _sentences(parts: Sequence[Word]) -> Iterator[tuple[Word, ...]]:
    sentence: list[Word] = []
    for part in parts:
        if part.text == END and part.said != ";":
            if sentence:
                yield tuple(sentence)
            sentence = []
        elif part.text not in {END, COMMA, TO}:
            sentence.append(part)
    if sentence:
        yield tuple(sentence)


def is_english(parts: Sequence[Word]) -> bool:
    """Returns whether words are English, as far as their smallest words tell: rules about English words skip other texts."""
    english, others = vocabulary("english"), vocabulary("other languages")
    foreign = sum(part.text in others for part in parts)
    return not foreign or foreign <= sum(part.text in english for part in parts)


@cache
def vocabulary(name: str) -> frozenset[str]:
    """Returns a set of words by its name in vocabulary.json."""
    return frozenset(table("vocabulary")[name].split())

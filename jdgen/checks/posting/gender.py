"""Words that research found in postings of jobs held by one gender: shares of them, as advice."""

from __future__ import annotations

from collections import Counter
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from jdgen.checks.posting.data import table
from jdgen.checks.posting.rule import Fault, rule
from jdgen.checks.posting.wording import found_in, prose
from jdgen.checks.posting.words import COMMA, END, TO, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from jdgen.checks.posting.posting import Block, Posting
    from jdgen.checks.posting.words import Word
    from jdgen.errors import Place

SKEWED = 1.0
"""Percentage points between the shares: about one standard deviation of masculine words in Gaucher's Study 1."""

FEW = 100
"""Words: in a shorter text one word is a percentage point."""

KEY = 3
"""Letters by which stems are looked up; none is shorter."""

GENDERS = ("masculine", "feminine")
"""The lists of a pair."""

EVIDENCE = "studies disagree whether such words matter: take it as advice"
"""What each of them found stands once, in the source of the rule."""


class Coded(NamedTuple):
    """A word of the lists in a posting."""

    text: str
    """In lower case."""
    block: Block

    @property
    def place(self) -> Place:
        """Where it was written."""
        words_ = self.block.text
        start = words_.lower().find(self.text)
        return self.block.at(words_[start : start + len(self.text)])


class Shares(NamedTuple):
    """What one pair of lists finds in a posting."""

    masculine: tuple[Coded, ...]
    feminine: tuple[Coded, ...]
    total: int
    """All words that were counted."""

    def percent(self, coded: Sequence[Coded]) -> float:
        """Returns a share of all words."""
        return 100 * len(coded) / self.total if self.total else 0.0

    @property
    def skew(self) -> float:
        """Percentage points by which masculine words are more."""
        return self.percent(self.masculine) - self.percent(self.feminine)


@rule("gender-balance")
def balance(posting: Posting) -> Iterator[Fault]:
    """Yields one piece of advice: the shares of both lists, and the words with their places."""
    said = shares(posting, "gaucher")
    if said.total >= FEW and (said.masculine or said.feminine):
        wider = shares(posting, "decoder")
        message = (
            f"{_percents(said)}, of {said.total} in all (masculine: {_listed(said.masculine)}; feminine: {_listed(said.feminine)}); "
            f"by the wider list of Gender Decoder {_figures(wider)}; {EVIDENCE}"
        )
        yield Fault(posting.resolved.place("title"), message)


@rule("gender-skew")
def skew(posting: Posting) -> Iterator[Fault]:
    """Yields one fault where masculine words outweigh feminine ones by more than a percentage point, with words to choose instead."""
    said = shares(posting, "gaucher")
    if said.total >= FEW and said.skew > SKEWED:
        message = (
            f"masculine words outweigh feminine ones by {said.skew:.2f} points ({_percents(said)}); "
            f"words to choose from, where they fit: {_instead(said.masculine)}; {EVIDENCE}"
        )
        yield Fault(said.masculine[0].place, message)


def shares(posting: Posting, name: str) -> Shares:
    """Returns how many words of a pair of lists, `gaucher` or `decoder`, stand in the sentences of a posting."""
    masculine: list[Coded] = []
    feminine: list[Coded] = []
    lists = {"masculine": masculine, "feminine": feminine}
    total = 0
    for block in prose(posting):
        said = counted(block.text, block.among)
        total += len(said)
        for it in said:
            for gender in genders(it, name):
                lists[gender].append(Coded(it, block))
    return Shares(tuple(masculine), tuple(feminine), total)


@lru_cache(maxsize=512)
def counted(text: str, section: str) -> tuple[str, ...]:
    """Returns the words of a text in lower case, hyphenated ones whole, without the names of techniques and products."""
    names = [(it.start, it.end) for it in found_in(text, section) if it.phrase.code == "technology-noun"]
    return tuple(
        text[start:end].lower()
        for start, end in _whole(words(text), text)
        if not any(first <= start < last for first, last in names)
    )


def _whole(parts: Sequence[Word], text: str) -> Iterator[tuple[int, int]]:
    """Yields where each word begins and ends; a hyphen joins."""
    start = None
    for number, part in enumerate(parts):
        if part.text in {END, COMMA, TO}:
            continue
        start = part.start if start is None else start
        following = parts[number + 1] if number + 1 < len(parts) else None
        if not (following and following.start == part.end + 1 and text[part.end] == "-"):
            yield start, part.end
            start = None


@cache
def genders(text: str, name: str) -> tuple[str, ...]:
    """Returns the genders whose lists hold a word: most often none."""
    return tuple(gender for gender in GENDERS if is_coded(text, name, gender))


def is_coded(text: str, name: str, gender: str) -> bool:
    """Returns whether a list holds a word; an entry with a star is a beginning, one without is exact."""
    entries = _entries(name, gender).get(text[:KEY])
    if not entries:
        return False
    return any(text.startswith(it[:-1]) if it[-1] == "*" else text == it for it in entries) and (
        text not in table("gender")[name].get("except", ())
    )


@cache
def _entries(name: str, gender: str) -> Mapping[str, Sequence[str]]:
    """The entries of a list by their first letters."""
    entries: dict[str, list[str]] = {}
    for entry in table("gender")[name][gender].split():
        entries.setdefault(entry[:KEY], []).append(entry)
    return entries


def _percents(said: Shares) -> str:
    masculine, feminine = said.percent(said.masculine), said.percent(said.feminine)
    return f"{masculine:.2f} percent masculine and {feminine:.2f} percent feminine words"


def _figures(said: Shares) -> str:
    return f"{said.percent(said.masculine):.2f} and {said.percent(said.feminine):.2f}"


def _listed(coded: Sequence[Coded]) -> str:
    """The words, each with its places by the file's name alone."""
    places: dict[str, list[Place]] = {}
    for it in coded:
        places.setdefault(it.text, []).append(it.place)
    return ", ".join(f"{text} ({_lines(found)})" for text, found in sorted(places.items())) or "none"


def _lines(places: Sequence[Place]) -> str:
    files: dict[str, list[str]] = {}
    for it in sorted(set(places)):
        files.setdefault(it.file.rpartition("/")[2], []).extend([str(it.line)] * bool(it.line))
    return "; ".join(f"{file}:{', '.join(lines)}".rstrip(":") for file, lines in files.items())


def _instead(coded: Sequence[Coded]) -> str:
    """The masculine words, the most frequent first, each with others for it."""
    wanted = table("gender")["instead"]
    often = Counter(next((stem for stem in wanted if it.text.startswith(stem)), it.text) for it in coded)
    return "; ".join(f"{stem}: {wanted[stem]}" for stem, _ in often.most_common() if stem in wanted)

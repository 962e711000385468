"""Lists of phrases with their word sense: which phrase, in which section, beside which words, and what it is innocent as part of.

A pattern is words in a row, with these marks:

    a|b        either word              word(s)    with or without the ending
    word*      whatever begins so       ?word      may be missing
    #          a number                 {people}   a word of the class `people`
    ...        up to four words of the same noun phrase, commas included
    ~          up to four words of the same sentence
    Word       a word with a capital is looked for as written

The first word of what is looked for is known: it is what the lists are indexed by.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from jdgen.checks.posting.data import table
from jdgen.checks.posting.words import COMMA, END, TO, is_number

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from jdgen.checks.finding import Severity
    from jdgen.checks.posting.words import Word

GAP = 4
"""Words that `...` or `~` may stand for."""

OUTSIDE = frozenset(
    "with that which who whose for of to in on at by from as is are was were be has have where when if you we they a an the than".split()
)
"""Words that end a noun phrase, so `...` does not cover them."""

REACH = 9
"""Words before a hit at which a phrase that makes it innocent may begin."""


class Phrase(NamedTuple):
    """One entry of a list."""

    code: str
    find: str
    """The pattern."""
    say: str
    """What to write instead."""
    severity: Severity | None
    """None: the rule's own."""
    unless: Sequence[str]
    """Patterns of innocent phrases: a hit that overlaps one of them is none."""
    within: Sequence[str]
    """Sections where it is looked for; none given: all but `outside`."""
    near: Sequence[str]
    """Patterns of which one in the same sentence lets it be looked for in other sections as well."""
    outside: Sequence[str]
    """Sections where it is not looked for."""


class Hit(NamedTuple):
    """A phrase found in a text."""

    phrase: Phrase
    start: int
    """Characters before it."""
    end: int
    """Characters up to its end."""


class Element(NamedTuple):
    """One word of a pattern."""

    words: frozenset[str]
    """Any of these; empty for the two gaps."""
    beginnings: tuple[str, ...]
    """Or a word that begins so."""
    said: frozenset[str]
    """Or one of these as written."""
    number: bool
    """Or a number."""
    may_miss: bool
    gap: str
    """`...`, `~` or empty."""


def hits(parts: Sequence[Word], section: str) -> Iterator[Hit]:
    """Yields the phrases in the words of a text of `section`; of those of one list that begin at one word, the longest."""
    index = _index()
    for here, word in enumerate(parts):
        found: dict[str, tuple[int, Phrase]] = {}
        for phrase in _beginning(index, word):
            end = _end(phrase.find, parts, here)
            if end > found.get(phrase.code, (here, phrase))[0] and _is_meant(
                phrase, parts, (here, end), section
            ):
                found[phrase.code] = (end, phrase)
        for end, phrase in found.values():
            yield Hit(phrase, word.start, parts[end - 1].end)


def _beginning(index: Mapping[str, Sequence[Phrase]], word: Word) -> Sequence[Phrase]:
    return index.get(word.text, ()) or (index["#"] if is_number(word.text) else ())


def _is_meant(phrase: Phrase, parts: Sequence[Word], hit: tuple[int, int], section: str) -> bool:
    """Whether a phrase has the sense that its list is about."""
    here, end = hit
    if section in phrase.outside:
        return False
    first, last = _sentence(parts, here)
    if (
        (phrase.within or phrase.near)
        and section not in phrase.within
        and not any(
            _end(pattern, parts, start) > start for pattern in phrase.near for start in range(first, last)
        )
    ):
        return False
    return not any(
        _end(pattern, parts, start) > max(here, start)
        for pattern in phrase.unless
        for start in range(max(first, here - REACH), end)
    )


def _sentence(parts: Sequence[Word], here: int) -> tuple[int, int]:
    """The first index of the sentence around a word, and the one after its last."""
    first = next((at + 1 for at in range(here, -1, -1) if parts[at].text == END), 0)
    return first, next((at for at in range(here, len(parts)) if parts[at].text == END), len(parts))


def _end(pattern: str, parts: Sequence[Word], here: int) -> int:
    """Where a pattern that begins at a word ends, or `here` where it does not match."""
    return _match(compiled(pattern), parts, here)


def _match(elements: Sequence[Element], parts: Sequence[Word], at: int) -> int:
    """Where the longest match of elements that begins at a word ends; -1: none."""
    if not elements:
        return at
    element, rest = elements[0], elements[1:]
    if element.gap:
        return max(
            (_match(rest, parts, start) for start in _across(element.gap, parts, at)),
            default=-1,
        )
    found = _match(rest, parts, at) if element.may_miss else -1
    if at < len(parts) and _is(element, parts[at]):
        return max(found, _match(rest, parts, at + 1))
    return found


def _across(gap: str, parts: Sequence[Word], at: int) -> Iterator[int]:
    """Yields where the rest of a pattern may begin after a gap."""
    passed = 0
    for here in range(at, len(parts)):
        yield here
        text = parts[here].text
        passed += text not in {COMMA, TO}
        if passed > GAP or text == END or (gap == "..." and text in OUTSIDE):
            return


def _is(element: Element, word: Word) -> bool:
    return (
        word.text in element.words
        or (bool(element.beginnings) and word.text.startswith(element.beginnings))
        or (bool(element.said) and word.said in element.said)
        or (element.number and is_number(word.text))
    )


@cache
def compiled(pattern: str) -> tuple[Element, ...]:
    """Returns the elements of a pattern."""
    return tuple(map(_element, pattern.split()))


def _element(written: str) -> Element:
    if written in {"...", "~"}:
        return Element(frozenset(), (), frozenset(), number=False, may_miss=False, gap=written)
    options = list(spelled(written.removeprefix("?")))
    classes = [table("phrases")["classes"][it[1:-1]].split() for it in options if it[0] == "{"]
    plain = [it for it in options if it[0] != "{"]
    return Element(
        words=frozenset(it for it in plain if it.islower() or not it.isalpha()).union(*classes),
        beginnings=tuple(it[:-1] for it in plain if it[-1] == "*"),
        said=frozenset(it for it in plain if not it.islower()),
        number="#" in plain,
        may_miss=written[0] == "?",
        gap="",
    )


def spelled(element: str) -> Iterator[str]:
    """Yields what one element of a pattern may be, its endings spelled out."""
    for word in element.split("|"):
        stem, bracket, ending = word.partition("(")
        yield stem
        if bracket:
            yield stem + ending[:-1]


@cache
def _index() -> Mapping[str, Sequence[Phrase]]:
    """The phrases of all lists by their first word, in lower case."""
    lists = table("phrases")
    index: dict[str, list[Phrase]] = {}
    for code, rows in lists["lists"].items():
        for row in rows:
            for find in row["find"]:
                phrase = Phrase(
                    code,
                    find,
                    row["say"],
                    row.get("severity"),
                    row.get("unless", ()),
                    row.get("in", ()),
                    row.get("near", ()),
                    row.get("not_in", ()),
                )
                for first in _first(find, lists["classes"]):
                    index.setdefault(first, []).append(phrase)
    return index


def _first(pattern: str, classes: Mapping[str, str]) -> Iterator[str]:
    for word in spelled(pattern.partition(" ")[0]):
        yield from classes[word[1:-1]].split() if word[0] == "{" else (word.lower(),)

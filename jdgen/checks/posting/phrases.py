"""Lists of phrases with their word sense: which phrase, in which section, beside which words, and what it is innocent as part of.

A pattern is words in a row, with these marks:

    a|b        either word              word(s)    with or without the ending
    word*      whatever begins so       ?word      may be missing
    #          a number                 {people}   a word of the class `people`
    ...        up to four words of the same noun phrase, commas included
    ~          up to six words of the same sentence
    Word       a word with a capital is looked for as written

The first word of what is looked for is known: it is what the lists are indexed by.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from jdgen.checks.posting.data import table
from jdgen.checks.posting.words import COMMA, END, TO, is_number, vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from jdgen.checks.posting.words import Word

GAPS = {"...": 4, "~": 6}
"""Words that a gap may stand for."""

REACH = 9
"""Words before a hit at which a phrase that makes it innocent may begin."""


class Phrase(NamedTuple):
    """One entry of a list."""

    code: str
    find: str
    """The pattern."""
    row: Mapping[str, Any]
    """Its row: `say` (what to write instead), and where given `severity` (instead of the rule's own), `unless` (patterns of
    innocent phrases: one that begins before a hit and reaches into it excuses it, as does one that reaches its end), `in`
    (sections where alone it is looked for), `near` (patterns of which one in the same sentence lets it be looked for in the
    others as well), `not_in` (sections where it is not) and `alone` (it is looked for as a whole sentence or answer alone)."""
    second: frozenset[str]
    """The words of which one has to follow the first; empty where that is not so simple."""


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
    for here, word in enumerate(parts):
        if known := beginning(word):
            found = _longest(known, parts, here, section)
            yield from (Hit(phrase, word.start, parts[end - 1].end) for end, phrase in found.values())


def _longest(
    known: Sequence[Phrase], parts: Sequence[Word], here: int, section: str
) -> dict[str, tuple[int, Phrase]]:
    """Returns the longest phrase of each list that is meant at a word, with where it ends."""
    found: dict[str, tuple[int, Phrase]] = {}
    following = parts[here + 1].text if here + 1 < len(parts) else END
    for phrase in known:
        if phrase.second and following not in phrase.second:
            continue
        end = end_of(phrase.find, parts, here)
        if end > found.get(phrase.code, (0,))[0] and _is_meant(phrase, parts, (here, end), section):
            found[phrase.code] = (end, phrase)
    return found


def beginning(word: Word) -> Sequence[Phrase]:
    """Returns the phrases that may begin with a word."""
    known = index().get(word.text, ())
    return (*known, *index()["#"]) if is_number(word.text) else known


def _is_meant(phrase: Phrase, parts: Sequence[Word], hit: tuple[int, int], section: str) -> bool:
    """Whether a phrase has the sense that its list is about."""
    row, (here, end) = phrase.row, hit
    first, last = _sentence(parts, here)
    if section in row.get("not_in", ()) or (row.get("alone") and not _is_alone(parts, hit)):
        return False
    near = row.get("near", ())
    if ("in" in row or near) and section not in row.get("in", ()):  # noqa: SIM102 - two questions
        if not any(end_of(it, parts, start) >= 0 for it in near for start in range(first, last)):
            return False
    return not any(
        end_of(it, parts, start) > (here if start < here else end - 1)
        for it in row.get("unless", ())
        for start in range(max(first, here - REACH), end)
    )


def _is_alone(parts: Sequence[Word], hit: tuple[int, int]) -> bool:
    """Whether a hit is a whole sentence, or all of it that stands behind a colon."""
    here, end = hit
    first, last = _sentence(parts, here)
    return end == last and (here == first or parts[here - 1].said == ":")


def _sentence(parts: Sequence[Word], here: int) -> tuple[int, int]:
    """The first index of the sentence around a word, and the one after its last."""
    first = next((at + 1 for at in range(here, -1, -1) if parts[at].text == END), 0)
    return first, next((at for at in range(here, len(parts)) if parts[at].text == END), len(parts))


def end_of(pattern: str, parts: Sequence[Word], here: int) -> int:
    """Returns where the longest match of a pattern that begins at a word ends; -1: there is none."""
    return _match(compiled(pattern), 0, parts, here)


def _match(elements: Sequence[Element], number: int, parts: Sequence[Word], at: int) -> int:
    """Where the longest match of the elements from `number` on ends."""
    for following, element in enumerate(elements[number:], number + 1):
        if element.gap:
            starts = _across(element.gap, parts, at)
            return max((_match(elements, following, parts, start) for start in starts), default=-1)
        found = at < len(parts) and _is(element, parts[at])
        if element.may_miss:
            without = _match(elements, following, parts, at)
            return max(without, _match(elements, following, parts, at + 1)) if found else without
        if not found:
            return -1
        at += 1
    return at


def _across(gap: str, parts: Sequence[Word], at: int) -> Iterator[int]:
    """Yields where the rest of a pattern may begin after a gap."""
    passed = 0
    for here in range(at, len(parts)):
        yield here
        text = parts[here].text
        passed += text not in {COMMA, TO}
        if (
            passed > GAPS[gap]
            or text == END
            or (gap == "..." and text in vocabulary("outside a noun phrase"))
        ):
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


@cache
def _element(written: str) -> Element:
    if written in GAPS:
        return Element(frozenset(), (), frozenset(), number=False, may_miss=False, gap=written)
    options = tuple(spelled(written.removeprefix("?")))
    classes = [table("phrases")["classes"][it[1:-1]].split() for it in options if it[0] == "{"]
    return Element(
        words=frozenset(options).union(*classes),
        beginnings=tuple(it[:-1] for it in options if it[-1] == "*"),
        said=frozenset(it for it in options if not it.islower()),
        number="#" in options,
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
def index() -> Mapping[str, Sequence[Phrase]]:
    """Returns the phrases of all lists by their first word, in lower case."""
    found: dict[str, list[Phrase]] = {}
    for code, rows in table("phrases")["lists"].items():
        for row in rows:
            for find in row["find"]:
                start, _, others = find.partition(" ")
                phrase = Phrase(code, find, row, _simple(others.partition(" ")[0]))
                for first in (start.lower(),) if start.isalpha() else _firsts(start):
                    found.setdefault(first, []).append(phrase)
    return found


def _firsts(start: str) -> Iterator[str]:
    """Yields the words that a phrase may begin with."""
    for word in spelled(start):
        yield from table("phrases")["classes"][word[1:-1]].split() if word[0] == "{" else (word.lower(),)


def _simple(element: str) -> frozenset[str]:
    """Returns the words that an element stands for; empty where it has any mark but that between words."""
    plain = element.islower() and element.replace("|", "").isalpha()
    return frozenset(element.split("|")) if plain else frozenset()

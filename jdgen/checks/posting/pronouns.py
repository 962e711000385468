"""Pronouns that give the candidate a gender."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jdgen.checks.posting.words import COMMA, END, is_english, vocabulary, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from jdgen.checks.posting.words import Word

INSTEAD = {
    "he": "'you' or 'they'",
    "she": "'you' or 'they'",
    "him": "'you' or 'them'",
    "his": "'your' or 'their'",
    "her": "'your', 'you' or 'their'",
    "hers": "'yours' or 'theirs'",
    "himself": "'yourself' or 'themselves'",
    "herself": "'yourself' or 'themselves'",
}

ABOUT_OTHERS = frozenset({"company", "process", "benefits", "pay"})
"""Sections that mostly speak of other people: there a pronoun counts only after a noun for the candidate."""


def pronouns(text: str, section: str, title: str) -> Iterator[tuple[str, str]]:
    """Yields each pronoun for the candidate, and what to write instead; `title` is what the role is called."""
    parts = words(text)
    if not any(word.text in INSTEAD for word in parts) or not is_english(parts):
        return
    if "pronoun" in text:
        return
    own = {word.text for word in words(title)}
    for here, word in enumerate(parts):
        if word.text in INSTEAD and not _is_symbol(word, text) and not _is_quoted(text, word.start):
            is_candidate = _before(parts, here, own)
            if is_candidate or (is_candidate is None and section not in ABOUT_OTHERS):
                yield word.said, INSTEAD[word.text]


def _before(parts: Sequence[Word], here: int, own: set[str]) -> bool | None:
    """Whether the nearest noun for a person before a pronoun is the candidate; None: there is none."""
    for at in range(here - 1, -1, -1):
        word = parts[at]
        if word.text in vocabulary("candidate") or (word.text in own and word.said[0].isupper()):
            return True
        if word.text in vocabulary("somebody else") or _is_name(parts, at, own) or _is_beside(parts, at):
            return False
    return None


def _is_beside(parts: Sequence[Word], at: int) -> bool:
    """Whether a word is a person whom the candidate works with: a manager after 'with the', and not one after 'as a'."""
    before = [word.text for word in parts[max(at - BESIDE, 0) : at]]
    return parts[at].text in vocabulary("above the candidate") and not vocabulary("before a name").isdisjoint(
        before
    )


BESIDE = 3
"""Words before a noun in which its preposition stands, as in 'with the chief executive'."""


def _is_name(parts: Sequence[Word], at: int, own: set[str]) -> bool:
    """Whether a word is, as far as capitals tell, part of a name: after 'to', 'with' and the like, or first of a sentence before another."""
    word = parts[at]
    if not word.said[0].isupper() or word.said.isupper() or word.text in own:
        return False
    before = parts[at - 1] if at else None
    following = parts[at + 1] if at + 1 < len(parts) else None
    if before is None or before.text == END:
        return following is not None and following.said[0].isupper() and following.text not in own
    return before.text in vocabulary("before a name") or before.said[0].isupper() or before.text == COMMA


def _is_symbol(word: Word, text: str) -> bool:
    """Whether it is the name of a gene or of an element, as in HER2 and He-3."""
    return word.said == "HER" or (text[word.end :][:1] == "-" and text[word.end + 1 :][:1].isdigit())


def _is_quoted(text: str, at: int) -> bool:
    """Whether a place is within quotation marks: what a law or another person said."""
    before = text[:at]
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1

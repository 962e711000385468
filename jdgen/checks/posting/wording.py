"""Rules about wording: lists of phrases, each with its word sense, and sentences in capitals."""

from __future__ import annotations

from functools import lru_cache, partial
from typing import TYPE_CHECKING

from jdgen.checks.posting.data import table
from jdgen.checks.posting.phrases import Hit, hits
from jdgen.checks.posting.pronouns import pronouns
from jdgen.checks.posting.rule import Fault, rule
from jdgen.checks.posting.words import END, is_english, vocabulary, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jdgen.checks.posting.posting import Block, Posting
    from jdgen.checks.posting.words import Word

LISTED = (
    "age-term", "age-max-experience", "age-proxy", "origin-native-speaker", "origin-term", "ability-term", "family-term",
    "class-term", "tech-term", "cliche", "culture-fit", "person",
)  # fmt: skip
"""Lists that are a rule of their own; `gendered-term`, `google-policy` and `fair-chance` hold something besides."""

LEGAL = frozenset({"statement", "accommodation", "notices"})
"""Sections in the words of the law, which name age, gender, family and disability in order to protect them."""

ENDS = frozenset(".!?…")
"""What a sentence ends with; what a template types without it is a label."""

NAMED = 3
"""Protected characteristics that make a text one about equal opportunity, wherever it stands."""

LAWFUL = frozenset({"age-proxy", "gendered-term", "origin-term", "ability-term", "family-term", "class-term"})
"""Lists that are not looked for there."""


def listed(code: str, posting: Posting) -> Iterator[Fault]:
    """Yields a fault for each phrase of one list."""
    because = table("phrases")["reasons"].get(code, "")
    for block in posting.blocks:
        for hit in found(block):
            if hit.phrase.code == code and not (code in LAWFUL and is_legal(block)):
                said = block.text[hit.start : hit.end]
                yield Fault(
                    block.at(said),
                    f"'{said}' {because}: {hit.phrase.row['say']}",
                    severity=hit.phrase.row.get("severity"),
                )


for _code in LISTED:
    rule(_code)(partial(listed, _code))


@rule("gendered-term")
def gendered(posting: Posting) -> Iterator[Fault]:
    """Yields a fault for each word that names one gender, pronouns for the candidate included."""
    yield from listed("gendered-term", posting)
    for block in posting.blocks:
        if not is_legal(block):
            for said, instead in pronouns(block.text, block.among, f"{posting.role.title} {posting.role.id}"):
                message = f"'{said}' names one gender: write {instead}"
                yield Fault(block.at(said), message)


@rule("google-policy")
def against_the_policy_of_boards(posting: Posting) -> Iterator[Fault]:
    """Yields a fault for each swear word, sentence in capitals, advertised event and call for résumés without a position."""
    yield from listed("google-policy", posting)
    for block in posting.blocks:
        for said in shouted(block.text):
            message = f"'{said}' is written in capitals, which job boards refuse: use sentence case"
            yield Fault(block.at(said), message)


def found(block: Block) -> tuple[Hit, ...]:
    """Returns the phrases of all lists in a block."""
    return found_in(block.text, block.among)


@lru_cache(maxsize=1024)
def found_in(text: str, section: str) -> tuple[Hit, ...]:
    """Returns the phrases of all lists in a text; the lists are English, so other texts have none."""
    parts = words(text)
    return tuple(hits(parts, section)) if is_english(parts) else ()


def is_legal(block: Block) -> bool:
    """Returns whether a block speaks as the law does."""
    return block.section in LEGAL or _names_the_protected(block.text)


@lru_cache(maxsize=1024)
def _names_the_protected(text: str) -> bool:
    return len({word.text for word in words(text)} & vocabulary("protected")) >= NAMED


def prose(posting: Posting) -> list[Block]:
    """Returns what is read: no headings and labels, and not the words of the law."""
    return [it for it in posting.blocks if not (it.kind == "heading" or _is_label(it) or is_legal(it))]


def _is_label(block: Block) -> bool:
    return block.section in {"title", "facts"} or (
        block.section == "template" and block.text[-1:] not in ENDS
    )


def shouted(text: str) -> Iterator[str]:
    """Yields sentences, and parts of them, that stand in capitals; a row of abbreviations is none."""
    small = vocabulary("shouted")
    if not any(word in small for word in text.split()):
        return
    run: list[Word] = []
    for word in (*words(text), None):
        if word and word.said.isupper():
            run.append(word)
        elif word is None or word.text == END or word.said.isalpha():
            if is_shouted([it.said for it in run]):
                yield text[run[0].start : run[-1].end]
            run = []


def is_shouted(said: list[str]) -> bool:
    """Returns whether words in capitals are a sentence, which its small words tell: APPLY NOW, ONLY SENIOR PEOPLE PLEASE WE ARE FEW."""
    small = sum(word in vocabulary("shouted") for word in said)
    either = sum(word in vocabulary("shouted or short") for word in said)
    return small >= 1 and (small + either >= 2 or len(said) >= 4)  # noqa: PLR2004

"""What was meant to be filled in."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jdgen.checks.posting.data import table
from jdgen.checks.posting.rule import Fault, rule
from jdgen.checks.posting.wording import found
from jdgen.checks.posting.words import vocabulary, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from jdgen.checks.posting.posting import Posting
    from jdgen.checks.posting.words import Word

BRACKETS = (("[", "]"), ("<", ">"), ("{", "}"), ("%", "%"))

RUNS = ("{{", "}}", "{%", "%}", "___", "???", ".....", "XX%", "xx%")
"""Characters that no finished sentence has."""

OPENED_BY = {"}}": "{{", "%}": "{%"}
"""What is said once, with what opens it."""


NOBODYS = re.compile(r"[\w.+-]*@?(?:[\w-]+\.)*\bexample\.(?:com|net|org)\b", re.IGNORECASE)
"""Addresses that are kept for examples: what is sent there reaches nobody."""


@rule("placeholder")
def placeholders(posting: Posting) -> Iterator[Fault]:
    """Yields a fault for each blank that was left to be filled in."""
    for block in posting.blocks:
        listed = (block.text[it.start : it.end] for it in found(block) if it.phrase.code == "placeholder")
        for said in dict.fromkeys((*left(block.text), *listed)):
            yield Fault(
                block.at(said), f"'{said}' was left to be filled in: write the words, or leave it out"
            )
        nobodys = NOBODYS.findall(block.text) if "example." in block.text.casefold() else ()
        for said in dict.fromkeys(nobodys):
            yield Fault(block.at(said), f"'{said}' is kept for examples and reaches nobody: write your own")


def left(text: str) -> Iterator[str]:
    """Yields the blanks in a text: marks such as TODO, names in brackets, and lines to write on."""
    parts = words(text)
    marks = vocabulary("blank marks")
    for number, word in enumerate(parts):
        if (word.said in marks or word.text == "todo" or word.said[:3] == "XXX") and _is_mark(
            parts, number, text
        ):
            yield word.said
    blanks = [blank for marks in BRACKETS if marks[0] in text for blank in _in_brackets(text, *marks)]
    yield from blanks
    runs = [run for run in RUNS if run in text and not any(run in it for it in blanks)]
    yield from (run for run in runs if OPENED_BY.get(run) not in runs)


def _is_mark(parts: Sequence[Word], number: int, text: str) -> bool:
    """Whether a word that may stand for a blank does: not that of a TODO list, a size XXXL or `todo` without its colon."""
    word = parts[number]
    if word.said == "TODO":
        return not (
            number + 1 < len(parts) and parts[number + 1].text in vocabulary("after an innocent TODO")
        )
    if word.text == "todo":
        return text[word.end :][:1] == ":"
    return word.said in vocabulary("blank marks") or set(word.said) == {"X"}


def _in_brackets(text: str, opening: str, closing: str) -> Iterator[str]:
    """Yields the blanks between one kind of brackets, single or double; `List<String>` is none, and neither is a link."""
    end = 0
    while (start := text.find(opening, end)) >= 0:
        mark = closing * 2 if text.startswith(opening * 2, start) else closing
        end = text.find(mark, start + 1) + len(mark)
        if end < len(mark):
            return
        attached = opening in "<{" and start and (text[start - 1].isalnum() or text[start - 1] == "/")
        named = _names_a_blank(text[start:end]) or (opening == "{" and _is_label(text[start + 1 : end - 1]))
        if not attached and text[end : end + 1] != "(" and named:
            yield text[start:end]


LABEL = 4
"""Words that the name of a blank has at most."""


def _is_label(inside: str) -> bool:
    """Whether what stands in braces is a few plain words: prose has no braces."""
    said = inside.replace("_", " ").replace("-", " ").split()
    return 0 < len(said) <= LABEL and all(word.isalpha() for word in said) and not inside[:1].isspace()


def _names_a_blank(marked: str) -> bool:
    """Whether what stands in brackets is the name of something to fill in, and no aside."""
    inside = marked.strip("{}[]<>%")
    if inside[:1].isspace() and not marked.startswith("{{"):
        return False
    said = [word.text for word in words(inside.replace("_", " ").replace("-", " ")) if word.text.isalnum()]
    named = vocabulary("figure").union(table("phrases")["classes"]["blank"].split())
    known = named | vocabulary("in a blank")
    return bool(said) and (
        said[0] in vocabulary("begins a blank")
        or (any(word in named for word in said) and all(word in known or word.isdigit() for word in said))
    )

"""Words looked for in a posting: a pattern is compiled only where the words it is made of are there at all."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from jdgen.checks.posting.posting import Block

SENTENCE = r"(?<=[.!?;])\s+"


def hits(blocks: Iterable[Block], pattern: str, *signs: str) -> Iterator[tuple[Block, str]]:
    """Yields each block that `pattern` fits, whatever the case, and the words that do.

    Each of `signs` is a list of words in small letters: a block that has none of the words of one list is passed over.
    """
    wanted = [frozenset(sign.split()) for sign in signs]
    for block in blocks:
        if all(not sign.isdisjoint(block.words) for sign in wanted):
            for hit in re.finditer(pattern, block.text, re.IGNORECASE):
                yield block, hit[0]


def sentence_of(text: str, words: str) -> str:
    """Returns the sentence of `text` that holds `words`."""
    return next((it for it in re.split(SENTENCE, text) if words in it), text)

"""Words looked for in a posting: a pattern is compiled only where a word of its is there at all."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from jdgen.checks.posting.posting import Block, Posting

SENTENCE = r"(?<=[.!?;])\s+"


def hits(
    posting: Posting, pattern: str, signs: Collection[str], but: Collection[str] = ()
) -> Iterator[tuple[Block, str]]:
    """Yields each block that `pattern` fits, and the words, whatever their case; only blocks with one of `signs` are searched.

    `but` are sections that are left out.
    """
    for block in posting.blocks:
        if block.section in but:
            continue
        low = block.text.casefold()
        if any(sign in low for sign in signs):
            for hit in re.finditer(pattern, block.text, re.IGNORECASE):
                yield block, hit[0]


def sentence_of(text: str, words: str) -> str:
    """Returns the sentence of `text` that holds `words`."""
    return next((it for it in re.split(SENTENCE, text) if words in it), text)

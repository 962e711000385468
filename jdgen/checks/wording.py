"""Rules about wording: what is never asked, and sentences that are whole."""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING

from jdgen.checks import texts
from jdgen.checks.rule import rule
from jdgen.checks.signs import signs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jdgen.checks.rule import Fault
    from jdgen.schema import Profile

CLOSING = "\"')*_\u201d\u2019"
"""What may follow the mark that ends a sentence."""

ENDS = (".", "!", "?", "…")

SHOWN = 40
"""Characters of a text that are enough to recognise it."""


@rule("E15")
def forbidden_topic(profile: Profile) -> Iterator[Fault]:
    """Nothing that is asked, posted or rated touches a topic on the never-ask list; few are banned outright, all are risks."""
    # In lower case, because ignoring the case doubles the time of a search.
    lowered = tuple((path, text, text.lower()) for path, text in texts.everything(profile))
    together = "\n".join(low for _, _, low in lowered)
    for topic, entry in profile.forbidden.items():
        shown = [sign for sign in signs(entry.pattern) if sign in together]
        if not shown:
            continue
        try:
            pattern = re.compile(entry.pattern, 0 if entry.pattern.islower() else re.IGNORECASE)
        except re.error as error:
            message = f"the pattern of '{topic}' is no regular expression ({error}): correct it"
            yield ("forbidden", topic, "pattern"), message
            continue
        for path, text, low in lowered:
            if any(sign in low for sign in shown) and (hit := pattern.search(low)):
                said = text[hit.start() : hit.end()]
                yield (
                    path,
                    f"'{said}' touches {topic}, which is never asked; what may be asked of everyone: {entry.instead}",
                )


@rule("W15")
def no_whole_sentence(profile: Profile) -> Iterator[Fault]:
    """What is printed as a sentence is one; in `[a, b]` a comma silently splits a sentence in two."""
    for path, text in chain(_sentences(profile), texts.demands(profile)):
        if text[0].islower():
            message = f"'{_shown(text)}' begins in mid-sentence: use a capital, or put quotes round text that a comma in [ ] split"
            yield path, message
    for path, text in _sentences(profile):
        if not text.rstrip(CLOSING).endswith(ENDS):
            message = f"'{_shown(text)}' does not end: add the full stop, or put quotes round text that a comma in [ ] split"
            yield path, message


def _sentences(profile: Profile) -> Iterator[texts.Text]:
    kinds = (
        texts.duties,
        texts.definitions,
        texts.anchors,
        texts.key_answers,
        texts.red_flags,
        texts.probes,
        texts.asks,
    )
    return chain.from_iterable(kind(profile) for kind in kinds)


def _shown(text: str) -> str:
    return text if len(text) <= SHOWN else text[:SHOWN].rstrip() + "…"

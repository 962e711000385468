"""A scorecard as YAML, for raters who would rather write text: the same ratings, evidence and flags, left blank."""

from __future__ import annotations

import json
import re
from textwrap import wrap
from typing import TYPE_CHECKING

from jdgen.language import phrase

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jdgen.documents.document import Document
    from jdgen.language import Language
    from jdgen.role.kit.model import Card, Item, Sheet
    from jdgen.role.model import Role

WIDTH = 110
"""Columns of a comment."""

LOCKED = phrase("true: my ratings are final; I have not talked with anyone about this candidate")

UNPRINTABLE = re.compile(r"[^ -~\u00a0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
"""What YAML ends a line at, or does not take unless it is escaped."""

RULES = (
    phrase("Fill in what stands behind each colon, save, and hand the file in."),
    phrase(
        "Rate every question right after the session, alone, before you talk with anyone about the candidate."
    ),
    phrase("Ratings are 1, 2, 3, 4, 5, or NA where the question was not asked. Blank means: not rated yet."),
    phrase(
        "A behavioural question answered without an example, even after the probes, is a 1 or a 2. Half points do not exist."
    ),
    phrase("Every rating needs evidence: what was said and done. There is no overall impression to enter."),
)


def to_yaml(document: Document) -> bytes:
    """Returns the document's scorecard to fill in; read back, it is a `Scorecard`.

    Raises:
        ValueError: the document is no scorecard.
    """
    if document.card is None:
        message = f"{document.stem} is no scorecard"
        raise ValueError(message)
    card, say = document.card, document.say
    parts = (
        _head(document.role, card, say),
        _known(document.role, card, say),
        _ratings(card, say),
        _evidence(card, say),
        _flags(card, say),
    )
    text = "\n\n".join("\n".join(part) for part in parts)
    return f"{text}\n\nlocked: false  # {say(LOCKED)}\n".encode()


def _head(role: Role, card: Card, say: Language) -> Iterator[str]:
    title = say("Scorecard: {session}", session=card.session.title)
    yield from commented(f"{title}. {role.title}, {role.stage_name}. {card.seat.title}.")
    for rule in RULES:
        yield from commented(f"- {say(rule)}")


def _known(role: Role, card: Card, say: Language) -> Iterator[str]:
    known = {
        "fingerprint": role.fingerprint,
        "role": role.id,
        "stage": role.stage,
        "session": card.session.id,
    }
    yield from (f"{name}: {quoted(value)}" for name, value in known.items())
    yield "by:"
    yield f"  seat: {quoted(card.seat.id)}"
    yield f"  name: {quoted(card.seat.person)}" if card.seat.person else "  name:"
    yield f"candidate:  # {say('the code, never a name')}"
    yield f"date:  # {say('as 2027-01-31')}"
    conflict = say(
        "one of you reports to the other today, you are related, or you profit from the hire: none, or which"
    )
    yield f"conflict:  # {conflict}"


def _ratings(card: Card, say: Language) -> Iterator[str]:
    yield "ratings:"
    for sheet in card.sheets:
        yield ""
        yield from _anchors(sheet)
        for item in sheet.items:
            yield from commented(f"{item.id}, {say.inside(item.kind)}: {item.ask}", "  # ", "  #   ")
            yield f"  {item.id}:"


def _anchors(sheet: Sheet) -> Iterator[str]:
    it = sheet.competency
    yield from commented(f"{it.name}. {it.definition}", "  # ")
    for anchor in it.anchors:
        yield from commented(f"{anchor.level} {anchor.label}: {anchor.text}", "  #   ", "  #     ")
    yield ""


def _evidence(card: Card, say: Language) -> Iterator[str]:
    how = say("write on the line below each |, with four spaces in front; as many lines as you like")
    yield f"evidence:  # {how}"
    for item in _items(card):
        yield f"  {item.id}: |\n"


def _flags(card: Card, say: Language) -> Iterator[str]:
    how = say("take the # away in front of what the evidence says you heard")
    yield f"red_flags:  # {how}"
    for sheet in card.sheets:
        yield f"  {sheet.competency.id}:"
        yield from (f"    # - {quoted(flag.text)}" for flag in sheet.flags)


def _items(card: Card) -> Iterator[Item]:
    return (item for sheet in card.sheets for item in sheet.items)


def commented(text: str, first: str = "# ", then: str = "") -> list[str]:
    """Returns text as comments; what YAML would end the comment at is a space."""
    return wrap(
        UNPRINTABLE.sub(" ", text), WIDTH, initial_indent=first, subsequent_indent=then or first,
        break_long_words=False, break_on_hyphens=False,
    )  # fmt: skip


def quoted(text: str) -> str:
    """Returns text in double quotes, which YAML reads as JSON does."""
    return UNPRINTABLE.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(text, ensure_ascii=False))

"""One card against the panel: what keeps it from counting."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from jdgen.errors import Problem, did_you_mean, in_words
from jdgen.intake.model import Handed
from jdgen.role.people import occupant

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from jdgen.errors import Place
    from jdgen.intake.panel import Panel
    from jdgen.role.kit.model import Card
    from jdgen.schema.scorecard import Scorecard
    from jdgen.source.cards import Read
    from jdgen.source.cards.model import Key
    from jdgen.source.nodes import Node

NO_CONFLICT = "none"

Path = tuple[str, ...]
Fault = tuple[Path, str]
"""Where in the card, and what is said of it; a rating or what was heard is never repeated."""


def judge(read: Read, panel: Panel) -> Handed:
    """Returns the card with all that keeps it from counting."""
    if read.card is None or read.tree is None:
        return Handed(read.place, _our_key(read, panel), None, read.problems)
    foreign = [*_foreign(read.card, panel), *_seatless(read.card, panel)]
    faults = foreign or [*_faults(read.card, panel)]
    problems = tuple(Problem(_place(read.tree, path), said) for path, said in faults)
    return Handed(read.place, None if foreign else read.key, read.card, problems)


def _our_key(read: Read, panel: Panel) -> Key | None:
    """Returns whose card it is if it is one of this vacancy, although something in it is wrong."""
    known = read.tree is not None and read.tree.at("fingerprint").plain == panel.fingerprint
    key = read.key
    return key if known and key and (key.session, key.seat) in panel.cards else None


def _place(tree: Node, path: Path) -> Place:
    return tree.at(*path).place


def _foreign(card: Scorecard, panel: Panel) -> Iterator[Fault]:
    """Yields why it is no card of this vacancy; its fingerprint says nothing new where role or stage differ."""
    for name, said, own in (("role", card.role, panel.role), ("stage", card.stage, panel.stage)):
        if said != own:
            yield (name,), f"{name}: is '{said}', and the vacancy's is '{own}'"
    if (card.role, card.stage) == (panel.role, panel.stage) and card.fingerprint != panel.fingerprint:
        said = f"fingerprint: is {card.fingerprint}, and the role's is {panel.fingerprint}"
        said = f"{said}: the card was printed before questions, anchors or weights were changed"
        yield ("fingerprint",), said


def _seatless(card: Scorecard, panel: Panel) -> Iterator[Fault]:
    """Yields why the rater has no card in the session."""
    sessions = dict.fromkeys(session for session, _ in panel.cards)
    seats = [seat for session, seat in panel.cards if session == card.session]
    if card.session not in sessions:
        said = f"session: nothing is rated in '{card.session}'; sessions with scorecards are {in_words(sessions, 'and')}"
        yield ("session",), said + _meant(card.session, sessions)
    elif card.by.seat not in seats:
        said = f"seat: '{card.by.seat}' does not rate in '{card.session}'; {in_words(seats, 'and')} do"
        yield ("by", "seat"), said + _meant(card.by.seat, seats)


def _meant(name: str, known: Iterable[str]) -> str:
    hint = did_you_mean(name, known)
    return f".{hint}" if hint else ""


def _faults(card: Scorecard, panel: Panel) -> Iterator[Fault]:
    """Yields what is wrong with a card of this vacancy; of one that is not finished only what would stay wrong."""
    blank = panel.cards[card.session, card.by.seat]
    yield from _strange_rater(card, blank)
    yield from _strange_questions(card, blank)
    yield from _strange_flags(card, blank)
    if len(card.candidate.splitlines()) > 1:
        yield ("candidate",), "candidate: expected one code, on one line"
    if not card.locked:
        yield ("locked",), "locked: the rater has not finished; the card counts once it is locked"
        return
    yield from _conflict(card)
    yield from _unsupported(card, blank)


def _strange_rater(card: Scorecard, blank: Card) -> Iterator[Fault]:
    seat = blank.seat
    if seat.person and one_person(card.by.name) != one_person(seat.person):
        said = f"name: is not the name of the person on this seat, {seat.person}"
        yield ("by", "name"), f"{said}: correct the card, or name the rater in the vacancy under `people`"


def one_person(name: str) -> str:
    """Returns a name so written that one person is one text, whichever way a program composes its letters."""
    return occupant({"": unicodedata.normalize("NFC", name)}, "")


def _strange_questions(card: Scorecard, blank: Card) -> Iterator[Fault]:
    known = [item.id for sheet in blank.sheets for item in sheet.items]
    for part in ("ratings", "evidence", "revised"):
        for question in getattr(card, part):
            if question not in known:
                said = f"{question}: is not rated on this card; {in_words(known, 'and')} are"
                yield (part, question), said + _meant(question, known)
    for question in card.revised:
        if question in known and question not in card.ratings:
            yield ("revised", question), f"{question}: is revised, and has no first rating"


def _strange_flags(card: Scorecard, blank: Card) -> Iterator[Fault]:
    flags = {sheet.competency.id: {_words(flag.text) for flag in sheet.flags} for sheet in blank.sheets}
    for competency, ticked in card.red_flags.items():
        if competency not in flags:
            said = f"is not rated on this card; {in_words(flags, 'and')} are"
            yield ("red_flags", competency), f"{competency}: {said}"
        elif not flags[competency].issuperset(map(_words, ticked)):
            said = "is none of the red flags of the card: use the words that are printed there"
            yield ("red_flags", competency), f"{competency}: {said}"


def _words(text: str) -> str:
    return " ".join(text.split())


def _conflict(card: Scorecard) -> Iterator[Fault]:
    if card.conflict is None:
        yield ("conflict",), f"conflict: is blank; write {NO_CONFLICT}, or what it is"
    elif card.conflict.casefold() != NO_CONFLICT:
        said = "conflict: the rater declares a conflict of interest: name another person for this seat"
        yield ("conflict",), f"{said}; where there is none, the card says {NO_CONFLICT}"


def _unsupported(card: Scorecard, blank: Card) -> Iterator[Fault]:
    for sheet in blank.sheets:
        asked = [item.id for item in sheet.items]
        for question in asked:
            if card.ratings.get(question, "NA") != "NA" and question not in card.evidence:
                said = "is rated without evidence: write what was said and done"
                yield ("ratings", question), f"{question}: {said}"
        name = sheet.competency.id
        if name in card.red_flags and card.evidence.keys().isdisjoint(asked):
            said = "a red flag is ticked without evidence: write with a question what was heard"
            yield ("red_flags", name), f"{name}: {said}"

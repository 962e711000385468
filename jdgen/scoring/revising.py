"""Revisions that the debrief wrote down beside the cards, put on the cards that they belong to."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jdgen.schema.candidates import Candidates
    from jdgen.schema.scorecard import Scorecard


def card_id(card: Scorecard) -> str:
    """Returns what a card is called: `direction-chief`."""
    return f"{card.session}-{card.by.seat}"


def with_revisions(cards: Iterable[Scorecard], candidates: Candidates) -> tuple[Scorecard, ...]:
    """Returns the cards with the revisions of both places; first ratings stay as they are."""
    return tuple(_revised(card, candidates) for card in cards)


def _revised(card: Scorecard, candidates: Candidates) -> Scorecard:
    known = candidates.candidates.get(card.candidate)
    beside = known.revised.get(card_id(card)) if known else None
    return card.model_copy(update={"revised": {**card.revised, **beside}}) if beside else card

"""What is known of a vacancy's cards before any of them is filled in."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from jdgen.source.cards.model import Printed

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from jdgen.role.kit.model import Card
    from jdgen.role.model import Role


class Panel(NamedTuple):
    """Who rates what in which session."""

    role: str
    """The role's name on the command line."""
    stage: str
    """`startup`, `scaleup` or `enterprise`."""
    fingerprint: str
    """The role's fingerprint."""
    cards: Mapping[tuple[str, str], Card]
    """The blank cards, by session and seat, in the order of the plan."""

    @classmethod
    def of(cls, role: Role, cards: Iterable[Card]) -> Panel:
        """Returns the panel that `cards` of `role` were made for."""
        by_turn = {(card.session.id, card.seat.id): card for card in cards}
        return cls(role.id, role.stage, role.fingerprint, by_turn)

    @property
    def people(self) -> dict[str, str]:
        """Who sits on which seat that rates, as far as they are named."""
        return {seat: card.seat.person for (_, seat), card in self.cards.items() if card.seat.person}

    def printed(self) -> Printed:
        """Returns what a filled card only points to."""
        sheets = [sheet for card in self.cards.values() for sheet in card.sheets]
        return Printed(
            competencies={item.id: sheet.competency.id for sheet in sheets for item in sheet.items},
            flags={flag.id: (sheet.competency.id, flag.text) for sheet in sheets for flag in sheet.flags},
        )

"""The flags of each candidate with the words that belong to them, in the order in which a debrief takes them."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from jdgen.packet.model import Flag, Flagged, Quote
from jdgen.role.rule import shown
from jdgen.scoring.requirements import MEETS
from jdgen.scoring.total import weights_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from jdgen.packet.ground import Ground
    from jdgen.scoring.candidate import Assessed
    from jdgen.scoring.competency import Score
    from jdgen.scoring.flags import Flag as Raised
    from jdgen.scoring.flags import Quote as Said

MINUTES = {"requirement": 3, "reference": 5, "red flag": 5, "disagreement": 8}
"""Minutes that a flag is given, facts before judgements; our own judgement."""

BY = {"screen": "the screen", "career": "the months entered", "ratings": "the ratings"}


def flagged(ground: Ground) -> tuple[Flagged, ...]:
    """Returns the candidates that have flags, or names in `closed` that are none."""
    found = (Flagged(it.code, flags_of(ground, it), it.unraised) for it in ground.in_order)
    return tuple(it for it in found if it.flags or it.unknown)


def flags_of(ground: Ground, it: Assessed) -> tuple[Flag, ...]:
    """Returns a candidate's flags: facts first, then what raters see differently, the heaviest competency first."""
    return tuple(_flag(ground, it, flag) for flag in in_turn(ground, it.result.flags))


def in_turn(ground: Ground, raised: Sequence[Raised]) -> list[Raised]:
    """Returns flags in the order in which a debrief takes them."""
    weights = weights_of(ground.profile)
    kinds = list(MINUTES)
    return sorted(raised, key=lambda it: (kinds.index(it.kind), -weights.get(it.subject, Fraction(0)), it.id))


def title(ground: Ground, flag: Raised) -> str:
    """Returns what a flag is, in a line."""
    subject = ground.subject(flag.subject)
    match flag.kind:
        case "disagreement":
            return f"Raters {shown(flag.value or Fraction(0))} apart on {subject}"
        case "red flag":
            return f"Red flag on {subject}: {flag.text}"
        case "reference":
            return f"A reference contradicts the interviews on {subject}"
    measured = (
        "" if flag.value is None else f" (mean of what settles it: {shown(flag.value, Fraction(MEETS))})"
    )
    return f"Must not met: {subject}{measured}"


def _flag(ground: Ground, it: Assessed, flag: Raised) -> Flag:
    scores = {score.competency: score for score in it.result.scores}
    apart = _raters(ground, scores[flag.subject]) if flag.kind == "disagreement" else ()
    return Flag(
        id=flag.id,
        title=title(ground, flag).removesuffix("."),
        scores="; ".join(apart),
        quotes=tuple(_quote(ground, flag, quote) for quote in flag.quotes),
        closed=flag.closed,
        minutes=MINUTES[flag.kind],
    )


def _raters(ground: Ground, score: Score) -> Iterator[str]:
    for rater in sorted(score.rated, key=lambda it: (-(it.score or 0), it.rater)):
        if rater.score is not None:
            yield f"{ground.seat(rater.rater)} {shown(rater.score)}"


def _quote(ground: Ground, flag: Raised, quote: Said) -> Quote:
    if flag.kind == "reference":
        return Quote(quote.source, quote.text)
    if flag.kind == "requirement":
        return Quote(f"Noted by {BY.get(quote.source, quote.source)}", quote.text)
    asked = quote.question if quote.question in ground.questions else "case"
    rated = f" ({quote.rating})" if isinstance(quote.rating, int) else ""
    return Quote(f"{ground.title(quote.source)}, {asked}{rated}", quote.text)

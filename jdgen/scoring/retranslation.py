"""Experts sort the shuffled anchors back into competencies and levels (Smith & Kendall 1963; rubric 3)."""

from __future__ import annotations

import hashlib
from collections import Counter
from fractions import Fraction
from typing import TYPE_CHECKING, Literal, NamedTuple

from jdgen.role.fingerprint import fingerprint
from jdgen.role.rule import mean

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from jdgen.schema import Profile
    from jdgen.schema.sheets import RetranslationSheet, Sorted

AGREEMENT = Fraction(3, 4)
"""Share of the experts who sort an anchor back, at the least."""

VARIANCE = Fraction(1)
"""Variance of its levels at the most: a standard deviation of 1.0, compared without a root; 1.5 x 5/7, our judgement."""

Fault = Literal["competency", "level"]


class Anchor(NamedTuple):
    """An anchor on the sheet, without what it is an anchor of."""

    number: int
    """Its place on the sheet, from 1."""
    id: str
    """Competency and level: `budget-4`."""
    competency: str
    level: int
    """The level that it was written for."""
    text: str


class Sorting(NamedTuple):
    """What the experts made of one anchor."""

    anchor: Anchor
    experts: int
    """How many sorted it."""
    agreement: Fraction | None
    """Share of them who sorted it back into its own competency; None where nobody sorted it."""
    level: Fraction | None
    """Mean of the levels that all of them gave it."""
    variance: Fraction | None
    """Sample variance of these levels; None below two experts."""
    mostly: str
    """The competency that was chosen most often; empty where several were as often, or nobody sorted it."""
    faults: tuple[Fault, ...]
    """Why it is dropped: too few sorted it back, or its levels are too far apart; empty where it is kept."""
    kept_at: int | None
    """The level nearest to the mean, half up; None where it is dropped or fewer than two experts sorted it."""


def anchors(profile: Profile) -> tuple[Anchor, ...]:
    """Returns all anchors in an order that tells nothing: the one of SHA-256 over fingerprint and id."""
    mark = fingerprint(profile)
    found = [
        Anchor(0, f"{name}-{level}", name, level, text)
        for name, it in profile.competencies.items()
        for level, text in it.anchors.items()
    ]
    mixed = sorted(found, key=lambda it: hashlib.sha256(f"{mark}{it.id}".encode()).digest())
    return tuple(it._replace(number=number) for number, it in enumerate(mixed, 1))


def retranslate(profile: Profile, sheets: Iterable[RetranslationSheet]) -> tuple[Sorting, ...]:
    """Returns what the experts made of each anchor, competency by competency and from level 1 up."""
    filled = list(sheets)
    places = list(profile.competencies)
    return tuple(
        sorting(it, [sheet.anchors[it.number] for sheet in filled if it.number in sheet.anchors])
        for it in sorted(anchors(profile), key=lambda it: (places.index(it.competency), it.level))
    )


def sorting(anchor: Anchor, given: Sequence[Sorted]) -> Sorting:
    """Returns what experts made of an anchor, from where each of them sorted it."""
    levels = [it.level for it in given]
    share = Fraction(sum(it.competency == anchor.competency for it in given), len(given)) if given else None
    spread = _variance(levels)
    faults: list[Fault] = []
    if share is not None and share < AGREEMENT:
        faults.append("competency")
    if spread is not None and spread > VARIANCE:
        faults.append("level")
    middle = mean(levels) if levels else None
    settled = middle is not None and spread is not None and not faults
    return Sorting(
        anchor=anchor,
        experts=len(given),
        agreement=share,
        level=middle,
        variance=spread,
        mostly=_mostly(given),
        faults=tuple(faults),
        kept_at=(middle + Fraction(1, 2)) // 1 if settled and middle is not None else None,
    )


def _variance(levels: Sequence[int]) -> Fraction | None:
    if len(levels) < 2:  # noqa: PLR2004 - one value has no spread
        return None
    middle = mean(levels)
    return sum(((it - middle) ** 2 for it in levels), Fraction(0)) / (len(levels) - 1)


def _mostly(given: Iterable[Sorted]) -> str:
    chosen = Counter(it.competency for it in given)
    often = [name for name, count in chosen.items() if count == max(chosen.values())]
    return often[0] if len(often) == 1 else ""

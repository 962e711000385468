"""Adverse impact over many vacancies, from counts alone (rubric 7.15); one vacancy can never show it."""

from __future__ import annotations

from fractions import Fraction
from math import comb
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jdgen.schema.sheets import Group

FOUR_FIFTHS = Fraction(4, 5)
"""Share of the highest rate below which a rate is looked into (29 CFR 1607.4D)."""

ENOUGH = 30
"""People in a group below which its rate is no evidence; our judgement."""


class Impact(NamedTuple):
    """One group against the group with the highest rate."""

    group: str
    applicants: int
    selected: int
    rate: Fraction
    """Selected by applicants."""
    reference: str
    """The group with the highest rate; of several the largest, then the first by name."""
    ratio: Fraction | None
    """Rate by highest rate; None where nobody at all was selected."""
    flagged: bool
    """Whether the ratio is below four fifths, exactly."""
    p: Fraction
    """Fisher's exact test against the reference, two-sided: how often chance alone departs as far."""
    one_more: Fraction | None
    """The ratio if one more of this group had been selected; None where everybody was, or nobody at all."""
    enough: bool
    """Whether both groups have 30 people or more; otherwise there are too few to judge."""


def impacts(groups: Sequence[Group]) -> tuple[Impact, ...]:
    """Returns each group against the one with the highest rate, by name; nothing where there is no group."""
    ordered = sorted(groups, key=lambda it: it.group)
    if not ordered:
        return ()
    best = min(ordered, key=lambda it: (-_rate(it), -it.applicants, it.group))
    return tuple(_impact(it, best) for it in ordered)


def fisher(selected: int, applicants: int, other_selected: int, other_applicants: int) -> Fraction:
    """Returns the two-sided p of Fisher's exact test for two groups.

    The sum of the chances of all tables with the same margins that are no likelier than the one seen.
    """
    everyone, chosen = applicants + other_applicants, selected + other_selected
    seen = comb(applicants, selected) * comb(other_applicants, other_selected)
    tables = (
        comb(applicants, count) * comb(other_applicants, chosen - count)
        for count in range(max(0, chosen - other_applicants), min(applicants, chosen) + 1)
    )
    return Fraction(sum(ways for ways in tables if ways <= seen), comb(everyone, chosen))


def _impact(it: Group, best: Group) -> Impact:
    rate, highest = _rate(it), _rate(best)
    ratio = rate / highest if highest else None
    more = it.selected < it.applicants
    return Impact(
        group=it.group,
        applicants=it.applicants,
        selected=it.selected,
        rate=rate,
        reference=best.group,
        ratio=ratio,
        flagged=ratio is not None and ratio < FOUR_FIFTHS,
        p=fisher(it.selected, it.applicants, best.selected, best.applicants),
        one_more=Fraction(it.selected + 1, it.applicants) / highest if highest and more else None,
        enough=min(it.applicants, best.applicants) >= ENOUGH,
    )


def _rate(it: Group) -> Fraction:
    return Fraction(it.selected, it.applicants)

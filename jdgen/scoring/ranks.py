"""Totals to ranks and bands (rubric 7.10); there is no tie-break, ties go to the debrief."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping
    from fractions import Fraction


class Band(NamedTuple):
    """Candidates so close that their order says nothing."""

    best: Fraction
    """The highest total in it."""
    codes: tuple[str, ...]
    """In alphabetical order, so that none stands first by a hundredth."""


def ranks(totals: Mapping[str, Fraction]) -> dict[str, int]:
    """Returns the standard competition rank of each code (1, 1, 3) on exact totals, the best first, ties by code."""
    ordered = sorted(totals, key=lambda code: (-totals[code], code))
    first: dict[Fraction, int] = {}
    return {code: first.setdefault(totals[code], place) for place, code in enumerate(ordered, 1)}


def bands(totals: Mapping[str, Fraction], width: Fraction) -> tuple[Band, ...]:
    """Returns the bands from the best down: all that are within `width` of a band's best belong to it."""
    found: list[Band] = []
    for value, code in sorted(((total, code) for code, total in totals.items()), reverse=True):
        if found and found[-1].best - value <= width:
            found[-1] = found[-1]._replace(codes=tuple(sorted((*found[-1].codes, code))))
        else:
            found.append(Band(value, (code,)))
    return tuple(found)

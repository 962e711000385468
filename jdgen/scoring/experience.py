"""Months of experience against the years that a requirement asks for (rubric 4.5)."""

from __future__ import annotations

from itertools import chain, combinations
from operator import ge, gt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from jdgen.schema.candidates import Stretch
    from jdgen.schema.requirement import Experience

YEAR = 12
"""Months."""


def has_experience(asked: Experience, career: Iterable[Stretch]) -> bool:
    """Returns whether the months of a career reach the years asked for, or exceed them where `strict` asks for more.

    With `overlap: none` each month counts once, for one kind. Months can be shared out so that every kind has its own
    exactly where every set of kinds has, in all, the months that it asks for (Hall 1935). What is posted as "more than
    15 years" is the total, so the total must be exceeded and each part reached. With `overlap: allowed` a month counts
    for every kind that it carries.
    """
    career = list(career)
    more = gt if asked.strict else ge
    needed = {kind: years * YEAR for kind, years in asked.parts.items()}
    if asked.overlap == "allowed":
        return all(more(_carrying(career, {kind}), months) for kind, months in needed.items())
    reached = all(_carrying(career, kinds) >= sum(needed[it] for it in kinds) for kinds in _subsets(needed))
    return reached and more(_carrying(career, set(needed)), sum(needed.values()))


def _carrying(career: Iterable[Stretch], kinds: set[str]) -> int:
    """Returns the months that carry any of the kinds."""
    return sum(it.months for it in career if kinds.intersection(it.kinds))


def _subsets(kinds: Mapping[str, int]) -> Iterator[set[str]]:
    sizes = range(1, len(kinds) + 1)
    return map(set, chain.from_iterable(combinations(kinds, size) for size in sizes))

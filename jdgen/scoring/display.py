"""Exact figures as they are printed (rubric 7.9): half up, and never as reaching a threshold that they do not reach."""

from __future__ import annotations

from fractions import Fraction
from math import isqrt
from typing import TYPE_CHECKING

from jdgen.role.rule import shown
from jdgen.scoring.agreement import EXCELLENT, GOOD, MODERATE, RELIABLE, TENTATIVE
from jdgen.scoring.impact import FOUR_FIFTHS

if TYPE_CHECKING:
    from decimal import Decimal

    from jdgen.schema.plan import Scoring
    from jdgen.scoring.competency import Score
    from jdgen.scoring.total import Total

TINY = Fraction(1, 10000)
"""The smallest probability that is printed as a figure."""


def total(value: Fraction, scoring: Scoring) -> str:
    """Returns a total, or an end of its interval, with two decimals."""
    return shown(value, scoring.hold, scoring.advance)


def interval(it: Total | Score, *thresholds: Decimal | Fraction) -> str:
    """Returns `3.58 to 3.88`, or the one figure where nothing is open."""
    low, high = shown(it.low, *thresholds), shown(it.high, *thresholds)
    return low if it.low == it.high else f"{low} to {high}"


def percent(share: Fraction) -> str:
    """Returns a share as whole percent, rounded down: all is never said where something is missing."""
    return f"{share * 100 // 1} percent"


def alpha(value: Fraction) -> str:
    """Returns Krippendorff's alpha with three decimals."""
    return shown(value, RELIABLE, TENTATIVE, places=3)


def icc(value: Fraction) -> str:
    """Returns an intraclass correlation with three decimals."""
    return shown(value, EXCELLENT, GOOD, MODERATE, places=3)


def ratio(value: Fraction) -> str:
    """Returns the ratio of two rates with two decimals."""
    return shown(value, FOUR_FIFTHS)


def probability(p: Fraction) -> str:
    """Returns a probability with four decimals, or `below 0.0001`."""
    return "below 0.0001" if p < TINY else shown(p, places=4)


def deviation(variance: Fraction, places: int = 4) -> str:
    """Returns the standard deviation of a variance, rounded half up; above 1 it is never shown as 1."""
    # isqrt(4v) is twice the root in units of the last decimal, cut off; half of that, rounded up, is the root rounded.
    units = (isqrt(variance * 4 * 100**places // 1) + 1) // 2
    exact = Fraction(units, 10**places)
    if variance > 1 >= exact:
        exact = 1 + Fraction(1, 10**places)
    return shown(exact, places=places)

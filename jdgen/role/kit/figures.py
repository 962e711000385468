"""Figures of a case as they are printed: exact numbers to text, by the rounding rule of the scores."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jdgen.language import ENGLISH
from jdgen.role.rule import shown

if TYPE_CHECKING:
    from collections.abc import Iterable
    from decimal import Decimal
    from fractions import Fraction

    from jdgen.language import Language

MINUS = "−"
"""The sign that screen readers read and that is as wide as a plus; they skip a hyphen."""


def money(value: Fraction, say: Language = ENGLISH) -> str:
    """Returns two decimals with thousands apart, half away from zero; what is below zero keeps its sign."""
    whole, _, cents = shown(abs(value)).partition(".")
    return (MINUS if value < 0 else "") + say.figure(f"{int(whole):,}.{cents}")


def plain(value: Fraction, say: Language = ENGLISH) -> str:
    """Returns the same without decimals that say nothing: `1,060`, `43.8`."""
    return (MINUS if value < 0 else "") + say.figure(money(abs(value)).rstrip("0").rstrip("."))


def given(value: Decimal, say: Language = ENGLISH) -> str:
    """Returns a figure of the case as it was given, not rounded: `1,060`, `0.99995`."""
    return (MINUS if value < 0 else "") + say.figure(f"{abs(value).normalize():,f}")


def percent(share: Decimal, say: Language = ENGLISH) -> str:
    """Returns a given share of one as `99.5 percent`."""
    return say("{figure} percent", figure=given(share * 100, say))


def column(values: Iterable[Fraction], say: Language = ENGLISH) -> list[str]:
    """Returns the cells of a column, with decimals in all of them or in none."""
    values = list(values)
    whole = all(value.denominator == 1 for value in values)
    return [plain(value, say) if whole else money(value, say) for value in values]

"""Figures of a case as they are printed: exact numbers to text, by the rounding rule of the scores."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jdgen.role.rule import shown

if TYPE_CHECKING:
    from collections.abc import Iterable
    from decimal import Decimal
    from fractions import Fraction

MINUS = "−"
"""The sign that screen readers read and that is as wide as a plus; they skip a hyphen."""


def money(value: Fraction) -> str:
    """Returns two decimals with thousands apart, half away from zero; what is below zero keeps its sign."""
    whole, _, cents = shown(abs(value)).partition(".")
    return f"{MINUS if value < 0 else ''}{int(whole):,}.{cents}"


def plain(value: Fraction) -> str:
    """Returns the same without decimals that say nothing: `1,060`, `43.8`."""
    return money(value).rstrip("0").rstrip(".")


def given(value: Decimal) -> str:
    """Returns a figure of the case as it was given, not rounded: `1,060`, `0.99995`."""
    return f"{value.normalize():,f}".replace("-", MINUS)


def percent(share: Decimal) -> str:
    """Returns a given share of one as `99.5 percent`."""
    return f"{given(share * 100)} percent"


def column(values: Iterable[Fraction]) -> list[str]:
    """Returns the cells of a column, with decimals in all of them or in none."""
    values = list(values)
    whole = all(value.denominator == 1 for value in values)
    return [plain(value) if whole else money(value) for value in values]

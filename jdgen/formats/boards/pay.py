"""Amounts as feeds write them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from decimal import Decimal


def amount(value: Decimal) -> str:
    """Returns `235000`, or `27.50` where there are cents."""
    return f"{value:.0f}" if value == int(value) else f"{value:.2f}"


def figure(value: Decimal) -> float | int:
    """Returns an amount as a number of JSON, whole where it is."""
    return int(value) if value == int(value) else float(value)

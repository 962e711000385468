"""The interview kit of a role: sessions minute by minute, seats, case figures, calibration and structure report."""

from jdgen.role.kit.model import Card, Kit, Seat

__all__ = ["Card", "Kit", "Seat"]

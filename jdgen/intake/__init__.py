"""Filled scorecards against the role and vacancy that they belong to: which count, which do not, which are missing."""

from jdgen.intake.gathering import gather
from jdgen.intake.model import Handed, Intake, Refusal, Standing, Turn
from jdgen.intake.panel import Panel

__all__ = ["Handed", "Intake", "Panel", "Refusal", "Standing", "Turn", "gather"]

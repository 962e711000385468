"""Role and texts to findings."""

from jdgen.checks.finding import Finding
from jdgen.checks.leak import guard
from jdgen.checks.readiness import Missing, missing

__all__ = ["Finding", "Missing", "guard", "missing"]

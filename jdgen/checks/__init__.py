"""Role and texts to findings."""

from jdgen.checks.finding import Finding
from jdgen.checks.leak import Secret, guard, leaks, secrets, stop_leaks
from jdgen.checks.readiness import Missing, missing

__all__ = ["Finding", "Missing", "Secret", "guard", "leaks", "missing", "secrets", "stop_leaks"]

"""What a rule is: a code, a source, and a function that yields what breaks it; the docstring is the reason."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from inspect import getdoc
from typing import TYPE_CHECKING

from jdgen.checks.finding import Finding
from jdgen.schema import Profile

if TYPE_CHECKING:
    from jdgen.checks.finding import Severity
    from jdgen.role.resolution import Resolved

Path = tuple[str | int, ...]
"""Where a value stands in a profile: keys of mappings and indexes of lists."""

Fault = tuple[Path, str]
"""What breaks a rule: where, and what is wrong with the remedy."""

Faults = Callable[[Profile], Iterator[Fault]]

SEVERITIES: dict[str, Severity] = {"E": "error", "W": "warning", "I": "info"}
"""By the first letter of a code: an error stops the run."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of the rubric; called with a role, it yields a finding for each fault."""

    code: str
    """Its name in messages."""
    source: str
    """What it rests on; empty where it only keeps the data in one piece."""
    faults: Faults
    """Yields what breaks it."""

    def __call__(self, role: Resolved) -> Iterator[Finding]:
        """Yields a finding for each fault, at the place where it was written."""
        for path, message in self.faults(role.profile):
            yield Finding(self.code, self.severity, role.place(*path), message, self.source)

    @property
    def severity(self) -> Severity:
        """How much a finding matters."""
        return SEVERITIES[self.code[0]]

    @property
    def reason(self) -> str:
        """What the rule asks, and why."""
        return getdoc(self.faults) or ""


def rule(code: str, source: str = "") -> Callable[[Faults], Rule]:
    """Makes a rule of the function below it."""
    return partial(Rule, code, source)

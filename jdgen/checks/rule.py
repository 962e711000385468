"""What a rule is: a code, a source, and a function that yields what breaks it; the docstring is the reason."""

from __future__ import annotations

from functools import partial
from inspect import getdoc
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from jdgen.checks.finding import Finding

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from jdgen.checks.finding import Severity
    from jdgen.errors import Place
    from jdgen.role.resolution import Resolved
    from jdgen.schema import Profile

    Telling = Callable[["Rule[Profile]", Resolved], Iterator[Finding]]

SUBJECT = TypeVar("SUBJECT")

Path = tuple[str | int, ...]
"""Where a value stands in a file: keys of mappings and indexes of lists."""

Fault = tuple[Path, str]
"""What breaks a rule: where, and what is wrong with the remedy."""

SEVERITIES: dict[str, Severity] = {"E": "error", "P": "error", "V": "error", "W": "warning", "I": "info"}
"""By the first letter of a code: an error stops the run; one about people (P) the interview kit, one about a vacancy's folder (V) its scoring."""


class Rule(NamedTuple, Generic[SUBJECT]):
    """A rule about a profile, or about people on its seats; called with one, it yields a finding for each fault."""

    code: str
    """Its name in messages."""
    source: str
    """What it rests on; empty where it only keeps the data in one piece."""
    faults: Callable[[SUBJECT], Iterator[Fault]]
    """Yields what breaks it."""
    telling: Telling | None = None
    """Makes findings of it, where that is not one for each fault at the place that it names."""

    def __call__(self, subject: SUBJECT, place: Callable[..., Place]) -> Iterator[Finding]:
        """Yields a finding for each fault; `place` says where the value at a path was written."""
        for path, message in self.faults(subject):
            yield self.finding(place(*path), message)

    def finding(self, place: Place, message: str) -> Finding:
        """Returns what it says of a place."""
        return Finding(self.code, self.severity, place, message, self.source)

    @property
    def severity(self) -> Severity:
        """How much a finding matters."""
        return SEVERITIES[self.code[0]]

    @property
    def reason(self) -> str:
        """What the rule asks, and why."""
        return getdoc(self.faults) or ""


def rule(
    code: str, source: str = "", *, telling: Telling | None = None
) -> Callable[[Callable[[SUBJECT], Iterator[Fault]]], Rule[SUBJECT]]:
    """Makes a rule of the function below it."""
    return partial(Rule, code, source, telling=telling)

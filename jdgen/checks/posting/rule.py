"""What a rule about postings is: a function that yields faults, and its row in rules.json."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from jdgen.checks.posting.data import table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from jdgen.checks.finding import Severity
    from jdgen.checks.posting.posting import Posting
    from jdgen.errors import Place

    Faults = Callable[[Posting], Iterator["Fault"]]


class Fault(NamedTuple):
    """What breaks a rule."""

    place: Place
    """Where it is to be mended."""
    message: str
    """What is wrong, and what to do about it."""
    subject: str = ""
    """What follows the code after a colon: `US-CO`."""
    severity: Severity | None = None
    """Only where it differs from the rule's own."""


class Row(NamedTuple):
    """A rule as rules.json describes it."""

    code: str
    """Its name in messages."""
    id: str
    """Its number in the design of the rules."""
    severity: Severity
    """How much a finding matters."""
    asks: str
    """What must hold, in one sentence."""
    source: str
    """What it rests on; empty where it only keeps things in order."""
    mark: str
    """`V`: the primary text was read; `S`: a secondary source; `M`: not verified, advice at most; `own`: our own default."""
    verified_on: str
    """The day on which the source was last read."""
    law: bool = False
    """Whether it speaks of law."""
    advice: bool = False
    """Whether whatever it finds has its own severity, so that nobody has to look who asks for others."""
    effective_from: str = ""
    """The first day on which it holds; empty: it always did."""
    effective_to: str = ""
    """The last day; empty: it has none."""


RULES: dict[str, Faults] = {}
"""Every registered rule, by code."""


def rule(code: str) -> Callable[[Faults], Faults]:
    """Registers the function below it as the rule `code`.

    Raises:
        ValueError: there is such a rule already.
    """

    def register(faults: Faults) -> Faults:
        if code in RULES:
            raise ValueError(f"two rules are called {code}")
        RULES[code] = faults
        return faults

    return register


@cache
def rows() -> Mapping[str, Row]:
    """Returns what rules.json says of each rule."""
    return {row["code"]: Row(**row) for row in table("rules")}

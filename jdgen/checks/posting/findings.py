"""The rules applied to a posting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jdgen.checks.finding import Finding
from jdgen.checks.posting.rule import RULES, rows

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    from jdgen.checks.posting.posting import Posting
    from jdgen.checks.posting.rule import Row


def check(posting: Posting, severities: Container[str] = ("error", "warning", "info")) -> list[Finding]:
    """Returns what is found of one of the `severities`, each once, in the order of files and codes."""
    register()
    asked = (row for row in rows().values() if row.severity in severities or not row.advice)
    found = {it for row in asked if row.code in RULES for it in _found(posting, row)}
    return sorted(
        (it for it in found if it.severity in severities), key=lambda it: (it.place, it.code, it.message)
    )


def ready() -> None:
    """Loads every rule and table ahead of `check`."""
    from jdgen.checks.posting.laws import laws  # noqa: PLC0415 - only where a posting is checked

    register()
    from jdgen.checks.posting import readability, wording  # noqa: PLC0415 - as above

    rows()
    laws()
    wording.found_in("ready", "title")
    readability.syllables("ready")


def register() -> None:
    """Imports the modules whose rules there are."""
    from jdgen.checks.posting import (  # noqa: F401, PLC0415 - only where a posting is checked
        agreement,
        background,
        benefits,
        body,
        contradictions,
        demands,
        fairness,
        gender,
        google,
        markup,
        pay,
        pay_words,
        placeholders,
        places,
        publishing,
        readability,
        statements,
        wording,
    )


def _found(posting: Posting, row: Row) -> Iterator[Finding]:
    """Yields what breaks one rule, on a day on which it holds."""
    today = posting.today.isoformat()
    if row.effective_from > today or (row.effective_to and row.effective_to < today):
        return
    for fault in RULES[row.code](posting):
        code = f"{row.code}:{fault.subject}" if fault.subject else row.code
        yield Finding(code, fault.severity or row.severity, fault.place, fault.message, row.source)

"""Rules about the internal background of a posting: it is advice, because no figure of it is ever posted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jdgen.checks.posting.rule import Fault, rule
from jdgen.role.wording import age

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jdgen.checks.posting.posting import Posting


@rule("pay-stale")
def stale_benchmarks(posting: Posting) -> Iterator[Fault]:
    """Yields one fault, at the oldest, where published pay figures are older than a year."""
    figures = posting.resolved.profile.benchmarks
    year_ago = (posting.today.year - 1, posting.today.month, posting.today.day)
    old = [
        number
        for number, it in enumerate(figures)
        if (it.as_of.year, it.as_of.month, it.as_of.day) < year_ago
    ]
    if old:
        oldest = min(old, key=lambda number: figures[number].as_of)
        several = "a published pay figure is" if len(old) == 1 else f"{len(old)} published pay figures are"
        message = (
            f"{several} older than a year, the oldest by now {age(figures[oldest].as_of, posting.today)}: they are background for "
            "interviewers and never posted; look for newer ones before pay is discussed"
        )
        yield Fault(posting.resolved.place("benchmarks", oldest, "as_of"), message)

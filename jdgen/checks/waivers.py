"""Findings that somebody accepts, with a reason: they stay listed and no longer count."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from jdgen.checks.finding import Finding

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator, Sequence

    from jdgen.errors import Place
    from jdgen.role.resolution import Resolved


class Accepted(NamedTuple):
    """A waiver as it was written."""

    code: str
    """The code that it accepts, alone or with a subject."""
    because: str
    """Why."""
    until: dt.date | None
    """The last day it holds."""
    place: Place
    """Where it stands."""

    def holds(self, today: dt.date) -> bool:
        """Returns whether it has not ended."""
        return self.until is None or today <= self.until

    def meets(self, finding: Finding) -> bool:
        """Returns whether it is about a finding: its whole code, or the part before the colon."""
        return self.code in {finding.code, finding.code.partition(":")[0]}


def waivers(role: Resolved) -> tuple[Accepted, ...]:
    """Returns the waivers of profile and company."""
    written = (
        (role.company.waivers, role.company_tree),
        (role.profile.waivers, role.tree),
    )
    return tuple(
        Accepted(code, it.because, it.until, tree.at("waivers", code).key)
        for entries, tree in written
        for code, it in entries.items()
    )


def waive(findings: Iterable[Finding], accepted: Sequence[Accepted], today: dt.date) -> list[Finding]:
    """Returns the findings, the accepted ones with their reason; what stops a run cannot be accepted."""
    holding = [it for it in accepted if it.holds(today)]
    return [
        finding._replace(waived=found.because) if found else finding
        for finding in findings
        for found in [next((it for it in holding if it.meets(finding) and not finding.stops), None)]
    ]


def about_waivers(
    findings: Iterable[Finding], accepted: Iterable[Accepted], today: dt.date
) -> Iterator[Finding]:
    """Yields a finding for each waiver that has ended, and for each that accepts none of the findings."""
    found = list(findings)
    for it in sorted(set(accepted)):
        meant = [finding for finding in found if it.meets(finding)]
        if not it.holds(today):
            message = f"the waiver of '{it.code}' ended on {it.until}: mend what it accepted, or look at it again and set a later day"
            yield Finding("waiver-ended", "warning", it.place, message)
        elif any(finding.stops for finding in meant):
            message = f"'{it.code}' stops the run and cannot be waived: mend it, and drop this"
            yield Finding("waiver-unused", "info", it.place, message)
        elif not meant:
            message = (
                f"the waiver of '{it.code}' accepts nothing that was found: drop it, or correct the code"
            )
            yield Finding("waiver-unused", "info", it.place, message)

"""Whether what a run made can go out: what is still missing, what has to be mended, or that it is ready."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from jdgen.checks import Finding, Missing
    from jdgen.generate.pipeline import Run

LINES = 12
"""The most lines that name something."""

SUPPLIED = {
    "pay-missing": "salary",
    "eu-art5": "salary",
    "benefits-missing": "benefits",
    "co-deadline": "closing_date",
    "google-no-apply": "apply",
}
"""Errors that a missing field explains, by code."""


def verdict(done: Run, role: str, root: str) -> Iterator[str]:
    """Yields the lines of the verdict on a run of `role` in the workspace `root`; none where nothing public was made."""
    found = done.findings or ()
    errors = [it for it in found if it.severity == "error"]
    fields = {it.field for it in done.missing}
    others = [it for it in errors if _explained(it) not in fields]
    if done.missing:
        yield "\nBefore the public documents can go out, company.yaml still needs:"
        yield from _fields(done.missing, errors)
    if others:
        yield f"\nBefore the posting can go out, {'these are' if len(others) > 1 else 'this is'} to be mended:"
        room = max(LINES - len(done.missing), 3)
        yield from (f"  {it.place}: {it.code}: {it.message}" for it in others[:room])
        if len(others) > room:
            yield f"  and {len(others) - room} more"
    if done.findings is not None and not done.missing and not others:
        yield "\nThe posting is ready to publish."
    if warnings := sum(it.severity == "warning" for it in found):
        where = "" if root == "." else f" -w {shlex.quote(root)}"
        said = "1 warning" if warnings == 1 else f"{warnings} warnings"
        yield f"{said} besides: jdgen check {role} --stage {done.stage}{where}"


def _code(finding: Finding) -> str:
    return finding.code.partition(":")[0]


def _explained(finding: Finding) -> str | None:
    """Returns the field whose absence an error reports."""
    code, _, subject = finding.code.partition(":")
    return subject if code == "google-required-missing" else SUPPLIED.get(code)


def _fields(missing: Sequence[Missing], errors: Sequence[Finding]) -> Iterator[str]:
    """Yields the missing fields, each with the laws that ask for it."""
    width = max(len(it.field) for it in missing) + 1
    for it in missing:
        laws = [error.code.partition(":")[2] for error in errors if SUPPLIED.get(_code(error)) == it.field]
        named = ", ".join(dict.fromkeys(filter(None, laws)))
        by_law = f"   (asked for by law: {named})" if named else ""
        yield f"  {it.field + ':':{width}}  {it.write}{by_law}"

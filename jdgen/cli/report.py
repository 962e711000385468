"""Findings as people and machines read them: lines of text, JSON, and SARIF for the tools of a code review."""

from __future__ import annotations

import json
from pathlib import PurePath
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from jdgen import __version__

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from jdgen.checks import Finding
    from jdgen.checks.posting.rule import Row

NOTICE = "This is no legal advice."
"""Said once wherever findings that rest on law are listed."""

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
PAGE = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html"
LEVELS = {"error": "error", "warning": "warning", "info": "note"}


def summary(findings: Sequence[Finding]) -> str:
    """Returns the closing line, with the notice where one of the findings rests on law."""
    counted = [it for it in findings if not it.waived]
    errors = sum(it.severity == "error" for it in counted)
    others, waived = len(counted) - errors, len(findings) - len(counted)
    said = f"{errors} error{'' if errors == 1 else 's'}, {others} other finding{'' if others == 1 else 's'}"
    said += f", {waived} waived" if waived else ""
    return f"{said}\n{NOTICE}" if of_law(findings) else said


def of_law(findings: Sequence[Finding]) -> bool:
    """Returns whether a finding rests on law."""
    known = _rows()
    return any((row := known.get(_rule(it))) and row.law for it in findings)


def to_json(findings: Sequence[Finding], today: dt.date) -> str:
    """Returns the findings as one JSON object."""
    found = [
        {
            "file": it.place.file, "line": it.place.line, "column": it.place.column, "severity": it.severity, "code": it.code,
            "message": it.message, "source": it.source, "waived": it.waived, "stages": list(it.stages), "roles": list(it.roles),
        }
        for it in findings
    ]  # fmt: skip
    return _json({"notice": NOTICE, "as_of": today.isoformat(), "findings": found})


def to_sarif(findings: Sequence[Finding], today: dt.date) -> str:
    """Returns the findings as a SARIF 2.1.0 log; what is accepted is suppressed, with its reason."""
    rules = sorted({_rule(it): it for it in findings}.items())
    numbers = {code: number for number, (code, _) in enumerate(rules)}
    run = {
        "tool": {
            "driver": {
                "name": "jdgen",
                "version": __version__,
                "rules": [_sarif_rule(code, it) for code, it in rules],
            }
        },
        "results": [_result(it, numbers[_rule(it)]) for it in findings],
        "columnKind": "unicodeCodePoints",
        "properties": {"notice": NOTICE, "asOf": today.isoformat()},
    }
    return _json({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2)


def _rule(finding: Finding) -> str:
    """Returns the code without its subject."""
    return finding.code.partition(":")[0]


def _rows() -> dict[str, Row]:
    from jdgen.checks.posting.rule import rows  # noqa: PLC0415 - help must not wait for it

    return dict(rows())


def _sarif_rule(code: str, finding: Finding) -> dict[str, Any]:
    """Returns a rule with what it asks and rests on."""
    asks = _asks(code)
    source = finding.source or "No law and no study: our own rule."
    described = {"shortDescription": {"text": asks}} if asks else {}
    return {
        "id": code,
        **described,
        "help": {"text": f"{asks} Rests on: {source}".strip()},
        "defaultConfiguration": {"level": LEVELS[finding.severity]},
        "properties": {"source": finding.source},
    }


def _asks(code: str) -> str:
    """Returns what a rule asks, in one sentence; nothing for a mistake in a file, which is no rule."""
    from jdgen.checks.people import RULES as OF_PEOPLE  # noqa: PLC0415 - help must not wait for it
    from jdgen.checks.rubric import RULES as OF_RUBRIC  # noqa: PLC0415

    if row := _rows().get(code):
        return row.asks
    reasons = {it.code: it.reason for it in (*OF_RUBRIC, *OF_PEOPLE)}
    return " ".join(reasons.get(code, "").split())


def _result(finding: Finding, number: int) -> dict[str, Any]:
    accepted = {"suppressions": [{"kind": "external", "status": "accepted", "justification": finding.waived}]}
    return {
        "ruleId": _rule(finding),
        "ruleIndex": number,
        "level": LEVELS[finding.severity],
        "message": {"text": finding.message + finding.scope},
        "locations": [{"physicalLocation": _location(finding)}],
        "properties": {"code": finding.code, "stages": list(finding.stages), "roles": list(finding.roles)},
        **(accepted if finding.waived else {"suppressions": []}),
    }


def _uri(file: str) -> str:
    """Returns the address of a file: relative as messages name it, or absolute."""
    path = PurePath(file)
    return path.as_uri() if path.is_absolute() else quote(path.as_posix())


def _location(finding: Finding) -> dict[str, Any]:
    place = finding.place
    region = {"startLine": place.line} | ({"startColumn": place.column} if place.column else {})
    where: dict[str, Any] = {"artifactLocation": {"uri": _uri(place.file)}}
    return where | ({"region": region} if place.line else {})

"""Postings for tests of their rules: a shipped role at a company, rendered and read back."""

from __future__ import annotations

import datetime as dt
import json
from functools import cache
from typing import TYPE_CHECKING, Any

import yaml
from conftest import COMPANY, PROFILES, layers_of

from jdgen.checks.posting import Posting, check, read_posting
from jdgen.documents import Kind, Subject
from jdgen.documents.document import compose
from jdgen.documents.templates import Templates
from jdgen.role.resolution import resolve
from jdgen.role.view import describe
from jdgen.source.parsing import parse

if TYPE_CHECKING:
    from pathlib import Path

    from jdgen.checks import Finding

TODAY = dt.date(2026, 11, 22)
"""The day on which the tables were verified."""

BUILT_IN = PROFILES.parent / "templates"


@cache
def built_in() -> Templates:
    return Templates([BUILT_IN], shown={str(BUILT_IN): "templates/"})


def posting(
    company: str = COMPANY,
    *,
    role: str = "cpo",
    stage: str = "scaleup",
    profile: str = "{}",
    text: str | None = None,
    today: dt.date = TODAY,
    templates: Path | None = None,
    strict: bool = False,
    **changes: object,
) -> Posting:
    """The posting of a shipped role.

    `company` is YAML and `changes` are fields of it that are set otherwise (None removes one); `profile` is a patch of the
    profile, as YAML; `text` stands for the rendered Markdown; `templates` is a folder of templates of one's own.
    """
    layers = layers_of(role, "{}")._replace(
        company=parse(_written(company, changes, profile), "company.yaml", "company")
    )
    resolved = resolve(layers, stage)
    used = Templates([templates, BUILT_IN]) if templates else built_in()
    seen = describe(resolved)
    body = compose(Subject(seen), Kind.POSTING, used).body if text is None else text
    names = ("posting.md.j2", "default/posting.md.j2")
    return read_posting(
        body,
        resolved,
        seen,
        today=today,
        template_place=lambda words: used.place_of(words, *names),
        strict=strict,
    )


def _written(company: str, changes: dict[str, object], patch: str) -> str:
    """The company file; as it was given where nothing is changed, so that its lines can be counted."""
    wanted = changes | ({"patch": yaml.safe_load(patch)} if patch != "{}" else {})
    if not wanted:
        return company
    fields = (yaml.safe_load(company) or {}) | wanted
    plain = json.loads(
        json.dumps({key: it for key, it in fields.items() if it is not None}, default=str)
    )  # no aliases
    return yaml.safe_dump(plain, sort_keys=False, allow_unicode=True)


def saying(words: str, where: str = "process", **changes: Any) -> Posting:
    """A posting in which `words` stand as a text of their own: about, process, benefits, duty, must, welcome or template."""
    if where in {"duty", "must", "welcome"}:
        return posting(profile=json.dumps(_patch(words, where)), **changes)
    if where == "template":
        return posting(text=_with_line(words), **changes)
    fields: dict[str, Any] = {"about": words, "process": words, "benefits": [words]}
    name = {"process": "hiring_process"}.get(where, where)
    return posting(**(changes | {name: fields[where]}))


def _with_line(words: str) -> str:
    return built_in_text().replace("## How we hire\n", f"## How we hire\n\n{words}\n", 1)


@cache
def built_in_text() -> str:
    """The posting of the CPO at the company of the tests, as Markdown."""
    resolved = resolve(layers_of("cpo", COMPANY), "scaleup")
    return compose(Subject(describe(resolved)), Kind.POSTING, built_in()).body


def _patch(words: str, where: str) -> dict[str, object]:
    if where == "duty":
        return {"responsibilities": {"tried": {"text": words, "importance": "important"}}}
    importance = {"must": "must", "welcome": "preferred"}[where]
    line = {
        "kind": "skill",
        "text": words,
        "importance": importance,
        "assess": ["strategy"],
        "serves": ["direction"],
    }
    return {"requirements": {"tried": line}}


def found(it: Posting) -> list[Finding]:
    return check(it)


def codes(it: Posting) -> set[str]:
    return {finding.code for finding in check(it)}

"""Where printed words come from: every text of a role carries a mark through templates, and the marks are read off the page.

A mark is a character of a private-use plane at a text's end: no font shows it, no file holds it, and no template takes it apart.
It is put on for an explanation only, never on what is written.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, NamedTuple, get_type_hints

from jdgen.schema import Profile
from jdgen.schema.fields import Frozen, takes_any_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jdgen.role.model import Role
    from jdgen.role.resolution import Resolved

FIRST = 0xF0000
LAST = 0x10FFFF
"""Private-use planes 15 and 16 of Unicode."""

Path = tuple[str | int, ...]
Tree = Literal["profile", "company", "counterpart"]

FACTS = {
    "locations": ("locations", "remote", "remote_places"),
    "stage": ("stage", "industry", "headcount"),
}
"""Fields of the company that one line of the facts is made of."""

TERMS = {
    "pay": ("salary",),
    "how_to_apply": ("apply", "closing_date"),
    "accommodation": ("accommodation",),
    "statement": ("statement",),
    "hiring_process": ("hiring_process",),
}
"""Texts of a role that are made of fields of the company."""


class Source(NamedTuple):
    """A value of one of the trees that a role is made of."""

    tree: Tree
    path: Path


class Marks:
    """Marks given out, and what each stands for."""

    def __init__(self) -> None:
        self._sources: list[Source] = []

    def on(self, text: str, *sources: Source) -> str:
        """Returns `text` with a mark for each source at the end of each of its paragraphs."""
        for source in sources:
            self._sources.append(source)
            mark = chr(FIRST + len(self._sources) - 1)
            text = text.replace("\n\n", f"{mark}\n\n") + mark
        return text

    def within(self, text: str) -> tuple[Source, ...]:
        """Returns what the marks in `text` stand for, each once."""
        found = (self._sources[ord(char) - FIRST] for char in text if FIRST <= ord(char) <= LAST)
        return tuple(dict.fromkeys(found))


def marked(resolved: Resolved, marks: Marks) -> Resolved:
    """Returns the role with a mark on every text of its profile, its company and its counterpart."""
    return resolved._replace(
        profile=_marked(resolved.profile, Any, Source("profile", ()), marks),
        company=_marked(resolved.company, Any, Source("company", ()), marks),
        counterpart=_marked(resolved.counterpart, Any, Source("counterpart", ()), marks),
    )


def marked_figures(role: Role, marks: Marks) -> Role:
    """Returns a described role with marks on the texts that are made of figures and choices."""
    terms: dict[str, Any] = {
        name: marks.on(text, *_company(fields))
        for name, fields in TERMS.items()
        if (text := getattr(role, name))
    }
    facts = tuple(it._replace(value=marks.on(it.value, *_fact(it.field))) for it in role.facts)
    limits: dict[str, Any] = {
        name: marks.on(text, Source("profile", ("scoring", name)))
        for name, text in role.thresholds._asdict().items()
        if isinstance(text, str)
    }
    website = marks.on(role.company.website, *_company(("website",))) if role.company.website else ""
    terms["company"] = role.company._replace(website=website)
    return role._replace(facts=facts, thresholds=role.thresholds._replace(**limits), **terms)


def _fact(field: str) -> Iterator[Source]:
    if field in Profile.model_fields:
        return iter([Source("profile", (field,))])
    return _company(FACTS.get(field, (field,)))


def _company(fields: tuple[str, ...]) -> Iterator[Source]:
    return (Source("company", (field,)) for field in fields)


def _marked(value: Any, kind: Any, source: Source, marks: Marks) -> Any:  # noqa: ANN401 - what a file holds
    match value:
        case Frozen():
            return value.model_copy(update=dict(_fields(value, source, marks)))
        case dict():
            return {
                key: _marked(it, kind, Source(source.tree, (*source.path, key)), marks)
                for key, it in value.items()
            }
        case list():
            return [
                _marked(it, kind, Source(source.tree, (*source.path, at)), marks)
                for at, it in enumerate(value)
            ]
        case str() if takes_any_text(kind):
            return marks.on(value, source)
    return value


def _fields(model: Frozen, source: Source, marks: Marks) -> Iterator[tuple[str, Any]]:
    kinds = get_type_hints(type(model), include_extras=True)
    for name, field in type(model).model_fields.items():
        below = Source(source.tree, (*source.path, field.alias or name))
        yield name, _marked(getattr(model, name), kinds[name], below, marks)

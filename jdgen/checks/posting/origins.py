"""The texts of profile and company that a posting prints, each with the line on which it was written."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from jdgen.schema.requirement import Method

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jdgen.errors import Place
    from jdgen.role import Role
    from jdgen.role.model import Requirement
    from jdgen.role.resolution import Resolved

SHORTEST = 3
"""Characters: a shorter text is found in any other."""

FACTS = (
    "locations",
    "salary",
    "employment_type",
    "hours",
    "stage",
    "reports_to",
    "posted",
    "closing_date",
    "reference",
)
"""The fields behind the facts at the top of a posting, in their order."""

NOTICES = ("paid_by", "on_hire", "ai_screening", "existing_vacancy", "federal_contractor")
"""The fields behind the notices, in their order."""


class Origin(NamedTuple):
    """A text that a posting may print."""

    text: str
    section: str
    """`title`, `facts`, `mission`, `responsibilities`, `requirements`, `preferred`, `outcomes`, `areas`, `pay`, `benefits`,
    `company`, `process`, `apply`, `accommodation`, `notices` or `statement`."""
    field: str
    """The field of the profile or company file."""
    name: str
    """The entry of that field, where it has several."""
    place: Place


def origins(resolved: Resolved, role: Role) -> Iterator[Origin]:
    """Yields every text, on one line each."""
    for text, section, field, name, place in (*_of_profile(resolved, role), *_of_company(resolved, role)):
        said = " ".join(text.split())
        if len(said) >= SHORTEST:
            yield Origin(said, section, field, name, place)


def _of_profile(resolved: Resolved, role: Role) -> Iterator[tuple[str, str, str, str, Place]]:
    yield role.title, "title", "title", "", resolved.place("title")
    yield role.mission, "mission", "mission", "", resolved.place("mission")
    for line in role.responsibilities:
        yield (
            line.text,
            "responsibilities",
            "responsibilities",
            line.id,
            resolved.place("responsibilities", line.id, "text"),
        )
    for section, lines, posted in (
        ("requirements", role.must_lines, role.musts),
        ("preferred", role.preferred_lines, role.preferred),
    ):
        for text, name in zip(lines, _first_ids(resolved, posted), strict=False):
            yield text, section, "requirements", name, _of_requirement(resolved, name)
    yield role.together, "areas", "counterpart", "", resolved.place("counterpart", "together")
    for name, area in resolved.profile.areas.items():
        yield area.owns, "areas", "areas", name, resolved.place("areas", name, "owns")
    for row in role.areas:  # the counterpart's half is written in its own profile
        yield row.theirs, "areas", "areas", "", resolved.place("counterpart")


def _first_ids(resolved: Resolved, posted: tuple[Requirement, ...]) -> list[str]:
    """Returns the id behind each posted line; methods at one level share a line, and the first of them stands for it."""
    wanted = resolved.profile.requirements

    def level(line: Requirement) -> object:
        it = wanted[line.id]
        return it.level if isinstance(it, Method) and not it.or_equivalent else line.id

    return [next(group).id for _, group in groupby(posted, level)]


def _of_requirement(resolved: Resolved, name: str) -> Place:
    """Returns the line of a requirement's text, or of the requirement where the text is made from fields."""
    return resolved.place("requirements", name, "text")


def _of_company(resolved: Resolved, role: Role) -> Iterator[tuple[str, str, str, str, Place]]:
    company = resolved.company
    for fact, field in zip(role.facts, _facts(resolved), strict=False):
        place = resolved.place(field) if field == "reports_to" else _at(resolved, field)
        yield fact.value, "facts", field, "", place
    yield role.pay, "pay", "salary", "", _at(resolved, "salary")
    for section, field, texts in (
        ("pay", "other_compensation", role.other_compensation),
        ("benefits", "benefits", role.benefits),
        ("outcomes", "outcomes", role.outcomes),
        ("company", "products", role.company.products),
    ):
        for number, text in enumerate(texts):
            yield text, section, field, str(number), _at(resolved, field, number)
    for field, text in {"name": role.company.name, "website": role.company.website}.items():
        yield text, "company", field, "", _at(resolved, field)
    for text in role.company.about:
        yield text, "company", "about", "", _at(resolved, "about")
    yield role.hiring_process, "process", "hiring_process", "", _at(resolved, "hiring_process")
    yield role.how_to_apply, "apply", "apply", "", _at(resolved, "apply")
    if company.apply and company.apply.instructions:
        yield company.apply.instructions, "apply", "apply", "", _at(resolved, "apply", "instructions")
    yield role.accommodation, "accommodation", "accommodation", "", _at(resolved, "accommodation")
    for field, text in zip(_notices(resolved), role.notices, strict=False):
        path = ("salary", field) if field == "on_hire" else (field,)
        yield text, "notices", field, "", _at(resolved, *path)
    yield role.statement, "statement", "statement", "", _at(resolved, "statement")


def _facts(resolved: Resolved) -> list[str]:
    """Returns the fields behind the facts that are printed."""
    company = resolved.company
    always = {"stage": True, "reports_to": True, "locations": bool(company.locations or company.remote)}
    return [
        field for field in FACTS if always.get(field) or (field not in always and getattr(company, field))
    ]


def _notices(resolved: Resolved) -> list[str]:
    """Returns the fields behind the notices that are printed."""
    company = resolved.company
    said = {
        "paid_by": company.paid_by != "salary",
        "on_hire": bool(company.salary and company.salary.on_hire),
        "ai_screening": company.ai_screening is not None,
        "existing_vacancy": company.existing_vacancy is not None,
        "federal_contractor": company.federal_contractor,
    }
    return [field for field in NOTICES if said[field]]


def _at(resolved: Resolved, *path: str | int) -> Place:
    return resolved.company_tree.at(*path).key

"""Rules about ids: each is used once, and each that is named exists."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import chain
from typing import TYPE_CHECKING

from jdgen.checks.removals import once_where_removed
from jdgen.checks.rule import rule
from jdgen.checks.texts import questions
from jdgen.errors import did_you_mean
from jdgen.schema.plan import Roadmap
from jdgen.schema.requirement import Experience

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jdgen.checks.rule import Fault, Path
    from jdgen.schema import Profile

    Ids = list[str] | Mapping[str, object]


@rule("E01")
def id_used_twice(profile: Profile) -> Iterator[Fault]:
    """An id means one thing wherever it is named: scorecards go by the question's, `assess` and `checks` by the others."""
    first: dict[str, str] = {}
    for path, _ in questions(profile):
        competency, name = str(path[1]), str(path[-1])
        if first.setdefault(name, competency) != competency:
            message = f"the question id '{name}' is also used in '{first[name]}': give one of them another id"
            yield path, message
    for name in profile.competencies:
        if name in profile.plan.sessions:
            message = f"'{name}' is also a competency, so `assess` cannot tell them apart: rename the session"
            yield ("plan", "sessions", name), message
        if name in profile.requirements:
            message = (
                f"'{name}' is also a competency, so `checks` cannot tell them apart: rename the requirement"
            )
            yield ("requirements", name), message


@rule("E03", telling=once_where_removed)
def unknown_id(profile: Profile) -> Iterator[Fault]:
    """What is named exists: an id that a patch removed, or a slip of the pen, would drop out of every document in silence."""
    parts = (_in_requirements, _in_competencies, _in_plan, _in_references, _in_scores, _in_areas, _in_sources)
    return chain.from_iterable(part(profile) for part in parts)


def _in_requirements(profile: Profile) -> Iterator[Fault]:
    for name, requirement in profile.requirements.items():
        path = ("requirements", name)
        places = [*profile.competencies, *profile.plan.sessions]
        yield from _unknown((*path, "serves"), requirement.serves, "responsibility", profile.responsibilities)
        yield from _unknown((*path, "assess"), requirement.assess, "competency or session", places)
        if isinstance(requirement, Experience):
            yield from _unknown(
                (*path, "parts"), requirement.parts, "kind in `experience_kinds`", profile.experience_kinds
            )


def _in_competencies(profile: Profile) -> Iterator[Fault]:
    for name, competency in profile.competencies.items():
        path = ("competencies", name, "serves")
        yield from _unknown(path, competency.serves, "responsibility", profile.responsibilities)


def _in_plan(profile: Profile) -> Iterator[Fault]:
    for name, session in profile.plan.sessions.items():
        path = ("plan", "sessions", name)
        yield from _unknown((*path, "seats"), session.seats, "seat of the plan", profile.plan.seats)
        yield from _unknown((*path, "competencies"), session.competencies, "competency", profile.competencies)
    if profile.case:
        yield from _unknown(("case", "scored_on"), profile.case.scored_on, "competency", profile.competencies)
        figures = profile.case.figures
        if isinstance(figures, Roadmap):
            yield from _unknown(
                ("case", "figures", "doubtful"), figures.doubtful, "initiative", figures.initiatives
            )


def _in_references(profile: Profile) -> Iterator[Fault]:
    known = [*profile.competencies, *profile.requirements]
    for index, question in enumerate(profile.references.questions if profile.references else ()):
        path = ("references", "questions", index, "checks")
        yield from _unknown(path, question.checks, "competency or requirement", known)


def _in_scores(profile: Profile) -> Iterator[Fault]:
    yield from _unknown(("weights",), profile.weights, "competency", profile.competencies)
    yield from _unknown(("floors",), profile.floors, "competency", profile.competencies)


def _in_areas(profile: Profile) -> Iterator[Fault]:
    return _unknown(("areas",), profile.areas, "area in `area_names`", profile.area_names)


def _in_sources(profile: Profile) -> Iterator[Fault]:
    for collection in ("areas", "responsibilities", "requirements", "competencies"):
        for name, item in getattr(profile, collection).items():
            yield from _unknown((collection, name, "from"), item.from_, "source", profile.sources)
    for index, benchmark in enumerate(profile.benchmarks):
        yield from _unknown(("benchmarks", index, "from"), benchmark.from_, "source", profile.sources)
    if profile.counterpart:
        yield from _unknown(("counterpart", "from"), profile.counterpart.from_, "source", profile.sources)


def _unknown(path: Path, ids: Ids, what: str, known: Ids) -> Iterator[Fault]:
    """Yields the ids that are not known, at their index in a list or their key in a mapping."""
    for index, name in enumerate(ids):
        if name not in known:
            part = name if isinstance(ids, Mapping) else index
            message = f"'{name}' is no {what}; add it or take it out here.{did_you_mean(name, known)}"
            yield (*path, part), message

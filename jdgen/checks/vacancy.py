"""Rules about what a vacancy's folder says beside the cards: what is misspelt there would count for nobody, in silence."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from jdgen.checks.rule import rule
from jdgen.errors import did_you_mean
from jdgen.schema.requirement import RATED, Experience
from jdgen.scoring.planned import planned
from jdgen.scoring.revising import card_id

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from jdgen.checks.finding import Finding
    from jdgen.checks.rule import Fault
    from jdgen.role.resolution import Resolved
    from jdgen.schema.candidates import Candidates
    from jdgen.schema.scorecard import Scorecard
    from jdgen.schema.vacancy import Vacancy
    from jdgen.source import Node


class Opening(NamedTuple):
    """A role, and what was written of one vacancy."""

    role: Resolved
    vacancy: Vacancy
    candidates: Candidates
    cards: Sequence[Scorecard] = ()
    """The cards that count."""


@rule("V01")
def void_of_nothing(opening: Opening) -> Iterator[Fault]:
    """What is void is a question, or a rating of the case, that the plan has rated."""
    known = {it for cells in planned(opening.role).values() for cell in cells for it in cell.questions}
    for name in opening.vacancy.void:
        if name not in known:
            message = f"'{name}' is rated in no session, so it cannot be void.{did_you_mean(name, known)}"
            yield ("void", name), message


@rule("V02")
def unknown_requirement(opening: Opening) -> Iterator[Fault]:
    """The screen settles requirements that the role has; a misspelt one would leave the candidate incomplete."""
    known = opening.role.profile.requirements
    for code, it in opening.candidates.candidates.items():
        for field, names in (("screen", it.screen), ("notes", it.notes)):
            for name in names:
                if name not in known:
                    message = f"'{name}' is no requirement of the role.{did_you_mean(name, known)}"
                    yield ("candidates", code, field, name), message


@rule("V03")
def settled_by_ratings(opening: Opening) -> Iterator[Fault]:
    """Skills and methods are settled by the ratings: a word at the screen would stand beside them and count for nothing."""
    known = opening.role.profile.requirements
    for code, it in opening.candidates.candidates.items():
        for name in it.screen:
            if name in known and known[name].kind in RATED:
                message = (
                    f"'{name}' is a {known[name].kind}, settled by the ratings: take it out of the screen"
                )
                yield ("candidates", code, "screen", name), message


@rule("V04")
def unknown_experience(opening: Opening) -> Iterator[Fault]:
    """Months of a career carry kinds of experience that the role or the common file knows."""
    profile = opening.role.profile
    asked = (it.parts for it in profile.requirements.values() if isinstance(it, Experience))
    known = {*profile.experience_kinds, *chain.from_iterable(asked)}
    for code, it in opening.candidates.candidates.items():
        for number, stretch in enumerate(it.career):
            for place, kind in enumerate(stretch.kinds):
                if kind not in known:
                    message = f"'{kind}' is no kind of experience.{did_you_mean(kind, known)}"
                    yield ("candidates", code, "career", number, "kinds", place), message


@rule("V05")
def reference_on_nothing(opening: Opening) -> Iterator[Fault]:
    """A referee's answers bear on competencies and requirements of the role: a flag on anything else could not be closed."""
    profile = opening.role.profile
    known = {*profile.competencies, *profile.requirements}
    for code, it in opening.candidates.candidates.items():
        for number, call in enumerate(it.references):
            for name in call.results:
                if name not in known:
                    message = f"'{name}' is neither competency nor requirement.{did_you_mean(name, known)}"
                    yield ("candidates", code, "references", number, "results", name), message


@rule("V06")
def revision_of_nothing(opening: Opening) -> Iterator[Fault]:
    """A revision changes a rating that a card has, and stands in one place: on the card, or beside the cards."""
    asked = _asked(opening.role)
    cards = {(it.candidate, card_id(it)): it for it in opening.cards}
    for code, it in opening.candidates.candidates.items():
        for name, revisions in it.revised.items():
            if name not in asked:
                message = f"'{name}' is no scorecard of the plan.{did_you_mean(name, asked)}"
                yield ("candidates", code, "revised", name), message
                continue
            for question in revisions:
                said = _misplaced(question, asked[name], cards.get((code, name)))
                if said:
                    yield ("candidates", code, "revised", name, question), f"'{question}' {said}"


def _asked(role: Resolved) -> dict[str, list[str]]:
    """Returns the questions of each card of the plan."""
    found: dict[str, list[str]] = {}
    for cell in chain.from_iterable(planned(role).values()):
        found.setdefault(f"{cell.session}-{cell.seat}", []).extend(cell.questions)
    return found


def _misplaced(question: str, asked: Sequence[str], card: Scorecard | None) -> str:
    """Returns why a question's rating cannot be revised here; nothing if it can."""
    if question not in asked:
        return f"is not rated on this card.{did_you_mean(question, asked)}"
    if card and question not in card.ratings:
        return "has no first rating on the card, so there is nothing to revise"
    if card and question in card.revised:
        return "is revised on the card as well: keep one of the two"
    return ""


OF_VACANCY = (void_of_nothing,)
OF_CANDIDATES = (
    unknown_requirement,
    settled_by_ratings,
    unknown_experience,
    reference_on_nothing,
    revision_of_nothing,
)
RULES = (*OF_VACANCY, *OF_CANDIDATES)
"""In the order of their codes."""


def check(opening: Opening, vacancy: Node, candidates: Node) -> list[Finding]:
    """Returns what is wrong in the two files of a vacancy, which are given as trees."""
    found = [
        finding
        for rules, tree in ((OF_VACANCY, vacancy), (OF_CANDIDATES, candidates))
        for each in rules
        for finding in each(opening, lambda *path, tree=tree: tree.at(*path).key)
    ]
    return sorted(found, key=lambda it: (it.place, it.code, it.message))

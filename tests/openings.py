"""Vacancies for the tests of scoring: the worked example's role, and cards that were filled in by a program."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jdgen.role.kit.ratings import case_ratings
from jdgen.schema.candidates import Candidate, Candidates
from jdgen.schema.plan import Plan, Session
from jdgen.schema.scorecard import Scorecard
from jdgen.scoring import Comparison, compare

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from jdgen.role.resolution import Resolved
    from jdgen.schema.vacancy import Vacancy
    from jdgen.scoring.candidate import Assessed

CODE = "C-01"
BASE: dict[str, tuple[object, ...]] = {
    "strategy": (4, 4), "innovation": (3, 4), "customers": (3, 3), "metrics": (4, 4),
    "leadership": (5, 4), "methods": (3, 3), "budget": (3, 4), "partnership": (4, 4),
}  # fmt: skip
"""Ratings of two raters; a rating that is None leaves no card."""

SKILLS = (
    "industry", "communication", "team_management", "investment", "innovation_practice", "engineering_metrics",
    "scrum", "kanban",
)  # fmt: skip

SETTLED: dict[str, Any] = {
    "led_managers": "met", "work_permit": "met", "experience": "met", "degree": "equivalent",
    "certifications": "not_met", "advanced_degree": "not_met",
}  # fmt: skip
"""The screen of the worked example: knock-outs met, degree equivalent, what is preferred not met."""


def changed(role: Resolved, **fields: object) -> Resolved:
    """The role with other values in fields of its profile."""
    return role._replace(profile=role.profile.model_copy(update=fields))


def in_pairs(role: Resolved, *, skills: bool = False, case: Iterable[str] = ()) -> Resolved:
    """The role with a session of its own for each competency, rated by the chief and the finance seat.

    A case in which an engineer sits as well rates the competencies of `case`.
    """
    names = role.profile.competencies
    sessions = {f"on_{name}": meeting("interview", ["chief", "finance"], [name]) for name in names}
    if case:
        sessions["case"] = meeting("case", ["chief", "finance", "engineer"], list(case))
    asked = {name: it for name, it in role.profile.requirements.items() if skills or name not in SKILLS}
    return changed(role, plan=Plan(seats=role.profile.plan.seats, sessions=sessions), requirements=asked)


def meeting(kind: Any, seats: list[str], competencies: list[str]) -> Session:
    """A session that rates."""
    return Session(title="A meeting", kind=kind, minutes=60, seats=seats, competencies=competencies)


def card(
    session: str, seat: str, ratings: Mapping[str, object], candidate: str = CODE, **fields: object
) -> Scorecard:
    """A locked card with evidence for every number."""
    data: dict[str, object] = {
        "fingerprint": "0" * 12, "role": "cto", "stage": "scaleup", "session": session, "candidate": candidate,
        "by": {"seat": seat, "name": f"Rater on {seat}"}, "locked": True, "ratings": dict(ratings),
        "evidence": {name: f"Said at {name} to {seat}." for name, it in ratings.items() if isinstance(it, int)},
    }  # fmt: skip
    return Scorecard.model_validate(data | fields)


def questions(role: Resolved, session: str, competency: str) -> list[str]:
    """Under which ids a competency is rated in a session."""
    if role.profile.plan.sessions[session].kind == "case":
        return [case_ratings(role.profile)[session, competency]]
    return list(role.profile.competencies[competency].questions)


def pair_cards(
    role: Resolved, given: Mapping[str, Sequence[object]] = BASE, candidate: str = CODE
) -> list[Scorecard]:
    """A card for each rating: the first of a competency is the chief's for all its questions, the second finance's."""
    return [
        card(f"on_{name}", seat, dict.fromkeys(questions(role, f"on_{name}", name), rating), candidate)
        for name, ratings in given.items()
        for seat, rating in zip(("chief", "finance"), ratings, strict=True)
        if rating is not None
    ]


def everyone(*ratings: object, **others: tuple[object, ...]) -> dict[str, tuple[object, ...]]:
    """The same ratings for every competency but `others`."""
    return {name: others.get(name, ratings) for name in BASE}


def known(screen: Mapping[str, Any] = SETTLED, candidate: str = CODE, **fields: Any) -> Candidates:
    """What is known of one candidate beside the cards."""
    entry = Candidate.model_validate({"screen": dict(screen), **fields})
    return Candidates(candidates={candidate: entry})


def one(
    role: Resolved,
    cards: Iterable[Scorecard],
    candidates: Candidates | None = None,
    vacancy: Vacancy | None = None,
) -> Assessed:
    """The only candidate's results."""
    (it,) = scored(role, cards, candidates, vacancy).candidates
    return it


def scored(
    role: Resolved,
    cards: Iterable[Scorecard],
    candidates: Candidates | None = None,
    vacancy: Vacancy | None = None,
) -> Comparison:
    """The results of a vacancy, the example's screen where none is given."""
    return compare(role, cards, candidates or known(), vacancy)

"""Vacancies by chance, and what the text of the rubric makes of them: a second implementation, from the text alone.

It knows nothing of the first: it works on a flat table of ratings, a row for each that is planned, and looks everything
up by going through the table again.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any, NamedTuple

from openings import changed, meeting

from jdgen.schema.candidates import Candidates
from jdgen.schema.plan import Plan, Scoring
from jdgen.schema.scorecard import Scorecard
from jdgen.schema.vacancy import Vacancy

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from random import Random

    from jdgen.role.resolution import Resolved


class Row(NamedTuple):
    """A planned rating."""

    code: str
    competency: str
    person: str
    session: str
    seat: str
    question: str
    first: Any
    """As the card says it: a number, NA, or None where it is missing."""
    last: Any
    """After the debrief."""


class Opening(NamedTuple):
    """Everything that one vacancy is made of."""

    role: Resolved
    cards: list[Scorecard]
    candidates: Candidates
    vacancy: Vacancy
    rows: list[Row]
    ticked: set[tuple[str, str, str, str]]
    """Candidate, session, seat and competency of each red flag that was ticked."""


SEATS = ["chief", "finance", "product", "engineer"]
STATUSES = [*["met"] * 12, *["equivalent"] * 4, "not_met", "not_met", "unverified"]


def opening(shipped: Resolved, chance: Random) -> Opening:
    """A vacancy by chance: plan, people, weights, thresholds, cards, screens."""
    names = chance.sample(sorted(shipped.profile.competencies), chance.randint(1, 5))
    sessions = _sessions(names, chance)
    people = {seat: chance.choice(["Ada", "Bo", "Cy", "Di", "Ed"]) for seat in SEATS if chance.random() < 0.7}
    asked = [*(q for name in names for q in shipped.profile.competencies[name].questions), "one_strategy"]
    void = {it: "It was unclear." for it in asked if chance.random() < 0.04}
    role = changed(
        shipped,
        competencies={name: shipped.profile.competencies[name] for name in names},
        plan=Plan(seats={it: it for it in SEATS}, sessions=sessions),
        weights=_weights(names, chance),
        floors={name: chance.randint(1, 4) for name in names if chance.random() < 0.2},
        scoring=_scoring(chance),
        requirements={
            name: it.model_copy(update={"knock_out": it.importance == "must" and chance.random() < 0.2})
            for name, it in shipped.profile.requirements.items()
            if chance.random() < (0.4 if {"screen", *names}.intersection(it.assess) else 0.02)
        },
    )
    codes = [f"C-{n}" for n in range(chance.randint(1, 3))]
    missing, unasked, revised = (chance.choice(it) for it in ([0, 0, 0, 0.05], [0, 0.1, 0.3], [0, 0.05]))
    ticking = chance.choice([0, 0.05])
    rows, cards, ticked = [], [], set()
    for code in codes:
        for name, session in sessions.items():
            for seat in session.seats:
                card = chance.random() >= missing
                own = []
                for competency in session.competencies:
                    ids = (
                        [f"{name}_{competency}"]
                        if session.kind == "case"
                        else list(shipped.profile.competencies[competency].questions)
                    )
                    for question in ids:
                        first = _mark(chance, missing, unasked) if card else None
                        last = _mark(chance, 0, 0.3) if card and chance.random() < revised else first
                        own.append(
                            Row(
                                code,
                                competency,
                                people.get(seat, f"seat {seat}"),
                                name,
                                seat,
                                question,
                                first,
                                last,
                            )
                        )
                rows += [it for it in own if it.question not in void and session.kind != "screen"]
                if card:
                    flags = {it: ["Heard it."] for it in session.competencies if chance.random() < ticking}
                    cards.append(_card(code, name, seat, own, flags))
                    ticked |= {(code, name, seat, it) for it in flags}
    screens = {
        code: {
            "screen": {
                name: chance.choice(STATUSES) for name in role.profile.requirements if chance.random() < 0.99
            }
        }
        for code in codes
    }
    return Opening(
        role,
        chance.sample(cards, len(cards)),
        Candidates.model_validate({"candidates": screens}),
        Vacancy.model_validate({"role": "cto", "stage": "scaleup", "people": people, "void": void}),
        rows,
        ticked,
    )  # fmt: skip


def _sessions(names: list[str], chance: Random) -> dict[str, Any]:
    free, sessions = list(names), {}
    while free:
        taken, free = free[: (size := chance.randint(1, 3))], free[size:]
        sessions[f"meet_{taken[0]}"] = meeting("interview", chance.sample(SEATS, chance.randint(1, 4)), taken)
    for case in ("one", "two")[: chance.randint(0, 2)]:
        rated = chance.sample(names, chance.randint(1, len(names)))
        sessions[case] = meeting("case", chance.sample(SEATS, chance.randint(1, 3)), rated)
    sessions["look"] = meeting("screen", ["chief"], names)
    return dict(chance.sample(sorted(sessions.items()), len(sessions)))


def _weights(names: list[str], chance: Random) -> dict[str, int]:
    if chance.random() < 0.3:
        return {}
    cuts = sorted(chance.choices(range(101), k=len(names) - 1))
    return {name: high - low for name, low, high in zip(names, [0, *cuts], [*cuts, 100], strict=True)}


def _scoring(chance: Random) -> Scoring:
    hold, advance = sorted(chance.choices(["2.5", "3", "3.25", "3.5", "4.125"], k=2), key=Fraction)
    return Scoring.model_validate(
        {
            "advance": advance,
            "hold": hold,
            "min_raters": chance.choice([1, 1, 2, 2, 3]),
            "disagreement": chance.choice(["1", "1.5", "2.5"]),
            "band": chance.choice(["0", "0.25", "1"]),
        }
    )


def _mark(chance: Random, missing: float, unasked: float) -> Any:
    if chance.random() < missing:
        return None
    return "NA" if chance.random() < unasked else chance.choice([1, 2, 3, 3, 4, 4, 4, 5, 5])


def _card(code: str, session: str, seat: str, rows: Iterable[Row], flags: dict[str, list[str]]) -> Scorecard:
    rows = list(rows)
    return Scorecard.model_validate(
        {
            "fingerprint": "0" * 12, "role": "cto", "stage": "scaleup", "session": session, "candidate": code,
            "by": {"seat": seat, "name": "Somebody"}, "locked": True,
            "ratings": {it.question: it.first for it in rows if it.first is not None},
            "evidence": {it.question: "Said." for it in rows if it.first in {1, 2, 3, 4, 5}},
            "red_flags": flags,
            "revised": {it.question: {"to": it.last, "because": "So."} for it in rows if it.last != it.first},
        }
    )  # fmt: skip


# What the text makes of it


class Verdict(NamedTuple):
    """What is compared."""

    scores: dict[str, Fraction | None]
    gaps: set[str]
    total: Fraction | None
    coverage: Fraction
    low: Fraction
    high: Fraction
    statuses: dict[str, str]
    flags: set[str]
    outcome: str


def mean(values: Iterable[Any]) -> Any:
    found = list(values)
    return sum(map(Fraction, found)) / len(found) if found else None


def person_says(marks: Sequence[tuple[Row, Any]], person: str) -> Any:
    """7.2: mean over sessions of the mean of the numeric ratings in the session."""
    own = [(row.session, mark) for row, mark in marks if row.person == person and mark not in {None, "NA"}]
    return mean(mean(mark for other, mark in own if other == session) for session in {it for it, _ in own})


def judged(it: Opening, code: str, *, before: bool = False) -> Verdict:
    """7.1 to 7.8 for one candidate."""
    profile, rule = it.role.profile, it.role.profile.scoring
    weights = {
        name: Fraction(profile.weights.get(name, 0)) if profile.weights else Fraction(1)
        for name in profile.competencies
    }
    scores: dict[str, Any] = {}
    low: dict[str, Any] = {}
    high: dict[str, Any] = {}
    gaps, apart = set(), set()
    for name in profile.competencies:
        marks = [
            (row, row.first if before else row.last)
            for row in it.rows
            if (row.code, row.competency) == (code, name)
        ]
        people = {row.person for row, _ in marks}
        said = [own for person in people if (own := person_says(marks, person)) is not None]
        scores[name] = mean(said)
        if any(mark is None for _, mark in marks) or len(said) < rule.min_raters:
            gaps.add(name)
        for ends, end in ((low, 1), (high, 5)):
            world = [(row, end if mark is None else mark) for row, mark in marks]
            unknown = mean(end if (own := person_says(world, person)) is None else own for person in people)
            ends[name] = (Fraction(end) if unknown is None else unknown) if name in gaps else scores[name]
        if len(said) > 1 and max(said) - min(said) >= Fraction(rule.disagreement):
            apart.add(f"disagreement-{name}")
    there = [name for name in scores if scores[name] is not None]
    weight = sum(weights[name] for name in there)
    total = sum(weights[name] * scores[name] for name in there) / weight if weight else None
    whole = sum(weights.values(), Fraction(0))
    statuses: dict[str, str] = {}
    for name, asked in profile.requirements.items():
        settling = [key for key in asked.assess if key in scores]
        if asked.kind not in {"skill", "method"}:
            statuses[name] = it.candidates.candidates[code].screen.get(name, "unverified")
        elif not settling or gaps.intersection(settling):
            statuses[name] = "unverified"
        else:
            statuses[name] = "met" if mean(scores[key] for key in settling) >= 3 else "not_met"
    musts = {
        name: statuses[name] for name, asked in profile.requirements.items() if asked.importance == "must"
    }
    flags = apart | {f"requirement-{name}" for name, status in musts.items() if status == "not_met"}
    flags |= {
        f"red-flag-{row.competency}-{len(profile.competencies[row.competency].red_flags) + 1}"
        for row in it.rows
        if (row.code, row.session, row.seat, row.competency) in it.ticked
        and row.code == code
        and row.first in {1, 2, 3, 4, 5}
    }
    table = [
        (
            any(
                profile.requirements[name].knock_out and status == "not_met"
                for name, status in statuses.items()
            ),
            "not qualified",
        ),
        (bool(gaps) or "unverified" in musts.values() or total is None, "incomplete"),
        (
            any(scores[name] is not None and scores[name] < floor for name, floor in profile.floors.items()),
            "below a floor",
        ),
        (total is not None and total < Fraction(rule.hold), "below the bar"),
        (bool(flags) or (total is not None and total < Fraction(rule.advance)), "discuss"),
        (True, "meets the bar"),
    ]
    return Verdict(
        scores, gaps, total,
        sum((weights[name] for name in weights if name not in gaps), Fraction(0)) / whole,
        sum(weights[name] * low[name] for name in weights) / whole,
        sum(weights[name] * high[name] for name in weights) / whole,
        statuses, flags, next(name for applies, name in table if applies),
    )  # fmt: skip

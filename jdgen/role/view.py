"""A resolved profile to a `Role`: the only place where templates' names are filled."""

from __future__ import annotations

from fractions import Fraction
from itertools import cycle
from typing import TYPE_CHECKING

from jdgen.role import model, rule, wording
from jdgen.role.fingerprint import fingerprint
from jdgen.role.traceability import assessed, posted

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable

    from jdgen.role.resolution import Resolved
    from jdgen.schema import Company, Profile
    from jdgen.schema.competency import Competency, Question
    from jdgen.schema.profile import Benchmark

EXAMPLE_RATINGS = ((4, 4), (3, 4), (3, 3), (4, 4), (5, 4), (3, 3), (3, 4), (4, 4))
"""Invented scores of two raters, given to the competencies in turn."""


def describe(resolved: Resolved, *, logo: str = "", as_of: datetime.date | None = None) -> model.Role:
    """Returns the role; `logo` is a data: address, `as_of` the day to count ages to (the review's day if not given)."""
    profile, company = resolved.profile, resolved.company
    requirements = _requirements(profile)
    return model.Role(
        id=profile.role,
        title=profile.title,
        stage=resolved.stage,
        stage_name=wording.STAGE_NAMES[resolved.stage],
        fingerprint=fingerprint(profile),
        reviewed=profile.reviewed,
        mission=profile.mission,
        brand=model.Brand(company.brand.primary, company.brand.accent, logo),
        company=_employer(company),
        facts=_facts(resolved),
        responsibilities=_responsibilities(profile),
        musts=tuple(line for line in requirements if line.must),
        preferred=tuple(line for line in requirements if not line.must),
        must_lines=_lines(profile, "must"),
        preferred_lines=_lines(profile, "preferred"),
        **_counterpart(resolved),
        **_terms(profile, company),
        because=profile.because or "",
        scale=_levels(profile, {level: it.means for level, it in profile.scale.items()}),
        not_assessed=profile.not_assessed,
        competencies=tuple(_competency(profile, name) for name in profile.competencies),
        gates=tuple(line for line in requirements if line.gate),
        rated=tuple(line for line in requirements if not line.gate),
        sessions=_sessions(profile),
        thresholds=_thresholds(profile),
        example=_example(profile),
        posted=posted(profile),
        assessed=assessed(profile),
        never_ask=tuple((topic, it.never, it.instead) for topic, it in profile.forbidden.items()),
        rating_errors=tuple(profile.rating_errors.items()),
        benchmarks=tuple(_benchmark(it, as_of or profile.reviewed) for it in profile.benchmarks),
        as_of=as_of or profile.reviewed,
        sources=_sources(profile),
        judged=_judged(profile),
        experts=tuple(profile.job_analysis.experts),
        analysis=profile.job_analysis.method,
    )


def _employer(company: Company) -> model.Employer:
    about = tuple(part.strip() for part in (company.about or "").split("\n\n") if part.strip())
    return model.Employer(company.name or "", about, company.website or "", company.industry or "", tuple(company.products))


def _facts(resolved: Resolved) -> tuple[model.Fact, ...]:
    company = resolved.company
    people = f"{company.headcount:,} people" if company.headcount else ""
    stage = ", ".join(part for part in (wording.STAGE_NAMES[resolved.stage], company.industry, people) if part)
    known = {
        "Place": wording.place(company),
        "Pay": wording.pay(company.salary),
        "Contract": wording.CONTRACTS[company.employment_type] if company.employment_type else "",
        "Stage": stage,
        "Reports to": resolved.profile.reports_to,
        "Apply by": wording.closing(company),
        "Reference": company.reference or "",
    }
    return tuple(model.Fact(label, value) for label, value in known.items() if value)


def _responsibilities(profile: Profile) -> tuple[model.Responsibility, ...]:
    return tuple(
        model.Responsibility(name, line.text, line.importance == "critical", tuple(line.from_))
        for name, line in profile.responsibilities.items()
    )


def _requirements(profile: Profile) -> tuple[model.Requirement, ...]:
    screens = {name for name, session in profile.plan.sessions.items() if session.kind == "screen"}
    return tuple(
        model.Requirement(
            id=name,
            text=wording.sentence(line, profile),
            must=line.importance == "must",
            knock_out=line.knock_out,
            gate=bool(screens.intersection(line.assess)),
            proof=line.proof or wording.proof(line),
            because=line.because or "",
            sources=tuple(line.from_),
        )
        for name, line in profile.requirements.items()
    )


def _lines(profile: Profile, importance: str) -> tuple[str, ...]:
    return wording.lines((it for it in profile.requirements.values() if it.importance == importance), profile)


def _counterpart(resolved: Resolved) -> dict[str, object]:
    profile, other = resolved.profile, resolved.counterpart
    shared = [name for name in profile.areas if other and name in other.areas]
    areas = [model.Area(profile.area_names.get(name, wording.capital(name)), profile.areas[name].owns, other.areas[name].owns) for name in shared if other]
    title = other.title if other and areas else ""
    together = profile.counterpart.together if profile.counterpart and title else ""
    short = wording.SHORT_TITLES.get(title, title)
    return {"counterpart": title, "counterpart_short": short, "together": together, "areas": tuple(areas)}


def _terms(profile: Profile, company: Company) -> dict[str, object]:
    return {
        "outcomes": tuple(company.outcomes),
        "pay": wording.pay(company.salary),
        "other_compensation": tuple(company.other_compensation),
        "benefits": tuple(company.benefits),
        "hiring_process": company.hiring_process or wording.hiring_process(profile),
        "how_to_apply": wording.how_to_apply(company),
        "apply_url": (company.apply and company.apply.url) or "",
        "apply_email": (company.apply and company.apply.email) or "",
        "accommodation": wording.accommodation(company),
        "statement": company.statement or wording.STATEMENT,
    }


def _levels(profile: Profile, texts: dict[int, str]) -> tuple[model.Level, ...]:
    return tuple(model.Level(level, profile.scale[level].label, texts[level]) for level in sorted(texts, reverse=True) if level in profile.scale)


def _competency(profile: Profile, name: str) -> model.Competency:
    it: Competency = profile.competencies[name]
    sessions = [session for session in profile.plan.sessions.values() if name in session.competencies]
    asked = next((session for session in sessions if session.kind == "interview"), None)
    seats = [profile.plan.seats.get(seat, seat) for seat in asked.seats] if asked else []
    turn = asked.competencies.index(name) % len(seats) if asked and seats else 0
    return model.Competency(
        id=name,
        name=it.name,
        definition=it.definition,
        weight=_weight(_weights(profile)[name]),
        floor=profile.floors.get(name),
        anchors=_levels(profile, it.anchors),
        questions=tuple(_question(profile, key, question) for key, question in it.questions.items()),
        red_flags=tuple(it.red_flags),
        session=asked.title if asked else "",
        asked_by=seats[turn] if seats else "",
        rated_by=tuple(seats),
        also_in=tuple(session.title for session in sessions if session is not asked),
        sources=tuple(it.from_),
    )


def _question(profile: Profile, name: str, it: Question) -> model.Question:
    minutes = profile.time.behavioural if it.kind == "behavioural" else profile.time.situational
    return model.Question(name, wording.capital(it.kind), minutes, it.ask, tuple(it.probes), _levels(profile, it.answers))


def _weights(profile: Profile) -> dict[str, Fraction]:
    given = {name: Fraction(weight) for name, weight in profile.weights.items()}
    return given or rule.equal_weights(list(profile.competencies))


def _weight(weight: Fraction) -> str:
    return str(weight.numerator) if weight.denominator == 1 else rule.shown(weight).removesuffix("0")


def _sessions(profile: Profile) -> tuple[model.Session, ...]:
    return tuple(
        model.Session(
            id=name,
            title=it.title,
            kind=it.kind,
            minutes=it.minutes,
            prep=it.prep,
            seats=tuple(profile.plan.seats.get(seat, seat) for seat in it.seats),
            competencies=tuple(profile.competencies[key].name for key in it.competencies if key in profile.competencies),
        )
        for name, it in profile.plan.sessions.items()
    )


def _thresholds(profile: Profile) -> model.Thresholds:
    it = profile.scoring
    return model.Thresholds(f"{it.advance:.2f}", f"{it.hold:.2f}", it.min_raters, f"{it.disagreement:.2f}", f"{it.band:.2f}")


def _example(profile: Profile) -> model.Example:
    it, weights = profile.scoring, _weights(profile)
    ratings = dict(zip(profile.competencies, cycle(EXAMPLE_RATINGS), strict=False))
    result = rule.judge(ratings, weights, profile.floors, advance=it.advance, hold=it.hold, disagreement=it.disagreement)
    rows = tuple(
        model.ExampleRow(profile.competencies[name].name, _weight(weights[name]), given, rule.shown(result.scores[name]), _number(weights[name] * result.scores[name]))
        for name, given in ratings.items()
    )
    total = rule.shown(result.total, it.advance, it.hold)
    return model.Example(rows, _number(result.points), total, f"{rule.shown(result.index * 100).split('.')[0]}", result.outcome)


def _number(value: Fraction) -> str:
    return str(value) if value.denominator == 1 else rule.shown(value)


def _benchmark(it: Benchmark, as_of: datetime.date) -> model.Benchmark:
    return model.Benchmark(
        what=it.what,
        region=it.region,
        amount=wording.amounts(it.low, it.high, it.currency),
        kind=wording.benchmark_kind(it),
        as_of=it.as_of,
        age=wording.age(it.as_of, as_of),
        sources=tuple(it.from_),
    )


def _cited(profile: Profile) -> Iterable[tuple[str, list[str]]]:
    """Every sourced item of the profile: what it is called, and its sources."""
    for line in profile.responsibilities.values():
        yield line.text, line.from_
    for item in profile.requirements.values():
        yield wording.sentence(item, profile), item.from_
    for competency in profile.competencies.values():
        yield competency.name, competency.from_
    for benchmark in profile.benchmarks:
        yield benchmark.what, benchmark.from_


def _sources(profile: Profile) -> tuple[model.Source, ...]:
    used = {key for _, keys in _cited(profile) for key in keys}
    return tuple(
        model.Source(key, wording.citation(it), it.url or "", it.kind == "judgement") for key, it in profile.sources.items() if key in used
    )


def _judged(profile: Profile) -> tuple[str, ...]:
    own = {key for key, it in profile.sources.items() if it.kind == "judgement"}
    return tuple(name for name, keys in _cited(profile) if keys and own.issuperset(keys))

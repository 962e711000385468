"""What is assessed, and by which rule: the rubric's half of a role."""

from __future__ import annotations

from fractions import Fraction
from itertools import cycle, islice
from typing import TYPE_CHECKING

from jdgen.language import ENGLISH, capital, phrase
from jdgen.role import model, rule
from jdgen.role.sessions import asker, question_minutes

if TYPE_CHECKING:
    from jdgen.language import Language
    from jdgen.schema import Profile
    from jdgen.schema.competency import Competency, Question

KINDS = {"behavioural": phrase("Behavioural"), "situational": phrase("Situational")}
"""Kinds of questions as they are printed."""

EXAMPLE_RATINGS = ((4, 4), (3, 4), (3, 3), (4, 4), (5, 4), (3, 3), (3, 4), (4, 4))
"""Invented scores of two raters, given to the competencies in turn; further raters repeat them."""


OUTCOMES: dict[rule.Outcome, str] = {
    "not qualified": phrase("not qualified"), "incomplete": phrase("incomplete"),
    "below a floor": phrase("below a floor"), "below the bar": phrase("below the bar"), "discuss": phrase("discuss"),
    "meets the bar": phrase("meets the bar"),
}  # fmt: skip
"""What the rule says, as it is printed."""


def levels(profile: Profile, texts: dict[int, str]) -> tuple[model.Level, ...]:
    """Returns the levels of a scale, the best first."""
    return tuple(
        model.Level(level, profile.scale[level].label, texts[level])
        for level in sorted(texts, reverse=True)
        if level in profile.scale
    )


def competency(profile: Profile, name: str, say: Language = ENGLISH) -> model.Competency:
    """Returns a competency with its anchors, its questions, and who asks and rates it."""
    it: Competency = profile.competencies[name]
    sessions = [session for session in profile.plan.sessions.values() if name in session.competencies]
    asked = next((session for session in sessions if session.kind == "interview"), None)
    seat = asker(asked, name) if asked else ""
    return model.Competency(
        id=name,
        name=it.name,
        definition=it.definition,
        weight=say.figure(_weight(_weights(profile)[name])),
        floor=profile.floors.get(name),
        anchors=levels(profile, it.anchors),
        questions=tuple(_question(profile, key, question, say) for key, question in it.questions.items()),
        red_flags=tuple(it.red_flags),
        session=asked.title if asked else "",
        asked_by=profile.plan.seats.get(seat, seat),
        rated_by=tuple(profile.plan.seats.get(it, it) for it in (asked.seats if asked else ())),
        also_in=tuple(session.title for session in sessions if session is not asked),
        sources=tuple(it.from_),
    )


def _question(profile: Profile, name: str, it: Question, say: Language) -> model.Question:
    minutes = question_minutes(profile, it.kind)
    return model.Question(
        name, say(KINDS[it.kind]), minutes, it.ask, tuple(it.probes), levels(profile, it.answers)
    )


def _weights(profile: Profile) -> dict[str, Fraction]:
    given = {name: Fraction(weight) for name, weight in profile.weights.items()}
    return given or rule.equal_weights(list(profile.competencies))


def _weight(weight: Fraction) -> str:
    return str(weight.numerator) if weight.denominator == 1 else rule.shown(weight).removesuffix("0")


def sessions(profile: Profile) -> tuple[model.Session, ...]:
    """Returns the plan."""
    return tuple(
        model.Session(
            id=name,
            title=it.title,
            kind=it.kind,
            minutes=it.minutes,
            prep=it.prep,
            seats=tuple(profile.plan.seats.get(seat, seat) for seat in it.seats),
            competencies=tuple(
                profile.competencies[key].name for key in it.competencies if key in profile.competencies
            ),
        )
        for name, it in profile.plan.sessions.items()
    )


def thresholds(profile: Profile, say: Language = ENGLISH) -> model.Thresholds:
    """Returns the figures of the decision rule as they are printed."""
    it = profile.scoring
    advance, hold, apart, band = (
        say.figure(f"{limit:.2f}") for limit in (it.advance, it.hold, it.disagreement, it.band)
    )
    return model.Thresholds(advance, hold, it.min_raters, apart, band)


def example(profile: Profile, say: Language = ENGLISH) -> model.Example:
    """Returns the rule worked out on invented ratings."""
    it, weights = profile.scoring, _weights(profile)
    raters = max(it.min_raters, 2)  # fewer would be a gap by the very rule that the example explains
    given = (tuple(islice(cycle(pair), raters)) for pair in cycle(EXAMPLE_RATINGS))
    ratings = dict(zip(profile.competencies, given, strict=False))
    result = rule.judge(
        ratings, weights, profile.floors, advance=it.advance, hold=it.hold, disagreement=it.disagreement
    )
    rows = tuple(
        model.ExampleRow(
            profile.competencies[name].name,
            say.figure(_weight(weights[name])),
            given,
            say.figure(rule.shown(result.scores[name])),
            say.figure(_number(weights[name] * result.scores[name])),
        )
        for name, given in ratings.items()
    )
    total = rule.shown(result.total, it.advance, it.hold)
    return model.Example(
        say.ngettext("One rater", "{count} raters", raters, count=capital(say.number(raters))),
        rows,
        say.figure(_number(result.points)),
        say.figure(total),
        str(int(result.index * 100 + Fraction(1, 2))),
        say(OUTCOMES[result.outcome]),
    )


def _number(value: Fraction) -> str:
    return str(value) if value.denominator == 1 else rule.shown(value)

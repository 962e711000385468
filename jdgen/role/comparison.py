"""Two roles side by side: who owns what, what nobody owns while only one is there, and which the stage calls for first."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING, Literal, NamedTuple

from jdgen.errors import in_words
from jdgen.language import ENGLISH
from jdgen.language.foreign import capital
from jdgen.role import background, wording
from jdgen.role.cells import Rated, Row, rated, requirements, written

if TYPE_CHECKING:
    from jdgen.role.model import Benchmark, Role, Source
    from jdgen.role.resolution import Resolved
    from jdgen.schema.profile import Call, Profile

QUESTIONS: tuple[Literal["why", "what", "when", "how"], ...] = ("why", "what", "when", "how")


class Decision(NamedTuple):
    """One of the questions why, what, when and how."""

    question: str
    """The question."""
    first: bool
    """Whether the first role answers it."""
    second: bool
    """Whether the second role answers it."""
    sources: tuple[str, ...]
    """Ids of the sources."""

    @property
    def owners(self) -> int:
        """How many of the two answer it: 1 is clear, 2 a conflict, 0 a gap."""
        return self.first + self.second


class Ground(NamedTuple):
    """An area, and what each role owns in it."""

    name: str
    """Its name."""
    first: str
    """The part of the first role, or empty."""
    second: str
    """The part of the second role, or empty."""
    sources: tuple[str, ...]
    """Ids of the sources."""


class Alone(NamedTuple):
    """What is uncovered when only one of the two is hired."""

    hired: str
    """Title of the one who is hired."""
    missing: str
    """Title of the other."""
    questions: tuple[str, ...]
    """Questions that nobody answers."""
    areas: tuple[tuple[str, str], ...]
    """Areas, and the part in each that nobody owns."""
    until: str
    """Who carries it till then, or empty."""
    sources: tuple[str, ...]
    """Ids of the sources of that."""

    @property
    def unanswered(self) -> str:
        """The questions that nobody answers, as a list in words."""
        return in_words(self.questions, "and")


class Verdict(NamedTuple):
    """Which role the stage calls for first."""

    first: str
    """Title of the role, `both`, or empty where the profiles say nothing or contradict each other."""
    said: str
    """The verdict in a sentence."""
    reasons: tuple[tuple[str, tuple[str, ...]], ...]
    """Reasons, each with the ids of its sources."""


class Comparison(NamedTuple):
    """Two roles at one stage."""

    first: Role
    """The first role."""
    second: Role
    """The second role."""
    verdict: Verdict
    """Which the stage calls for first."""
    decisions: tuple[Decision, ...]
    """Who answers why, what, when and how; none where neither profile says it."""
    areas: tuple[Ground, ...]
    """Who owns what in each area."""
    shared: tuple[tuple[str, tuple[str, ...]], ...]
    """What the two do together, in the words of each profile, with sources."""
    conflicts: tuple[str, ...]
    """What both own, or what the profiles say against each other."""
    alone: tuple[Alone, ...]
    """What is uncovered when only one is hired: of the first, then of the second."""
    requirements: tuple[Row, ...]
    """What each asks for, kind by kind."""
    weights: tuple[tuple[Rated | None, Rated | None], ...]
    """What each is rated on and its weight, the heaviest first."""
    weighed_in: tuple[str, str]
    """Where the weights of each are written: `cto.yaml:586`; empty where none are."""
    benchmarks: tuple[tuple[str, Benchmark], ...]
    """Published pay figures, each with the title of its role."""
    sources: tuple[Source, ...]
    """The sources of all that."""


def compare(first: Resolved, second: Resolved, roles: tuple[Role, Role]) -> Comparison:
    """Returns the comparison of two roles at one stage; `roles` are the two as templates see them."""
    decisions = _decisions(first, second)
    areas = _areas(first, second)
    verdict = _verdict(first, second)
    shared = _shared(first, second)
    alone = (_alone(first, second), _alone(second, first))
    both = [f"Both answer {it.question}." for it in decisions if it.owners == len(roles)]
    contradiction = [verdict.said] if verdict.reasons and not verdict.first else []
    used = {key for part in (decisions, areas, alone) for it in part for key in it.sources}
    used |= {key for pairs in (shared, verdict.reasons) for _, keys in pairs for key in keys}
    used |= {key for role in roles for it in role.benchmarks for key in it.sources}
    used |= {key for it in (first, second) for need in it.profile.requirements.values() for key in need.from_}
    return Comparison(
        *roles,
        verdict=verdict,
        decisions=decisions,
        areas=areas,
        shared=shared,
        conflicts=(*both, *contradiction),
        alone=alone,
        requirements=tuple(requirements(first, second, roles)),
        weights=tuple(zip_longest(rated(first, roles[0]), rated(second, roles[1]))),
        weighed_in=(written(first, "weights"), written(second, "weights")),
        benchmarks=tuple((role.title, it) for role in roles for it in role.benchmarks),
        sources=tuple(
            it
            for it in background.cited(first.profile.sources | second.profile.sources, ENGLISH)
            if it.id in used
        ),
    )


def _decisions(first: Resolved, second: Resolved) -> tuple[Decision, ...]:
    one, other = first.profile.decides, second.profile.decides
    if not one and not other:
        return ()
    sources = {it: dict.fromkeys([*one.get(it, ()), *other.get(it, ())]) for it in QUESTIONS}
    return tuple(Decision(it, it in one, it in other, tuple(sources[it])) for it in QUESTIONS)


def _areas(first: Resolved, second: Resolved) -> tuple[Ground, ...]:
    one, other = first.profile.areas, second.profile.areas
    names = first.profile.area_names | second.profile.area_names
    return tuple(
        Ground(
            names.get(key, capital(key)),
            one[key].owns if key in one else "",
            other[key].owns if key in other else "",
            tuple(
                dict.fromkeys(source for areas in (one, other) if key in areas for source in areas[key].from_)
            ),
        )
        for key in dict.fromkeys([*one, *other])
    )


def _verdict(first: Resolved, second: Resolved) -> Verdict:
    calls = [(it, it.profile.call) for it in (first, second) if it.profile.call and _is_pair(first, second)]
    stage = wording.STAGE_NAMES[first.stage].lower()
    named = {_called(it, call, first, second) for it, call in calls}
    reasons = tuple(dict.fromkeys((call.because, tuple(call.from_)) for _, call in calls))
    if not named:
        return Verdict("", f"The profiles do not say which of the two a {stage} calls for first.", ())
    if len(named) > 1:
        return Verdict(
            "",
            f"The profiles contradict each other about which of the two a {stage} calls for first.",
            reasons,
        )
    (title,) = named
    article = "An" if stage[0] in "aeiou" else "A"
    said = "both at once" if title == "both" else f"the {title} first"
    return Verdict(title, f"{article} {stage} calls for {said}.", reasons)


def _is_pair(first: Resolved, second: Resolved) -> bool:
    """Returns whether the two are each other's counterparts: what they say of each other is about this pair."""
    pair = (first.profile, second.profile), (second.profile, first.profile)
    return all(one.counterpart is not None and one.counterpart.role == other.role for one, other in pair)


def _called(it: Resolved, call: Call, first: Resolved, second: Resolved) -> str:
    other = second if it is first else first
    return {"this": it.profile.title, "counterpart": other.profile.title, "both": "both"}[call.first]


def _shared(first: Resolved, second: Resolved) -> tuple[tuple[str, tuple[str, ...]], ...]:
    if not _is_pair(first, second):
        return ()
    said = (it.profile.counterpart for it in (first, second))
    return tuple((it.together, tuple(it.from_)) for it in said if it)


def _alone(hired: Resolved, missing: Resolved) -> Alone:
    """Returns what nobody owns while only `hired` is there."""
    here, away = hired.profile, missing.profile
    call = away.call if _is_pair(hired, missing) else None
    return Alone(
        hired=here.title,
        missing=away.title,
        questions=tuple(it for it in QUESTIONS if it in away.decides and it not in here.decides),
        areas=tuple((_area_name(away, key), it.owns) for key, it in away.areas.items()),
        until=call.until if call else "",
        sources=tuple(call.from_) if call else (),
    )


def _area_name(profile: Profile, key: str) -> str:
    return profile.area_names.get(key, capital(key))

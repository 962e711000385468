"""The agenda of the debrief: what can change what the rule says comes first."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from jdgen.language import capital
from jdgen.packet.flags import MINUTES, in_turn, title
from jdgen.packet.model import Step
from jdgen.packet.words import counted, ended

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jdgen.packet.ground import Ground
    from jdgen.scoring.candidate import Assessed
    from jdgen.scoring.flags import Flag

OPENING, CLEAN, SHORT, GAPS, DECISION = 5, 3, 2, 3, 3
"""Minutes for reading, a candidate without flags, a flag that changes nothing, a gap, and each decision; our own judgement."""

DO = {
    "requirement": "Look at what was noted. If it was settled wrongly, correct the screen; otherwise say why the job can do without it.",
    "reference": "Read out what the referee said and what the interviews showed. Say which of them is about the job.",
    "red flag": "Read out what was heard. Say whether it is what the flag means, and what it would cost in the job.",
    "disagreement": "Each rater reads out the evidence before anyone argues. Who heard something new files a revision with a reason.",
}
"""What to do about a flag, by its kind."""

RATED = "It rests on ratings, and only a revised one changes it. Say why the job can do without it, or that it cannot."
"""What to do about a requirement that the ratings settle."""


class _Part(NamedTuple):
    minutes: int
    what: str
    text: str


def agenda(ground: Ground) -> tuple[Step, ...]:
    """Returns the steps of the debrief, minute by minute."""
    steps, minute = [], 0
    for it in _parts(ground):
        steps.append(Step(minute, minute + it.minutes, it.what, it.text))
        minute += it.minutes
    return tuple(steps)


def _parts(ground: Ground) -> Iterator[_Part]:
    yield _Part(OPENING, "", "Everyone reads the first page. Nobody argues for or against a candidate yet.")
    order = ground.in_order
    open_flags = {it.code: [flag for flag in it.result.flags if flag.is_open] for it in order}
    deciding = [it for it in order if it.result.outcome == "discuss" and _reaches(ground, it)]
    near = [it for it in order if it.result.outcome == "discuss" and it not in deciding]
    clean = [it for it in order if it.result.outcome == "meets the bar"]
    for it in (*deciding, *near):
        yield from (_closing(ground, it, flag) for flag in in_turn(ground, open_flags[it.code]))
    yield from (_below(ground, it) for it in near)
    yield from (_clean(it) for it in clean)
    for it in order:
        if it not in (*deciding, *near, *clean):
            yield from _others(ground, it, len(open_flags[it.code]))
    yield _Part(
        DECISION * len(order),
        "",
        "Fill in the decision record: a decision for each candidate, who takes it, and the reason where it departs from the rule.",
    )


def _reaches(ground: Ground, it: Assessed) -> bool:
    value = it.result.total.value
    return value is not None and value >= Fraction(ground.profile.scoring.advance)


def _closing(ground: Ground, it: Assessed, flag: Flag) -> _Part:
    measured = flag.kind == "requirement" and flag.value is not None
    return _Part(
        MINUTES[flag.kind], it.code, f"{ended(title(ground, flag))} {RATED if measured else DO[flag.kind]}"
    )


def _below(ground: Ground, it: Assessed) -> _Part:
    value = it.result.total.value or Fraction(0)
    said = f"{ground.total(value)} is below {ground.profile.scoring.advance:.2f} with or without flags; only a revised rating changes that."
    return _Part(CLEAN, it.code, f"{said} Say what speaks for going on, on evidence that everyone has heard.")


def _clean(it: Assessed) -> _Part:
    return _Part(CLEAN, it.code, "Nothing is open. Ask once whether anyone knows a fact that no card holds.")


def _others(ground: Ground, it: Assessed, flags: int) -> Iterator[_Part]:
    """Yields what is said of a candidate whose outcome no flag decides."""
    open_ends = list(_open_ends(ground, it)) if it.result.outcome == "incomplete" else []
    if open_ends:
        text = f"{capital('; '.join(open_ends))}. Say who closes it by when; nobody fills a gap from memory."
        yield _Part(GAPS * len(open_ends), it.code, text)
    if flags:
        said = f"{capital(counted(flags, 'flag'))} to close in a sentence each. The rule says “{it.result.outcome}”, and closing them does not change that."
        yield _Part(SHORT * flags, it.code, said)


def _open_ends(ground: Ground, it: Assessed) -> Iterator[str]:
    for score in it.result.scores:
        if score.gap:
            yield f"{ground.competency(score.competency)} is not fully rated"
    for standing in it.result.standings:
        if standing.must and standing.status == "unverified" and standing.by != "ratings":
            yield f"nobody has settled “{ground.requirement(standing.requirement)}”"

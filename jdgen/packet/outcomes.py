"""What the rule says of each candidate, and why, in sentences."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from typing import TYPE_CHECKING

from jdgen.errors import in_words
from jdgen.language import capital
from jdgen.packet.ground import letter
from jdgen.packet.model import Band, Line
from jdgen.packet.words import counted, ended, number
from jdgen.role.rule import shown
from jdgen.scoring.display import percent

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from jdgen.packet.ground import Ground
    from jdgen.role.rule import Outcome
    from jdgen.scoring.candidate import Assessed, Result

OUTCOMES: dict[Outcome, str] = {
    "meets the bar": "{} the bar",
    "discuss": "{} for discussion",
    "below the bar": "{} below the bar",
    "below a floor": "{} below a floor",
    "incomplete": "{} incomplete",
    "not qualified": "{} not qualified",
}
"""How many candidates they are said of, in the order in which they are told."""

KINDS = {
    "disagreement": "raters apart",
    "red flag": "red flag",
    "reference": "reference contradicts",
    "requirement": "must not met",
}


def lines(ground: Ground) -> tuple[Line, ...]:
    """Returns a line for each candidate, in the order of the packet."""
    return tuple(_line(ground, it) for it in ground.in_order)


def _line(ground: Ground, it: Assessed) -> Line:
    total, compared = it.result.total, ground.comparison
    low, high = ground.total(total.low), ground.total(total.high)
    equal = compared.equal_totals.get(it.code)
    return Line(
        code=it.code,
        outcome=capital(it.result.outcome),
        because=because(ground, it.result),
        total="" if total.value is None else ground.total(total.value),
        low=low,
        high=high,
        interval="" if total.final else f"{low} to {high}",
        coverage=percent(total.coverage),
        rank=_figure(compared.ranks.get(it.code)),
        band=ground.band(it.code),
        flags=sum(flag.is_open for flag in it.result.flags),
        equal_total="" if equal is None else ground.total(equal),
        equal_rank=_figure(compared.equal_ranks.get(it.code)),
    )


def _figure(rank: int | None) -> str:
    return "" if rank is None else str(rank)


def because(ground: Ground, result: Result) -> str:
    """Returns what the rule that applied rests on."""
    match result.outcome:
        case "not qualified":
            return ended(f"Knock-out not met: {_subjects(ground, result)}")
        case "incomplete":
            return " ".join(_open(ground, result))
        case "below a floor":
            return "; ".join(_floors(ground, result)) + "."
        case "below the bar":
            return f"{_total(ground, result)} is below {ground.profile.scoring.hold:.2f}."
        case "discuss":
            return " ".join(_discussed(ground, result))
    return f"{_total(ground, result)} is at or above {ground.profile.scoring.advance:.2f}, every floor is held, and no flag is open."


def _subjects(ground: Ground, result: Result) -> str:
    return "; ".join(ground.subject(name) for name in result.because)


def _open(ground: Ground, result: Result) -> Iterator[str]:
    """Yields what keeps a result from being complete."""
    known = ground.profile.competencies
    gaps = [ground.competency(name) for name in result.because if name in known]
    rated = {
        it.requirement for it in result.standings if it.by == "ratings"
    }  # a gap leaves them open, and closes them
    unverified = [ground.requirement(name) for name in result.because if name not in {*known, *rated}]
    if gaps:
        yield f"No complete rating of {in_words(gaps, 'and')}."
    if unverified:
        yield ended(f"Nobody has settled: {'; '.join(unverified)}")


def _floors(ground: Ground, result: Result) -> Iterator[str]:
    scores = {it.competency: it.score for it in result.scores}
    for name in result.below_floor:
        value, floor = scores[name], ground.profile.floors[name]
        if value is not None:
            yield f"{ground.competency(name)} {ground.score(name, value)}, and its floor is {floor}"


def _discussed(ground: Ground, result: Result) -> Iterator[str]:
    value = result.total.value
    if value is not None and value < Fraction(ground.profile.scoring.advance):
        yield f"{_total(ground, result)} is below {ground.profile.scoring.advance:.2f}."
    kinds = Counter(flag.kind for flag in result.flags if flag.is_open)
    if kinds:
        said = [f"{KINDS[kind]} ({number(count)})" for kind, count in kinds.items()]
        yield f"{capital(counted(sum(kinds.values()), 'open flag'))}: {in_words(said, 'and')}."


def _total(ground: Ground, result: Result) -> str:
    return "" if result.total.value is None else ground.total(result.total.value)


def bands(ground: Ground) -> tuple[Band, ...]:
    """Returns the bands from the best down."""
    width = Fraction(ground.profile.scoring.band)
    return tuple(
        Band(letter(place), it.codes, ground.total(it.best), ground.total(it.best - width))
        for place, it in enumerate(ground.comparison.bands)
    )


def summary(ground: Ground) -> str:
    """Returns how many candidates there are of each outcome."""
    counts = Counter(it.result.outcome for it in ground.comparison.candidates)
    said = [_of_so_many(counts[name], name) for name in OUTCOMES if counts[name]]
    return f"{capital(in_words(said, 'and'))}."


def _of_so_many(count: int, name: Outcome) -> str:
    one, several = ("meets", "meet") if name == "meets the bar" else ("is", "are")
    return f"{number(count)} {OUTCOMES[name].format(one if count == 1 else several)}"


def order(ground: Ground) -> str:
    """Returns what the order says, and what it does not; nothing where there is none."""
    if len(ground.comparison.candidates) == 1:
        return ""
    width = shown(Fraction(ground.profile.scoring.band))
    return (
        f"Candidates within {width} of the best of a band form one band, and order inside a band is noise. With two raters the "
        "standard error of a total is near 0.37, taking a reliability of .61 (from Huffcutt, Culbertson and Weyhrauch, 2013) and "
        "a standard deviation of 0.6, which is our own judgement. Ranks and bands go by the total alone, and the rule comes first: "
        "a candidate below a floor has a rank too. Ties are not broken; they go to the debrief."
    )


def by_weights(ground: Ground) -> str:
    """Returns whether the order is another when all competencies weigh the same."""
    it = ground.comparison
    if len(it.ranks) < 2:  # noqa: PLR2004 - one has no order
        return ""
    if not it.order_depends:
        return "The order is the same when all competencies weigh the same."
    first = _first(it.equal_ranks)
    if first == _first(it.ranks):
        return f"The order depends on the weights, but not at its head: when all competencies weigh the same, {first} first as well."
    return (
        f"The order depends on the weights: when all competencies weigh the same, {first} first. "
        "A lead that only the weights make is a reason to read the reason for the weights once more."
    )


def _first(ranks: Mapping[str, int]) -> str:
    codes = sorted(code for code, rank in ranks.items() if rank == 1)
    return f"{in_words(codes, 'and')} {'comes' if len(codes) == 1 else 'come'}"

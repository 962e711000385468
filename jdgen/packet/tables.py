"""Candidates side by side: scores with the raters' spread, and how requirements stand."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING, TypeVar

from jdgen.packet.model import Field, Row
from jdgen.role.kit.model import Table
from jdgen.schema.requirement import RATED

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from jdgen.packet.ground import Ground
    from jdgen.schema.requirement import Requirement
    from jdgen.scoring.candidate import Assessed
    from jdgen.scoring.competency import Score
    from jdgen.scoring.requirements import Standing

ITEM = TypeVar("ITEM")

BESIDE = 5
"""Candidates that stand beside each other in a table, at the most; six are three and three, so that nobody stands alone."""

STATUS = {"met": "met", "equivalent": "equivalent", "not_met": "not met", "unverified": "not settled"}


def rows(ground: Ground) -> tuple[Row, ...]:
    """Returns the scores of each candidate, in the order of the packet."""
    return tuple(
        Row(it.code, tuple(_field(ground, score, it.result.below_floor) for score in it.result.scores))
        for it in ground.in_order
    )


def _field(ground: Ground, it: Score, below: Sequence[str]) -> Field:
    given = [rater.score for rater in it.rated if rater.score is not None]
    lowest, highest = (
        (ground.score(it.competency, min(given)), ground.score(it.competency, max(given)))
        if given
        else ("", "")
    )
    spread = "no spread" if lowest == highest else f"{lowest} to {highest}"
    return Field(
        score="" if it.score is None else ground.score(it.competency, it.score),
        lowest=lowest,
        highest=highest,
        spread=spread if len(given) > 1 else "",
        gap=it.gap,
        apart=it.spread is not None and it.spread >= Fraction(ground.profile.scoring.disagreement),
        below_floor=it.competency in below,
    )


def score_tables(ground: Ground) -> tuple[Table, ...]:
    """Returns the scores as tables, competencies down, a few candidates across."""
    return tuple(_score_table(ground, some) for some in beside(rows(ground)))


def _score_table(ground: Ground, some: Sequence[Row]) -> Table:
    names = list(ground.profile.competencies)
    found = (
        (ground.competency(name), *(_said(row.fields[place]) for row in some))
        for place, name in enumerate(names)
    )
    head = ("Competency", *(row.code for row in some))
    return Table("Score, and in brackets the lowest and highest rater where they differ", head, tuple(found))


def _said(it: Field) -> str:
    marks = [
        f"({it.spread})" if it.lowest != it.highest else "",
        "gap" if it.gap else "",
        "apart" if it.apart else "",
        "below floor" if it.below_floor else "",
    ]
    return " ".join(part for part in (it.score, ", ".join(filter(None, marks))) if part)


def requirement_tables(ground: Ground) -> tuple[Table, ...]:
    """Returns how each requirement stands, a few candidates across."""
    return tuple(_requirement_table(ground, some) for some in beside(ground.in_order))


def _requirement_table(ground: Ground, some: Sequence[Assessed]) -> Table:
    standings = [{one.requirement: one for one in it.result.standings} for it in some]
    found = (
        (
            ground.requirement(name),
            _weight(it),
            _settled_by(it),
            *(_stands(by_name[name]) for by_name in standings),
        )
        for name, it in ground.profile.requirements.items()
    )
    head = ("Requirement", "Kind", "Settled by", *(it.code for it in some))
    return Table("How each requirement stands", head, tuple(found))


def _weight(it: Requirement) -> str:
    return "Knock-out" if it.knock_out else "Must" if it.importance == "must" else "Preferred"


def _stands(it: Standing) -> str:
    return STATUS[it.status] + (" (by months)" if it.by == "career" else "")


def _settled_by(it: Requirement) -> str:
    return "ratings" if it.kind in RATED else "screen"


def notes(ground: Ground) -> Iterator[str]:
    """Yields what was noted beside requirements."""
    for it in ground.in_order:
        for one in it.result.standings:
            if one.note:
                yield f"{it.code}, {ground.requirement(one.requirement)}: {one.note}"


def gaps(ground: Ground) -> Iterator[str]:
    """Yields what is missing, by candidate and competency."""
    for it in ground.in_order:
        for score in it.result.scores:
            if score.gap:
                yield f"{it.code}, {ground.competency(score.competency)}: {'; '.join(_missing(ground, score))}."


def _missing(ground: Ground, it: Score) -> Iterator[str]:
    for one in it.missing:
        yield f"{ground.title(one.seat)} left {', '.join(one.questions)} blank in “{ground.session(one.session)}”"
    if len(it.rated) < ground.profile.scoring.min_raters:
        yield f"{len(it.rated)} of at least {ground.profile.scoring.min_raters} people gave a number"


def beside(those: Sequence[ITEM]) -> Iterator[Sequence[ITEM]]:
    """Yields the candidates of each table: as few tables as can be, and as even as can be."""
    tables = -(-len(those) // BESIDE)
    each, over = divmod(len(those), tables)
    starts = [at * each + min(at, over) for at in range(tables + 1)]
    return (those[start:end] for start, end in pairwise(starts))

"""Cards, results and role to the packet that the debrief reads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jdgen.errors import in_words
from jdgen.language import capital
from jdgen.packet import model, outcomes, tables
from jdgen.packet.agenda import agenda
from jdgen.packet.agreement import caution, coefficients, notices, unshown
from jdgen.packet.flags import flagged
from jdgen.packet.practice import structure
from jdgen.packet.retention import delete_on, deletion
from jdgen.packet.words import counted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jdgen.errors import Problem
    from jdgen.intake.model import Standing
    from jdgen.packet.ground import Ground
    from jdgen.scoring.candidate import Assessed, Result


def describe_packet(ground: Ground) -> model.Packet:
    """Returns the packet of the candidates whose cards are all locked, with the others named as waiting."""
    steps = agenda(ground)
    records, debrief = ground.resolved.company.records, ground.vacancy.dates.debrief
    return model.Packet(
        vacancy=ground.kit.vacancy.name,
        debrief=debrief,
        panel=tuple(seat.label for seat in ground.kit.seats if seat.rates),
        cards=len(ground.intake.shown),
        lines=outcomes.lines(ground),
        bands=outcomes.bands(ground),
        summary=outcomes.summary(ground),
        order=outcomes.order(ground),
        caution=caution(ground),
        by_weights=outcomes.by_weights(ground),
        order_depends=ground.comparison.order_depends,
        left_out=_left_out(ground),
        agenda=steps,
        minutes=steps[-1].end,
        rows=tables.rows(ground),
        scores=tables.score_tables(ground),
        requirements=tables.requirement_tables(ground),
        notes=tuple(tables.notes(ground)),
        flagged=flagged(ground),
        gaps=tuple(tables.gaps(ground)),
        changed=tuple(_changed(ground, it) for it in ground.in_order if it.independent != it.result),
        agreement=tuple(coefficients(ground)),
        unshown=unshown(ground),
        notices=tuple(notices(ground)),
        void=tuple(f"{name}: {reason}" for name, reason in sorted(ground.comparison.void.items())),
        structure=structure(ground),
        waiting=tuple(waiting(ground)),
        refused=tuple(_refused(ground)),
        look_at=tuple(str(it) for it in ground.intake.notices),
        deletion=deletion(records, debrief),
        delete_on=delete_on(records, debrief),
    )


def waiting(ground: Ground) -> Iterator[model.Waiting]:
    """Yields the candidates of whom nothing is shown."""
    for it in ground.intake.standings:
        if not it.is_complete:
            locked = len(it.turns) - len(it.waiting)
            yield model.Waiting(it.candidate, locked, len(it.turns), tuple(_missing(it)))


def _missing(it: Standing) -> Iterator[str]:
    by_rater: dict[str, list[str]] = {}
    for turn in it.waiting:
        state = "" if turn.state == "missing" else f" ({turn.state})"
        by_rater.setdefault(turn.rater, []).append(turn.card + state)
    return (f"{rater}: {', '.join(cards)}" for rater, cards in by_rater.items())


def _refused(ground: Ground) -> Iterator[model.Refused]:
    for it in ground.intake.refusals:
        if not it.is_draft:
            yield model.Refused(it.place.file, tuple(_reason(problem) for problem in it.problems))


def _reason(it: Problem) -> str:
    return ": ".join(part for part in (str(it.place._replace(file="")).strip(", "), it.message) if part)


def _left_out(ground: Ground) -> str:
    """Returns who and what is left out, in a sentence."""
    codes = [it.code for it in waiting(ground)]
    refused = len(list(_refused(ground)))
    said = [f"{in_words(codes, 'and')} until every card of theirs is locked"] if codes else []
    said += [f"{counted(refused, 'card')} that cannot count"] if refused else []
    return f"Left out: {'; '.join(said)}. The last pages say what is missing and why." if said else ""


def _changed(ground: Ground, it: Assessed) -> model.Changed:
    revisions = tuple(
        model.Revision(
            where=f"{ground.seat(one.seat)}, {one.question} in “{ground.session(one.session)}”",
            before=_mark(one.before),
            after=_mark(one.after),
            reason=one.reason,
        )
        for one in it.revisions
    )
    closed = sum(not flag.is_open for flag in it.result.flags)
    said = f"{capital(counted(closed, 'flag'))} {'was' if closed == 1 else 'were'} closed." if closed else ""
    return model.Changed(
        it.code, _result(ground, it.independent), _result(ground, it.result), revisions, said
    )


def _mark(rating: int | str | None) -> str:
    return "blank" if rating is None else str(rating)


def _result(ground: Ground, it: Result) -> str:
    total = "no total" if it.total.value is None else ground.total(it.total.value)
    return f"{capital(it.outcome)}, {total}"

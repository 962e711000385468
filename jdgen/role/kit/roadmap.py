"""What the figures of a roadmap case come to: expected values, and the best set that fits the capacity."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from jdgen.language import ENGLISH, filled
from jdgen.role.kit.figures import column, given, percent, plain
from jdgen.role.kit.model import Table

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from jdgen.language import Language
    from jdgen.schema.plan import Initiative, Roadmap


class Pick(NamedTuple):
    """A set of initiatives."""

    effort: Fraction
    """Effort of all of them."""
    value: Fraction
    """Expected value of all of them."""
    names: tuple[str, ...]
    """Their ids, in the order of the case."""


class Plan(NamedTuple):
    """The best set under one reading of the figures."""

    reading: str
    """How the figures are read."""
    capacity: Fraction
    """The capacity that is left."""
    best: Pick
    """The best set within it."""


def expected(initiative: Initiative) -> Fraction:
    """Returns value times confidence."""
    return Fraction(initiative.value) * Fraction(initiative.confidence)


def best_set(initiatives: Mapping[str, Initiative], capacity: Fraction) -> Pick:
    """Returns the set with the highest expected value within the capacity; of equals the one with less effort.

    Exact for any figures: sets are built up one initiative at a time, and one that costs as much as another
    and brings no more is dropped (Nemhauser and Ullmann 1969), so that forty initiatives are as easy as seven.
    """
    picks = [Pick(Fraction(0), Fraction(0), ())]
    for name, it in initiatives.items():
        effort, value = Fraction(it.effort), expected(it)
        more = [Pick(pick.effort + effort, pick.value + value, (*pick.names, name)) for pick in picks]
        picks = _undominated([*picks, *(pick for pick in more if pick.effort <= capacity)])
    return max(picks, key=lambda pick: pick.value)


def _undominated(picks: Sequence[Pick]) -> list[Pick]:
    kept: list[Pick] = []
    for pick in sorted(picks, key=lambda it: (it.effort, -it.value)):
        if not kept or pick.value > kept[-1].value:
            kept.append(pick)
    return kept


def plans(figures: Roadmap, say: Language = ENGLISH) -> list[Plan]:
    """Returns the best set as the figures are handed out, then with each correction that only assessors know, then with both."""
    whole = Fraction(figures.capacity)
    left = whole * (1 - Fraction(figures.support))
    sound = {name: it for name, it in figures.initiatives.items() if name not in figures.doubtful}
    doubtful = _doubtful(figures)
    readings = [(say("Figures as handed out"), whole, figures.initiatives)]
    if doubtful:
        readings.append((say("Without {initiatives}", initiatives=say.both(doubtful)), whole, sound))
    if left < whole:
        readings.append((say("Capacity less support"), left, figures.initiatives))
    if doubtful and left < whole:
        readings.append((say("Both corrections"), left, sound))
    return [Plan(reading, capacity, best_set(choice, capacity)) for reading, capacity, choice in readings]


def _doubtful(figures: Roadmap) -> list[str]:
    return [name for name in figures.initiatives if name in figures.doubtful]


def handed_out(figures: Roadmap, say: Language = ENGLISH) -> Table:
    """Returns the figures that candidates read."""
    rows = tuple(
        (_labelled(name, it), given(it.effort, say), given(it.value, say), percent(it.confidence, say))
        for name, it in figures.initiatives.items()
    )
    caption = say(
        "Effort in team-months; value in thousands of yearly margin if the initiative works; confidence that it works. "
        "Capacity: {capacity} team-months.",
        capacity=given(figures.capacity, say),
    )
    return Table(caption, (say("Initiative"), say("Effort"), say("Value"), say("Confidence")), rows)


def _labelled(name: str, it: Initiative) -> str:
    return filled("{name}: {label}", {"name": name, "label": it.label})


def reference(figures: Roadmap, say: Language = ENGLISH) -> Iterator[Table]:
    """Yields the tables that assessors compare a memo with."""
    if figures.initiatives:
        yield _values(figures, say)
        yield _sets(plans(figures, say), say)


def _values(figures: Roadmap, say: Language) -> Table:
    items = figures.initiatives.values()
    each = [expected(it) / Fraction(it.effort) if it.effort else None for it in items]
    cells = iter(column((it for it in each if it is not None), say))
    rows = zip(
        (_labelled(name, it) for name, it in figures.initiatives.items()),
        (given(it.effort, say) for it in items),
        column(map(expected, items), say),
        ("–" if it is None else next(cells) for it in each),
        strict=True,
    )
    return Table(
        say("Expected value: value times confidence, in thousands a year"),
        (say("Initiative"), say("Effort"), say("Expected value"), say("Per team-month")),
        tuple(rows),
    )


def _sets(found: Sequence[Plan], say: Language) -> Table:
    values = column((plan.best.value for plan in found), say)
    rows = tuple(
        (plan.reading, plain(plan.capacity, say), _named(plan.best, say), plain(plan.best.effort, say), value)
        for plan, value in zip(found, values, strict=True)
    )
    head = (say("Reading"), say("Capacity"), say("Best set"), say("Effort"), say("Expected value"))
    return Table(say("The best set within the capacity, under each reading of the figures"), head, rows)


def _named(pick: Pick, say: Language) -> str:
    return ", ".join(pick.names) or say.pgettext("initiative", "none")


def conclusions(figures: Roadmap, say: Language = ENGLISH) -> Iterator[str]:
    """Yields what these figures say, in sentences."""
    found = plans(figures, say) if figures.initiatives else []
    if found:
        yield from _corrections(figures, found, say)
        yield from _steady(found, say)
        yield from _left_out(figures, found, say)


def _corrections(figures: Roadmap, found: Sequence[Plan], say: Language) -> Iterator[str]:
    first, last = found[0], found[-1]
    yield say(
        "As the figures are handed out, the best set within {capacity} team-months is {set}, with an expected value of {value}.",
        capacity=plain(first.capacity, say), set=_and(first.best.names, say), value=plain(first.best.value, say),
    )  # fmt: skip
    if last is not first:
        yield say(
            "On an honest basis, {basis}, it is {set} with {value}, which is {gap} less. Look for whether the memo finds the gap "
            "or asks about it.",
            basis=_basis(figures, say), set=_and(last.best.names, say), value=plain(last.best.value, say),
            gap=plain(first.best.value - last.best.value, say),
        )  # fmt: skip


def _basis(figures: Roadmap, say: Language) -> str:
    """Returns in words what has to be corrected."""
    doubtful = _doubtful(figures)
    left = Fraction(figures.capacity) * (1 - Fraction(figures.support))
    parts = [
        say("without {initiatives}", initiatives=say.both(doubtful)) if doubtful else "",
        say("with the {capacity} team-months that support leaves", capacity=plain(left, say))
        if figures.support
        else "",
    ]
    return say.both([part for part in parts if part])


def _steady(found: Sequence[Plan], say: Language) -> Iterator[str]:
    always = [name for name in found[0].best.names if all(name in plan.best.names for plan in found)]
    if len(found) > 1 and always:
        yield say.ngettext(
            "{set} belongs to the best set under every reading: a memo that leaves out it owes a reason.",
            "{set} belong to the best set under every reading: a memo that leaves out one of them owes a reason.",
            len(always),
            set=_and(always, say),
        )


def _left_out(figures: Roadmap, found: Sequence[Plan], say: Language) -> Iterator[str]:
    """Yields a warning where the largest single value is a trap."""
    name = max(figures.initiatives, key=lambda it: expected(figures.initiatives[it]))
    it = figures.initiatives[name]
    if expected(it) > 0 and not any(name in plan.best.names for plan in found):
        beyond = it.effort > figures.capacity
        why = say("more than there are") if beyond else say("which bring more elsewhere")
        yield say(
            "{initiative} has the largest expected value of all, {value}, and is in none of these sets: it takes {effort} "
            "team-months, {why}.",
            initiative=name, value=plain(expected(it), say), effort=given(it.effort, say), why=why,
        )  # fmt: skip


def _and(names: Sequence[str], say: Language) -> str:
    return say.both(names) if names else say("empty")

"""What the figures of a roadmap case come to: expected values, and the best set that fits the capacity."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from jdgen.errors import in_words
from jdgen.role.kit.figures import column, given, percent, plain
from jdgen.role.kit.model import Table

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

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


def plans(figures: Roadmap) -> list[Plan]:
    """Returns the best set as the figures are handed out, then with each correction that only assessors know, then with both."""
    whole = Fraction(figures.capacity)
    left = whole * (1 - Fraction(figures.support))
    sound = {name: it for name, it in figures.initiatives.items() if name not in figures.doubtful}
    doubtful = _doubtful(figures)
    readings = [("Figures as handed out", whole, figures.initiatives)]
    if doubtful:
        readings.append((f"Without {in_words(doubtful, 'and')}", whole, sound))
    if left < whole:
        readings.append(("Capacity less support", left, figures.initiatives))
    if doubtful and left < whole:
        readings.append(("Both corrections", left, sound))
    return [Plan(reading, capacity, best_set(choice, capacity)) for reading, capacity, choice in readings]


def _doubtful(figures: Roadmap) -> list[str]:
    return [name for name in figures.initiatives if name in figures.doubtful]


def handed_out(figures: Roadmap) -> Table:
    """Returns the figures that candidates read."""
    rows = tuple(
        (f"{name}: {it.label}", given(it.effort), given(it.value), percent(it.confidence))
        for name, it in figures.initiatives.items()
    )
    caption = (
        "Effort in team-months; value in thousands of yearly margin if the initiative works; confidence that it works. "
        f"Capacity: {given(figures.capacity)} team-months."
    )
    return Table(caption, ("Initiative", "Effort", "Value", "Confidence"), rows)


def reference(figures: Roadmap) -> Iterator[Table]:
    """Yields the tables that assessors compare a memo with."""
    if figures.initiatives:
        yield _values(figures)
        yield _sets(plans(figures))


def _values(figures: Roadmap) -> Table:
    items = figures.initiatives.values()
    each = [expected(it) / Fraction(it.effort) if it.effort else None for it in items]
    cells = iter(column(it for it in each if it is not None))
    rows = zip(
        (f"{name}: {it.label}" for name, it in figures.initiatives.items()),
        (given(it.effort) for it in items),
        column(map(expected, items)),
        ("–" if it is None else next(cells) for it in each),
        strict=True,
    )
    return Table(
        "Expected value: value times confidence, in thousands a year",
        ("Initiative", "Effort", "Expected value", "Per team-month"),
        tuple(rows),
    )


def _sets(found: Sequence[Plan]) -> Table:
    values = column(plan.best.value for plan in found)
    rows = tuple(
        (plan.reading, plain(plan.capacity), _named(plan.best), plain(plan.best.effort), value)
        for plan, value in zip(found, values, strict=True)
    )
    head = ("Reading", "Capacity", "Best set", "Effort", "Expected value")
    return Table("The best set within the capacity, under each reading of the figures", head, rows)


def _named(pick: Pick) -> str:
    return ", ".join(pick.names) or "none"


def conclusions(figures: Roadmap) -> Iterator[str]:
    """Yields what these figures say, in sentences."""
    found = plans(figures) if figures.initiatives else []
    if found:
        yield from _corrections(figures, found)
        yield from _steady(found)
        yield from _left_out(figures, found)


def _corrections(figures: Roadmap, found: Sequence[Plan]) -> Iterator[str]:
    first, last = found[0], found[-1]
    yield (
        f"As the figures are handed out, the best set within {plain(first.capacity)} team-months is "
        f"{_and(first.best.names)}, with an expected value of {plain(first.best.value)}."
    )
    if last is not first:
        yield (
            f"On an honest basis, {_basis(figures)}, it is {_and(last.best.names)} with {plain(last.best.value)}, "
            f"which is {plain(first.best.value - last.best.value)} less. Look for whether the memo finds the gap or asks about it."
        )


def _basis(figures: Roadmap) -> str:
    """Returns in words what has to be corrected."""
    doubtful = _doubtful(figures)
    left = Fraction(figures.capacity) * (1 - Fraction(figures.support))
    parts = [
        f"without {in_words(doubtful, 'and')}" if doubtful else "",
        f"with the {plain(left)} team-months that support leaves" if figures.support else "",
    ]
    return in_words([part for part in parts if part], "and")


def _steady(found: Sequence[Plan]) -> Iterator[str]:
    always = [name for name in found[0].best.names if all(name in plan.best.names for plan in found)]
    if len(found) > 1 and always:
        verb, each = ("belongs", "it") if len(always) == 1 else ("belong", "one of them")
        yield f"{_and(always)} {verb} to the best set under every reading: a memo that leaves out {each} owes a reason."


def _left_out(figures: Roadmap, found: Sequence[Plan]) -> Iterator[str]:
    """Yields a warning where the largest single value is a trap."""
    name = max(figures.initiatives, key=lambda it: expected(figures.initiatives[it]))
    it = figures.initiatives[name]
    if expected(it) > 0 and not any(name in plan.best.names for plan in found):
        why = "more than there are" if it.effort > figures.capacity else "which bring more elsewhere"
        yield (
            f"{name} has the largest expected value of all, {plain(expected(it))}, and is in none of these sets: "
            f"it takes {given(it.effort)} team-months, {why}."
        )


def _and(names: Sequence[str]) -> str:
    return in_words(names, "and") if names else "empty"

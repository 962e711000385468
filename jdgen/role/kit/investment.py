"""What the figures of an investment case come to: net present values, a delay, and a promise of availability."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from jdgen.role.kit.figures import column, given, money, percent, plain
from jdgen.role.kit.model import Table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from decimal import Decimal

    from jdgen.schema.plan import Availability, Investment, Option

HOURS = 8760
"""Hours of a year of 365 days."""


class Worth(NamedTuple):
    """What an option is worth today."""

    label: str
    """What it is."""
    planned: Fraction
    """Net present value as planned."""
    late: Fraction
    """The same with its benefits one year late; those of the last year then fall behind the end of the table."""
    benefits: Fraction
    """Present value of its benefits as planned."""


def handed_out(figures: Investment) -> Table:
    """Returns the figures that candidates read."""
    years = _years(figures)
    rows = [
        (option.label, what, *map(given, amounts), *["0"] * (years - len(amounts)))
        for option in figures.options.values()
        for what, amounts in (("Cost", option.cost), ("Benefit", option.benefit))
    ]
    rate = percent(figures.discount_rate)
    caption = (
        "Cost and benefit of each year, in thousands. Year 0 is now; a benefit is a saving or added margin. "
        f"Discount rate: {rate} a year."
    )
    return Table(caption, ("Option", "Amount", *(f"Year {year}" for year in range(years))), tuple(rows))


def worths(figures: Investment) -> list[Worth]:
    """Returns what the options are worth, the best first; equals stay in the order of the case."""
    rate = Fraction(figures.discount_rate)
    return sorted((_worth(option, rate) for option in figures.options.values()), key=lambda it: -it.planned)


def reference(figures: Investment) -> Iterator[Table]:
    """Yields the tables that assessors compare a memo with."""
    found = worths(figures)
    if found:
        planned, late = column(it.planned for it in found), column(it.late for it in found)
        yield Table(
            f"Net present value at {percent(figures.discount_rate)} a year, in thousands",
            ("Option", "As planned", "Benefits one year late"),
            tuple((it.label, *values) for it, *values in zip(found, planned, late, strict=True)),
        )
    if figures.availability:
        yield _outages(figures.availability)


def conclusions(figures: Investment) -> Iterator[str]:
    """Yields what these figures say, in sentences."""
    if _years(figures):
        yield from _compared(worths(figures), figures)
    if figures.availability:
        yield _promise(figures.availability)


def _compared(found: Sequence[Worth], figures: Investment) -> Iterator[str]:
    yield _ranking(found, figures)
    if len(found) > 1:
        yield from _lead(found[0], found[1])
        yield from _delay(found[0], found[1])
    if _runs_on(figures):
        yield (
            f"The table ends with year {_years(figures) - 1}, while some options go on earning. A candidate who says so, "
            "or asks for a longer period, has understood the figures."
        )


def _years(figures: Investment) -> int:
    return max((len(line) for it in figures.options.values() for line in (it.cost, it.benefit)), default=0)


def _padded(amounts: Sequence[Decimal], years: int) -> list[Fraction]:
    return [Fraction(amount) for amount in amounts] + [Fraction(0)] * (years - len(amounts))


def _worth(option: Option, rate: Fraction) -> Worth:
    years = max(len(option.cost), len(option.benefit))
    cost, benefit = _padded(option.cost, years), _padded(option.benefit, years)
    late = [Fraction(0), *benefit][:years]
    spent, earned = _present(cost, rate), _present(benefit, rate)
    return Worth(option.label, earned - spent, _present(late, rate) - spent, earned)


def _present(amounts: Sequence[Fraction], rate: Fraction) -> Fraction:
    return sum((amount / (1 + rate) ** year for year, amount in enumerate(amounts)), Fraction(0))


def _ranking(found: Sequence[Worth], figures: Investment) -> str:
    best, *others = found
    span = f"at {percent(figures.discount_rate)} over years 0 to {_years(figures) - 1}"
    rest = "".join(f"; {it.label}: {money(it.planned)}" for it in others)
    if best.planned < 0:
        return (
            f"No option earns back what it costs {span}. {best.label} comes closest, with a net present value of "
            f"{money(best.planned)}{rest}."
        )
    return f"{best.label} has the highest net present value {span}: {money(best.planned)}{rest}."


def _lead(best: Worth, second: Worth) -> Iterator[str]:
    lead = best.planned - second.planned
    if not lead:
        yield f"{best.label} and {second.label} are worth the same: the choice has to rest on what is not in the table."
    elif lead < best.benefits:
        yield (
            f"{best.label} leads {second.label} by {money(lead)}. That lead is gone once every year’s benefit falls short "
            f"of the plan by {plain(lead / best.benefits * 100)} percent."
        )


def _delay(best: Worth, second: Worth) -> Iterator[str]:
    if best.late < second.planned:
        yield (
            f"If the benefits of {best.label} come one year late and all else goes to plan, it is worth {money(best.late)} "
            f"and {second.label} is the better choice. The choice turns on the date: look for what the memo says it rests on."
        )
    elif best.benefits:
        yield (
            f"Even with its benefits one year late {best.label} is worth {money(best.late)}, no less than {second.label} "
            "on time: the choice does not turn on the date alone."
        )


def _runs_on(figures: Investment) -> bool:
    """Returns whether an option still earns more than it costs in the last year of the table."""
    last = _years(figures)
    return any(_padded(it.benefit, last)[-1] > _padded(it.cost, last)[-1] for it in figures.options.values())


def _hours(it: Availability) -> tuple[Fraction, Fraction]:
    """Returns the hours of outage that the promise allows, and those of today."""
    return HOURS * (1 - Fraction(it.promised)), it.outages * Fraction(it.hours)


def _outages(it: Availability) -> Table:
    allowed, today = _hours(it)
    return Table(
        f"Outage in a year of {HOURS:,} hours",
        ("What", "Hours"),
        (
            (f"Allowed by a promise of {percent(it.promised)}", plain(allowed)),
            (f"Today: {it.outages} × {given(it.hours)} hours", plain(today)),
        ),
    )


def _promise(it: Availability) -> str:
    allowed, today = _hours(it)
    said = f"A promise of {percent(it.promised)} allows {plain(allowed)} hours of outage a year; today there are {plain(today)}."
    if allowed > today:
        return f"{said} The promise is weaker than the service of today, so it is no reason to change."
    if allowed == today:
        return f"{said} The promise is as good as the service of today, so it is no reason to change."
    return f"{said} The promise is worth something if it is kept; ask what the supplier owes when it is not."

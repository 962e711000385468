"""What the figures of an investment case come to: net present values, a delay, and a promise of availability."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from jdgen.language import ENGLISH, joined
from jdgen.role.kit.figures import column, given, money, percent, plain
from jdgen.role.kit.model import Table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from decimal import Decimal

    from jdgen.language import Language
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


def handed_out(figures: Investment, say: Language = ENGLISH) -> Table:
    """Returns the figures that candidates read."""
    years = _years(figures)
    rows = [
        (option.label, what, *(given(it, say) for it in amounts), *["0"] * (years - len(amounts)))
        for option in figures.options.values()
        for what, amounts in ((say("Cost"), option.cost), (say("Benefit"), option.benefit))
    ]
    caption = say(
        "Cost and benefit of each year, in thousands. Year 0 is now; a benefit is a saving or added margin. "
        "Discount rate: {rate} a year.",
        rate=percent(figures.discount_rate, say),
    )
    named = (say("Year {number}", number=year) for year in range(years))
    return Table(caption, (say("Option"), say("Amount"), *named), tuple(rows))


def worths(figures: Investment) -> list[Worth]:
    """Returns what the options are worth, the best first; equals stay in the order of the case."""
    rate = Fraction(figures.discount_rate)
    return sorted((_worth(option, rate) for option in figures.options.values()), key=lambda it: -it.planned)


def reference(figures: Investment, say: Language = ENGLISH) -> Iterator[Table]:
    """Yields the tables that assessors compare a memo with."""
    found = worths(figures)
    if found:
        planned, late = column((it.planned for it in found), say), column((it.late for it in found), say)
        yield Table(
            say("Net present value at {rate} a year, in thousands", rate=percent(figures.discount_rate, say)),
            (say("Option"), say("As planned"), say("Benefits one year late")),
            tuple((it.label, *values) for it, *values in zip(found, planned, late, strict=True)),
        )
    if figures.availability:
        yield _outages(figures.availability, say)


def conclusions(figures: Investment, say: Language = ENGLISH) -> Iterator[str]:
    """Yields what these figures say, in sentences."""
    if _years(figures):
        yield from _compared(worths(figures), figures, say)
    if figures.availability:
        yield _promise(figures.availability, say)


def _compared(found: Sequence[Worth], figures: Investment, say: Language) -> Iterator[str]:
    yield _ranking(found, figures, say)
    if len(found) > 1:
        yield from _lead(found[0], found[1], say)
        yield from _delay(found[0], found[1], say)
    if _runs_on(figures):
        yield say(
            "The table ends with year {year}, while some options go on earning. A candidate who says so, "
            "or asks for a longer period, has understood the figures.",
            year=_years(figures) - 1,
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


def _ranking(found: Sequence[Worth], figures: Investment, say: Language) -> str:
    best, *others = found
    told = {"option": best.label, "rate": percent(figures.discount_rate, say), "year": _years(figures) - 1}
    rest = [say("{option}: {value}", option=it.label, value=money(it.planned, say)) for it in others]
    values = joined(say("; "), [money(best.planned, say), *rest])
    if best.planned < 0:
        return say(
            "No option earns back what it costs at {rate} over years 0 to {year}. {option} comes closest, with a net present "
            "value of {values}.",
            values=values,
            **told,
        )
    return say(
        "{option} has the highest net present value at {rate} over years 0 to {year}: {values}.",
        values=values,
        **told,
    )


def _lead(best: Worth, second: Worth, say: Language) -> Iterator[str]:
    lead = best.planned - second.planned
    if not lead:
        yield say(
            "{best} and {second} are worth the same: the choice has to rest on what is not in the table.",
            best=best.label,
            second=second.label,
        )
    elif lead < best.benefits:
        yield say(
            "{best} leads {second} by {lead}. That lead is gone once the benefits of {best} fall short "
            "of the plan by {share} percent in every year.",
            best=best.label, second=second.label, lead=money(lead, say), share=plain(lead / best.benefits * 100, say),
        )  # fmt: skip


def _delay(best: Worth, second: Worth, say: Language) -> Iterator[str]:
    told = {"best": best.label, "second": second.label, "late": money(best.late, say)}
    if best.late < second.planned:
        yield say(
            "If the benefits of {best} come one year late and all else goes to plan, it is worth {late} and {second} is the "
            "better choice. The choice turns on the date: look for what the memo says it rests on.",
            **told,
        )
    elif best.benefits:
        yield say(
            "Even with its benefits one year late {best} is worth {late}, no less than {second} on time: the choice does not "
            "turn on the date alone.",
            **told,
        )


def _runs_on(figures: Investment) -> bool:
    """Returns whether an option still earns more than it costs in the last year of the table."""
    last = _years(figures)
    return any(_padded(it.benefit, last)[-1] > _padded(it.cost, last)[-1] for it in figures.options.values())


def _hours(it: Availability) -> tuple[Fraction, Fraction]:
    """Returns the hours of outage that the promise allows, and those of today."""
    return HOURS * (1 - Fraction(it.promised)), it.outages * Fraction(it.hours)


def _outages(it: Availability, say: Language) -> Table:
    allowed, today = _hours(it)
    return Table(
        say("Outage in a year of {hours} hours", hours=say.figure(f"{HOURS:,}")),
        (say("What"), say.pgettext("of outage", "Hours")),
        (
            (say("Allowed by a promise of {share}", share=percent(it.promised, say)), plain(allowed, say)),
            (
                say("Today: {outages} × {hours} hours", outages=it.outages, hours=given(it.hours, say)),
                plain(today, say),
            ),
        ),
    )


def _promise(it: Availability, say: Language) -> str:
    allowed, today = _hours(it)
    said = say(
        "A promise of {share} allows {allowed} hours of outage a year; today there are {today}.",
        share=percent(it.promised, say),
        allowed=plain(allowed, say),
        today=plain(today, say),
    )
    if allowed > today:
        verdict = say("The promise is weaker than the service of today, so it is no reason to change.")
    elif allowed == today:
        verdict = say("The promise is as good as the service of today, so it is no reason to change.")
    else:
        verdict = say(
            "The promise is worth something if it is kept; ask what the supplier owes when it is not."
        )
    return f"{said} {verdict}"

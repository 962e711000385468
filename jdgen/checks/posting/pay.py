"""Rules about pay that the law of the place asks for: the range, what comes with it, and what is said beside it."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from jdgen.checks.posting.laws import duties, in_doubt, severity_of, work_regions
from jdgen.checks.posting.rule import Fault, rule
from jdgen.errors import in_words
from jdgen.role.wording import money
from jdgen.schema.countries import COUNTRIES
from jdgen.schema.currencies import COUNTRIES_OF

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jdgen.checks.finding import Severity
    from jdgen.checks.posting.laws import Duty
    from jdgen.checks.posting.posting import Posting

A_YEAR = {"year": 1, "month": 12, "week": 52, "day": 260, "hour": 2080}
"""How often a period is paid in a full year of 52 weeks of 40 hours: only to compare with a limit, never to be posted."""

WIDE, TOO_WIDE, NEW_JERSEY = Decimal("0.5"), Decimal(1), Decimal("0.6")
"""Widths of a range as parts of its lower end."""


class Span(NamedTuple):
    """A pay range in a year."""

    low: Decimal
    high: Decimal
    currency: str


def span(posting: Posting) -> Span | None:
    """Returns the posted range, counted for a year."""
    pay = posting.job.pay
    times = A_YEAR[pay.period] if pay else 0
    return Span(pay.low * times, pay.high * times, pay.currency) if pay else None


def pay_duties(posting: Posting) -> Iterator[Duty]:
    """Yields the duties to show pay: those that a high pay or pay by commission takes away are left out."""
    pay = span(posting)
    for duty in duties(posting):
        limit = duty.law.off_above
        above = bool(limit and pay and pay.currency == limit[1] and pay.high > limit[0])
        excused = posting.job.paid_by == "commission" and duty.law.commission
        if "pay" in duty.law.shows and not above and not excused:
            yield duty


@rule("pay-missing")
def pay_missing(posting: Posting) -> Iterator[Fault]:
    """Yields a fault for each law that asks for pay which the posting does not show."""
    if posting.shows("salary"):
        return
    hidden = posting.job.pay is not None
    fix = (
        "a template leaves it out: print `role.pay`"
        if hidden
        else "write `salary` with `low`, `high` and `currency`"
    )
    for duty in pay_duties(posting):
        message = f"{duty.law.law}: the posting must show the pay or its range: {fix}{in_doubt(duty)}"
        yield Fault(posting.company_place("salary"), message, duty.law.id, severity_of(posting, duty))


@rule("ca-upon-hire")
def not_upon_hire(posting: Posting) -> Iterator[Fault]:
    """Yields a fault where a posting that California's law speaks to does not say that its range is the one paid on hire."""
    said = any(
        words in posting.text.casefold()
        for words in ("on hire", "upon hire", "at hire", "when hired", "starting pay")
    )
    if said or not posting.shows("salary"):
        return
    for duty in duties(posting):
        if "upon_hire" in duty.law.shows:
            message = (
                "California's pay scale is what is expected to be paid on hire, not the whole band of the career: "
                f"make sure of it, and write `on_hire: true` below `salary`{in_doubt(duty)}"
            )
            yield Fault(posting.company_place("salary"), message)


@rule("on-range-width")
def too_wide_for_ontario(posting: Posting) -> Iterator[Fault]:
    """Yields a fault where the range is wider than Ontario allows."""
    pay = span(posting)
    for duty in pay_duties(posting) if pay else ():
        limit = duty.law.widest
        if pay and limit and pay.currency == limit[1] and pay.high - pay.low > limit[0]:
            message = (
                f"the range spans {pay.currency} {money(pay.high - pay.low)} in a year{_counted(posting)}; Ontario allows "
                f"{limit[1]} {limit[0]:,} up to a pay of CAD 200,000: narrow it{in_doubt(duty)}"
            )
            yield Fault(posting.company_place("salary"), message, "", severity_of(posting, duty))


def _counted(posting: Posting) -> str:
    pay = posting.job.pay
    return f" (counted as {A_YEAR[pay.period]:,} {pay.period}s)" if pay and pay.period != "year" else ""


@rule("nj-range-spread")
def wide_for_new_jersey(posting: Posting) -> Iterator[Fault]:
    """Yields a fault where the range is wider than the rules that New Jersey has proposed."""
    pay = posting.job.pay
    if (
        pay
        and (pay.high - pay.low) / pay.low > NEW_JERSEY
        and any(it.law.id == "US-NJ" for it in duties(posting))
    ):
        message = f"the range spans {_share(posting)} of its lower end; New Jersey's proposed rules allow 60 percent: narrow it"
        yield Fault(posting.company_place("salary"), message)


@rule("range-wide")
def wide_range(posting: Posting) -> Iterator[Fault]:
    """Yields a fault where a range is so wide that it says little."""
    pay = posting.job.pay
    if pay is None or (pay.high - pay.low) / pay.low <= WIDE or not any(pay_duties(posting)):
        return
    severity: Severity = "warning" if (pay.high - pay.low) / pay.low > TOO_WIDE else "info"
    message = f"the range spans {_share(posting)} of its lower end and may not be taken for a good-faith estimate: narrow it, or post two levels"
    yield Fault(posting.company_place("salary"), message, "", severity)


def _share(posting: Posting) -> str:
    pay = posting.job.pay
    return f"{(pay.high - pay.low) / pay.low:.0%}".replace("%", " percent") if pay else ""


@rule("pay-currency")
def foreign_currency(posting: Posting) -> Iterator[Fault]:
    """Yields a fault where the pay is in a currency that none of the places of work pays in."""
    pay = posting.job.pay
    countries = dict.fromkeys(it.country for it in work_regions(posting) if it.country)
    if pay and countries and countries.keys().isdisjoint(COUNTRIES_OF[pay.currency].split()):
        places = in_words([COUNTRIES[it] for it in countries], "and")
        message = f"the pay is in {pay.currency}, and the work is done in {places}: write the currency that is paid there"
        yield Fault(posting.company_place("salary", "currency"), message)


@rule("pay-unlikely")
def unlikely_pay(posting: Posting) -> Iterator[Fault]:
    """Yields a fault where a year's pay is so low or high that thousands or the period must have been mistaken."""
    pay = span(posting)
    lowest, highest = LIKELY
    if pay and pay.currency in FAMILIAR and (pay.low < lowest or pay.high > highest):
        message = (
            f"the pay comes to {pay.currency} {money(pay.low)} to {money(pay.high)} in a year, which is hardly meant: "
            "write whole amounts, such as 180000, and the `period` that they are for"
        )
        yield Fault(posting.company_place("salary"), message)


FAMILIAR = ("USD", "EUR", "GBP", "CAD", "AUD", "CHF", "NZD", "SGD")
"""Currencies whose unit buys about as much."""

LIKELY = (5_000, 10_000_000)
"""A year's pay in one of them. Our own figures."""

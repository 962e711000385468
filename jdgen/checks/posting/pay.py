"""Rules about pay that the law of the place asks for: the range, what comes with it, and what is said beside it."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from jdgen.checks.posting.laws import AGE, EU, duties, laws, upcoming, workplaces
from jdgen.checks.posting.rule import Fault, rule
from jdgen.checks.posting.search import hits
from jdgen.errors import in_words
from jdgen.role.terms import PAID
from jdgen.role.wording import money
from jdgen.schema.countries import COUNTRIES
from jdgen.schema.regions import REGIONS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jdgen.checks.finding import Severity
    from jdgen.checks.posting.laws import Duty
    from jdgen.checks.posting.posting import Block, Posting

A_YEAR = {"year": 1, "month": 12, "week": 52, "day": 260, "hour": 2080}
"""How often a period is paid in a full year of 52 weeks of 40 hours: only to compare with a limit, never to be posted."""

WIDE, TOO_WIDE, NEW_JERSEY = Decimal("0.5"), Decimal(1), Decimal("0.6")
"""Widths of a range as parts of its lower end."""

KINDS = {
    "health": ("health", "medical", "dental", "sick", "kranken"),
    "retirement": ("retire", "pension", "401(k)", "401k", "403(b)", "superannuation", "rrsp", "altersvorsorge", "retraite"),
    "paid time off": (
        "paid leave", "paid time off", "pto", "vacation", "holiday", "days off", "days of leave", "days of paid", "annual leave",
        "urlaub", "congé",
    ),
}  # fmt: skip
"""What a general description of benefits names, each with words that name it."""

BEFORE = r"\b(before|prior to|ahead of)\b.{0,20}\binterview"


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


def _severity(posting: Posting, duty: Duty) -> Severity:
    if duty.law.mark == "M":
        return "info"
    delayed = duty.law.enforced_from > posting.today.isoformat()
    return "error" if duty.sure and not delayed else "warning"


def _if(duty: Duty) -> str:
    return f"; whether it applies depends on {duty.doubt}" if duty.doubt else ""


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
        message = f"{duty.law.law} wants the pay or its range in the posting: {fix}{_if(duty)}"
        yield Fault(posting.company_place("salary"), message, duty.law.id, _severity(posting, duty))


@rule("benefits-missing")
def benefits_missing(posting: Posting) -> Iterator[Fault]:
    """Yields a fault for each law that asks for benefits or other compensation which the posting does not describe."""
    lacking = list(_undescribed(posting))
    for duty in duties(posting):
        wanted = [(field, said) for field, of, said in lacking if of in duty.law.shows]
        if wanted:
            told = in_words([said for _, said in wanted], "and")
            message = (
                f"{duty.law.law} wants a general description of benefits and other pay: {told}{_if(duty)}"
            )
            yield Fault(posting.company_place(wanted[0][0]), message, duty.law.id, _severity(posting, duty))


def _undescribed(posting: Posting) -> Iterator[tuple[str, str, str]]:
    """Yields the field, what a law calls it, and what to write."""
    said = " ".join(
        block.text for block in posting.blocks if "benefits" in {it.section for it in block.origins}
    ).casefold()
    if not said:
        yield "benefits", "benefits", "list `benefits`"
    elif missing := [name for name, words in KINDS.items() if not any(word in said for word in words)]:
        yield (
            "benefits",
            "benefits",
            f"say in `benefits` what there is of {in_words(missing, 'and')}, or that there is none",
        )
    if not posting.shows("other_compensation"):
        yield (
            "other_compensation",
            "other",
            "list bonus, commission and equity in `other_compensation`, or write that there are none",
        )


@rule("benefits-vague")
def benefits_vague(posting: Posting) -> Iterator[Fault]:
    """Yields a fault where benefits are praised or broken off in the place of being named."""
    severity: Severity = (
        "error" if any("benefits" in duty.law.shows for duty in duties(posting)) else "warning"
    )
    for block, words in (*_praise(posting), *_broken_off(posting)):
        message = f"'{words}' describes no benefit: name each kind, such as health insurance, pension and paid leave"
        yield Fault(block.at(words), message, "", severity)


def _of_benefits(block: Block) -> bool:
    return block.among in {"benefits", "pay"} or any(it.section == "benefits" for it in block.origins)


def _praise(posting: Posting) -> Iterator[tuple[Block, str]]:
    """Yields praise of benefits that stands alone: the list of benefits beside it, or the line itself, names none."""
    adjectives = "great excellent generous attractive competitive amazing full comprehensive usual standard"
    pattern = rf"\b({adjectives.replace(' ', '|')}) (range of |package of )?(benefits|perks)( package)?\b"
    for block, words in hits(posting.blocks, pattern, "benefits perks", adjectives):
        low = block.text.casefold()
        named = any(word in low for kind in KINDS.values() for word in kind)
        if not named and (_of_benefits(block) or not posting.shows("benefits")):
            yield block, words


def _broken_off(posting: Posting) -> Iterator[tuple[Block, str]]:
    """Yields what leaves a list of benefits open."""
    pattern = r"\b(and|plus) (so )?(much |many )?more\b(?! than)|\betc\b\.?"
    return hits(filter(_of_benefits, posting.blocks), pattern, "more etc")


@rule("co-deadline")
def no_deadline_in_colorado(posting: Posting) -> Iterator[Fault]:
    """Yields a fault where a posting that Colorado's law speaks to says no last day to apply, or that there is none."""
    for duty in duties(posting):
        if "deadline" in duty.law.shows:
            if not _says_until_when(posting):
                message = f"Colorado wants the last day to apply: write `closing_date: 2027-01-31`, or `ongoing`{_if(duty)}"
                yield Fault(posting.company_place("closing_date"), message, "", _severity(posting, duty))
            elif not posting.shows("apply"):
                message = f"Colorado wants the posting to say how to apply: print `role.how_to_apply` in the template{_if(duty)}"
                yield Fault(posting.company_place("apply"), message, "", _severity(posting, duty))


def _says_until_when(posting: Posting) -> bool:
    known = posting.job.closes or posting.job.ongoing
    return bool(known) and (posting.shows("closing_date") or posting.shows("apply"))


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
                f"make sure of it, and write `on_hire: true` below `salary`{_if(duty)}"
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
                f"{limit[1]} {limit[0]:,} up to a pay of CAD 200,000: narrow it{_if(duty)}"
            )
            yield Fault(posting.company_place("salary"), message, "", _severity(posting, duty))


def _counted(posting: Posting) -> str:
    pay = posting.job.pay
    return f" (counted as {A_YEAR[pay.period]:,} {pay.period}s)" if pay and pay.period != "year" else ""


@rule("on-ai-statement")
def no_ai_statement(posting: Posting) -> Iterator[Fault]:
    """Yields a fault where Ontario's law speaks to the posting and it does not say whether artificial intelligence is used."""
    yield from _not_said(
        posting,
        "ai",
        "ai_screening",
        "whether artificial intelligence screens, assesses or selects applicants",
    )


@rule("on-vacancy-statement")
def no_vacancy_statement(posting: Posting) -> Iterator[Fault]:
    """Yields a fault where Ontario's law speaks to the posting and it does not say whether there is a vacancy."""
    yield from _not_said(
        posting, "vacancy", "existing_vacancy", "whether the posting is for a vacancy that exists"
    )


def _not_said(posting: Posting, shown: str, field: str, what: str) -> Iterator[Fault]:
    for duty in duties(posting):
        if shown in duty.law.shows and not posting.shows(field):
            known = getattr(posting.resolved.company, field) is not None
            fix = "print `role.notices` in the template" if known else f"write `{field}: true` or `false`"
            message = f"Ontario wants it said {what}: {fix}{_if(duty)}"
            yield Fault(posting.company_place(field), message, "", _severity(posting, duty))


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


@rule("commission-statement")
def no_commission_statement(posting: Posting) -> Iterator[Fault]:
    """Yields a fault where pay is by commission or tips and the posting does not say it in the form that the law asks for."""
    said = posting.shows("paid_by")
    typed = {} if said else {words for _, words in hits(posting.blocks, COMMISSION, "commission")}
    kind = posting.job.paid_by if posting.job.paid_by != "salary" else ("commission" if typed else "")
    for duty in duties(posting) if kind and not said else ():
        if getattr(duty.law, kind, "") == "statement":
            told = (
                "print `role.notices` in the template"
                if posting.job.paid_by == kind
                else f"write `paid_by: {kind}`"
            )
            message = f"{duty.law.law} wants the statement “{PAID[kind]}”: {told}{_if(duty)}"
            yield Fault(posting.company_place("paid_by"), message, "", _severity(posting, duty))


COMMISSION = (
    r"\b(commission[- ]only|100 ?% commission|paid (by|on) commission( only| alone)?|straight commission)\b"
)


@rule("multistate-union")
def all_states_together(posting: Posting) -> Iterator[Fault]:
    """Yields a note where work may be done anywhere in a country of many laws."""
    for place in workplaces(posting)[1]:
        known = [it.law for it in duties(posting) if it.law.country == place.country and it.law.shows]
        if place.country in REGIONS and not place.code and known:
            shown = [said for name, said in SHOWN.items() if any(name in it.shows for it in known)]
            message = (
                f"the work may be done anywhere in {COUNTRIES[place.country]}, so all its laws count together, the strictest first "
                f"({in_words([it.id for it in known], 'and')}): show {in_words(shown, 'and')}; "
                "or name the states in `remote_places`"
            )
            yield Fault(posting.company_place("remote_places"), message)


SHOWN = {
    "pay": "a closed pay range", "upon_hire": "that it is the pay on hire", "benefits": "benefits", "other": "other compensation",
    "deadline": "the last day to apply", "ai": "whether artificial intelligence is used", "vacancy": "whether there is a vacancy",
}  # fmt: skip
"""What laws ask a posting to show, in words."""


@rule("place-unknown")
def unknown_place(posting: Posting) -> Iterator[Fault]:
    """Yields a fault where it cannot be told which laws apply, because it is not known where the work is done."""
    work, remote = workplaces(posting)
    for number, place in enumerate(work):
        if place.country in REGIONS and not place.code:
            message = f"'{place.name}' is in no state or province that is known here, so its law on pay was not looked at: write `region`"
            yield Fault(posting.company_place("locations", number), message)
    for number, place in enumerate(remote if posting.job.remote_places else ()):
        if not place.country:
            message = f"'{place.name}' is no country that is known here, so its law on pay was not looked at: write `Germany` or `Colorado, US`"
            yield Fault(posting.company_place("remote_places", number), message)
        elif place.region and not place.code and place.country in REGIONS:
            message = f"'{place.name}' is in no state that is known here, so all of {COUNTRIES[place.country]} was looked at: correct the state"
            yield Fault(posting.company_place("remote_places", number), message)
    if posting.job.remote == "full" and not remote:
        message = "it is not said from where the work can be done, so no law on pay was looked at: name countries or states in `remote_places`"
        yield Fault(posting.company_place("remote"), message)


@rule("pay-later-duty")
def later_duty(posting: Posting) -> Iterator[Fault]:
    """Yields a reminder for each law that asks for something after the posting."""
    for duty in duties(posting):
        if duty.law.later:
            message = f"{duty.law.law}: {duty.law.later}{_if(duty)}"
            yield Fault(posting.company_place("locations"), message, duty.law.id)


@rule("eu-art5")
def pay_before_the_interview(posting: Posting) -> Iterator[Fault]:
    """Yields a fault where a posting in the European Union neither shows the pay nor says that it is told before the interview."""
    if posting.shows("salary") or not any(it.law.id == "EU" for it in duties(posting)):
        return
    asked = [it.law for it in duties(posting) if it.law.country in EU and "pay" in it.law.shows]
    told = any(
        "pay" in block.text.casefold() or "salary" in block.text.casefold()
        for block, _ in hits(posting.blocks, BEFORE, "interview interviews", "before prior ahead")
    )
    if told and not asked:
        return
    message = (
        "Directive (EU) 2023/970, article 5: applicants learn the pay or its range in the notice or before the interview: "
        "write `salary`, or say in `hiring_process` that the pay is told before the first interview"
    )
    yield Fault(posting.company_place("salary"), message, "", "error" if asked else "warning")


@rule("rules-stale")
def stale_rules(posting: Posting) -> Iterator[Fault]:
    """Yields one fault where rows of the table of laws were verified long ago."""
    oldest = (posting.today - AGE).isoformat()
    stale = [
        it
        for it in laws()
        if it.reach and it.verified_on < oldest and not (it.effective_to and it.effective_to < oldest)
    ]
    if stale:
        message = (
            f"{len(stale)} rows of the table of pay laws were last verified on {min(it.verified_on for it in stale)}, more than "
            f"{AGE.days} days ago: update jdgen, or have counsel look at the places of this posting"
        )
        yield Fault(posting.company_place("locations"), message)


@rule("rule-upcoming")
def coming_rule(posting: Posting) -> Iterator[Fault]:
    """Yields a note for each law that will speak to the posting soon."""
    for law in upcoming(posting):
        message = f"{law.law} begins on {law.effective_from}: it will ask for {', '.join(law.must_show) or law.later}"
        yield Fault(posting.company_place("locations"), message, law.id)

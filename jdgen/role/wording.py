"""The sentences that are made from fields, so that each figure is typed once."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from jdgen.language import ENGLISH, capital, joined, phrase
from jdgen.schema.requirement import Certification, Degree, Experience, Method

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable
    from decimal import Decimal

    from jdgen.language import Language
    from jdgen.schema.profile import Benchmark, Profile, Source
    from jdgen.schema.requirement import Requirement

DEGREES = {
    "bachelor": phrase("bachelor’s degree"),
    "master": phrase("master’s degree"),
    "doctorate": phrase("doctorate"),
}
STAGE_NAMES = {
    "startup": phrase("Start-up"),
    "scaleup": phrase("Scale-up"),
    "enterprise": phrase("Enterprise"),
}
SHORT_TITLES = {
    "Chief Technology Officer": "CTO", "Chief Product Officer": "CPO", "Chief Executive Officer": "CEO",
    "Chief Financial Officer": "CFO", "Chief Operating Officer": "COO", "Chief Information Officer": "CIO",
}  # fmt: skip
PAY_KINDS = {
    "base": phrase("base pay"),
    "total": phrase("total pay"),
    "unknown": phrase("base or total not said"),
}


def duration(minutes: int, say: Language = ENGLISH) -> str:
    """Returns `7 hours`, `1 hour 30 minutes`, `45 minutes`; nothing for none."""
    hours, rest = divmod(minutes, 60)
    parts = (
        say.ngettext("{count} hour", "{count} hours", hours, count=hours) if hours else "",
        say.ngettext("{count} minute", "{count} minutes", rest, count=rest) if rest else "",
    )
    return " ".join(part for part in parts if part)


def in_hours(minutes: int, say: Language = ENGLISH) -> str:
    """Returns `17 h 45`, `2 h`, `45 min`."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return say("{minutes} min", minutes=rest)
    return (
        say("{hours} h {minutes}", hours=hours, minutes=f"{rest:02}")
        if rest
        else say("{hours} h", hours=hours)
    )


def sentence(requirement: Requirement, profile: Profile, say: Language = ENGLISH) -> str:
    """Returns the posted line of a requirement, with what counts as much; `say` is the language of the profile."""
    match requirement:
        case Degree(levels=levels, fields=fields):
            degrees = capital(say.either(say(DEGREES[level]) for level in levels))
            line = say("{degrees} in {fields}", degrees=degrees, fields=say.either(fields))
        case Experience():
            line = _years(requirement, profile, say)
        case Certification(at_least=count, any_of=names):
            line = capital(
                say.ngettext(
                    "one certification in {names}", "{count} certifications in {names}", count,
                    count=say.number(count), names=say.either(names),
                )
            )  # fmt: skip
        case Method():
            line = methods([requirement], profile, say)
        case _:
            line = requirement.text
    other = requirement.or_equivalent
    return say("{requirement}, or {equivalent}", requirement=line, equivalent=other) if other else line


def _years(requirement: Experience, profile: Profile, say: Language) -> str:
    parts = [(years, profile.experience_kinds.get(kind, kind)) for kind, years in requirement.parts.items()]
    if len(parts) > 1 and requirement.overlap == "none":
        total = _asked(sum(requirement.parts.values()), requirement, say)
        each = say.both(
            [
                say.ngettext("one {kind}", "{count} {kind}", n, count=say.number(n), kind=kind)
                for n, kind in parts
            ]
        )
        return say("{years} of experience: {parts}", years=total, parts=each)
    (years, kind), *others = parts
    first = say("{years} {kind}", years=_asked(years, requirement, say), kind=kind)
    if not others:
        return first
    rest = [say("{years} {kind}", years=_years_of(n, say), kind=kind) for n, kind in others]
    return say("{parts}, which may be the same years", parts=say.both([first, *rest]))


def _asked(years: int, requirement: Experience, say: Language) -> str:
    """Returns `More than five years`, `At least one year`."""
    said = _years_of(years, say)
    return say("More than {years}", years=said) if requirement.strict else say("At least {years}", years=said)


def _years_of(count: int, say: Language) -> str:
    return say.ngettext("one year", "{count} years", count, count=say.number(count))


def methods(wanted: Iterable[Method], profile: Profile, say: Language = ENGLISH) -> str:
    """Returns one line for methods at the same level."""
    wanted = list(wanted)
    level = profile.method_levels[wanted[0].level]
    names = say.both([method.name for method in wanted])
    if level.label[:1] in "aeiou":
        return say(
            "{methods} at an {level} level: you {posting}",
            methods=names,
            level=level.label,
            posting=level.posting,
        )
    return say(
        "{methods} at a {level} level: you {posting}", methods=names, level=level.label, posting=level.posting
    )


def lines(requirements: Iterable[Requirement], profile: Profile, say: Language = ENGLISH) -> tuple[str, ...]:
    """Returns the posted lines; neighbours that are methods at one level, with nothing of their own, share a line."""
    posted = []
    for level, group in groupby(requirements, key=_shared_level):
        members = list(group)
        shared = level is not None and len(members) > 1
        if shared:
            posted.append(methods([item for item in members if isinstance(item, Method)], profile, say))
        else:
            posted += [sentence(item, profile, say) for item in members]
    return tuple(posted)


def _shared_level(requirement: Requirement) -> int | None:
    return requirement.level if isinstance(requirement, Method) and not requirement.or_equivalent else None


def money(amount: Decimal) -> str:
    """Returns an amount with thousands apart, and cents only where there are some; written the English way."""
    return f"{amount:,.0f}" if amount == int(amount) else f"{amount:,.2f}"


def amounts(low: Decimal, high: Decimal, currency: str, say: Language = ENGLISH) -> str:
    """Returns `USD 90,000 to 120,000`, or the one amount."""
    return say.amounts(money(low), money(high), currency)


def age(since: dt.date, now: dt.date, say: Language = ENGLISH) -> str:
    """Returns the time between two dates in years and months, whole ones."""
    whole = (now.year - since.year) * 12 + now.month - since.month - (now.day < since.day)
    years, months = divmod(max(whole, 0), 12)
    parts = [_years_of(years, say)] if years else []
    if months:
        parts.append(say.ngettext("one month", "{count} months", months, count=say.number(months)))
    return say.both(parts) if parts else say("less than a month")


def citation(source: Source, say: Language = ENGLISH) -> str:
    """Returns author, title, publisher and date."""
    parts = [source.author, say("“{title}”", title=source.title), source.publisher, say.day(source.published)]
    return joined(", ", [part for part in parts if part])


def benchmark_kind(benchmark: Benchmark, say: Language = ENGLISH) -> str:
    """Returns what the figure counts."""
    return say(PAY_KINDS[benchmark.kind])


def proof(requirement: Requirement, say: Language = ENGLISH) -> str:
    """Returns what the recruiter asks for, where the profile does not say."""
    match requirement:
        case Degree():
            return say("Names the degree and the institution, or the work that stands for it. No dates.")
        case Experience():
            return say("Names roles and months, each month counted once, or the scope that stands for them.")
        case Certification():
            return say("Names the certificates and their numbers, or shows the work that stands for them.")
        case _:
            return ""

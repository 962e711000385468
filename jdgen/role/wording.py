"""The sentences that are made from fields, so that each figure is typed once."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from jdgen.errors import in_words
from jdgen.schema.requirement import Certification, Degree, Experience, Method

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable
    from decimal import Decimal

    from jdgen.schema.profile import Benchmark, Profile, Source
    from jdgen.schema.requirement import Requirement

DEGREES = {"bachelor": "bachelor’s degree", "master": "master’s degree", "doctorate": "doctorate"}
STAGE_NAMES = {"startup": "Start-up", "scaleup": "Scale-up", "enterprise": "Enterprise"}
NUMBERS = (
    "no",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
)
SHORT_TITLES = {
    "Chief Technology Officer": "CTO", "Chief Product Officer": "CPO", "Chief Executive Officer": "CEO",
    "Chief Financial Officer": "CFO", "Chief Operating Officer": "COO", "Chief Information Officer": "CIO",
}  # fmt: skip


def number(count: int) -> str:
    """Returns a count as a word up to twelve, above that in figures."""
    return NUMBERS[count] if count < len(NUMBERS) else str(count)


def counted(count: int, noun: str) -> str:
    """Returns `one session`, `four sessions`."""
    return f"{number(count)} {noun}{'' if count == 1 else 's'}"


def duration(minutes: int) -> str:
    """Returns `7 hours`, `1 hour 30 minutes`, `45 minutes`; nothing for none."""
    parts = zip(divmod(minutes, 60), ("hour", "minute"), strict=True)
    return " ".join(f"{count} {noun}{'' if count == 1 else 's'}" for count, noun in parts if count)


def in_hours(minutes: int) -> str:
    """Returns `17 h 45`, `2 h`, `45 min`."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return f"{rest} min"
    return f"{hours} h {rest:02}" if rest else f"{hours} h"


def capital(text: str) -> str:
    """Returns `text` with its first letter large."""
    return text[:1].upper() + text[1:]


def sentence(requirement: Requirement, profile: Profile) -> str:
    """Returns the posted line of a requirement, with what counts as much."""
    match requirement:
        case Degree(levels=levels, fields=fields):
            line = f"{capital(in_words(DEGREES[level] for level in levels))} in {in_words(fields)}"
        case Experience():
            line = _years(requirement, profile)
        case Certification(at_least=count, any_of=names):
            line = f"{capital(counted(count, 'certification'))} in {in_words(names)}"
        case Method():
            line = methods([requirement], profile)
        case _:
            line = requirement.text
    return f"{line}, or {requirement.or_equivalent}" if requirement.or_equivalent else line


def _years(requirement: Experience, profile: Profile) -> str:
    start = "More than" if requirement.strict else "At least"
    parts = [(years, profile.experience_kinds.get(kind, kind)) for kind, years in requirement.parts.items()]
    if len(parts) == 1:
        years, kind = parts[0]
        return f"{start} {counted(years, 'year')} {kind}"
    if requirement.overlap == "allowed":
        each = in_words([f"{counted(years, 'year')} {kind}" for years, kind in parts], "and")
        return f"{start} {each}, which may be the same years"
    each = in_words([f"{number(years)} {kind}" for years, kind in parts], "and")
    return f"{start} {counted(sum(requirement.parts.values()), 'year')} of experience: {each}"


def methods(wanted: Iterable[Method], profile: Profile) -> str:
    """Returns one line for methods at the same level."""
    wanted = list(wanted)
    level = profile.method_levels[wanted[0].level]
    names = in_words([method.name for method in wanted], "and")
    return f"{names} at {_article(level.label)} level: you {level.posting}"


def _article(word: str) -> str:
    return f"{'an' if word[:1] in 'aeiou' else 'a'} {word}"


def lines(requirements: Iterable[Requirement], profile: Profile) -> tuple[str, ...]:
    """Returns the posted lines; neighbours that are methods at one level, with nothing of their own, share a line."""
    posted = []
    for level, group in groupby(requirements, key=_shared_level):
        members = list(group)
        shared = level is not None and len(members) > 1
        if shared:
            posted.append(methods([item for item in members if isinstance(item, Method)], profile))
        else:
            posted += [sentence(item, profile) for item in members]
    return tuple(posted)


def _shared_level(requirement: Requirement) -> int | None:
    return requirement.level if isinstance(requirement, Method) and not requirement.or_equivalent else None


def money(amount: Decimal) -> str:
    """Returns an amount with thousands apart, and cents only where there are some."""
    return f"{amount:,.0f}" if amount == int(amount) else f"{amount:,.2f}"


def amounts(low: Decimal, high: Decimal, currency: str) -> str:
    """Returns `USD 90,000 to 120,000`, or the one amount."""
    return f"{currency} {money(low)}" + ("" if low == high else f" to {money(high)}")


def day(date: dt.date) -> str:
    """Returns `31 January 2027`."""
    return f"{date.day} {date:%B %Y}"


def age(since: dt.date, now: dt.date) -> str:
    """Returns the time between two dates in years and months, whole ones."""
    months = (now.year - since.year) * 12 + now.month - since.month - (now.day < since.day)
    years, months = divmod(max(months, 0), 12)
    parts = [counted(count, noun) for count, noun in ((years, "year"), (months, "month")) if count]
    return " and ".join(parts) or "less than a month"


def citation(source: Source) -> str:
    """Returns author, title, publisher and date."""
    parts = [source.author, f"“{source.title}”", source.publisher, day(source.published)]
    return ", ".join(part for part in parts if part)


def benchmark_kind(benchmark: Benchmark) -> str:
    """Returns what the figure counts."""
    return {"base": "base pay", "total": "total pay", "unknown": "base or total not said"}[benchmark.kind]


def proof(requirement: Requirement) -> str:
    """Returns what the recruiter asks for, where the profile does not say."""
    match requirement:
        case Degree():
            return "Names the degree and the institution, or the work that stands for it. No dates."
        case Experience():
            return "Names roles and months, each month counted once, or the scope that stands for them."
        case Certification():
            return "Names the certificates and their numbers, or shows the work that stands for them."
        case _:
            return ""

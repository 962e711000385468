"""The sentences that are made from fields, so that each figure is typed once."""

from __future__ import annotations

import datetime as dt
from itertools import groupby
from typing import TYPE_CHECKING

from jdgen.errors import in_words
from jdgen.schema.countries import COUNTRIES
from jdgen.schema.requirement import Certification, Degree, Experience, Method

if TYPE_CHECKING:
    from collections.abc import Iterable
    from decimal import Decimal

    from jdgen.schema.company import Company, Location, Salary
    from jdgen.schema.plan import Session
    from jdgen.schema.profile import Benchmark, Profile, Source
    from jdgen.schema.requirement import Requirement

DEGREES = {"bachelor": "bachelor’s degree", "master": "master’s degree", "doctorate": "doctorate"}
STAGE_NAMES = {"startup": "Start-up", "scaleup": "Scale-up", "enterprise": "Enterprise"}
CONTRACTS = {
    "full_time": "Full-time", "part_time": "Part-time", "contractor": "Contract", "temporary": "Temporary",
    "intern": "Internship", "volunteer": "Voluntary", "per_diem": "Per diem", "other": "Other",
}  # fmt: skip
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


def pay(salary: Salary | None) -> str:
    """Returns the pay range with its period, or an empty text."""
    return (salary and f"{amounts(salary.low, salary.high, salary.currency)} {_period(salary.period)}") or ""


def _period(period: str) -> str:
    return f"an {period}" if period == "hour" else f"a {period}"


def place(company: Company) -> str:
    """Returns where the work is done, or an empty text."""
    at = in_words([_location(location) for location in company.locations]) if company.locations else ""
    if company.remote == "full":
        where = in_words(company.remote_places) if company.remote_places else at
        return "Fully remote (100%)" + (f", from {where}" if where else "")
    how = {"hybrid": "hybrid", "onsite": "on site"}.get(company.remote or "", "")
    return f"{at} ({how})" if at and how else at or capital(how)


def _location(location: Location) -> str:
    parts = [location.city, location.region, COUNTRIES[location.country]]
    return ", ".join(part for part in dict.fromkeys(parts) if part)


def day(date: dt.date) -> str:
    """Returns `31 January 2027`."""
    return f"{date.day} {date:%B %Y}"


def closing(company: Company) -> str:
    """Returns the last day to apply, or that there is none, or an empty text."""
    if isinstance(company.closing_date, dt.date):
        return day(company.closing_date)
    return "Applications are accepted on an ongoing basis" if company.closing_date else ""


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


def hiring_process(profile: Profile) -> str:
    """Returns the process in one paragraph, made from the plan."""
    by_kind: dict[str, list[Session]] = {}
    for session in profile.plan.sessions.values():
        by_kind.setdefault(session.kind, []).append(session)
    said: list[str] = []
    for kind, text in PROCESS.items():
        if kind in by_kind:
            said.append(text(by_kind[kind], bool(said)))
    raters = profile.scoring.min_raters
    people = "one person" if raters == 1 else f"{number(raters)} people who work apart"
    said.append(
        f"Every candidate is asked the same questions, and each answer is rated on the same scale by at least {people}. "
        "You learn beforehand what will be discussed."
    )
    if profile.references:
        calls = counted(profile.references.minimum, "reference call")
        said.append(f"We make {calls} at the end, and only with your consent.")
    return " ".join(said)


def _screen(sessions: list[Session], _later: bool) -> str:  # noqa: FBT001 - as the others
    return f"We begin with a call of {sum(session.minutes for session in sessions)} minutes about the requirements."


def _interviews(sessions: list[Session], later: bool) -> str:  # noqa: FBT001 - whether a sentence goes before
    minutes = sorted({session.minutes for session in sessions})
    long = f"{in_words([str(count) for count in minutes])} minutes" + (" each" if len(sessions) > 1 else "")
    titles = "; ".join(_in_a_sentence(session.title) for session in sessions)
    one, many = ("Then comes", "Then come") if later else ("There is", "There are")
    return f"{one if len(sessions) == 1 else many} {counted(len(sessions), 'structured interview')} of {long} ({titles})."


def _in_a_sentence(title: str) -> str:
    """Returns a title with a small first letter, unless it begins with an abbreviation."""
    return title if title[1:2].isupper() else title[:1].lower() + title[1:]


def _case(sessions: list[Session], _later: bool) -> str:  # noqa: FBT001 - as the others
    minutes, prep = sum(session.minutes for session in sessions), sum(session.prep for session in sessions)
    before = f" after at most {prep} minutes of preparation" if prep else ""
    return f"A case on invented figures takes {minutes} minutes{before}; it is not work for us."


PROCESS = {"screen": _screen, "interview": _interviews, "case": _case}
"""What is said of each kind of session, in the order of the process."""


def how_to_apply(company: Company) -> str:
    """Returns how to apply, in a paragraph."""
    apply = company.apply
    if apply is None or not (apply.url or apply.email):
        start = "Apply through the page on which you found this posting."
    else:
        ways = [f"at {apply.url}" if apply.url else "", f"by e-mail to {apply.email}" if apply.email else ""]
        start = f"Apply {in_words([way for way in ways if way])}."
    until = company.closing_date
    last = f"The last day to apply is {day(until)}." if isinstance(until, dt.date) else ""
    last = last or ((until and "Applications are accepted on an ongoing basis.") or "")
    return " ".join(part for part in (start, apply and apply.instructions, last) if part)


def accommodation(company: Company) -> str:
    """Returns how to ask for an adjustment."""
    offer = "If you need an adjustment to take part in any step, such as another form, time or place,"
    contact = company.accommodation
    if contact is None:
        return f"{offer} say so when you apply, and we will arrange it. It has no bearing on the decision."
    ways = (
        in_words([way for way in (contact.email, contact.phone) if way])
        if contact.email or contact.phone
        else ""
    )
    return f"{offer} contact {contact.name}{f' ({ways})' if ways else ''}. It has no bearing on the decision."


STATEMENT = (
    "We decide on evidence of what the role needs. Everyone has the same opportunity, whatever their age, disability, ethnic "
    "or national origin, family status, gender, religion, sexual orientation, veteran status or any other characteristic "
    "that the law protects."
)
"""Used where the company has no statement of its own."""


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

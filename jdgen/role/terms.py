"""The terms of a vacancy in words: place, pay, the process, how to apply, and what is said to everyone."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from jdgen.language import ENGLISH, capital, filled, joined, like, phrase
from jdgen.role.offer import place_name, remote_name
from jdgen.role.wording import amounts

if TYPE_CHECKING:
    from jdgen.language import Language
    from jdgen.schema.company import Accommodation, Company, Salary
    from jdgen.schema.plan import Session
    from jdgen.schema.profile import Profile

CONTRACTS = {
    "full_time": phrase("Full-time"), "part_time": phrase("Part-time"), "contractor": phrase("Contract"),
    "temporary": phrase("Temporary"), "intern": phrase("Internship"), "volunteer": phrase("Voluntary"),
    "per_diem": phrase("Per diem"), "other": phrase("Other"),
}  # fmt: skip
PERIODS = {
    "year": phrase("{pay} a year"), "month": phrase("{pay} a month"), "week": phrase("{pay} a week"),
    "day": phrase("{pay} a day"), "hour": phrase("{pay} an hour"),
}  # fmt: skip


def pay(salary: Salary | None, say: Language = ENGLISH) -> str:
    """Returns the pay range with its period, or an empty text."""
    if salary is None:
        return ""
    return say(PERIODS[salary.period], pay=amounts(salary.low, salary.high, salary.currency, say))


def place(company: Company, say: Language = ENGLISH) -> str:
    """Returns where the work is done, or an empty text."""
    at = (
        say.either([place_name(location, say) for location in company.locations]) if company.locations else ""
    )
    if company.remote == "full":
        places = [remote_name(name, say) for name in company.remote_places]
        where = say.either(places) if places else at
        return (
            say("Fully remote (100%), from {places}", places=where) if where else say("Fully remote (100%)")
        )
    how = {"hybrid": say("hybrid"), "onsite": say("on site")}.get(company.remote or "", "")
    return filled("{at} ({how})", {"at": at, "how": how}) if at and how else at or capital(how)


def closing(company: Company, say: Language = ENGLISH) -> str:
    """Returns the last day to apply, or that there is none, or an empty text."""
    if isinstance(company.closing_date, dt.date):
        return say.day(company.closing_date)
    return say("Applications are accepted on an ongoing basis") if company.closing_date else ""


def hiring_process(profile: Profile, say: Language = ENGLISH) -> str:
    """Returns the process in one paragraph, made from the plan."""
    by_kind: dict[str, list[Session]] = {}
    for session in profile.plan.sessions.values():
        by_kind.setdefault(session.kind, []).append(session)
    said: list[str] = []
    for kind, text in PROCESS.items():
        if kind in by_kind:
            said.append(text(by_kind[kind], bool(said), say))
    raters = profile.scoring.min_raters
    said += (
        say.ngettext(
            "Every candidate is asked the same questions, and each answer is rated on the same scale by at least one person.",
            "Every candidate is asked the same questions, and each answer is rated on the same scale by at least {count} people who rate independently.",
            raters,
            count=say.number(raters),
        ),
        say("You learn beforehand what will be discussed."),
    )
    if profile.references:
        calls = profile.references.minimum
        said.append(
            say.ngettext(
                "We make one reference call at the end, and only with your consent.",
                "We make at least {count} reference calls at the end, and only with your consent.",
                calls,
                count=say.number(calls),
            )
        )
    return joined(" ", said)


def _screen(sessions: list[Session], _later: bool, say: Language) -> str:  # noqa: FBT001 - as the others
    minutes = sum(session.minutes for session in sessions)
    return say("We begin with a call of {minutes} minutes about the requirements.", minutes=minutes)


def _interviews(sessions: list[Session], later: bool, say: Language) -> str:  # noqa: FBT001 - whether a sentence goes before
    minutes = sorted({session.minutes for session in sessions})
    told = {
        "count": say.number(len(sessions)),
        "minutes": say.either(map(str, minutes)),
        "titles": joined(say("; "), [_in_a_sentence(it.title) for it in sessions]),
    }
    if later:
        return say.ngettext(
            "Then comes one structured interview of {minutes} minutes ({titles}).",
            "Then come {count} structured interviews of {minutes} minutes each ({titles}).",
            len(sessions),
            **told,
        )
    return say.ngettext(
        "There is one structured interview of {minutes} minutes ({titles}).",
        "There are {count} structured interviews of {minutes} minutes each ({titles}).",
        len(sessions),
        **told,
    )


def _in_a_sentence(title: str) -> str:
    """Returns a title with a small first letter, unless it begins with an abbreviation."""
    return title if title[1:2].isupper() else like(title[:1].lower() + title[1:], title)


def _case(sessions: list[Session], _later: bool, say: Language) -> str:  # noqa: FBT001 - as the others
    minutes, prep = sum(session.minutes for session in sessions), sum(session.prep for session in sessions)
    if not prep:
        return say(
            "A case on invented figures takes {minutes} minutes; it is not work for us.", minutes=minutes
        )
    return say(
        "A case on invented figures takes {minutes} minutes after at most {prep} minutes of preparation; it is not work for us.",
        minutes=minutes,
        prep=prep,
    )


PROCESS = {"screen": _screen, "interview": _interviews, "case": _case}
"""What is said of each kind of session, in the order of the process."""


def how_to_apply(company: Company, say: Language = ENGLISH) -> str:
    """Returns how to apply, in a paragraph."""
    until = company.closing_date
    last = say("Applications are accepted on an ongoing basis.") if until else ""
    if isinstance(until, dt.date):
        last = say("The last day to apply is {day}.", day=say.day(until))
    instructions = (company.apply and company.apply.instructions) or ""
    return joined(" ", [part for part in (_way(company, say), instructions, last) if part])


def _way(company: Company, say: Language) -> str:
    url, email = (company.apply.url, company.apply.email) if company.apply else (None, None)
    if url and email:
        return say("Apply at {url} or by e-mail to {email}.", url=url, email=email)
    if url:
        return say("Apply at {url}.", url=url)
    if email:
        return say("Apply by e-mail to {email}.", email=email)
    return say("Apply through the page on which you found this posting.")


def accommodation(company: Company, say: Language = ENGLISH) -> str:
    """Returns how to ask for an adjustment."""
    if company.accommodation is None:
        return say(
            "If you need an adjustment to take part in any step, such as another form, time or place, say so when you apply, "
            "and we will arrange it. It has no bearing on the decision."
        )
    return say(
        "If you need an adjustment to take part in any step, such as another form, time or place, contact {contact}. "
        "It has no bearing on the decision.",
        contact=_contact(company.accommodation, say),
    )


def _contact(contact: Accommodation, say: Language) -> str:
    ways = [way for way in (contact.email, contact.phone) if way]
    return f"{contact.name} ({say.either(ways)})" if ways else contact.name


PAID = {
    "salary": "",
    "commission": phrase("The pay for this position is based on commission."),
    "tips": phrase("This is a tipped position: tips come on top of the base wage given here."),
}
ON_HIRE = "The pay range is what we expect to pay on hire."
AI = {
    None: "",
    True: phrase("We use artificial intelligence to screen, assess or select applicants."),
    False: phrase("We do not use artificial intelligence to screen, assess or select applicants."),
}
VACANCY = {
    None: "",
    True: phrase("This posting is for an existing vacancy."),
    False: phrase("This posting is not for an existing vacancy."),
}
CONTRACTOR = {
    True: phrase(
        "We consider all qualified applicants without regard to disability or status as a protected veteran."
    ),
    False: "",
}


def notices(company: Company, say: Language = ENGLISH) -> tuple[str, ...]:
    """Returns what the law of some places wants said in so many words."""
    said = (
        PAID[company.paid_by],
        ON_HIRE if company.salary and company.salary.on_hire else "",
        AI[company.ai_screening],
        VACANCY[company.existing_vacancy],
        CONTRACTOR[company.federal_contractor],
    )
    return tuple(say(sentence) for sentence in said if sentence)


STATEMENT = phrase(
    "We decide on evidence of what the role needs. Everyone has the same opportunity, whatever their age, disability, ethnic "
    "or national origin, family status, gender, religion, sexual orientation, veteran status or any other characteristic "
    "that the law protects."
)
"""Used where the company has no statement of its own."""

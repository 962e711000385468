"""The terms of a vacancy in words: place, pay, the process, how to apply, and what is said to everyone."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from jdgen.errors import in_words
from jdgen.role.job import region
from jdgen.role.wording import amounts, capital, counted, day, number

if TYPE_CHECKING:
    from jdgen.schema.company import Company, Salary
    from jdgen.schema.plan import Session
    from jdgen.schema.profile import Profile

CONTRACTS = {
    "full_time": "Full-time", "part_time": "Part-time", "contractor": "Contract", "temporary": "Temporary",
    "intern": "Internship", "volunteer": "Voluntary", "per_diem": "Per diem", "other": "Other",
}  # fmt: skip


def pay(salary: Salary | None) -> str:
    """Returns the pay range with its period, or an empty text."""
    return (salary and f"{amounts(salary.low, salary.high, salary.currency)} {_period(salary.period)}") or ""


def _period(period: str) -> str:
    return f"an {period}" if period == "hour" else f"a {period}"


def place(company: Company) -> str:
    """Returns where the work is done, or an empty text."""
    at = in_words([region(location).name for location in company.locations]) if company.locations else ""
    if company.remote == "full":
        where = in_words(company.remote_places) if company.remote_places else at
        return "Fully remote (100%)" + (f", from {where}" if where else "")
    how = {"hybrid": "hybrid", "onsite": "on site"}.get(company.remote or "", "")
    return f"{at} ({how})" if at and how else at or capital(how)


def closing(company: Company) -> str:
    """Returns the last day to apply, or that there is none, or an empty text."""
    if isinstance(company.closing_date, dt.date):
        return day(company.closing_date)
    return "Applications are accepted on an ongoing basis" if company.closing_date else ""


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
    people = "one person" if raters == 1 else f"{number(raters)} people who rate independently"
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


PAID = {
    "salary": "",
    "commission": "The pay for this position is based on commission.",
    "tips": "This is a tipped position: tips come on top of the base wage given here.",
}
ON_HIRE = "The pay range is what we expect to pay on hire."
AI = {
    None: "",
    True: "We use artificial intelligence to screen, assess or select applicants.",
    False: "We do not use artificial intelligence to screen, assess or select applicants.",
}
VACANCY = {
    None: "",
    True: "This posting is for an existing vacancy.",
    False: "This posting is not for an existing vacancy.",
}
CONTRACTOR = {
    True: "We consider all qualified applicants without regard to disability or status as a protected veteran.",
    False: "",
}


def notices(company: Company) -> tuple[str, ...]:
    """Returns what the law of some places wants said in so many words."""
    said = (
        PAID[company.paid_by],
        ON_HIRE if company.salary and company.salary.on_hire else "",
        AI[company.ai_screening],
        VACANCY[company.existing_vacancy],
        CONTRACTOR[company.federal_contractor],
    )
    return tuple(sentence for sentence in said if sentence)


STATEMENT = (
    "We decide on evidence of what the role needs. Everyone has the same opportunity, whatever their age, disability, ethnic "
    "or national origin, family status, gender, religion, sexual orientation, veteran status or any other characteristic "
    "that the law protects."
)
"""Used where the company has no statement of its own."""

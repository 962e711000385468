"""The rules that no part of a posting denies another, and that none says what another says."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jdgen.checks.posting.rule import Fault, rule
from jdgen.checks.posting.search import hits, sentence_of
from jdgen.role.job import LEVELS
from jdgen.role.offer import years
from jdgen.schema.requirement import Certification, Degree, Experience, Method

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jdgen.checks.posting.posting import Posting
    from jdgen.errors import Place


@rule("contradiction")
def says_two_things(posting: Posting) -> Iterator[Fault]:
    """Yields a fault where one part of the posting denies another."""
    yield from _in_both_lists(posting)
    yield from _years_apart(posting)
    yield from _hours_apart(posting)
    yield from _machines_apart(posting)
    job = posting.job
    if job.degree:
        pattern = r"\bno (?:university |college )?degree (?:is )?(?:required|needed|necessary)\b"
        for block, words in hits(posting.blocks, pattern, "degree", "no"):
            yield Fault(
                block.at(words), f"'{words}', and a degree stands under what everyone needs: keep one of them"
            )
    if job.remote == "full":
        for block, words in hits(posting.blocks, AT_DESK, "office site onsite hybrid relocate"):
            yield Fault(
                block.at(words),
                f"'{words}', and the facts say that the work is fully remote: keep one of them",
            )
    if job.remote == "onsite":
        pattern = r"\b(?:fully|100 ?%|completely) remote\b|\bwork from anywhere\b|\bremote[- ]first\b"
        for block, words in hits(posting.blocks, pattern, "remote anywhere"):
            yield Fault(
                block.at(words), f"'{words}', and the facts say that the work is on site: keep one of them"
            )


AT_DESK = (
    r"\b(?:\w+ days? (?:a|per|each) week )?(?:in|at|from) (?:our|the) (?:\w+ )?office (?:\w+ days? (?:a|per|each) week|every day|daily)\b"
    r"|\b\w+ days? (?:a|per|each) week (?:in|at|from) (?:our|the) (?:\w+ )?office\b|\b(?:on-?site (?:role|position|work|only)|hybrid (?:role|position|work))\b|\bmust relocate\b"
)


def _in_both_lists(posting: Posting) -> Iterator[Fault]:
    """Yields a fault for each thing that is merely welcome while everyone needs as much of it, or more."""
    requirements = posting.resolved.profile.requirements
    needed = {_thing(it): name for name, it in requirements.items() if it.importance == "must"}
    for name, it in requirements.items():
        twin = needed.get(_thing(it)) if it.importance == "preferred" else None
        if twin and _amount(it) <= _amount(requirements[twin]):
            message = f"'{name}' is welcome and '{twin}' asks everyone for the same: keep one of them"
            yield Fault(posting.resolved.place("requirements", name), message)


def _thing(requirement: object) -> object:
    """Returns what makes two requirements the same: a method's or certificates' names, kinds of experience, or the sentence."""
    match requirement:
        case Method():
            return requirement.name.casefold()
        case Certification():
            return tuple(sorted(it.casefold() for it in requirement.any_of))
        case Experience():
            return tuple(sorted(requirement.parts))
        case Degree():
            return ("degree", *sorted(it.casefold() for it in requirement.fields))
    return plain(getattr(requirement, "text", ""))


def _amount(requirement: object) -> int:
    """Returns how much of the thing is asked for: a method's level, years, the lowest degree that will do."""
    match requirement:
        case Method():
            return requirement.level
        case Experience():
            return years(requirement)
        case Degree():
            return min(map(LEVELS.index, requirement.levels))
    return 0


def plain(text: str) -> str:
    """Returns a text as two of them are compared."""
    return text.casefold().strip().rstrip(".")


@rule("duplicate")
def says_it_twice(posting: Posting) -> Iterator[Fault]:
    """Yields a fault for each line that says what one before it says."""
    profile, company, at = posting.resolved.profile, posting.resolved.company, posting.resolved.place
    duties = [(plain(it.text), at("responsibilities", name)) for name, it in profile.responsibilities.items()]
    asked = [
        ((it.importance, _thing(it)), at("requirements", name)) for name, it in profile.requirements.items()
    ]
    lists: list[list[tuple[object, Place]]] = [[*duties], [*asked]]
    for field in ("benefits", "other_compensation", "outcomes", "products"):
        texts: list[str] = getattr(company, field)
        lists.append([(plain(it), posting.company_place(field, number)) for number, it in enumerate(texts)])
    for lines in lists:
        first: dict[object, Place] = {}
        for thing, place in lines:
            if (before := first.setdefault(thing, place)) is not place:
                yield Fault(place, f"line {before.line} of {before.file} says the same: keep one of them")


def _years_apart(posting: Posting) -> Iterator[Fault]:
    """Yields a fault where a text outside the list of needs names another minimum of experience than the list does."""
    if not posting.job.months:
        return
    asked = posting.job.months // 12
    pattern = r"\b(?:at least|minimum(?: of)?|more than|over)? ?(\d+)\+? years(?:[’'])? (?:of )?(?:\w+ )?experience\b"
    other = (
        it for it in posting.blocks if it.section not in {"requirements", "preferred", "company", "outcomes"}
    )
    for block, words in hits(other, pattern, "years", "experience"):
        figure = re.search(r"\d+", words)
        if figure and int(figure[0]) > asked:
            message = f"'{words.strip()}', and the list of what is needed asks for {asked} years: say it once, in the list"
            yield Fault(block.at(words), message)


HOURS = r"\b(\d{1,2})(?:[.,]\d+)? ?(?:hours?|hrs?|h|Stunden|heures) ?(?:a|per|each|every|/|pro|in der|par)? ?(?:week|Woche|semaine)\b"

FULL_TIME, PART_TIME = 25, 38
"""Hours a week: no full-time contract has fewer than the first, no part-time one as many as the second. Our own figures."""


def _hours_apart(posting: Posting) -> Iterator[Fault]:
    """Yields a fault where the hours are those of another contract."""
    job = posting.job
    said = re.findall(HOURS, job.hours, re.IGNORECASE) if job.hours else ()
    hours = max(map(int, said), default=0)
    if (job.employment_type == "full_time" and 0 < hours < FULL_TIME) or (
        job.employment_type == "part_time" and hours >= PART_TIME
    ):
        message = (
            f"'{job.hours}', and the contract is {job.employment_type}: mend `hours` or `employment_type`"
        )
        yield Fault(posting.company_place("hours"), message)


MACHINE = (
    r"\b(?:AI|artificial intelligence|an? algorithm|machine learning)\b[^.;]{0,40}\b(?:screens?|ranks?|scores?|selects?|sorts?|assess(?:es)?|evaluates?)\b"
    r"|\b(?:screened|ranked|scored|sorted|selected|assessed|evaluated) (?:by|with) (?:an? |our )?(?:AI|artificial intelligence|algorithm)\b"
)


def _machines_apart(posting: Posting) -> Iterator[Fault]:
    """Yields a fault where a machine judges applicants, and the notice says that none does."""
    asked = (it for it in posting.blocks if {"apply", "process"} & {it.section, it.among})
    for block, words in hits(asked, MACHINE, "ai artificial algorithm machine"):
        denied = re.search(r"\b(?:no|not|never|nor|without)\b", sentence_of(block.text, words), re.IGNORECASE)
        if posting.resolved.company.ai_screening is False and not denied:
            message = (
                f"'{words}', and `ai_screening: false` has the posting say that none does: mend one of them"
            )
            yield Fault(block.at(words), message)

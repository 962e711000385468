"""The rule that no part of a posting denies another."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jdgen.checks.posting.rule import Fault, rule
from jdgen.checks.posting.search import hits
from jdgen.schema.requirement import Certification, Degree, Experience, Method

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jdgen.checks.posting.posting import Posting


@rule("contradiction")
def says_two_things(posting: Posting) -> Iterator[Fault]:
    """Yields a fault where one part of the posting denies another."""
    yield from _in_both_lists(posting)
    yield from _years_apart(posting)
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
    """Yields a fault for each thing that is needed and merely welcome at once."""
    requirements = posting.resolved.profile.requirements
    needed = {_thing(it): name for name, it in requirements.items() if it.importance == "must"}
    for name, it in requirements.items():
        if it.importance == "preferred" and (twin := needed.get(_thing(it))):
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
            return tuple(requirement.parts.items())
        case Degree():
            return (tuple(requirement.levels), tuple(requirement.fields))
    return getattr(requirement, "text", "").casefold().rstrip(".")


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

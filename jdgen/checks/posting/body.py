"""Rules about what is asked of the body, and about driver's licences."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jdgen.checks.posting.laws import work_regions
from jdgen.checks.posting.rule import Fault, rule
from jdgen.checks.posting.search import hits, sentence_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jdgen.checks.posting.posting import Block, Posting

ELSEWHERE = frozenset({"title", "mission", "responsibilities", "outcomes", "areas", "company", "benefits"})
"""Sections that ask nothing of people."""

BODY = r"(?:stand|walk|sit|see|hear|kneel|climb|bend|crouch|stoop)"
VERBS = (
    "lift lifting carry carrying push pushing pull pulling stand walk sit see hear kneel climb bend crouch stoop standing sitting walking "
    "stands walks sits feet dexterity"
)
ASKED = "manual able ability must can has have need prolonged extended long feet hours day lb lbs pound pounds kg kgs kilo kilos kilogram kilograms"
BODILY = (
    r"\b(?:lift|carry|push|pull)(?:ing)?\b[^.;]{0,30}?\d+\s?(?:lbs?|pounds?|kgs?|kilos?|kilograms?)\b"
    rf"|\b(?:able|ability|must|has|have|need) (?:to )?(?:physically |be able to )?{BODY}(?=\s*(?:[,.;)]|$|and {BODY}|or {BODY}|for (?:long|extended|prolonged|hours|up to|several|most|\d)|all day|unaided|clearly))"
    r"|\b(?:prolonged|extended|long) (?:periods? of )?(?:standing|sitting|walking)\b|\bon your feet (?:all|for)\b"
    r"|\b(?:stand|walk|sit|kneel|bend)s?(?:ing)?\b[^.;]{0,40}?\b(?:all day|for hours|hours (?:at a time|(?:a|per|each|every) (?:day|shift)))\b"
    r"|\b(?:able|ability|must|can|need)\b[^.;]{0,20}? (?:stand|walk|sit|kneel|bend)\b[^.;]{0,20}? for (?:\w+ ){1,2}hours\b"
    r"|\bmanual dexterity\b|\b(?:able|ability|must|can|need)\b[^.;]{0,20}? climb (?:ladders|stairs|steps|poles|scaffold\w*)\b"
)
LICENCE = r"\bdriv(?:er|ers|er[’']s|ers[’']|ing)[- ]licen[cs]e\b"
NEEDLESS = r"\b(?:no|not|without|never)\b(?! accommodation| reasonable)"
ADJUSTED = r"with or without (?:a |an )?(?:reasonable )?(?:accommodation|adjustment)"


@rule("ada-physical")
def bodily_demand(posting: Posting) -> Iterator[Fault]:
    """Yields a fault where the body or a licence is asked for without a critical duty that needs it, or without the word on adjustment."""
    for block, words in hits(posting.blocks, BODILY, VERBS, ASKED):
        if not (_adjusted(block, words) and _critical(posting, block)):
            message = (
                f"'{words}' shuts out people with a disability: say what has to be achieved, or tie it to a critical duty (`serves`) "
                "and add “with or without reasonable accommodation”"
            )
            yield Fault(block.at(words), message)
    if not _in_california(posting):
        for block, words in hits(_asked_of_people(posting), LICENCE, "license licence"):
            needless = re.search(NEEDLESS, sentence_of(block.text, words), re.IGNORECASE)
            if not needless and not (_adjusted(block, words) and _critical(posting, block)):
                message = (
                    f"'{words}' shuts out people with a disability: ask for the travel itself, or tie it to a critical duty (`serves`) "
                    "and add “with or without reasonable accommodation”"
                )
                yield Fault(block.at(words), message)


@rule("ca-drivers-license")
def licence_in_california(posting: Posting) -> Iterator[Fault]:
    """Yields a fault where a posting for California asks for a driver's licence without driving as a duty and a reason."""
    for block, words in (
        hits(_asked_of_people(posting), LICENCE, "license licence") if _in_california(posting) else ()
    ):
        asked = [
            posting.resolved.profile.requirements.get(it.name)
            for it in block.origins
            if it.field == "requirements"
        ]
        if not (_critical(posting, block) and any(it and it.because for it in asked)):
            message = (
                f"'{words}': California allows it only where driving is a duty and a taxi, a bicycle or a lift would not do as well: "
                "take it out, or name the duty in `serves` and the reason in `because`"
            )
            yield Fault(block.at(words), message)


def _in_california(posting: Posting) -> bool:
    return any(it.code == "US-CA" or (it.country == "US" and not it.code) for it in work_regions(posting))


def _adjusted(block: Block, words: str) -> bool:
    """Returns whether the sentence that holds `words` says that an adjustment is open."""
    return re.search(ADJUSTED, sentence_of(block.text, words), re.IGNORECASE) is not None


def _critical(posting: Posting, block: Block) -> bool:
    """Returns whether a block is a critical duty, or a requirement that serves one."""
    profile = posting.resolved.profile
    duties = {name for name, it in profile.responsibilities.items() if it.importance == "critical"}
    served = {
        duty
        for it in block.origins
        if it.field == "requirements"
        for duty in profile.requirements[it.name].serves
    }
    own = {it.name for it in block.origins if it.field == "responsibilities"}
    return bool(duties & (served | own))


def _asked_of_people(posting: Posting) -> Iterator[Block]:
    return (it for it in posting.blocks if it.section not in ELSEWHERE)

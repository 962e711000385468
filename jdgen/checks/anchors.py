"""Rules about anchors: five levels of observable behaviour, told apart by what a rater hears and not by adverbs."""

from __future__ import annotations

import re
from itertools import chain, pairwise
from typing import TYPE_CHECKING

from jdgen.checks.rule import rule
from jdgen.checks.texts import anchors, definitions

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from jdgen.checks.rule import Fault, Path
    from jdgen.schema import Profile

LEVELS = (1, 2, 3, 4, 5)

SHORTEST, LONGEST = 6, 50
"""Words of an anchor: below, nothing is observable; above, nobody reads it while rating."""

ALIKE = 0.7
"""Share of words above which two sentences differ in little more than an adverb."""

VAGUE = (
    r"\b(?:very|really|extremely|highly|truly|good|great|excellent|outstanding|exceptional|superb|strong(?:ly)?|solid"
    r"|effective(?:ly)?|appropriate(?:ly)?|adequate(?:ly)?|suitabl[ey]|proper(?:ly)?|reasonabl[ey]|nice(?:ly)?|world.class"
    r"|passionate(?:ly)?|passion|charismatic|charisma|visionary|dynamic|talented|gifted|brilliant|smart|intelligent"
    r"|likeable|personable|mature|natural leader|born leader|team player|self.starter|go.getter|rock.?star|ninja|guru)\b"
)
"""Words of praise and names of traits: each rater fills them with something else."""

CREDENTIAL = (
    r"\b(?:(?:\d+|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty)\+?(?: or more)? years?\b"
    r"|years of \w+|degrees?\b(?! of )|diplomas?\b|bachelor\b|master['\u2019]s\b|doctora(?:te|l)\b|ph\.?d\b|mba\b"
    r"|certificat(?:e|es|ion|ions)\b|certified\b)"
)
"""Years, degrees and certificates: requirements, not behaviour."""


@rule("E09", "Taylor & Small 2002")
def not_five_levels(profile: Profile) -> Iterator[Fault]:
    """Interviews predict well when each of the five levels has its anchor; the scales they are read against have five too."""
    yield from _levels(("scale",), profile.scale)
    yield from _levels(("method_levels",), profile.method_levels)
    for name, competency in profile.competencies.items():
        yield from _levels(("competencies", name, "anchors"), competency.anchors)


@rule("W03")
def no_red_flag(profile: Profile) -> Iterator[Fault]:
    """Each competency says which answers are talked about whatever the score, so that raters do not invent their own."""
    for name, competency in profile.competencies.items():
        if not competency.red_flags:
            message = f"'{name}' has no red flag: say in `red_flags` which answer the debrief must discuss"
            yield ("competencies", name), message


@rule("W04", "29 CFR 1607.14C(1)")
def vague_word(profile: Profile) -> Iterator[Fault]:
    """Anchors and definitions name behaviour: praise and traits are read differently by each rater."""
    for path, text in chain(anchors(profile), definitions(profile)):
        for hit in _hits(VAGUE, text):
            yield path, f"'{hit}' is praise or a trait: say what the person did that a rater can hear"


@rule("W05")
def length_of_an_anchor(profile: Profile) -> Iterator[Fault]:
    """An anchor is long enough to be observable and short enough to be read while rating."""
    for path, text in anchors(profile):
        words = len(text.split())
        if not SHORTEST <= words <= LONGEST:
            remedy = "say what a rater would hear" if words < SHORTEST else "keep what tells this level apart"
            yield path, f"the anchor has {words} words, not {SHORTEST} to {LONGEST}: {remedy}"


@rule("W06", "Van Iddekinge et al. 2019")
def credential_in_an_anchor(profile: Profile) -> Iterator[Fault]:
    """Years, degrees and certificates are requirements, checked at the screen and never scored."""
    for path, text in anchors(profile):
        for hit in _hits(CREDENTIAL, text):
            yield path, f"'{hit}' is a credential: make it a requirement, and anchor the level in behaviour"


@rule("W07")
def neighbours_alike(profile: Profile) -> Iterator[Fault]:
    """Neighbouring levels describe different behaviour, not the same sentence with another adverb."""
    for name, competency in profile.competencies.items():
        for lower, upper in pairwise(sorted(competency.anchors)):
            share = _likeness(competency.anchors[lower], competency.anchors[upper])
            if share > ALIKE:
                message = f"anchors {lower} and {upper} are {share:.0%} alike: say what is done at {upper} and not at {lower}"
                yield ("competencies", name, "anchors", upper), message


def _levels(path: Path, found: Iterable[int]) -> Iterator[Fault]:
    missing = ", ".join(str(level) for level in LEVELS if level not in found)
    beyond = ", ".join(str(level) for level in found if level not in LEVELS)
    if missing:
        yield path, f"{path[-1]} lack level {missing}: each of the five levels needs its text"
    if beyond:
        yield path, f"{path[-1]} have a level {beyond}: levels go from 1 to 5, take it out"


def _hits(pattern: str, text: str) -> dict[str, None]:
    """Returns each thing found, once, in the order of the text."""
    return dict.fromkeys(hit.group().lower() for hit in re.finditer(pattern, text, re.IGNORECASE))


def _likeness(one: str, other: str) -> float:
    """Returns the share of words in common, in their order."""
    from difflib import SequenceMatcher  # noqa: PLC0415 - for a warning that a run does not ask for

    return SequenceMatcher(None, one.lower().split(), other.lower().split(), autojunk=False).ratio()

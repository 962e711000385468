"""Rules about length and readability: the sources contradict one another, so most of it is advice."""

from __future__ import annotations

import re
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from jdgen.checks.posting.rule import Fault, rule
from jdgen.checks.posting.wording import prose
from jdgen.checks.posting.words import sentences, vocabulary, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from jdgen.checks.posting.posting import Block, Posting

SHORT, GOOD, LONG, TOO_LONG = 150, 300, 700, 1000
"""Words of a posting: below the first or above the last is a warning, outside the two between is advice."""

TITLE = (60, 200)
"""Characters: above the first is advice, above the second LinkedIn refuses the posting."""

GRADE = 10
"""Flesch-Kincaid grade to aim at."""

GRADES = {False: 12, True: 14}
"""The highest grade before a warning, by whether the role is an executive's."""

SENTENCE = 30
"""Words."""

IN_BULLETS = (0.25, 0.50)
"""Share of words."""

BULLETS = 8
"""In one list."""

OUTCOMES = 3
"""At least."""

LEAD = 100
"""Words at the top."""

ABOUT = 100
"""Words about the company."""


class Measure(NamedTuple):
    """How long and how hard a text is."""

    words: int
    sentences: int
    syllables: int

    @property
    def grade(self) -> float:
        """The Flesch-Kincaid grade: years of school that reading it takes."""
        if not self.words:
            return 0.0
        return 0.39 * self.words / self.sentences + 11.8 * self.syllables / self.words - 15.59


@rule("length")
def length(posting: Posting) -> Iterator[Fault]:
    """Yields a fault for a posting that is much shorter or longer than most that are answered."""
    count = _words_in(prose(posting))
    if GOOD <= count <= LONG:
        return
    what = (
        "short: say what the work and the terms are"
        if count < GOOD
        else "long: cut what does not help to decide whether to apply"
    )
    message = f"{count} words, without the legal texts, are {what}; {GOOD} to {LONG} are answered best"
    yield Fault(
        posting.resolved.place("title"),
        message,
        severity="info" if SHORT <= count <= TOO_LONG else "warning",
    )


@rule("title-length")
def title_length(posting: Posting) -> Iterator[Fault]:
    """Yields a fault for a title that boards cut or refuse."""
    count = len(posting.role.title)
    advised, allowed = TITLE
    if count > advised:
        message = f"the title has {count} characters: keep it to {advised}, because boards cut it, and LinkedIn refuses more than {allowed}"
        yield Fault(posting.resolved.place("title"), message, severity="error" if count > allowed else "info")


@rule("readability")
def readability(posting: Posting) -> Iterator[Fault]:
    """Yields a fault for sentences that take many years of school to read."""
    grade = round(_measured(prose(posting)).grade, 1)
    highest = GRADES[bool({word.text for word in words(posting.role.title)} & vocabulary("executive"))]
    if grade > GRADE:
        message = f"reading it takes school grade {grade:.1f} (Flesch-Kincaid): {GRADE} or less reads well; shorten sentences and choose shorter words"
        yield Fault(
            posting.resolved.place("title"), message, severity="warning" if grade > highest else "info"
        )


@rule("long-sentence")
def long_sentence(posting: Posting) -> Iterator[Fault]:
    """Yields a fault for each sentence of more than 30 words."""
    for block in prose(posting):
        if block.section in {"pay", "benefits"}:  # lists that are printed as one line
            continue
        for sentence in sentences(block.text):
            if len(sentence) > SENTENCE:
                said = block.text[sentence[0].start : sentence[-1].end]
                message = f"a sentence of {len(sentence)} words ('{said[:40].rstrip()}…'): make two of it, each of at most {SENTENCE}"
                yield Fault(block.at(said), message)


@rule("bullets")
def bullets(posting: Posting) -> Iterator[Fault]:
    """Yields a fault for each list of more than eight points, and for a posting that is nearly all lists or has none."""
    body = prose(posting)
    for (kind, heading), group in groupby(body, lambda it: (it.kind, it.heading)):
        points = list(group)
        if kind == "bullet" and len(points) > BULLETS:
            message = f"'{heading}' has {len(points)} points: {BULLETS} are read; join or drop the others"
            yield Fault(points[0].place, message)
    total = _words_in(body)
    in_lists = _words_in(it for it in body if it.kind == "bullet")
    least, most = IN_BULLETS
    if total >= SHORT and not least <= round(in_lists / total, 2) <= most:
        message = f"{in_lists / total:.0%} of the words stand in lists: {least:.0%} to {most:.0%} read well"
        yield Fault(posting.resolved.place("title"), message)


@rule("outcomes")
def outcomes(posting: Posting) -> Iterator[Fault]:
    """Yields a fault where one or two results of the first year are named: too few to judge the job by."""
    said = len(posting.role.outcomes)
    if 0 < said < OUTCOMES:
        message = f"{said} of the first year’s results {'is' if said == 1 else 'are'} named: name at least {OUTCOMES}, by which a candidate can judge the job"
        yield Fault(posting.company_place("outcomes"), message)


@rule("lead")
def lead(posting: Posting) -> Iterator[Fault]:
    """Yields a fault for what is known of role, place and pay and not said in the first hundred words."""
    top = " ".join(posting.text.split()[:LEAD]).casefold()
    job = posting.job
    if posting.role.title.casefold() not in top:
        message = f"the first {LEAD} words do not name the role: begin with the title"
        yield Fault(posting.resolved.place("title"), message)
    places = {name for it in (*job.places, *job.remote_places) for name in (it.city, it.name) if name}
    places |= {"full": {"remote"}, "hybrid": {"hybrid"}}.get(job.remote, set())
    if places and not any(name.casefold() in top for name in places):
        message = f"the first {LEAD} words do not say where the work is: print the facts at the top"
        yield Fault(posting.company_place("locations" if job.places else "remote"), message)
    if job.pay and posting.role.pay in posting.text and f"{job.pay.low:,.0f}" not in top:
        message = f"the pay is shown, and not in the first {LEAD} words, where most readers look for it: print the facts at the top"
        yield Fault(posting.company_place("salary"), message)


@rule("company-block")
def company_block(posting: Posting) -> Iterator[Fault]:
    """Yields a fault for a text about the company that is long, or stands before the work."""
    about = [it for it in posting.blocks if any(origin.field == "about" for origin in it.origins)]
    work = [it for it in posting.blocks if it.section == "responsibilities"]
    count = _words_in(about)
    if count > ABOUT:
        message = f"{count} words about the company: {ABOUT} are enough, the rest belongs on its website"
        yield Fault(about[0].place, message)
    if about and work and about[0].line < work[0].line:
        yield Fault(about[0].place, "the company stands before the work: begin with what the reader will do")


def _words_in(blocks: Iterable[Block]) -> int:
    return sum(len(sentence) for block in blocks for sentence in sentences(block.text))


def _measured(blocks: Iterable[Block]) -> Measure:
    """How long and how hard blocks are; each ends a sentence."""
    count = ends = syllables_ = 0
    for block in blocks:
        for sentence in sentences(block.text):
            count += len(sentence)
            ends += 1
            syllables_ += sum(syllables(word.text) for word in sentence)
    return Measure(count, ends, syllables_)


@cache
def syllables(word: str) -> int:
    """Returns about how many syllables an English word has: its groups of vowels, less silent ones, and more where two vowels part."""
    bare = "".join(it for it in word if it.isalpha())
    vowels, silent, apart = _patterns()
    groups = len(vowels.findall(bare))
    return max(1, groups - len(silent.findall(bare)) * (groups > 1) + len(apart.findall(bare)))


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    return (
        re.compile(r"[aeiouy]+"),
        # the last e (but not of table), that of -ed (but not of needed) and -es (but not of changes), and that before -ly and -ment
        re.compile(
            r"(?<![aeiouy])(?<![^aeiouy]l)e$|(?<=[^aeioutdy])ed$|(?<=[^aeiouysxzchg])es$|e(?:ly|ty|ful|less)$|(?<=[^aeioul])ements?$"
        ),
        # be-ing, ini-ti-ate, expe-ri-ence, va-ri-ous (but not gracious), actu-al, cre-ate, muse-um, ide-a
        re.compile(
            r"[aeiouy](?=ing)|i(?=a(?!l|n|ti)|o(?!n|us)|um|en[ct]|et)|(?<=[rnv])i(?=ous|al|an)"
            r"|(?<![gq])u(?=al|ate|ous|en)|(?<=cr)e(?=at)|e(?=um)|(?<=[aeiou][a-z])ea$"
        ),
    )

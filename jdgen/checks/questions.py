"""Rules about questions: two of the past and one of a situation, asked in one way, with printed probes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jdgen.checks.rule import rule
from jdgen.checks.texts import questions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jdgen.checks.rule import Fault, Path
    from jdgen.schema import Profile
    from jdgen.schema.competency import Question

BEHAVIOURAL, SITUATIONAL, PROBES = 2, 1, 2
"""The least of each."""

KEY_LEVELS = frozenset({1, 3, 5})

LONGEST = 60
"""Words that a candidate can hold in mind."""

PAST = ("Tell me about", "Describe", "Give me an example", "Walk me through")
"""How a question about the past begins."""

SITUATION = r"(?:Suppose|Imagine)\b.*\bwould\b[^?]*\?"
"""A situation, then what one would do in it."""

SECOND = r"\band (?:how|what|why)\b"
"""A second question under the roof of the first."""

OWN_PART = (
    r"\byou yourself\b|\byourself\b|\byour (?:own|part)\b|\bhow did you (?!feel\b)\w"
    r"|\b(?:did|have|had|were) you (?!see\b|hear\b|know\b|learn\b|feel\b|think\b|believe\b|notice\b|want\b|like\b|first\b|there\b)\w"
)
"""A probe for what the person did, not for what there was to see or think."""

RESULT = (
    r"\b(?:results?|outcomes?|effects?|returns?|figures?|happen(?:ed|s)?|came of|(?<!you )changed?|afterwards|in the end"
    r"|differently|now|today|later|achieved?|settled|bec[ao]me of|end(?:ed)? up)\b"
)
"""A probe for what came of it."""


@rule("E10", "Krajewski et al. 2006")
def mix_of_questions(profile: Profile) -> Iterator[Fault]:
    """Two questions about the past to one about a situation: for managers the past predicts far better."""
    for name, competency in profile.competencies.items():
        kinds = [question.kind for question in competency.questions.values()]
        past, situation = kinds.count("behavioural"), kinds.count("situational")
        if past < BEHAVIOURAL or situation < SITUATIONAL:
            message = f"'{name}' has {past} behavioural and {situation} situational questions: write at least {BEHAVIOURAL} and {SITUATIONAL}"
            yield ("competencies", name, "questions"), message


@rule("E11", "Roch et al. 2012")
def key_answers_incomplete(profile: Profile) -> Iterator[Fault]:
    """A situational question has key answers at 5, 3 and 1: raters train on them, which makes ratings more accurate."""
    for path, question in questions(profile):
        if question.kind == "situational" and question.answers.keys() != KEY_LEVELS:
            has = ", ".join(str(level) for level in sorted(question.answers, reverse=True)) or "none"
            message = (
                f"'{path[-1]}' needs key answers at exactly 5, 3 and 1, and has {has}: correct `answers`"
            )
            yield (*path, "answers"), message


@rule("E12", "Campion, Palmer & Campion 1997")
def too_few_probes(profile: Profile) -> Iterator[Fault]:
    """Follow-up questions are printed, the same for all candidates, so that help does not depend on the rater."""
    for path, question in questions(profile):
        if len(question.probes) < PROBES:
            message = f"'{path[-1]}' needs {PROBES} printed probes and has {len(question.probes)}: add follow-up questions"
            yield (*path, "probes"), message


@rule("W08")
def form_of_a_question(profile: Profile) -> Iterator[Fault]:
    """The form keeps a question to its kind: the past is told, a situation is supposed."""
    for path, question in questions(profile):
        if question.kind == "behavioural" and not question.ask.startswith(PAST):
            yield (*path, "ask"), f"'{path[-1]}' asks about the past: begin with one of {', '.join(PAST)}"
        if question.kind == "situational" and not re.match(SITUATION, question.ask, re.DOTALL):
            message = f"'{path[-1]}' asks about a situation: write 'Suppose ...' or 'Imagine ...', then 'What would you ...?'"
            yield (*path, "ask"), message


@rule("W09")
def too_long(profile: Profile) -> Iterator[Fault]:
    """A question is heard, not read: beyond sixty words candidates are tested on memory."""
    for path, question in questions(profile):
        words = len(question.ask.split())
        if words > LONGEST:
            message = f"'{path[-1]}' has {words} words, more than {LONGEST}: shorten the situation"
            yield (*path, "ask"), message


@rule("W10")
def two_in_one(profile: Profile) -> Iterator[Fault]:
    """One question at a time: of two, candidates answer the one they like, and answers cannot be compared."""
    for path, question in questions(profile):
        second = question.kind == "behavioural" and re.search(SECOND, question.ask, re.IGNORECASE)
        if question.ask.count("?") > 1 or second:
            message = f"'{path[-1]}' asks two questions in one: keep the first, and make the second a probe"
            yield (*path, "ask"), message


@rule("W11")
def probes_miss(profile: Profile) -> Iterator[Fault]:
    """A story of the past is evidence when it tells the person's own part and the result; probes ask for both."""
    for path, question in questions(profile):
        if question.kind == "behavioural" and question.probes:
            yield from _missed(path, question)


def _missed(path: Path, question: Question) -> Iterator[Fault]:
    probes = "\n".join(question.probes)
    if not re.search(OWN_PART, probes, re.IGNORECASE):
        message = f"no probe of '{path[-1]}' asks for the person's own part: add 'What did you yourself do?'"
        yield (*path, "probes"), message
    if not re.search(RESULT, probes, re.IGNORECASE):
        yield (*path, "probes"), f"no probe of '{path[-1]}' asks what came of it: add 'What was the result?'"

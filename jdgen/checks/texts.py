"""The texts of a profile, each with the path to it: what is asked, posted and rated against."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from jdgen.schema.requirement import Logistics, Scope, Skill

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jdgen.checks.rule import Path
    from jdgen.schema import Profile
    from jdgen.schema.competency import Question

    Text = tuple[Path, str]


def questions(profile: Profile) -> Iterator[tuple[Path, Question]]:
    """Returns the questions of all competencies."""
    for name, competency in profile.competencies.items():
        for question_id, question in competency.questions.items():
            yield ("competencies", name, "questions", question_id), question


def asks(profile: Profile) -> Iterator[Text]:
    """Returns the wording of each question, those for referees included."""
    for path, question in questions(profile):
        yield (*path, "ask"), question.ask
    for index, reference in enumerate(profile.references.questions if profile.references else ()):
        yield ("references", "questions", index, "ask"), reference.ask


def probes(profile: Profile) -> Iterator[Text]:
    """Returns the printed follow-up questions."""
    for path, question in questions(profile):
        for index, probe in enumerate(question.probes):
            yield (*path, "probes", index), probe


def key_answers(profile: Profile) -> Iterator[Text]:
    """Returns the key answers of situational questions."""
    for path, question in questions(profile):
        for level, answer in question.answers.items():
            yield (*path, "answers", level), answer


def anchors(profile: Profile) -> Iterator[Text]:
    """Returns the anchors of all competencies."""
    for name, competency in profile.competencies.items():
        for level, anchor in competency.anchors.items():
            yield ("competencies", name, "anchors", level), anchor


def red_flags(profile: Profile) -> Iterator[Text]:
    """Returns the red flags of all competencies."""
    for name, competency in profile.competencies.items():
        for index, flag in enumerate(competency.red_flags):
            yield ("competencies", name, "red_flags", index), flag


def definitions(profile: Profile) -> Iterator[Text]:
    """Returns the definitions of competencies."""
    for name, competency in profile.competencies.items():
        yield ("competencies", name, "definition"), competency.definition


def duties(profile: Profile) -> Iterator[Text]:
    """Returns the lines of "What you will do"."""
    for name, responsibility in profile.responsibilities.items():
        yield ("responsibilities", name, "text"), responsibility.text


def demands(profile: Profile) -> Iterator[Text]:
    """Returns the lines of "What you bring" that are written out."""
    for name, requirement in profile.requirements.items():
        if isinstance(requirement, Scope | Skill | Logistics):
            yield ("requirements", name, "text"), requirement.text


def conditions(profile: Profile) -> Iterator[Text]:
    """Returns what requirements accept as equal, and what the recruiter asks for at the screen."""
    for name, requirement in profile.requirements.items():
        for field, text in (("or_equivalent", requirement.or_equivalent), ("proof", requirement.proof)):
            if text:
                yield ("requirements", name, field), text


def everything(profile: Profile) -> Iterator[Text]:
    """Returns all that a candidate is asked, reads in the posting or is rated against."""
    sources = (asks, probes, duties, demands, conditions, definitions, anchors, key_answers, red_flags)
    return chain([(("mission",), profile.mission)], *(source(profile) for source in sources))

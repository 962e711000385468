"""The rubric's rules: errors that stop the run, warnings that do not, and what rests on own judgement."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from jdgen.checks import (
    anchors,
    competencies,
    marks,
    plan,
    questions,
    references,
    requirements,
    weights,
    wording,
)

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    from jdgen.checks.finding import Finding, Severity
    from jdgen.checks.rule import Rule
    from jdgen.role.resolution import Resolved
    from jdgen.schema import Profile

RULES = (
    references.id_used_twice,
    requirements.posted_never_assessed,
    references.unknown_id,
    requirements.credential_without_reason,
    requirements.assessed_in_the_wrong_place,
    requirements.knock_out_of_no_must,
    competencies.serves_nothing,
    anchors.not_five_levels,
    questions.mix_of_questions,
    questions.key_answers_incomplete,
    questions.too_few_probes,
    competencies.duty_without_competency,
    competencies.nothing_posted_asks_for_it,
    wording.forbidden_topic,
    plan.too_few_raters,
    plan.not_asked_once,
    plan.over_its_minutes,
    weights.not_weighted,
    weights.sum_of_weights,
    weights.unequal_without_reason,
    plan.case_lines_differ,
    competencies.no_source,
    plan.same_title,
    requirements.no_equivalent,
    requirements.too_many_years,
    anchors.no_red_flag,
    anchors.vague_word,
    anchors.length_of_an_anchor,
    anchors.credential_in_an_anchor,
    anchors.neighbours_alike,
    questions.form_of_a_question,
    questions.too_long,
    questions.two_in_one,
    questions.probes_miss,
    plan.crowded_session,
    plan.load_on_candidates,
    requirements.knock_out_on_a_credential,
    wording.no_whole_sentence,
    marks.to_fill_in,
    competencies.own_judgement_only,
)
"""In the order of their codes; E06, a weight on a requirement, is refused where the profile is read."""


def check(role: Resolved, severities: Container[Severity] = ("error", "warning", "info")) -> list[Finding]:
    """Returns what breaks a rule of one of the `severities`, in the order of the files."""
    asked = [rule for rule in RULES if rule.severity in severities]
    found = set(chain.from_iterable((rule.telling or _at_its_place)(rule, role) for rule in asked))
    return sorted(found, key=lambda finding: (finding.place, finding.code, finding.message))


def _at_its_place(rule: Rule[Profile], role: Resolved) -> Iterator[Finding]:
    return rule(role.profile, role.place)

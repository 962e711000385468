"""The calibration page: key answers in an order that gives nothing away."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import pytest
from conftest import VARIANTS

from jdgen.role.kit.calibration import samples
from jdgen.role.view import describe

if TYPE_CHECKING:
    from conftest import Shipped


@pytest.mark.parametrize(("name", "stage"), VARIANTS)
def test_every_key_answer_is_there_once(name: str, stage: str, shipped: Shipped) -> None:
    role = describe(shipped(name, stage))
    found = samples(role)
    assert [it.number for it in found] == list(range(1, 25))
    assert sorted(it.level for it in found) == [1] * 8 + [3] * 8 + [5] * 8
    answers = {a.text for c in role.competencies for q in c.questions for a in q.answers}
    assert {it.text for it in found} == answers
    assert len(answers) == 24


def test_a_sample_is_the_answer_of_its_question_and_level(shipped: Shipped) -> None:
    resolved = shipped()
    sample = next(it for it in samples(describe(resolved)) if it.id == "bu3-3")
    question = resolved.profile.competencies["budget"].questions["bu3"]
    assert (sample.text, sample.ask, sample.level) == (question.answers[3], question.ask, 3)
    assert sample.competency == "Investment judgement"


@pytest.mark.parametrize(("name", "stage"), VARIANTS)
def test_the_order_is_the_one_of_the_digest(name: str, stage: str, shipped: Shipped) -> None:
    role = describe(shipped(name, stage))
    ids = [it.id for it in samples(role)]
    assert ids == sorted(ids, key=lambda it: hashlib.sha256((role.fingerprint + it).encode()).hexdigest())


def test_another_fingerprint_is_another_order(shipped: Shipped) -> None:
    role = describe(shipped())
    other = role._replace(fingerprint="0" * 12)
    assert [it.id for it in samples(role)] != [it.id for it in samples(other)]

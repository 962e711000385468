"""Calibration, retranslation, experience and adverse impact, against the tables of the rubric (3, 4.5, 6, 7.15, 8)."""

from __future__ import annotations

from fractions import Fraction
from math import comb
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from jdgen.role.fingerprint import fingerprint
from jdgen.role.kit.calibration import samples
from jdgen.role.view import describe
from jdgen.schema.candidates import Said, Stretch
from jdgen.schema.requirement import Experience
from jdgen.schema.sheets import CalibrationSheet, Group, RetranslationSheet, Sorted
from jdgen.scoring import display
from jdgen.scoring.calibration import Calibrated, calibrate
from jdgen.scoring.experience import has_experience
from jdgen.scoring.impact import Impact, fisher, impacts
from jdgen.scoring.retranslation import Anchor, anchors, retranslate, sorting

if TYPE_CHECKING:
    from collections.abc import Callable

    from conftest import Shipped

HEAD = {"fingerprint": "0" * 12, "role": "cto", "stage": "scaleup"}


# Experience


def asked(**fields: Any) -> Experience:
    data = {
        "kind": "experience",
        "importance": "must",
        "assess": [],
        "parts": {"technology": 10, "management": 5},
    }
    return Experience.model_validate(data | fields)


def career(text: str) -> list[Stretch]:
    """`120 technology, 60 both`."""
    both = ["technology", "management"]
    pairs = [part.split() for part in text.split(", ")]
    return [Stretch(months=int(months), kinds=both if kind == "both" else [kind]) for months, kind in pairs]


@pytest.mark.parametrize(
    ("months", "at_least", "more_than"),
    [
        ("120 technology, 60 management", True, False),
        ("120 technology, 60 both", True, False),
        ("120 both", False, False),
        ("180 both", True, False),
        ("240 technology", False, False),
        ("108 technology, 72 both", True, False),
        ("121 technology, 60 management", True, True),
        ("181 both", True, True),
        ("300 technology, 59 management", False, False),
    ],
)
def test_each_month_counts_once(months: str, at_least: bool, more_than: bool) -> None:
    assert has_experience(asked(), career(months)) is at_least
    assert has_experience(asked(strict=True), career(months)) is more_than


@pytest.mark.parametrize(
    ("months", "at_least", "more_than"),
    [("120 both", True, False), ("121 both", True, True), ("120 technology, 60 management", True, False)],
)
def test_where_they_may_overlap_a_month_counts_for_each_of_its_kinds(
    months: str, at_least: bool, more_than: bool
) -> None:
    assert has_experience(asked(overlap="allowed"), career(months)) is at_least
    assert has_experience(asked(overlap="allowed", strict=True), career(months)) is more_than


@given(st.integers(0, 300), st.integers(0, 300), st.integers(0, 300))
def test_months_can_be_shared_out_exactly_where_every_set_has_enough(one: int, other: int, both: int) -> None:
    parts = [(one, "technology"), (other, "management"), (both, "both")]
    stretches = career(", ".join(f"{months} {kind}" for months, kind in parts if months) or "1 product")
    shared = any(one + used >= 120 and other + both - used >= 60 for used in range(both + 1))
    assert has_experience(asked(), stretches) is shared


# Adverse impact


def groups(**counts: tuple[int, int]) -> tuple[Impact, ...]:
    return impacts([Group(group=name, selected=of[0], applicants=of[1]) for name, of in counts.items()])


def test_the_agencies_own_example_is_flagged_below_four_fifths_and_not_at_it() -> None:
    found = groups(a=(60, 100), b=(45, 100), c=(48, 100), d=(51, 100))
    assert [(it.ratio, it.flagged) for it in found] == [
        (1, False),
        (Fraction(75, 100), True),
        (Fraction(4, 5), False),
        (Fraction(85, 100), False),
    ]
    assert {it.reference for it in found} == {"a"}


def test_half_the_rate_is_flagged_with_its_probability() -> None:
    (_, it) = groups(a=(48, 80), b=(12, 40))
    assert (it.ratio, it.flagged, it.enough) == (Fraction(1, 2), True, True)
    assert display.probability(it.p) == "0.0034"


def test_exactly_four_fifths_is_not_flagged() -> None:
    (_, it) = groups(a=(10, 20), b=(8, 20))
    assert (it.ratio, it.flagged, it.enough) == (Fraction(4, 5), False, False)
    assert display.ratio(it.ratio or Fraction(0)) == "0.80"
    assert display.ratio(Fraction(7999, 10000)) == "0.79"


def test_a_handful_is_flagged_and_too_few_to_judge() -> None:
    (_, it) = groups(a=(3, 6), b=(1, 4))
    assert [it.ratio, it.flagged, it.enough, it.one_more] == [Fraction(1, 2), True, False, 1]
    assert it.p == Fraction(4, 7)
    assert display.probability(it.p) == "0.5714"


@pytest.mark.parametrize(("size", "enough"), [(29, False), (30, True)])
def test_thirty_in_both_groups_are_enough(size: int, enough: bool) -> None:
    assert [it.enough for it in groups(a=(20, 40), b=(5, size))] == [True, enough]
    assert [it.enough for it in groups(a=(size, size), b=(5, 40))] == [enough, enough]


def test_where_nobody_is_selected_there_is_nothing_to_compare() -> None:
    found = groups(a=(0, 40), b=(0, 40))
    assert {(it.ratio, it.flagged, it.one_more, it.p) for it in found} == {(None, False, None, Fraction(1))}
    assert impacts([]) == ()


def test_of_equal_rates_the_largest_group_is_the_reference() -> None:
    assert {it.reference for it in groups(a=(1, 2), b=(40, 80), c=(2, 4))} == {"b"}
    assert groups(a=(2, 2), b=(1, 2))[0].one_more is None


@given(st.integers(1, 12), st.integers(1, 12), st.data())
def test_fisher_adds_the_tables_that_are_no_likelier(one: int, other: int, data: st.DataObject) -> None:
    chosen, others = data.draw(st.integers(0, one)), data.draw(st.integers(0, other))
    ways = {
        (a, b): Fraction(comb(one, a) * comb(other, b), comb(one + other, chosen + others))
        for a in range(one + 1)
        for b in range(other + 1)
        if a + b == chosen + others
    }
    assert sum(ways.values()) == 1
    expected = sum(p for p in ways.values() if p <= ways[chosen, others])
    assert fisher(chosen, one, others, other) == fisher(others, other, chosen, one) == expected


def test_a_tiny_probability_is_said_in_words() -> None:
    assert display.probability(fisher(100, 100, 0, 100)) == "below 0.0001"


def test_more_selected_than_applied_is_refused() -> None:
    with pytest.raises(ValidationError, match="5 selected of 4 who applied"):
        Group(group="a", applicants=4, selected=5)


def test_a_contradiction_needs_its_words() -> None:
    with pytest.raises(ValidationError, match="write what the referee said"):
        Said(result="contradicts")
    assert Said(result="confirms").evidence is None


# Calibration


def calibrated(shipped: Shipped, answer: Callable[[int, int], int | None]) -> Calibrated:
    page = samples(describe(shipped()))
    answers = {it.number: level for it in page if (level := answer(it.number, it.level)) is not None}
    sheet = CalibrationSheet.model_validate(
        {**HEAD, "by": {"seat": "chief", "name": "Ada"}, "answers": answers}
    )
    (it,) = calibrate(page, [sheet])
    return it


def test_a_rater_who_knows_the_key_is_no_distance_from_it(shipped: Shipped) -> None:
    it = calibrated(shipped, lambda _, key: key)
    assert [it.distance, it.bias, it.talk_first, it.missed, it.answered, it.blank] == [0, 0, False, (), 24, 0]


def test_a_rater_one_level_off_everywhere_may_begin(shipped: Shipped) -> None:
    it = calibrated(shipped, lambda _, key: key - 1 if key > 1 else 2)
    assert [it.distance, it.bias, it.talk_first] == [1, Fraction(-8, 24), False]


def test_a_rater_more_than_a_level_off_talks_first(shipped: Shipped) -> None:
    it = calibrated(shipped, lambda number, key: 6 - key if number == 1 or key == 3 else min(key + 1, 4))
    assert it.distance is not None
    off = calibrated(shipped, lambda _, key: 3 if key == 1 else 1)
    assert [off.distance, off.talk_first] == [Fraction(8 * (4 + 2 + 2), 24), True]
    assert [each.sample.level for each in off.missed[:8]] == [5] * 8


def test_blank_answers_are_left_out_and_counted(shipped: Shipped) -> None:
    it = calibrated(shipped, lambda number, key: key if number <= 6 else None)
    assert [it.answered, it.blank, it.distance, it.talk_first] == [6, 18, 0, False]
    empty = calibrated(shipped, lambda *_: None)
    assert [empty.distance, empty.bias, empty.talk_first] == [None, None, True]


def test_raters_come_by_seat(shipped: Shipped) -> None:
    page = samples(describe(shipped()))
    seats = ["people", "chief", "finance"]
    sheets = [CalibrationSheet.model_validate({**HEAD, "by": {"seat": it, "name": "X"}}) for it in seats]
    assert [it.seat for it in calibrate(page, sheets)] == sorted(seats)


# Retranslation

ANCHOR = Anchor(1, "strategy-4", "strategy", 4, "An anchor.")


def placed(competencies: str, levels: str) -> list[Sorted]:
    names = {"S": "strategy", "o": "budget"}
    return [
        Sorted(competency=names[it], level=int(level)) for it, level in zip(competencies, levels, strict=True)
    ]


@pytest.mark.parametrize(
    ("competencies", "levels", "agreement", "mean", "deviation", "faults", "kept_at"),
    [
        ("SSSSSo", "445444", "5/6", "25/6", "0.4082", (), 4),
        ("SSSSSS", "243524", "1", "10/3", "1.2111", ("level",), None),
        ("SSooSo", "333333", "1/2", "3", "0.0000", ("competency",), None),
        ("SSSo", "3445", "3/4", "4", "0.8165", (), 4),
        ("SSoo", "1515", "1/2", "3", "2.3094", ("competency", "level"), None),
        ("SSS", "345", "1", "4", "1.0000", (), 4),
        ("SS", "34", "1", "7/2", "0.7071", (), 4),
    ],
)
def test_an_anchor_is_kept_where_experts_agree(
    competencies: str,
    levels: str,
    agreement: str,
    mean: str,
    deviation: str,
    faults: tuple[str, ...],
    kept_at: int | None,
) -> None:
    it = sorting(ANCHOR, placed(competencies, levels))
    assert (it.agreement, it.level, it.faults, it.kept_at) == (
        Fraction(agreement), Fraction(mean), faults, kept_at,
    )  # fmt: skip
    assert display.deviation(it.variance or Fraction(0)) == deviation


def test_one_expert_settles_nothing() -> None:
    it = sorting(ANCHOR, placed("S", "4"))
    assert [it.agreement, it.variance, it.faults, it.kept_at] == [1, None, (), None]
    none = sorting(ANCHOR, [])
    assert [none.experts, none.agreement, none.level, none.mostly, none.kept_at] == [0, None, None, "", None]


def test_where_it_was_sorted_most_often_is_named_and_a_tie_is_not() -> None:
    assert sorting(ANCHOR, placed("Sooo", "3333")).mostly == "budget"
    assert sorting(ANCHOR, placed("So", "33")).mostly == ""


def test_sheets_are_read_by_their_numbers(shipped: Shipped) -> None:
    profile = shipped().profile
    page = anchors(profile)
    assert [it.number for it in page] == list(range(1, 41))
    assert [it.id for it in page] != sorted(it.id for it in page)
    right = {it.number: {"competency": it.competency, "level": it.level} for it in page}
    head = {**HEAD, "fingerprint": fingerprint(profile)}
    sheets = [
        RetranslationSheet.model_validate({**head, "expert": name, "anchors": right}) for name in ("A", "B")
    ]
    found = retranslate(profile, sheets)
    assert [it.anchor.id for it in found] == [
        f"{name}-{n}" for name in profile.competencies for n in range(1, 6)
    ]
    assert all(it.kept_at == it.anchor.level for it in found)

"""Ranks, bands, the order under equal weights, and how figures are printed (rubric 7.9 to 7.11 and 8)."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openings import BASE, SETTLED, card, in_pairs, pair_cards, scored

from jdgen.schema.candidates import Candidates
from jdgen.scoring import display
from jdgen.scoring.ranks import Band, bands, ranks
from jdgen.scoring.total import Total

if TYPE_CHECKING:
    from conftest import Shipped

    from jdgen.role.resolution import Resolved
    from jdgen.schema.scorecard import Scorecard
    from jdgen.scoring import Comparison

WIDTH = Fraction("0.25")
EXAMPLE = {
    name: Fraction(total)
    for name, total in {
        "Ada": "3.80", "Ben": "3.80", "Cy": "3.60", "Dee": "3.54", "Eve": "3.30", "Flo": "3.29",
    }.items()
}  # fmt: skip


def test_ties_share_a_rank_and_the_next_one_is_left_out() -> None:
    assert ranks(EXAMPLE) == {"Ada": 1, "Ben": 1, "Cy": 3, "Dee": 4, "Eve": 5, "Flo": 6}


def test_a_band_reaches_from_its_best_the_width_included() -> None:
    assert bands(EXAMPLE, WIDTH) == (
        Band(Fraction("3.80"), ("Ada", "Ben", "Cy")),
        Band(Fraction("3.54"), ("Dee", "Eve", "Flo")),
    )
    assert [it.codes for it in bands(EXAMPLE, Fraction("0.2499"))][1:] == [("Dee", "Eve"), ("Flo",)]


def test_a_band_lists_its_codes_by_name_and_not_by_rank() -> None:
    assert bands({"Z": Fraction(4), "A": Fraction("3.9")}, WIDTH)[0].codes == ("A", "Z")


totals = st.dictionaries(st.text("ABC", min_size=1, max_size=3), st.fractions(1, 5, max_denominator=24))


@given(totals)
def test_a_rank_is_one_more_than_the_number_of_better_totals(found: dict[str, Fraction]) -> None:
    assert ranks(found) == {
        code: 1 + sum(other > total for other in found.values()) for code, total in found.items()
    }


@given(totals)
def test_bands_divide_the_candidates_and_follow_each_other(found: dict[str, Fraction]) -> None:
    parts = bands(found, WIDTH)
    assert sorted(code for it in parts for code in it.codes) == sorted(found)
    assert all(it.best - found[code] <= WIDTH for it in parts for code in it.codes)
    assert all(it.best - after.best > WIDTH for it, after in pairwise(parts))


FINALISTS = {
    "Ada": "4 3.5 3 4 4.5 3 3.5 4", "Ben": "3 4 5 3 3.5 4 4 4", "Cy": "4 4 4 3 3 4 4 3.5",
}  # fmt: skip


def finalist(role: Resolved, code: str) -> list[Scorecard]:
    scores = [Fraction(it) for it in FINALISTS[code].split()]
    pairs = [(int(it - it % 1 if it % 1 else it), int(it + it % 1)) for it in scores]
    return pair_cards(role, dict(zip(BASE, pairs, strict=True)), code)


def finalists(shipped: Shipped) -> Comparison:
    role = in_pairs(shipped())
    screens = Candidates.model_validate({"candidates": {code: {"screen": SETTLED} for code in FINALISTS}})
    return scored(role, [it for code in FINALISTS for it in finalist(role, code)], screens)


def test_weights_matter_and_the_comparison_says_so(shipped: Shipped) -> None:
    it = finalists(shipped)
    assert [each.result.total.value for each in it.candidates] == [
        Fraction("3.80"),
        Fraction("3.70"),
        Fraction("3.60"),
    ]
    assert it.ranks == {"Ada": 1, "Ben": 2, "Cy": 3}
    assert it.equal_totals == {"Ada": Fraction(59, 16), "Ben": Fraction(61, 16), "Cy": Fraction(59, 16)}
    assert it.equal_ranks == {"Ben": 1, "Ada": 2, "Cy": 2}
    assert it.order_depends


def test_one_candidate_s_order_depends_on_nothing(shipped: Shipped) -> None:
    role = in_pairs(shipped())
    assert not scored(role, pair_cards(role)).order_depends


def test_who_has_a_gap_or_is_not_qualified_has_no_rank(shipped: Shipped) -> None:
    role = in_pairs(shipped())
    entries = {
        "Ada": {"screen": SETTLED},
        "Ben": {"screen": {**SETTLED, "work_permit": "not_met"}},
        "Cy": {"screen": SETTLED},
        "Dee": {"screen": {**SETTLED, "degree": "unverified"}},
    }
    cards = [it for code in ("Ada", "Ben", "Dee") for it in pair_cards(role, BASE, code)]
    cards += pair_cards(role, {**BASE, "budget": (5, None)}, "Cy")
    it = scored(role, cards, Candidates.model_validate({"candidates": entries}))
    assert it.ranks == {"Ada": 1, "Dee": 1}
    assert [band.codes for band in it.bands] == [("Ada", "Dee")]
    assert {each.code: each.result.outcome for each in it.candidates} == {
        "Ada": "meets the bar", "Ben": "not qualified", "Cy": "incomplete", "Dee": "incomplete",
    }  # fmt: skip


# Printed


def test_a_total_is_never_printed_as_reaching_a_threshold_that_it_misses(shipped: Shipped) -> None:
    scoring = shipped().profile.scoring
    said = {
        "3.497": "3.49", "3.5": "3.50", "3.495": "3.49", "3.4949": "3.49", "2.999": "2.99", "3": "3.00",
        "3.125": "3.13", "2.675": "2.68", "3.005": "3.01",
    }  # fmt: skip
    assert {value: display.total(Fraction(value), scoring) for value in said} == said


def test_an_interval_is_printed_with_both_ends_or_as_one_figure() -> None:
    open_ = Total(Fraction("3.8"), Fraction(17, 20), Fraction("3.575"), Fraction("3.875"), final=False)
    assert display.interval(open_) == "3.58 to 3.88"
    assert display.interval(open_, Fraction("3.58")) == "3.57 to 3.88"
    assert display.interval(open_._replace(high=open_.low)) == "3.58"


def test_coverage_is_whole_only_where_nothing_is_missing() -> None:
    assert [display.percent(Fraction(it)) for it in ("17/20", "0.999", "1")] == [
        "85 percent",
        "99 percent",
        "100 percent",
    ]


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("0.79951", "0.799"),
        ("0.8", "0.800"),
        ("0.66651", "0.666"),
        ("-0.0004", "0.000"),
        ("0.12345", "0.123"),
    ],
)
def test_a_coefficient_below_a_limit_is_not_printed_as_reaching_it(value: str, said: str) -> None:
    assert display.alpha(Fraction(value)) == said


@pytest.mark.parametrize(
    ("variance", "said"),
    [("1/6", "0.4082"), ("22/15", "1.2111"), ("0", "0.0000"), ("1", "1.0000"), ("1.0000000001", "1.0001"), ("2", "1.4142")],
)  # fmt: skip
def test_a_deviation_is_the_root_rounded(variance: str, said: str) -> None:
    assert display.deviation(Fraction(variance)) == said


def test_a_card_s_code_is_the_candidate(shipped: Shipped) -> None:
    role = in_pairs(shipped())
    it = scored(role, [card("on_budget", "chief", {"bu1": 3}, "X-9")], Candidates())
    assert [each.code for each in it.candidates] == ["X-9"]

"""The decision rule, against examples worked out by hand."""

from __future__ import annotations

import ast
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jdgen.role import rule
from jdgen.role.rule import Result, equal_weights, judge, shown
from jdgen.role.view import describe

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from conftest import Shipped

WEIGHTS = {
    name: Fraction(weight)
    for name, weight in {
        "strategy": 15, "innovation": 10, "customers": 10, "metrics": 15,
        "leadership": 20, "methods": 10, "budget": 10, "partnership": 10,
    }.items()
}  # fmt: skip
FLOORS = {"leadership": 3, "partnership": 3}
BASE: dict[str, tuple[int, ...]] = {
    "strategy": (4, 4), "innovation": (3, 4), "customers": (3, 3), "metrics": (4, 4),
    "leadership": (5, 4), "methods": (3, 3), "budget": (3, 4), "partnership": (4, 4),
}  # fmt: skip

Ratings = dict[str, tuple[int, ...]]


def all_of(*ratings: int, **others: tuple[int, ...]) -> Ratings:
    return {name: others.get(name, ratings) for name in WEIGHTS}


def judged(
    ratings: Mapping[str, Sequence[int]],
    weights: Mapping[str, Fraction] = WEIGHTS,
    floors: Mapping[str, int] = FLOORS,
    disagreement: str = "1.50",
) -> Result:
    return judge(
        ratings,
        weights,
        floors,
        advance=Decimal("3.50"),
        hold=Decimal("3.00"),
        disagreement=Decimal(disagreement),
    )


EXAMPLES: dict[str, tuple[Ratings, str, str]] = {
    "S1": (BASE, "19/5", "meets the bar"),
    "S5": (all_of(5, 5, leadership=(3, 2)), "9/2", "below a floor"),
    "S6": ({**BASE, "innovation": (2, 5)}, "19/5", "discuss"),
    "S11": (all_of(3, 3), "3", "discuss"),
    "S12": (all_of(3, 4), "7/2", "meets the bar"),
    "S13": (all_of(3, 3, metrics=(2, 3)), "117/40", "below the bar"),
    "S17": ({**BASE, "methods": (2, 3)}, "15/4", "meets the bar"),
    "S18": (
        all_of(4, 4, strategy=(3, 3), innovation=(3, 3), customers=(3, 3), metrics=(3, 3)),
        "7/2",
        "meets the bar",
    ),
}


@pytest.mark.parametrize(("ratings", "total", "outcome"), EXAMPLES.values(), ids=EXAMPLES)
def test_an_example_comes_out_exactly(ratings: Ratings, total: str, outcome: str) -> None:
    result = judged(ratings)
    assert (result.total, result.outcome) == (Fraction(total), outcome)


def test_an_example_adds_up_line_by_line() -> None:
    result = judged(BASE)
    assert [str(score) for score in result.scores.values()] == ["4", "7/2", "3", "4", "9/2", "3", "7/2", "4"]
    assert [WEIGHTS[name] * score for name, score in result.scores.items()] == [
        60,
        35,
        30,
        60,
        90,
        30,
        35,
        40,
    ]
    assert result.points == 380
    assert result.index == Fraction(7, 10)


def test_the_ends_of_the_scale_are_reached_and_judged() -> None:
    best, worst = judged(all_of(5), floors={}), judged(all_of(1), floors={})
    assert [best.total, best.index, best.outcome] == [5, 1, "meets the bar"]
    assert [worst.total, worst.index, worst.outcome] == [1, 0, "below the bar"]


def test_binary_floats_would_miss_the_threshold_that_fractions_reach() -> None:
    ratings = EXAMPLES["S18"][0]
    floats = 0.0
    for name, (first, *_) in ratings.items():  # sum() makes up for the error from Python 3.12 on
        floats += float(WEIGHTS[name]) / 100 * first
    assert floats < 3.5
    assert judged(ratings).total == Fraction(7, 2)


@pytest.mark.parametrize(("disagreement", "outcome"), [("1.00", "discuss"), ("1.01", "meets the bar")])
def test_raters_disagree_when_they_are_as_far_apart_as_the_limit(disagreement: str, outcome: str) -> None:
    assert judged(BASE, disagreement=disagreement).outcome == outcome


@pytest.mark.parametrize(("floor", "outcome"), [(4, "below a floor"), (3, "meets the bar")])
def test_a_floor_that_is_reached_is_no_obstacle(floor: int, outcome: str) -> None:
    assert judged({**BASE, "methods": (3, 4)}, floors={"methods": floor}).outcome == outcome


def test_a_floor_goes_before_the_total() -> None:
    assert judged(all_of(2)).outcome == "below a floor"
    assert judged(all_of(2), floors={}).outcome == "below the bar"


ratings = st.fixed_dictionaries(
    {name: st.lists(st.integers(1, 5), min_size=1, max_size=4) for name in WEIGHTS}
)
weights = st.fixed_dictionaries({name: st.integers(1, 100).map(Fraction) for name in WEIGHTS})
factors = st.fractions(min_value=Fraction(1, 1000), max_value=1000)


@given(ratings, weights, factors)
def test_only_the_proportion_of_the_weights_counts(
    rated: dict[str, list[int]], weighted: dict[str, Fraction], factor: Fraction
) -> None:
    scaled = {name: weight * factor for name, weight in weighted.items()}
    one, other = judged(rated, weighted), judged(rated, scaled)
    assert (one.scores, one.total, one.outcome) == (other.scores, other.total, other.outcome)


@given(ratings, factors)
def test_equal_weights_are_the_mean_of_the_scores(rated: dict[str, list[int]], each: Fraction) -> None:
    equal = judged(rated, equal_weights(list(rated)))
    assert equal.total == rule.mean(list(equal.scores.values()))
    assert equal.total == judged(rated, dict.fromkeys(rated, each)).total


@given(
    ratings.flatmap(
        lambda rated: st.tuples(
            st.just(rated),
            st.fixed_dictionaries({name: st.permutations(given) for name, given in rated.items()}),
        )
    )
)
def test_the_order_of_the_raters_is_irrelevant(
    pair: tuple[dict[str, list[int]], dict[str, list[int]]],
) -> None:
    assert judged(pair[0]) == judged(pair[1])


@given(ratings, st.sampled_from(sorted(WEIGHTS)))
def test_a_better_rating_never_lowers_the_total(rated: dict[str, list[int]], name: str) -> None:
    better = {**rated, name: [min(rating + 1, 5) for rating in rated[name]]}
    assert judged(better).total >= judged(rated).total
    assert 1 <= judged(rated).total <= 5


def test_equal_weights_sum_to_100() -> None:
    assert sum(equal_weights(["a", "b", "c"]).values()) == 100


@given(ratings, weights)
def test_every_figure_is_a_fraction(rated: dict[str, list[int]], weighted: dict[str, Fraction]) -> None:
    result = judged(rated, weighted)
    assert {type(it) for it in (*result.scores.values(), result.points, result.total, result.index)} == {
        Fraction
    }


def test_no_float_is_on_the_way() -> None:
    tree = ast.parse(Path(rule.__file__).read_text("utf-8"))
    numbers = [node.value for node in ast.walk(tree) if isinstance(node, ast.Constant)]
    called = [
        node.func.id
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    ]
    assert not any(isinstance(number, float) for number in numbers)
    assert not {"float", "round"}.intersection(called)


ROUNDED = {
    "3.125": "3.13", "2.675": "2.68", "3.005": "3.01", "1.005": "1.01", "3.495": "3.50", "3.4949": "3.49",
    "1": "1.00", "5": "5.00", "0.004": "0.00", "99.995": "100.00",
}  # fmt: skip


@pytest.mark.parametrize(("value", "said"), ROUNDED.items())
def test_two_decimals_round_half_up(value: str, said: str) -> None:
    assert shown(Fraction(value)) == said


@pytest.mark.parametrize(
    ("value", "said"),
    [("3.497", "3.49"), ("3.495", "3.49"), ("3.5", "3.50"), ("2.999", "2.99"), ("3", "3.00")],
)
def test_a_value_below_a_threshold_is_never_shown_as_reaching_it(value: str, said: str) -> None:
    assert shown(Fraction(value), Decimal("3.50"), Decimal("3.00")) == said


@given(st.fractions(min_value=1, max_value=5), st.decimals(1, 5, places=2))
def test_what_is_shown_is_on_the_same_side_of_the_threshold(value: Fraction, limit: Decimal) -> None:
    said = Fraction(shown(value, limit))
    assert abs(said - value) < Fraction(1, 100)
    assert (said >= Fraction(limit)) == (value >= Fraction(limit))


def test_the_worked_example_of_the_rubric_is_the_first_one(shipped: Shipped) -> None:
    weights_of = ", ".join(f"{name}: {weight}" for name, weight in WEIGHTS.items())
    company = f"patch: {{weights: {{{weights_of}}}, floors: {{leadership: 3, partnership: 3}}}}"
    example = describe(shipped(company=company)).example
    assert (example.points, example.total, example.percent, example.outcome) == (
        "380",
        "3.80",
        "70",
        "meets the bar",
    )
    assert [row.points for row in example.rows] == ["60", "35", "30", "60", "90", "30", "35", "40"]


def test_the_share_of_the_way_is_rounded_half_up(shipped: Shipped) -> None:
    example = describe(shipped("cpo")).example
    assert (example.total, example.percent) == ("3.75", "69")


def test_without_weights_all_weigh_the_same(shipped: Shipped) -> None:
    role = describe(shipped(company="patch: {weights: null, because: null}"))
    assert {it.weight for it in role.competencies} == {"12.5"}
    assert role.example.total == shown(Fraction(59, 16))


def test_the_worked_example_has_as_many_raters_as_the_rule_asks_for(shipped: Shipped) -> None:
    example = describe(shipped(company="patch: {scoring: {min_raters: 3}}")).example
    assert example.raters == "Three raters"
    assert {len(row.ratings) for row in example.rows} == {3}

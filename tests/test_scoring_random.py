"""Vacancies by chance: a second implementation agrees, and what must always hold does."""

from __future__ import annotations

import ast
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any

import pytest
from conftest import role as resolved_role
from hypothesis import given, settings
from hypothesis import strategies as st
from openings import changed
from random_openings import Opening, Verdict, judged, opening

import jdgen.scoring
from jdgen.role.kit.calibration import samples
from jdgen.role.view import describe
from jdgen.schema.sheets import CalibrationSheet, Group
from jdgen.scoring import Comparison, compare
from jdgen.scoring.calibration import calibrate
from jdgen.scoring.comparison import in_the_running
from jdgen.scoring.impact import impacts
from jdgen.scoring.retranslation import retranslate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jdgen.schema.scorecard import Scorecard
    from jdgen.scoring.candidate import Result

SHIPPED = resolved_role("cto", "scaleup", "{}")
LAYER = Path(jdgen.scoring.__file__).parent

chances = st.integers(0, 2**64).map(Random)


def compared(it: Opening, cards: list[Scorecard] | None = None) -> Comparison:
    return compare(it.role, it.cards if cards is None else cards, it.candidates, it.vacancy)


def verdict(result: Result) -> Verdict:
    return Verdict(
        {it.competency: it.score for it in result.scores},
        {it.competency for it in result.scores if it.gap},
        result.total.value,
        result.total.coverage,
        result.total.low,
        result.total.high,
        {it.requirement: it.status for it in result.standings},
        {it.id for it in result.flags},
        result.outcome,
    )


@settings(max_examples=400)
@given(chances)
def test_a_second_implementation_agrees_to_the_last_digit(chance: Random) -> None:
    it = opening(SHIPPED, chance)
    found = compared(it)
    for each in found.candidates:
        assert verdict(each.result) == judged(it, each.code)
        assert verdict(each.independent) == judged(it, each.code, before=True)
    ranked = {each.code: each.result.total.value for each in found.candidates if in_the_running(each)}
    assert found.ranks == {
        code: 1 + sum(other > total for other in ranked.values() if other is not None and total is not None)
        for code, total in ranked.items()
        if total is not None
    }


@given(chances)
def test_the_order_of_the_cards_changes_nothing(chance: Random) -> None:
    it = opening(SHIPPED, chance)
    other = it._replace(cards=chance.sample(it.cards, len(it.cards)))
    assert compared(it) == compared(other)


@given(chances)
def test_the_order_of_seats_in_a_session_changes_no_score(chance: Random) -> None:
    it = opening(SHIPPED, chance)
    plan = it.role.profile.plan
    turned = {
        name: session.model_copy(update={"seats": session.seats[::-1]})
        for name, session in plan.sessions.items()
    }
    other = it._replace(role=changed(it.role, plan=plan.model_copy(update={"sessions": turned})))
    one, two = compared(it), compared(other)
    assert [verdict(each.result) for each in one.candidates] == [
        verdict(each.result) for each in two.candidates
    ]
    assert one.agreement == two.agreement


def bounds(result: Result) -> list[tuple[Fraction, Fraction]]:
    return [(result.total.low, result.total.high), *((it.low, it.high) for it in result.scores)]


@settings(max_examples=30)  # each is compared as often as it has cards
@given(chances)
def test_a_further_card_only_ever_closes_an_interval_in(chance: Random) -> None:
    it = opening(SHIPPED, chance)
    for count in range(len(it.cards)):
        before, after = compared(it, it.cards[:count]), compared(it, it.cards[: count + 1])
        for one, two in zip(before.candidates, after.candidates, strict=True):
            for wide, narrow in zip(bounds(one.result), bounds(two.result), strict=True):
                assert wide[0] <= narrow[0] <= narrow[1] <= wide[1]


@given(chances)
def test_a_total_that_becomes_final_lies_where_the_interval_said(chance: Random) -> None:
    it = opening(SHIPPED, chance)
    all_in = {each.code: each.result for each in compared(it).candidates}
    some = compared(it, chance.sample(it.cards, chance.randint(0, len(it.cards))))
    for each in some.candidates:
        final = all_in[each.code].total
        if final.final and final.value is not None:
            assert each.result.total.low <= final.value <= each.result.total.high


@given(chances, st.integers(2, 1000))
def test_only_the_proportion_of_the_weights_counts(chance: Random, factor: int) -> None:
    it = opening(SHIPPED, chance)
    given_weights = it.role.profile.weights or dict.fromkeys(it.role.profile.competencies, 1)
    scaled = {name: weight * factor for name, weight in given_weights.items()}
    other = it._replace(role=changed(it.role, weights=scaled))
    assert compared(it).candidates == compared(other).candidates


@given(chances)
def test_a_gap_leaves_no_outcome_but_incomplete_unless_a_knock_out_went_before(chance: Random) -> None:
    found = compared(opening(SHIPPED, chance))
    for each in found.candidates:
        if any(score.gap for score in each.result.scores):
            assert each.result.outcome in {"incomplete", "not qualified"}
            assert each.code not in found.ranks


# No float on the way


def numbers(value: object) -> Iterator[object]:
    """Every number in a result, however deep."""
    if isinstance(value, dict):
        yield from numbers(list(value.values()))
    elif isinstance(value, tuple | list):
        for part in value:
            yield from numbers(part)
    elif isinstance(value, int | float | Fraction | Decimal):
        yield value


@given(chances)
def test_every_figure_of_a_result_is_exact(chance: Random) -> None:
    assert {type(it) for it in numbers(compared(opening(SHIPPED, chance)))} <= {Fraction, int, bool}


def test_every_figure_of_a_sheet_is_exact() -> None:
    page = samples(describe(SHIPPED))
    by = {"fingerprint": "0" * 12, "role": "cto", "stage": "scaleup", "by": {"seat": "chief", "name": "X"}}
    sheet = CalibrationSheet.model_validate({**by, "answers": {1: 2, 2: 5}})
    counts = [Group(group="a", applicants=7, selected=3), Group(group="b", applicants=9, selected=2)]
    results: tuple[Any, ...] = (calibrate(page, [sheet]), impacts(counts), retranslate(SHIPPED.profile, []))
    assert {type(it) for it in numbers(results)} <= {Fraction, int, bool}


def trees() -> Iterator[tuple[str, ast.Module]]:
    yield from ((path.stem, ast.parse(path.read_text("utf-8"))) for path in sorted(LAYER.glob("*.py")))


@pytest.mark.parametrize(("name", "tree"), list(trees()))
def test_the_layer_knows_no_floats(name: str, tree: ast.Module) -> None:
    nodes = list(ast.walk(tree))
    assert not [it for it in nodes if isinstance(it, ast.Constant) and isinstance(it.value, float)]
    assert not {"float", "round", "fmean", "sqrt"} & {it.id for it in nodes if isinstance(it, ast.Name)}
    assert not [
        it for it in nodes if isinstance(it, ast.Import) and it.names[0].name in {"math", "statistics"}
    ]
    exact = {
        alias.name
        for it in nodes
        if isinstance(it, ast.ImportFrom) and it.module == "math"
        for alias in it.names
    }
    assert exact <= {"comb", "isqrt"}, name


DIVIDING = {
    "agreement.alpha", "agreement.icc", "agreement.several", "agreement._ratio", "impact._impact",
    "retranslation._variance", "total.as_index", "total.total",
}  # fmt: skip
"""Where the sign `/` stands, each time with a fraction on its left; whole numbers are divided by `Fraction(a, b)`."""


def test_only_fractions_are_divided() -> None:
    found = {
        f"{name}.{function.name}"
        for name, tree in trees()
        for function in ast.walk(tree)
        if isinstance(function, ast.FunctionDef)
        for it in ast.walk(function)
        if isinstance(it, ast.BinOp | ast.AugAssign) and isinstance(it.op, ast.Div)
    }
    assert found == DIVIDING

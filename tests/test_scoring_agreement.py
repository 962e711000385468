"""Agreement of raters, against published figures and some worked out by hand (rubric 7.14 and 8)."""

from __future__ import annotations

from fractions import Fraction
from statistics import variance
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openings import BASE, card, in_pairs, pair_cards, scored

from jdgen.scoring.agreement import SEPARATE, Coefficient, alpha, icc, meaning, several, verdict
from jdgen.scoring.display import alpha as alpha_shown
from jdgen.scoring.display import icc as icc_shown

if TYPE_CHECKING:
    from collections.abc import Sequence
    from random import Random

    from conftest import Shipped

    Units = list[list[Fraction]]


def units(*given: str) -> Units:
    return [[Fraction(it) for it in unit if it != "-"] for unit in given]


OBSERVERS = ("123321412---", "1233224125-3", "-3332342251-", "12332441251-")
KRIPPENDORFF = units(*map("".join, zip(*OBSERVERS, strict=True)))
"""The example of his own papers: four observers, twelve units."""

ALPHAS = {
    "Krippendorff's example": (KRIPPENDORFF, "951/1120", "108577/133160", "0.849", "0.815"),
    "four units by hand": (units("44", "34", "23", "55"), "23/30", "505/624", "0.767", "0.809"),
    "three raters, two missing": (
        units("443", "34-", "223", "544", "121", "3-3"), "49/64", "3089/4064", "0.766", "0.760",
    ),
    "perfect": (units("11", "55"), "1", "1", "1.000", "1.000"),
    "worse than chance": (units("15", "51"), "-1/2", "-1/2", "-0.500", "-0.500"),
}  # fmt: skip


@pytest.mark.parametrize(("data", "interval", "ordinal", "one", "other"), ALPHAS.values(), ids=ALPHAS)
def test_alpha_is_exact(data: Units, interval: str, ordinal: str, one: str, other: str) -> None:
    exact = alpha(data), alpha(data, "ordinal")
    assert exact == (Fraction(interval), Fraction(ordinal))
    assert tuple(alpha_shown(it) for it in exact if it is not None) == (one, other)


def test_without_variation_alpha_is_undefined() -> None:
    assert alpha(units("33", "33")) is None
    assert alpha(units("33", "33"), "ordinal") is None
    assert alpha([]) is None


scores = st.sampled_from([Fraction(it, 6) for it in range(6, 31)])
grids = st.integers(2, 4).flatmap(
    lambda raters: st.lists(st.lists(scores, min_size=raters, max_size=raters), min_size=2, max_size=12)
)


@given(grids)
def test_with_equally_many_ratings_alpha_is_the_closed_form(grid: Units) -> None:
    values = [it for unit in grid for it in unit]
    expected = 2 * Fraction(variance(values))
    pairs = [(one - other) ** 2 / (len(unit) - 1) for unit in grid for one in unit for other in unit]
    closed = 1 - sum(pairs) / len(values) / expected if expected else None
    assert alpha(grid) == closed


@given(grids, st.randoms())
def test_the_order_of_units_and_raters_is_irrelevant(grid: Units, chance: Random) -> None:
    mixed = [chance.sample(unit, len(unit)) for unit in chance.sample(grid, len(grid))]
    assert alpha(grid) == alpha(mixed)
    assert alpha(grid, "ordinal") == alpha(mixed, "ordinal")


def test_a_unit_with_one_rating_says_nothing() -> None:
    data = units("44", "34", "23", "55")
    assert alpha([*data, *units("1", "5")]) == alpha(data)


SHROUT_FLEISS = [[9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7]]
ICCS = {
    "Shrout & Fleiss 1979": (SHROUT_FLEISS, "184/635", "736/1187", "0.290", "0.620"),
    "six rows by hand": ([[4, 4], [3, 4], [2, 2], [5, 4], [1, 2], [3, 3]], "24/29", "48/53", "0.828", "0.906"),
}  # fmt: skip


@pytest.mark.parametrize(("rows", "single", "average", "one", "other"), ICCS.values(), ids=ICCS)
def test_icc_is_exact(rows: Sequence[Sequence[int]], single: str, average: str, one: str, other: str) -> None:
    exact = icc([[Fraction(it) for it in row] for row in rows])
    assert exact == (Fraction(single), Fraction(average))
    assert tuple(icc_shown(it) for it in exact if it is not None) == (one, other)


def test_without_variation_icc_is_undefined() -> None:
    assert icc([[Fraction(3)] * 2] * 3) == (None, None)


@given(grids)
def test_the_mean_of_several_raters_is_as_reliable_as_spearman_and_brown_say(grid: Units) -> None:
    single, average = icc(grid)
    if single is not None and average is not None:
        assert average == several(single, len(grid[0]))


def test_spearman_brown_from_one_separate_interviewer() -> None:
    assert [alpha_shown(several(SEPARATE, raters)) for raters in range(1, 6)] == [
        "0.440", "0.611", "0.702", "0.759", "0.797",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("4/5", "reliable"),
        ("0.7999", "tentative"),
        ("0.667", "tentative"),
        ("606/935", "recalibrate"),
        ("-1", "recalibrate"),
    ],
)
def test_alpha_is_read_by_its_limits(value: str, said: str) -> None:
    assert verdict(Fraction(value), 10) == said
    assert verdict(Fraction(value), 9) == verdict(None, 9) == "not shown"


def test_the_finalists_alpha_is_printed_below_the_limit() -> None:
    assert alpha_shown(Fraction(606, 935)) == "0.648"
    assert alpha_shown(Fraction(9073, 13632)) == "0.666"


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("0.9", "excellent"),
        ("0.8999", "good"),
        ("0.75", "good"),
        ("0.7499", "moderate"),
        ("1/2", "moderate"),
        ("0.4999", "poor"),
    ],
)
def test_icc_is_read_by_its_limits(value: str, said: str) -> None:
    assert meaning(Fraction(value), 10) == said
    assert meaning(None, 10) == "undefined"
    assert meaning(Fraction(value), 9) == "not shown"


# Of a vacancy


def coefficient(shipped: Shipped, pairs: Sequence[tuple[object, object]], candidates: int = 2) -> Coefficient:
    role = in_pairs(shipped())
    given = dict(zip(BASE, pairs, strict=False))
    cards = [it for n in range(candidates) for it in pair_cards(role, given, f"C-{n}")]
    return scored(role, cards).agreement.interval


@pytest.mark.parametrize(
    ("pairs", "verdict"),
    [
        ([(1, 1), (2, 2), (3, 3), (4, 4), (5, 5)], "reliable"),
        ([(1, 1), (2, 3), (3, 3), (4, 5), (5, 4)], "reliable"),
        ([(1, 2), (2, 3), (3, 4), (4, 5), (5, 4)], "tentative"),
        ([(1, 5), (2, 3), (3, 3), (4, 2), (5, 4)], "recalibrate"),
        ([(3, 3)] * 5, "undefined"),
        ([(1, 1), (2, 2), (3, 3), (4, 4), (5, "NA")], "not shown"),
    ],
)
def test_alpha_of_a_vacancy_says_what_it_means(
    pairs: list[tuple[object, object]], verdict: str, shipped: Shipped
) -> None:
    assert coefficient(shipped, pairs).verdict == verdict


def test_ten_units_are_enough_and_are_counted(shipped: Shipped) -> None:
    it = coefficient(shipped, [(1, 1), (2, 2), (3, 3), (4, 4), (5, 5)])
    assert it == Coefficient(Fraction(1), 10, "reliable")
    nine = coefficient(shipped, [(1, 1), (2, 2), (3, 3)], 3)
    assert nine == Coefficient(Fraction(1), 9, "not shown")


def test_agreement_is_that_of_the_first_ratings(shipped: Shipped) -> None:
    role = in_pairs(shipped())
    cards = pair_cards(role)
    revised = {name: {"to": 1, "because": "I was persuaded."} for name in ("st1", "st2", "st3")}
    other = [
        card(it.session, it.by.seat, it.ratings, revised=revised if it.session == "on_strategy" else {})
        for it in cards
    ]
    assert scored(role, other).agreement == scored(role, cards).agreement


def test_each_set_of_raters_has_a_grid_of_its_own(shipped: Shipped) -> None:
    role = in_pairs(shipped(), case=["strategy"])
    cards = []
    for n in range(2):
        cards += pair_cards(role, candidate=f"C-{n}")
        cards += [
            card("case", seat, {"case_strategy": 4 + n % 2}, f"C-{n}")
            for seat in ("chief", "finance", "engineer")
        ]
    found = {it.raters: (it.units, it.meaning) for it in scored(role, cards).agreement.grids}
    assert found == {
        ("chief", "engineer", "finance"): (2, "not shown"),
        ("chief", "finance"): (14, "moderate"),
    }

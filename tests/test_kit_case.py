"""The work sample: figures handed out, and what they come to, against results worked out by hand."""

from __future__ import annotations

import ast
from decimal import Decimal
from fractions import Fraction
from itertools import chain, combinations
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from conftest import VARIANTS
from hypothesis import given
from hypothesis import strategies as st

import jdgen.role.kit
from jdgen.role.kit import figures, investment
from jdgen.role.kit.case import YARDSTICK, case_work
from jdgen.role.kit.roadmap import best_set, expected
from jdgen.role.view import describe
from jdgen.schema.plan import Initiative, Investment, Option

if TYPE_CHECKING:
    from conftest import Shipped

    from jdgen.role.kit.model import CaseWork

STAGES = ("startup", "scaleup", "enterprise")


def case_of(shipped: Shipped, name: str, stage: str = "scaleup", patch: str = "{}") -> CaseWork:
    resolved = shipped(name, stage, f"patch: {patch}")
    found = case_work(resolved.profile, describe(resolved))
    assert found is not None
    return found


def said(case: CaseWork) -> str:
    return "\n".join(case.conclusions)


@pytest.mark.parametrize("stage", STAGES)
def test_net_present_values_are_those_worked_out_by_hand(stage: str, shipped: Shipped) -> None:
    values, outage = case_of(shipped, "cto", stage).reference
    assert values.rows == (
        ("Rebuild on a new platform", "−12.70", "−741.47"),
        ("Buy and integrate a suite", "−159.39", "−465.18"),
        ("Keep and patch", "−540.80", "−540.80"),
    )
    assert [row[1] for row in outage.rows] == ["43.8", "24"]


@pytest.mark.parametrize("stage", STAGES)
def test_best_sets_are_those_worked_out_by_hand(stage: str, shipped: Shipped) -> None:
    values, sets = case_of(shipped, "cpo", stage).reference
    assert [row[2] for row in values.rows] == ["270", "294", "300", "360", "288", "125", "208"]
    assert sets.rows == (
        ("Figures as handed out", "24", "A, B, E, G", "24", "1,060"),
        ("Without E", "24", "A, B, C, F", "23", "989"),
        ("Capacity less support", "18", "A, B, E", "18", "852"),
        ("Both corrections", "18", "A, B, G", "17", "772"),
    )


@pytest.mark.parametrize(("name", "stage"), VARIANTS)
def test_assessors_read_that_reasons_are_scored(name: str, stage: str, shipped: Shipped) -> None:
    assert case_of(shipped, name, stage).conclusions[-1] == YARDSTICK
    assert "Score the reasons" in YARDSTICK


def test_the_choice_turns_on_the_date(shipped: Shipped) -> None:
    sentences = said(case_of(shipped, "cto"))
    assert "No option earns back what it costs at 10 percent over years 0 to 3." in sentences
    assert "one year late and all else goes to plan, it is worth −741.47" in sentences
    assert "Buy and integrate a suite is the better choice" in sentences
    assert "leads Buy and integrate a suite by 146.69" in sentences
    assert "fall short of the plan by 11.69 percent in every year" in sentences
    assert "allows 43.8 hours of outage a year; today there are 24" in sentences
    assert "weaker than the service of today" in sentences


def test_the_lead_is_gone_at_the_shortfall_that_is_named(shipped: Shipped) -> None:
    case = shipped("cto").profile.case
    assert case is not None
    assert isinstance(case.figures, Investment)
    best, second, _ = investment.worths(case.figures)
    short = (best.planned - second.planned) / best.benefits
    assert best.planned - short * best.benefits == second.planned


def test_a_larger_benefit_makes_the_choice_safe(shipped: Shipped) -> None:
    patch = "{case: {figures: {options: {replace: {benefit: [0, 900, 1200, 1500]}}}}}"
    sentences = said(case_of(shipped, "cto", patch=patch))
    assert "Rebuild on a new platform has the highest net present value" in sentences
    assert "the choice does not turn on the date alone" in sentences


def test_another_rate_changes_the_choice(shipped: Shipped) -> None:
    case = case_of(shipped, "cto", patch='{case: {figures: {discount_rate: "0.40"}}}')
    assert case.reference[0].rows[0][0] == "Buy and integrate a suite"


def test_a_better_promise_is_worth_something(shipped: Shipped) -> None:
    patch = '{case: {figures: {availability: {promised: "0.99995"}}}}'
    case = case_of(shipped, "cto", patch=patch)
    assert case.reference[1].rows[0] == ("Allowed by a promise of 99.995 percent", "0.44")
    assert "worth something if it is kept" in said(case)


def test_a_promise_of_today_s_outage_is_no_better(shipped: Shipped) -> None:
    patch = '{case: {figures: {availability: {promised: "0.995", outages: 6, hours: "7.3"}}}}'
    assert "as good as the service of today" in said(case_of(shipped, "cto", patch=patch))


def test_without_a_promise_nothing_is_said_of_outages(shipped: Shipped) -> None:
    case = case_of(shipped, "cto", patch="{case: {figures: {availability: null}}}")
    assert len(case.reference) == 1
    assert "outage" not in said(case)


def test_candidates_get_the_figures_as_they_were_given(shipped: Shipped) -> None:
    table = case_of(shipped, "cto").figures
    assert table is not None
    assert table.head == ("Option", "Amount", "Year 0", "Year 1", "Year 2", "Year 3")
    assert table.rows[2:4] == (
        ("Rebuild on a new platform", "Cost", "900", "300", "60", "60"),
        ("Rebuild on a new platform", "Benefit", "0", "0", "700", "900"),
    )
    assert "Discount rate: 10 percent a year." in table.caption
    roadmap_table = case_of(shipped, "cpo").figures
    assert roadmap_table is not None
    assert roadmap_table.rows[0] == ("A: Single sign-on for clinic groups", "5", "300", "90 percent")
    assert "24 team-months" in roadmap_table.caption


@pytest.mark.parametrize(("name", "stage"), VARIANTS)
def test_candidates_get_nothing_that_is_for_assessors(name: str, stage: str, shipped: Shipped) -> None:
    case = case_of(shipped, name, stage)
    assert case.figures is not None
    handed = " ".join([case.figures.caption, *chain(case.figures.head, *case.figures.rows)]).lower()
    assert not {"99.5", "outage", "outages", "support", "18", "25", "doubtful", "expected"} & set(
        handed.split()
    )
    assert len(case.planted) >= 2
    assert (case.prep, case.presentation, case.discussion) == (120, 20, 40)


@pytest.mark.parametrize(("name", "stage"), VARIANTS)
def test_the_case_says_what_it_shows_of_each_competency(name: str, stage: str, shipped: Shipped) -> None:
    case = case_of(shipped, name, stage)
    assert [it.rating for it in case.scored_on] == [f"case_{it.competency.id}" for it in case.scored_on]
    assert len(case.scored_on) == 4
    assert all(it.shows and len(it.competency.anchors) == 5 for it in case.scored_on)


def test_corrections_are_said_in_words(shipped: Shipped) -> None:
    sentences = said(case_of(shipped, "cpo"))
    assert "within 24 team-months is A, B, E and G, with an expected value of 1,060" in sentences
    assert "without E and with the 18 team-months that support leaves, it is A, B and G with 772" in sentences
    assert "which is 288 less" in sentences
    assert "A and B belong to the best set under every reading" in sentences
    assert "D has the largest expected value of all, 360, and is in none of these sets" in sentences


@pytest.mark.parametrize(
    ("patch", "readings", "says"),
    [
        ("doubtful: []", ["Figures as handed out", "Capacity less support"], "with the 18 team-months that support leaves"),
        ('support: "0"', ["Figures as handed out", "Without E"], "On an honest basis, without E, it is"),
        ('support: "0", doubtful: []', ["Figures as handed out"], "1,060"),
    ],
)  # fmt: skip
def test_only_what_is_corrected_is_said(patch: str, readings: list[str], says: str, shipped: Shipped) -> None:
    case = case_of(shipped, "cpo", patch=f"{{case: {{figures: {{{patch}}}}}}}")
    assert [row[0] for row in case.reference[1].rows] == readings
    assert says in said(case)
    assert ("honest" in said(case)) == ("every reading" in said(case)) == (len(readings) > 1)


def test_a_figure_that_changes_changes_the_set(shipped: Shipped) -> None:
    patch = '{case: {figures: {initiatives: {D: {confidence: "0.9"}}}}}'
    assert case_of(shipped, "cpo", patch=patch).reference[1].rows[0][2:] == ("B, D, F", "23", "1,229")


def test_an_initiative_larger_than_the_capacity_is_said_to_be(shipped: Shipped) -> None:
    patch = "{case: {figures: {initiatives: {D: {effort: 40}}}}}"
    assert "it takes 40 team-months, more than there are" in said(case_of(shipped, "cpo", patch=patch))


def test_the_largest_value_is_no_trap_where_a_set_holds_it(shipped: Shipped) -> None:
    patch = "{case: {figures: {initiatives: {E: {value: 900}}}}}"
    assert "largest expected value" not in said(case_of(shipped, "cpo", patch=patch))


def test_a_role_without_a_case_has_none(shipped: Shipped) -> None:
    profile = shipped().profile.model_copy(update={"case": None})
    assert case_work(profile, describe(shipped())) is None


def test_a_case_without_figures_has_no_tables(shipped: Shipped) -> None:
    case = case_of(shipped, "cto", patch="{case: {figures: null}}")
    assert (case.figures, case.reference, case.conclusions) == (None, (), (YARDSTICK,))


def option(label: str, cost: list[int], benefit: list[int]) -> Option:
    return Option(label=label, cost=list(map(Decimal, cost)), benefit=list(map(Decimal, benefit)))


def test_years_that_an_option_leaves_out_count_as_nothing() -> None:
    found = Investment(
        kind="investment",
        discount_rate=Decimal("0.1"),
        options={"a": option("A", [10], [0, 11]), "b": option("B", [1, 1, 1], [])},
    )
    assert investment.handed_out(found).rows[0] == ("A", "Cost", "10", "0", "0")
    assert investment.worths(found)[0].planned == 0


def test_options_that_are_worth_the_same_are_said_to_be() -> None:
    twins = {name: option(name, [10], [20]) for name in ("One", "Other")}
    found = Investment(kind="investment", discount_rate=Decimal("0.1"), options=twins)
    assert any("One and Other are worth the same" in line for line in investment.conclusions(found))


def said_of(rate: str, *options: Option) -> str:
    named = {it.label.lower(): it for it in options}
    return " ".join(
        investment.conclusions(Investment(kind="investment", discount_rate=Decimal(rate), options=named))
    )


def test_a_lead_that_no_shortfall_can_undo_has_none_named() -> None:
    assert "falls short" not in said_of("0", option("A", [10], [1]), option("B", [100], [0]))


def test_an_option_without_benefit_has_no_delay() -> None:
    assert "one year late" not in said_of("0", option("A", [10], [0]), option("B", [100], [0]))


def test_a_delay_that_makes_two_options_equal_does_not_turn_the_choice() -> None:
    sentences = said_of("0", option("A", [0, 0], [10, 10]), option("B", [0], [10]))
    assert "A is worth 10.00, no less than B on time" in sentences


def test_one_option_alone_is_compared_with_nothing() -> None:
    assert said_of("0", option("A", [10], [20])).startswith("A has the highest net present value")
    assert "leads" not in said_of("0", option("A", [10], [20]))


@pytest.mark.parametrize(("benefit", "goes_on"), [([0, 20], True), ([20, 5], False)])
def test_a_period_that_ends_too_early_is_said_to(benefit: list[int], goes_on: bool) -> None:
    assert ("The table ends with year 1" in said_of("0", option("A", [10, 5], benefit))) == goes_on


def test_options_without_a_figure_are_no_fault() -> None:
    assert said_of("0", option("A", [], []), option("B", [], [])) == ""


@pytest.mark.parametrize(
    ("value", "money", "plain"),
    [
        ("1060", "1,060.00", "1,060"), ("-540.795", "−540.80", "−540.8"), ("-12.694", "−12.69", "−12.69"),
        ("43.8", "43.80", "43.8"), ("0", "0.00", "0"), ("-0.001", "−0.00", "−0"), ("100", "100.00", "100"),
    ],
)  # fmt: skip
def test_figures_are_rounded_half_away_from_zero(value: str, money: str, plain: str) -> None:
    assert (figures.money(Fraction(value)), figures.plain(Fraction(value))) == (money, plain)


@pytest.mark.parametrize(
    ("value", "shown"), [("900", "900"), ("2.125", "2.125"), ("1250000", "1,250,000"), ("-5", "−5")]
)
def test_given_figures_are_not_rounded(value: str, shown: str) -> None:
    assert figures.given(Decimal(value)) == shown


def test_no_float_takes_part() -> None:
    # Division of whole numbers makes a float as well; fractions divide exactly, and `Fraction(...) /` is one.
    folder = Path(jdgen.role.kit.__file__).parent
    for name in ("investment", "roadmap", "figures", "case"):
        for node in ast.walk(ast.parse((folder / f"{name}.py").read_text("utf-8"))):
            assert not (isinstance(node, ast.Constant) and isinstance(node.value, float))
            assert not (isinstance(node, ast.Name) and node.id in {"float", "round"})


def test_results_are_exact() -> None:
    worth = investment.worths(
        Investment(
            kind="investment", discount_rate=Decimal("0.1"), options={"a": option("A", [0], [0, 0, 0, 1])}
        )
    )
    assert worth[0].planned == Fraction(1000, 1331)


decimals = st.decimals(min_value=0, max_value=40, places=1)
initiatives = st.lists(
    st.builds(
        Initiative,
        label=st.just("x"),
        effort=decimals,
        value=st.decimals(min_value=0, max_value=900, places=0),
        confidence=st.decimals(min_value=0, max_value=1, places=1),
    ),
    max_size=8,
).map(lambda found: {f"i{number}": it for number, it in enumerate(found)})


@given(initiatives, decimals)
def test_the_best_set_is_the_best_of_all_that_fit(choice: dict[str, Initiative], capacity: Decimal) -> None:
    best = best_set(choice, Fraction(capacity))
    sets = chain.from_iterable(combinations(choice, size) for size in range(len(choice) + 1))
    values = [
        sum((expected(choice[name]) for name in names), Fraction(0)) for names in sets
        if sum(choice[name].effort for name in names) <= capacity
    ]  # fmt: skip
    assert best.value == max(values) == sum((expected(choice[name]) for name in best.names), Fraction(0))
    assert best.effort == sum(Fraction(choice[name].effort) for name in best.names) <= Fraction(capacity)


@given(initiatives, decimals)
def test_the_best_set_is_no_worse_than_the_greedy_one(
    choice: dict[str, Initiative], capacity: Decimal
) -> None:
    left, value = Fraction(capacity), Fraction(0)
    rate = {name: expected(it) / (Fraction(it.effort) or Fraction(1, 1000)) for name, it in choice.items()}
    for name in sorted(choice, key=lambda name: -rate[name]):
        if choice[name].effort <= left:
            left, value = left - Fraction(choice[name].effort), value + expected(choice[name])
    assert best_set(choice, Fraction(capacity)).value >= value


def test_of_equal_sets_the_one_with_less_effort_is_taken() -> None:
    def one(effort: int) -> Initiative:
        return Initiative(label="x", effort=Decimal(effort), value=Decimal(10), confidence=Decimal(1))

    assert best_set({"large": one(5), "small": one(3)}, Fraction(5)).names == ("small",)
    assert best_set({"first": one(3), "second": one(3)}, Fraction(5)).names == ("first",)


def test_forty_initiatives_that_are_alike_are_no_harder() -> None:
    alike = Initiative(label="x", effort=Decimal(1), value=Decimal(0), confidence=Decimal(1))
    assert best_set({f"i{number}": alike for number in range(40)}, Fraction(40)).names == ()


def test_forty_initiatives_are_compared_as_well() -> None:
    def one(number: int) -> Initiative:
        value = Decimal(100 + number * 37 % 61)
        return Initiative(label="x", effort=Decimal(3 + number % 7), value=value, confidence=Decimal("0.7"))

    best = best_set({f"i{number}": one(number) for number in range(40)}, Fraction(60))
    assert best.effort <= 60
    assert len(best.names) > 10

"""From cards to an outcome, against the examples worked out by hand (rubric 8)."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest
from openings import (
    BASE,
    CODE,
    SETTLED,
    card,
    changed,
    everyone,
    in_pairs,
    known,
    one,
    pair_cards,
    scored,
)

from jdgen.schema.candidates import Candidates
from jdgen.schema.vacancy import Vacancy

if TYPE_CHECKING:
    from collections.abc import Mapping

    from conftest import Shipped

    from jdgen.scoring.candidate import Assessed


class Example(NamedTuple):
    ratings: Mapping[str, tuple[object, ...]]
    total: str
    outcome: str
    because: tuple[str, ...] = ()
    screen: Mapping[str, Any] = SETTLED
    coverage: str = "1"
    interval: tuple[str, str] | None = None
    skills: bool = False


FOUR_THREES = dict.fromkeys(("strategy", "innovation", "customers", "metrics"), (3, 3))
EXAMPLES = {
    "S1": Example(BASE, "3.80", "meets the bar", interval=("3.80", "3.80")),
    "S2": Example({**BASE, "metrics": (4, None)}, "3.80", "incomplete", ("metrics",), coverage="17/20", interval=("3.575", "3.875")),
    "S3": Example({**BASE, "budget": ("NA", "NA")}, "23/6", "incomplete", ("budget",), coverage="9/10", interval=("3.55", "3.95")),
    "S4": Example({**BASE, "budget": ("NA", 4)}, "77/20", "incomplete", ("budget",), coverage="9/10", interval=("3.70", "3.90")),
    "S5": Example(everyone(5, 5, leadership=(3, 2)), "9/2", "below a floor", ("leadership",)),
    "S6": Example({**BASE, "innovation": (2, 5)}, "3.80", "discuss", ("disagreement-innovation",)),
    "S7": Example(everyone(5, 5), "5", "not qualified", ("led_managers",), {**SETTLED, "led_managers": "not_met"}),
    "S8": Example(BASE, "3.80", "incomplete", ("led_managers",), {**SETTLED, "led_managers": "unverified"}),
    "S9": Example(BASE, "3.80", "discuss", ("requirement-degree",), {**SETTLED, "degree": "not_met"}),
    "S11": Example(everyone(3, 3), "3", "discuss"),
    "S12": Example(everyone(3, 4), "7/2", "meets the bar"),
    "S13": Example(everyone(3, 3, metrics=(2, 3)), "117/40", "below the bar"),
    "S14 all 5": Example(everyone(5, 5), "5", "meets the bar"),
    "S16": Example(BASE, "3.80", "meets the bar", skills=True),
    "S17": Example({**BASE, "methods": (2, 3)}, "15/4", "discuss", ("requirement-scrum", "requirement-kanban"), skills=True),
    "S18": Example(everyone(4, 4, **FOUR_THREES), "7/2", "meets the bar"),
}  # fmt: skip


def assessed(shipped: Shipped, example: Example) -> Assessed:
    role = in_pairs(shipped(), skills=example.skills)
    return one(role, pair_cards(role, example.ratings), known(example.screen))


@pytest.mark.parametrize("example", EXAMPLES.values(), ids=EXAMPLES)
def test_an_example_comes_out_exactly(example: Example, shipped: Shipped) -> None:
    result = assessed(shipped, example).result
    assert result.total.value == Fraction(example.total)
    assert result.total.coverage == Fraction(example.coverage)
    assert (result.outcome, result.because) == (example.outcome, example.because)
    expected = example.interval or (example.total, example.total)
    assert (result.total.low, result.total.high) == tuple(map(Fraction, expected))


@pytest.mark.parametrize(
    ("name", "flags"),
    [
        ("S1", []),
        ("S6", ["disagreement-innovation"]),
        ("S7", ["requirement-led_managers"]),
        ("S9", ["requirement-degree"]),
        ("S16", []),
        ("S17", ["requirement-scrum", "requirement-kanban"]),
    ],
)
def test_an_example_raises_its_flags(name: str, flags: list[str], shipped: Shipped) -> None:
    result = assessed(shipped, EXAMPLES[name]).result
    assert [it.id for it in result.flags] == flags
    assert all(it.is_open for it in result.flags)


def test_the_disagreement_of_s6_is_as_large_as_the_raters_are_apart(shipped: Shipped) -> None:
    (flag,) = assessed(shipped, EXAMPLES["S6"]).result.flags
    assert flag.value == 3
    assert [(it.source, it.question) for it in flag.quotes] == [
        (seat, question) for seat in ("chief", "finance") for question in ("in1", "in2", "in3")
    ]


def test_s10_a_red_flag_with_evidence_is_discussed(shipped: Shipped) -> None:
    role = in_pairs(shipped())
    text = role.profile.competencies["budget"].red_flags[0]
    *others, last = pair_cards(role, {**BASE, "budget": BASE["budget"]})
    budget = next(it for it in [*others, last] if (it.session, it.by.seat) == ("on_budget", "finance"))
    ticked = budget.model_copy(update={"red_flags": {"budget": [text]}})
    cards = [ticked if it is budget else it for it in [*others, last]]
    result = one(role, cards).result
    assert (result.total.value, result.outcome) == (Fraction("3.80"), "discuss")
    (flag,) = result.flags
    assert (flag.id, flag.text) == ("red-flag-budget-1", text)
    assert [it.text for it in flag.quotes] == [f"Said at bu{n} to finance." for n in (1, 2, 3)]


def test_s14_all_one_without_floors_is_below_the_bar(shipped: Shipped) -> None:
    role = changed(in_pairs(shipped()), floors={})
    result = one(role, pair_cards(role, everyone(1, 1))).result
    assert [result.total.value, result.outcome] == [1, "below the bar"]
    assert result.total.as_index == 0


def s15(shipped: Shipped, second: object = 3) -> Assessed:
    role = in_pairs(shipped(), case=["strategy"])
    cards = [it for it in pair_cards(role) if it.session != "on_strategy"]
    cards += [
        card("on_strategy", "chief", {"st1": 4, "st2": second, "st3": 4}),
        card("on_strategy", "finance", {"st1": 3, "st2": 3, "st3": 4}),
        *(card("case", seat, {"case_strategy": it}) for seat, it in (("chief", 5), ("finance", 4), ("engineer", 5))),
    ]  # fmt: skip
    return one(role, cards)


def test_s15_a_case_counts_as_much_as_an_interview(shipped: Shipped) -> None:
    result = s15(shipped).result
    strategy = result.scores[0]
    assert [it.score for it in strategy.raters] == [Fraction(13, 3), Fraction(11, 3), 5]
    assert (strategy.score, strategy.spread) == (Fraction(13, 3), Fraction(4, 3))
    assert (result.total.value, result.outcome, result.flags) == (Fraction(77, 20), "meets the bar", ())


def test_s15_a_question_that_was_not_asked_drops_out_of_the_session(shipped: Shipped) -> None:
    assert s15(shipped, "NA").result.scores[0].raters[0].score == Fraction(9, 2)


def test_s16_skills_are_settled_by_the_mean_of_their_competencies(shipped: Shipped) -> None:
    result = assessed(shipped, EXAMPLES["S16"]).result
    by_ratings = {it.requirement: [it.status, it.score] for it in result.standings if it.by == "ratings"}
    assert by_ratings["scrum"] == by_ratings["kanban"] == ["met", 3]
    assert by_ratings["industry"] == ["met", Fraction(7, 2)]


def test_s18_misses_the_threshold_in_floats(shipped: Shipped) -> None:
    floats = 0.0
    for weight, score in ((15, 3), (10, 3), (10, 3), (15, 3), (20, 4), (10, 4), (10, 4), (10, 4)):
        floats += weight / 100 * score
    assert floats < 3.5
    assert assessed(shipped, EXAMPLES["S18"]).result.total.value == Fraction(7, 2)


# Requirements


def test_what_the_screen_does_not_name_is_unverified(shipped: Shipped) -> None:
    role = in_pairs(shipped())
    result = one(role, pair_cards(role), Candidates()).result
    assert {it.status for it in result.standings} == {"unverified"}
    assert (result.outcome, result.because) == (
        "incomplete",
        ("degree", "experience", "led_managers", "work_permit"),
    )


@pytest.mark.parametrize("status", ["met", "equivalent", "not_met", "unverified"])
def test_what_is_preferred_never_counts(status: str, shipped: Shipped) -> None:
    role = in_pairs(shipped())
    screen = {**SETTLED, "certifications": status, "advanced_degree": status}
    assert one(role, pair_cards(role), known(screen)).result.outcome == "meets the bar"


def test_an_equivalent_counts_as_met(shipped: Shipped) -> None:
    role = in_pairs(shipped())
    result = one(role, pair_cards(role), known(dict.fromkeys(SETTLED, "equivalent"))).result
    assert all(it.met for it in result.standings)
    assert result.outcome == "meets the bar"


def test_a_knock_out_goes_before_everything_even_a_gap(shipped: Shipped) -> None:
    role = in_pairs(shipped())
    result = one(role, [], known({**SETTLED, "work_permit": "not_met"})).result
    assert (result.outcome, result.because) == ("not qualified", ("work_permit",))


def test_a_skill_stays_unverified_while_one_of_its_competencies_has_a_gap(shipped: Shipped) -> None:
    role = in_pairs(shipped(), skills=True)
    result = one(role, pair_cards(role, {**BASE, "customers": (1, None)})).result
    industry = next(it for it in result.standings if it.requirement == "industry")
    assert (industry.status, industry.score) == ("unverified", None)
    assert result.outcome == "incomplete"


def test_a_skill_that_knocks_out_and_is_not_met_ends_the_candidacy(shipped: Shipped) -> None:
    role = in_pairs(shipped(), skills=True)
    asked = role.profile.requirements
    role = changed(
        role, requirements={**asked, "scrum": asked["scrum"].model_copy(update={"knock_out": True})}
    )
    assert one(role, pair_cards(role, {**BASE, "methods": (2, 3)})).result.outcome == "not qualified"


def test_months_settle_an_experience_that_the_screen_leaves_out(shipped: Shipped) -> None:
    role = in_pairs(shipped())
    screen = {name: it for name, it in SETTLED.items() if name != "experience"}
    enough = [{"months": 120, "kinds": ["technology"]}, {"months": 60, "kinds": ["management"]}]
    for career, status in ((enough, "met"), (enough[:1], "not_met"), ([], "unverified")):
        standing = one(role, pair_cards(role), known(screen, career=career)).result.standings[1]
        assert (standing.requirement, standing.status) == ("experience", status)
    said = one(role, pair_cards(role), known({**screen, "experience": "equivalent"}, career=enough[:1]))
    assert said.result.standings[1].status == "equivalent"


# Floors and thresholds


@pytest.mark.parametrize(("partnership", "outcome"), [((3, 3), "meets the bar"), ((3, 2), "below a floor")])
def test_a_floor_that_is_reached_is_no_obstacle(
    partnership: tuple[int, int], outcome: str, shipped: Shipped
) -> None:
    role = in_pairs(shipped())
    assert one(role, pair_cards(role, {**BASE, "partnership": partnership})).result.outcome == outcome


def test_a_gap_goes_before_a_floor(shipped: Shipped) -> None:
    role = in_pairs(shipped())
    result = one(role, pair_cards(role, {**BASE, "leadership": (1, None)})).result
    assert (result.outcome, result.below_floor) == ("incomplete", ())


@pytest.mark.parametrize(("limit", "outcome"), [("1.00", "discuss"), ("1.01", "meets the bar")])
def test_raters_disagree_when_they_are_as_far_apart_as_the_limit(
    limit: str, outcome: str, shipped: Shipped
) -> None:
    role = in_pairs(shipped())
    scoring = role.profile.scoring.model_copy(update={"disagreement": Fraction(limit)})
    assert one(changed(role, scoring=scoring), pair_cards(role)).result.outcome == outcome


# Flags and what closes them


def test_a_flag_that_the_debrief_closes_no_longer_holds_the_outcome_back(shipped: Shipped) -> None:
    role = in_pairs(shipped())
    cards = pair_cards(role, {**BASE, "innovation": (2, 5)})
    closed = {
        "disagreement-innovation": "Finance had heard only the second half.",
        "disagreement-x": "A slip.",
    }
    it = one(role, cards, known(closed=closed))
    assert (it.result.outcome, it.result.flags[0].closed) == (
        "meets the bar",
        closed["disagreement-innovation"],
    )
    assert (it.independent.outcome, it.independent.flags[0].is_open) == ("discuss", True)
    assert it.unraised == ("disagreement-x",)


def test_a_red_flag_without_a_word_of_evidence_is_none(shipped: Shipped) -> None:
    role = in_pairs(shipped())
    cards = [it for it in pair_cards(role) if it.session != "on_budget"]
    ratings = {"bu1": "NA", "bu2": 3, "bu3": 3}
    ticked = {"budget": ["It was a gut decision."]}
    cards.append(card("on_budget", "finance", ratings))
    bare = card("on_budget", "chief", ratings, red_flags=ticked, evidence={})
    assert one(role, [*cards, bare]).result.flags == ()
    worded = card("on_budget", "chief", ratings, red_flags=ticked)
    (flag,) = one(role, [*cards, worded]).result.flags
    known_flags = role.profile.competencies["budget"].red_flags
    assert flag.id == f"red-flag-budget-{len(known_flags) + 1}"


def test_two_raters_who_tick_the_same_raise_one_flag(shipped: Shipped) -> None:
    role = in_pairs(shipped())
    text = role.profile.competencies["budget"].red_flags[1]
    cards = [
        it.model_copy(update={"red_flags": {"budget": [text]}}) if it.session == "on_budget" else it
        for it in pair_cards(role)
    ]
    (flag,) = one(role, cards).result.flags
    assert flag.id == "red-flag-budget-2"
    assert {it.source for it in flag.quotes} == {"chief", "finance"}


def test_a_contradicting_reference_is_discussed_with_its_words(shipped: Shipped) -> None:
    role = in_pairs(shipped())
    says = {
        "budget": {"result": "contradicts", "evidence": "Twice over plan."},
        "strategy": {"result": "confirms"},
    }
    calls = [{"referee": "former chief financial officer", "results": says}]
    result = one(role, pair_cards(role), known(references=calls)).result
    (flag,) = result.flags
    assert (result.outcome, flag.id) == ("discuss", "reference-budget")
    assert [(it.source, it.text) for it in flag.quotes] == [
        ("former chief financial officer", "Twice over plan.")
    ]


# Revisions, void questions


def test_a_revision_keeps_the_first_rating_and_shows_both_totals(shipped: Shipped) -> None:
    role = in_pairs(shipped())
    cards = pair_cards(role, {**BASE, "innovation": (2, 5)})
    chief = next(it for it in cards if (it.session, it.by.seat) == ("on_innovation", "chief"))
    revised = {name: {"to": 5, "because": "I had not heard it."} for name in ("in1", "in2", "in3")}
    cards[cards.index(chief)] = card("on_innovation", "chief", chief.ratings, revised=revised)
    it = one(role, cards)
    assert (it.independent.total.value, it.independent.outcome) == (Fraction("3.80"), "discuss")
    assert (it.result.total.value, it.result.outcome) == (Fraction("3.95"), "meets the bar")
    assert [(r.question, r.before, r.after) for r in it.revisions] == [
        (n, 2, 5) for n in ("in1", "in2", "in3")
    ]


def test_ratings_revised_to_not_asked_open_a_gap(shipped: Shipped) -> None:
    role = in_pairs(shipped())
    cards = [it for it in pair_cards(role) if (it.session, it.by.seat) != ("on_budget", "chief")]
    revised = {name: {"to": "NA", "because": "We ran out of time."} for name in ("bu1", "bu2", "bu3")}
    cards.append(card("on_budget", "chief", {"bu1": 3, "bu2": 3, "bu3": 3}, revised=revised))
    it = one(role, cards)
    assert it.independent.outcome == "meets the bar"
    assert (it.result.outcome, it.result.total.low, it.result.total.high) == (
        "incomplete",
        Fraction("3.70"),
        Fraction("3.90"),
    )


def void(**reasons: str) -> Vacancy:
    return Vacancy(role="cto", stage="scaleup", void=reasons)


def test_a_void_question_drops_out_for_everyone(shipped: Shipped) -> None:
    role = in_pairs(shipped())
    cards = [it for it in pair_cards(role) if it.session != "on_strategy"]
    cards += [card("on_strategy", seat, {"st1": 4, "st2": 1, "st3": 4}) for seat in ("chief", "finance")]
    assert one(role, cards).result.total.value == Fraction("3.65")
    it = scored(role, cards, vacancy=void(st2="Everyone misunderstood it."))
    assert it.candidates[0].result.total.value == Fraction("3.80")
    assert it.void == {"st2": "Everyone misunderstood it."}


def test_a_session_of_void_questions_is_waited_for_by_nobody(shipped: Shipped) -> None:
    role = in_pairs(shipped(), case=["strategy"])
    result = one(role, pair_cards(role), vacancy=void(case_strategy="The figures had a mistake.")).result
    assert (result.outcome, [it.rater for it in result.scores[0].raters]) == (
        "meets the bar",
        ["chief", "finance"],
    )


def test_a_competency_whose_questions_are_all_void_stays_a_gap(shipped: Shipped) -> None:
    role = in_pairs(shipped())
    it = one(role, pair_cards(role), vacancy=void(bu1="x", bu2="x", bu3="x")).result
    budget = next(score for score in it.scores if score.competency == "budget")
    assert [budget.gap, budget.raters, budget.low, budget.high] == [True, (), 1, 5]
    assert it.outcome == "incomplete"


# People, candidates, weights


def test_one_person_on_two_seats_is_one_voice(shipped: Shipped) -> None:
    role = in_pairs(shipped())
    cards = pair_cards(role)
    same = Vacancy.model_validate(
        {"role": "cto", "stage": "scaleup", "people": {"chief": "Ada  Park", "finance": "ada park"}}
    )
    result = one(role, cards, vacancy=same).result
    assert all(it.gap and len(it.raters) == 1 for it in result.scores)
    assert result.scores[0].raters[0].seats == ("chief", "finance")


def test_an_open_card_counts_as_missing(shipped: Shipped) -> None:
    role = in_pairs(shipped())
    cards = [it.model_copy(update={"locked": it.session != "on_metrics"}) for it in pair_cards(role)]
    result = one(role, cards).result
    assert result.because == ("metrics",)
    assert [(it.seat, it.questions) for it in result.scores[3].missing] == [
        (seat, ("me1", "me2", "me3")) for seat in ("chief", "finance")
    ]


def test_two_cards_from_one_seat_and_session_are_refused(shipped: Shipped) -> None:
    role = in_pairs(shipped())
    cards = pair_cards(role)
    with pytest.raises(ValueError, match="two cards of C-01 from chief in on_strategy"):
        one(role, [*cards, cards[0].model_copy(update={"ratings": {}})])


def test_a_candidate_known_from_the_screen_alone_is_incomplete(shipped: Shipped) -> None:
    total = one(in_pairs(shipped()), []).result.total
    assert [total.value, total.as_index, total.coverage, total.low, total.high] == [None, None, 0, 1, 5]


def test_candidates_come_by_code(shipped: Shipped) -> None:
    role = in_pairs(shipped())
    cards = [it for code in ("Z", "M", "A") for it in pair_cards(role, candidate=code)]
    assert [it.code for it in scored(role, cards).candidates] == ["A", CODE, "M", "Z"]


def test_without_weights_all_weigh_the_same(shipped: Shipped) -> None:
    role = changed(in_pairs(shipped()), weights={})
    assert one(role, pair_cards(role)).result.total.value == Fraction(59, 16)


def test_a_competency_without_weight_still_has_to_be_rated(shipped: Shipped) -> None:
    weights = {**dict.fromkeys(BASE, 0), "strategy": 100}
    role = changed(in_pairs(shipped()), weights=weights)
    other = one(role, pair_cards(role, {**BASE, "budget": ("NA", "NA")})).result
    assert [other.total.value, other.total.coverage, other.outcome] == [4, 1, "incomplete"]
    nothing = one(role, pair_cards(role, {**BASE, "strategy": ("NA", "NA")})).result
    assert [nothing.total.value, nothing.total.coverage, nothing.outcome] == [None, 0, "incomplete"]


# Notices


def test_a_rater_who_gives_everyone_the_same_is_named(shipped: Shipped) -> None:
    role = in_pairs(shipped())
    given = {name: (4, it[1]) for name, it in BASE.items()}
    (notice,) = one(role, pair_cards(role, given)).result.notices
    assert [notice.kind, notice.rater, notice.value] == ["uniform ratings", "chief", 4]
    assert notice.competencies == tuple(BASE)


def test_the_same_rating_on_three_competencies_says_nothing(shipped: Shipped) -> None:
    role = in_pairs(shipped())
    few = {name: (4, 3) if name in {"strategy", "budget", "metrics"} else ("NA", 5) for name in BASE}
    kinds = [(it.kind, it.rater) for it in one(role, pair_cards(role, few)).result.notices]
    assert ("uniform ratings", "chief") not in kinds


@pytest.mark.parametrize(("low", "named"), [(3, ["chief", "finance"]), (4, [])])
def test_a_rater_a_point_from_the_others_is_named(low: int, named: list[str], shipped: Shipped) -> None:
    role = in_pairs(shipped())
    given = {name: (5 if name == "budget" else 4, low if name != "budget" else 4) for name in BASE}
    found = [it for it in one(role, pair_cards(role, given)).result.notices if it.kind == "departing rater"]
    assert [it.rater for it in found] == named
    assert [it.value for it in found] == ([1, -1] if named else [])


@pytest.mark.parametrize(("asked", "said"), [(4, []), (3, ["few ratings"])])
def test_less_than_half_of_the_ratings_is_worth_a_word(asked: int, said: list[str], shipped: Shipped) -> None:
    role = in_pairs(shipped())
    given = {name: BASE[name] if n < asked else ("NA", "NA") for n, name in enumerate(BASE)}
    notices = one(role, pair_cards(role, given)).result.notices
    assert [it.kind for it in notices if it.kind == "few ratings"] == said


def test_where_every_question_is_void_nothing_is_said_of_how_many_were_asked(shipped: Shipped) -> None:
    role = in_pairs(shipped())
    names = [it for competency in role.profile.competencies.values() for it in competency.questions]
    vacancy = Vacancy(role="cto", stage="scaleup", void=dict.fromkeys(names, "All misunderstood it."))
    result = one(role, pair_cards(role), vacancy=vacancy).result
    assert (result.outcome, result.notices) == ("incomplete", ())

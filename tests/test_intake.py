"""Filled scorecards against the role and vacancy: which count, which do not, which are missing."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Any

import pytest
from fillings import as_csv, as_yaml, full, known, panel_of, rows
from hypothesis import given
from hypothesis import strategies as st

from jdgen.errors import Place
from jdgen.intake import Handed, Intake, gather
from jdgen.intake.acceptance import judge
from jdgen.source.cards import read_cards

if TYPE_CHECKING:
    import random
    from collections.abc import Iterable

    from jdgen.intake import Panel

PANEL = panel_of()
CARD = PANEL.cards["direction", "chief"]


def handed(data: bytes, file: str = "a.yaml", panel: Panel = PANEL) -> list[Handed]:
    return [judge(read, panel) for read in read_cards(data, file, panel.printed())]


def said(text: str, panel: Panel = PANEL) -> list[str]:
    (it,) = handed(text.encode(), panel=panel)
    return [str(problem) for problem in it.problems]


GOOD = as_yaml(CARD, full(CARD)).decode()


def changed(old: str, new: str) -> str:
    assert GOOD.count(old) == 1, old
    return GOOD.replace(old, new)


def test_a_locked_card_with_evidence_for_each_rating_counts() -> None:
    assert said(GOOD) == []


def test_not_asked_and_not_rated_need_no_evidence() -> None:
    it = full(CARD)
    it = it._replace(ratings={**it.ratings, "st1": "NA"} | {"st2": ""}, evidence={name: text for name, text in it.evidence.items() if name not in {"st1", "st2"}})  # fmt: skip
    assert said(as_yaml(CARD, it).decode()) == []


@pytest.mark.parametrize("none", ["none", "None", "NONE", " none "])
def test_no_conflict_may_be_spelled_in_any_case(none: str) -> None:
    assert said(changed("conflict: none", f"conflict: '{none}'")) == []


OWN = known(CARD)["fingerprint"]

# What is changed in a good card, and the lines that it costs.
REFUSED: dict[str, tuple[str, str, str]] = {
    "another fingerprint": (OWN, "0123456789ab", f"a.yaml:1:14: fingerprint: is 0123456789ab, and the role's is {OWN}: the card was printed before questions, anchors or weights were changed"),
    "another role": ("role: cto", "role: cpo", "a.yaml:2:7: role: is 'cpo', and the vacancy's is 'cto'"),
    "another stage": ("stage: scaleup", "stage: startup", "a.yaml:3:8: stage: is 'startup', and the vacancy's is 'scaleup'"),
    "an unknown session": ("session: direction", "session: direktion", "a.yaml:4:10: session: nothing is rated in 'direktion'; sessions with scorecards are direction, product, delivery, people and case. Did you mean 'direction'?"),
    "a session without ratings": ("session: direction", "session: screen", "a.yaml:4:10: session: nothing is rated in 'screen'; sessions with scorecards are direction, product, delivery, people and case"),
    "a seat of another session": ("seat: chief", "seat: manager", "a.yaml:6:9: seat: 'manager' does not rate in 'direction'; chief and finance do"),
    "an unknown seat": ("seat: chief", "seat: cheif", "a.yaml:6:9: seat: 'cheif' does not rate in 'direction'; chief and finance do. Did you mean 'chief'?"),
    "another person": ("name: Ada Park", "name: Bo Chen", "a.yaml:7:9: name: is not the name of the person on this seat, Ada Park: correct the card, or name the rater in the vacancy under `people`"),
    "an unknown question": ("  st1: '4'", "  xy1: '4'", "a.yaml:13:8: xy1: is not rated on this card; st1, st2, st3, bu1, bu2 and bu3 are"),
    "a question of another session": ("  st1: '4'", "  me1: '4'", "a.yaml:13:8: me1: is not rated on this card; st1, st2, st3, bu1, bu2 and bu3 are"),
    "evidence of an unknown question": ('  st1: "Said', '  st9: "Said', "a.yaml:20:8: st9: is not rated on this card; st1, st2, st3, bu1, bu2 and bu3 are. Did you mean 'st3'?\na.yaml:13:8: st1: is rated without evidence: write what was said and done"),
    "a rating of 6": ("  st1: '4'", "  st1: '6'", "a.yaml:13:8: st1: a rating is 1, 2, 3, 4, 5 or NA, and nothing else"),
    "a rating of 0": ("  st1: '4'", "  st1: '0'", "a.yaml:13:8: st1: a rating is 1, 2, 3, 4, 5 or NA, and nothing else"),
    "half a point": ("  st1: '4'", "  st1: '3.5'", "a.yaml:13:8: st1: a rating is 1, 2, 3, 4, 5 or NA, and nothing else"),
    "a word for a rating": ("  st1: '4'", "  st1: good", "a.yaml:13:8: st1: a rating is 1, 2, 3, 4, 5 or NA, and nothing else"),
    "no evidence": ('  st1: "Said', "  # ", "a.yaml:13:8: st1: is rated without evidence: write what was said and done"),
    "a conflict": ("conflict: none", "conflict: my cousin", "a.yaml:10:11: conflict: the rater declares a conflict of interest: name another person for this seat; where there is none, the card says none"),
    "a conflict left open": ("conflict: none", "conflict:", "a.yaml:10:10: conflict: is blank; write none, or what it is"),
    "an unlocked card": ("locked: 'true'", "locked: 'false'", "a.yaml:11:9: locked: the rater has not finished; the card counts once it is locked"),
    "a card that says nothing of locking": ("locked: 'true'\n", "", "a.yaml:1:1: locked: the rater has not finished; the card counts once it is locked"),
    "a red flag of one's own": ("red_flags: {}", "red_flags: {strategy: [Was late]}", "a.yaml:26:23: strategy: is none of the red flags of the card: use the words that are printed there"),
    "a red flag of another session": ("red_flags: {}", "red_flags: {metrics: [Was late]}", "a.yaml:26:22: metrics: is not rated on this card; strategy and budget are"),
    "a revision of a question that was not rated": ("red_flags: {}", "revised: {st9: {to: 3, because: x}}", "a.yaml:26:16: st9: is not rated on this card; st1, st2, st3, bu1, bu2 and bu3 are. Did you mean 'st3'?"),
    "a name of two lines": ("candidate: C-017", 'candidate: "C-017\\nC-018"', "a.yaml:8:12: candidate: expected one code, on one line"),
    "a part twice": ("role: cto", "role: cpo\nratings: x", "a.yaml:13:1: this name stands twice; the first is on line 3. Keep one"),
}  # fmt: skip


@pytest.mark.parametrize(("old", "new", "expected"), REFUSED.values(), ids=REFUSED)
def test_a_card_that_cannot_count_is_refused_where_it_is_wrong(old: str, new: str, expected: str) -> None:
    assert said(changed(old, new)) == expected.split("\n")


def test_a_revision_changes_a_rating_that_there_is() -> None:
    it = full(CARD)
    revised = "revised: {st1: {to: 3, because: Two examples were one.}}\n"
    assert said(as_yaml(CARD, it).decode() + revised) == []
    blank = as_yaml(CARD, it._replace(ratings={**it.ratings, "st1": ""})).decode()
    assert said(blank + revised) == ["a.yaml:27:16: st1: is revised, and has no first rating"]


def test_all_mistakes_of_a_card_are_said_at_once() -> None:
    text = (
        changed("conflict: none", "conflict: x").replace("Ada Park", "Bo").replace("  st1: '4'", "  xy1: '4'")
    )
    assert [it.split(": ")[1] for it in said(text)] == ["name", "xy1", "conflict"]


def test_a_red_flag_needs_evidence_of_its_competency() -> None:
    it = full(CARD, flags=["flag-budget-1"])
    asked = ("bu1", "bu2", "bu3")
    bare = it._replace(
        ratings={**it.ratings, **dict.fromkeys(asked, "NA")},
        evidence={name: text for name, text in it.evidence.items() if name not in asked},
    )
    expected = (
        "a.yaml:25:3: budget: a red flag is ticked without evidence: write with a question what was heard"
    )
    assert said(as_yaml(CARD, bare).decode()) == [expected]
    assert (
        said(as_yaml(CARD, bare._replace(evidence={**bare.evidence, "bu2": "Blamed them."})).decode()) == []
    )


def test_a_red_flag_may_be_broken_into_lines() -> None:
    words = CARD.sheets[0].flags[0].text
    folded = words.replace(" ", "\n      ", 1)
    assert said(changed("red_flags: {}", f"red_flags:\n  strategy:\n    - {folded}")) == []


def test_a_draft_is_told_only_what_would_stay_wrong() -> None:
    draft = changed("locked: 'true'", "locked: 'false'").replace("conflict: none", "conflict:")
    assert [it.split(": ")[1] for it in said(draft.replace('  st1: "Said', "  # "))] == ["locked"]
    assert [it.split(": ")[1] for it in said(draft.replace("Ada Park", "Bo"))] == ["name", "locked"]


@pytest.mark.parametrize("name", ["ada park", "Ada  Park", "ADA PARK"])
def test_a_name_is_the_same_however_it_is_written(name: str) -> None:
    assert said(changed("Ada Park", name)) == []


def test_a_name_is_the_same_however_its_letters_are_composed() -> None:
    card = PANEL.cards["case", "engineer"]
    it = full(card, name=unicodedata.normalize("NFD", "Jürgen Weiß"))
    assert said(as_yaml(card, it).decode()) == []


def test_where_nobody_is_named_on_a_seat_anyone_may_rate() -> None:
    panel = panel_of(company="{}")
    card = panel.cards["direction", "chief"]
    assert said(as_yaml(card, full(card, name="Anyone")).decode(), panel) == []


def test_evidence_and_ratings_are_in_no_line() -> None:
    it = full(CARD, rating="4", conflict="Vetternwirtschaft")
    text = as_yaml(
        CARD, it._replace(evidence=dict.fromkeys(it.evidence, "Quittung"), flags=["flag-strategy-1"])
    ).decode()
    for old, new in (
        ("  st1: '4'", "  xy1: '4'"),
        ("  bu1: Quittung", "  bu9: Quittung"),
        ("Ada Park", "Geheim"),
    ):
        assert old in text
        text = text.replace(old, new)
    found = said(text)
    assert len(found) == 5
    assert not [line for line in found for word in ("Quittung", "'4'", "Vettern", "Geheim") if word in line]


# All cards of a vacancy.


def cards_of(candidate: str, without: Iterable[tuple[str, str]] = (), **changes: Any) -> list[Handed]:
    turns = [(turn, card) for turn, card in PANEL.cards.items() if turn not in without]
    return [
        it
        for turn, card in turns
        for it in handed(
            as_yaml(card, full(card, candidate=candidate)._replace(**changes)), f"{candidate}-{card.id}.yaml"
        )
    ]


def states(intake: Intake, candidate: str = "C-1") -> list[str]:
    (found,) = [it for it in intake.standings if it.candidate == candidate]
    return [turn.state for turn in found.turns]


def test_a_candidate_is_complete_when_every_card_is_locked() -> None:
    found = gather(cards_of("C-1"), PANEL)
    assert states(found) == ["locked"] * 11
    assert found.standings[0].is_complete
    assert (len(found.cards), found.shown, found.refusals, found.notices) == (11, found.cards, (), ())


def test_nothing_is_shown_of_a_candidate_whose_cards_are_not_all_locked() -> None:
    found = gather([*cards_of("C-1"), *cards_of("C-2", [("direction", "chief")])], PANEL)
    assert len(found.cards) == 21
    assert {card.candidate for card in found.shown} == {"C-1"}
    assert [it.card for it in found.standings[1].waiting] == ["direction-chief"]


def test_what_is_missing_is_said_card_by_card_and_without_ratings() -> None:
    draft = handed(as_yaml(CARD, full(CARD, candidate="C-1", locked=False)), "draft.yaml")
    wrong = PANEL.cards["case", "chief"]
    refused = handed(as_yaml(wrong, full(wrong, candidate="C-1", rating="9")), "wrong.yaml")
    turns = [("direction", "chief"), ("case", "chief"), ("people", "people")]
    found = gather([*cards_of("C-1", turns), *draft, *refused], PANEL)
    assert found.standings[0].waiting == (
        ("direction-chief", "Chief Executive Officer (Ada Park)", "not locked", ("draft.yaml",)),
        ("people-people", "Head of People (Dana Whitfield)", "missing", ()),
        ("case-chief", "Chief Executive Officer (Ada Park)", "refused", ("wrong.yaml",)),
    )
    assert [(it.place.file, it.is_draft) for it in found.refusals] == [
        ("draft.yaml", True),
        ("wrong.yaml", False),
    ]


def test_the_same_card_twice_is_refused_each_time() -> None:
    again = [*handed(GOOD.encode(), "one.yaml"), *handed(as_csv(rows(CARD, full(CARD))), "two.csv")]
    found = gather(again, PANEL)
    assert found.cards == ()
    assert [str(problem) for it in found.refusals for problem in it.problems] == [
        "one.yaml:1:1: another card of C-017, direction-chief was handed in: two.csv:2. Keep one of them",
        "two.csv:2: another card of C-017, direction-chief was handed in: one.yaml:1:1. Keep one of them",
    ]
    assert states(found, "C-017")[0] == "refused"


def test_of_many_the_same_a_line_names_three() -> None:
    found = gather([it for number in range(6) for it in handed(GOOD.encode(), f"{number}.yaml")], PANEL)
    (problem,) = found.refusals[0].problems
    assert problem.message == (
        "another card of C-017, direction-chief was handed in: 1.yaml:1:1, 2.yaml:1:1, 3.yaml:1:1 and 2 more. Keep one of them"
    )


@pytest.mark.parametrize(
    ("old", "new"), [("locked: 'true'", "locked: 'false'"), ("  st1: '4'", "  st1: '9'")]
)
def test_a_draft_or_a_wrong_card_is_the_same_card_too(old: str, new: str) -> None:
    found = gather(
        [*handed(GOOD.encode(), "one.yaml"), *handed(changed(old, new).encode(), "two.yaml")], PANEL
    )
    assert (found.cards, [it.is_draft for it in found.refusals]) == ((), [False, False])


@pytest.mark.parametrize(
    "wrong", [("role: cto", "role: cpo"), (OWN, "0123456789ab"), ("seat: chief", "seat: manager")]
)
def test_a_card_of_another_vacancy_makes_no_candidate(wrong: tuple[str, str]) -> None:
    found = gather(handed(changed(*wrong).encode()), PANEL)
    assert (found.standings, len(found.refusals)) == ((), 1)


@pytest.mark.parametrize("other", [(OWN, "0123456789ab"), ("C-017", '"C-017\\nC-018"')])
def test_a_card_that_cannot_be_read_makes_a_candidate_only_where_it_is_certain(
    other: tuple[str, str],
) -> None:
    wrong = changed("  st1: '4'", "  st1: '9'").replace(*other)
    found = gather(handed(wrong.encode()), PANEL)
    assert (found.standings, found.refusals[0].key) == ((), None)


def test_two_drafts_of_one_card_are_refused() -> None:
    draft = changed("locked: 'true'", "locked: 'false'").encode()
    found = gather([*handed(draft, "one.yaml"), *handed(draft, "two.yaml")], PANEL)
    assert states(found, "C-017")[0] == "refused"
    assert [it.is_draft for it in found.refusals] == [False, False]


def test_a_card_with_a_mistake_makes_its_candidate_known() -> None:
    assert (
        states(gather(handed(changed("  st1: '4'", "  st1: '9'").encode()), PANEL), "C-017")[0] == "refused"
    )


LISTED = {code: Place("vacancy.yaml", line) for line, code in enumerate(("C-1", "C-2"), 9)}


def test_candidates_who_are_listed_are_waited_for() -> None:
    found = gather(cards_of("C-1"), PANEL, LISTED)
    assert [(it.candidate, len(it.waiting)) for it in found.standings] == [("C-1", 0), ("C-2", 11)]


def test_a_name_that_is_listed_is_noticed_where_it_stands() -> None:
    (notice,) = gather([], PANEL, {"Ada Park": Place("vacancy.yaml", 9, 3)}).notices
    assert str(notice).startswith("vacancy.yaml:9:3: candidate: this looks like a name")


def test_a_candidate_who_is_not_listed_is_noticed() -> None:
    found = gather([*cards_of("C-1"), *cards_of("C-11")], PANEL, LISTED)
    assert [str(it) for it in found.notices] == [
        "C-11-case-chief.yaml:1:1: candidate: 'C-11' is none of the vacancy's candidates. Did you mean 'C-1'?"
    ]
    assert len(found.cards) == 22


@pytest.mark.parametrize(
    ("code", "noticed"),
    [
        ("Ada Park", True),
        ("ada", True),
        ("Müller", True),
        ("C-017", False),
        ("k7", False),
        ("AB", False),
        ("candidate 3", False),
    ],
)
def test_a_code_that_looks_like_a_name_is_noticed_and_counts(code: str, noticed: bool) -> None:
    found = gather(handed(changed("C-017", code).encode()), PANEL)
    assert [it.message.startswith("candidate: this looks like a name") for it in found.notices] == [
        True
    ] * noticed
    assert len(found.cards) == 1


def test_one_code_written_in_two_ways_is_noticed() -> None:
    other = PANEL.cards["direction", "finance"]
    found = gather([*handed(GOOD.encode()), *handed(as_yaml(other, full(other, candidate="c17")), "b.yaml"), *handed(as_yaml(other, full(other, candidate="C 017")), "c.yaml")], PANEL)  # fmt: skip
    assert [str(it) for it in found.notices] == [
        "a.yaml:1:1: candidate: 'C-017' and 'C 017' count as two candidates: are they one?"
    ]


def test_two_people_on_a_seat_that_nobody_is_named_for_are_noticed() -> None:
    panel = panel_of(company="{}")
    card = panel.cards["direction", "chief"]
    found = [
        it
        for code, name in (("C-1", "Ada Park"), ("C-2", "ada  park"), ("C-3", "Bo Chen"))
        for it in handed(as_yaml(card, full(card, candidate=code, name=name)), f"{code}.yaml", panel)
    ]
    assert [str(it) for it in gather(found, panel).notices] == [
        "C-3.yaml:1:1: seat: Ada Park and Bo Chen fill the seat 'chief', which is one person's: name the person in the vacancy under `people`"
    ]
    assert gather(found[:2], panel).notices == ()


MANY = [
    *cards_of("C-1"), *cards_of("C-2", [("case", "chief")]), *handed(GOOD.encode()), *handed(GOOD.encode(), "again.yaml"),
    *handed(b"role: x", "bad.yaml"), *cards_of("Ada"),
]  # fmt: skip


@given(st.randoms())
def test_the_order_of_the_cards_makes_no_difference(order: random.Random) -> None:
    shuffled = [*MANY]
    order.shuffle(shuffled)
    assert gather(shuffled, PANEL) == gather(MANY, PANEL)


def test_a_standing_knows_no_rating() -> None:
    low, high = (gather(cards_of("C-1", ratings=dict(full(CARD, rating=it).ratings)), PANEL) for it in "15")
    assert low.standings == high.standings

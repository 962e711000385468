"""What a posting asks of people: how much, why, and whether it contradicts itself."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

import pytest
from postings import TODAY, codes, found, posting, saying

BARE = {
    "cpo": "{requirements: {tried: {kind: skill, text: A skill, importance: preferred, assess: [strategy]}}}"
}


def with_line(**fields: object) -> Any:
    """A posting with one more requirement."""
    line = {
        "importance": "must",
        "assess": ["screen"],
        "serves": ["direction"],
        "because": "The work needs it.",
        "or_equivalent": "equivalent experience",
    }
    wanted = {key: it for key, it in (line | fields).items() if it is not None}
    return posting(profile=json.dumps({"requirements": {"tried": wanted}}))


def lines(count: int, importance: str = "must", **options: Any) -> Any:
    """A posting with `count` lines of an importance, and none of the other."""
    ids = posting().resolved.profile.requirements
    one = {"kind": "skill", "importance": importance, "assess": ["strategy"], "serves": ["direction"]}
    own = {f"tried{number}": one | {"text": f"Skill number {number}"} for number in range(count)}
    return posting(profile=json.dumps({"requirements": dict.fromkeys(ids) | own}), **options)


def severities(it: Any, code: str) -> list[str]:
    return [finding.severity for finding in found(it) if finding.code == code]


@pytest.mark.parametrize(
    ("count", "plain", "strict"),
    [
        (7, [], []),
        (8, ["warning"], ["warning"]),
        (10, ["warning"], ["warning"]),
        (11, ["warning"], ["error"]),
    ],
)
def test_more_than_seven_needs_are_remarked_on(count: int, plain: list[str], strict: list[str]) -> None:
    assert severities(lines(count), "too-many-requirements") == plain
    assert severities(lines(count, strict=True), "too-many-requirements") == strict


def test_more_than_five_wishes_are_remarked_on() -> None:
    assert severities(lines(5, "preferred"), "nice-to-have") == []
    assert severities(lines(6, "preferred"), "nice-to-have") == ["info"]


def test_a_degree_has_an_equivalent_in_experience() -> None:
    degree: dict[str, Any] = {"kind": "degree", "levels": ["bachelor"], "fields": ["law"]}
    assert "degree-inflation" not in codes(with_line(**degree))
    assert "degree-inflation" in codes(with_line(**degree, or_equivalent=None))
    assert "degree-inflation" in codes(with_line(**degree, or_equivalent="another degree"))
    assert "degree-inflation" not in codes(with_line(**degree, or_equivalent=None, importance="preferred"))


@pytest.mark.parametrize(
    "words",
    [
        "Bachelor's degree required",
        "A university degree in law",
        "An MBA",
        "Master’s degree from a good school",
        "PhD",
    ],
)
@pytest.mark.parametrize("where", ["must", "template"])
def test_a_degree_typed_as_words_has_an_equivalent_too(words: str, where: str) -> None:
    if where == "must":
        assert "degree-inflation" in codes(saying(words, "must"))
        assert "degree-inflation" not in codes(saying(f"{words}, or equivalent experience", "must"))
    typed = posting(
        text=f"# T\n\n## What you bring\n\n- Skill in planning a budget and keeping to it\n- {words}\n"
    )
    assert "degree-inflation" in codes(typed)
    assert "degree-inflation" not in codes(saying(words, "welcome"))


@pytest.mark.parametrize(
    "words",
    [
        "A high degree of care",
        "You teach PHP",
        "Skill with the Master Data service",
        "To some degree from home",
    ],
)
def test_other_degrees_are_innocent(words: str) -> None:
    assert not {"degree-inflation", "degree-overreach"} & codes(saying(words, "must"))


def test_more_than_a_bachelor_s_degree_has_a_reason() -> None:
    degree: dict[str, Any] = {"kind": "degree", "levels": ["master", "doctorate"], "fields": ["law"]}
    assert "degree-overreach" not in codes(with_line(**degree))
    assert "degree-overreach" in codes(with_line(**degree, because=None))
    assert "degree-overreach" not in codes(
        with_line(**(degree | {"levels": ["bachelor", "master"]}), because=None)
    )
    assert "degree-overreach" in codes(saying("MBA", "must"))
    assert "degree-overreach" not in codes(saying("MBA or equivalent experience", "must"))
    research = {
        "requirements": {"tried": degree | {"importance": "must", "assess": ["screen"]}},
        "title": "Head of Research",
    }
    assert "degree-overreach" not in codes(posting(profile=json.dumps(research)))
    assert "degree-overreach" not in codes(
        saying("Bachelor's or Master's degree or equivalent experience", "must")
    )


def test_every_need_serves_a_duty_and_is_assessed() -> None:
    assert "job-related:tried" not in codes(with_line(kind="skill", text="A skill", assess=["strategy"]))
    assert "job-related:tried" in codes(
        with_line(kind="skill", text="A skill", assess=["strategy"], serves=None)
    )
    assert "job-related:tried" in codes(with_line(kind="skill", text="A skill", assess=[]))
    assert "job-related:tried" not in codes(
        with_line(kind="skill", text="A skill", importance="preferred", serves=None)
    )
    assert "job-related:tried" not in codes(with_line(kind="logistics", text="A permit", serves=None))


def test_a_certificate_serves_a_duty() -> None:
    card: dict[str, Any] = {"kind": "certification", "any_of": ["PMP"]}
    assert "cert-inflation" not in codes(with_line(**card))
    assert "cert-inflation" in codes(with_line(**card, serves=None))
    assert "cert-inflation" not in codes(with_line(**card, serves=None, importance="preferred"))
    typed = posting(
        text="# T\n\n## What you bring\n\n- Skill in planning a budget and keeping to it\n- Certified Scrum Master (CSM)\n"
    )
    assert "cert-inflation" in codes(typed)
    assert "cert-inflation" not in codes(saying("Skill in planning with Scrum", "must"))


def test_some_duty_is_critical() -> None:
    duties = posting().resolved.profile.responsibilities
    none = json.dumps({"responsibilities": {name: {"importance": "important"} for name in duties}})
    assert "ada-essential" in codes(posting(profile=none))
    assert "ada-essential" not in codes(posting())


def test_what_is_needed_is_not_merely_welcome() -> None:
    twin: dict[str, Any] = {
        "kind": "method",
        "name": "scrum",
        "level": 2,
        "importance": "preferred",
        "because": None,
        "or_equivalent": None,
    }
    assert "contradiction" in codes(with_line(**twin, assess=["methods"]))
    assert "contradiction" not in codes(with_line(**(twin | {"name": "Six Sigma"}), assess=["methods"]))
    assert "contradiction" in codes(saying("skill in planning a budget and keeping to it.", "welcome"))


def years(kind: str, number: int, importance: str) -> Any:
    return with_line(kind="experience", parts={kind: number}, overlap="none", importance=importance)


@pytest.mark.parametrize(("number", "found_"), [(3, True), (5, True), (6, False)])
def test_more_of_what_is_needed_may_be_welcome_and_as_much_may_not(number: int, found_: bool) -> None:
    assert ("contradiction" in codes(years("product_head", number, "preferred"))) is found_


@pytest.mark.parametrize(
    ("profile", "found_"),
    [
        ("{scrum: {level: 4}, more: {kind: method, name: Scrum, level: 5, LINE}}", False),
        ("{scrum: {level: 4}, more: {kind: method, name: Scrum, level: 4, LINE}}", True),
        ("{degree: {levels: [master]}, more: {kind: degree, levels: [bachelor], fields: FIELDS, LINE}}", True),
        ("{degree: {levels: [bachelor]}, more: {kind: degree, levels: [doctorate], fields: FIELDS, LINE}}", False),
    ],
)  # fmt: skip
def test_levels_are_compared(profile: str, found_: bool) -> None:
    degree: Any = posting().resolved.profile.requirements["degree"]
    fields = json.dumps(degree.fields)
    line = "importance: preferred, serves: [delivery], assess: [methods, screen]"
    it = posting(profile=f"requirements: {profile.replace('FIELDS', fields).replace('LINE', line)}")
    assert (
        "more" in {finding.message.split("'")[1] for finding in found(it) if finding.code == "contradiction"}
    ) is found_


@pytest.mark.parametrize(
    ("changes", "place"),
    [
        ({"benefits": ["Health insurance", "A pension", "health insurance."]}, "benefits"),
        ({"outcomes": ["A plan", "A team", "A plan"]}, "outcomes"),
        ({"profile": "responsibilities: {more: {importance: important, text: Plan the product budget and keep to it}}"}, "more"),
        ({"profile": "requirements: {more: {kind: skill, importance: must, text: skill in planning a budget and keeping to it., "
          "serves: [money], assess: [budget]}}"}, "more"),
    ],
)  # fmt: skip
def test_a_line_that_says_what_another_says_is_found(changes: Any, place: str) -> None:
    it = posting(**changes)
    [twice] = [finding for finding in found(it) if finding.code == "duplicate"]
    own = it.resolved.company_tree.at(place, 2).place if place in changes else None
    assert own is None or twice.place.line == own.line
    assert "says the same" in twice.message


def test_two_musts_of_one_kind_of_experience_are_found() -> None:
    assert "duplicate" in codes(years("product_head", 8, "must"))
    assert "duplicate" not in codes(years("marketing", 8, "must"))
    assert "duplicate" not in codes(posting())


@pytest.mark.parametrize(
    ("contract", "hours", "found_"),
    [
        ("full_time", "20 hours a week", True),
        ("full_time", "25 hours a week", False),
        ("full_time", "32 to 40 hours a week", False),
        ("full_time", "8 hours a day, five days a week", False),
        ("part_time", "40 hours a week", True),
        ("part_time", "37 hours a week", False),
        ("full_time", "flexible", False),
    ],
)
def test_hours_are_those_of_the_contract(contract: str, hours: str, found_: bool) -> None:
    assert ("contradiction" in codes(posting(employment_type=contract, hours=hours))) is found_


@pytest.mark.parametrize(
    ("words", "company"),
    [
        ("No degree required.", {}),
        ("You spend two days a week in our Denver office.", {"remote": "full"}),
        ("This is a hybrid role.", {"remote": "full"}),
        ("The role is fully remote.", {"remote": "onsite"}),
        ("We look for at least 12 years of experience.", {}),
        ("Our AI tool ranks all applications.", {"ai_screening": False}),
        ("Applications are screened by an algorithm.", {"ai_screening": False}),
    ],
)
def test_what_one_part_says_another_does_not_deny(words: str, company: dict[str, Any]) -> None:
    assert "contradiction" in codes(saying(words, **company))


@pytest.mark.parametrize(
    ("words", "company"),
    [
        ("You spend two days a week in our Denver office.", {}),
        ("Our product runs in the back office of clinics.", {"remote": "full"}),
        ("We have been remote for years.", {"remote": "onsite"}),
        ("We have 30 years of experience.", {"about": "We have 30 years of experience."}),
        ("A degree of trust is required.", {}),
        ("Our AI tool ranks all applications.", {"ai_screening": True}),
        ("Our AI tool ranks all applications.", {}),
        ("No AI screens applications.", {"ai_screening": False}),
        ("An AI tool writes the minutes; people decide.", {"ai_screening": False}),
    ],
)
def test_what_agrees_is_innocent(words: str, company: dict[str, Any]) -> None:
    where = "about" if "about" in company else "process"
    assert "contradiction" not in codes(
        saying(words, where, **{key: it for key, it in company.items() if key != "about"})
    )


def test_old_pay_figures_are_one_piece_of_advice_at_the_oldest() -> None:
    [stale] = [finding for finding in found(posting()) if finding.code == "pay-stale"]
    assert stale.severity == "warning"
    assert stale.place.file == "cpo.yaml"
    assert "never posted" in stale.message
    figure = {"what": "x", "region": "US", "currency": "USD", "low": 1, "high": 1}
    fresh = json.dumps({"benchmarks": [figure | {"as_of": "2025-11-22"}]})
    assert "pay-stale" not in codes(posting(profile=fresh))
    assert "pay-stale" in codes(posting(profile=fresh, today=TODAY + dt.timedelta(days=1)))

"""Pay disclosure: which laws speak to a posting, from how many people on, and what the posting must show."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, Any

import pytest
from babel.numbers import get_territory_currencies
from postings import TODAY, codes, found, posting

from jdgen.checks.posting.laws import Law, laws
from jdgen.schema.countries import COUNTRIES
from jdgen.schema.currencies import COUNTRIES_OF

if TYPE_CHECKING:
    from jdgen.checks.posting import Posting

DENVER = {"city": "Denver", "region": "Colorado", "country": "US"}
TORONTO = {"city": "Toronto", "region": "Ontario", "country": "CA"}
AUSTIN = {"city": "Austin", "region": "Texas", "country": "US"}
STATES = {
    "US-NYC": ("New York", "NY"), "US-OH-CLE": ("Cleveland", "OH"), "US-OH-CMH": ("Columbus", "OH"), "US-NY-ITH": ("Ithaca", "NY"),
    "US-NJ-JC": ("Jersey City", "NJ"), "US-OH-CIN": ("Toledo", "OH"),
}  # fmt: skip
IN_FORCE = [it for it in laws() if it.in_force(TODAY) and it.reach]


def place(law: str) -> dict[str, str]:
    """A place of work where a law holds."""
    if law == "EU":
        return {"country": "DE"}
    if law.startswith("EU-"):
        return {"country": law[3:]}
    city, region = STATES.get(law, ("Somewhere", law[3:5]))
    return {"city": city, "region": region, "country": law[:2]}


def pay(it: Posting) -> set[str]:
    """The laws that want pay which a posting does not show."""
    return {code.partition(":")[2] for code in codes(it) if code.startswith("pay-missing:")}


def severity(it: Posting, code: str) -> str:
    [finding] = [finding for finding in found(it) if finding.code == code]
    return finding.severity


def without_pay(**changes: Any) -> Posting:
    return posting(**({"salary": None} | changes))


# Every row from both sides of its threshold


def spoken_to(law: Law, **changes: Any) -> bool:
    """Whether a law speaks to a posting for its own place."""
    it = without_pay(locations=[place(law.id)], remote="onsite", **changes)
    wanted = {"pay": f"pay-missing:{law.id}", "art5": "eu-art5"}
    code = next((wanted[shown] for shown in law.shows if shown in wanted), f"pay-later-duty:{law.id}")
    return code in codes(it)


@pytest.mark.parametrize("law", IN_FORCE, ids=lambda it: it.id)
def test_a_law_begins_with_its_threshold_and_not_one_person_earlier(law: Law) -> None:
    least = max(law.people, 1)
    if law.counted == "here":
        assert spoken_to(law, headcount=5000, headcount_in={law.id: least})
        if law.people:
            assert not spoken_to(law, headcount=5000, headcount_in={law.id: least - 1})
    else:
        assert spoken_to(law, headcount=least)
        if law.people > 1:
            assert not spoken_to(law, headcount=least - 1)


@pytest.mark.parametrize("law", [it for it in IN_FORCE if it.here], ids=lambda it: it.id)
def test_a_law_that_wants_one_person_there_is_off_without_one(law: Law) -> None:
    assert spoken_to(law, headcount=5000, headcount_in={law.id: 1})
    assert not spoken_to(law, headcount=5000, headcount_in={law.id: 0})


@pytest.mark.parametrize(
    "law", [it for it in IN_FORCE if "pay" in it.shows and it.people > 1], ids=lambda it: it.id
)
def test_an_unknown_number_of_people_makes_a_warning(law: Law) -> None:
    it = without_pay(locations=[place(law.id)], remote="onsite", headcount=None)
    assert severity(it, f"pay-missing:{law.id}") == "warning"


@pytest.mark.parametrize(
    "law",
    [it for it in IN_FORCE if it.counted == "here" and it.people > 1 and "pay" in it.shows],
    ids=lambda it: it.id,
)
def test_an_unknown_number_there_makes_a_warning_in_a_large_company_and_nothing_in_a_small_one(
    law: Law,
) -> None:
    there = {"locations": [place(law.id)], "remote": "onsite"}
    assert severity(without_pay(headcount=law.people, **there), f"pay-missing:{law.id}") == "warning"
    assert law.id not in pay(without_pay(headcount=law.people - 1, **there))


@pytest.mark.parametrize("law", [it for it in laws() if it.effective_from], ids=lambda it: it.id)
def test_a_law_is_silent_until_its_first_day_and_announced_for_ninety_days(law: Law) -> None:
    first = dt.date.fromisoformat(law.effective_from)
    there = {
        "locations": [place(law.id)],
        "remote": "onsite",
        "headcount": 5000,
        "headcount_in": {law.id: 5000},
    }
    day = dt.timedelta(days=1)
    if law.effective_to:
        return
    assert law.id in {
        code.partition(":")[2]
        for code in codes(without_pay(today=first - day, **there))
        if code.startswith("rule-upcoming")
    }
    assert f"rule-upcoming:{law.id}" in codes(without_pay(today=first - 90 * day, **there))
    assert f"rule-upcoming:{law.id}" not in codes(without_pay(today=first - 91 * day, **there))
    assert f"rule-upcoming:{law.id}" not in codes(without_pay(today=first, **there))
    assert law.id not in pay(without_pay(today=first - day, **there))
    if "pay" in law.shows:
        assert law.id in pay(without_pay(today=first, **there))


def test_westchester_ended_with_the_state_s_law() -> None:
    there = {"locations": [{"city": "Yonkers", "region": "NY", "country": "US"}], "headcount": 100}
    assert pay(without_pay(**there)) == {"US-NY"}
    assert pay(without_pay(today=dt.date(2023, 9, 16), **there)) == {"US-NY-WES"}


def test_columbus_is_a_warning_until_it_is_enforced() -> None:
    there: dict[str, Any] = {"locations": [place("US-OH-CMH")], "headcount_in": {"US-OH-CMH": 15}}
    assert severity(without_pay(**there), "pay-missing:US-OH-CMH") == "warning"
    assert severity(without_pay(today=dt.date(2027, 1, 1), **there), "pay-missing:US-OH-CMH") == "error"


def test_what_nobody_verified_is_a_note() -> None:
    assert severity(without_pay(locations=[{"region": "PE", "country": "CA"}]), "pay-missing:CA-PE") == "info"


# Golden cases


def test_denver_with_40_people_is_under_the_law_of_colorado_alone() -> None:
    it = without_pay(locations=[DENVER], remote="hybrid", headcount=40)
    assert pay(it) == {"US-CO"}
    assert severity(it, "pay-missing:US-CO") == "error"
    assert not any(
        code.startswith(("pay-missing", "benefits-missing", "co-deadline"))
        for code in codes(posting(headcount=40))
    )


def test_remote_in_the_united_states_with_30_people_is_under_all_its_laws() -> None:
    it = without_pay(
        locations=[AUSTIN], remote="full", headcount=30, benefits=[], other_compensation=[], closing_date=None
    )
    assert pay(it) == {
        "US-CO", "US-CA", "US-WA", "US-NY", "US-NYC", "US-IL", "US-MN", "US-NJ", "US-VT", "US-MA", "US-MD", "US-DC", "US-VA", "US-ME",
        "US-OH-CLE", "US-OH-CMH", "US-NY-ITH",
    }  # fmt: skip
    assert {"multistate-union", "co-deadline", "benefits-missing:US-CO", "benefits-missing:US-WA"} <= codes(
        it
    )
    assert {code for code in codes(it) if code.startswith("pay-later")} == {
        f"pay-later-duty:US-{state}" for state in ("CT", "RI", "NV", "OH-CIN", "DC")
    }


def test_the_union_is_said_with_all_it_asks_for() -> None:
    it = posting(locations=[AUSTIN], remote="full", headcount=30)
    [note] = [finding for finding in found(it) if finding.code == "multistate-union"]
    for words in (
        "US-CO",
        "US-WA",
        "a closed pay range",
        "other compensation",
        "the last day to apply",
        "on hire",
    ):
        assert words in note.message


def test_toronto_above_200_000_is_free_of_the_pay_rules_and_not_of_the_statements() -> None:
    there: dict[str, Any] = {"locations": [TORONTO], "headcount": 60}
    above = posting(salary={"low": 150000, "high": 210000, "currency": "CAD"}, **there)
    assert {"on-ai-statement", "on-vacancy-statement"} <= codes(above)
    assert not {"on-range-width", "pay-missing:CA-ON"} & codes(above)
    below = posting(salary={"low": 149000, "high": 200000, "currency": "CAD"}, **there)
    assert severity(below, "on-range-width") == "error"
    assert "on-range-width" not in codes(
        posting(salary={"low": 150000, "high": 200000, "currency": "CAD"}, **there)
    )


def test_ontario_is_content_with_two_statements() -> None:
    said = codes(posting(locations=[TORONTO], headcount=60, ai_screening=False, existing_vacancy=True))
    assert not {"on-ai-statement", "on-vacancy-statement"} & said


def test_ontario_begins_with_25_people() -> None:
    assert "CA-ON" in pay(without_pay(locations=[TORONTO], headcount=25))
    assert "on-ai-statement" not in codes(without_pay(locations=[TORONTO], headcount=24))


def test_an_hourly_range_is_compared_with_ontario_s_limit_as_2080_hours() -> None:
    it = posting(
        locations=[TORONTO], headcount=60, salary={"low": 40, "high": 70, "currency": "CAD", "period": "hour"}
    )
    [finding] = [finding for finding in found(it) if finding.code == "on-range-width"]
    assert "CAD 62,400 in a year (counted as 2,080 hours)" in finding.message


def test_boston_with_24_people_is_free() -> None:
    boston = {"city": "Boston", "region": "Massachusetts", "country": "US"}
    assert pay(without_pay(locations=[boston], headcount=24)) == set()
    assert pay(without_pay(locations=[boston], headcount=400, headcount_in={"US-MA": 24})) == set()
    assert pay(without_pay(locations=[boston], headcount=400, headcount_in={"US-MA": 25})) == {"US-MA"}


def test_new_york_city_with_3_people_is_free() -> None:
    city = {"city": "New York", "region": "New York", "country": "US"}
    assert pay(without_pay(locations=[city], headcount=3)) == set()
    assert pay(without_pay(locations=[city], headcount=None, headcount_in={"US-NYC": 3})) == set()
    assert pay(without_pay(locations=[city], headcount=4)) == {"US-NY", "US-NYC"}


def test_remote_from_some_states_is_under_their_laws() -> None:
    it = without_pay(
        locations=[AUSTIN],
        remote="full",
        remote_places=["Colorado, US", "Texas, US"],
        headcount=240,
        headcount_in={"US-CO": 2},
    )
    assert pay(it) == {"US-CO"}
    assert "multistate-union" not in codes(it)


def test_an_office_in_new_york_brings_its_law_along() -> None:
    there: dict[str, Any] = {
        "locations": [{"city": "Albany", "region": "NY", "country": "US"}],
        "remote": "full",
    }
    assert pay(without_pay(remote_places=["Texas, US"], **there)) == {"US-NY"}


def test_people_in_washington_dc_bring_its_law_to_every_posting() -> None:
    assert "US-DC" in pay(without_pay(locations=[AUSTIN], headcount_in={"US-DC": 1}))
    assert "US-DC" not in pay(without_pay(locations=[AUSTIN]))


def test_remote_from_somewhere_unsaid_is_said() -> None:
    it = without_pay(locations=[], remote="full")
    assert "place-unknown" in codes(it)
    assert "place-unknown" in codes(posting(remote="full", remote_places=["Atlantis"]))
    assert "place-unknown" in codes(posting(remote="full", remote_places=["Bavaria, US"]))
    assert "place-unknown" in codes(posting(locations=[{"city": "Denver", "country": "US"}]))
    assert "place-unknown" not in codes(posting(remote="full", remote_places=["Germany", "Colorado, US"]))


def test_a_member_state_has_the_union_s_rule_and_its_own() -> None:
    germany = without_pay(locations=[{"country": "DE"}])
    assert severity(germany, "eu-art5") == "warning"
    italy = without_pay(locations=[{"country": "IT"}])
    assert severity(italy, "eu-art5") == "error"
    assert pay(italy) == {"EU-IT"}
    assert {"pay-later-duty:EU-PL", "eu-art5"} <= codes(without_pay(locations=[{"country": "PL"}]))


def test_pay_told_before_the_interview_is_enough_for_the_directive_alone() -> None:
    told = "We begin with a call. You learn the pay before the first interview."
    assert "eu-art5" not in codes(without_pay(locations=[{"country": "DE"}], hiring_process=told))
    assert "eu-art5" in codes(without_pay(locations=[{"country": "LT"}], hiring_process=told))


def test_great_britain_asks_for_nothing() -> None:
    said = codes(without_pay(locations=[{"country": "GB"}], benefits=[], other_compensation=[]))
    assert not any(code.startswith(("pay-m", "pay-l", "benefits", "eu-", "rule-")) for code in said)


# What must be shown


@pytest.mark.parametrize(
    "law", [it for it in IN_FORCE if "benefits" in it.shows and it.id != "US-NJ-JC"], ids=lambda it: it.id
)
def test_benefits_and_other_pay_are_described_where_that_is_asked(law: Law) -> None:
    there: dict[str, Any] = {"locations": [place(law.id)], "headcount": 100, "headcount_in": {law.id: 100}}
    code = f"benefits-missing:{law.id}"
    assert code not in codes(posting(**there))
    assert severity(posting(benefits=[], **there), code) == "error"
    assert code in codes(posting(other_compensation=[], **there))
    assert code not in codes(posting(other_compensation=["none"], **there))
    assert code in codes(posting(benefits=["medical insurance", "25 days of paid leave"], **there))


def test_benefits_are_nobody_s_law_in_california() -> None:
    assert not any(
        code.startswith("benefits")
        for code in codes(posting(locations=[place("US-CA")], benefits=[], other_compensation=[]))
    )


def test_colorado_wants_to_know_until_when() -> None:
    assert severity(posting(closing_date=None), "co-deadline") == "error"
    assert "co-deadline" not in codes(posting(closing_date="ongoing"))
    assert "co-deadline" not in codes(posting(closing_date=None, locations=[AUSTIN]))


def test_california_wants_the_pay_on_hire() -> None:
    there: dict[str, Any] = {"locations": [place("US-CA")]}
    assert severity(posting(**there), "ca-upon-hire") == "warning"
    labelled = {"low": 200000, "high": 220000, "currency": "USD", "on_hire": True}
    assert "ca-upon-hire" not in codes(posting(salary=labelled, **there))
    assert "ca-upon-hire" not in codes(posting())


def test_a_label_is_not_taken_for_the_pay() -> None:
    labelled = {"low": 200000, "high": 220000, "currency": "USD", "on_hire": True}
    it = posting(
        salary=labelled, text="# Chief Product Officer\n\nThe pay range is what we expect to pay on hire.\n"
    )
    assert pay(it) == {"US-CO"}


def test_a_range_for_new_jersey_spans_60_percent() -> None:
    there: dict[str, Any] = {"locations": [place("US-NJ")], "headcount": 100}
    assert "nj-range-spread" not in codes(
        posting(salary={"low": 100000, "high": 160000, "currency": "USD"}, **there)
    )
    assert "nj-range-spread" in codes(
        posting(salary={"low": 100000, "high": 160001, "currency": "USD"}, **there)
    )


@pytest.mark.parametrize(
    ("high", "said"), [(150000, None), (150001, "info"), (200000, "info"), (200001, "warning")]
)
def test_a_wide_range_is_remarked_on(high: int, said: str | None) -> None:
    it = posting(salary={"low": 100000, "high": high, "currency": "USD"})
    assert [finding.severity for finding in found(it) if finding.code == "range-wide"] == (
        [said] if said else []
    )


def test_commission_is_said_in_new_york_and_needs_no_range() -> None:
    there: dict[str, Any] = {"locations": [place("US-NY")], "salary": None, "headcount": 100}
    said = posting(paid_by="commission", **there)
    assert not any(code.startswith(("pay-missing", "commission")) for code in codes(said))
    hidden = posting(paid_by="commission", text="# Chief Product Officer\n", **there)
    assert severity(hidden, "commission-statement") == "error"
    typed = posting(hiring_process="This role is commission-only.", **there)
    assert "commission-statement" in codes(typed)


def test_maine_wants_nothing_of_a_role_on_commission() -> None:
    there: dict[str, Any] = {"locations": [place("US-ME")], "salary": None, "headcount": 100}
    assert pay(posting(**there)) == {"US-ME"}
    assert pay(posting(paid_by="commission", **there)) == set()


def test_tips_are_said_in_vermont_beside_the_base_wage() -> None:
    there: dict[str, Any] = {"locations": [place("US-VT")], "headcount": 100, "paid_by": "tips"}
    assert "US-VT" in pay(posting(salary=None, **there))
    assert "commission-statement" not in codes(posting(**there))
    assert "commission-statement" in codes(posting(text="# Chief Product Officer\n", **there))


def test_pay_that_a_template_leaves_out_is_missing() -> None:
    [finding] = [
        it for it in found(posting(text="# Chief Product Officer\n")) if it.code == "pay-missing:US-CO"
    ]
    assert "print `role.pay`" in finding.message


def test_old_rows_are_one_warning() -> None:
    verified = dt.date.fromisoformat(laws()[0].verified_on)
    assert "rules-stale" not in codes(
        posting(today=verified + dt.timedelta(days=180), closing_date="ongoing")
    )
    [stale] = [
        it for it in found(posting(today=verified + dt.timedelta(days=181))) if it.code == "rules-stale"
    ]
    assert stale.severity == "warning"
    assert stale.message.startswith("35 rows")


# The table says in words what it says in figures


@pytest.mark.parametrize(
    "law", [it for it in laws() if it.reach and it.threshold.startswith(("≥", "all"))], ids=lambda it: it.id
)
def test_the_figures_of_a_row_are_those_of_its_words(law: Law) -> None:
    least = re.match(r"≥(\d+) employees?(?P<here> in | with MA )?", law.threshold)
    besides = re.search(r"\(≥(\d+) in ", law.threshold)
    assert law.people == (int(least[1]) if least else 0)
    assert law.here == (int(besides[1]) if besides else 0)
    of_state = law.id in {"US-CT", "US-RI"}  # one employee there, as an employer of the state
    assert law.counted == ("here" if (least and least["here"]) or of_state else "company")
    day = re.match(r"\d{4}-\d\d-\d\d", law.effective)
    assert law.effective_from.startswith(day[0] if day else re.findall(r"20\d\d", law.effective)[0])


def test_every_row_has_a_source_and_the_day_on_which_it_was_read() -> None:
    for law in laws():
        assert law.source
        assert dt.date.fromisoformat(law.verified_on) <= TODAY
        assert law.mark in {"V", "S", "M"}
        assert bool(law.must_show) == bool(law.shows) or not law.reach


# Pay that a slip of the pen made


def test_pay_in_a_currency_of_another_country_is_remarked_on() -> None:
    euros = {"low": 180_000, "high": 220_000, "currency": "EUR"}
    [finding] = [it for it in found(posting(locations=[DENVER], salary=euros)) if it.code == "pay-currency"]
    assert "the pay is in EUR, and the work is done in United States" in finding.message
    berlin = {"city": "Berlin", "country": "DE"}
    assert "pay-currency" not in codes(posting(locations=[DENVER, berlin], salary=euros))
    assert "pay-currency" not in codes(posting(locations=[], salary=euros))


@pytest.mark.parametrize(
    ("low", "high", "period", "meant"),
    [
        (180, 220, "year", False),
        (180_000, 220_000, "hour", False),
        (4_999, 10_000, "year", False),
        (5_000, 10_000_000, "year", True),
        (60, 90, "hour", True),
        (5_000, 10_000_001, "year", False),
    ],
)
def test_pay_that_is_hardly_meant_is_remarked_on(low: int, high: int, period: str, meant: bool) -> None:
    salary = {"low": low, "high": high, "currency": "USD", "period": period}
    assert ("pay-unlikely" not in codes(posting(locations=[DENVER], salary=salary))) is meant


def test_a_misspelt_state_is_guessed() -> None:
    [finding] = [
        it for it in found(posting(locations=[DENVER | {"region": "Colorodo"}])) if it.code == "place-unknown"
    ]
    assert finding.message.endswith("Did you mean 'Colorado'?")


def test_currencies_are_those_that_countries_pay_in() -> None:
    known = {(code, country) for code, countries in COUNTRIES_OF.items() for country in countries.split()}
    read = {
        (code, country)
        for country in COUNTRIES
        for code in get_territory_currencies(country, start_date=dt.date(2026, 11, 1))
    }
    assert known - read <= {("EUR", "BG")}  # which changed over in 2026
    assert not read - known

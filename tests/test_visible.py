"""Whether something stands on the page, however it is written there."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jdgen.checks.posting.scripts import offers, read_markup, scripts
from jdgen.checks.posting.visible import Page, visible_text

DAY = dt.date(2027, 1, 31)


@pytest.mark.parametrize(
    "text",
    [
        "31 January 2027", "by 31 January 2027.", "January 31, 2027", "Jan. 31st, 2027", "the 31st of January, 2027", "2027-01-31",
        "31/01/2027", "01/31/2027", "31.1.2027", "31. Januar 2027", "31 janvier 2027", "31\u00a0January\u00a02027",
    ],
)  # fmt: skip
def test_a_day_is_found_however_it_is_written(text: str) -> None:
    assert Page(f"2027 began. Apply by {text}; thank you").dates(DAY)


@pytest.mark.parametrize(
    "text",
    ["30 January 2027", "131 January 2027", "31 March 2027", "31 January 2026", "2027-01-30", "2027", "31 2027", "January 2027"],
)  # fmt: skip
def test_another_day_is_not_taken_for_it(text: str) -> None:
    assert not Page(text).dates(DAY)


@given(st.dates(dt.date(1990, 1, 1), dt.date(2099, 12, 31)))
def test_every_day_is_found_as_a_posting_writes_it(day: dt.date) -> None:
    page = Page(f"Posted: {day.day} {day:%B %Y}")
    assert page.dates(day)
    assert not page.dates(day + dt.timedelta(days=1))


@given(st.decimals(min_value=10, max_value=10_000_000, places=2))
def test_every_amount_is_found_with_thousands_apart_or_not(amount: Decimal) -> None:
    english = f"{amount:,.2f}"
    for text in (
        english,
        english.translate(str.maketrans(",.", ".,")),
        english.replace(",", " "),
        f"{amount}",
    ):
        assert Page(f"Pay: {text} a year").gives(amount), text
        assert not Page(f"Pay: {text} a year").gives(amount + 1)


@pytest.mark.parametrize(
    "text", ["$235k", "235K", "235 k", "USD 235,000 to 275,000", "235.000 €", "235’000 CHF"]
)
def test_a_round_amount_may_be_short(text: str) -> None:
    assert Page(text).gives(Decimal(235_000))


def test_words_are_whole_and_codes_keep_their_capitals() -> None:
    page = Page("Work with us in “Denver”,\n  Colorado")
    assert page.says('in "denver", colorado')
    assert page.says("Denver")
    assert not page.says("Den")
    assert not page.says("US")
    assert not page.says("")
    assert Page("from the US").says("US")


def test_the_scripts_of_a_page_are_cut_out_as_a_browser_does() -> None:
    page = '<script TYPE=\'application/ld+json\' id=x>{"a": "</script>"}</script><script>no()</script>'
    assert scripts(page) == ('{"a": "',)
    assert read_markup(scripts(page)) is None
    both = read_markup(('{"@type": "JobPosting"}', '{"@type": ["JobPosting"]}'))
    assert len(list(offers(both))) == 2
    assert visible_text("<p>a<br>b &amp; c</p>").split() == ["a", "b", "&", "c"]

"""A pattern is looked for only where a sign of it is; wherever it would be found, there is one."""

from __future__ import annotations

import re
from string import ascii_lowercase
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jdgen.checks.signs import signs

if TYPE_CHECKING:
    from conftest import Shipped


def may_be_in(text: str, pattern: str) -> bool:
    return any(sign in text for sign in signs(pattern))


LETTERS = st.text(ascii_lowercase[:4] + " -", min_size=1, max_size=4)


def _grown(patterns: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    group = patterns.map("({})".format)
    return st.one_of(
        st.lists(patterns, min_size=2, max_size=3).map("".join),
        st.lists(patterns, min_size=2, max_size=3).map("|".join).map("({})".format),
        st.tuples(group, st.sampled_from(["?", "*", "+", ""])).map("".join),
    )


PATTERNS = st.recursive(
    st.one_of(LETTERS, st.sampled_from([r"\b", r"\w*", r"\w+", ".", "a?", "b+", "(a|)"])),
    _grown,
    max_leaves=8,
)


@settings(max_examples=400)
@given(PATTERNS, st.text(ascii_lowercase[:4] + " -", max_size=30))
def test_a_text_without_a_sign_never_holds_the_pattern(pattern: str, text: str) -> None:
    assert may_be_in(text, pattern) or not re.search(pattern, text)


@given(st.data(), PATTERNS)
def test_what_a_pattern_fits_holds_a_sign(data: st.DataObject, pattern: str) -> None:
    assert may_be_in(data.draw(st.from_regex(pattern)), pattern)


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        (r"\b(how old|your age)\b", {"how old", "your age"}),
        (r"(your|a) (husband|wife)", {" husband", " wife"}),
        (r"your (gender|sex(ual\w*)?|(a|b)c)", {"your gender", "your sex", "your "}),
        (r"current(ly)? (pay|salary)", {"current"}),
        (r"gen(etic\w*|es) test", {"genetic", "genes"}),
        (r"hono?u?r", {"hon"}),
        (r"ab+c", {"ab"}),
        ("pay|", {"pay", ""}),
    ],
)
def test_the_longest_words_are_the_signs(pattern: str, expected: set[str]) -> None:
    assert signs(pattern) == expected


@pytest.mark.parametrize(
    "pattern",
    [
        "Age",
        "[ab]c",
        "(?:ab)",
        "^ab",
        "ab$",
        r"\d+",
        "a{2}",
        r"a\.b",
        "(ab",
        "ab)",
        "*ab",
        r"\b+ab",
        r"\b?ab",
        "(?=ab)ab",
        "a**",
    ],
)
def test_of_other_patterns_nothing_is_known(pattern: str) -> None:
    assert signs(pattern) == {""}


def test_the_signs_of_the_topics_that_ship_are_known(shipped: Shipped) -> None:
    for topic, entry in shipped().profile.forbidden.items():
        assert min(map(len, signs(entry.pattern))) > 2, topic

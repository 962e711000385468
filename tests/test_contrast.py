"""Brand colours are legible on white, or a darker one is named."""

from __future__ import annotations

import colorsys

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from jdgen.schema import Company
from jdgen.schema.contrast import MINIMUM, contrast_on_white, darker, legible_on_white

colours = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06X}")

# From the definition in WCAG 2.2, worked out by others.
KNOWN = {
    "#FFFFFF": 1.0,
    "#000000": 21.0,
    "#767676": 4.54,
    "#777777": 4.48,
    "#FF0000": 4.0,
    "#0000FF": 8.59,
    "#00FF00": 1.37,
}


@pytest.mark.parametrize(("colour", "ratio"), KNOWN.items())
def test_contrast_is_what_wcag_says(colour: str, ratio: float) -> None:
    assert contrast_on_white(colour) == pytest.approx(ratio, abs=0.005)


@given(colours)
def test_contrast_lies_between_1_and_21_and_ignores_case(colour: str) -> None:
    assert 1 <= contrast_on_white(colour) <= 21.001
    assert contrast_on_white(colour.lower()) == contrast_on_white(colour)


def test_grey_of_4_5_passes_and_the_next_lighter_does_not() -> None:
    assert legible_on_white("#767676") == "#767676"
    with pytest.raises(
        ValueError, match=r"'#777777' has a contrast of 4\.4:1 on white, text needs 4\.5:1\. Use '#7"
    ):
        legible_on_white("#777777")


@given(colours)
def test_the_colour_that_is_named_instead_is_legible(colour: str) -> None:
    assert contrast_on_white(darker(colour)) >= MINIMUM


@given(colours)
def test_a_legible_colour_stays(colour: str) -> None:
    if contrast_on_white(colour) >= MINIMUM:
        assert legible_on_white(colour) == darker(colour) == colour


@given(colours)
def test_a_ratio_below_the_limit_is_never_shown_as_reaching_it(colour: str) -> None:
    if contrast_on_white(colour) < MINIMUM:
        with pytest.raises(ValueError, match=r"has a contrast of [1-4](\.[0-9])?:1 on white") as refused:
            legible_on_white(colour)
        assert "4.5:1 on" not in str(refused.value)


def hue(colour: str) -> float:
    return colorsys.rgb_to_hls(*(int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)))[0]


@pytest.mark.parametrize("colour", ["#FFD700", "#00C0FF", "#FF8000", "#7FFF00", "#FF69B4"])
def test_the_colour_that_is_named_instead_has_the_same_hue(colour: str) -> None:
    assert hue(darker(colour)) == pytest.approx(hue(colour), abs=0.02)


def test_it_is_no_darker_than_needed() -> None:
    assert contrast_on_white(darker("#FFD700")) < 5


@pytest.mark.parametrize("field", ["primary", "accent"])
def test_the_company_file_refuses_a_pale_colour(field: str) -> None:
    with pytest.raises(ValidationError, match=r"text needs 4\.5:1"):
        Company.model_validate({"brand": {field: "#FFFF00"}})


@pytest.mark.parametrize("colour", ["red", "#FFF", "1F3A5F", "#1F3A5F00", "#GGGGGG", ""])
def test_what_is_no_colour_is_refused(colour: str) -> None:
    with pytest.raises(ValidationError):
        Company.model_validate({"brand": {"primary": colour}})


def test_the_colours_that_ship_are_legible() -> None:
    brand = Company().brand
    assert legible_on_white(brand.primary) == brand.primary
    assert legible_on_white(brand.accent) == brand.accent

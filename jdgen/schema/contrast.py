"""Contrast of a colour on white, as WCAG 2.2 defines it."""

from __future__ import annotations

import colorsys

MINIMUM = 4.5
"""For text (WCAG 2.2, success criterion 1.4.3)."""


def contrast_on_white(colour: str) -> float:
    """Returns the contrast ratio of `#RRGGBB` on white, 1 to 21."""
    red, green, blue = (_linear(int(colour[i : i + 2], 16) / 255) for i in (1, 3, 5))
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)


def legible_on_white(colour: str) -> str:
    """Returns `colour`.

    Raises:
        ValueError: its contrast on white is below 4.5; the message suggests a darker one of the same hue.
    """
    ratio = contrast_on_white(colour)
    if ratio < MINIMUM:
        message = f"'{colour}' has a contrast of {int(ratio * 10) / 10}:1 on white, text needs 4.5:1. Use '{darker(colour)}'"
        raise ValueError(message)
    return colour


def darker(colour: str) -> str:
    """Returns the lightest colour of the same hue and saturation that is legible on white."""
    hue, light, saturation = colorsys.rgb_to_hls(*(int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)))
    while contrast_on_white(colour) < MINIMUM:
        light -= 0.005
        colour = "#" + "".join(
            f"{round(part * 255):02X}" for part in colorsys.hls_to_rgb(hue, light, saturation)
        )
    return colour


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4  # noqa: PLR2004 - sRGB's own constants

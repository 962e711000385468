"""What stands in a field: a dot, a cross, a line of text, as the operators of a PDF's page."""

from __future__ import annotations

INK = "0.05 0.15 0.35"
"""A dark blue, like a pen's."""

ESCAPES = str.maketrans({char: f"\\{char}" for char in "\\()"})


def dot(width: float, height: float) -> bytes:
    """Returns the dot of a radio button that is on: a line with round ends that is next to nothing long.

    Trap: readers that draw on a canvas, such as pdf.js, leave lines without any length out.
    """
    x, y = width / 2, height / 2
    line = f"{x - 0.01:.3f} {y:.3f} m {x + 0.01:.3f} {y:.3f} l"
    return f"{INK} RG {min(width, height) * 0.64:.3f} w 1 J {line} S".encode()


def cross(width: float, height: float) -> bytes:
    """Returns the cross of a box that is ticked."""
    edge = min(width, height) * 0.18
    left, low, right, high = (f"{it:.3f}" for it in (edge, edge, width - edge, height - edge))
    return f"{INK} RG 1.4 w 1 J {left} {low} m {right} {high} l {left} {high} m {right} {low} l S".encode()


def typed(text: str, font: str, size: float, height: float) -> bytes:
    """Returns a line of text in a box of this height.

    Text that Windows-1252 cannot hold is left to the reader's own fonts: question marks would be another name.
    """
    if not text or text.encode("cp1252", "ignore").decode("cp1252") != text:
        return b"/Tx BMC EMC"
    shown = text.translate(ESCAPES).encode("cp1252")
    start = f"/Tx BMC q BT /{font} {size} Tf {INK} rg 2 {(height - size * 0.66) / 2:.2f} Td ("
    return start.encode() + shown + b") Tj ET Q EMC"

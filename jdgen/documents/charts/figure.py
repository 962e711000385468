"""What all charts share: the frame, its text alternative, and text that fits."""

from __future__ import annotations

from textwrap import wrap
from typing import TYPE_CHECKING

from markupsafe import Markup

if TYPE_CHECKING:
    from collections.abc import Iterable

WIDTH = 640
INK = "#1D2733"
SOFT = "#4D5B6A"
LINE = "#C4CCD4"

FIGURE = Markup(
    '<figure class="chart" tabindex="0"><svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="{title}" '
    'viewBox="0 0 {width} {height}" width="{width}" height="{height}" font-family="\'Source Sans 3\', sans-serif"><title>{title}</title>{parts}</svg>{note}</figure>'
)
NOTE = Markup("<figcaption>{}</figcaption>")
TEXT = Markup(
    '<text x="{x}" y="{y}" text-anchor="{anchor}" font-size="{size}" font-weight="{weight}" fill="{fill}">{text}</text>'
)
BOX = Markup('<rect x="{x}" y="{y}" width="{width}" height="{height}" fill="{fill}" stroke="{stroke}"/>')


def figure(title: str, height: float, parts: Iterable[Markup], note: str = "") -> Markup:
    """Returns a chart of `parts`; `title` says in words what it shows, `note` how to read it."""
    below = NOTE.format(note) if note else ""
    return FIGURE.format(title=title, width=WIDTH, height=height, parts=Markup("").join(parts), note=below)


def text(
    said: object,
    x: float,
    y: float,
    *,
    anchor: str = "start",
    size: float = 12,
    weight: int = 400,
    fill: str = INK,
) -> Markup:
    """Returns a line of text whose baseline is at `y`."""
    return TEXT.format(
        x=round(x, 1), y=round(y, 1), anchor=anchor, size=size, weight=weight, fill=fill, text=said
    )


def box(x: float, y: float, width: float, height: float, *, fill: str, stroke: str = "none") -> Markup:
    """Returns a filled rectangle."""
    return BOX.format(
        x=round(x, 1), y=round(y, 1), width=round(width, 1), height=round(height, 1), fill=fill, stroke=stroke
    )


def shaded(colour: str, share: float) -> str:
    """Returns `colour` (#RRGGBB) thinned with white to `share` of its strength."""
    parts = (int(colour[start : start + 2], 16) for start in (1, 3, 5))
    return "#" + "".join(f"{round(255 - (255 - part) * share):02X}" for part in parts)


def cut(name: str, longest: int) -> str:
    """Returns a name of at most `longest` letters."""
    return name if len(name) <= longest else name[: longest - 1].rstrip() + "…"


def lines(name: str, longest: int, most: int) -> list[str]:
    """Returns a name in at most `most` lines of `longest` letters."""
    broken = wrap(name, longest)
    return (
        broken if len(broken) <= most else [*broken[: most - 1], cut(" ".join(broken[most - 1 :]), longest)]
    )

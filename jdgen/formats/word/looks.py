"""How a Word file looks: its styles by the names that Word shows, so that they can be found and changed there."""

from __future__ import annotations

from typing import Any, NamedTuple

SEMI, HAIR = 6, 4
"""Weights of lines in eighths of a point."""


class Look(NamedTuple):
    """A style of paragraphs or of words; lengths in points."""

    name: str
    base: str = "Normal"
    size: float = 0
    """Multiple of the text's."""
    bold: bool = False
    italic: bool = False
    underline: bool = False
    colour: str = ""
    """`ink`, `soft`, `line`, `tint`, or the brand's `primary` or `accent`."""
    before: float | None = None
    after: float | None = None
    line: float = 0
    """Multiple of a line's height."""
    indent: float = 0
    end: float = 0
    """Indent at the right."""
    hang: float = 0
    keep: bool = False
    """Stays with the next paragraph."""
    whole: bool = False
    """Stands on one page."""
    tight: bool = False
    """No space between paragraphs of this style."""
    align: str = ""
    """`right` or `center`; else left."""
    edges: tuple[tuple[str, str, int], ...] = ()
    """Lines at its edges: which, colour, eighths of a point."""
    tint: str = ""
    tabs: tuple[tuple[str, float], ...] = ()
    """Stops: `left`, `center`, `right`, or `line`, which is drawn up to there."""
    outline: int | None = None
    """Level of a heading, from 0."""
    numbering: tuple[int, int] | None = None
    """Number and level of its list."""
    then: str = ""
    """Style of the paragraph that is typed after it."""


BULLETS, NUMBERS = 1, 2
"""Numbers of the two kinds of lists."""

STEP = 14.0
"""Points by which each level of a list is indented."""

DEEPEST = 3
"""Levels of lists."""

BLANK = 180.0
"""Points that a blank to fill in needs, its label included."""

BOX = tuple((side, "soft", SEMI) for side in ("top", "left", "bottom", "right"))


def looks(width: float, theme: str = "plain") -> tuple[Look, ...]:
    """Returns the styles of paragraphs on a page whose text is `width` points wide."""
    changes = THEMES.get(theme, {})
    plain = (*_HEADINGS, *_TEXTS, *_lists(), *_BOXES, *_running(width))
    return tuple(look._replace(**changes.get(look.name, {})) for look in plain)


THEMES: dict[str, dict[str, dict[str, Any]]] = {
    "modern": {
        "heading 2": {"edges": (("left", "accent", 24),), "indent": 9},
        "Facts": {"edges": (), "tint": "tint"},
    },
    "formal": {
        "heading 1": {"align": "center"},
        "heading 2": {"edges": (("bottom", "line", HAIR),)},
        "Employer": {"align": "center"},
        "Facts": {"edges": (("top", "primary", SEMI), ("bottom", "primary", SEMI))},
        "Logo": {"align": "center"},
    },
}
"""What each look changes, as in templates/themes; a look of the user's own is that of a page, and Word files stay plain."""


_HEADINGS = (
    Look("heading 1", size=2.4, bold=True, colour="primary", before=4, line=1, keep=True, outline=0, then="Body Text"),
    Look("heading 2", size=1.4, bold=True, colour="primary", before=11, after=2, line=1, keep=True, outline=1, then="Body Text"),
    Look("heading 3", size=1.15, bold=True, colour="primary", before=7, after=1.5, line=1, keep=True, outline=2, then="Body Text"),
    *(
        Look(f"heading {level}", colour="soft", before=9, after=1, keep=True, outline=level - 1, then="Body Text")
        for level in (4, 5, 6)
    ),
)  # fmt: skip

_TEXTS = (
    Look("Body Text", before=3, after=3),
    Look("After Table", "Body Text", before=8),
    Look("Last Line", size=0.1, line=1),
    Look("Keep", "Body Text", keep=True),
    Look("Lead", "Body Text", size=1.2, before=7, after=5),
    Look("Employer", size=1.3, colour="soft", after=2),
    Look("Statement", "Body Text", colour="soft"),
    Look("Who", "Body Text", colour="soft", before=0, keep=True),
    Look("Label", "Body Text", bold=True, before=5, after=1, keep=True),
    Look("Close", "Body Text", bold=True, before=12),
    Look("Quote", "Body Text", bold=True, before=1, after=2, keep=True),
    Look("caption", bold=True, before=8, after=3, keep=True),
    Look("Table Heading", size=0.9, bold=True, line=1.05, keep=True),
    Look("Table Text", size=0.9, line=1.05),
    Look("Tick", "Table Text", size=1.2, line=1),
    Look("Table Row Name", "Table Text", bold=True),
    Look("Rule", edges=(("bottom", "line", HAIR),), after=6),
)


def _lists() -> tuple[Look, ...]:
    kinds = (("List Bullet", BULLETS), ("List Number", NUMBERS), ("List Continue", None))
    return tuple(
        Look(
            name if level == 1 else f"{name} {level}",
            after=1.6,
            indent=STEP * level,
            hang=STEP if number else 0,
            numbering=(number, level - 1) if number else None,
        )
        for name, number in kinds
        for level in range(1, DEEPEST + 1)
    )


_BOXES = (
    Look(
        "Facts", colour="soft", before=9, after=9, line=1.15, indent=104, hang=104, tight=True,
        edges=(("top", "primary", 12),), tabs=(("left", 104),),
    ),
    Look("Note", "Body Text", indent=9, edges=(("left", "accent", 16),)),
    Look("Script", "Body Text", indent=9, edges=(("left", "accent", 16),)),
    Look("Flags", "Body Text", indent=9, before=6, after=0, keep=True, edges=(("left", "ink", 20),)),
    Look("Flags List", "List Bullet", indent=9 + STEP, hang=STEP, after=0, edges=(("left", "ink", 20),)),
    Look("Answers", indent=9, before=2, after=2, tight=True, tint="tint"),
    Look("Lines", "Body Text", colour="soft", indent=7, end=7, before=6, after=6, whole=True, edges=BOX),
    Look("Notes", "Body Text", colour="soft", indent=7, end=7, before=6, after=6, whole=True, edges=BOX),
    Look("Side Notes", "Body Text", colour="soft", edges=BOX),
)  # fmt: skip


def _running(width: float) -> tuple[Look, ...]:
    edges = (("top", "ink", SEMI), ("bottom", "ink", SEMI))
    return (
        Look("header", size=0.85, colour="soft"),
        Look("footer", size=0.85, colour="soft", tabs=(("center", width / 2), ("right", width))),
        Look("Logo", after=6, align="right"),
        Look("Blanks", colour="soft", before=12, after=2, tabs=_blanks(width)),
        Look("Confidential", bold=True, after=12, edges=edges),
    )


def _blanks(width: float) -> tuple[tuple[str, float], ...]:
    """Returns a stop at the end of each blank, and one where the next begins."""
    number = blanks_in_a_line(width)
    ends = [width * place / number for place in range(1, number)]
    return (*(stop for end in ends for stop in (("line", end - STEP), ("left", end))), ("line", width))


def blanks_in_a_line(width: float) -> int:
    """Returns how many blanks to fill in stand side by side."""
    return max(1, int(width / BLANK))


WORDS = (
    Look("Strong", bold=True),
    Look("Emphasis", italic=True),
    Look("Intense Emphasis", bold=True, italic=True),
    Look("Hyperlink", colour="accent", underline=True),
    Look("Fact Value", bold=True, colour="ink"),
)
"""Styles of words."""

BUILT_IN = frozenset(
    {
        "Body Text", "Quote", "caption", "header", "footer", "Strong", "Emphasis", "Intense Emphasis", "Hyperlink",
        *(look.name for look in (*_HEADINGS, *_lists())),
    }
)  # fmt: skip
"""Styles that Word itself knows; it shows them in its user's language."""


def style_id(name: str) -> str:
    """Returns what paragraphs call a style."""
    return "".join(part[:1].upper() + part[1:] for part in name.split())


PARAGRAPHS = frozenset(style_id(look.name) for look in (*_TEXTS, *_BOXES))
"""Styles that the class of a paragraph, or of what is around it, can name."""

TAKEN = frozenset(
    {
        "Normal",
        "DefaultParagraphFont",
        "TableNormal",
        "Ruled",
        *(style_id(look.name) for look in (*looks(0), *WORDS)),
    }
)
"""Styles that are there already, so that a class of the user's own cannot make one of that name."""

"""The styles of a Word file, by the names that Word shows: colours are the theme's, so that a click changes all of them."""

from __future__ import annotations

from typing import NamedTuple

SWATCHES = {"ink": "text1", "primary": "text2", "accent": "accent1", "soft": "accent2", "line": "accent3", "tint": "background2"}
"""Which colour of Word's theme stands for which of ours."""

SEMI, HAIR = 6, 4
"""Weights of lines in eighths of a point."""


class Look(NamedTuple):
    """A style of paragraphs or, where it has no base among them, of words; lengths in points."""

    name: str
    base: str = "Normal"
    size: float = 0
    """Multiple of the text's."""
    bold: bool = False
    italic: bool = False
    underline: bool = False
    colour: str = ""
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
    right: bool = False
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

LEADER = ' w:leader="underscore"'

BOX = tuple((side, "soft", SEMI) for side in ("top", "left", "bottom", "right"))


def looks(width: float) -> tuple[Look, ...]:
    """Returns the styles of paragraphs on a page whose text is `width` points wide."""
    return (*_HEADINGS, *_TEXTS, *_lists(), *_BOXES, *_running(width))


_HEADINGS = (
    Look("heading 1", size=2.4, bold=True, colour="primary", before=4, line=1, keep=True, outline=0, then="Body Text"),
    Look("heading 2", size=1.4, bold=True, colour="primary", before=12, after=3, line=1, keep=True, outline=1, then="Body Text"),
    Look("heading 3", size=1.15, bold=True, colour="primary", before=8, after=2, line=1, keep=True, outline=2, then="Body Text"),
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
            after=2,
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
        Look("Logo", after=6, right=True),
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
    "Body Text,Quote,Strong,Emphasis,Intense Emphasis,Hyperlink,caption,header,footer".split(",")
    + [f"heading {level}" for level in range(1, 7)]
    + [look.name for look in _lists()]
)
"""Styles that Word itself knows; it shows them in its user's language."""


REGIONS = {"en": "en-GB", "de": "de-DE", "fr": "fr-FR"}
"""Word checks spelling by country."""

def region(lang: str) -> str:
    """Returns the language as Word knows it."""
    return REGIONS.get(lang, lang)


def style_id(name: str) -> str:
    """Returns what paragraphs call a style."""
    return "".join(part[:1].upper() + part[1:] for part in name.split())


PARAGRAPHS = frozenset(style_id(look.name) for look in (*_TEXTS, *_BOXES))
"""Styles that the class of a paragraph, or of what is around it, can name."""


class Design(NamedTuple):
    """What a document's styles are made for."""

    width: float
    """Of the text, in points."""
    size: float
    """Of the text's type, in points."""
    colours: dict[str, str]
    """Six hex digits, by the names in `SWATCHES`."""
    lang: str
    """Language of the text (BCP 47)."""
    padding: float = 2.5
    """Points above and below the text of a table's cell."""


def styles_xml(design: Design) -> str:
    """Returns the part of the file that holds all styles."""
    paragraphs = "".join(_style(look, "paragraph", design) for look in looks(design.width))
    words = "".join(_style(look, "character", design) for look in WORDS)
    colours = design.colours
    return (
        f"<w:styles {NAMESPACES}>"
        f"<w:docDefaults><w:rPrDefault><w:rPr>{FONTS}{_colour('ink', colours)}{_size(1, design)}"
        f'<w:lang w:val="{region(design.lang)}"/></w:rPr></w:rPrDefault>'
        f'<w:pPrDefault><w:pPr><w:spacing w:line="{_lines(1.08)}" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>'
        '<w:latentStyles w:defLockedState="0" w:defUIPriority="99" w:defSemiHidden="1" w:defUnhideWhenUsed="1" w:defQFormat="0" w:count="376"/>'
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
        f"{paragraphs}{words}{_table_styles(design)}</w:styles>"
    )


NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
FONTS = '<w:rFonts w:asciiTheme="minorHAnsi" w:eastAsiaTheme="minorEastAsia" w:hAnsiTheme="minorHAnsi" w:cstheme="minorBidi"/>'


def _style(look: Look, kind: str, design: Design) -> str:
    own = "" if look.name in BUILT_IN else ' w:customStyle="1"'
    base = look.base if kind == "paragraph" else "Default Paragraph Font"
    then = f'<w:next w:val="{style_id(look.then)}"/>' if look.then else ""
    paragraph = f"<w:pPr>{_paragraph(look, design.colours)}</w:pPr>" if kind == "paragraph" else ""
    return (
        f'<w:style w:type="{kind}"{own} w:styleId="{style_id(look.name)}"><w:name w:val="{look.name}"/>'
        f'<w:basedOn w:val="{style_id(base)}"/>{then}<w:uiPriority w:val="9"/><w:qFormat/>'
        f"{paragraph}<w:rPr>{_words(look, design)}</w:rPr></w:style>"
    )


def _paragraph(look: Look, colours: dict[str, str]) -> str:
    """Returns the properties of a paragraph, in the order that the format asks for."""
    spacing = "".join(
        f' w:{name}="{value}"'
        for name, value in (
            ("before", None if look.before is None else _twips(look.before)),
            ("after", None if look.after is None else _twips(look.after)),
            ("line", _lines(look.line) if look.line else None),
        )
        if value is not None
    )
    number = look.numbering and (
        f'<w:numPr><w:ilvl w:val="{look.numbering[1]}"/><w:numId w:val="{look.numbering[0]}"/></w:numPr>'
    )
    tabs = "".join(
        f'<w:tab w:val="{"right" if kind == "line" else kind}"{LEADER if kind == "line" else ""} w:pos="{_twips(at)}"/>'
        for kind, at in look.tabs
    )
    return "".join(
        (
            "<w:keepNext/>" if look.keep else "",
            "<w:keepLines/>" if look.keep or look.whole else "",
            number or "",
            _edges(look, colours),
            f'<w:shd w:val="clear" w:color="auto" {_filled(look.tint, colours)}/>' if look.tint else "",
            f"<w:tabs>{tabs}</w:tabs>" if tabs else "",
            f"<w:spacing{spacing}/>" if spacing else "",
            _indents(look),
            "<w:contextualSpacing/>" if look.tight else "",
            '<w:jc w:val="right"/>' if look.right else "",
            "" if look.outline is None else f'<w:outlineLvl w:val="{look.outline}"/>',
        )
    )


def _indents(look: Look) -> str:
    if not (look.indent or look.end):
        return ""
    return f'<w:ind w:left="{_twips(look.indent)}" w:right="{_twips(look.end)}" w:hanging="{_twips(look.hang)}"/>'


def _words(look: Look, design: Design) -> str:
    return "".join(
        (
            "<w:b/><w:bCs/>" if look.bold else "",
            "<w:i/><w:iCs/>" if look.italic else "",
            _colour(look.colour, design.colours) if look.colour else "",
            _size(look.size, design) if look.size else "",
            '<w:u w:val="single"/>' if look.underline else "",
        )
    )


def _edges(look: Look, colours: dict[str, str]) -> str:
    lines = {side: (colour, width) for side, colour, width in look.edges}
    found = "".join(
        f'<w:{side} w:val="single" w:sz="{lines[side][1]}" w:space="{6 if side in {"left", "right"} else 4}" '
        f'w:color="{colours[lines[side][0]]}" w:themeColor="{SWATCHES[lines[side][0]]}"/>'
        for side in ("top", "left", "bottom", "right", "between")
        if side in lines
    )
    return f"<w:pBdr>{found}</w:pBdr>" if found else ""


def _table_styles(design: Design) -> str:
    colours, padding = design.colours, _twips(design.padding)
    hair = f'w:val="single" w:sz="{HAIR}" w:space="0" w:color="{colours["line"]}" w:themeColor="{SWATCHES["line"]}"'
    ink = f'w:val="single" w:sz="{SEMI}" w:space="0" w:color="{colours["ink"]}" w:themeColor="{SWATCHES["ink"]}"'
    return (
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/>'
        "<w:semiHidden/><w:unhideWhenUsed/><w:tblPr>"
        '<w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="0" w:type="dxa"/>'
        '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
        '<w:style w:type="table" w:customStyle="1" w:styleId="Ruled"><w:name w:val="Ruled"/><w:basedOn w:val="TableNormal"/>'
        f"<w:uiPriority w:val=\"9\"/><w:qFormat/><w:tblPr><w:tblBorders><w:bottom {hair}/><w:insideH {hair}/></w:tblBorders>"
        f'<w:tblCellMar><w:top w:w="{padding}" w:type="dxa"/><w:left w:w="0" w:type="dxa"/><w:bottom w:w="{padding}" w:type="dxa"/>'
        '<w:right w:w="140" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        f'<w:tblStylePr w:type="firstRow"><w:tblPr/><w:tcPr><w:tcBorders><w:bottom {ink}/></w:tcBorders><w:vAlign w:val="bottom"/></w:tcPr></w:tblStylePr></w:style>'
    )


def _colour(name: str, colours: dict[str, str]) -> str:
    return f'<w:color w:val="{colours[name]}" w:themeColor="{SWATCHES[name]}"/>'


def _filled(name: str, colours: dict[str, str]) -> str:
    return f'w:fill="{colours[name]}" w:themeFill="{SWATCHES[name]}"'


def _size(multiple: float, design: Design) -> str:
    half_points = round(multiple * design.size * 2)
    return f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'


def _twips(points: float) -> int:
    return round(points * 20)


def _lines(multiple: float) -> int:
    return round(multiple * 240)

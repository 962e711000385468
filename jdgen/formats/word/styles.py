"""The looks as a part of the file: colours are the theme's, so that one choice under Design changes all of them."""

from __future__ import annotations

from typing import NamedTuple

from jdgen.formats.word.looks import BUILT_IN, HAIR, SEMI, WORDS, Look, looks, style_id

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
FONTS = '<w:rFonts w:asciiTheme="minorHAnsi" w:eastAsiaTheme="minorEastAsia" w:hAnsiTheme="minorHAnsi" w:cstheme="minorBidi"/>'
HEADING_FONTS = FONTS.replace("minor", "major")
LEADER = ' w:leader="underscore"'
HEADED = range(3)
"""Levels of headings whose font is that of headings."""
LEADING = 1.04
"""Multiple of a line's height."""

SWATCHES = {
    "ink": "text1", "primary": "text2", "accent": "accent1", "soft": "accent2", "line": "accent3", "tint": "background2",
}  # fmt: skip
"""Which colour of Word's theme stands for which of ours."""

REGIONS = {"en": "en-GB", "de": "de-DE", "fr": "fr-FR"}
"""Word checks spelling by country."""


def region(lang: str) -> str:
    """Returns the language as Word knows it."""
    return REGIONS.get(lang, lang)


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
    padding: float
    """Points above and below the text of a table's cell."""
    theme: str
    """The look."""


def styles_xml(design: Design) -> str:
    """Returns the part of the file that holds all styles."""
    paragraphs = "".join(_style(look, "paragraph", design) for look in looks(design.width, design.theme))
    words = "".join(_style(look, "character", design) for look in WORDS)
    colours = design.colours
    return (
        f"<w:styles {NAMESPACES}>"
        f"<w:docDefaults><w:rPrDefault><w:rPr>{FONTS}{_colour('ink', colours)}{_size(1, design)}"
        f'<w:lang w:val="{region(design.lang)}"/></w:rPr></w:rPrDefault>'
        f'<w:pPrDefault><w:pPr><w:spacing w:line="{_lines(LEADING)}" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>'
        '<w:latentStyles w:defLockedState="0" w:defUIPriority="99" w:defSemiHidden="1" w:defUnhideWhenUsed="1" w:defQFormat="0" w:count="376"/>'
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
        f"{paragraphs}{words}{_table_styles(design)}</w:styles>"
    )


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
    return "".join(
        (
            "<w:keepNext/>" if look.keep else "",
            "<w:keepLines/>" if look.keep or look.whole else "",
            _number(look),
            _edges(look, colours),
            f'<w:shd w:val="clear" w:color="auto" {_filled(look.tint, colours)}/>' if look.tint else "",
            _stops(look),
            _spacing(look),
            _indents(look),
            "<w:contextualSpacing/>" if look.tight else "",
            f'<w:jc w:val="{look.align}"/>' if look.align else "",
            "" if look.outline is None else f'<w:outlineLvl w:val="{look.outline}"/>',
        )
    )


def _number(look: Look) -> str:
    if look.numbering is None:
        return ""
    which, level = look.numbering
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{which}"/></w:numPr>'


def _stops(look: Look) -> str:
    stops = "".join(
        f'<w:tab w:val="{"right" if kind == "line" else kind}"{LEADER if kind == "line" else ""} w:pos="{_twips(at)}"/>'
        for kind, at in look.tabs
    )
    return f"<w:tabs>{stops}</w:tabs>" if stops else ""


def _spacing(look: Look) -> str:
    said = "".join(
        (
            "" if look.before is None else f' w:before="{_twips(look.before)}"',
            "" if look.after is None else f' w:after="{_twips(look.after)}"',
            f' w:line="{_lines(look.line)}" w:lineRule="auto"' if look.line else "",
        )
    )
    return f"<w:spacing{said}/>" if said else ""


def _indents(look: Look) -> str:
    if not (look.indent or look.end):
        return ""
    return f'<w:ind w:left="{_twips(look.indent)}" w:right="{_twips(look.end)}" w:hanging="{_twips(look.hang)}"/>'


def _words(look: Look, design: Design) -> str:
    return "".join(
        (
            HEADING_FONTS if look.outline in HEADED else "",
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
        f'<w:uiPriority w:val="9"/><w:qFormat/><w:tblPr><w:tblBorders><w:bottom {hair}/><w:insideH {hair}/></w:tblBorders>'
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

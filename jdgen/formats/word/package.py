"""The file itself: a package of parts, filled by python-docx, with the same bytes each time."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from jdgen.documents.kinds import Kind
from jdgen.formats.word.frame import ONE_PAGE, text_width
from jdgen.formats.word.looks import STEP
from jdgen.formats.word.styles import NAMESPACES, Design, region, styles_xml

if TYPE_CHECKING:
    from docx.document import Document as Word

    from jdgen.documents.document import Document

FONT = "Calibri"
"""Word has it everywhere; where it is missing, Carlito has the same widths."""

HEADING_FONTS = {"formal": "Cambria"}
"""Fonts of headings, by look; where it is missing, Caladea has the same widths."""

INK, SOFT, LINE, TINT = "1D2733", "4D5B6A", "C4CCD4", "F3F5F7"
"""As in page.css.j2."""

SIZE = 10.0
"""Points; Calibri looks as large as the PDF's 9.6."""

SMALLER = {
    Kind.KIT: 9.5, Kind.REFERENCES: 9.5, Kind.ASSESSOR: 9.5, Kind.BRIEF: 9.5, Kind.CHECKLIST: 9.0, Kind.RULES: 8.5,
}  # fmt: skip
"""What should stand on few pages, because it is filled in or turned over in the room."""

PADDING, NARROW = 2.5, 1.2
"""Points above and below the text of a table's cell."""

EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The first moment that a ZIP file knows."""

XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
SCHEMAS = "http://schemas.openxmlformats.org"
TYPES = "application/vnd.openxmlformats-officedocument"


def blank(document: Document) -> Word:
    """Returns a file without text, in the document's language and the brand's colours."""
    import docx  # noqa: PLC0415 - 0.1 seconds, for Word only

    data = BytesIO()
    with ZipFile(data, "w") as file:
        for name, text in _parts(document).items():
            file.writestr(name, XML + text)
    data.seek(0)
    return docx.Document(data)


def saved(word: Word) -> bytes:
    """Returns the bytes of the file, without the time of day that a ZIP file keeps."""
    dated, data = BytesIO(), BytesIO()
    word.save(dated)
    with ZipFile(dated) as old, ZipFile(data, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            entry = ZipInfo(name, EARLIEST)
            entry.compress_type, entry.create_system = ZIP_DEFLATED, 0
            new.writestr(entry, old.read(name))
    return data.getvalue()


def _parts(document: Document) -> dict[str, str]:
    brand = document.role.brand
    colours = {
        "ink": INK, "soft": SOFT, "line": LINE, "tint": TINT,
        "primary": brand.primary.lstrip("#").upper(), "accent": brand.accent.lstrip("#").upper(),
    }  # fmt: skip
    design = Design(
        text_width(document),
        SMALLER.get(document.kind, SIZE),
        colours,
        document.lang,
        NARROW if document.kind in ONE_PAGE else PADDING,
        brand.theme,
    )
    return {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relationships({"officeDocument": "word/document.xml"}),
        "word/_rels/document.xml.rels": _relationships({it: f"{it}.xml" for it in PARTS}),
        "word/document.xml": f"<w:document {NAMESPACES}><w:body><w:sectPr/></w:body></w:document>",
        "word/styles.xml": styles_xml(design),
        "word/numbering.xml": _numbering(colours["accent"]),
        "word/settings.xml": SETTINGS % region(document.lang),
        "word/fontTable.xml": FONT_TABLE,
        "word/theme.xml": _theme(colours, HEADING_FONTS.get(brand.theme, FONT)),
    }


PARTS = ("styles", "numbering", "settings", "fontTable", "theme")


def _content_types() -> str:
    own = {name: f"wordprocessingml.{name}" for name in PARTS} | {
        "document": "wordprocessingml.document.main",
        "theme": "theme",
    }
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{TYPES}.{kind}+xml"/>'
        for name, kind in own.items()
    )
    return (
        f'<Types xmlns="{SCHEMAS}/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def _relationships(targets: dict[str, str]) -> str:
    lines = "".join(
        f'<Relationship Id="rId{number}" Type="{SCHEMAS}/officeDocument/2006/relationships/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets.items(), 1)
    )
    return f'<Relationships xmlns="{SCHEMAS}/package/2006/relationships">{lines}</Relationships>'


def _numbering(accent: str) -> str:
    """Returns the two kinds of lists, of three levels each, and one list of each kind."""
    kinds = (("bullet", ("•", "–", "•")), ("decimal", ("%1.", "%2.", "%3.")))
    names = {"bullet": "ListBullet", "decimal": "ListNumber"}
    lists = "".join(
        f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="multilevel"/>'
        + "".join(
            f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>'
            f'<w:pStyle w:val="{names[kind]}{level + 1 if level else ""}"/><w:lvlText w:val="{mark}"/><w:lvlJc w:val="left"/>'
            f'<w:pPr><w:ind w:left="{round(STEP * 20 * (level + 1))}" w:hanging="{round(STEP * 20)}"/></w:pPr>'
            f'<w:rPr><w:color w:val="{accent}" w:themeColor="accent1"/></w:rPr></w:lvl>'
            for level, mark in enumerate(marks)
        )
        + "</w:abstractNum>"
        for number, (kind, marks) in enumerate(kinds, 1)
    )
    used = "".join(f'<w:num w:numId="{it}"><w:abstractNumId w:val="{it}"/></w:num>' for it in (1, 2))
    return f"<w:numbering {NAMESPACES}>{lists}{used}</w:numbering>"


SETTINGS = (
    f'<w:settings {NAMESPACES}><w:zoom w:percent="100"/><w:defaultTabStop w:val="567"/>'
    '<w:characterSpacingControl w:val="doNotCompress"/><w:compat>'
    '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
    "</w:compat>"
    '<w:themeFontLang w:val="%s"/>'
    '<w:clrSchemeMapping w:bg1="light1" w:t1="dark1" w:bg2="light2" w:t2="dark2" w:accent1="accent1" w:accent2="accent2" '
    'w:accent3="accent3" w:accent4="accent4" w:accent5="accent5" w:accent6="accent6" w:hyperlink="hyperlink" '
    'w:followedHyperlink="followedHyperlink"/><w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>'
)

FONT_TABLE = (
    f'<w:fonts {NAMESPACES}><w:font w:name="{FONT}"><w:altName w:val="Carlito"/><w:panose1 w:val="020F0502020204030204"/>'
    '<w:charset w:val="00"/><w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font>'
    '<w:font w:name="Cambria"><w:altName w:val="Caladea"/><w:panose1 w:val="02040503050406030204"/>'
    '<w:charset w:val="00"/><w:family w:val="roman"/><w:pitch w:val="variable"/></w:font></w:fonts>'
)


def _theme(colours: dict[str, str], headings: str) -> str:
    """Returns the colours and fonts that Word offers under Design; the drawing styles are the least that it asks for."""
    order = {
        "dk1": "ink", "lt1": "", "dk2": "primary", "lt2": "tint", "accent1": "accent", "accent2": "soft", "accent3": "line",
        "accent4": "primary", "accent5": "soft", "accent6": "line", "hlink": "accent", "folHlink": "accent",
    }  # fmt: skip
    swatches = "".join(
        f'<a:{name}><a:srgbClr val="{colours.get(colour, "FFFFFF")}"/></a:{name}>'
        for name, colour in order.items()
    )
    fonts = "".join(
        f'<a:{kind}Font><a:latin typeface="{font}"/><a:ea typeface=""/><a:cs typeface=""/></a:{kind}Font>'
        for kind, font in (("major", headings), ("minor", FONT))
    )
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    line = f'<a:ln w="6350">{fill}</a:ln>'
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    return (
        f'<a:theme xmlns:a="{SCHEMAS}/drawingml/2006/main" name="jdgen"><a:themeElements>'
        f'<a:clrScheme name="jdgen">{swatches}</a:clrScheme><a:fontScheme name="jdgen">{fonts}</a:fontScheme>'
        f'<a:fmtScheme name="jdgen"><a:fillStyleLst>{fill * 3}</a:fillStyleLst><a:lnStyleLst>{line * 3}</a:lnStyleLst>'
        f"<a:effectStyleLst>{effect * 3}</a:effectStyleLst><a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst></a:fmtScheme>"
        "</a:themeElements></a:theme>"
    )

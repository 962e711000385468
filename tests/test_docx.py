"""Word files: the same words as the Markdown, in styles that can be changed, with nothing that Word would repair."""

from __future__ import annotations

import os
import re
import shutil
import struct
import subprocess
import sys
import zlib
from base64 import b64encode
from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape
from zipfile import ZipFile

import docx
import pytest
from conftest import COMPANY
from documents import documents, headings, of_kind, posting, words
from docx.enum.section import WD_ORIENTATION
from docx.oxml.parser import parse_xml
from docx.table import Table
from docx.text.paragraph import Paragraph
from hypothesis import given
from hypothesis import strategies as st

from jdgen.documents import Kind
from jdgen.errors import JdgenError
from jdgen.formats.blocks import FOREIGN
from jdgen.formats.word import to_docx
from jdgen.formats.word.columns import column_widths
from jdgen.formats.word.runs import run as run_xml
from jdgen.formats.word.styles import NAMESPACES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from conftest import Make, Run

    from jdgen.documents.document import Document

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
ORDERS = {
    "pPr": (
        "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs "
        "suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd "
        "snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment "
        "textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange"
    ),
    "rPr": (
        "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid "
        "vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em "
        "lang eastAsianLayout specVanish oMath"
    ),
    "tblPr": (
        "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd "
        "tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription"
    ),
    "style": (
        "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked personal "
        "rsid pPr rPr tblPr trPr tcPr tblStylePr"
    ),
    "pBdr": "top left bottom right between bar",
    "tblBorders": "top left start bottom right end insideH insideV",
    "tblCellMar": "top left start bottom right end",
}  # fmt: skip
"""In ISO/IEC 29500-1 the children of these are sequences: Word repairs a file that has them in another order."""

ALL = range(len(documents()))
NAMES = [f"{it.role.id}-{it.role.stage}-{it.name}" for it in documents()]


@cache
def data(number: int) -> bytes:
    return to_docx(documents()[number])


@cache
def opened(number: int) -> Any:
    return docx.Document(BytesIO(data(number)))


def opened_anew(document: Document) -> Any:
    return docx.Document(BytesIO(to_docx(document)))


def part(data: bytes, name: str) -> str:
    return ZipFile(BytesIO(data)).read(name).decode()


def texts(word: Any) -> Iterator[str]:
    for block in word.iter_inner_content():
        if isinstance(block, Table):
            yield from (cell.text for row in block.rows for cell in row.cells)
        else:
            yield block.text


def said(word: Any) -> list[str]:
    return "\n".join(texts(word)).split()


def outline(word: Any) -> list[tuple[int, str]]:
    found = [it for it in word.paragraphs if it.style.name.startswith("Heading")]
    return [(int(it.style.name[-1]), it.text) for it in found]


def paragraphs(word: Any) -> list[Paragraph]:
    inside = [
        line for table in word.tables for row in table.rows for cell in row.cells for line in cell.paragraphs
    ]
    return [*word.paragraphs, *inside]


every = pytest.mark.parametrize("number", ALL, ids=NAMES)


@every
def test_a_file_says_what_the_markdown_says_word_by_word(number: int) -> None:
    assert said(opened(number)) == words(documents()[number])


@every
def test_headings_are_headings_of_the_same_level(number: int) -> None:
    assert outline(opened(number)) == headings(documents()[number])


@every
def test_looks_come_from_named_styles_only(number: int) -> None:
    allowed = {"pStyle", "numPr", "keepNext", "pageBreakBefore", "framePr"}
    root = opened(number).element
    assert {it.tag.removeprefix(W) for props in root.iter(f"{W}pPr") for it in props} <= allowed
    assert {it.tag.removeprefix(W) for props in root.iter(f"{W}rPr") for it in props} <= {"rStyle"}
    assert all(it.find(f"{W}pPr/{W}pStyle") is not None for it in root.iter(f"{W}p"))


@every
def test_every_style_that_is_used_exists(number: int) -> None:
    word = opened(number)
    known = {it.style_id for it in word.styles}
    parts = [word.element, *(it.part.element for it in running(word))]
    used = {
        it.get(f"{W}val")
        for root in parts
        for name in ("pStyle", "rStyle", "tblStyle")
        for it in root.iter(f"{W}{name}")
    }
    based = {
        it.get(f"{W}val") for name in ("basedOn", "next") for it in word.styles.element.iter(f"{W}{name}")
    }
    listed = {it.get(f"{W}val") for it in word.part.numbering_part.element.iter(f"{W}pStyle")}
    assert used | based | listed <= known
    assert len(known) == len(list(word.styles))


def running(word: Any) -> list[Any]:
    section = word.sections[0]
    return [section.first_page_header, section.header, section.first_page_footer, section.footer]


@every
def test_properties_stand_in_the_order_that_the_format_asks_for(number: int) -> None:
    word = opened(number)
    for root in (word.element, word.styles.element, *(it.part.element for it in running(word))):
        for name, order in ORDERS.items():
            for properties in root.iter(f"{W}{name}"):
                places = [order.split().index(it.tag.removeprefix(W)) for it in properties]
                assert places == sorted(places)


@every
def test_lists_are_lists_and_each_numbered_one_begins_with_one(number: int) -> None:
    document, word = documents()[number], opened(number)
    body = re.sub(r'<div class="(?:facts|blanks|flags)".*?</div>', "", document.body, flags=re.DOTALL)
    body = re.sub(r"(?:^- .*\n)+\n\{: \.answers \}", "", body, flags=re.MULTILINE)
    bullets = [it for it in word.paragraphs if it.style.name == "List Bullet"]
    assert len(bullets) == len(re.findall(r"^- ", body, re.MULTILINE))
    numbered = [it for it in word.paragraphs if it.style.name == "List Number"]
    assert len(numbered) == len(re.findall(r"^\d+\. ", body, re.MULTILINE))
    lists = {it._p.pPr.numPr.numId.val for it in numbered}  # noqa: SLF001
    assert len(lists) == len(re.findall(r"^1\. ", body, re.MULTILINE))
    for it in lists:
        begun = word.part.numbering_part.element.num_having_numId(it)
        assert begun.find(f"{W}lvlOverride/{W}startOverride").get(f"{W}val") == "1"


@every
def test_tables_repeat_their_heads_and_keep_rows_whole(number: int) -> None:
    document, word = documents()[number], opened(number)
    assert len(word.tables) == len(re.findall(r"^\| ?---", document.body, re.MULTILINE))
    width = word.sections[0].page_width - word.sections[0].left_margin - word.sections[0].right_margin
    for table in word.tables:
        first, *others = table._tbl.tr_lst  # noqa: SLF001
        assert first.find(f"{W}trPr/{W}tblHeader") is not None
        assert all(it.find(f"{W}trPr/{W}tblHeader") is None for it in others)
        assert all(it.find(f"{W}trPr/{W}cantSplit") is not None for it in (first, *others))
        grid = [int(it.get(f"{W}w")) for it in table._tbl.tblGrid]  # noqa: SLF001
        assert abs(sum(grid) * 635 - width) < 635 * len(grid)
        assert all(len(row.cells) == len(grid) for row in table.rows)
        assert min(grid) >= 5 * 20 * 4


def test_a_caption_stands_with_its_table_and_is_its_title() -> None:
    word = opened(0)
    caption = next(it for it in word.paragraphs if it.text == "Who owns what")
    assert caption.style.name == "Caption"
    assert caption.style.paragraph_format.keep_with_next
    table = caption._p.getnext()  # noqa: SLF001
    assert table.find(f"{W}tblPr/{W}tblCaption").get(f"{W}val") == "Who owns what"


def test_links_lead_where_the_text_says() -> None:
    links = [link for it in opened(0).paragraphs for link in it.hyperlinks]
    assert {(link.text, link.address) for link in links} == {
        ("https://northwind.example", "https://northwind.example"),
        ("https://northwind.example/jobs/cpo", "https://northwind.example/jobs/cpo"),
        ("people@northwind.example", "mailto:people@northwind.example"),
    }
    assert all(one.style.name == "Hyperlink" for link in links for one in link.runs)


def test_facts_are_labels_and_values_with_a_tab_between() -> None:
    facts = [it for it in opened(0).paragraphs if it.style.name == "Facts"]
    assert [it.text for it in facts][1] == "Pay:\tUSD 235,000 to 275,000 a year"
    assert [it.runs[-1].style.name for it in facts] == ["Fact Value"] * 9


def test_a_file_says_what_it_is() -> None:
    for number, document in enumerate(documents()):
        about = opened(number).core_properties
        assert (about.title, about.author, about.language) == (document.title, "Northwind Scheduling", "en")
        assert document.description.startswith(about.subject)
        assert about.created == about.modified
        assert about.created.date() == document.role.reviewed
        assert (about.comments, about.keywords, about.category) == ("", "", "")
        spoken = opened(number).styles.element.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang")
        assert spoken.get(f"{W}val") == "en-GB"


def test_each_page_has_its_running_lines() -> None:
    for number, document in enumerate(documents()):
        word = opened(number)
        first, later, *feet = running(word)
        internal = document.audience == "internal"
        assert [it.text.startswith("Confidential:") for it in first.paragraphs] == [internal]
        assert later.paragraphs[0].text == outline(word)[0][1]
        for foot in feet:
            (line,) = foot.paragraphs
            notice = "CONFIDENTIAL" if internal else ""
            assert line.text == f"Fingerprint {document.role.fingerprint}\t{notice}\tPage  of "
            fields = [it.get(f"{W}instr").strip() for it in line._p.iter(f"{W}fldSimple")]  # noqa: SLF001
            assert fields == ["PAGE", "NUMPAGES"]


def test_paper_is_a4_or_letter_and_the_checklist_lies() -> None:
    for document, expected in (
        (posting(), (210, 297)),
        (posting(paper="letter"), (216, 279)),
        (of_kind(Kind.CHECKLIST, "letter"), (279, 216)),
    ):
        section = opened_anew(document).sections[0]
        assert (round(section.page_width.mm), round(section.page_height.mm)) == expected
        lies = section.orientation == WD_ORIENTATION.LANDSCAPE
        assert lies == (document.kind is Kind.CHECKLIST)


def test_a_new_page_begins_for_each_competency_of_a_kit_and_nowhere_in_a_posting() -> None:
    numbers = {it.name: number for number, it in enumerate(documents()) if it.role.stage == "scaleup"}
    fresh = [it.text for it in opened(numbers["kit-chief"]).paragraphs if breaks(it)]
    assert fresh[:2] == ["Product strategy and roadmap", "Budget and commercial judgement"]
    assert not any(map(breaks, opened(0).paragraphs))


def breaks(line: Paragraph) -> bool:
    return line.paragraph_format.page_break_before is True


def test_a_box_for_notes_stands_under_the_heading_of_each_question() -> None:
    number = next(number for number, it in enumerate(documents()) if it.name == "kit-chief")
    lines = opened(number).paragraphs
    boxes = [at for at, it in enumerate(lines) if it.style.name == "Side Notes"]
    assert len(boxes) == 6
    assert all(lines[at]._p.find(f"{W}pPr/{W}framePr") is not None for at in boxes)  # noqa: SLF001
    assert all("minutes" in lines[at - 1].text and lines[at + 1].style.name == "Quote" for at in boxes)


def test_the_brand_is_in_styles_and_theme() -> None:
    file = to_docx(posting(company=f'{COMPANY}brand: {{primary: "#7A1F3D", accent: "#0B5A99"}}\n'))
    word = docx.Document(BytesIO(file))
    assert str(word.styles["Heading 1"].font.color.rgb) == "7A1F3D"
    assert str(word.styles["Hyperlink"].font.color.rgb) == "0B5A99"
    theme = part(file, "word/theme.xml")
    assert '<a:dk2><a:srgbClr val="7A1F3D"/></a:dk2>' in theme
    assert '<a:accent1><a:srgbClr val="0B5A99"/></a:accent1>' in theme


def png(width: int, height: int) -> bytes:
    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    pixels = zlib.compress(b"".join(b"\0" + b"\x40" * width for _ in range(height)))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")


def logo(kind: str, body: bytes) -> str:
    return f"data:image/{kind};base64,{b64encode(body).decode()}"


def test_a_logo_fits_into_the_head_of_the_first_page_and_is_described() -> None:
    word = opened_anew(posting(logo=logo("png", png(1200, 200))))
    first, later, *_ = running(word)
    (shape,) = first.part.element.iter(
        "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}inline"
    )
    assert shape.docPr.get("descr") == "Northwind Scheduling"
    assert (shape.extent.cx, shape.extent.cy) == (128 * 12700, round(128 * 12700 / 6))
    assert not list(later.part.element.iter(f"{W}drawing"))


def test_a_small_logo_stays_small() -> None:
    (shape,) = running(opened_anew(posting(logo=logo("png", png(36, 18)))))[0].part.element.iter(
        "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}inline"
    )
    assert (shape.extent.cx, shape.extent.cy) == (36 * 12700, 18 * 12700)  # 72 dots to the inch


def test_a_logo_that_word_does_not_take_is_told_and_stands_in_words(
    caplog: pytest.LogCaptureFixture,
) -> None:
    word = opened_anew(posting(logo=logo("svg+xml", b"<svg xmlns='http://www.w3.org/2000/svg'/>")))
    assert [it.text for it in running(word)[0].paragraphs] == ["Northwind Scheduling"]
    assert "Word takes PNG and JPEG" in caplog.text


@pytest.mark.parametrize("body", [b"\x89PNG", png(10, 10)[:20], b"nothing"])
def test_a_damaged_logo_is_refused(body: bytes) -> None:
    with pytest.raises(JdgenError, match="the picture “Northwind Scheduling” is damaged"):
        to_docx(posting(logo=logo("png", body)))


def test_a_class_of_a_users_template_becomes_a_style_to_change_in_word(workspace: Make, run: Run) -> None:
    body = "# Title\n\nA promise.\n{: .our-promise }\n\n1. one\n    - two\n        1. three\n\n2. four\n"
    folder = workspace({"templates/posting.md.j2": body})
    assert run("cpo", "-s", "scaleup", "-w", folder, "--docx").code == 0
    word: Any = docx.Document(str(folder / "output/cpo-scaleup/public/cpo-scaleup-posting.docx"))
    assert [(it.style.name, it.text) for it in word.paragraphs][1:] == [
        ("Our Promise", "A promise."),
        ("List Number", "one"),
        ("List Bullet 2", "two"),
        ("List Number 3", "three"),
        ("List Number", "four"),
    ]
    one, four = (word.paragraphs[at]._p.pPr.numPr.numId.val for at in (2, 5))  # noqa: SLF001
    assert one == four
    assert word.styles["Our Promise"].base_style.name == "Body Text"


@pytest.mark.parametrize(
    "name", ["strong", "header", "normal", "ruled", "heading-1", "blanks", "&quot;&lt;x"]
)
def test_a_class_that_is_the_name_of_another_style_does_no_harm(name: str, workspace: Make, run: Run) -> None:
    folder = workspace({"templates/posting.md.j2": f'# Title\n\n<p class="{name}">one</p>\n'})
    assert run("cpo", "-s", "scaleup", "-w", folder, "--docx").code == 0
    word: Any = docx.Document(str(folder / "output/cpo-scaleup/public/cpo-scaleup-posting.docx"))
    assert [it.text for it in word.paragraphs] == ["Title", "one"]
    assert word.paragraphs[1].style.name == ("X" if "x" in name else "Body Text")


def test_an_address_is_one_that_word_opens(workspace: Make, run: Run) -> None:
    body = """# Title\n\n<p><a href='https://ü.example/a b["c"]|d%zz%20e'>x</a></p>\n"""
    folder = workspace({"templates/posting.md.j2": body})
    assert run("cpo", "-s", "scaleup", "-w", folder, "--docx").code == 0
    word: Any = docx.Document(str(folder / "output/cpo-scaleup/public/cpo-scaleup-posting.docx"))
    (link,) = word.paragraphs[1].hyperlinks
    assert link.address == "https://ü.example/a%20b%5B%22c%22%5D%7Cd%25zz%20e"


HTML = """# Title

<p hidden>kept<!-- <p>lost</p> --></p>
<table><tr><td>a</td><td>b<br>c</td></tr><tr><td><p>d</p><p>e</p></td></tr></table>
<table></table>
<ol start="4"><li>four</li></ol>
<a href="javascript:alert(1)">no link</a> <a href="#x">none</a> <a href="tel:+1">a link</a>
<script>alert(1)</script><style>p {}</style>
<hr>
<p lang="de">Guten <em>Tag</em> <strong>und <i>mehr</i></strong></p>
"""


def test_html_of_a_users_template_is_understood(workspace: Make, run: Run) -> None:
    folder = workspace({"templates/posting.md.j2": HTML})
    assert run("cpo", "-s", "scaleup", "-w", folder, "--docx").code == 0
    word: Any = docx.Document(str(folder / "output/cpo-scaleup/public/cpo-scaleup-posting.docx"))
    assert " ".join(said(word)) == "Title kept a b c d e four no link none a link Guten Tag und mehr"
    (link,) = (link for it in word.paragraphs for link in it.hyperlinks)
    assert (link.text, link.address) == ("a link", "tel:+1")
    assert len(word.tables) == 1
    german = word.paragraphs[-1]
    assert {it._r.rPr.find(f"{W}lang").get(f"{W}val") for it in german.runs} == {"de-DE"}  # noqa: SLF001
    styles = [it.style.name for it in german.runs if it.text.strip()]
    assert styles == ["Default Paragraph Font", "Emphasis", "Strong", "Intense Emphasis"]
    (begun,) = word.part.numbering_part.element.iter(f"{W}startOverride")
    assert begun.get(f"{W}val") == "4"


HOSTILE = (
    "]]></w:t><w:t>",
    "&amp; &#0; <b>",
    "=cmd|'/c calc'!A1",
    "عربي",
    "👩‍💻🇩🇪",
    "\ufdd0\ufffe",
    "x" * 400,
    "{PAGE} MERGEFIELD",
    "\u2028\u00ad\u200f",
)


@pytest.mark.parametrize("value", HOSTILE, ids=ascii)
def test_no_value_breaks_a_file(value: str) -> None:
    shown = value.encode("unicode_escape").decode().replace('"', '\\"')
    company = COMPANY.replace("reference: NW-2026-014", f'reference: "a {shown} b"').replace(
        "name: Northwind Scheduling", f'name: "N {shown}"'
    )
    document = posting(company=re.sub(r"\\x(..)", r"\\u00\1", company))
    word = opened_anew(document)
    clean = FOREIGN.sub("", value)
    titles = [(level, FOREIGN.sub("", text)) for level, text in headings(document)]
    assert " ".join(f"a {clean} b".split()) in " ".join(said(word))
    assert outline(word) == titles
    assert word.core_properties.author == FOREIGN.sub("", document.author)[:255]


@given(st.text())
def test_any_words_are_read_back_as_they_were(text: str) -> None:
    kept = FOREIGN.sub("", text).replace("\r", "")
    element: Any = parse_xml(f"<w:p {NAMESPACES}>{run_xml(kept)}</w:p>")
    assert Paragraph(element, None).text == kept  # type: ignore[arg-type]
    assert escape(kept).count("\n") == len(list(element.iter(f"{W}br")))


@given(
    st.integers(1, 9).flatmap(
        lambda columns: st.lists(
            st.lists(st.text("ab ☐", max_size=300), min_size=columns, max_size=columns), min_size=1
        )
    )
)
def test_columns_fill_the_page_and_none_is_lost(rows: list[list[str]]) -> None:
    widths = column_widths(rows, 482)
    assert sum(widths) == pytest.approx(482)
    assert min(widths) > 20


def test_columns_that_all_have_their_least_width_still_fit() -> None:
    assert column_widths([["aaaaa"] * 30], 482) == pytest.approx([482 / 30] * 30)


def test_columns_with_boxes_to_tick_are_even_and_short_columns_are_not_broken() -> None:
    head = ["Requirement", "Kind", "Met", "Unverified", "Note"]
    rows = [head, ["a long requirement " * 9, "Knock-out", "☐", "☐", ""]]
    requirement, kind, met, unverified, note = column_widths(rows, 482)
    assert met == unverified
    assert kind > 9 * 4.7
    assert requirement > note > met


def test_nothing_of_the_library_that_fills_it_stays_in_a_file() -> None:
    file = data(0)
    names = ZipFile(BytesIO(file)).namelist()
    assert sorted(names) == sorted(
        ["[Content_Types].xml", "_rels/.rels", "docProps/core.xml", "word/_rels/document.xml.rels"]
        + [f"word/{it}.xml" for it in ("document", "styles", "numbering", "settings", "fontTable", "theme")]
        + [f"word/{it}{number}.xml" for it in ("header", "footer") for number in (1, 2)]
    )
    assert b"python-docx" not in b"".join(part(file, name).encode() for name in names)
    assert len(file) < 20_000


def test_the_same_input_gives_the_same_bytes_in_another_process_and_time_zone(tmp_path: Path) -> None:
    results = []
    for zone, seed in (("UTC", "1"), ("Pacific/Auckland", "2")):
        place = tmp_path / seed
        place.mkdir()
        (place / "company.yaml").write_text(COMPANY, "utf-8")
        environment = os.environ | {"TZ": zone, "PYTHONHASHSEED": seed, "LC_ALL": "C"}
        command = [sys.executable, "-m", "jdgen", "cpo", "--docx", "--txt"]
        subprocess.run(command, cwd=place, env=environment, check=True, capture_output=True)
        files = sorted((place / "output").rglob("*.*"))
        results.append([(path.name, path.read_bytes()) for path in files])
    assert results[0] == results[1]
    assert {name.partition(".")[2] for name, _ in results[0]} == {"md", "docx", "txt"}
    entries = ZipFile(BytesIO(dict(results[0])["cpo-scaleup-posting.docx"])).infolist()
    assert {it.date_time for it in entries} == {(1980, 1, 1, 0, 0, 0)}


def test_a_kit_comes_in_word_but_for_cards_and_data(workspace: Make, run: Run) -> None:
    folder = workspace({"company.yaml": COMPANY})
    done = run("kit", "cpo", "-w", folder, "--docx", "--only", "plan,scorecards,traceability,data,brief")
    assert done.code == 0
    endings: dict[str, set[str]] = {}
    for line in done.out.splitlines():
        stem, _, ending = os.path.basename(line).partition(".")  # noqa: PTH119 - printed paths
        endings.setdefault(re.sub(r"-scorecard-.*", "-scorecard", stem), set()).add(ending)
    assert endings == {
        "cpo-scaleup-interview-plan": {"md", "docx"},
        "cpo-scaleup-case-brief": {"md", "docx"},
        "cpo-scaleup-scorecard": {"yaml"},
        "cpo-scaleup-traceability": {"md", "docx", "csv"},
        "cpo-scaleup-rubric": {"json"},
    }


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_opens_every_document_and_loses_nothing(tmp_path: Path) -> None:
    names = {"posting", "rubric", "candidate-guide", "kit-chief", "reference-guide", "screening-checklist"}
    chosen = {it.stem: number for number, it in enumerate(documents()) if it.name in names}
    assert len(chosen) == len(names) + 5
    for stem, number in chosen.items():
        (tmp_path / f"{stem}.docx").write_bytes(data(number))
    command = ["soffice", "--headless", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"]
    command += ["--convert-to", "docx", "--outdir", str(tmp_path / "out"), *map(str, tmp_path.glob("*.docx"))]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    for stem, number in chosen.items():
        word = docx.Document(str(tmp_path / "out" / f"{stem}.docx"))
        assert outline(word) == headings(documents()[number]), stem
        assert said(word) == words(documents()[number]), stem

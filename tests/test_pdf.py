"""The PDFs: what a reader sees, what a machine reads, and the same bytes every time."""

from __future__ import annotations

import itertools
import os
import re
import subprocess
import sys
from contextlib import closing
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import page
import pypdf
import pypdfium2
import pytest
from conftest import COMPANY, VARIANTS

from jdgen.documents import KIT, MAIN, Kind, Subject
from jdgen.documents.document import compose, compose_all
from jdgen.documents.templates import Templates
from jdgen.errors import JdgenError
from jdgen.formats.glyphs import TYPOGRAPHIC, _characters, covered
from jdgen.formats.pdf import to_pdf
from jdgen.formats.text import to_md
from jdgen.role.kit.view import describe_kit
from jdgen.role.view import describe

if TYPE_CHECKING:
    from collections.abc import Iterator

    from conftest import Shipped

    from jdgen.documents import Paper
    from jdgen.documents.document import Document

TEMPLATES = Path(__file__).parents[1] / "templates"
MARKS = re.compile(r"^(?:[#>|-]+|\d+\.)\s+|\*\*|\\|\|", re.MULTILINE)


def document(
    shipped: Shipped,
    kind: Kind,
    role: str = "cpo",
    stage: str = "scaleup",
    paper: Paper = "a4",
    company: str = COMPANY,
) -> Document:
    return compose(Subject(describe(shipped(role, stage, company))), kind, Templates([TEMPLATES]), paper)


WITH_KIT = {("cpo", "scaleup", "a4"), ("cto", "startup", "letter")}
"""Whose interview kits are made too; scorecards have tests of their own."""


def composed(name: str, stage: str, paper: Paper) -> Iterator[Document]:
    from conftest import role as resolved  # noqa: PLC0415

    it = resolved(name, stage, COMPANY)
    role = describe(it)
    if (name, stage, paper) in WITH_KIT:
        kinds = [kind for kind in KIT if kind not in {Kind.SCORECARD, Kind.DATA}]
        yield from compose_all(Subject(role, describe_kit(it, role)), kinds, Templates([TEMPLATES]), paper)
    else:
        yield from compose_all(Subject(role), MAIN, Templates([TEMPLATES]), paper)


@pytest.fixture(scope="module")
def made() -> list[tuple[Document, bytes]]:
    variants: list[tuple[str, str, Paper]] = [(name, stage, "a4") for name, stage in VARIANTS]
    variants += [("cpo", "scaleup", "letter"), ("cto", "scaleup", "letter"), ("cto", "startup", "letter")]
    documents = [it for variant in variants for it in composed(*variant)]
    return [(it, to_pdf(it)) for it in documents]


@dataclass(frozen=True, slots=True)
class Line:
    """A run of text on a page: its lower edge and its height as shares of the page."""

    text: str
    bottom: float
    height: float


@dataclass(frozen=True)
class Read:
    """A PDF on disk, its document, and what PDFium finds on its pages."""

    path: Path
    document: Document
    texts: list[str]
    lines: list[list[Line]]

    @cached_property
    def file(self) -> pypdf.PdfReader:
        return pypdf.PdfReader(self.path)

    @property
    def by_pypdf(self) -> str:
        return words("\n".join(sheet.extract_text() for sheet in self.file.pages))


@pytest.fixture(scope="module")
def read(made: Any, tmp_path_factory: pytest.TempPathFactory) -> list[Read]:
    folder = tmp_path_factory.mktemp("pdf")
    found = []
    for it, data in made:
        path = folder / f"{it.stem}-{it.paper}.pdf"
        path.write_bytes(data)
        with closing(pypdfium2.PdfDocument(data)) as file:
            sheets = [(sheet, sheet.get_textpage(), sheet.get_height()) for sheet in file]
            lines = [
                [_line(text, number, high) for number in range(text.count_rects())]
                for _, text, high in sheets
            ]
            found.append(Read(path, it, [text.get_text_range() for _, text, _ in sheets], lines))
    return found


def _line(text: Any, number: int, high: float) -> Line:
    left, bottom, right, top = text.get_rect(number)
    return Line(words(text.get_text_bounded(left, bottom, right, top)), bottom / high, (top - bottom) / high)


def words(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


FOOT = 0.085
"""Share of a page below which the running lines stand."""


def test_every_pdf_conforms_to_pdf_ua_1(read: list[Read]) -> None:
    for it in read:
        result = page.validate_pdf(str(it.path), profile="ua1")
        assert result.is_compliant, (it.path.name, [failure.rule_id for failure in result.failures])


def test_the_validator_would_notice_a_missing_tag_tree(tmp_path: Path, read: list[Read]) -> None:
    writer = pypdf.PdfWriter(clone_from=read[0].path)
    del writer.root_object["/StructTreeRoot"]
    writer.write(tmp_path / "broken.pdf")
    assert not page.validate_pdf(str(tmp_path / "broken.pdf"), profile="ua1").is_compliant


def heads(part: Any) -> Iterator[Any]:
    """What each head of a table in a tag tree says that it heads."""
    if part.get("/S") == "/TH":
        yield part["/A"].get("/Scope")
    below = part.get("/K", [])
    for child in below if isinstance(below, list) else [below]:
        it = child.get_object() if hasattr(child, "get_object") else child
        if isinstance(it, dict):
            yield from heads(it)


def test_the_heads_of_tables_say_what_they_head(read: list[Read]) -> None:
    it = next(it for it in read if it.document.kind is Kind.POSTING)
    tree: Any = it.file.root_object["/StructTreeRoot"]
    said = list(heads(tree))
    assert said == ["/Column"] * 3 + ["/Row"] * (len(said) - 3)
    assert len(said) > 3


def test_a_posting_has_one_or_two_pages_and_stays_small(read: list[Read]) -> None:
    for it in read:
        if it.document.kind is Kind.POSTING:
            assert 1 <= len(it.texts) <= 2, it.path.name
            assert it.path.stat().st_size < 1_000_000


def test_a_file_says_what_it_is(read: list[Read]) -> None:
    for it in read:
        reader = it.file
        assert reader.metadata is not None
        assert reader.metadata.title == it.document.title
        assert reader.metadata.author == "Northwind Scheduling"
        assert reader.metadata.subject == it.document.description
        assert str(reader.root_object["/Lang"]) == "en"
        assert len(reader.outline) >= 1
        assert not reader.get_fields()
        assert it.document.stem.isascii()


def test_links_lead_where_the_text_says(read: list[Read]) -> None:
    it = next(it for it in read if it.document.kind is Kind.POSTING)
    notes = [note for sheet in it.file.pages for note in sheet.get("/Annots", [])]
    assert {"https://northwind.example/jobs/cpo", "mailto:people@northwind.example"} <= {
        note["/A"]["/URI"] for note in notes
    }


def test_two_readers_find_every_line_in_its_order_and_undamaged(read: list[Read]) -> None:
    for it in read:
        by_pypdf, by_pdfium = it.by_pypdf, words("\n".join(it.texts))
        posted = [
            line for line in to_md(it.document).decode().splitlines() if line.startswith(("- ", "## ", "> "))
        ]
        at = [0, 0]
        for line in posted:
            text = words(MARKS.sub("", line))
            for number, found in enumerate((by_pypdf, by_pdfium)):
                place = _find(text, found, at[number])
                assert place >= 0, (it.path.name, text)
                at[number] = place


def _find(text: str, found: str, start: int) -> int:
    """Where a text stands; one that a page break divides stands where its first half does."""
    whole = found.find(text, start)
    if whole >= 0:
        return whole
    half = text[: text.rfind(" ", 0, len(text) // 2)]
    return found.find(half, start) if text[len(half) :].rsplit(" ", 3)[-1] in found else -1


def test_no_page_but_the_last_is_less_than_a_third_full(read: list[Read]) -> None:
    for it in read:
        for number, lines in enumerate(it.lines[:-1], 1):
            lowest = min(line.bottom for line in lines if line.bottom > FOOT)
            assert lowest < 2 / 3, (it.path.name, number)


def test_no_heading_or_caption_stands_at_the_foot_of_a_page(read: list[Read]) -> None:
    for it in read:
        body = it.document.body.splitlines()
        headings = {words(line.lstrip("# ")) for line in body if line.startswith("##")}
        captions = {words(line) for line, after in itertools.pairwise(body) if after == "{: .caption }"}
        internal = it.document.audience == "internal"
        names = {competency.name for competency in it.document.role.competencies} if internal else set()
        for number, lines in enumerate(it.lines, 1):
            last = min(
                (line for line in lines if line.bottom > FOOT and line.text), key=lambda line: line.bottom
            )
            in_a_table = last.text in names and last.height < 0.013
            assert last.text not in headings | captions or in_a_table, (it.path.name, number, last)


def test_what_to_do_before_and_in_a_session_is_the_first_page_of_a_kit(read: list[Read]) -> None:
    kits = [it for it in read if it.document.kind is Kind.KIT]
    assert kits
    for it in kits:
        assert "go on to the next printed probe" in words(it.texts[0]), it.path.name


def test_each_page_has_its_running_lines(read: list[Read]) -> None:
    for it in read:
        for number, text in enumerate(it.texts, 1):
            assert f"Page {number} of {len(it.texts)}" in text, it.path.name
            assert f"Fingerprint {it.document.role.fingerprint}" in text, it.path.name
            assert ("CONFIDENTIAL" in text) == (it.document.audience == "internal"), it.path.name
            assert it.document.role.title in text


def tables(body: str) -> Iterator[tuple[list[str], list[list[str]]]]:
    """The head of each table of a text in Markdown, and its rows, as texts of cells."""
    for is_table, lines in itertools.groupby(body.splitlines(), lambda line: line.startswith("|")):
        if is_table:
            head, _, *rows = (
                [words(MARKS.sub("", it)) for it in line.strip("|").split(" | ")] for line in lines
            )
            yield head, rows


def solid(text: str) -> str:
    """A text without spaces, line ends and hyphens: of one at a line's end PDFium makes another character."""
    return re.sub(r"[\s\x02\ufffe-]+", "", text)


def pages_with(sheets: list[str], cells: list[str]) -> set[int]:
    """The pages on which all cells of a row stand whole."""
    return {number for number, text in enumerate(sheets) if all(solid(cell) in text for cell in cells)}


def test_no_row_of_a_rubric_is_split_and_the_head_stands_on_each_page_of_its_table(read: list[Read]) -> None:
    rubrics = [it for it in read if it.document.kind is Kind.RUBRIC]
    assert len(rubrics) == len(VARIANTS) + 3
    over_pages = 0
    for it in rubrics:
        sheets = [solid(text) for text in it.texts]
        for head, rows in tables(it.document.body):
            where = [pages_with(sheets, row) for row in rows]
            assert all(where), (it.path.name, [row for row, on in zip(rows, where, strict=True) if not on])
            alone = {number for on in where if len(on) == 1 for number in on}
            assert alone <= pages_with(sheets, ["".join(head)]), (it.path.name, head)
            over_pages += len(alone) > 1
    assert over_pages >= len(rubrics), "each traceability matrix has more rows than a page"


def test_only_the_shipped_fonts_are_embedded(read: list[Read]) -> None:
    for it in read:
        fonts = [
            font for sheet in it.file.pages for font in cast("Any", sheet["/Resources"])["/Font"].values()
        ]
        names = {str(font.get_object()["/BaseFont"]) for font in fonts}
        assert all("Source-Sans-3" in name for name in names), (it.path.name, names)


def test_the_same_input_gives_the_same_bytes_in_another_process_folder_and_time_zone(tmp_path: Path) -> None:
    results = []
    for folder, zone, seed in (("one", "UTC", "1"), ("two words", "Pacific/Auckland", "2")):
        place = tmp_path / folder
        place.mkdir()
        (place / "company.yaml").write_text(COMPANY, "utf-8")
        environment = os.environ | {"TZ": zone, "PYTHONHASHSEED": seed, "LC_ALL": "C"}
        command = [sys.executable, "-m", "jdgen", "cpo", "--pdf", "--html"]
        subprocess.run(command, cwd=place, env=environment, check=True, capture_output=True)
        files = sorted((place / "output").rglob("*.*"))
        results.append([(path.name, path.read_bytes()) for path in files])
    assert results[0] == results[1]
    assert len(results[0]) == 6


def test_letter_paper_is_letter_paper(read: list[Read]) -> None:
    for it in read:
        box = it.file.pages[0].mediabox
        short, long = (612, 792) if it.document.paper == "letter" else (595, 842)
        wide = it.document.kind in {Kind.CHECKLIST, Kind.TRACEABILITY}
        expected = (long, short) if wide else (short, long)
        assert (round(box.width), round(box.height)) == expected


@pytest.mark.parametrize(
    "value",
    [
        "<script>alert(1)</script>",
        "*stars* and _lines_",
        "{{ 7*7 }} {% raw %}",
        "A" * 3000,
        "שלום עולם",
        "| a | b |",
        "[x](javascript:alert(1))",
    ],
)
def test_a_value_is_shown_as_text_and_stays_on_the_page(shipped: Shipped, value: str) -> None:
    from io import BytesIO  # noqa: PLC0415

    company = f"name: {value!r}\napply: {{instructions: {value!r}}}\n"
    it = document(shipped, Kind.POSTING, company=company)
    try:
        reader = pypdf.PdfReader(BytesIO(to_pdf(it)))
    except JdgenError as error:
        assert "no font has the characters" in str(error)  # noqa: PT017 - a machine without a Hebrew font
        return
    text = "".join(sheet.extract_text() for sheet in reader.pages)
    assert re.sub(r"\s", "", value) in re.sub(r"\s", "", text) or not value.isascii()


def test_a_character_without_a_glyph_is_reported(shipped: Shipped, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("jdgen.formats.pdf.covered", lambda *_: True)
    with pytest.raises(JdgenError, match="no font has the characters “中”"):
        to_pdf(document(shipped, Kind.POSTING, company="{name: 中}"))


def test_what_no_system_takes_as_an_attachment_is_refused(
    shipped: Shipped, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("jdgen.formats.pdf.REFUSED", 10_000)
    with pytest.raises(JdgenError, match=r"cpo-scaleup-posting\.pdf: pdf-size: has [0-9,]+ bytes"):
        to_pdf(document(shipped, Kind.POSTING))
    to_pdf(document(shipped, Kind.RUBRIC))


def test_a_sparse_page_makes_competencies_run_on(shipped: Shipped) -> None:
    from io import BytesIO  # noqa: PLC0415

    long = " ".join(["A sentence about what was done and why it was done so."] * 90)
    company = f"patch: {{competencies: {{strategy: {{definition: '{long}'}}}}}}"
    it = document(shipped, Kind.RUBRIC, company=company)
    sheets = pypdf.PdfReader(BytesIO(to_pdf(it))).pages
    assert all(len(sheet.extract_text()) > 600 for sheet in sheets[:-1])


def test_the_shipped_fonts_have_what_latin_text_is_set_with() -> None:
    latin = {chr(code) for code in (*range(0x20, 0x7F), *range(0xA1, 0x100))}
    assert latin | TYPOGRAPHIC <= _characters(TEMPLATES / "fonts")
    assert covered("Zürich – “Łódź” …", TEMPLATES / "fonts")
    assert not covered("東京", TEMPLATES / "fonts")

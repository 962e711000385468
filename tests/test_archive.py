"""The posting as one file to keep: both standards' marks, and the markup inside."""

from __future__ import annotations

import json
import shutil
import subprocess
import xml.etree.ElementTree as ET
from io import BytesIO
from typing import TYPE_CHECKING, Any

import page
import pypdf
import pytest
from conftest import COMPANY, PROFILES
from conftest import role as resolved

from jdgen.documents import Kind, Subject
from jdgen.documents.document import compose
from jdgen.documents.templates import Templates
from jdgen.formats.archive import to_archive
from jdgen.formats.jsonld import to_jsonld
from jdgen.role.view import describe

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from conftest import Make, Run

    from jdgen.documents.document import Document

UNPOSTED = COMPANY.replace("posted: 2026-11-22\n", "")

RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
PDFA = "{http://www.aiim.org/pdfa/ns/id/}"
PDFUA = "{http://www.aiim.org/pdfua/ns/id/}"
SCHEMA = "{http://www.aiim.org/pdfa/ns/schema#}"


def document(name: str = "cpo", stage: str = "scaleup") -> Document:
    role = describe(resolved(name, stage, COMPANY))
    return compose(Subject(role), Kind.POSTING, Templates([PROFILES.parent / "templates"]))


@pytest.fixture(scope="module")
def data() -> bytes:
    return to_archive(document())


@pytest.fixture(scope="module")
def reader(data: bytes) -> pypdf.PdfReader:
    return pypdf.PdfReader(BytesIO(data))


@pytest.fixture(scope="module")
def metadata(reader: pypdf.PdfReader) -> ET.Element:
    stream: Any = reader.root_object["/Metadata"]
    return ET.fromstring(stream.get_object().get_data())  # noqa: S314 - our own file


def described(metadata: ET.Element, name: str) -> list[str]:
    """The values of an attribute, which is how this metadata writes properties."""
    return [it.attrib[name] for it in metadata.iter(f"{RDF}Description") if name in it.attrib]


def test_the_metadata_names_both_standards_in_the_one_place_that_readers_look_at(
    metadata: ET.Element,
) -> None:
    assert len(list(metadata.iter(f"{RDF}RDF"))) == 1
    assert described(metadata, f"{PDFA}part") == ["3"]
    assert described(metadata, f"{PDFA}conformance") == ["A"]
    assert described(metadata, f"{PDFUA}part") == ["1"]


def test_the_metadata_explains_the_namespace_that_pdf_a_does_not_know(metadata: ET.Element) -> None:
    explained = {
        it.tag.partition("}")[2]: it.text for it in metadata.iter() if it.tag.startswith(SCHEMA) and it.text
    }
    assert explained["namespaceURI"] == PDFUA.strip("{}")
    assert explained["prefix"] == "pdfuaid"


def test_the_markup_is_attached_as_data_of_the_document(reader: pypdf.PdfReader) -> None:
    name = "cpo-scaleup-posting.jsonld"
    assert reader.attachments == {name: [to_jsonld(document())]}
    assert json.loads(reader.attachments[name][0])["@type"] == "JobPosting"
    files: Any = reader.root_object["/AF"]
    assert len(files) == 1
    file = files[0].get_object()
    assert file["/AFRelationship"] == "/Data"
    assert file["/F"] == file["/UF"] == name
    assert file["/Desc"]
    inside = file["/EF"]["/F"].get_object()
    assert inside["/Subtype"] == "/application/ld+json"
    assert inside["/Params"]["/ModDate"].startswith("D:20")


def test_colours_and_fonts_travel_with_the_file(reader: pypdf.PdfReader) -> None:
    intents: Any = reader.root_object["/OutputIntents"]
    intent = intents[0].get_object()
    assert intent["/S"] == "/GTS_PDFA1"
    assert intent["/DestOutputProfile"].get_object().get_data()[36:40] == b"acsp"  # an ICC profile
    fonts = [font.get_object() for sheet in reader.pages for font in sheet["/Resources"]["/Font"].values()]  # type: ignore[index]
    assert fonts
    for font in fonts:
        descendant = font["/DescendantFonts"][0].get_object()
        assert "/FontFile2" in descendant["/FontDescriptor"] or "/FontFile3" in descendant["/FontDescriptor"]
        assert "/ToUnicode" in font


def test_nothing_is_in_it_that_an_archive_forbids(reader: pypdf.PdfReader, data: bytes) -> None:
    root: Any = reader.root_object
    assert not reader.is_encrypted
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "en"
    assert "/AcroForm" not in root
    assert "/OpenAction" not in root
    assert b"/JavaScript" not in data
    assert reader.trailer["/ID"]
    assert reader.pdf_header == "%PDF-1.7"
    notes = [note.get_object() for sheet in reader.pages for note in sheet.get("/Annots", [])]
    assert notes
    assert all(note["/F"] == 4 for note in notes)  # printed, neither hidden nor invisible


@pytest.mark.parametrize(("name", "stage"), [("cpo", "scaleup"), ("cto", "enterprise")])
def test_the_archive_conforms_to_pdf_ua_1(name: str, stage: str, tmp_path: Path) -> None:
    path = tmp_path / "archive.pdf"
    path.write_bytes(to_archive(document(name, stage)))
    result = page.validate_pdf(str(path), profile="ua1")
    assert result.is_compliant, [failure.rule_id for failure in result.failures]


def test_a_validator_of_pdf_a_3a_finds_no_fault(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "archive.pdf"
    path.write_bytes(data)
    result = page.validate_pdf(str(path), profile="pdfa-3a")
    assert result.is_compliant, [failure.rule_id for failure in result.failures]


def without_profile(root: Any) -> None:
    del root["/OutputIntents"]


def without_tags(root: Any) -> None:
    del root["/StructTreeRoot"]


def with_another_part(root: Any) -> None:
    stream = root["/Metadata"].get_object()
    stream.set_data(stream.get_data().replace(b'pdfaid:part="3"', b'pdfaid:part="2"'))


@pytest.mark.parametrize("damage", [without_profile, without_tags, with_another_part])
def test_that_validator_would_notice(damage: Callable[[Any], None], data: bytes, tmp_path: Path) -> None:
    writer = pypdf.PdfWriter(clone_from=BytesIO(data))
    damage(writer.root_object)
    path = tmp_path / "damaged.pdf"
    writer.write(path)
    assert not page.validate_pdf(str(path), profile="pdfa-3a").is_compliant


def test_the_validator_asks_for_the_mark_of_pdf_ua(data: bytes, tmp_path: Path) -> None:
    writer = pypdf.PdfWriter(clone_from=BytesIO(data))
    stream: Any = writer.root_object["/Metadata"].get_object()
    stream.set_data(stream.get_data().replace(b'pdfuaid:part="1"', b""))
    path = tmp_path / "unmarked.pdf"
    writer.write(path)
    assert not page.validate_pdf(str(path), profile="ua1").is_compliant


@pytest.mark.skipif(shutil.which("qpdf") is None, reason="qpdf is not installed")
def test_qpdf_finds_no_fault(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "archive.pdf"
    path.write_bytes(data)
    done = subprocess.run(["qpdf", "--check", path], capture_output=True, text=True, check=False)  # noqa: S607
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_same_posting_gives_the_same_bytes(data: bytes) -> None:
    assert to_archive(document()) == data


def test_an_archive_is_written_beside_the_other_forms(run: Run, workspace: Make) -> None:
    folder = workspace({"company.yaml": COMPANY})
    assert run("cpo", "--archive", "-w", folder).code == 0
    names = {path.name for path in (folder / "output").rglob("*.*")}
    assert names == {"cpo-scaleup-posting.md", "cpo-scaleup-posting.archive.pdf", "cpo-scaleup-rubric.md"}
    later = run("cpo", "-w", folder)
    assert "cpo-scaleup-posting.archive.pdf" in later.err  # it is older now


def test_no_archive_without_its_markup(run: Run, workspace: Make) -> None:
    folder = workspace({"company.yaml": UNPOSTED})
    done = run("cpo", "--archive", "-w", folder)
    assert done.code == 1
    assert "posted: JSON-LD needs the day of the first posting" in done.err
    assert not list(folder.rglob("*.pdf"))

"""Scorecards that can be filled in: what the fields are called, what readers make of them, and what comes back."""

from __future__ import annotations

import subprocess
from io import BytesIO
from pathlib import Path
from shutil import which
from typing import TYPE_CHECKING, Any

import page
import pypdf
import pypdfium2
import pytest
from cards import RADIO, fields, filled, places, read
from chromium_viewer import CHROMIUM, fill
from conftest import COMPANY
from conftest import role as resolved

from jdgen.documents import Kind, Subject
from jdgen.documents.document import compose
from jdgen.documents.templates import Templates
from jdgen.errors import JdgenError
from jdgen.formats.pdf import to_pdf
from jdgen.intake import Panel
from jdgen.role.kit.cards import cards
from jdgen.role.kit.view import describe_kit
from jdgen.role.view import describe
from jdgen.source.cards import read_cards

if TYPE_CHECKING:
    from conftest import Make

    from jdgen.documents import Paper
    from jdgen.documents.document import Document

TEMPLATES = Path(__file__).parents[1] / "templates"
HOSTILE = """</td> "q" & <b onx='1'> \\x *stars* _u_ [l](u) https://a.example {: .x } | {{ 1 }} 5 > 3 `c`"""

ANSWERS: dict[str, str | bool | None] = {
    "interviewer": "Jürgen Weiß-O’Brien",
    "candidate": "C-017",
    "date": "2027-01-31",
    "conflict": "none – weiß ich „sicher“ (1 € & <b>)",
    "score-st1": "4",
    "evidence-st1": 'Rief zuerst an; "I restored at 14:05".\nÄnderte danach \\ den Alarm (Größe).\n\nDritter Absatz.',
    "score-st2": "na",
    "score-bu1": "1",
    "flag-strategy-2": True,
    "locked": True,
}


def document(
    name: str = "cto",
    card: str = "direction-chief",
    paper: Paper = "a4",
    *,
    company: str = COMPANY,
    folders: tuple[Path, ...] = (),
) -> Document:
    found = resolved(name, "scaleup", company)
    role = describe(found)
    kit = describe_kit(found, role)
    one = next(it for it in cards(found, kit, role) if it.id == card)
    templates = Templates([*folders, TEMPLATES])
    return compose(Subject(role, kit, (one,)), Kind.SCORECARD, templates, paper, card=one)


@pytest.fixture(scope="module")
def made() -> Document:
    return document()


@pytest.fixture(scope="module")
def blank(made: Document) -> bytes:
    return to_pdf(made)


@pytest.fixture(
    scope="module",
    params=[
        ("cto", "case-chief", "letter"),
        ("cpo", "people-people", "letter"),
        ("cpo", "market-product", "a4"),
    ],
)
def other(request: pytest.FixtureRequest) -> tuple[Document, bytes]:
    it = document(*request.param)
    return it, to_pdf(it)


def test_the_fields_are_those_of_the_card_in_the_order_of_the_page(made: Document, blank: bytes) -> None:
    assert made.card
    expected = ["interviewer", "date", "candidate", "conflict"]
    for sheet in made.card.sheets:
        expected += [name for it in sheet.items for name in (f"evidence-{it.id}", f"score-{it.id}")]
        expected += [flag.id for flag in sheet.flags]
    expected += ["locked", *(name for name, _ in made.card.machine)]
    assert list(fields(blank)) == expected


def test_fields_have_their_kinds_and_say_what_they_are(blank: bytes) -> None:
    found = fields(blank)
    kinds = {name: (it["/FT"], int(it.get("/Ff", 0)), str(it.get("/TU", ""))) for name, it in found.items()}
    assert kinds["candidate"] == ("/Tx", 0, "Candidate code, never a name")
    assert kinds["evidence-st1"] == ("/Tx", 1 << 12, "Evidence for st1: what was said and done")
    assert kinds["locked"] == (
        "/Btn",
        0,
        "My ratings are final; I have not talked with anyone about this candidate",
    )
    assert kinds["jd-role"] == ("/Tx", 1, "")
    assert kinds["score-st1"] == ("/Btn", RADIO | RADIO >> 1, "Rating of st1")
    buttons = [it.get_object() for it in found["score-st1"]["/Kids"]]
    states = [next(it for it in button["/AP"]["/N"] if it != "/Off") for button in buttons]
    assert states == ["/1", "/2", "/3", "/4", "/5", "/na"]
    assert [str(it["/TU"]) for it in buttons[::5]] == [
        "Rating of st1: 1, Not shown",
        "Rating of st1: not asked",
    ]
    assert not any("/T" in it for it in buttons)


def test_a_blank_card_holds_nothing_but_what_it_is_recognised_by(made: Document, blank: bytes) -> None:
    assert made.card
    held = {name: value for name, value in read(blank).items() if value}
    assert held == dict(made.card.machine)


def test_a_known_interviewer_stands_in_the_field() -> None:
    data = to_pdf(document(company=f"{COMPANY}people: {{chief: Zoë (\\Ada) Luk}}\n"))
    assert read(data)["interviewer"] == "Zoë (\\Ada) Luk"
    assert b"Zo\xeb \\(\\\\Ada\\) Luk" in fields(data)["interviewer"]["/AP"]["/N"].get_data()


def test_nothing_is_left_to_the_reader_to_draw(blank: bytes) -> None:
    form: Any = pypdf.PdfReader(BytesIO(blank)).root_object["/AcroForm"]
    assert "/NeedAppearances" not in form
    assert b"/XFA" not in blank
    assert b"/JavaScript" not in blank
    assert all(
        "/AP" in (it if "/AP" in it else it["/Kids"][0])
        for it in fields(blank).values()
        if it.get("/Ff") != 1
    )


def test_cards_conform_to_pdf_ua_1(blank: bytes, other: tuple[Document, bytes], tmp_path: Path) -> None:
    for name, data in (("blank", blank), ("other", other[1])):
        path = tmp_path / f"{name}.pdf"
        path.write_bytes(data)
        result = page.validate_pdf(str(path), profile="ua1")
        assert result.is_compliant, [failure.rule_id for failure in result.failures]


@pytest.mark.skipif(not which("qpdf"), reason="qpdf is not installed")
def test_qpdf_finds_nothing_wrong(blank: bytes, tmp_path: Path) -> None:
    (tmp_path / "card.pdf").write_bytes(blank)
    command = [which("qpdf") or "", "--check", str(tmp_path / "card.pdf")]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert "WARNING" not in done.stdout + done.stderr


def test_the_same_card_gives_the_same_bytes(made: Document, blank: bytes) -> None:
    assert to_pdf(made) == blank


def test_a_card_stays_small(other: tuple[Document, bytes], blank: bytes) -> None:
    assert max(len(blank), len(other[1])) < 100_000


def test_other_documents_have_no_form(made: Document) -> None:
    rubric = compose(Subject(made.role), Kind.RUBRIC, made.templates)
    assert "/AcroForm" not in pypdf.PdfReader(BytesIO(to_pdf(rubric))).root_object


def test_what_pypdf_fills_in_comes_back(made: Document, blank: bytes) -> None:
    assert made.card
    empty = {
        name: None if name.startswith("score") or "/Tx" in it["/FT"] else False
        for name, it in fields(blank).items()
    }
    assert read(filled(blank, ANSWERS)) == empty | ANSWERS | dict(made.card.machine)


def test_what_is_filled_in_is_seen(blank: bytes) -> None:
    file = pypdfium2.PdfDocument(
        filled(blank, {"interviewer": "Jürgen Weiß", "score-st1": "4", "locked": True})
    )
    file.init_forms()
    before = pypdfium2.PdfDocument(blank)
    before.init_forms()
    changed = [_picture(file[number]) != _picture(before[number]) for number in range(len(file))]
    assert changed == [True, True, True]


def _picture(sheet: Any) -> bytes:
    return bytes(sheet.render(scale=0.5).buffer)


@pytest.fixture(scope="module")
def by_chromium(blank: bytes, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The card as Chromium's viewer saves it once the answers are typed and clicked."""
    if not CHROMIUM:
        pytest.skip("no Chromium is installed, in whose viewer the card would be filled in")
    folder = tmp_path_factory.mktemp("chromium")
    (folder / "card.pdf").write_bytes(blank)
    where = places(blank)
    steps = [_step(where, name, value) for name, value in ANSWERS.items()]
    return fill(folder / "card.pdf", steps, folder / "profile")


def test_what_is_typed_and_clicked_in_chromium_comes_back(blank: bytes, by_chromium: bytes) -> None:
    untouched = {name: value for name, value in read(blank).items() if name not in ANSWERS}
    assert read(by_chromium) == untouched | ANSWERS


def test_chromium_and_pypdf_fill_in_the_same_scorecard(
    made: Document, blank: bytes, by_chromium: bytes
) -> None:
    assert made.card
    printed = Panel.of(made.role, [made.card]).printed()
    ((one,), (other,)) = (read_cards(it, "card.pdf", printed) for it in (by_chromium, filled(blank, ANSWERS)))
    assert one.problems == ()
    assert one.card is not None
    assert one.card == other.card
    assert one.card.ratings == {"st1": 4, "st2": "NA", "bu1": 1}
    assert one.card.evidence == {"st1": ANSWERS["evidence-st1"]}
    assert one.card.red_flags == {"strategy": [made.card.sheets[0].flags[1].text]}


def _step(where: dict[tuple[str, str], tuple[int, float, float]], name: str, value: Any) -> Any:
    if value is True or name.startswith("score-"):
        return (*where[name, "yes" if value is True else value], "")
    return (*where[name, ""], value)


def test_every_question_stands_on_the_page_of_its_anchors(other: tuple[Document, bytes]) -> None:
    it, data = other
    assert it.card
    texts = [sheet.extract_text().replace("\n", " ") for sheet in pypdf.PdfReader(BytesIO(data)).pages]
    pages = {name: number for (name, _), (number, _, _) in places(data).items()}
    for sheet in it.card.sheets:
        ends = [anchor.text.rpartition(" ")[2] for anchor in sheet.competency.anchors]
        here = texts[pages[f"evidence-{sheet.items[0].id}"]]
        assert all(end in here for end in ends)
        assert sheet.competency.anchors[0].text[:40] in here
        names = [f"{kind}-{item.id}" for item in sheet.items for kind in ("score", "evidence")]
        assert len({pages[name] for name in names}) == 1


def test_boxes_for_writing_take_up_the_page_and_stay_apart(blank: bytes) -> None:
    found = fields(blank)
    heights = {
        name: float(it["/Rect"][3] - it["/Rect"][1]) / 72 * 25.4
        for name, it in found.items()
        if name.startswith("evidence")
    }
    assert min(heights.values()) > 20, "millimetres"
    for number in (1, 2):
        lowest = min(float(it["/Rect"][1]) for it in _widgets(blank, number))
        assert lowest < 130


def _widgets(data: bytes, number: int) -> list[Any]:
    notes: Any = pypdf.PdfReader(BytesIO(data)).pages[number]["/Annots"]
    return [it.get_object() for it in notes]


def test_a_competency_that_is_too_long_for_a_page_is_told(caplog: pytest.LogCaptureFixture) -> None:
    long = " ".join(["A sentence about what was done and why it was done so."] * 60)
    it = document(company=f"patch: {{competencies: {{strategy: {{definition: '{long}'}}}}}}")
    assert len(fields(to_pdf(it))) == len(fields(to_pdf(document())))
    assert "a competency takes more than a page, so its anchors are out of sight" in caplog.text


def test_a_hostile_value_is_read_aloud_and_shown_as_it_stands() -> None:
    flag = HOSTILE.replace("'", "''")
    company = f"patch: {{competencies: {{strategy: {{red_flags: ['{flag}']}}}}}}"
    data = to_pdf(document(company=company))
    assert str(fields(data)["flag-strategy-1"]["/TU"]) == f"Red flag: {HOSTILE}"
    text = pypdf.PdfReader(BytesIO(data)).pages[1].extract_text()
    assert "".join(HOSTILE.split()) in "".join(text.split())


WRONG = {
    '<input type="text" name="a" title="A">': 'the field \'a\' would be empty in other readers: write type="checkbox", with class="text" for a line and class="area" for many',
    '<textarea name="a" title="A"></textarea>': "the field 'a' would be empty in other readers",
    '<input type="checkbox" name="a.b" title="A">': "the field's name 'a.b' has to be a word without a full stop",
    '<input type="checkbox" name="a">': "the field 'a' has no title for those who cannot see it",
    '<input type="radio" name="a" value="so so" title="A">': "the value 'so so' of a button of 'a' has to be of letters from a to z and figures",
    '<input type="checkbox" name="locked" title="A">': "two fields are called 'locked', or its buttons stand on two pages",
    '<input type="checkbox" name="jd-role" title="A">': "two fields are called 'jd-role'",
}


@pytest.mark.parametrize(("field", "message"), WRONG.items())
def test_a_field_that_a_form_cannot_have_is_refused(workspace: Make, field: str, message: str) -> None:
    own = f'{{% extends "default/scorecard.md.j2" %}}\n{{% block scale %}}\nx {field}\n\n{{% endblock %}}\n'
    folder = workspace({"scorecard.md.j2": own})
    with pytest.raises(JdgenError) as refused:
        to_pdf(document(folders=(folder,)))
    problems = refused.value.problems
    assert [it.message.startswith(message) for it in problems] == [True]
    assert problems[0].place.file.endswith("scorecard.md.j2")


@pytest.mark.parametrize(
    ("block", "field"), [("rater", "interviewer"), ("item scoped", "evidence-st1"), ("finish", "locked")]
)
def test_a_card_that_could_not_be_read_is_refused(workspace: Make, block: str, field: str) -> None:
    own = f'{{% extends "default/scorecard.md.j2" %}}\n{{% block {block} %}}{{% endblock %}}'
    folder = workspace({"scorecard.md.j2": own})
    said = f"the card has no field '{field}', so it could not be read once it is filled in"
    with pytest.raises(JdgenError, match=said):
        to_pdf(document(folders=(folder,)))


def test_a_block_of_a_card_can_be_replaced(workspace: Make) -> None:
    own = '{% extends "default/scorecard.md.j2" %}\n{% block rules %}\nRate alone.\n{% endblock %}\n'
    data = to_pdf(document(folders=(workspace({"scorecard.md.j2": own}),)))
    text = "".join(page.extract_text() for page in pypdf.PdfReader(BytesIO(data)).pages)
    assert "Rate alone." in text
    assert "How to rate" not in text


def test_a_name_that_the_field_s_font_lacks_is_kept_and_not_misspelt() -> None:
    data = to_pdf(document(company=f"{COMPANY}people: {{chief: Łukasz Żółć}}\n"))
    assert read(data)["interviewer"] == "Łukasz Żółć"
    assert b"?" not in fields(data)["interviewer"]["/AP"]["/N"].get_data()

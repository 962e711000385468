"""Filled scorecards as YAML, CSV and PDF: the same answers read to the same card, and whatever is wrong costs a line."""

from __future__ import annotations

import logging
from contextlib import suppress
from io import BytesIO
from typing import TYPE_CHECKING, Any
from zipfile import ZipFile

import pypdf
import pytest
from fillings import COMPANY, as_csv, as_pdf, as_yaml, full, panel_of, rows
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf.generic import DictionaryObject, NameObject, NullObject, TextStringObject
from test_bad_input import BOMB
from test_forms import document

from jdgen.documents import Kind, Subject
from jdgen.documents.document import compose
from jdgen.formats.pdf import to_pdf
from jdgen.source.cards import read_cards
from jdgen.source.cards.table import COLUMNS

if TYPE_CHECKING:
    from collections.abc import Callable

    from fillings import Filling

    from jdgen.role.kit.model import Card
    from jdgen.schema.scorecard import Scorecard

FLAGS = ("flag-strategy-2", "flag-budget-1")


@pytest.fixture(scope="module")
def card() -> Card:
    return panel_of().cards["direction", "chief"]


@pytest.fixture(scope="module")
def blank() -> bytes:
    return to_pdf(document(card="direction-chief", company=COMPANY))


def said(data: bytes, file: str) -> list[str]:
    """What is wrong with the cards of a file, a line each."""
    return [str(it) for read in read_cards(data, file, panel_of().printed()) for it in read.problems]


def only(data: bytes, file: str) -> Scorecard:
    """The card in a file in which nothing is wrong."""
    (read,) = read_cards(data, file, panel_of().printed())
    assert read.problems == ()
    assert read.card is not None
    return read.card


def test_the_same_answers_in_every_kind_are_the_same_card(card: Card, blank: bytes) -> None:
    it = full(card, flags=FLAGS)._replace(conflict="none")
    it = it._replace(ratings={**it.ratings, "st2": "NA", "bu3": "1"})
    found = [
        only(as_yaml(card, it), "a.yaml"),
        only(as_pdf(blank, it), "a.PDF"),
        only(as_csv(rows(card, it)), "a.csv"),
        only(as_csv(rows(card, it), ","), "a.CSV"),
    ]
    assert found == [found[0]] * 4
    assert found[0].ratings == {"st1": 4, "st2": "NA", "st3": 4, "bu1": 4, "bu2": 4, "bu3": 1}
    assert found[0].red_flags == {
        sheet.competency.id: [sheet.flags[1 - at].text] for at, sheet in enumerate(card.sheets)
    }
    assert (found[0].by.name, found[0].locked, found[0].candidate) == ("Ada Park", True, "C-017")


WORDS = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")) | st.sampled_from("\n\t=+-@\"';,|#\\()"),
    max_size=60,
)
EVIDENCE = st.builds(
    "{}{}".format, st.sampled_from(["", "=", "=1+1 ", '"', "'", "- ", "\n", "# ", "@"]), WORDS
).filter(str.strip)


@st.composite
def fillings(draw: st.DrawFn, card: Card) -> Filling:
    asked = [item.id for sheet in card.sheets for item in sheet.items]
    return full(card)._replace(
        ratings=draw(
            st.dictionaries(st.sampled_from(asked), st.sampled_from(["1", "2", "3", "4", "5", "NA"]))
        ),
        evidence=draw(st.dictionaries(st.sampled_from(asked), EVIDENCE)),
        flags=draw(
            st.lists(st.sampled_from([flag.id for sheet in card.sheets for flag in sheet.flags]), unique=True)
        ),
        name=draw(EVIDENCE.map(lambda it: " ".join(it.split()) or "Ada")),
        locked=draw(st.booleans()),
    )


def meant(it: Filling, found: Scorecard) -> None:
    """Asserts that a card says what was filled in."""
    assert found.ratings == {
        name: "NA" if rating == "NA" else int(rating) for name, rating in it.ratings.items()
    }
    assert found.evidence == {name: text.strip() for name, text in it.evidence.items()}
    assert sum(map(len, found.red_flags.values())) == len(it.flags)
    assert (found.by.name, found.locked) == (it.name.strip(), it.locked)


@given(st.data())
def test_whatever_is_written_in_yaml_or_csv_is_read(data: st.DataObject) -> None:
    card = panel_of().cards["direction", "chief"]
    it = data.draw(fillings(card))
    first, *others = (
        only(as_yaml(card, it), "a.yaml"),
        *(only(as_csv(rows(card, it), separator), "a.csv") for separator in ",;\t"),
    )
    meant(it, first)
    assert others == [first] * 3


@given(data=st.data())
@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_is_written_in_a_pdf_is_read(card: Card, blank: bytes, data: st.DataObject) -> None:
    it = data.draw(fillings(card))
    found = only(as_pdf(blank, it), "a.pdf")
    meant(it, found)
    assert found == only(as_yaml(card, it), "a.yaml")


def test_line_ends_are_made_alike(card: Card, blank: bytes) -> None:
    it = full(card)
    windows = it._replace(evidence={**it.evidence, "st1": "one\r\ntwo\rthree"})
    unix = only(as_pdf(blank, it._replace(evidence={**it.evidence, "st1": "one\ntwo\nthree"})), "a.pdf")
    assert only(as_pdf(blank, windows), "a.pdf") == unix
    assert only(as_csv(rows(card, windows)), "a.csv") == unix


# What is handed in, and the lines that it costs.

CARD = panel_of().cards["direction", "chief"]
GOOD = as_csv(rows(CARD, full(CARD))).decode("utf-8-sig")
HEAD = ";".join(COLUMNS)


def table(old: str, new: str, count: int = 1) -> str:
    """The good table, changed."""
    assert old in GOOD
    return GOOD.replace(old, new, count)


NOT_A_PDF = "is no PDF"
CUT = "is damaged or cut off: hand it in again, or save it again from the program that filled it in"

BAD: dict[str, tuple[str, bytes | str, str]] = {
    "an empty PDF": ("a.pdf", b"", "a.pdf: the file is empty"),
    "something else called PDF": ("a.pdf", "hello", f"a.pdf: {NOT_A_PDF}"),
    "an empty YAML file": ("a.yaml", "", "a.yaml: the file is empty; expected `name: value` lines"),
    "a second document": ("a.yaml", "a: 1\n---\nb: 2\n", "a.yaml:2:1: a second document begins here; keep one per file"),
    "bytes that are not UTF-8": ("a.yaml", b"role: caf\xe9\n", "a.yaml:1:10: byte 0xe9 is not UTF-8; save the file with the encoding UTF-8"),
    "a workbook": ("a.xlsx", b"PK", "a.xlsx: is not read: save it as CSV UTF-8"),
    "a wrong ending": ("a.yml", "role: cto", "a.yml: is not read: call it .yaml"),
    "an unknown ending": ("a.txt", "role: cto", "a.txt: is not read: a scorecard is a file .yaml, .pdf or .csv"),
    "an empty table": ("a.csv", "", "a.csv: the file is empty"),
    "a table of blanks": ("a.csv", "\ufeff\r\n", "a.csv:1: the first row has to name the columns: fingerprint, role, stage, session, seat, name, candidate, conflict, locked, question, rating and evidence"),
    "a table without its head": ("a.csv", GOOD.split("\n", 1)[1], "a.csv:1: the first row has to name the columns: fingerprint, role, stage, session, seat, name, candidate, conflict, locked, question, rating and evidence"),
    "a table of its head alone": ("a.csv", HEAD, "a.csv: has no rows below the names of its columns"),
    "a NUL": ("a.csv", table("Ada Park", "Ada\0Park"), "a.csv:2: a control character; delete it and type the text again"),
    "a column missing": ("a.csv", table("evidence;", "notes;"), "a.csv:1:13: there is no such column.\na.csv:1: the column is missing: evidence"),
    "a column misspelt": ("a.csv", table("conflict", "conflit"), "a.csv:1:9: there is no such column. Did you mean 'conflict'?\na.csv:1: the column is missing: conflict"),
    "a column twice": ("a.csv", table(";date;", ";date;date;"), "a.csv:1:9: the column 'date' stands twice; keep one"),
    "a quote left open": ("a.csv", table("Said for bu3", '"Said for bu3'), "a.csv:7: from here on the quotes do not fit: save it as CSV from the spreadsheet again"),
    "a separator without quotes": ("a.csv", table("“we cut", "x; y; “we cut"), "a.csv:2:15: more cells than columns: put quotes round text that holds the separator"),
    "a row of nobody's": ("a.csv", table("C-017", ""), "a.csv:2:7: candidate: is blank; each row says whose card it belongs to"),
    "a row without a question": ("a.csv", table(";st2;", ";;"), "a.csv:3:11: question: is blank; each row says whose card it belongs to"),
    "a question twice": ("a.csv", table(";st2;", ";st1;"), "a.csv:3:11: the question stands twice on this card; first on line 2"),
    "rows that differ": (
        "a.csv", GOOD.replace("Ada Park", "Ada Parker").replace("Ada Parker", "Ada Park", 1).replace("Ada Parker", "Ada Park", 4),
        "a.csv:7:6: name: is another than on line 2, and this is a row of the same card",
    ),
    "a rating with decimals": ("a.csv", table(";4;", ";4.0;"), "a.csv:2:12: st1: a rating is 1, 2, 3, 4, 5 or NA, and nothing else"),
    "a rating with a comma": ("a.csv", table(";4;", ";4,0;"), "a.csv:2:12: st1: a rating is 1, 2, 3, 4, 5 or NA, and nothing else"),
    "a fingerprint that became a number": ("a.csv", GOOD.replace(f"{CARD.machine[1][1]}", "9.12E+11"), "a.csv:2:1: fingerprint: text does not fit: expected the twelve characters that are printed on the card; a spreadsheet keeps them in a column of text"),
    "letters that are not certain": ("a.csv", table("Said", "Žluťoučký").encode("cp1250"), "a.csv: it is not certain which letters are meant: save it as 'CSV UTF-8'"),
    "signs that are not certain": ("a.csv", GOOD.encode("cp1252"), "a.csv: it is not certain which letters are meant: save it as 'CSV UTF-8'"),
}  # fmt: skip


@pytest.mark.parametrize(("file", "data", "expected"), BAD.values(), ids=BAD)
def test_it_costs_a_line(file: str, data: bytes | str, expected: str) -> None:
    assert said(data if isinstance(data, bytes) else data.encode(), file) == expected.split("\n")


def test_an_alias_bomb_is_not_lit() -> None:
    (found,) = said(BOMB.encode(), "a.yaml")
    assert found.endswith("(290 more below)")


def test_a_zip_archive_that_is_called_pdf_costs_a_line() -> None:
    packed = BytesIO()
    with ZipFile(packed, "w") as archive:
        archive.writestr("card.pdf", b"%PDF-1.7")
    assert said(packed.getvalue(), "a.pdf") == [
        "a.pdf: is no PDF: it is a ZIP archive, or an office document"
    ]


@pytest.mark.parametrize("share", [0.01, 0.2, 0.5, 0.9, 0.99, 0.9999])
def test_a_pdf_cut_off_anywhere_costs_a_line(card: Card, blank: bytes, share: float) -> None:
    whole = as_pdf(blank, full(card))
    assert said(whole[: int(len(whole) * share)], "a.pdf") == [f"a.pdf: {CUT}"]


def test_a_pdf_that_was_added_to_and_cut_off_is_not_read_as_it_was_before(card: Card, blank: bytes) -> None:
    saved = BytesIO()
    writer = pypdf.PdfWriter(BytesIO(as_pdf(blank, full(card))), incremental=True)
    writer.update_page_form_field_values(None, {"score-st1": "/1"}, auto_regenerate=False)
    writer.write(saved)
    whole = saved.getvalue()
    assert only(whole, "a.pdf").ratings["st1"] == 1
    assert whole.count(b"%%EOF") > 1
    assert said(whole[:-40], "a.pdf") == [f"a.pdf: {CUT}"]
    end = whole.rindex(b"startxref")
    assert said(whole[:end] + whole[end:].replace(b"startxref", b"startxxxx"), "a.pdf") == [f"a.pdf: {CUT}"]


@pytest.mark.parametrize("password", ["secret", ""])
def test_a_protected_pdf_costs_a_line(card: Card, blank: bytes, password: str) -> None:
    saved = BytesIO()
    writer = pypdf.PdfWriter(clone_from=BytesIO(as_pdf(blank, full(card))))
    writer.encrypt(password, "owner", algorithm="RC4-128")
    writer.write(saved)
    expected = ["a.pdf: is protected: save a copy without a password or restrictions"]
    assert said(saved.getvalue(), "a.pdf") == expected


def test_a_protected_pdf_costs_the_same_line_where_its_cipher_is_unknown(
    card: Card, blank: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unknown(*_: object, **__: object) -> None:
        message = "cryptography>=3.1 is required for AES algorithm"
        raise pypdf.errors.DependencyError(message)

    saved = BytesIO()
    writer = pypdf.PdfWriter(clone_from=BytesIO(as_pdf(blank, full(card))))
    writer.encrypt("secret", algorithm="RC4-128")
    writer.write(saved)
    monkeypatch.setattr(pypdf.PdfReader, "_handle_encryption", unknown)
    expected = ["a.pdf: is protected: save a copy without a password or restrictions"]
    assert said(saved.getvalue(), "a.pdf") == expected


def test_a_scan_costs_a_line(card: Card, blank: bytes) -> None:
    def scan(writer: Any) -> None:
        del writer.root_object["/AcroForm"]

    expected = "has no fields: it was printed or scanned. Fill in the PDF itself and save it, or copy it into the YAML card"
    assert said(changed(as_pdf(blank, full(card)), scan), "a.pdf") == [f"a.pdf: {expected}"]
    rubric = compose(Subject(document().role), Kind.RUBRIC, document().templates)
    assert said(to_pdf(rubric), "a.pdf") == [f"a.pdf: {expected}"]


def changed(data: bytes, change: Callable[[Any], None]) -> bytes:
    writer = pypdf.PdfWriter(clone_from=BytesIO(data))
    change(writer)
    saved = BytesIO()
    writer.write(saved)
    return saved.getvalue()


def field(writer: Any, name: str) -> Any:
    return next(
        it.get_object()
        for it in writer.root_object["/AcroForm"]["/Fields"]
        if it.get_object().get("/T") == name
    )


def test_another_form_is_no_scorecard(card: Card, blank: bytes) -> None:
    def rename(writer: Any) -> None:
        field(writer, "jd-schema")[NameObject("/T")] = TextStringObject("tax-year")

    data = changed(as_pdf(blank, full(card)), rename)
    assert said(data, "a.pdf") == ["a.pdf: is a form, but no scorecard that jdgen wrote"]


def test_two_fields_of_one_name_are_not_guessed_at(card: Card, blank: bytes) -> None:
    def rename(writer: Any) -> None:
        field(writer, "evidence-st2")[NameObject("/T")] = TextStringObject("evidence-st1")

    data = changed(as_pdf(blank, full(card)), rename)
    assert said(data, "a.pdf") == ["a.pdf: two fields have one name: hand in the PDF that was filled in"]


def test_a_field_of_a_template_of_one_s_own_is_left_out(card: Card, blank: bytes) -> None:
    def add(writer: Any) -> None:
        more = DictionaryObject(
            {NameObject("/FT"): NameObject("/Tx"), NameObject("/T"): TextStringObject("signature")}
        )
        writer.root_object["/AcroForm"]["/Fields"].append(writer._add_object(more))  # noqa: SLF001

    data = as_pdf(blank, full(card))
    assert only(changed(data, add), "a.pdf") == only(data, "a.pdf")


def test_a_button_that_a_program_only_turned_on_is_read(card: Card, blank: bytes) -> None:
    def forget(writer: Any) -> None:
        for name in ("score-st1", "locked", "flag-strategy-2"):
            del field(writer, name)["/V"]
        field(writer, "score-st3")[NameObject("/V")] = NullObject()

    data = as_pdf(blank, full(card, flags=["flag-strategy-2"]))
    assert only(changed(data, forget), "a.pdf") == only(data, "a.pdf")


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("candidate", "C\x1b[2J", "a.pdf, field candidate: a control character; delete it and type the text again"),
        ("date", "31.1.2027", "a.pdf, field date: date: expected a date as 2027-01-31, found '31.1.2027'"),
        ("interviewer", "", "a.pdf, field interviewer: name: expected text, found nothing"),
        ("jd-fingerprint", "x", "a.pdf, field jd-fingerprint: fingerprint: text does not fit: expected the twelve characters that are printed on the card; a spreadsheet keeps them in a column of text"),
        ("jd-schema", "2", "a.pdf: is a form, but no scorecard that jdgen wrote"),
    ],
)  # fmt: skip
def test_a_field_costs_a_line_with_its_name(
    card: Card, blank: bytes, name: str, value: str, expected: str
) -> None:
    def write(writer: Any) -> None:
        field(writer, name)[NameObject("/V")] = TextStringObject(value)

    assert said(changed(as_pdf(blank, full(card)), write), "a.pdf") == [expected]


def test_a_rating_that_no_button_has_costs_a_line(card: Card, blank: bytes) -> None:
    def write(writer: Any) -> None:
        field(writer, "score-st1")[NameObject("/V")] = NameObject("/7")

    found = said(changed(as_pdf(blank, full(card)), write), "a.pdf")
    assert found == ["a.pdf, field score-st1: st1: a rating is 1, 2, 3, 4, 5 or NA, and nothing else"]


def test_scripts_and_attachments_are_not_looked_at(card: Card, blank: bytes) -> None:
    def add(writer: Any) -> None:
        script = {"/S": NameObject("/JavaScript"), "/JS": TextStringObject("this.resetForm();")}
        action = DictionaryObject({NameObject(name): value for name, value in script.items()})
        writer.root_object[NameObject("/OpenAction")] = action
        writer.add_attachment("ratings.yaml", b"ratings: {st1: 1}")

    data = as_pdf(blank, full(card))
    assert only(changed(data, add), "a.pdf") == only(data, "a.pdf")


def test_nothing_is_said_but_the_line(
    card: Card, blank: bytes, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(logging.getLogger(), "handlers", [])  # no test listens: what is logged goes to stderr
    whole = as_pdf(blank, full(card))
    broken = whole.replace(b"/Root", b"/Toor")
    with suppress(pypdf.errors.PyPdfError):
        assert pypdf.PdfReader(BytesIO(broken)).root_object
    assert capfd.readouterr().err, "pypdf itself says something"
    said(broken, "a.pdf")
    for cut in range(100, len(whole), len(whole) // 20):
        assert said(whole[:cut] + b"\nstartxref\n100\n%%EOF", "a.pdf")
    assert capfd.readouterr() == ("", "")
    assert logging.getLogger("pypdf").propagate


@given(st.data())
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_broken_pdf_is_never_a_fault_of_the_program(card: Card, blank: bytes, data: st.DataObject) -> None:
    broken = bytearray(as_pdf_once(card, blank))
    for _ in range(data.draw(st.integers(1, 12))):
        at = data.draw(st.integers(0, len(broken) - 1))
        broken[at : at + data.draw(st.integers(0, 9))] = data.draw(st.binary(max_size=9))
    (read,) = read_cards(bytes(broken), "a.pdf", panel_of().printed())
    assert (read.card is None) == bool(read.problems)


KEPT: dict[str, bytes] = {}


def as_pdf_once(card: Card, blank: bytes) -> bytes:
    return KEPT.setdefault("card", as_pdf(blank, full(card)))


def test_a_table_may_hold_several_cards_in_any_order() -> None:
    panel = panel_of()
    cards = [panel.cards["direction", "chief"], panel.cards["case", "engineer"]]
    found = [row for it in cards for code in ("C-1", "C-2") for row in rows(it, full(it, candidate=code))]
    reads = read_cards(as_csv(sorted(found, key=str)), "a.csv", panel.printed())
    assert len(reads) == 4
    expected = [
        only(as_yaml(it, full(it, candidate=code)), "a.yaml") for it in cards for code in ("C-1", "C-2")
    ]
    read = sorted(
        (it.card for it in reads if it.card), key=lambda it: (it.session != "direction", it.candidate)
    )
    assert read == expected


def test_a_card_that_is_wrong_leaves_the_others_of_its_table_alone() -> None:
    it = full(CARD)
    good, bad = rows(CARD, it), rows(CARD, it._replace(candidate="C-2", ratings={**it.ratings, "st1": "6"}))
    first, second = read_cards(as_csv([*good, *bad]), "a.csv", panel_of().printed())
    assert first.card == only(as_yaml(CARD, it), "a.yaml")
    assert (second.card, len(second.problems), second.key) == (None, 1, ("C-2", "direction", "chief"))


def test_columns_come_in_any_order_and_two_may_be_left_out() -> None:
    names = [name for name in reversed(COLUMNS) if name not in {"date", "red_flags"}]
    found = rows(CARD, full(CARD, date=""))
    lines = [names, *([row[name] for name in names] for row in found)]
    text = "\n".join(",".join(f'"{cell}"' for cell in line) for line in lines)
    assert only(text.encode(), "a.csv") == only(as_csv(found), "a.csv")


def test_blank_rows_and_cells_that_a_spreadsheet_adds_or_leaves_out_do_not_matter() -> None:
    lines = GOOD.splitlines()
    padded = "\r\n".join([f"{lines[0]};;", "", *(f"{line};;" for line in lines[1:]), ";;;;"])
    bare = "\n".join([lines[0], *(line.removesuffix(";") for line in lines[1:])])
    assert only(padded.encode(), "a.csv") == only(bare.encode(), "a.csv") == only(GOOD.encode(), "a.csv")


def test_the_place_of_a_row_below_line_breaks_is_its_line() -> None:
    it = full(CARD)
    it = it._replace(evidence={**it.evidence, "st1": "one\ntwo\nthree"}, ratings={**it.ratings, "st2": "9"})
    assert said(as_csv(rows(CARD, it)), "a.csv")[0].startswith("a.csv:5:12: st2: ")


def test_excel_s_own_letters_are_read_where_every_code_page_agrees() -> None:
    text = GOOD.replace("“we cut it by half”", "Größe, Ärger, Öl, Straße, é")
    assert only(text.encode("cp1252"), "a.csv") == only(text.encode(), "a.csv")


@pytest.mark.parametrize("text", ["Müdigkeit", "Straße", "ñandú", "à la carte", "É"])
def test_a_macintosh_s_letters_are_not_taken_for_others(text: str) -> None:
    found = said(GOOD.replace("“we cut it by half”", text).encode("mac_roman"), "a.csv")
    assert found == ["a.csv: it is not certain which letters are meant: save it as 'CSV UTF-8'"]


def test_flags_are_named_in_a_table_by_their_words_or_their_box() -> None:
    found = rows(CARD, full(CARD))
    boxes = [flag for sheet in CARD.sheets for flag in sheet.flags]
    found[0]["red_flags"] = f"{boxes[0].text}\n{boxes[1].id}"
    found[1]["red_flags"] = boxes[0].text
    assert only(as_csv(found), "a.csv").red_flags == {"strategy": [boxes[0].text, boxes[1].text]}


def test_a_flag_in_a_table_is_known_by_its_words_on_any_row_of_the_card() -> None:
    found = rows(CARD, full(CARD))
    first, last = CARD.sheets[0], CARD.sheets[-1]
    found[0]["red_flags"] = f"{last.flags[0].text}\n{first.flags[0].text}"
    assert only(as_csv(found), "a.csv").red_flags == {
        last.competency.id: [last.flags[0].text],
        first.competency.id: [first.flags[0].text],
    }


@pytest.mark.parametrize(
    ("said", "locked"), [("WAHR", True), ("Vrai", True), ("FALSCH", False), ("FAUX ", False)]
)
def test_a_spreadsheet_in_another_language_locks_a_card(said: str, locked: bool) -> None:
    found = [{**row, "locked": said} for row in rows(CARD, full(CARD))]
    assert only(as_csv(found), "a.csv").locked is locked


@pytest.mark.parametrize(("said", "day"), [("31.01.2027", "2027-01-31"), ("1.2.2027 ", "2027-02-01")])
def test_a_day_is_read_as_a_german_spreadsheet_writes_it(said: str, day: str) -> None:
    assert str(only(table("2027-01-31", said, -1).encode(), "c.csv").date) == day


@pytest.mark.parametrize("day", ["01/31/2027", "31/01/2027", "31.13.2027", "31.01.27"])
def test_a_day_that_could_be_another_costs_a_line(day: str) -> None:
    assert said(table("2027-01-31", day, -1).encode(), "c.csv") == [
        f"c.csv:2:8: date: expected a date as 2027-01-31, found '{day}'"
    ]


HEARD = "Quittungsfälscher"
WRONG = (
    "ratings: {st1: SECRET}", "ratings: {SECRET: 4}", "ratings: SECRET", "ratings: {st1: [SECRET]}", "evidence: SECRET",
    "evidence: {st1: {SECRET: x}}", "evidence: {SECRET und mehr: x}", "evidence: {st1: [SECRET]}", "red_flags: {strategy: SECRET}",
    "red_flags: {SECRET: [x]}", "revised: {st1: {to: SECRET, because: ''}}", "revised: {SECRET: x}", "SECRET: x", "SECRET: x\nSECRET: y",
    "evidence:\n  st1: |\n  SECRET: x", "locked: SECRET", "conflict: {SECRET: x}", "evidence: {st1: SECRET: x}", "candidate: [SECRET]",
)  # fmt: skip


@pytest.mark.parametrize("wrong", WRONG)
def test_no_line_repeats_what_was_rated_or_heard(wrong: str) -> None:
    head = f"fingerprint: {CARD.machine[1][1]}\nrole: cto\nstage: scaleup\nsession: direction\nby: {{seat: chief, name: A}}\n"
    found = said((head + wrong.replace("SECRET", HEARD)).encode(), "a.yaml")
    assert found
    assert not [line for line in found if HEARD in line]

"""The looks: each is an accessible PDF on both papers, legible in every brand's colours, and one may be the user's own."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import page as validator
import pypdf
import pytest
from conftest import COMPANY
from conftest import role as resolved

from jdgen.documents import Kind, Subject
from jdgen.documents.document import compose_all
from jdgen.documents.templates import Templates
from jdgen.formats.html import page, stylesheet, to_html
from jdgen.formats.layout import laid_out
from jdgen.formats.pdf import to_pdf
from jdgen.formats.word import to_docx
from jdgen.role.kit.cards import cards
from jdgen.role.kit.view import describe_kit
from jdgen.role.view import describe
from jdgen.schema.contrast import MINIMUM, contrast_on_white
from jdgen.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Iterator

    from conftest import Make, Run

    from jdgen.documents import Paper
    from jdgen.documents.document import Document

SHIPPED = Path(__file__).parents[1] / "templates"
LOOKS = ("plain", "modern", "formal")
PAPERS: tuple[Paper, ...] = ("a4", "letter")
PALEST = 'primary: "#767676", accent: "#767676"'
"""The palest grey that a company file may ask for."""

HOUSE = """\
h1 { color: {{ brand.accent }} }
.facts { background: {{ tint }} }
@media screen and (prefers-color-scheme: dark) { .facts { background: #1F262E } }
"""


def subject(theme: str, more: str = "") -> Subject:
    it = resolved("cpo", "scaleup", f"{COMPANY}brand: {{theme: {theme}{more}}}\n")
    role = describe(it)
    kit = describe_kit(it, role)
    return Subject(role, kit, cards(it, kit, role))


def documents(
    theme: str, paper: Paper, kinds: tuple[Kind, ...], templates: Templates, more: str = ""
) -> list[Document]:
    """Of scorecards the first."""
    found = list(compose_all(subject(theme, more), kinds, templates, paper))
    return list({it.kind: it for it in reversed(found)}.values())


@pytest.fixture(scope="module")
def templates(tmp_path_factory: pytest.TempPathFactory) -> Templates:
    folder = tmp_path_factory.mktemp("own")
    (folder / "themes").mkdir()
    (folder / "themes" / "house.css.j2").write_text(HOUSE, "utf-8")
    return Templates([folder, SHIPPED])


@pytest.fixture(scope="module")
def made(templates: Templates) -> list[tuple[Document, bytes]]:
    """Posting, rubric and a scorecard of the looks that are not the default, which other tests look at, and of one's own."""
    wanted: list[tuple[str, Paper, tuple[Kind, ...]]] = [
        (theme, paper, (Kind.POSTING,)) for theme in ("modern", "formal", "house") for paper in PAPERS
    ]
    wanted += [
        ("modern", "a4", (Kind.RUBRIC,)), ("modern", "letter", (Kind.SCORECARD,)),
        ("formal", "letter", (Kind.RUBRIC,)), ("formal", "a4", (Kind.SCORECARD,)),
    ]  # fmt: skip
    return [(it, to_pdf(it)) for row in wanted for it in documents(*row, templates)]


def test_each_look_makes_accessible_pdfs_on_both_papers(
    made: list[tuple[Document, bytes]], tmp_path: Path
) -> None:
    for it, data in made:
        file = tmp_path / f"{it.role.brand.theme}-{it.paper}-{it.stem}.pdf"
        file.write_bytes(data)
        found = validator.validate_pdf(str(file), profile="ua1")
        assert found.is_compliant, (file.name, [failure.rule_id for failure in found.failures])


def test_a_posting_has_one_or_two_pages_in_each_look(made: list[tuple[Document, bytes]]) -> None:
    for it, data in made:
        if it.kind is Kind.POSTING:
            assert len(pypdf.PdfReader(BytesIO(data)).pages) <= 2, (it.role.brand.theme, it.paper)


@pytest.mark.parametrize("theme", ["modern", "formal"])
def test_what_fits_on_a_page_in_one_look_does_in_each(theme: str, templates: Templates) -> None:
    for it in documents(theme, "a4", (Kind.BRIEF, Kind.STRUCTURE, Kind.RULES), templates):
        assert len(pypdf.PdfReader(BytesIO(to_pdf(it))).pages) == 1, it.kind


def test_looks_differ_and_the_serif_is_in_the_formal_one_alone(made: list[tuple[Document, bytes]]) -> None:
    postings = {
        it.role.brand.theme: data for it, data in made if it.kind is Kind.POSTING and it.paper == "a4"
    }
    assert len(set(postings.values())) == 3
    assert [theme for theme, data in postings.items() if "Serif" in str(fonts(data))] == ["formal"]


def fonts(data: bytes) -> set[str]:
    sheets = pypdf.PdfReader(BytesIO(data)).pages
    found = (font.get_object() for it in sheets for font in cast("Any", it)["/Resources"]["/Font"].values())
    return {str(font["/BaseFont"]) for font in found}


def texts(box: Any, behind: str = "#FFFFFF") -> Iterator[tuple[str, str, str]]:
    """Yields each text below a box of a page, its colour and that of what lies behind it."""
    colour = box.style["background_color"]
    behind = hexed(colour) if colour.alpha else behind
    for child in getattr(box, "children", ()):
        yield from texts(child, behind)
    if getattr(box, "text", "").strip():
        yield box.text, hexed(box.style["color"]), behind


def hexed(colour: Any) -> str:
    return "#" + "".join(f"{round(part * 255):02X}" for part in colour.to("srgb").coordinates)


def contrast(one: str, other: str) -> float:
    """From their contrasts on white: (L1 + 0.05) / (L2 + 0.05)."""
    dark, light = sorted((contrast_on_white(one), contrast_on_white(other)), reverse=True)
    return dark / light


@pytest.mark.parametrize("theme", LOOKS)
def test_every_text_on_paper_is_legible_in_the_palest_colours(theme: str, templates: Templates) -> None:
    seen = set()
    kinds = (Kind.POSTING, Kind.RUBRIC, Kind.SCORECARD)
    for it in documents(theme, "a4", kinds, templates, f", {PALEST}"):
        pages = laid_out(it, page(it, style=""), stylesheet(it, "page", paged=True), SHIPPED / "fonts")
        for sheet in pages.pages:
            seen |= set(texts(sheet._page_box))  # noqa: SLF001 - the only way to what was laid out
    assert len(seen) > 300
    assert {behind for *_, behind in seen} == {"#FFFFFF", "#F3F5F7"}
    assert [it for it in seen if contrast(it[1], it[2]) < MINIMUM] == []


MIXED = re.compile(r"color-mix\(in srgb, (#\w{6}) (\d+)%, #FFFFFF\)")


def mixed(found: re.Match[str]) -> str:
    share = int(found[2]) / 100
    parts = (int(found[1][i : i + 2], 16) for i in (1, 3, 5))
    return "#" + "".join(f"{round(part * share + 255 * (1 - share)):02X}" for part in parts)


@pytest.mark.parametrize("theme", LOOKS)
def test_every_colour_of_the_dark_scheme_is_legible_for_the_darkest_brand(
    theme: str, templates: Templates
) -> None:
    (it,) = documents(theme, "a4", (Kind.POSTING,), templates, ', primary: "#000000", accent: "#000000"')
    style = MIXED.sub(mixed, stylesheet(it, "page") + stylesheet(it, "screen"))
    dark = "\n".join(re.findall(r"prefers-color-scheme: dark\) \{\n(.*?)\n\}", style, re.DOTALL))
    colours = re.findall(r"[{;] color: (#\w{6})", dark)
    behind = set(re.findall(r"background: (#\w{6})", dark)) - {"#FFFFFF"}  # a logo's, which has no text
    assert len(colours) >= 4
    assert behind == {"#14191F", "#1F262E"}
    assert [(one, other) for one in colours for other in behind if contrast(one, other) < MINIMUM] == []


def test_a_page_holds_the_serif_only_where_the_look_has_one(templates: Templates) -> None:
    for theme in LOOKS:
        (it,) = documents(theme, "a4", (Kind.POSTING,), templates)
        assert (b"font-family:'Source Serif 4'" in to_html(it)) == (theme == "formal")


def test_word_files_follow_the_look_that_ships_and_stay_plain_in_ones_own(templates: Templates) -> None:
    said = {}
    for theme in (*LOOKS, "house"):
        (it,) = documents(theme, "a4", (Kind.POSTING,), templates)
        said[theme] = to_docx(it)
    assert len(set(said.values())) == 3
    assert said["house"] == said["plain"]


def test_a_look_of_ones_own_stands_in_one_file(run: Run, workspace: Make) -> None:
    folder = workspace({"company.yaml": "brand: {theme: house}\n", "templates/themes/house.css.j2": HOUSE})
    assert run("cto", "-s", "startup", "-w", folder, "--html").code == 0
    style = (folder / "output/cto-startup/public/cto-startup-posting.html").read_text("utf-8")
    assert "h1 { color: #0B6E69 }" in style
    assert set(Workspace.at(folder).themes()) == {*LOOKS, "house"}


def test_a_look_of_ones_own_can_build_on_one_that_ships(run: Run, workspace: Make) -> None:
    own = '{% include "default/themes/modern.css.j2" %}\nh1 { color: {{ ink }} }\n'
    folder = workspace({"company.yaml": "brand: {theme: modern}\n", "templates/themes/modern.css.j2": own})
    assert run("cto", "-s", "startup", "-w", folder, "--html").code == 0
    style = (folder / "output/cto-startup/public/cto-startup-posting.html").read_text("utf-8")
    assert style.index("h2 { border-left: 3pt solid #0B6E69") < style.index("h1 { color: #1D2733 }")


MISTAKES = {
    "an unknown look": (
        {"company.yaml": "brand:\n  theme: modrn\n"},
        (
            "company.yaml:2:10: brand.theme: there is no look 'modrn'. Did you mean 'modern'? "
            "There are formal, modern and plain; one of your own is templates/themes/modrn.css.j2"
        ),
    ),
    "a look without its ending": (
        {"templates/themes/house.css": "h1 {}"},
        "templates/themes/house.css: is not read: call it house.css.j2",
    ),
    "an unknown colour in a look": (
        {
            "company.yaml": "brand: {theme: house}\n",
            "templates/themes/house.css.j2": "\nh1 { color: {{ brand.acent }} }\n",
        },
        "templates/themes/house.css.j2:2: brand has no 'acent'. Did you mean 'accent'?",
    ),
    "an image that is not there": (
        {
            "company.yaml": "brand: {theme: house}\n",
            "templates/themes/house.css.j2": "\nh1 { background: url(bar.png) }\n",
        },
        "templates/themes/house.css.j2:2: there is no image bar.png in templates; images outside are not read",
    ),
}


@pytest.mark.parametrize(("files", "said"), MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_costs_one_line_with_its_place(
    files: dict[str, str], said: str, run: Run, workspace: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(workspace(files))
    done = run("cto", "-s", "startup", "--html")
    assert (done.code, done.err) == (1, f"{said}\n")
    assert not Path("output").exists()


def test_a_rule_that_paper_does_not_understand_has_its_line(
    run: Run, workspace: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = "\nh1 { colour: red }\n"
    monkeypatch.chdir(
        workspace({"company.yaml": "brand: {theme: house}\n", "templates/themes/house.css.j2": own})
    )
    done = run("cto", "-s", "startup", "--pdf")
    assert done.code == 1
    assert done.err.startswith("templates/themes/house.css.j2:2: the style sheet is not understood: ")


def test_checks_know_the_looks(run: Run, workspace: Make) -> None:
    done = run("check", "cto", "-w", workspace({"company.yaml": "brand: {theme: modrn}\n"}))
    assert "there is no look 'modrn'" in done.out


def test_the_list_shows_looks(run: Run, workspace: Make) -> None:
    done = run("list", "-w", workspace({"templates/themes/house.css.j2": HOUSE}))
    assert re.search(r"Looks \(brand\.theme\)\n  formal +built-in\n  house +\S+house\.css\.j2\n", done.out)


def test_nothing_internal_reaches_a_page_through_a_look(run: Run, workspace: Make) -> None:
    own = "/* {{ document.role.competencies }} */"
    folder = workspace({"company.yaml": "brand: {theme: house}\n", "templates/themes/house.css.j2": own})
    said = "role.competencies is for interviewers and cannot stand in a public document\n"
    assert run("cto", "-s", "startup", "-w", folder, "--html").err.endswith(said)

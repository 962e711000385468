"""The HTML page: one file, nothing fetched, and readable by a machine that reads aloud."""

from __future__ import annotations

import itertools
import re
from html.parser import HTMLParser

import pytest
from conftest import COMPANY, VARIANTS

from jdgen.documents import KIT
from jdgen.formats.markup import to_html_body
from jdgen.generate.pipeline import generate
from jdgen.workspace import Workspace

VOID = {"meta", "img", "br", "hr", "link", "input"}


class Outline(HTMLParser):
    """Collects what the tests ask of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.unbalanced: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.unbalanced.append(tag)

    def named(self, *names: str) -> list[tuple[str, dict[str, str | None]]]:
        return [(tag, attrs) for tag, attrs in self.tags if tag in names]


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    folder = tmp_path_factory.mktemp("html")
    (folder / "company.yaml").write_text(COMPANY, "utf-8")
    written = [
        path
        for role, stage in VARIANTS
        for path in generate(role, Workspace.at(folder), stage=stage, formats=("html",)).written
    ]
    return {path.name: path.read_text("utf-8") for path in written}


@pytest.fixture(scope="module")
def kit(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    folder = tmp_path_factory.mktemp("kit")
    (folder / "company.yaml").write_text(COMPANY, "utf-8")
    done = generate("cpo", Workspace.at(folder), stage="scaleup", kinds=KIT, formats=("html",))
    return {path.name: path.read_text("utf-8") for path in done.written if path.suffix == ".html"}


def test_every_element_is_closed(pages: dict[str, str]) -> None:
    for name, page in pages.items():
        outline = Outline(page)
        assert not outline.unbalanced, name
        assert not outline.open, name


def test_a_page_has_a_language_a_title_and_one_main_heading(pages: dict[str, str]) -> None:
    for name, page in pages.items():
        outline = Outline(page)
        assert outline.named("html")[0][1]["lang"] == "en"
        assert len(outline.named("h1")) == 1, name
        assert {"header", "main", "footer"} <= {tag for tag, _ in outline.tags}
    assert "<title>Chief Product Officer — Northwind Scheduling</title>" in pages["cpo-scaleup-posting.html"]


def test_no_heading_level_is_skipped(pages: dict[str, str]) -> None:
    for name, page in pages.items():
        levels = [int(tag[1]) for tag, _ in Outline(page).named("h1", "h2", "h3", "h4")]
        assert all(after <= before + 1 for before, after in itertools.pairwise(levels)), name


def test_each_table_has_a_caption_and_named_rows_and_columns(pages: dict[str, str]) -> None:
    for name, page in pages.items():
        for table in re.findall(r"<table.*?</table>", page, re.DOTALL):
            assert "<caption>" in table, name
            assert all(attrs.get("scope") in {"col", "row"} for _, attrs in Outline(table).named("th")), name
            assert len(re.findall(r'<th scope="row">', table)) == table.count("<tr>") - 1, name


def test_an_empty_cell_names_no_row() -> None:
    page = to_html_body("| Area | You |\n| --- | --- |\n| Strategy | all |\n| | more |\n")
    assert page.count('<th scope="row">') == 1


def test_nothing_is_fetched(pages: dict[str, str]) -> None:
    for name, page in pages.items():
        addresses = [attrs.get("src") or "" for _, attrs in Outline(page).named("img", "iframe", "link")]
        assert all(address.startswith("data:") for address in addresses), name
        assert all(address.startswith("data:") for address in re.findall(r"url\(([^)]*)\)", page)), name
        scripts = [attrs for tag, attrs in Outline(page).named("script")]
        assert all(attrs == {"type": "application/ld+json"} for attrs in scripts), name


def test_pictures_have_a_text_alternative(pages: dict[str, str]) -> None:
    for name, page in pages.items():
        assert all(attrs.get("alt") for _, attrs in Outline(page).named("img")), name
        assert all(attrs.get("aria-label") for _, attrs in Outline(page).named("svg")), name
    said = "Weights of the competencies, of 100: Product strategy and roadmap 20 (floor 3)"
    assert said in pages["cpo-scaleup-rubric.html"]


def test_a_chart_scrolls_on_a_small_screen_with_the_keyboard_too(kit: dict[str, str]) -> None:
    page = kit["cpo-scaleup-interview-plan.html"]
    charts = [attrs for _, attrs in Outline(page).named("figure")]
    assert len(charts) == 2
    assert all(attrs.get("tabindex") == "0" for attrs in charts)
    assert ".chart { overflow-x: auto }" in page


def test_addresses_are_links(pages: dict[str, str]) -> None:
    page = pages["cpo-scaleup-posting.html"]
    assert '<a href="https://northwind.example/jobs/cpo">https://northwind.example/jobs/cpo</a>.' in page
    assert '<a href="mailto:people@northwind.example">people@northwind.example</a>' in page


def test_landmarks_have_names_of_their_own(kit: dict[str, str]) -> None:
    wide = 0
    for name, page in kit.items():
        labels = [attrs.get("aria-label") for _, attrs in Outline(page).named("section")]
        assert len(set(labels)) == len(labels), name
        assert all(labels), name
        assert 'role="region"' not in page, name
        wide += len(labels)
    assert wide > 20


def test_browsers_are_not_given_what_only_paper_understands(kit: dict[str, str]) -> None:
    for name, page in kit.items():
        assert "string(" not in page, name
        assert "string-set" not in page, name


def test_only_internal_pages_say_confidential(pages: dict[str, str]) -> None:
    for name, page in pages.items():
        assert ("Confidential" in page) == name.endswith("-rubric.html"), name


def test_hints_about_layout_become_classes_and_never_text(pages: dict[str, str]) -> None:
    for name, page in pages.items():
        assert "{:" not in page.partition("</style>")[2], name
    assert '<p class="lead">' in pages["cto-scaleup-posting.html"]
    assert '<table class="owners">' in pages["cto-scaleup-posting.html"]

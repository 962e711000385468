"""Every shipped document, whole, as a person read and accepted it."""

from __future__ import annotations

import difflib
from pathlib import Path
from typing import TYPE_CHECKING

import mdformat
import pytest
from conftest import COMPANY, VARIANTS

from jdgen.documents import KIT, MAIN
from jdgen.generate.pipeline import generate
from jdgen.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Iterator

GOLDEN = Path(__file__).parent / "golden"
DOCUMENTS = ("public/{}-posting", "internal/{}-rubric")


def made(
    folder: Path, role: str, stage: str, company: str | None = None, lang: str | None = None
) -> Iterator[tuple[str, str]]:
    if company:
        (folder / "company.yaml").write_text(company, "utf-8")
    for path in generate(role, Workspace.at(folder), stage=stage, lang=lang).written:
        yield path.name, path.read_text("utf-8")


def compare(name: str, text: str, *, update: bool) -> None:
    path = GOLDEN / name
    if update:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    expected = path.read_text("utf-8") if path.exists() else ""
    changes = "\n".join(
        difflib.unified_diff(expected.splitlines(), text.splitlines(), "accepted", "now", lineterm="")
    )
    assert text == expected, f"{name} changed. Read the difference; `make golden` accepts it.\n{changes}"


@pytest.mark.parametrize(("role", "stage"), VARIANTS)
def test_documents_without_a_company_are_as_accepted(
    tmp_path: Path, role: str, stage: str, update_goldens: bool
) -> None:
    for name, text in made(tmp_path, role, stage):
        compare(name, text, update=update_goldens)


def test_a_posting_with_every_company_field_is_as_accepted(tmp_path: Path, update_goldens: bool) -> None:
    texts = dict(made(tmp_path, "cpo", "scaleup", COMPANY))
    compare("company/cpo-scaleup-posting.md", texts["cpo-scaleup-posting.md"], update=update_goldens)


@pytest.mark.parametrize("lang", ["de", "fr"])
def test_documents_in_another_language_are_as_accepted(
    tmp_path: Path, lang: str, update_goldens: bool
) -> None:
    for name, text in made(tmp_path, "cpo", "scaleup", COMPANY, lang):
        compare(f"{lang}/{name}", text, update=update_goldens)


VACANCY = """\
role: cpo
stage: scaleup
people:
  recruiter: Noor Haddad
  chief: Ada Park
  finance: Tom Weller
  technology: Ines Costa
  customer: Jon Bell
  product: Mei Tanaka
  people: Dana Whitfield
trained: {chief: 2026-11-02, finance: 2026-11-02}
dates: {opened: 2026-11-16, debrief: 2027-02-12}
"""


def test_the_kit_of_a_vacancy_is_as_accepted(tmp_path: Path, update_goldens: bool) -> None:
    (tmp_path / "company.yaml").write_text(
        COMPANY + "records: {months: 12, contact: privacy@northwind.example}\n", "utf-8"
    )
    (tmp_path / "vacancies").mkdir()
    (tmp_path / "vacancies" / "cpo-2026.yaml").write_text(VACANCY, "utf-8")
    kinds = [kind for kind in KIT if kind not in MAIN]
    done = generate("cpo", Workspace.at(tmp_path), kinds=kinds, vacancy="cpo-2026")
    for path in done.written:
        compare(f"kit/{path.name}", path.read_text("utf-8"), update=update_goldens)
    assert {path.name for path in (GOLDEN / "kit").iterdir()} == {path.name for path in done.written}


def test_no_golden_is_left_over() -> None:
    wanted = {f"{role}-{stage}-{kind}.md" for role, stage in VARIANTS for kind in ("posting", "rubric")}
    assert {path.name for path in GOLDEN.glob("*.md")} == wanted


@pytest.mark.parametrize("path", sorted(GOLDEN.rglob("*.md")), ids=lambda path: path.name)
def test_markdown_is_stable_under_a_formatter(path: Path) -> None:
    text = path.read_text("utf-8")
    assert mdformat.text(text, extensions={"gfm"}, options={"number": True}) == text

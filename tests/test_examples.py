"""Every example is run, and its documents are compared whole."""

from __future__ import annotations

import difflib
from pathlib import Path

import pytest
from click.testing import CliRunner

from jdgen.cli import main

ROOT = Path(__file__).parent.parent
NORTHWIND = ROOT / "examples" / "northwind"
GOLDEN = ROOT / "tests" / "golden" / "northwind"
WRITTEN = {
    "posting.md": "cpo-scaleup/public/cpo-scaleup-posting.md",
    "rubric.md": "cpo-scaleup/internal/cpo-scaleup-rubric.md",
}


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("northwind")
    result = CliRunner().invoke(
        main,
        ["cpo", "--html", "--workspace", str(NORTHWIND), "--output", str(folder)],
        catch_exceptions=False,
    )
    assert result.exit_code == 0, result.stderr
    assert result.stderr == "\nThe posting is ready to publish.\n"
    return folder


@pytest.mark.parametrize("name", WRITTEN)
def test_the_example_makes_the_documents_that_were_accepted(
    name: str, output: Path, request: pytest.FixtureRequest
) -> None:
    made = (output / WRITTEN[name]).read_text("utf-8")
    golden = GOLDEN / name
    if request.config.getoption("--update-goldens", default=False):
        GOLDEN.mkdir(parents=True, exist_ok=True)
        golden.write_text(made, "utf-8")
    accepted = golden.read_text("utf-8").splitlines()
    differs = "\n".join(difflib.unified_diff(accepted, made.splitlines(), "accepted", "made", lineterm=""))
    assert not differs, f"{differs}\nIf this is meant: make golden"


def test_no_document_of_an_example_is_left_over() -> None:
    assert {path.name for path in GOLDEN.iterdir()} == set(WRITTEN)


def test_the_template_overrides_one_block_in_three_lines(output: Path) -> None:
    template = (NORTHWIND / "templates" / "posting.md.j2").read_text("utf-8")
    assert len(template.splitlines()) == 3
    posting = (output / WRITTEN["posting.md"]).read_text("utf-8")
    section = posting.partition("## How we hire\n")[2].partition("\n## ")[0]
    assert "at least two people who rate independently" in section, "what `super()` stands for"
    assert section.endswith(
        "You hear from a person within five working days of each step, whatever the outcome.\n"
    )


def test_the_colour_and_the_logo_reach_the_page(output: Path) -> None:
    page = (output / WRITTEN["posting.md"]).with_suffix(".html").read_text("utf-8")
    assert "#A3431F" in page
    assert "#0B6E69" not in page, "the built-in accent"
    assert 'src="data:image/svg+xml;base64,' in page


def test_the_patch_and_the_profile_reach_both_documents(output: Path) -> None:
    posting, rubric = ((output / path).read_text("utf-8") for path in WRITTEN.values())
    assert "what the product may do to patients" in posting
    assert "Delivery in a regulated product" in rubric
    assert "Head of Finance" in rubric
    assert "Chief Financial Officer" not in rubric


def test_the_example_has_no_error_and_no_warning() -> None:
    result = CliRunner().invoke(main, ["check", "--workspace", str(NORTHWIND)])
    assert result.exit_code == 0
    assert not [
        line for line in result.stdout.splitlines() if ": info " not in line and ": waived " not in line
    ]

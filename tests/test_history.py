"""An override says which release it is written for, keeps working, and is told what changed since."""

from __future__ import annotations

import importlib.util
import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import jdgen
from jdgen.documents.history import blocks_in, changes, mark, recorded, text_at, written_for
from jdgen.documents.templates import Templates
from jdgen.workspace import Workspace

if TYPE_CHECKING:
    from types import ModuleType

    from conftest import Make, Run

    from jdgen.documents.history import History

ROOT = Path(__file__).parents[1]
TEMPLATES = ROOT / "templates"

FIRST = "{% block title %}\n# {{ role.title }}\n{% endblock %}\n{% block pay %}\nPay\n{% endblock %}\n"
SECOND = FIRST.replace("Pay\n", "Pay and more\n")
THIRD = "{% block title %}\n## {{ role.title }}\n{% endblock %}\n"
OWN = '{% extends "default/posting.md.j2" %}\n{# Written for jdgen RELEASE #}\n{% block title %}x{% endblock %}\n{% block pay %}y{% endblock %}\n'


@pytest.fixture
def history() -> History:
    """Three releases: the second changed a block, the third changed another and removed the first."""
    found: History = {}
    for release, source in {"0.9.0": FIRST, "0.10.0": SECOND, "1.0": THIRD}.items():
        found = recorded(found, release, {"posting.md.j2": source})
    return found


def test_a_release_keeps_only_what_it_changed(history: History) -> None:
    assert history["0.9.0"] == {"posting.md.j2": {"title": "# {{ role.title }}", "pay": "Pay"}}
    assert history["0.10.0"] == {"posting.md.j2": {"pay": "Pay and more"}}
    assert history["1.0"] == {"posting.md.j2": {"title": "## {{ role.title }}", "pay": None}}


def test_to_keep_a_release_again_changes_nothing(history: History) -> None:
    assert recorded(history, "1.0", {"posting.md.j2": THIRD}) == history


@pytest.mark.parametrize(
    ("release", "block", "text"),
    [
        ("0.9.0", "pay", "Pay"),
        ("0.9.7", "pay", "Pay"),
        ("0.10.0", "pay", "Pay and more"),
        ("0.10.0", "title", "# {{ role.title }}"),
        ("1.0", "pay", None),
        ("0.8", "pay", None),
        ("1.0", "never", None),
    ],
)
def test_a_block_said_what_the_last_release_before_it_made_it(
    release: str, block: str, text: str | None, history: History
) -> None:
    assert text_at(history, release, "posting.md.j2", block) == text


@pytest.mark.parametrize(
    ("release", "changed"),
    [
        ("0.9.0", [(3, "title"), (4, "pay")]),
        ("0.10.0", [(3, "title"), (4, "pay")]),
        ("1.0", []),
    ],
)
def test_an_override_is_told_which_of_its_blocks_changed(
    release: str, changed: list[tuple[int, str]], history: History
) -> None:
    found = list(changes(OWN.replace("RELEASE", release), THIRD, "posting.md.j2", history))
    assert [(it.line, it.block) for it in found] == changed
    assert all(it.after is None for it in found if it.block == "pay")


def test_a_copy_of_a_whole_template_replaces_every_block(history: History) -> None:
    own = f"{mark('0.9.0')}\n{FIRST}"
    assert [it.block for it in changes(own, THIRD, "posting.md.j2", history)] == ["title", "pay"]


def test_a_block_that_no_release_had_is_left_to_the_run(history: History) -> None:
    own = (
        OWN.replace("RELEASE", "0.9.0").replace("block pay", "block pya").replace("block title", "block mine")
    )
    assert list(changes(own, THIRD, "posting.md.j2", history)) == []


def test_blocks_stand_where_they_are_written_and_not_in_comments() -> None:
    source = "{# {% block no %} #}\n{%- block a %}\nA {% block b %}B{% endblock b %}\n{% endblock %}\n{% block open %}"
    assert blocks_in(source) == {"a": (2, "A {% block b %}B{% endblock b %}"), "b": (3, "B")}


def test_the_blocks_found_are_those_that_jinja_finds() -> None:
    templates = Templates([TEMPLATES])
    for path in TEMPLATES.glob("*.j2"):
        assert set(blocks_in(path.read_text("utf-8"))) == set(templates.blocks(path.name)), path.name


@pytest.mark.parametrize(
    ("text", "release"),
    [
        ("{# Written for jdgen 0.1.0 #}", "0.1.0"),
        ("{#- Written for jdgen 2. Blocks: x #}", "2"),
        ("Written for jdgen 0.1.0", None),
        ("{# mine #}", None),
    ],
)
def test_a_mark_names_a_release(text: str, release: str | None) -> None:
    assert written_for(text) == release


@pytest.fixture
def later(history: History, monkeypatch: pytest.MonkeyPatch) -> None:
    """The built-in posting of today, called 1.1, beside an older one."""
    title = blocks_in((TEMPLATES / "posting.md.j2").read_text("utf-8"))["mission"].text
    older: History = {"1.0": {"posting.md.j2": {"mission": title.replace("lead", "first"), "gone": "Away"}}}
    monkeypatch.setattr("jdgen.generate.outdated.__version__", "1.1")
    monkeypatch.setattr("jdgen.__version__", "1.1")
    monkeypatch.setattr(Workspace, "history", lambda _: history | older)


@pytest.mark.usefixtures("later")
def test_the_list_shows_what_changed_and_how(
    run: Run, workspace: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = OWN.replace("RELEASE", "1.0").replace("title", "mission").replace("pay", "gone")
    monkeypatch.chdir(workspace({"templates/posting.md.j2": own}))
    done = run("list", "--outdated")
    assert (done.code, done.out) == (
        0,
        """\
templates/posting.md.j2:3: the block 'mission' is not what it was in jdgen 1.0
--- mission, jdgen 1.0
+++ mission, jdgen 1.1
@@ -1,2 +1,2 @@
 {{ role.mission }}
-{: .first }
+{: .lead }

templates/posting.md.j2:4: the block 'gone', which jdgen 1.0 had, is gone: move its text to another block
--- gone, jdgen 1.0
+++ gone, jdgen 1.1
@@ -1 +0,0 @@
-Away

When you have looked at a template, write {# Written for jdgen 1.1 #} into it.
""",
    )


@pytest.mark.usefixtures("later")
@pytest.mark.parametrize(
    ("own", "said"),
    [
        (
            "{# mine #}",
            "does not say which jdgen it is written for: add the line {# Written for jdgen 1.1 #} to be told what changes",
        ),
        (
            "{# Written for jdgen 1.2 #}",
            "is written for jdgen 1.2, and this is 1.1: correct the line, or install that",
        ),
    ],
)
def test_a_template_that_cannot_be_compared_says_why(
    own: str, said: str, run: Run, workspace: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(workspace({"templates/posting.md.j2": own}))
    assert run("list", "--outdated").out == f"templates/posting.md.j2: {said}\n"


def test_a_new_template_is_not_outdated_and_says_its_release(run: Run, here: Path) -> None:
    assert run("new", "template", "posting", "--block", "process").code == 0
    text = (here / "templates/posting.md.j2").read_text("utf-8")
    assert written_for(text) == jdgen.__version__
    assert text.endswith("{% block process %}{{ super() }}{% endblock %}\n")
    assert run("list", "--outdated").out == "None of your templates is outdated.\n"


@pytest.mark.usefixtures("here")
def test_a_block_that_is_not_there_is_named(run: Run) -> None:
    done = run("new", "template", "posting", "--block", "proces")
    assert done.code == 2
    assert "posting.md.j2 has no block 'proces'. Did you mean 'process'?" in done.err


@pytest.fixture(scope="module")
def tool() -> ModuleType:
    spec = importlib.util.spec_from_file_location("keep_blocks", ROOT / "tools" / "keep_blocks.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_a_release_that_has_its_day_has_kept_its_blocks(tool: ModuleType) -> None:
    released = f"## {jdgen.__version__} - Unreleased" not in (ROOT / "CHANGELOG.md").read_text("utf-8")
    if released:
        assert tool.KEPT.read_text("utf-8") == tool.kept(), "run `make release`"
    else:
        assert jdgen.__version__ not in json.loads(tool.KEPT.read_text("utf-8"))


def test_the_tool_keeps_every_block_that_there_is(tool: ModuleType) -> None:
    kept = json.loads(tool.kept())[jdgen.__version__]
    assert set(kept) == {path.name for path in TEMPLATES.glob("*.j2")}
    assert kept["posting.md.j2"]["mission"] == "{{ role.mission }}\n{: .lead }"


GOLDEN = ROOT / "tests" / "golden" / "first-release"
OVERRIDES = ROOT / "tests" / "data" / "first-release"


def test_overrides_written_for_the_first_release_say_what_they_said(
    run: Run, tmp_path: Path, update_goldens: bool
) -> None:
    from conftest import COMPANY  # noqa: PLC0415

    (tmp_path / "company.yaml").write_text(COMPANY, "utf-8")
    (tmp_path / "templates").mkdir()
    for path in OVERRIDES.iterdir():
        assert written_for(path.read_text("utf-8")) == "0.1.0"
        (tmp_path / "templates" / path.name).write_bytes(path.read_bytes())
    done = run("cpo", "-s", "scaleup", "--html", "-w", tmp_path)
    assert done.code == 0, done.err
    for name in ("public/cpo-scaleup-posting", "internal/cpo-scaleup-rubric"):
        text = (tmp_path / "output/cpo-scaleup" / f"{name}.md").read_text("utf-8")
        golden = GOLDEN / f"{Path(name).name}.md"
        if update_goldens:
            golden.parent.mkdir(exist_ok=True)
            golden.write_text(text, "utf-8")
        assert text == golden.read_text("utf-8")
    page = (tmp_path / "output/cpo-scaleup/public/cpo-scaleup-posting.html").read_text("utf-8")
    assert re.search(r"h2 \{ color: #0B6E69 \}", page)
    assert '<meta name="keywords" content="CPO">' in page

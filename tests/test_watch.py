"""`--watch`: documents made again after every change, a mistake survived, Ctrl-C an ordinary end."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from itertools import islice
from typing import TYPE_CHECKING

import pytest

from jdgen.cli.watch import changes
from jdgen.workspace.watching import contents

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from conftest import Make

PATIENCE = 30
"""Seconds until a busy machine has to have answered."""


def test_the_first_look_is_a_change_and_the_same_again_is_none() -> None:
    looks = iter([1, 1, 2, 2, 2, 3])
    assert sum(1 for _ in islice(changes(lambda: next(looks), 0), 3)) == 3
    assert list(looks) == []


def test_what_changes_during_the_work_is_seen_after_it() -> None:
    state = ["first"]
    seen = []
    for _ in changes(lambda: tuple(state), 0):
        seen.append(tuple(state))
        if len(seen) == 3:
            break
        state.append("saved while at work")
    assert [len(it) for it in seen] == [1, 2, 3]


def same_time(path: Path) -> None:
    path.write_text("name: B\n", "utf-8")
    os.utime(path, (1, 1))


def renamed(path: Path) -> None:
    path.with_name("x~").write_text("name: B\n", "utf-8")
    path.with_name("x~").replace(path)


SAVES: dict[str, Callable[[Path], object]] = {
    "in place": lambda path: path.write_text("name: B\n", "utf-8"),
    "of the same length and time": same_time,
    "by renaming": renamed,
    "by deleting": lambda path: path.unlink(),
}


@pytest.mark.parametrize("save", SAVES.values(), ids=SAVES)
def test_a_save_is_seen_however_an_editor_does_it(save: Callable[[Path], object], workspace: Make) -> None:
    folder = workspace({"company.yaml": "name: A\n"})
    os.utime(folder / "company.yaml", (1, 1))
    before = contents(folder)
    save(folder / "company.yaml")
    assert contents(folder) != before


@pytest.mark.parametrize(
    "name", ["profiles/own.yaml", "profiles/common.yaml", "templates/posting.md.j2", "templates/img/a.png", "templates/themes/a.css.j2", "logo.svg", "pictures/logo.svg", "languages/de.yaml", "vacancies/a/vacancy.yaml"]
)  # fmt: skip
def test_a_new_file_of_every_kind_is_seen(name: str, workspace: Make) -> None:
    before = contents(workspace({"company.yaml": "name: A\n"}))
    assert contents(workspace({"company.yaml": "name: A\n", name: "x"})) != before


@pytest.mark.parametrize("name", ["output/x.md", "vacancies/a/scorecards/x.yaml", "notes.txt"])
def test_what_no_document_is_made_of_is_not_looked_at(name: str, workspace: Make) -> None:
    before = contents(workspace({"company.yaml": "name: A\n"}))
    assert contents(workspace({"company.yaml": "name: A\n", name: "x"})) == before


@pytest.fixture
def watching(workspace: Make) -> Iterator[tuple[subprocess.Popen[str], Path, Path]]:
    folder = workspace({"company.yaml": "name: First\n"})
    command = [sys.executable, "-m", "jdgen", "cpo", "-s", "startup", "--watch", "-w", str(folder)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    try:
        yield process, folder / "company.yaml", folder / "output/cpo-startup/public/cpo-startup-posting.md"
    finally:
        process.kill()
        process.communicate()


def wait_for(said: str, posting: Path) -> None:
    end = time.monotonic() + PATIENCE
    while not (posting.exists() and said in posting.read_text("utf-8")):
        assert time.monotonic() < end, f"{said} was never printed"
        time.sleep(0.02)


def test_documents_follow_the_files_and_ctrl_c_ends_it_cleanly(
    watching: tuple[subprocess.Popen[str], Path, Path],
) -> None:
    process, company, posting = watching
    wait_for("First", posting)
    for number in range(5):
        company.with_name("draft").write_text(f"name: Save {number}\n", "utf-8")
        company.with_name("draft").replace(company)
        wait_for(f"Save {number}", posting)
    company.write_text("name: [\n", "utf-8")
    time.sleep(0.5)
    assert "Save 4" in posting.read_text("utf-8")
    company.write_text("name: Mended\n", "utf-8")
    wait_for("Mended", posting)
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=PATIENCE)
    assert process.returncode == 0
    assert said.endswith("stopped watching\n")
    assert "Traceback" not in said
    assert "company.yaml:2:1" in said

"""Compiled templates are kept for the next run: never trusted further than their text, and never in the way."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from jdgen.documents.templates import Templates
from jdgen.workspace.cache import cache_folder

if TYPE_CHECKING:
    from conftest import Run

BUILT_IN = Path(__file__).parents[1] / "templates"


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a user who has not run the program yet."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    folder = cache_folder()
    assert folder
    return folder


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A template of the user's own."""
    file = tmp_path / "templates" / "note.md.j2"
    file.parent.mkdir()
    file.write_text("one {{ word }}")
    return file


def said(own: Path, cache: Path | None) -> str:
    return Templates([own.parent, BUILT_IN], kept=cache).render("note.md.j2", word="word")


def test_what_is_kept_is_what_is_printed_next_time(own: Path, cache: Path) -> None:
    assert said(own, cache) == "one word"
    (kept,) = cache.iterdir()
    kept.write_bytes(kept.read_bytes().replace(b"one ", b"two "))
    assert said(own, cache) == "two word"


def test_a_changed_template_is_compiled_anew(own: Path, cache: Path) -> None:
    said(own, cache)
    own.write_text("another {{ word }}")
    assert said(own, cache) == "another word"


@pytest.mark.parametrize("left", [b"", b"j2", b"nonsense" * 100])
def test_what_is_damaged_is_made_again(left: bytes, own: Path, cache: Path) -> None:
    said(own, cache)
    (kept,) = cache.iterdir()
    kept.write_bytes(left)
    assert said(own, cache) == "one word"


def test_what_is_cut_off_is_made_again(own: Path, cache: Path) -> None:
    said(own, cache)
    (kept,) = cache.iterdir()
    whole = kept.read_bytes()
    kept.write_bytes(whole[:-20])
    assert said(own, cache) == "one word"
    assert kept.read_bytes() == whole


def test_nothing_is_lost_where_nothing_can_be_kept(own: Path, cache: Path) -> None:
    cache.rmdir()
    assert said(own, cache) == "one word"


def test_a_mistake_has_its_line_from_what_is_kept_too(own: Path, cache: Path) -> None:
    own.write_text("fine\n{{ word.size }}")
    lines = []
    for _ in range(2):
        with pytest.raises(Exception, match="2: str has no 'size'") as caught:
            said(own, cache)
        lines.append(str(caught.value))
    assert lines[0] == lines[1]


def test_the_folder_is_the_users_alone(cache: Path) -> None:
    assert cache.stat().st_mode & 0o777 == 0o700


def test_a_folder_that_others_can_write_is_not_used(cache: Path) -> None:
    cache.chmod(0o777)
    assert cache_folder() is None


def test_a_folder_of_somebody_else_is_not_used(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert cache.is_dir()
    monkeypatch.setattr(os, "geteuid", lambda: 12345)
    assert cache_folder() is None


def test_nothing_is_kept_where_there_is_no_room_for_a_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    assert cache_folder() is None


def test_nothing_is_kept_for_those_who_want_it_so(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("JDGEN_CACHE", "0")
    assert run("cpo", "--stage", "scaleup").code == 0
    assert not (tmp_path / "cache").exists()


def test_documents_are_the_same_from_what_is_kept(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    made = []
    for _ in range(2):
        assert run("cpo", "--stage", "scaleup", "--html").code == 0
        made.append({path.name: path.read_bytes() for path in Path("output").rglob("*.*")})
    assert list((tmp_path / "cache" / "jdgen").glob("templates/*"))
    assert made[0] == made[1]

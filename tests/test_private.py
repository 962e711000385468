"""Confidential files: their owner's alone from the moment they are made, whatever the system's default is."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from jdgen.errors import JdgenError
from jdgen.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Iterator

FILES = {"packet/packet.md": b"total 3.80", "packet/data/packet.json": b"{}"}
FOLDER = Path("vacancies/cpo-2026")


@pytest.fixture(autouse=True, params=[0o022, 0o000], ids=["umask 022", "umask 000"])
def place(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """An empty workspace where files are made for everybody unless they say otherwise, and no right may be changed later."""
    monkeypatch.chdir(tmp_path)
    before = os.umask(request.param)
    for name in ("chmod", "fchmod", "lchmod"):
        monkeypatch.setattr(os, name, refuse, raising=False)
    FOLDER.mkdir(parents=True)
    yield
    os.umask(before)


def refuse(*_: object, **__: object) -> None:
    pytest.fail("rights are changed after the file was made")


def write(files: dict[str, bytes] = FILES) -> tuple[Path, ...]:
    return Workspace.at().write_private("cpo-2026", files)


def rights(folder: Path) -> dict[str, int]:
    return {str(path.relative_to(folder)): path.stat().st_mode & 0o777 for path in sorted(folder.rglob("*"))}


def test_files_and_new_folders_are_their_owner_s() -> None:
    before = FOLDER.stat().st_mode
    assert write() == tuple(FOLDER / name for name in FILES)
    assert rights(FOLDER) == {
        "packet": 0o700, "packet/data": 0o700, "packet/data/packet.json": 0o600, "packet/packet.md": 0o600,
    }  # fmt: skip
    assert (FOLDER / "packet/packet.md").read_bytes() == b"total 3.80"
    assert FOLDER.stat().st_mode == before


def test_what_is_written_on_the_way_is_their_owner_s_too(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[dict[str, int]] = []
    replace = Path.replace

    def look(path: Path, target: Path) -> Path:
        seen.append(rights(FOLDER / "packet"))
        return replace(path, target)

    write({"packet/a.md": b"old"})
    monkeypatch.setattr(Path, "replace", look)
    write({"packet/a.md": b"new", "packet/b.md": b"new"})
    assert len(seen) == 2
    assert any(name.endswith(".kept") for name in seen[0])
    assert {mode for found in seen for mode in found.values()} == {0o600}


def test_a_file_that_everybody_could_read_is_replaced_by_one_that_they_cannot() -> None:
    (FOLDER / "packet").mkdir()
    (FOLDER / "packet/packet.md").write_bytes(b"old")
    write()
    assert rights(FOLDER)["packet/packet.md"] == 0o600


def test_a_file_that_lies_in_the_way_is_not_written_into() -> None:
    """Left by a run that was killed, or put there as a link to another file."""
    (FOLDER / "packet").mkdir()
    (FOLDER / "elsewhere").write_bytes(b"mine")
    (FOLDER / f"packet/.packet.md.{os.getpid()}").symlink_to("../elsewhere")
    write()
    assert (FOLDER / "elsewhere").read_bytes() == b"mine"
    assert rights(FOLDER)["packet/packet.md"] == 0o600
    assert not (FOLDER / "packet/packet.md").is_symlink()


def test_a_failure_leaves_the_earlier_files_and_their_rights(monkeypatch: pytest.MonkeyPatch) -> None:
    write()
    replace = Path.replace

    def fail(path: Path, target: Path) -> Path:
        if target.name == "packet.json" and not path.name.endswith(".kept"):
            raise OSError(28, "No space left on device", str(target))
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(JdgenError, match="No space left on device"):
        write(dict.fromkeys(FILES, b"new"))
    assert {name: (FOLDER / name).read_bytes() for name in FILES} == FILES
    assert rights(FOLDER / "packet") == {"data": 0o700, "data/packet.json": 0o600, "packet.md": 0o600}

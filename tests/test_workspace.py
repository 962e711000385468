"""Files are found by name, read within bounds, and written all or not at all."""

from __future__ import annotations

import os
from errno import EACCES, ENOSPC
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from jdgen.errors import JdgenError
from jdgen.workspace import Workspace
from jdgen.workspace.reading import LARGEST

if TYPE_CHECKING:
    from collections.abc import Callable

    from conftest import Make

FILES = {"a/one.md": b"1", "a/two.md": b"2", "b/three.md": b"3"}
PROFILE = "schema: 1\nrole: coo\ntitle: Chief Operating Officer\nstages: {startup: {}}\n"


def contents(folder: Path) -> dict[str, bytes | None]:
    """Every file below a folder, and every folder (None), hidden ones too."""
    return {
        str(path.relative_to(folder)): path.read_bytes() if path.is_file() else None
        for path in sorted(folder.rglob("*"))
    }


def refused(action: Callable[[], object]) -> str:
    with pytest.raises(JdgenError) as error:
        action()
    return str(error.value)


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    monkeypatch.chdir(tmp_path)
    return Workspace.at()


def test_files_are_written_in_the_order_in_which_they_come(place: Workspace) -> None:
    written = place.write(FILES)
    assert written == tuple(Path("output", name) for name in FILES)
    assert contents(Path("output")) == {"a": None, "b": None, **FILES}


def test_nothing_but_the_files_is_left_when_they_are_replaced(place: Workspace) -> None:
    place.write(FILES)
    place.write({**FILES, "a/one.md": b"new"})
    assert contents(Path("output")) == {"a": None, "b": None, **FILES, "a/one.md": b"new"}


def test_the_output_folder_may_be_elsewhere(tmp_path: Path) -> None:
    Workspace.at(tmp_path / "in", tmp_path / "out/deep").write({"x.md": b"x"})
    assert contents(tmp_path) == {"out": None, "out/deep": None, "out/deep/x.md": b"x"}


class Failing:
    """Lets the calls of a method pass until the one that is told to fail."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, method: str, call: int, error: BaseException) -> None:
        self.calls, original = 0, getattr(Path, method)

        def replaced(path: Path, *rest: object) -> object:
            self.calls += 1
            if self.calls == call:
                raise error
            return original(path, *rest)

        monkeypatch.setattr(Path, method, replaced)


STEPS = [("mkdir", 1), ("mkdir", 2), ("mkdir", 3)]
STEPS += [(method, call) for method in ("write_bytes", "replace") for call in (1, 2, 3)]


@pytest.mark.parametrize(("method", "call"), STEPS)
@pytest.mark.parametrize(
    "error", [OSError(ENOSPC, "No space left on device"), KeyboardInterrupt()], ids=["full disk", "Ctrl-C"]
)
def test_a_first_run_that_fails_leaves_nothing(
    method: str, call: int, error: BaseException, place: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    failing = Failing(monkeypatch, method, call, error)
    with pytest.raises((JdgenError, KeyboardInterrupt)):
        place.write(FILES)
    assert failing.calls >= call
    assert contents(Path()) == {}


@pytest.mark.parametrize(("method", "call"), [step for step in STEPS if step[0] != "mkdir"])
@pytest.mark.parametrize(
    "error", [OSError(ENOSPC, "No space left on device"), KeyboardInterrupt()], ids=["full disk", "Ctrl-C"]
)
def test_a_later_run_that_fails_leaves_the_earlier_output(
    method: str, call: int, error: BaseException, place: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    earlier = {"a/one.md": b"old", "b/three.md": b"old"}
    place.write(earlier)
    before = contents(Path("output"))
    Failing(monkeypatch, method, call, error)
    with pytest.raises((JdgenError, KeyboardInterrupt)):
        place.write(FILES)
    assert contents(Path("output")) == before


def test_a_full_disk_is_told_with_what_to_do(place: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    Failing(monkeypatch, "write_bytes", 2, OSError(ENOSPC, "No space left on device", "output/a/.two.md.1"))
    assert refused(lambda: place.write(FILES)) == (
        "output/a/.two.md.1: cannot be written: No space left on device. Earlier output is unchanged; "
        "make room or rights, or choose another folder with --output"
    )


def test_a_folder_in_the_place_of_a_file_stops_the_run(place: Workspace) -> None:
    place.write({"a/one.md": b"old"})
    Path("output/b/three.md").mkdir(parents=True)
    before = contents(Path("output"))
    said = refused(lambda: place.write(FILES))
    assert said.startswith("output/b/three.md: cannot be written: a folder has this name; move it away.")
    assert contents(Path("output")) == before


def test_a_file_in_the_place_of_the_output_folder_stops_the_run(place: Workspace) -> None:
    Path("output").write_bytes(b"mine")
    assert refused(lambda: place.write(FILES)).startswith("output/a: cannot be written: Not a directory.")
    assert contents(Path()) == {"output": b"mine"}


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is closed to root")
def test_a_folder_that_may_not_be_written_to_stops_the_run(place: Workspace) -> None:
    place.write({"a/one.md": b"old"})
    Path("output/a").chmod(0o500)
    assert "cannot be written: Permission denied." in refused(lambda: place.write(FILES))
    assert contents(Path("output")) == {"a": None, "a/one.md": b"old"}


def test_a_folder_that_may_not_be_made_stops_the_run(
    place: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    Failing(monkeypatch, "mkdir", 1, OSError(EACCES, "Permission denied", "output"))
    assert refused(lambda: place.write(FILES)).startswith("output: cannot be written: Permission denied.")


def test_what_was_not_renewed_is_known(place: Workspace) -> None:
    place.write({"a/one.md": b"1", "a/one.pdf": b"1", "a/one-more.md": b"1"})
    assert place.older(place.write({"a/one.md": b"2"})) == (Path("output/a/one.pdf"),)


def test_the_shipped_profiles_are_found_without_any_file(place: Workspace) -> None:
    assert {name: found.origin for name, found in place.profiles().items()} == {
        "cpo": "built-in",
        "cto": "built-in",
    }
    assert place.company().value == {}


def test_a_profile_of_the_user_s_is_found_and_hides_the_built_in_one(
    place: Workspace, workspace: Make
) -> None:
    workspace(
        {
            "profiles/coo.yaml": PROFILE,
            "profiles/cto.yaml": PROFILE.replace("coo", "cto"),
            "profiles/note.txt": "",
        }
    )
    found = place.profiles()
    assert [(it.origin, bool(it.hides)) for it in (found["coo"], found["cpo"], found["cto"])] == [
        ("yours", False), ("built-in", False), ("yours", True),
    ]  # fmt: skip
    assert place.profile("cto").at("title").plain == "Chief Operating Officer"


def test_common_yaml_is_no_role_and_the_user_s_own_wins(place: Workspace, workspace: Make) -> None:
    workspace({"profiles/common.yaml": "schema: 1\nnot_assessed: none\n"})
    assert "common" not in place.profiles()
    assert place.common().at("not_assessed").plain == "none"


def test_templates_are_found_with_their_origin(place: Workspace, workspace: Make) -> None:
    workspace({"templates/posting.md.j2": "", "templates/mine.md.j2": "", "templates/note.txt": ""})
    found = {it.name: it for it in place.templates()}
    assert (found["posting.md.j2"].origin, found["mine.md.j2"].origin) == ("yours", "yours")
    assert found["posting.md.j2"].hides == place.folders("templates")[1] / "posting.md.j2"
    assert found["rubric.md.j2"].origin == "built-in"


@pytest.mark.parametrize(("name", "fix"), [("company.yml", "company.yaml"), ("profiles/coo.yml", "coo.yaml")])
def test_the_ending_yml_is_refused_with_the_right_one(
    name: str, fix: str, place: Workspace, workspace: Make
) -> None:
    workspace({name: PROFILE})
    assert refused(lambda: (place.company(), place.profiles())) == f"{name}: is not read: call it {fix}"


def test_a_profile_is_called_as_its_file_is(place: Workspace, workspace: Make) -> None:
    workspace({"profiles/ops.yaml": PROFILE})
    said = "profiles/ops.yaml:2:7: role: is 'coo', but the file is called ops.yaml; make them the same"
    assert refused(lambda: place.profile("ops")) == said


def test_a_company_file_names_roles_that_there_are(place: Workspace, workspace: Make) -> None:
    workspace({"company.yaml": "name: Acme\nroles:\n  cto: {}\n  ctoo: {}\n  zzz: {}\n"})
    assert refused(place.company) == (
        "company.yaml:4:3: there is no role 'ctoo'. Did you mean 'cto'?\ncompany.yaml:5:3: there is no role 'zzz'."
    )


def test_a_role_that_is_not_there_is_answered_with_the_nearest(place: Workspace) -> None:
    assert (
        refused(lambda: place.profile("ctoo"))
        == "profiles: there is no role 'ctoo'. Did you mean 'cto'? `jdgen list` shows all"
    )


def test_a_file_as_large_as_the_limit_is_read(place: Workspace, workspace: Make) -> None:
    line = "name: Acme\n"
    workspace({"company.yaml": line + "#" * (LARGEST - len(line))})
    assert place.company().at("name").plain == "Acme"


@pytest.mark.parametrize("name", ["company.yaml", "profiles/cto.yaml", "profiles/common.yaml"])
def test_a_larger_file_is_refused_before_it_is_read(name: str, place: Workspace, workspace: Make) -> None:
    workspace({name: b"#" * (LARGEST + 1)})
    said = f"{name}: has {LARGEST + 1:,} bytes; a file here has at most {LARGEST:,}"
    assert refused(lambda: (place.company(), place.profile("cto"), place.common())) == said


@pytest.mark.parametrize("name", ["company.yaml", "profiles/cto.yaml", "profiles/common.yaml"])
def test_a_folder_in_the_place_of_a_file_is_refused(name: str, place: Workspace, workspace: Make) -> None:
    workspace({f"{name}/note.txt": ""})
    said = f"{name}: is a folder; expected a file"
    assert refused(lambda: (place.company(), place.profile("cto"), place.common())) == said


def test_what_is_no_file_is_not_waited_for(place: Workspace) -> None:
    os.mkfifo("company.yaml")
    assert refused(place.company) == "company.yaml: is no ordinary file"


def test_a_company_file_that_points_nowhere_is_not_passed_over(place: Workspace) -> None:
    Path("company.yaml").symlink_to("moved.yaml")
    assert refused(place.company) == "moved.yaml: is no ordinary file"


def test_a_file_that_may_not_be_read_is_refused(
    place: Workspace, workspace: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace({"company.yaml": "name: Acme\n"})
    Failing(monkeypatch, "read_bytes", 1, PermissionError(EACCES, "Permission denied"))
    assert refused(place.company) == "company.yaml: cannot be read: Permission denied; check who may read it"


@pytest.mark.parametrize(("closed", "shown"), [(".", "."), ("profiles", "profiles")])
def test_a_folder_that_may_not_be_read_is_not_passed_over(
    closed: str, shown: str, place: Workspace, workspace: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace({"profiles/coo.yaml": PROFILE})
    monkeypatch.setattr(os, "access", lambda path, _mode: str(path) != closed)
    assert refused(place.profiles) == f"{shown}: cannot be read: check who may read it"


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is closed to root")
def test_a_closed_folder_is_not_passed_over(place: Workspace, workspace: Make) -> None:
    workspace({"profiles/coo.yaml": PROFILE})
    Path("profiles").chmod(0o400)
    assert refused(place.profiles) == "profiles: cannot be read: check who may read it"


def test_a_path_below_this_folder_is_shown_from_here_and_another_whole(
    place: Workspace, tmp_path: Path
) -> None:
    assert place.label(tmp_path / "profiles" / "cto.yaml") == "profiles/cto.yaml"
    assert place.label(Path("/etc/jdgen.yaml")) == "/etc/jdgen.yaml"

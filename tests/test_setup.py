"""What tools/setup.py decides, without installing anything."""

from __future__ import annotations

import ast
import importlib.util
import subprocess
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import ModuleType

ROOT = Path(__file__).parent.parent
SCRIPT = ROOT / "tools" / "setup.py"
LOCK = (ROOT / "requirements.lock").read_text("utf-8")
NEEDS = ["ensurepip", "Pango", "PangoFT2", "HarfBuzz-subset"]


@pytest.fixture
def setup() -> ModuleType:
    spec = importlib.util.spec_from_file_location("setup_script", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def commands(setup: ModuleType, monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """Every command that would have been run; a command with `fails` in it fails."""
    said: list[list[str]] = []

    def run(command: list[str]) -> subprocess.CompletedProcess[str]:
        said.append(command)
        return subprocess.CompletedProcess(command, int("fails" in command), stdout="what it said")

    monkeypatch.setattr(setup, "run", run)
    return said


@pytest.fixture
def machine(setup: ModuleType, monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Makes a machine that has these programs, and is used by root or not."""

    def make(*programs: str, root: bool = False) -> None:
        monkeypatch.setattr(setup.shutil, "which", lambda name: name if name in programs else None)
        monkeypatch.setattr(setup, "is_root", lambda: root)

    return make


@pytest.fixture
def environment(setup: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """An empty folder in place of the project's .venv."""
    venv = tmp_path / "a folder" / ".venv"
    (venv / "bin").mkdir(parents=True)
    monkeypatch.setattr(setup, "VENV", venv)
    monkeypatch.setattr(setup, "STAMP", venv / ".ready")
    monkeypatch.setattr(setup, "PYTHON", venv / "bin" / "python")
    return venv


def test_an_older_python_can_read_the_script_and_is_told_what_to_do(setup: ModuleType) -> None:
    ast.parse(SCRIPT.read_text("utf-8"), feature_version=(3, 7))
    assert setup.too_old((3, 11)) is None
    assert "needs Python 3.11 or newer; this is 3.9" in setup.too_old((3, 9))


def test_what_the_loader_does_not_find_is_missing(setup: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(setup, "can_load", lambda files: "libpango-1.0.so.0" in files)
    monkeypatch.setattr(setup.importlib.util, "find_spec", lambda name: None if name == "ensurepip" else name)
    assert setup.find_missing() == ["ensurepip", "PangoFT2", "HarfBuzz-subset"]


def test_a_library_that_no_machine_has_cannot_be_loaded(setup: ModuleType) -> None:
    assert not setup.can_load(["libjdgen-has-no-such-library.so.0"])


def test_every_package_manager_knows_a_package_for_every_need(setup: ModuleType) -> None:
    assert setup.INSTALL.keys() == setup.PACKAGES.keys()
    assert all(sorted(packages) == sorted(NEEDS) for packages in setup.PACKAGES.values())


@pytest.mark.parametrize(
    ("manager", "command"),
    [
        ("dnf", "sudo dnf install pango harfbuzz"),
        ("zypper", "sudo zypper install libpango-1_0-0 libharfbuzz-subset0"),
        ("pacman", "sudo pacman -S --needed pango harfbuzz"),
        ("apk", "sudo apk add pango harfbuzz-subset"),
        ("brew", "brew install pango harfbuzz"),
    ],
)
def test_other_package_managers_get_one_command_to_type(
    setup: ModuleType, machine: Callable[..., None], commands: list[list[str]], manager: str, command: str
) -> None:
    machine(manager, "sudo")
    with pytest.raises(SystemExit, match=f"(?m)^    {command}$"):
        setup.provide(NEEDS[1:])
    assert commands == []


@pytest.mark.parametrize(
    ("root", "sudo", "command"),
    [
        (True, False, "apt-get update && apt-get install --yes --no-install-recommends libpango-1.0-0"),
        (
            False,
            True,
            "sudo apt-get update && sudo apt-get install --yes --no-install-recommends libpango-1.0-0",
        ),
        (
            False,
            False,
            "su -c 'apt-get update && apt-get install --yes --no-install-recommends libpango-1.0-0'",
        ),
    ],
)
def test_the_command_suits_who_types_it(setup: ModuleType, *, root: bool, sudo: bool, command: str) -> None:
    assert setup.command_to_type("apt-get", ["libpango-1.0-0"], root=root, sudo=sudo) == command


def test_without_a_known_package_manager_the_message_names_what_is_missing(
    setup: ModuleType, machine: Callable[..., None]
) -> None:
    machine()
    with pytest.raises(SystemExit, match="Missing: Pango, PangoFT2"):
        setup.provide(["Pango", "PangoFT2"])


def test_apt_is_not_used_when_sudo_asks_for_a_password(
    setup: ModuleType, machine: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    machine("apt-get", "sudo")
    monkeypatch.setattr(setup, "run", lambda command: subprocess.CompletedProcess(command, 1))
    with pytest.raises(SystemExit, match="sudo apt-get update && sudo apt-get install"):
        setup.provide(["Pango"])


@pytest.mark.parametrize(("root", "first"), [(True, "env"), (False, "sudo")])
def test_apt_installs_what_is_missing_and_does_not_update_without_need(
    setup: ModuleType,
    machine: Callable[..., None],
    commands: list[list[str]],
    monkeypatch: pytest.MonkeyPatch,
    *,
    root: bool,
    first: str,
) -> None:
    machine("apt-get", "sudo", root=root)
    monkeypatch.setattr(setup, "find_missing", list)
    setup.provide(["Pango", "HarfBuzz-subset"])
    assert commands[-1][0] == first
    assert commands[-1][-2:] == ["libpango-1.0-0", "libharfbuzz-subset0"]
    assert not any("update" in command for command in commands)


def test_apt_fetches_its_lists_when_the_first_try_fails(
    setup: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    codes = iter([100, 0, 0])
    verbs = []

    def run(command: list[str]) -> subprocess.CompletedProcess[str]:
        verbs.append("update" if "update" in command else "install")
        return subprocess.CompletedProcess(command, next(codes))

    monkeypatch.setattr(setup, "run", run)
    setup.install_with_apt(["libpango-1.0-0"], [])
    assert verbs == ["install", "update", "install"]


def test_an_unfinished_environment_is_made_anew(
    setup: ModuleType, commands: list[list[str]], environment: Path
) -> None:
    (environment / "bin" / "python").touch()
    setup.make_environment()
    assert "--clear" in commands[0]
    assert (environment / ".ready").exists()


def test_a_finished_environment_is_brought_up_to_date(
    setup: ModuleType, commands: list[list[str]], environment: Path
) -> None:
    (environment / "bin" / "python").touch()
    (environment / ".ready").touch()
    setup.make_environment()
    assert not any("--clear" in command for command in commands)
    assert [command[-1] for command in commands[1:]] == ["requirements.lock", "."]


@pytest.mark.usefixtures("commands")
def test_a_failed_installation_leaves_no_stamp(
    setup: ModuleType, environment: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (environment / ".ready").touch()
    monkeypatch.setattr(setup.sys, "executable", "fails")
    with pytest.raises(SystemExit, match=r"what it said\nThis failed: fails"):
        setup.make_environment()
    assert not (environment / ".ready").exists()


def locked() -> Iterator[tuple[str, str]]:
    for line in LOCK.splitlines():
        if line[:1].isalnum():
            requirement = Requirement(line.removesuffix("\\"))
            yield canonicalize_name(requirement.name), str(requirement.specifier).removeprefix("==")


def asked(project: dict[str, Any]) -> Iterator[Requirement]:
    groups = project["dependency-groups"].values()
    for entry in [*project["project"]["dependencies"], *(entry for group in groups for entry in group)]:
        if isinstance(entry, str):
            yield Requirement(entry)


def test_the_lock_holds_what_the_project_asks_for() -> None:
    versions = dict(locked())
    for requirement in asked(tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))):
        assert requirement.specifier.contains(versions[canonicalize_name(requirement.name)]), requirement


def test_the_lock_names_no_index_and_no_folder() -> None:
    assert "://" not in LOCK
    assert "/" not in LOCK

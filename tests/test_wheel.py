"""What is installed, not what is checked out."""

from __future__ import annotations

import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [
        sys.executable,
        "-m",
        "pip",
        "wheel",
        "-q",
        "--no-deps",
        "--no-build-isolation",
        "-w",
        str(folder),
        str(ROOT),
    ]
    subprocess.run(command, check=True, capture_output=True)
    return next(folder.glob("*.whl"))


def test_the_wheel_holds_profiles_templates_fonts_and_licences_and_nothing_beside_the_package(
    wheel: Path,
) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert {name.split("/")[0] for name in names} == {"jdgen", "jdgen-0.1.0.dist-info"}
    for name in (
        "profiles/cpo.yaml",
        "templates/rubric.md.j2",
        "languages/de.yaml",
        "templates/fonts/SourceSans3-Regular.ttf",
        "templates/fonts/LICENSE.md",
        "py.typed",
    ):
        assert f"jdgen/{name}" in names
    assert any(name.endswith("licenses/LICENSE") for name in names)


def test_the_installed_program_does_the_main_job_in_an_empty_folder(wheel: Path, tmp_path: Path) -> None:
    venv.create(tmp_path / "env", with_pip=False)
    site = next((tmp_path / "env").glob("lib/python*/site-packages"))
    (site / "packages.pth").write_text(sysconfig.get_path("purelib") + "\n", "utf-8")
    python = tmp_path / "env" / "bin" / "python"
    subprocess.run(
        [sys.executable, "-m", "pip", "--python", str(python), "install", "-q", "--no-deps", str(wheel)],
        check=True,
        capture_output=True,
    )
    empty = tmp_path / "empty folder"
    empty.mkdir()
    job = [str(python.with_name("jdgen")), "cpo", "--stage", "scaleup", "--pdf"]
    done = subprocess.run(job, cwd=empty, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert done.stdout.split() == [
        "output/cpo-scaleup/public/cpo-scaleup-posting.md",
        "output/cpo-scaleup/public/cpo-scaleup-posting.pdf",
        "output/cpo-scaleup/internal/cpo-scaleup-rubric.md",
        "output/cpo-scaleup/internal/cpo-scaleup-rubric.pdf",
    ]
    where = [str(python), "-c", "import jdgen; print(jdgen.__file__)"]
    assert str(site) in subprocess.run(where, cwd=empty, check=True, capture_output=True, text=True).stdout

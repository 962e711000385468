"""Make `.venv` with what requirements.lock pins, and see to what has to come from the system.

Two things do not come from PyPI: Python's own `ensurepip`, which Debian packs apart, and Pango with HarfBuzz, which
WeasyPrint sets PDFs with. Where apt-get may be used without a password they are installed; elsewhere the command to
type is printed, and nothing is changed.

Runs on the system's Python before anything is installed, so it needs the standard library only. It may be run again
at any time: an environment that was finished is brought up to date, one that was not is made anew.
"""

from __future__ import annotations

import ctypes
import importlib
import importlib.util
import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from collections.abc import Iterable

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
STAMP = VENV / ".ready"  # what the Makefile looks at
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")

# The names that WeasyPrint tries on Linux, macOS and Windows.
LIBRARIES = {
    "Pango": ("libpango-1.0.so.0", "libpango-1.0.dylib", "libpango-1.0-0.dll"),
    "PangoFT2": ("libpangoft2-1.0.so.0", "libpangoft2-1.0.dylib", "libpangoft2-1.0-0.dll"),
    "HarfBuzz-subset": ("libharfbuzz-subset.so.0", "libharfbuzz-subset.0.dylib", "libharfbuzz-subset-0.dll"),
}
# Homebrew's folders, which the loader does not search for every Python on macOS.
FOLDERS = ("", "/opt/homebrew/lib/", "/usr/local/lib/")

INSTALL = {
    "apt-get": "apt-get install --yes --no-install-recommends",
    "dnf": "dnf install",
    "zypper": "zypper install",
    "pacman": "pacman -S --needed",
    "apk": "apk add",
    "brew": "brew install",
}
PACKAGES = {
    "apt-get": {
        "ensurepip": f"python3.{sys.version_info.minor}-venv",
        "Pango": "libpango-1.0-0",
        "PangoFT2": "libpangoft2-1.0-0",
        "HarfBuzz-subset": "libharfbuzz-subset0",
    },
    "dnf": {
        "ensurepip": "python3-libs",
        "Pango": "pango",
        "PangoFT2": "pango",
        "HarfBuzz-subset": "harfbuzz",
    },
    "zypper": {
        "ensurepip": f"python3{sys.version_info.minor}",
        "Pango": "libpango-1_0-0",
        "PangoFT2": "libpango-1_0-0",
        "HarfBuzz-subset": "libharfbuzz-subset0",
    },
    "pacman": {
        "ensurepip": "python",
        "Pango": "pango",
        "PangoFT2": "pango",
        "HarfBuzz-subset": "harfbuzz",
    },
    "apk": {
        "ensurepip": "python3",
        "Pango": "pango",
        "PangoFT2": "pango",
        "HarfBuzz-subset": "harfbuzz-subset",
    },
    "brew": {
        "ensurepip": "python",
        "Pango": "pango",
        "PangoFT2": "pango",
        "HarfBuzz-subset": "harfbuzz",
    },
}


def main() -> None:
    """Check Python, see to the system's part, make the environment."""
    problem = too_old(sys.version_info[:2])
    if problem:
        stop(problem)
    missing = find_missing()
    if missing:
        provide(missing)
    make_environment()


def too_old(version: tuple[int, int]) -> str | None:
    """Say what to do when this Python is older than jdgen's oldest."""
    if version >= (3, 11):
        return None
    return (
        f"jdgen needs Python 3.11 or newer; this is {version[0]}.{version[1]}.\n"
        "Where a newer one is installed, name it: make setup PYTHON=python3.13"
    )


def find_missing() -> list[str]:
    """Name what has to come from the system and is not there."""
    importlib.invalidate_caches()  # for the second look, after an installation
    modules = [name for name in ("venv", "ensurepip") if importlib.util.find_spec(name) is None]
    libraries = [name for name, files in LIBRARIES.items() if not can_load(files)]
    return ["ensurepip"] * bool(modules) + libraries


def can_load(files: Iterable[str]) -> bool:
    """Tell whether the system's loader finds one of these files."""
    for path in (folder + file for file in files for folder in FOLDERS):
        try:
            ctypes.CDLL(path)
        except OSError:
            continue
        return True
    return False


def provide(missing: list[str]) -> None:
    """Install what is missing, or stop with the command that does."""
    manager = next((name for name in INSTALL if shutil.which(name)), None)
    if manager is None:
        stop(f"Missing: {', '.join(missing)}. Please install them, then run make again.")
    packages = packages_for(missing, manager)
    prefix = root_prefix() if manager == "apt-get" else None
    if prefix is None:
        command = command_to_type(manager, packages, root=is_root(), sudo=shutil.which("sudo") is not None)
        stop(f"Missing: {', '.join(missing)}. Please type\n\n    {command}\n\nand run make again.")
    install_with_apt(packages, prefix)
    missing = find_missing()
    if missing:
        stop(f"Still missing after the installation: {', '.join(missing)}")


def packages_for(missing: Iterable[str], manager: str) -> list[str]:
    """Name the packages of this package manager, each once."""
    return list(dict.fromkeys(PACKAGES[manager][name] for name in missing))


def command_to_type(manager: str, packages: Iterable[str], *, root: bool, sudo: bool) -> str:
    """Write the one command that installs these packages."""
    steps = [shlex.join([*INSTALL[manager].split(), *packages])]
    if manager == "apt-get":
        steps.insert(0, "apt-get update")
    if root or manager == "brew":
        return " && ".join(steps)
    if sudo:
        return " && ".join(f"sudo {step}" for step in steps)
    return f"su -c '{' && '.join(steps)}'"


def is_root() -> bool:
    """Tell whether this process may install packages as it is."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


def root_prefix() -> list[str] | None:
    """Find what runs a command as root without a question: nothing, or sudo; None where neither does."""
    if is_root():
        return []
    if shutil.which("sudo") and run(["sudo", "-n", "true"]).returncode == 0:
        return ["sudo", "-n"]
    return None


def install_with_apt(packages: list[str], prefix: list[str]) -> None:
    """Install, and fetch the lists of packages only when it does not go without."""
    say(f"Installing with apt-get: {' '.join(packages)}")
    apt = [*prefix, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-o", "DPkg::Lock::Timeout=120"]
    install = [*apt, "install", "--yes", "--no-install-recommends", *packages]
    if run(install).returncode == 0:
        return
    for command in ([*apt, "update"], install):
        need(command)


def make_environment() -> None:
    """Make .venv, or bring it up to date when it was finished once and still runs."""
    usable = (
        STAMP.exists() and PYTHON.exists() and run([str(PYTHON), "-m", "pip", "--version"]).returncode == 0
    )
    STAMP.unlink(missing_ok=True)
    if not usable:
        say("Making .venv and installing the locked dependencies; this may take a minute.")
        need([sys.executable, "-m", "venv", "--clear", str(VENV)])
    pip = [str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    need([*pip, "--require-hashes", "-r", "requirements.lock"])
    # hatchling is in the lock, so the build takes nothing that is not pinned.
    need([*pip, "--no-deps", "--no-build-isolation", "--editable", "."])
    STAMP.touch()


def need(command: list[str]) -> None:
    """Run a command, and stop with what it said where it fails."""
    done = run(command)
    if done.returncode:
        stop(f"{done.stdout}\nThis failed: {shlex.join(command)}\nWhen it is mended, run make again.")


def run(command: list[str]) -> subprocess.CompletedProcess[str]:
    """Run a command in the project's folder, without a question and without a sound."""
    return subprocess.run(
        command,
        cwd=ROOT,
        check=False,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


def say(text: str) -> None:
    """Tell what is going on, away from the output that a program may read."""
    print(text, file=sys.stderr, flush=True)


def stop(text: str) -> NoReturn:
    """End with a message and exit code 1."""
    sys.exit(text)


if __name__ == "__main__":
    try:
        main()
    except KeyboardInterrupt:
        stop("Interrupted; make starts again.")

"""Importing WeasyPrint, quickly, and saying what to install where it cannot be."""

from __future__ import annotations

import ctypes.util
import sys
from contextlib import contextmanager, redirect_stdout
from functools import cache
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jdgen.errors import JdgenError, Place, Problem
from jdgen.formats.later import stand_back, stand_in

if TYPE_CHECKING:
    from collections.abc import Iterator

INSTALL = {
    "debian": "sudo apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0",
    "ubuntu": "sudo apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0",
    "fedora": "sudo dnf install pango harfbuzz",
    "rhel": "sudo dnf install pango harfbuzz",
    "arch": "sudo pacman -S pango harfbuzz",
    "suse": "sudo zypper install libpango-1_0-0 libharfbuzz-subset0",
    "alpine": "sudo apk add pango harfbuzz-subset",
    "darwin": "brew install pango harfbuzz",
    "win32": "see doc.courtbouillon.org/weasyprint, “Installation on Windows”",
}
"""The command that installs Pango, by system."""


@cache
def weasyprint() -> Any:  # noqa: ANN401 - WeasyPrint has no types
    """Returns the library.

    Raises:
        JdgenError: Pango, which it draws text with, is not on this machine.
    """
    try:
        with redirect_stdout(StringIO()), _libraries_by_name():
            return _imported()
    except OSError as error:
        library = str(error).partition(":")[0].removeprefix("cannot load library ").strip("'")
        message = f"PDFs need Pango, and {library} is not on this machine. Install it: {install_command()}. Markdown and HTML work without it"
        raise JdgenError(Problem(Place("--pdf"), message)) from None


def _imported() -> Any:  # noqa: ANN401 - WeasyPrint has no types
    """Returns the library; where it wants more of fontTools than was foreseen, all of that is loaded."""
    stand_in()
    try:
        return _import_it()
    except (ImportError, AttributeError):
        stand_back()
        return _import_it()


def _import_it() -> Any:  # noqa: ANN401 - WeasyPrint has no types
    import weasyprint  # noqa: PLC0415 - half a second
    import weasyprint.text.fonts  # noqa: PLC0415
    import weasyprint.urls  # noqa: PLC0415

    return weasyprint


def install_command() -> str:
    """Returns the command that installs Pango on this system."""
    if sys.platform in INSTALL:
        return INSTALL[sys.platform]
    release = Path("/etc/os-release")
    said = release.read_text("utf-8") if release.is_file() else ""
    names = [
        word.strip('"')
        for line in said.splitlines()
        if line.startswith(("ID=", "ID_LIKE="))
        for word in line.partition("=")[2].split()
    ]
    return next((INSTALL[name] for name in names if name in INSTALL), INSTALL["debian"])


def _not_found(name: str) -> str | None:  # noqa: ARG001 - stands in for ctypes' own
    return None


@contextmanager
def _libraries_by_name() -> Iterator[None]:
    """Answers "not found" to the search that starts ldconfig and a compiler, so that libraries are opened by file name.

    cffi tries that search first for each of the names WeasyPrint offers, the last of which the loader knows by itself.
    """
    search = ctypes.util.find_library
    if sys.platform == "linux":
        ctypes.util.find_library = _not_found
    try:
        yield
    finally:
        ctypes.util.find_library = search

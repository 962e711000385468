"""What making PDFs needs of a machine."""

from __future__ import annotations

import platform
import sys
from dataclasses import dataclass
from importlib.metadata import version
from typing import TYPE_CHECKING

from jdgen.errors import JdgenError
from jdgen.formats.renderer import install_command, weasyprint
from jdgen.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Callable

PACKAGES = ("click", "jinja2", "markdown", "pydantic", "pyyaml", "weasyprint", "fonttools")


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was tried."""

    what: str
    ok: bool
    said: str
    remedy: str = ""


def diagnose() -> list[Check]:
    """Returns what was tried, in the order in which a run needs it."""
    return [check() for check in CHECKS]


def _python() -> Check:
    return Check("Python", ok=True, said=f"{platform.python_version()} at {sys.executable}")


def _packages() -> Check:
    return Check("Packages", ok=True, said=", ".join(f"{name} {version(name)}" for name in PACKAGES))


def _yaml() -> Check:
    import yaml  # noqa: PLC0415

    ok = yaml.__with_libyaml__
    return Check(
        "YAML's C parser",
        ok,
        "present" if ok else "absent",
        "python3 -m pip install --force-reinstall pyyaml",
    )


def _pango() -> Check:
    try:
        number = weasyprint().text.ffi.pango.pango_version()
    except JdgenError as error:
        said = error.problems[0].message.partition(".")[0]
        return Check("Pango", ok=False, said=said, remedy=install_command())
    return Check("Pango", ok=True, said=f"{number // 10000}.{number // 100 % 100}.{number % 100}")


def _subset() -> Check:
    try:
        ok = weasyprint().text.ffi.harfbuzz_subset is not None
    except JdgenError:
        ok = False
    return Check(
        "HarfBuzz subset", ok, "present" if ok else "absent: PDFs take twice as long", install_command()
    )


def _fonts() -> Check:
    folder = Workspace.at().folders("templates")[1] / "fonts"
    fonts = sorted(folder.glob("*.ttf"))
    return Check(
        "Fonts", bool(fonts), f"{len(fonts)} in {folder}", "python3 -m pip install --force-reinstall jdgen"
    )


CHECKS: tuple[Callable[[], Check], ...] = (_python, _packages, _yaml, _pango, _subset, _fonts)

"""What WeasyPrint seldom uses of fontTools is loaded when it is used, and at once where it is wanted."""

from __future__ import annotations

import subprocess
import sys

import pytest

LOADED = """
import sys
from jdgen.formats import later
from jdgen.formats.renderer import weasyprint
def loaded(name):
    return type(sys.modules.get(name)).__name__ == "module"
"""


def said(code: str) -> str:
    done = subprocess.run([sys.executable, "-c", LOADED + code], capture_output=True, text=True, check=False)
    assert not done.stderr, done.stderr
    return done.stdout


def test_a_pdf_is_made_without_them() -> None:
    code = """
weasyprint().HTML(string="<html lang=en><title>A</title><p>Text</p></html>").write_pdf(pdf_variant="pdf/ua-1")
print([name for name in later.SELDOM if loaded(name)], loaded("fontTools.varLib"))
"""
    assert said(code) == "[] False\n"


@pytest.mark.parametrize(
    ("name", "use"),
    [
        ("fontTools.subset", "pdf.fonts.subset.Options()"),
        ("fontTools.ttLib.woff2", "text.fonts.woff2.WOFF2Writer"),
        ("fontTools.varLib.instancer", "pdf.fonts.instantiateVariableFont(None, {'wght': 400})"),
    ],
)
def test_each_is_there_when_it_is_used(name: str, use: str) -> None:
    code = f"""
library = weasyprint()
before = loaded("{name}")
try:
    library.{use}
except Exception as error:
    print(type(error).__name__, end=" ")
print(before, loaded("{name}"))
"""
    assert said(code).endswith("False True\n")


def test_where_more_of_them_is_wanted_all_is_loaded() -> None:
    code = """
later.SELDOM["fontTools.ttLib.ttFont"] = ()
print(weasyprint().text.fonts.TTFont.__module__, loaded("fontTools.ttLib.woff2"))
"""
    assert said(code) == "fontTools.ttLib.ttFont True\n"

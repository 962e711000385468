"""The stand-in for pydantic's search for plugins: quick, and out of the way as soon as more is asked of it."""

from __future__ import annotations

import subprocess
import sys


def said_by(code: str) -> str:
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    return done.stdout.strip()


def test_models_are_built_without_a_search() -> None:
    code = "import sys; from jdgen.schema import Company; Company(name='A'); print('importlib.metadata' in sys.modules)"
    assert said_by(code) == "False"


def test_anything_else_is_answered_by_the_module_itself() -> None:
    code = """
import jdgen.schema, sys
from pydantic.plugin import _loader
print(callable(_loader.import_module if hasattr(_loader, "import_module") else _loader.get_plugins))
print(_loader.PYDANTIC_ENTRY_POINT_GROUP)
print(type(sys.modules["pydantic.plugin._loader"]).__name__)
"""
    assert said_by(code).splitlines()[1:] == ["pydantic", "module"]

"""PyYAML's own reader finds what it always found, though its patterns are compiled late."""

from __future__ import annotations

import datetime as dt
import re
import subprocess
import sys

CODE = """
import datetime, re
from jdgen.source import parsing
import yaml
late = type(yaml.reader.Reader.NON_PRINTABLE).__name__
print(late, re.compile is parsing.yaml.reader.re.compile)
print(yaml.safe_load("{a: 2026-11-30, b: 0x1F, c: yes, d: 1.5e+3, e: text, f: ~}"))
try:
    yaml.safe_load("a: \\x01")
except yaml.reader.ReaderError as error:
    print(error.character)
"""


def test_the_reader_in_python_reads_as_it_always_did() -> None:
    done = subprocess.run([sys.executable, "-c", CODE], capture_output=True, text=True, check=True)
    late, values, character = done.stdout.splitlines()
    assert late == "_Late True"
    assert values == str(
        {"a": dt.date(2026, 11, 30), "b": 31, "c": True, "d": 1500.0, "e": "text", "f": None}
    )
    assert character == "1"


def test_patterns_are_compiled_at_once_again() -> None:
    import jdgen.source.parsing  # noqa: F401, PLC0415 - what imports PyYAML

    assert isinstance(re.compile("a"), re.Pattern)

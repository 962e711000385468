"""The tables that the rules rest on: JSON files beside this module."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any


@cache
def table(name: str) -> Any:  # noqa: ANN401 - each table has its own form
    """Returns what `name`.json holds; it is read once, and not to be changed."""
    return json.loads(Path(__file__).with_name(f"{name}.json").read_text("utf-8"))

"""Where the program keeps what it can make again."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from jdgen.workspace.writing import own_folder

OFF = "JDGEN_CACHE"
"""The variable of the environment that keeps nothing when it is 0."""


def cache_folder() -> Path | None:
    """Returns the folder for compiled templates; None where nothing is to be kept, or others could tamper with it."""
    if os.environ.get(OFF) == "0":
        return None
    try:
        return own_folder(_user_folder() / "jdgen" / "templates")
    except RuntimeError:  # nobody's home is known
        return None


def _user_folder() -> Path:
    """Returns the folder for such things on this system."""
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")

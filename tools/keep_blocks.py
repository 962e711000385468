"""Keeps what the built-in blocks say in this release, so that overrides can be told later what changed: `make release`.

To be run once, when CHANGELOG.md has been given the day of the release; a test fails until it was.
"""

from __future__ import annotations

import json
from pathlib import Path

from jdgen import __version__
from jdgen.documents.history import recorded

TEMPLATES = Path(__file__).parent.parent / "templates"
KEPT = TEMPLATES / "history.json"


def kept() -> str:
    """Returns the history with this release in it."""
    sources = {path.name: path.read_text("utf-8") for path in sorted(TEMPLATES.glob("*.j2"))}
    history = recorded(json.loads(KEPT.read_text("utf-8")), __version__, sources)
    return json.dumps(history, indent=1, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    KEPT.write_text(kept(), "utf-8")
    print(KEPT)

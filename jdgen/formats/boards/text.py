"""What feeds are written as."""

from __future__ import annotations

import json
import re

FOREIGN = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 has no place for."""


def as_json(value: object) -> bytes:
    """Returns JSON to read, ending in a line break."""
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode()


def cdata(text: str) -> str:
    """Returns text as it stands in XML without any escape; the one mark that would end it is divided."""
    inside = FOREIGN.sub("", text).replace("]]>", "]]]]><![CDATA[>")
    return f"<![CDATA[{inside}]]>"

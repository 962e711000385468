"""Scorecards for the tests: filled in by a program, and read back."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any

import pypdf

if TYPE_CHECKING:
    from collections.abc import Mapping

Value = str | bool | None
"""What a field holds: a text, whether a box is ticked, the state of a group of buttons; nothing where it is empty."""

RADIO = 1 << 15


def fields(data: bytes) -> dict[str, Any]:
    """The fields of a PDF by name, in their order."""
    form: Any = pypdf.PdfReader(BytesIO(data)).root_object["/AcroForm"]
    return {str(it.get_object()["/T"]): it.get_object() for it in form["/Fields"]}


def filled(data: bytes, values: Mapping[str, Value]) -> bytes:
    """The PDF with `values` in its fields, as pypdf saves it."""
    known = fields(data)
    writer = pypdf.PdfWriter(clone_from=BytesIO(data))
    states: dict[str, Any] = {
        name: f"/{'yes' if value is True else value}" if known[name]["/FT"] == "/Btn" else value
        for name, value in values.items()
    }
    writer.update_page_form_field_values(None, states, auto_regenerate=False)
    saved = BytesIO()
    writer.write(saved)
    return saved.getvalue()


def read(data: bytes) -> dict[str, Value]:
    """What the fields of a PDF hold."""
    return {name: _value(it) for name, it in fields(data).items()}


def _value(field: Any) -> Value:
    value = field.get("/V")
    if field["/FT"] == "/Tx":
        return str(value or "").replace("\r\n", "\n").replace("\r", "\n") or None
    state = None if value in {None, "/Off"} else str(value)[1:]
    return state if field.get("/Ff", 0) & RADIO else state is not None


def places(data: bytes) -> dict[tuple[str, str], tuple[int, float, float]]:
    """Page from 0 and centre, in points from its top left, of each field and state (empty for a text)."""
    found = {}
    for number, sheet in enumerate(pypdf.PdfReader(BytesIO(data)).pages):
        for note in (it.get_object() for it in sheet.get("/Annots", ())):
            left, low, right, high = map(float, note["/Rect"])
            name = str((note if "/T" in note else note["/Parent"])["/T"])
            state = next((it[1:] for it in note["/AP"]["/N"] if it != "/Off"), "") if "/AS" in note else ""
            found[name, state] = number, (left + right) / 2, float(sheet.mediabox.top) - (low + high) / 2
    return found

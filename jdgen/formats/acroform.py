"""The form inside a PDF (AcroForm, ISO 32000-1, 12.7): WeasyPrint's annotations made into fields.

Everything here works on pydyf objects while WeasyPrint is about to write them. What it relies on, and a new release
may change: `pdf.objects`, whose index is an object's number; the keys of the annotations in `weasyprint.pdf.anchors`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pydyf

from jdgen.formats.marks import INK, cross, dot, typed
from jdgen.formats.typeface import typeface

if TYPE_CHECKING:
    from pathlib import Path

READ_ONLY, MULTILINE = 1 << 0, 1 << 12
"""Flags of fields (ISO 32000-1, tables 221 and 228)."""

TYPEFACE = "Wingdings"
"""Key of the font that is typed in, which is Source Sans 3.

Trap: Chromium takes a form's own font for every character it has only under this name; under another it draws „ “ – …
with some font of the machine.
"""

SIZE = 9.5
"""Points of what is typed on a line; in a box of many lines 0 lets the reader shrink it until it fits."""


class AcroForm:
    """The form of `pdf`; what is typed is shown in `font`, a TrueType file."""

    def __init__(self, pdf: Any, font: Path) -> None:  # noqa: ANN401 - WeasyPrint has no types
        self._pdf = pdf
        dingbats = pydyf.Dictionary({"Type": "/Font", "Subtype": "/Type1", "BaseFont": "/ZapfDingbats"})
        fonts = {TYPEFACE: self._added(typeface(pdf, font)), "ZaDb": self._added(dingbats)}
        self._resources = pydyf.Dictionary({"Font": pydyf.Dictionary(fonts)})
        self._fields: dict[bytes, None] = {}

    def write(self, widget: Any, value: str, *, lines: bool) -> None:  # noqa: ANN401
        """Makes `widget` a text field that holds `value`, of many lines or of one."""
        _, height = self._framed(widget)
        size = 0 if lines else SIZE
        widget |= {"FT": "/Tx", "DA": _style(TYPEFACE, size), "Ff": MULTILINE if lines else 0}
        if value:
            widget["V"] = pydyf.String(value)
        content = typed(value, TYPEFACE, SIZE, height)
        widget["AP"] = pydyf.Dictionary({"N": self._drawn(widget, content)})
        self._fields[widget.reference] = None

    def tick(self, widget: Any) -> None:  # noqa: ANN401
        """Makes `widget` a box to tick, whose state is then `yes`."""
        self._button(widget, "yes", cross(*self._framed(widget)), "8")
        widget["V"] = "/Off"
        self._fields[widget.reference] = None

    def choose(self, widget: Any, state: str) -> None:  # noqa: ANN401
        """Makes `widget` a button of its group, whose state is then `state`; the group is called what stands before a colon."""
        self._button(widget, state, dot(*self._framed(widget)), "l")
        group = self._at(widget["Parent"])
        del widget["T"], widget["FT"]  # a button with a name would be a field of its own
        group.pop("Opt", None)  # would say what the states say, and readers disagree on which of both wins
        group["DA"] = _style("ZaDb", 0)
        group["TU"] = pydyf.String(self._at(group["Kids"][0])["TU"].string.partition(":")[0])
        self._fields[group.reference] = None

    def hide(self, name: str, value: str) -> None:
        """Adds a field that stands on no page and that nobody can change."""
        known = {"FT": "/Tx", "Ff": READ_ONLY, "T": pydyf.String(name), "V": pydyf.String(value)}
        self._fields[self._added(pydyf.Dictionary(known))] = None

    def finish(self) -> None:
        """Lists the fields in the order in which they were made, which is that of the Tab key as well."""
        self._pdf.catalog["AcroForm"] = pydyf.Dictionary(
            {"Fields": pydyf.Array(self._fields), "DR": self._resources, "DA": _style(TYPEFACE, SIZE)}
        )
        for page in map(self._at, self._pdf.page_references):
            notes = sorted(map(self._at, page.get("Annots", ())), key=lambda note: note["StructParent"])
            if notes:
                page["Annots"] = pydyf.Array([note.reference for note in notes])
        # Trap: when Chromium saves, it writes these as they are and forgets that they were compressed.
        self._at(self._pdf.catalog["Metadata"]).compress = False

    def _button(self, widget: Any, state: str, content: bytes, mark: str) -> None:  # noqa: ANN401
        off = self._added(self._appearance(pydyf.Stream(), widget, b""))
        states = {state: self._drawn(widget, content), "Off": off}
        widget["AP"] = pydyf.Dictionary({"N": pydyf.Dictionary(states)})
        widget |= {"AS": "/Off", "DA": _style("ZaDb", 0), "MK": pydyf.Dictionary({"CA": pydyf.String(mark)})}

    def _framed(self, widget: Any) -> tuple[float, float]:  # noqa: ANN401
        """Returns width and height; WeasyPrint's rectangle stands on its head, and its look is taken away."""
        x0, y0, x1, y1 = widget["Rect"]
        left, low, right, high = min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)
        widget["Rect"] = pydyf.Array([left, low, right, high])
        for key in ("Border", "MK", "AS", "V"):
            widget.pop(key, None)
        return right - left, high - low

    def _drawn(self, widget: Any, content: bytes) -> bytes:  # noqa: ANN401
        """Returns the drawing of `widget`, for which WeasyPrint's own object is used again."""
        stream = self._at(next(iter(widget["AP"]["N"].values())))
        reference: bytes = self._appearance(stream, widget, content).reference
        return reference

    def _appearance(self, stream: Any, widget: Any, content: bytes) -> Any:  # noqa: ANN401
        left, low, right, high = widget["Rect"]
        box = pydyf.Array([0, 0, right - left, high - low])
        stream.stream = [content]
        stream.extra = {"Type": "/XObject", "Subtype": "/Form", "BBox": box, "Resources": self._resources}
        return stream

    def _added(self, made: Any) -> bytes:  # noqa: ANN401
        self._pdf.add_object(made)
        reference: bytes = made.reference
        return reference

    def _at(self, reference: bytes) -> Any:  # noqa: ANN401
        return self._pdf.objects[int(reference.split()[0])]


def _style(font: str, size: float) -> Any:  # noqa: ANN401
    return pydyf.String(f"/{font} {size} Tf {INK} rg")

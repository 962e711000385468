"""The font of what is typed into a form: embedded whole, for nobody knows what will be typed, but Latin only (12 kB)."""

from __future__ import annotations

from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING, Any, NamedTuple

import pydyf

if TYPE_CHECKING:
    from pathlib import Path

CODES = [bytes([code]).decode("cp1252", "ignore") for code in range(32, 256)]
"""Characters of Windows-1252, the encoding that every reader of forms knows; codes without one are empty."""

SERIFLESS = 32
"""Flag of a font that is neither symbolic nor serif (ISO 32000-1, table 123)."""

STEM = 80
"""Width of its stems, per mille; Source Sans 3 does not say."""


class Subset(NamedTuple):
    """The Latin part of a font, measures per mille."""

    program: bytes
    widths: list[int]
    measures: dict[str, Any]


def typeface(pdf: Any, file: Path) -> Any:  # noqa: ANN401 - WeasyPrint has no types
    """Returns a simple font for `pdf`, with everything that it refers to added."""
    program, widths, measures = _subset(file)
    name = f"/{file.stem}"
    embedded = pydyf.Stream([program], {"Length1": len(program)}, compress=True)
    pdf.add_object(embedded)
    descriptor = pydyf.Dictionary(
        {"Type": "/FontDescriptor", "FontName": name, "Flags": SERIFLESS, "ItalicAngle": 0, "StemV": STEM}
        | {key: pydyf.Array(it) if isinstance(it, list) else it for key, it in measures.items()}
        | {"FontFile2": embedded.reference}
    )
    pdf.add_object(descriptor)
    return pydyf.Dictionary(
        {"Type": "/Font", "Subtype": "/TrueType", "BaseFont": name, "Encoding": "/WinAnsiEncoding"}
        | {"FirstChar": 32, "LastChar": 255, "Widths": pydyf.Array(widths)}
        | {"FontDescriptor": descriptor.reference}
    )


@cache
def _subset(file: Path) -> Subset:
    from fontTools import subset  # noqa: PLC0415 - scorecards only
    from fontTools.ttLib import TTFont  # noqa: PLC0415

    # Trap: by default the time of writing stands in the font, and no two runs would be alike.
    with TTFont(file, recalcTimestamp=False) as font:
        options = subset.Options(hinting=False, layout_features=[], name_IDs=[], notdef_outline=True)
        tool = subset.Subsetter(options)
        tool.populate(unicodes=[ord(char) for char in CODES if char])
        tool.subset(font)
        saved = BytesIO()
        font.save(saved)
        return Subset(saved.getvalue(), *_measured(font))


def _measured(font: Any) -> tuple[list[int], dict[str, Any]]:  # noqa: ANN401 - fontTools has no types
    names, widths, head = font.getBestCmap(), font["hmtx"], font["head"]

    def per_mille(value: int) -> int:
        return round(value * 1000 / int(head.unitsPerEm))

    box = [per_mille(value) for value in (head.xMin, head.yMin, head.xMax, head.yMax)]
    return [per_mille(widths[names[ord(char)]][0]) if char and ord(char) in names else 0 for char in CODES], {
        "FontBBox": box,
        "Ascent": per_mille(font["hhea"].ascent),
        "Descent": per_mille(font["hhea"].descent),
        "CapHeight": per_mille(font["OS/2"].sCapHeight),
    }

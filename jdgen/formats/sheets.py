"""Sheets that raters and experts fill in before the first interview, as YAML with the texts beside the blanks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jdgen.formats.card_yaml import commented, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from jdgen.role.kit import Seat
    from jdgen.role.kit.model import Sample
    from jdgen.role.model import Role
    from jdgen.scoring.retranslation import Anchor

CALIBRATING = (
    "Read each answer and write the level that it shows behind its number: 5, 3 or 1. Blank means: not answered.",
    "Do it alone, before you look at the key in your kit; then hand the file in.",
)
SORTING = (
    "For each line say which competency it shows, and how much of it, from 1 to 5. Blank means: not sorted.",
    "Do it alone and without the rubric. Some lines may seem to fit two competencies; choose the one that fits best.",
)


def calibration_sheet(role: Role, seat: Seat, samples: Sequence[Sample]) -> bytes:
    """Returns the calibration page for one rater; read back, it is a `CalibrationSheet`."""
    head = f"Calibration: {role.title}, {role.stage_name}. {seat.title}."
    lines = [*_head(role, head, CALIBRATING), "by:", f"  seat: {quoted(seat.id)}"]
    lines += [f"  name: {quoted(seat.person)}" if seat.person else "  name:", "", "answers:"]
    for it in samples:
        lines += ["", *commented(it.ask, "  # "), *commented(f"{it.number}: {it.text}", "  #   ", "  #     ")]
        lines.append(f"  {it.number}:")
    return _text(lines)


def retranslation_sheet(role: Role, anchors: Sequence[Anchor]) -> bytes:
    """Returns all anchors of a role without their labels; read back, it is a `RetranslationSheet`."""
    lines = [
        *_head(role, f"Sorting of anchors: {role.title}, {role.stage_name}.", SORTING),
        "expert:  # your name",
        "",
    ]
    lines += ["# Competencies:"]
    for it in role.competencies:
        lines += commented(f"{it.id}: {it.name}. {it.definition}", "#   ", "#     ")
    lines += ["", "anchors:"]
    for anchor in anchors:
        lines += ["", *commented(anchor.text, "  # "), f"  {anchor.number}: {{competency: , level: }}"]
    return _text(lines)


def _head(role: Role, title: str, rules: Sequence[str]) -> Iterator[str]:
    yield from commented(title)
    for rule in rules:
        yield from commented(f"- {rule}")
    known = {"fingerprint": role.fingerprint, "role": role.id, "stage": role.stage}
    yield ""
    yield from (f"{name}: {quoted(value)}" for name, value in known.items())


def _text(lines: Sequence[str]) -> bytes:
    return ("\n".join(lines) + "\n").encode()

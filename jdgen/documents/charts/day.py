"""The sessions as bars, minute by minute."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jdgen.documents.charts.figure import INK, LINE, SOFT, WIDTH, box, figure, lines, shaded, text
from jdgen.language import ENGLISH, phrase

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markupsafe import Markup

    from jdgen.language import Language
    from jdgen.role import Role
    from jdgen.role.kit import Kit
    from jdgen.role.kit.model import Meeting, Slot

LEFT = 190
ROW = 31
THICK = 22
FOOT = 22
TICK = 15
"""Minutes between the marks of the scale."""

WORDS = {
    "opening": "", "check": phrase("requirements"), "presentation": phrase("presents"),
    "discussion": phrase("panel’s questions"), "closing": phrase("candidate asks"), "spare": "",
}  # fmt: skip
"""What stands in a field; those that are too narrow stay empty."""

LETTER = 5.4

NOTE = phrase(
    "Questions stand by their names. The first competency of a session is light, the second darker; what is not rated is white: opening, the candidate’s questions, spare time."
)


def day_chart(kit: Kit, role: Role, say: Language = ENGLISH) -> Markup:
    """Returns a bar for each session with its parts, over one scale of minutes."""
    meetings = [it for it in kit.sessions if it.slots]
    scale = (WIDTH - LEFT - 12) / max(it.minutes for it in meetings)
    parts = [part for row, it in enumerate(meetings) for part in _bar(it, row, scale, role, say)]
    bottom = ROW * len(meetings)
    parts += _scale(max(it.minutes for it in meetings), scale, bottom)
    said = "; ".join(
        say("{session}, {minutes} minutes", session=it.title, minutes=it.minutes) for it in meetings
    )
    title = say("The sessions minute by minute: {sessions}", sessions=said)
    return figure(title, bottom + FOOT, parts, say(NOTE))


def _bar(meeting: Meeting, row: int, scale: float, role: Role, say: Language) -> Iterator[Markup]:
    top = ROW * row + 4
    title = lines(meeting.title, 32, 2)
    for number, line in enumerate(title):
        yield text(line, 0, top + 15 + 12 * (number - (len(title) - 1) / 2), size=11.5)
    for slot in meeting.slots:
        left, wide = LEFT + slot.start * scale, (slot.end - slot.start) * scale
        yield box(left, top, wide - 1, THICK, fill=_fill(slot, meeting, role), stroke=LINE)
        word = slot.question or _word(slot, say)
        if len(word) * LETTER < wide:
            yield text(word, left + wide / 2, top + 15, anchor="middle", size=10.5, fill=INK)


def _word(slot: Slot, say: Language) -> str:
    word = WORDS.get(slot.what, "")
    return say(word) if word else ""


def _fill(slot: Slot, meeting: Meeting, role: Role) -> str:
    """The first competency is light, the second darker; what nobody rates is white."""
    if slot.what == "spare" or not slot.rated_by:
        return "#FFFFFF"
    second = slot.competency in meeting.competencies[1::2]
    return shaded(role.brand.accent, 0.45 if second else 0.22)


def _scale(minutes: int, scale: float, top: float) -> Iterator[Markup]:
    for minute in range(0, minutes + 1, TICK):
        left = LEFT + minute * scale
        yield box(left - 0.4, top, 0.8, 5, fill=SOFT)
        yield text(minute, left, top + 17, anchor="middle", size=10.5, fill=SOFT)

"""When the data about candidates are deleted."""

from __future__ import annotations

import calendar
import datetime as dt
from typing import TYPE_CHECKING

from jdgen.packet.words import counted, day

if TYPE_CHECKING:
    from jdgen.schema.company import Records


def delete_on(records: Records | None, debrief: dt.date | None) -> dt.date | None:
    """Returns the day on which cards and packet are deleted; None where period or debrief is not known."""
    return later(debrief, records.months) if records and debrief else None


def later(since: dt.date, months: int) -> dt.date:
    """Returns the same day of a later month, or that month's last."""
    years, month = divmod(since.month - 1 + months, 12)
    year = since.year + years
    return dt.date(year, month + 1, min(since.day, calendar.monthrange(year, month + 1)[1]))


def deletion(records: Records | None, debrief: dt.date | None) -> str:
    """Returns when the data are deleted, in a sentence."""
    what = "scorecards, candidates.yaml and every copy of this packet"
    if records is None:
        return f"How long to keep {what} is not written down: fill in `records` in the company file before the debrief."
    after = f"{counted(records.months, 'month')} after the decision"
    until = delete_on(records, debrief)
    if until is None:
        return f"Delete {what} {after}."
    return (
        f"Delete {what} on {day(until)}, {counted(records.months, 'month')} after the debrief, or as long after the decision "
        "if it is taken later. A complaint or a lawsuit may oblige you to keep them; ask counsel."
    )

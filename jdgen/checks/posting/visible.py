"""What readers of a posting see: whether a text, an amount or a day stands on the page, however it is written there."""

from __future__ import annotations

import html
import re
from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

TAG = re.compile(r"<[^>]*>")
NUMBER = re.compile(r"\d+(?:[.,'’ \u00a0\u2009\u202f]\d{2,3})*(?:[.,]\d{1,2})?(?:\s?[kK]\b)?")
GROUPED = re.compile(r"[^\d]")

SAME = str.maketrans(
    {"\u00a0": " ", "\u202f": " ", "\u2009": " ", "’": "'", "‘": "'", "“": '"', "”": '"', "\u2011": "-"}
)
"""Characters that read alike."""

MONTHS = (
    ("january", "januar", "jänner", "janvier", "enero", "gennaio"), ("february", "februar", "février", "febrero", "febbraio"),
    ("march", "märz", "mars", "marzo"), ("april", "avril", "abril", "aprile"), ("may", "mai", "mayo", "maggio"),
    ("june", "juni", "juin", "junio", "giugno"), ("july", "juli", "juillet", "julio", "luglio"),
    ("august", "août", "agosto"), ("september", "septembre", "septiembre", "settembre"),
    ("october", "oktober", "octobre", "octubre", "ottobre"), ("november", "novembre", "noviembre"),
    ("december", "dezember", "décembre", "diciembre", "dicembre"),
)  # fmt: skip
"""Names of months, which may be cut to three letters or more."""


class Page:
    """The visible text of a posting."""

    def __init__(self, text: str) -> None:
        self._text = _plain(text)

    def says(self, text: str) -> bool:
        """Returns whether it holds a text, whole words alone; spaces, quotation marks and capitals aside."""
        wanted = _plain(text)
        start = self._text.find(wanted) if wanted else -1
        while start >= 0:
            around = self._text[start - 1 : start] + self._text[start + len(wanted) :][:1]
            if not any(char.isalnum() for char in around):
                return True
            start = self._text.find(wanted, start + 1)
        return False

    def gives(self, amount: Decimal) -> bool:
        """Returns whether it holds an amount: `235,000`, `235.000`, `235 000`, `235k`; `78.50` and `78,50` for cents."""
        return any(amount in _amounts(found[0]) for found in NUMBER.finditer(self._text))

    def dates(self, day: dt.date) -> bool:
        """Returns whether it holds a day, its month in figures or by name."""
        written = "|".join(_days(day))
        return bool(re.search(rf"(?<!\d)(?:{written})(?!\d)", self._text))


def visible_text(markup: str) -> str:
    """Returns the text of HTML, a space for each tag."""
    return html.unescape(TAG.sub(" ", markup))


def _plain(text: str) -> str:
    return " ".join(text.translate(SAME).casefold().split())


def _amounts(number: str) -> Iterator[Decimal]:
    """Yields what a number may mean: the last mark may part thousands or cents."""
    thousand = number[-1] in "kK"
    number = number.rstrip("kK ")
    yield Decimal(GROUPED.sub("", number)) * (1000 if thousand else 1)
    whole, mark, cents = (
        re.split(r"([.,])(?=\d{1,2}$)", number) if re.search(r"[.,]\d{1,2}$", number) else (number, "", "")
    )
    if mark:
        yield Decimal(f"{GROUPED.sub('', whole)}.{cents}") * (1000 if thousand else 1)


def _days(day: dt.date) -> Iterator[str]:
    number, month, year = rf"0?{day.day}", rf"0?{day.month}", str(day.year)
    names = "|".join(
        sorted(
            {name[:length] for name in MONTHS[day.month - 1] for length in range(3, len(name) + 1)},
            key=len,
            reverse=True,
        )
    )
    name = rf"(?:{names})\.?"
    yield rf"{year}-{day:%m-%d}"
    yield rf"{number}(?:st|nd|rd|th|er|\.)?\s(?:of\s|de\s|di\s)?{name},?\s(?:de\s)?{year}"
    yield rf"{name}\s{number}(?:st|nd|rd|th)?,?\s{year}"
    yield rf"{number}([./-])\s?{month}\1\s?{year}"
    yield rf"{month}/{number}/{year}"

"""What readers of a posting see: whether a text, an amount or a day stands on the page, however it is written there."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

NUMBER = r"\d+(?:[.,' ]\d{2,3})*(?:[.,]\d{1,2})?(?:\s?k\b)?"
"""A number in plain text, its thousands apart or not."""

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
"""Names of months, which may be cut short."""

SHORTEST = 3
"""Letters of a month that is cut short, and of a code at most."""

LONGEST = 24
"""Characters of a month and a day before the year."""

BETWEEN = {"of", "de", "di", "le", "the"}
"""Words that may stand between day, month and year."""


class Page:
    """The visible text of a posting."""

    def __init__(self, text: str) -> None:
        self._exact = _spaced(text)
        self._text = self._exact.casefold()

    def says(self, text: str) -> bool:
        """Returns whether it holds a text, whole words alone; spaces, quotation marks and capitals aside, but for codes such as US."""
        wanted = _spaced(text)
        if wanted.isupper() and len(wanted) <= SHORTEST:
            return _holds(self._exact, wanted)
        return _holds(self._text, wanted.casefold())

    def gives(self, amount: Decimal) -> bool:
        """Returns whether it holds an amount: `235,000`, `235.000`, `235 000`, `235k`; `78.50` and `78,50` for cents."""
        return any(amount in _amounts(found[0]) for found in re.finditer(NUMBER, self._text))

    def dates(self, day: dt.date) -> bool:
        """Returns whether it holds a day: `2027-01-31`, `31 January 2027`, `Jan 31, 2027`, `31. Januar 2027`, `31/01/2027`."""
        year = str(day.year)
        *before, _ = parts = self._text.split(year)
        return any(
            parts[number + 1].startswith(f"{day:-%m-%d}") or _ends_with(text, day)
            for number, text in enumerate(before)
        )


@lru_cache(4)
def seen(text: str) -> Page:
    """Returns the page with that visible text; several rules ask about the same one."""
    return Page(text)


def visible_text(markup: str) -> str:
    """Returns the text of HTML, a space for each tag."""
    import html  # noqa: PLC0415 - where a page is checked too

    return html.unescape(re.sub(r"<[^>]*>", " ", markup))


def _spaced(text: str) -> str:
    return " ".join(text.translate(SAME).split())


def _holds(text: str, wanted: str) -> bool:
    start = text.find(wanted) if wanted else -1
    while start >= 0:
        around = text[max(start - 1, 0) : start] + text[start + len(wanted) :][:1]
        if not any(char.isalnum() for char in around):
            return True
        start = text.find(wanted, start + 1)
    return False


def _amounts(number: str) -> Iterator[Decimal]:
    """Yields what a number may mean: its last mark may part thousands or cents."""
    times = 1000 if number.endswith("k") else 1
    whole, mark, cents = _parted(number.rstrip("k "))
    yield Decimal(_figures(whole + cents)) * times
    if mark:
        yield Decimal(f"{_figures(whole)}.{cents}") * times


def _parted(number: str) -> tuple[str, str, str]:
    """Returns what stands before and behind the mark that may part cents; there is none where three figures follow."""
    found = re.fullmatch(r"(.*)([.,])(\d{1,2})", number)
    return (found[1], found[2], found[3]) if found else (number, "", "")


def _figures(text: str) -> str:
    return re.sub(r"\D", "", text)


def _ends_with(text: str, day: dt.date) -> bool:
    """Returns whether a text ends with month and day, in either order."""
    words = [word for word in re.findall(r"\w+", text[-LONGEST:]) if word not in BETWEEN]
    *_, one, other = "", "", *words
    return (_is_day(one, day) and _is_month(other, day)) or (_is_month(one, day) and _is_day(other, day))


def _is_day(word: str, day: dt.date) -> bool:
    return _figures(word).lstrip("0") == str(day.day) and word.lstrip("0123456789") in {
        "",
        "st",
        "nd",
        "rd",
        "th",
        "er",
    }


def _is_month(word: str, day: dt.date) -> bool:
    names = MONTHS[day.month - 1]
    return word.lstrip("0") == str(day.month) or (
        len(word) >= SHORTEST and any(name.startswith(word) for name in names)
    )

"""German and French: messages from the catalogue; days, figures, money and countries from CLDR, by way of Babel."""

from __future__ import annotations

from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING

from jdgen.language.speech import Language, phrase

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from babel import Locale

SYMBOLS = {"EUR": "€"}
"""Currencies whose symbol is nobody else's; a dollar may be of twenty countries, so others go by their code."""


class Local(Language):
    """A language other than English."""

    @cached_property
    def _locale(self) -> Locale:
        from babel import Locale  # noqa: PLC0415 - English does without

        return Locale.parse(self.code)

    def _form(self, one: str, many: str, count: int) -> str | Mapping[str, str]:
        forms = self._messages.get(many)
        return (
            forms[self._locale.plural_form(count)]
            if isinstance(forms, dict)
            else super()._form(one, many, count)
        )

    def day(self, date: dt.date) -> str:
        """Returns a date in words."""
        return self._dated(date, "long")

    def date(self, date: dt.date) -> str:
        """Returns a date for a table."""
        return self._dated(date, "medium")

    def _dated(self, date: dt.date, length: str) -> str:
        from babel.dates import format_date  # noqa: PLC0415 - English does without

        return format_date(date, length, locale=self._locale)

    def figure(self, text: str) -> str:
        """Returns a number that is written the English way, the way of this language, with as many decimals."""
        from babel.numbers import format_decimal  # noqa: PLC0415 - English does without

        decimals = "0" * len(text.partition(".")[2])
        number = Decimal(text.replace(",", ""))
        return format_decimal(number, f"#,##0.{decimals}".rstrip("."), locale=self._locale)

    def amounts(self, low: str, high: str, currency: str) -> str:
        """Returns amounts with their currency where this language puts it."""
        pattern = self._locale.currency_formats["standard"].pattern
        amount = (
            self(phrase("{low} to {high}"), low=self.figure(low), high=self.figure(high))
            if low != high
            else self.figure(low)
        )
        return str(pattern).replace("#,##0.00", amount).replace("¤", SYMBOLS.get(currency, currency))

    def country(self, code: str, name: str) -> str:
        """Returns the name of a country in this language."""
        return str(self._locale.territories.get(code, name))


class German(Local):
    """German, to readers addressed as `Sie`."""

    code = "de"

    def inside(self, label: str) -> str:
        """Returns the label as it is: nouns keep their capitals."""
        return label

    def day(self, date: dt.date) -> str:
        """Returns `31. Januar 2027`; the space behind the figure does not break, and begins no list."""
        return super().day(date).replace(". ", ".\u00a0", 1)


class French(Local):
    """French, to readers addressed as `vous`."""

    code = "fr"

    def _dated(self, date: dt.date, length: str) -> str:
        said = super()._dated(date, length)
        return f"1er{said[1:]}" if date.day == 1 else said  # CLDR has `1 janvier`, which nobody writes


SPOKEN: dict[str, type[Language]] = {"en": Language, "de": German, "fr": French}
"""The languages by their codes."""

"""How documents speak: English as it is written in templates and modules, other languages by a catalogue."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jdgen.language.foreign import filled, foreign, joined

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping

    Messages = Mapping[str, str | Mapping[str, str]]
    """English message to the one of another language, or to its forms by plural category (CLDR): `one`, `other`."""


def phrase(text: str) -> str:
    """Returns the text as it is: marks a message that is kept in a table and said later."""
    return text


NUMBERS = (
    phrase("no"), phrase("one"), phrase("two"), phrase("three"), phrase("four"), phrase("five"), phrase("six"),
    phrase("seven"), phrase("eight"), phrase("nine"), phrase("ten"), phrase("eleven"), phrase("twelve"),
)  # fmt: skip


class Language:
    """English. Called with a message it says it, with values in the place of their `{names}`."""

    code = "en"

    def __init__(self, messages: Messages | None = None, mark: str = "") -> None:
        """Takes the user's own wording of messages, and the mark that sentences bear in a document of another language."""
        self._messages = messages or {}
        self._mark = mark

    def __reduce__(self) -> str | tuple[Any, ...]:
        """English as it ships stays the one object when it travels between processes."""
        return "ENGLISH" if self is ENGLISH else (type(self), (self._messages, self._mark))

    def marked(self) -> Language:
        """Returns the same language for a document in another one: its sentences are marked with it."""
        return type(self)(self._messages, self.code)

    def __call__(self, message: str, /, **values: object) -> str:
        """Returns the message in this language."""
        return self._filled(self._messages.get(message, message), values)

    def pgettext(self, context: str, message: str, /, **values: object) -> str:
        """Returns a message that means different things in different contexts; the catalogue has it as `message [context]`."""
        return self._filled(self._messages.get(f"{message} [{context}]", message), values)

    def ngettext(self, one: str, many: str, count: int, /, **values: object) -> str:
        """Returns the form of a message that goes with a count; the catalogue has both forms under `many`."""
        return self._filled(self._form(one, many, count), values)

    def _form(self, one: str, many: str, count: int) -> str | Mapping[str, str]:
        forms = self._messages.get(many)
        own = forms if isinstance(forms, dict) else {"one": one, "other": many}
        return own["one" if count == 1 else "other"]

    def _filled(self, message: str | Mapping[str, str], values: Mapping[str, object]) -> str:
        text = message if isinstance(message, str) else message["other"]
        return filled(text, values, self._mark)

    def number(self, count: int) -> str:
        """Returns a count as a word up to twelve, above that in figures."""
        return self(NUMBERS[count]) if count < len(NUMBERS) else foreign(str(count), self._mark)

    def either(self, names: Iterable[str]) -> str:
        """Returns names as a list in words: `a, b or c`."""
        return self._listed(names, self(phrase("or")))

    def both(self, names: Iterable[str]) -> str:
        """Returns names as a list in words: `a, b and c`."""
        return self._listed(names, self(phrase("and")))

    def _listed(self, names: Iterable[str], last: str) -> str:
        *head, tail = names
        return joined(f" {last} ", [joined(", ", head, self._mark), tail], self._mark) if head else tail

    def inside(self, label: str) -> str:
        """Returns a label as it is written inside a sentence."""
        return label.lower()

    def day(self, date: dt.date) -> str:
        """Returns `31 January 2027`."""
        return f"{date.day} {date:%B %Y}"

    def date(self, date: dt.date) -> str:
        """Returns a date for a table: `2027-01-31`."""
        return date.isoformat()

    def figure(self, text: str) -> str:
        """Returns a number that is written the English way, such as `1,060.50`, the way of this language."""
        return text

    def amounts(self, low: str, high: str, currency: str) -> str:
        """Returns `USD 90,000 to 120,000`, or the one amount; both are written the English way."""
        return f"{currency} {low}" + ("" if low == high else f" to {high}")

    def country(self, code: str, name: str) -> str:  # noqa: ARG002 - other languages go by the code
        """Returns the name of a country; `name` is the English one."""
        return name


ENGLISH = Language()

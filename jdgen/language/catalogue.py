"""A catalogue of messages: `languages/de.yaml`, and the user's own wording of some of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from jdgen.errors import JdgenError, Problem, did_you_mean
from jdgen.language.foreign import VALUE
from jdgen.language.local import SPOKEN

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from jdgen.language.speech import Language, Messages
    from jdgen.source import Node


def language(code: str, built_in: Node, own: Node | None) -> Language:
    """Returns the language `code` with the messages that ship, and the user's own in their place.

    English has no messages but the user's own: `built_in` then only says which ones there are.

    Raises:
        JdgenError: the user's file has a message that there is not, or one that lacks a value.
    """
    known: Messages = built_in.plain
    if problems := [*_odd(own, known)] if own else []:
        raise JdgenError(*problems)
    return SPOKEN[code]({**({} if code == "en" else known), **(own.plain if own else {})})


def _odd(own: Node, known: Messages) -> Iterator[Problem]:
    """Yields what is wrong with the user's own messages."""
    for message, node in cast("dict[str, Node]", own.value).items():
        if message not in known:
            yield Problem(node.key, f"there is no message '{message}'.{did_you_mean(message, known)}")
        elif {*forms(node.plain)} != {*forms(known[message])}:
            yield Problem(node.place, f"expected {_shape(known[message])}")
        else:
            for form, text in forms(node.plain).items():
                yield from _lacking(node, message, text, {"count"} if form == "one" else set())


def _shape(message: str | Mapping[str, str]) -> str:
    return "one text" if isinstance(message, str) else f"a text each for {' and '.join(message)}"


def _lacking(node: Node, message: str, text: object, spared: set[str]) -> Iterator[Problem]:
    """Yields what is wrong with one wording; `spared` are values that it may leave out."""
    if not isinstance(text, str):
        yield Problem(node.place, "expected a text")
        return
    if set("{}").intersection(VALUE.sub("", text)):
        yield Problem(node.place, "braces stand round the name of a value only, such as {count}")
    elif odd := (values_in(text) ^ values_in(message)) - spared:
        said = ", ".join(f"{{{name}}}" for name in sorted(odd))
        yield Problem(node.place, f"{said} must stand in the message and in its wording alike")


def forms(message: object) -> dict[str, object]:
    """Returns the forms of a message by plural category; one text is the form of every count."""
    return message if isinstance(message, dict) else {"other": message}


def values_in(text: str) -> set[str]:
    """Returns the names of the values in a message."""
    return set(VALUE.findall(text))

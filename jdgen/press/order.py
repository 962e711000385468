"""What is to be made, and the way to have it made."""

from __future__ import annotations

from contextlib import contextmanager
from functools import cache, partial
from typing import TYPE_CHECKING, Any, NamedTuple

from jdgen.parallel import Ask, beside, nothing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from jdgen.documents import Audience, Kind, Paper, Posted, Subject
    from jdgen.press.maker import Maker
    from jdgen.source import Layers


PDFS = frozenset({"pdf", "archive.pdf"})
"""Formats that WeasyPrint makes."""


class Order(NamedTuple):
    """What is to be made of a role."""

    kinds: tuple[Kind, ...]
    formats: tuple[str, ...]
    paper: Paper
    folders: tuple[Path, ...]
    """Where templates are searched, the built-in folder last."""
    shown: dict[str, str]
    """What messages call these folders."""


class Made(NamedTuple):
    """A document in every format that was asked for."""

    stem: str
    """The files' name without their endings."""
    audience: Audience
    """Who may read it."""
    files: dict[str, bytes]
    """Its bytes, by ending."""


class Press(NamedTuple):
    """Turns a role into its documents, in two steps: what the posting says can be judged while the rest is made."""

    ask: Ask[Subject | None, Any]
    layers: Callable[[], Layers | None]
    """Returns the files of the role, where the press was to read them; what is wrong with them is raised here."""
    get_ready: Callable[[], object]
    """Loads what the press needs, where that is not done by a process of its own."""

    def make(self, subject: Subject) -> tuple[Callable[[], Posted], Callable[[], list[Made]]]:
        """Has the documents of `subject` made, and returns two functions.

        One returns the posting among them as soon as it is composed, the other all of them in the order of their kinds.
        Each raises JdgenError where a template is wrong; the second also where a document cannot be put into a format.
        """
        posted, made = cache(self.ask(subject)), self.ask(None)

        def all_of_them() -> list[Made]:
            posted()
            documents: list[Made] = made()
            return documents

        return posted, all_of_them


@contextmanager
def press(
    order: Order, read: Callable[[], Layers | None] = nothing, *, here: bool = False
) -> Iterator[Press]:
    """Yields a press that gets ready in a process of its own, or in this one if it is to work `here`.

    Its `layers` are what `read` returns, which it reads first of all; with WeasyPrint to load it leaves them to whoever asks.
    """
    ahead = read if PDFS.isdisjoint(order.formats) else nothing
    if here:
        maker = cache(partial(_maker, order))
        yield Press(lambda subject: partial(_work, maker(), subject), ahead, maker)
        return
    with beside(partial(_maker, order), _work, ahead) as (ask, layers):
        yield Press(ask, layers, nothing)


def warm(*, pdf: bool) -> None:
    """Loads what every press needs, so that the next ones begin with it.

    Raises:
        JdgenError: PDFs are wanted, and a library that draws them is not on this machine.
    """
    from jdgen.press.maker import load  # noqa: PLC0415 - Jinja and WeasyPrint

    load(pdf=pdf)


def _maker(order: Order) -> Maker:
    from jdgen.press.maker import Maker  # noqa: PLC0415 - Jinja and WeasyPrint, in the process that makes documents

    return Maker(order)


def _work(maker: Maker, subject: Subject | None) -> Posted | list[Made]:
    return maker.make() if subject is None else maker.compose(subject)

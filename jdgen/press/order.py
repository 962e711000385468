"""What is to be made, and the way to have it made."""

from __future__ import annotations

from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from jdgen.parallel import Ask, beside

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from jdgen.documents import Audience, Kind, Paper, Subject
    from jdgen.press.maker import Maker


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
    said: str
    """What a public document says, its markup and metadata included; empty for an internal one."""


class Posted(NamedTuple):
    """A posting before it is put into any format, for the rules about it; empty where none is made."""

    body: str = ""
    """Its Markdown."""
    scripts: tuple[str, ...] = ()
    """The JSON-LD scripts of its page, where one is made."""


class Press(NamedTuple):
    """Turns a role into its documents, in two steps: what the posting says can be judged while the files are made."""

    ask: Ask[Subject | None, Any]
    layers: Callable[[], Any]
    """Returns the files of the role, read while this process went on; what is wrong with them is raised here."""

    def compose(self, subject: Subject, meanwhile: Callable[[], object] = tuple) -> Posted:
        """Returns the posting among the documents of `subject`, before the others are composed; does something `meanwhile`.

        Raises:
            JdgenError: a template is wrong.
        """
        posted: Posted = self.ask(subject, meanwhile)
        return posted

    def make(self, meanwhile: Callable[[], object] = tuple) -> list[Made]:
        """Returns the documents in the order of their kinds; does something `meanwhile`.

        Raises:
            JdgenError: a template is wrong, or a document cannot be put into a format.
        """
        made: list[Made] = self.ask(None, meanwhile)
        return made


@contextmanager
def press(order: Order, read: Callable[[], Any] = tuple) -> Iterator[Press]:
    """Yields a press that gets ready while this process goes on; first of all it does `read`, for its `layers`."""
    with beside(partial(_maker, order), _work, read) as (ask, layers):
        yield Press(ask, layers)


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

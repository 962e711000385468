"""What is to be made, and the way to have it made."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from jdgen.parallel import beside

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager
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


def press(order: Order) -> AbstractContextManager[Callable[[Subject], list[Made]]]:
    """Returns a context in which a role is turned into its documents; they come in the order of their kinds.

    The call raises JdgenError where a template is wrong or a document cannot be put into a format.
    """
    return beside(partial(_maker, order), _made)


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


def _made(maker: Maker, subject: Subject) -> list[Made]:
    return maker.make(subject)

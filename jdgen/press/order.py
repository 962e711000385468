"""What is to be made, and the way to have it made."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from jdgen.parallel import Ask, beside

if TYPE_CHECKING:
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
    body: str = ""
    """The Markdown of a posting, for the rules about it; empty for any other document."""


def press(order: Order) -> AbstractContextManager[Ask[Subject, list[Made]]]:
    """Returns a context in which a role is turned into its documents; they come in the order of their kinds.

    The call raises JdgenError where a template is wrong or a document cannot be put into a format.
    """
    return beside(partial(_maker, order), _made)


def _maker(order: Order) -> Maker:
    from jdgen.press.maker import Maker  # noqa: PLC0415 - Jinja and WeasyPrint, in the process that makes documents

    return Maker(order)


def _made(maker: Maker, subject: Subject) -> list[Made]:
    return maker.make(subject)

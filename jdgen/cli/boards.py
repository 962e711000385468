"""Job boards as the command line names them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from jdgen.cli.options import named_in, one_longer
from jdgen.errors import did_you_mean, in_words

if TYPE_CHECKING:
    from collections.abc import Sequence

NAMES = ("google", "linkedin", "indeed", "greenhouse", "lever", "jsonresume")
"""Boards, and systems that post to boards."""


def boards_named(_ctx: click.Context, _param: click.Parameter, values: Sequence[str]) -> tuple[str, ...]:
    """Returns the boards that the values of the option name, each once, in the order in which they are listed.

    Raises:
        click.BadParameter: there is no such board, or a name is empty.
    """
    asked = {name for value in values for name in named_in(value, "Boards", NAMES)}
    for name in sorted(asked.difference(NAMES)):
        raise click.BadParameter(
            f"there is no board '{name}'.{did_you_mean(name, NAMES)} They are {in_words(NAMES, 'and')}."
        )
    return tuple(name for name in NAMES if name in asked)


def complete_board(_ctx: click.Context, _param: click.Parameter, begun: str) -> list[str]:
    """Returns the lists that begin so, one board longer."""
    return one_longer(begun, NAMES)

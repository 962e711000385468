"""`jdgen variables`: every name that a template can use, and what it holds for a role."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from jdgen.cli.flags import SETS, flags
from jdgen.cli.options import complete_role, complete_stage, known_role, root_option, stage_named, workspace

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jdgen.documents.variables import Variable

SHOWN = 96
"""Characters of a value that are enough to recognise it."""


@click.command()
@click.argument("role", shell_complete=complete_role)
@click.option(
    "--stage", "-s", type=stage_named, metavar="STAGE", shell_complete=complete_stage,
    help="startup, scaleup or enterprise; else the company's own.",
)  # fmt: skip
@SETS
@root_option
@click.pass_context
def variables(ctx: click.Context, /, role: str, *, stage: str | None, sets: Sequence[str], root: str) -> None:
    """Print the names that templates see for ROLE: what each is and means, and below it what it holds now.

    `[]` stands for each entry of a list, of which the first is shown. Public documents cannot use what is marked internal.
    """
    from jdgen.documents import KIT  # noqa: PLC0415 - help must not wait for it
    from jdgen.documents.variables import variables as known  # noqa: PLC0415
    from jdgen.generate.reading import read_role, subject  # noqa: PLC0415

    place = workspace(root)
    known_role(place, role, ctx)
    resolved, opening = read_role(role, place, stage, flags(sets))
    for it in known(subject(resolved, place, KIT, opening, None)):
        click.echo(f"{it.name} ({it.kind}{', internal' if it.internal else ''}): {it.meaning}")
        if said := _shown(it):
            click.echo(f"    {said}")


def _shown(variable: Variable) -> str:
    """Returns the present value on a line; of a list its length, of a record nothing: its own names follow."""
    value = variable.value
    if hasattr(value, "_fields") or value is None:
        return ""
    if isinstance(value, tuple):
        first = f"; the first: {_short(value[0])}" if value and isinstance(value[0], str) else ""
        return f"{len(value)} {'entry' if len(value) == 1 else 'entries'}{first}"
    return _short(str(value)) or "(empty)"


def _short(said: str) -> str:
    line = " ".join(said.split())
    return line if len(line) <= SHOWN else line[:SHOWN].rstrip() + " …"

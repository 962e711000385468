"""`jdgen explain`: which file and layer set each printed line, and what a stage changes."""

from __future__ import annotations

from itertools import chain, groupby
from typing import TYPE_CHECKING

import click

from jdgen.cli.flags import SETS, flags
from jdgen.cli.options import complete_role, complete_stage, known_role, root_option, stage_named, workspace
from jdgen.errors import in_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from jdgen.generate.explaining import Line
    from jdgen.role.causes import Cause, Value

SHOWN = 72
"""Characters of a value that are enough to recognise it."""


@click.command()
@click.argument("role", shell_complete=complete_role)
@click.argument("path", required=False, default="")
@click.option(
    "--stage", "-s", type=stage_named, metavar="STAGE", shell_complete=complete_stage,
    help="startup, scaleup or enterprise; else the company's own.",
)  # fmt: skip
@click.option(
    "--diff",
    nargs=2,
    type=stage_named,
    metavar="STAGE STAGE",
    help="What changes from the first stage to the second.",
)
@SETS
@root_option
@click.pass_context
def explain(
    ctx: click.Context, /, role: str, *, path: str, stage: str | None, diff: tuple[str, str] | None, sets: Sequence[str], root: str
) -> None:  # fmt: skip
    """Print each line of the posting and the rubric of ROLE, and below it the values that it is made of.

    PATH, such as requirements.degree, asks for the lines that this value has a part in.
    """
    place = workspace(root)
    known_role(place, role, ctx)
    if diff:
        if path or stage:
            raise click.UsageError("--diff compares two stages: leave out PATH and --stage")
        from jdgen.generate.differing import differences  # noqa: PLC0415 - help must not wait for it

        for said in differences(role, place, diff, flags(sets)):
            click.echo(said)
        return
    from jdgen.generate.explaining import explain as lines  # noqa: PLC0415 - help must not wait for it

    for kind, found in groupby(lines(role, place, stage, flags(sets), path), key=lambda line: line.kind):
        click.echo(
            "\n".join([kind.about.title or "Job posting", "", *chain.from_iterable(map(_said, found)), ""])
        )


def _said(line: Line) -> Iterator[str]:
    yield f"  {line.text.strip()}"
    for cause in line.causes:
        yield f"      {_where(cause.now)} {cause.path}{_value(cause)}"
        for earlier in cause.before:
            yield f"          replaced {_where(earlier)}: {_short(earlier.said)}"
    if not line.causes and line.unsaid:
        yield f"      jdgen: company.yaml has no {in_words(line.unsaid, 'and')}"
    elif not line.causes:
        yield f"      {line.template}: template"


def _where(value: Value) -> str:
    return f"{value.place}: {value.layer}"


def _value(cause: Cause) -> str:
    """Returns what the value says where it is not plain from the line: where it replaced another."""
    return f": {_short(cause.now.said)}" if cause.before else ""


def _short(said: str) -> str:
    return said if len(said) <= SHOWN else said[:SHOWN].rstrip() + " …"

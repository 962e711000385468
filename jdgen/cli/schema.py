"""`jdgen schema`: JSON Schema for editors."""

from __future__ import annotations

import click

NAMES = ("profile", "company", "vacancy", "candidates", "scorecard", "rubric")


@click.command()
@click.argument("name", type=click.Choice(NAMES), default="profile")
@click.option("--output", "-o", metavar="DIR", help="Write all of them below this folder instead.")
def schema(name: str, output: str | None) -> None:
    """Print the JSON Schema of a file that you write; editors complete and check by it."""
    from jdgen.schema.json_schema import json_schema  # noqa: PLC0415 - help must not wait for it

    if output is None:
        click.echo(json_schema(name), nl=False)
        return
    from jdgen.workspace import Workspace  # noqa: PLC0415

    files = {f"{each}.schema.json": json_schema(each).encode() for each in NAMES}
    for path in Workspace.at(output=output).write(files):
        click.echo(path)

"""`jdgen new`: a profile to fill in, or a template that changes one block."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

import click

from jdgen.cli.options import complete_role, known_role, root_option, workspace
from jdgen.errors import did_you_mean, in_words

if TYPE_CHECKING:
    from jdgen.workspace import Workspace


@click.group()
def new() -> None:
    """Begin a profile or a template of your own."""


@new.command(short_help="A role profile with a mark on every line that is yours to write.")
@click.argument("name")
@click.option(
    "--from",
    "origin",
    metavar="ROLE",
    shell_complete=complete_role,
    help="Begin with the profile of this role.",
)
@click.option("--title", default="FILL IN the title", show_default=False, help="The posted title.")
@root_option
@click.pass_context
def profile(ctx: click.Context, /, name: str, *, origin: str | None, title: str, root: str) -> None:
    """Write profiles/NAME.yaml. No document is made while a mark (FILL IN) is left in it."""
    from jdgen.schema.fields import ROLE  # noqa: PLC0415 - help must not wait for it
    from jdgen.workspace.starting import profile as text  # noqa: PLC0415

    place = workspace(root)
    if not re.match(ROLE, name):
        raise click.UsageError(
            f"'{name}' is no name of a role: use lower-case letters, digits and -, such as head-of-product"
        )
    if origin:
        known_role(place, origin, ctx)
    original = place.text_of(origin) if origin else None
    _begin(
        place,
        f"profiles/{name}.yaml",
        text(name, title, dt.datetime.now().astimezone().date().isoformat(), original),
    )
    click.echo(f"\nNext: write what is marked FILL IN; jdgen check {name} lists it", err=True)


@new.command(short_help="A template that changes one block of a built-in one.")
@click.argument("name", metavar="TEMPLATE")
@click.option("--block", help="The block to replace; without it, the first.")
@root_option
def template(name: str, *, block: str | None, root: str) -> None:
    """Write templates/TEMPLATE.md.j2, which changes nothing yet and names the blocks that it can replace."""
    from jdgen import __version__  # noqa: PLC0415 - help must not wait for it
    from jdgen.documents.templates import Templates  # noqa: PLC0415 - help must not wait for it
    from jdgen.workspace.starting import override  # noqa: PLC0415

    place = workspace(root)
    shipped = [it.name for it in place.templates() if it.origin == "built-in" or it.hides]
    known = {name.removesuffix(".j2").removesuffix(".md"): name for name in shipped}
    file = known.get(name.removesuffix(".j2").removesuffix(".md"))
    blocks = Templates(place.folders("templates")[-1:]).blocks(file) if file else ()
    if file is None or not blocks:
        raise click.UsageError(
            f"there is no template '{name}'.{did_you_mean(name, known)} They are {in_words(known, 'and')}."
        )
    if block and block not in blocks:
        raise click.UsageError(
            f"{file} has no block '{block}'.{did_you_mean(block, blocks)} They are {in_words(blocks, 'and')}."
        )
    _begin(place, f"templates/{file}", override(file, blocks, block or blocks[0], __version__))


def _begin(place: Workspace, name: str, text: str) -> None:
    written, kept = place.begin({name: text.encode()})
    for path in kept:
        raise click.UsageError(
            f"{path} is there already, and stays as it is: choose another name, or move it away"
        )
    for path in written:
        click.echo(path)

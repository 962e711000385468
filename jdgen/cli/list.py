"""`jdgen list`: what there is, and where it comes from."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from jdgen.cli.options import root_option, workspace

if TYPE_CHECKING:
    from jdgen.workspace import Found, Workspace


@click.command("list")
@click.option(
    "--outdated",
    is_flag=True,
    help="Only your templates whose originals changed since, each with the difference.",
)
@root_option
def list_(*, outdated: bool, root: str) -> None:
    """List roles with their stages, documents, and templates: yours, and what ships."""
    if outdated:
        _list_outdated(workspace(root))
        return
    from jdgen.documents import BOARDS, Kind  # noqa: PLC0415 - help must not wait for it
    from jdgen.errors import in_words  # noqa: PLC0415
    from jdgen.role.resolution import role_title, stages  # noqa: PLC0415

    place = workspace(root)
    click.echo("Roles")
    for name, found in place.profiles().items():
        profile = place.profile(name)
        click.echo(
            f"  {name:12}{role_title(profile):34}{in_words(stages(profile), 'and'):36}{_origin(found)}"
        )
    click.echo("\nDocuments")
    for kind in Kind:
        click.echo(f"  {kind:14}{kind.about.title or 'Job posting':34}{kind.audience}")
    click.echo("\nJob boards (--for)")
    for name, ending in BOARDS.items():
        click.echo(f"  {name:14}{ending}")
    click.echo("\nTemplates")
    for found in place.templates():
        click.echo(f"  {found.name:46}{_origin(found)}")
    click.echo("\nLooks (brand.theme)")
    for found in place.themes().values():
        click.echo(f"  {found.name:46}{_origin(found)}")
    click.echo("\nBuilt-in files, to read or to copy")
    click.echo(f"  {place.folders('profiles')[-1]}")
    click.echo(f"  {place.folders('templates')[-1]}")


def _list_outdated(place: Workspace) -> None:
    from jdgen.generate.outdated import outdated  # noqa: PLC0415 - Jinja

    found = list(outdated(place))
    for it in found:
        click.echo(f"{it.place}: {it.message}")
        if it.difference:
            click.echo(f"{it.difference}\n")
    if not found:
        click.echo("None of your templates is outdated.")
    elif any(it.difference for it in found):
        from jdgen import __version__  # noqa: PLC0415
        from jdgen.documents.history import mark  # noqa: PLC0415

        click.echo(f"When you have looked at a template, write {mark(__version__)} into it.")


def _origin(found: Found) -> str:
    if found.origin == "built-in":
        return "built-in"
    return f"{found.path}" + (" (hides the built-in one)" if found.hides else "")

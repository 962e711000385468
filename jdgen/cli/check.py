"""`jdgen check`: every finding, with its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from jdgen.cli.options import (
    complete_role,
    complete_stage,
    known_role,
    root_option,
    stage_named,
    today,
    workspace,
)

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence


@click.command()
@click.argument("roles", shell_complete=complete_role, nargs=-1, metavar="[ROLE ...]")
@click.option(
    "--stage",
    "-s",
    type=stage_named,
    metavar="STAGE",
    shell_complete=complete_stage,
    help="Only this stage; else all that the profile has.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "sarif"]),
    default="text",
    show_default=True,
    help="Lines for people, JSON for scripts, SARIF for the tools of a code review.",
)
@click.option("--strict", is_flag=True, help="Let warnings count for the exit code too.")
@click.option(
    "--as-of",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DATE",
    help="Check for this day: which laws are in force, what has closed or is stale; else for today.",
)
@root_option
@click.pass_context
def check(
    ctx: click.Context,
    /,
    roles: Sequence[str],
    *,
    stage: str | None,
    form: str,
    as_of: dt.datetime | None,
    root: str,
    strict: bool,
) -> None:
    """Print findings as `file:line:column: severity code: message`, for ROLE, or for all roles and vacancies.

    The posting is looked at as it is rendered, for the law of its places too. This is no legal advice.
    """
    from jdgen.cli.report import summary, to_json, to_sarif  # noqa: PLC0415 - help must not wait for it
    from jdgen.generate.pipeline import templates  # noqa: PLC0415
    from jdgen.generate.review import review  # noqa: PLC0415

    place = workspace(root)
    for role in roles:
        known_role(place, role, ctx)
    day = as_of.date() if as_of else today()
    found = review(
        place,
        roles or place.profiles(),
        templates(place),
        stage=stage,
        today=day,
        strict=strict,
        vacancies=not roles,
    )
    if form == "text":
        for it in found:
            click.echo(it)
        click.echo(summary(found), err=True)
    else:
        click.echo(to_json(found, day) if form == "json" else to_sarif(found, day))
    counted = {"error", "warning"} if strict else {"error"}
    ctx.exit(1 if any(it.severity in counted and not it.waived for it in found) else 0)

"""`jdgen check`: every finding, with its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from jdgen.cli.options import complete_role, complete_stage, known_role, root_option, stage_named, workspace

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jdgen.workspace import Workspace


@click.command(short_help="Every finding about profiles and rubrics; exit code 1 on an error.")
@click.argument("roles", shell_complete=complete_role, nargs=-1, metavar="[ROLE ...]")
@click.option(
    "--stage",
    "-s",
    type=stage_named,
    metavar="STAGE",
    shell_complete=complete_stage,
    help="Only this stage; else all that the profile has.",
)
@root_option
@click.pass_context
def check(ctx: click.Context, roles: Sequence[str], stage: str | None, root: str) -> None:
    """Print findings as `file:line:column: severity code: message`, for ROLE or for all roles."""
    from jdgen.errors import JdgenError  # noqa: PLC0415

    place = workspace(root)
    for role in roles:
        known_role(place, role, ctx)
    found: dict[str, bool] = {}
    for role in roles or place.profiles():
        try:
            found |= _findings(place, role, stage)
        except JdgenError as error:
            found |= {_line(problem.place, problem.code, problem.message): True for problem in error.problems}
    for line in sorted(found, key=_by_place):
        click.echo(line)
    errors = sum(found.values())
    click.echo(f"{errors} error{'' if errors == 1 else 's'}, {len(found) - errors} other findings", err=True)
    ctx.exit(1 if errors else 0)


def _findings(place: Workspace, role: str, stage: str | None) -> dict[str, bool]:
    """Returns the lines about a role at its stages, each with whether it is an error."""
    from jdgen.checks.rubric import check as rubric  # noqa: PLC0415 - help must not wait for it
    from jdgen.generate import read  # noqa: PLC0415
    from jdgen.role import resolve, stages  # noqa: PLC0415

    layers = read(role, place)
    resolved = [resolve(layers, each) for each in ([stage] if stage else stages(layers.profile))]
    return {str(finding): finding.severity == "error" for it in resolved for finding in rubric(it)}


def _line(place: object, code: str, message: str) -> str:
    return f"{place}: error {code or 'input'}: {message}"


def _by_place(line: str) -> tuple[str, int, int]:
    file, *rest = line.split(":")
    numbers = [int(part) for part in rest[:2] if part.isdigit()]
    return (file, *([*numbers, 0, 0])[:2])  # type: ignore[return-value]

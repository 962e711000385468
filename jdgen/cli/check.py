"""`jdgen check`: every finding, with its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from jdgen.cli.options import complete_role, complete_stage, known_role, root_option, stage_named, workspace

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jdgen.checks import Finding
    from jdgen.errors import JdgenError
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
    """Print findings as `file:line:column: severity code: message`, for ROLE, or for all roles and vacancies."""
    place = workspace(root)
    for role in roles:
        known_role(place, role, ctx)
    found = {it for role in roles or place.profiles() for it in _findings(place, role, stage)}
    if not roles:
        found |= _in_vacancies(place)
    for it in sorted(found, key=lambda it: (it.place, it.code, it.message)):
        click.echo(it)
    errors = sum(it.severity == "error" for it in found)
    others = len(found) - errors
    said = f"{errors} error{'' if errors == 1 else 's'}, {others} other finding{'' if others == 1 else 's'}"
    click.echo(said, err=True)
    ctx.exit(1 if errors else 0)


def _findings(place: Workspace, role: str, stage: str | None) -> set[Finding]:
    """Returns what is found about a role at its stages; what cannot be read is an error too."""
    from jdgen.checks.people import check as people  # noqa: PLC0415 - help must not wait for it
    from jdgen.checks.rubric import check as rubric  # noqa: PLC0415
    from jdgen.errors import JdgenError  # noqa: PLC0415
    from jdgen.generate.reading import read  # noqa: PLC0415
    from jdgen.role.resolution import resolve, stages  # noqa: PLC0415

    try:
        layers = read(role, place)
        resolved = [resolve(layers, each) for each in ([stage] if stage else stages(layers.profile))]
    except JdgenError as error:
        return _unread(error)
    return {finding for it in resolved for finding in (*rubric(it), *people(it))}


def _in_vacancies(place: Workspace) -> set[Finding]:
    """Returns what is found about the people of every vacancy."""
    from jdgen.checks.people import check as people  # noqa: PLC0415 - help must not wait for it
    from jdgen.errors import JdgenError  # noqa: PLC0415
    from jdgen.generate.reading import read_opening  # noqa: PLC0415

    found: set[Finding] = set()
    for name in place.vacancies():
        try:
            resolved, opening = read_opening(name, place)
        except JdgenError as error:
            found |= _unread(error)
        else:
            found |= set(people(resolved, opening.vacancy, opening.tree))
    return found


def _unread(error: JdgenError) -> set[Finding]:
    from jdgen.checks import Finding  # noqa: PLC0415 - help must not wait for it

    return {Finding(it.code or "input", "error", it.place, it.message) for it in error.problems}

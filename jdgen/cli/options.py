"""Options that several commands share."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from jdgen.errors import did_you_mean, in_words
from jdgen.stages import STAGES, stage_name

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable
    from typing import Any

    from jdgen.workspace import Workspace

    Command = Callable[..., Any]


def stage_named(value: str) -> str:
    """Returns the stage as it is spelled here; `scale-up` is understood too.

    Raises:
        click.BadParameter: there is no such stage.
    """
    spelled = stage_name(value)
    if spelled not in STAGES:
        hint = did_you_mean(spelled, STAGES)
        raise click.BadParameter(f"there is no stage '{value}': it is {in_words(STAGES)}.{hint}")
    return spelled


def complete_stage(_ctx: click.Context, _param: click.Parameter, begun: str) -> list[str]:
    """Returns the stages that begin so."""
    return [stage for stage in STAGES if stage.startswith(begun)]


def complete_role(ctx: click.Context, _param: click.Parameter, begun: str) -> list[str]:
    """Returns the roles that begin so."""
    return [role for role in workspace(ctx.params.get("root") or ".").profiles() if role.startswith(begun)]


def root_option(command: Command) -> Command:
    """Adds `--workspace`."""
    option = click.option(
        "--workspace", "-w", "root", default=".", show_default=True, metavar="DIR",
        help="Folder with company.yaml, profiles/ and templates/.",
    )  # fmt: skip
    return option(command)


def today() -> dt.date:
    """Returns the day by this machine's clock, or by SOURCE_DATE_EPOCH where a build sets it."""
    import datetime as dt  # noqa: PLC0415 - help must not wait for it
    import os  # noqa: PLC0415

    set_ = os.environ.get("SOURCE_DATE_EPOCH")
    moment = (
        dt.datetime.fromtimestamp(int(set_), dt.UTC)
        if set_ and set_.isdigit()
        else dt.datetime.now().astimezone()
    )
    return moment.date()


def workspace(root: str, output: str | None = None) -> Workspace:
    """Returns the workspace in `root`.

    Raises:
        click.UsageError: there is no such folder.
    """
    from pathlib import Path  # noqa: PLC0415

    from jdgen.workspace import Workspace  # noqa: PLC0415

    if not Path(root).is_dir():
        raise click.UsageError(f"there is no folder '{root}'; make it, or name another with --workspace")
    return Workspace.at(root, output)


def known_role(place: Workspace, role: str, ctx: click.Context) -> None:
    """Says which role or command was meant.

    Raises:
        click.UsageError: there is no profile of that name.
    """
    roles = place.profiles()
    if role in roles:
        return
    group = ctx.parent.command if ctx.parent else None
    commands = group.commands if isinstance(group, click.Group) else {}
    raise click.UsageError(
        f"there is no role '{role}'.{did_you_mean(role, [*roles, *commands])} Roles: {in_words(roles, 'and')}."
    )

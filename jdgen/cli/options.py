"""Options that several commands share."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from jdgen.errors import did_you_mean, in_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from click.shell_completion import CompletionItem

    from jdgen.workspace import Workspace

STAGES = ("startup", "scaleup", "enterprise")


class Stage(click.ParamType):
    """A company's stage; `scale-up` is understood too."""

    name = "stage"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        spelled = value.lower().replace("-", "").replace(" ", "")
        if spelled not in STAGES:
            self.fail(f"there is no stage '{value}': it is {in_words(STAGES)}.{did_you_mean(spelled, STAGES)}", param, ctx)
        return spelled

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:  # noqa: ARG002
        from click.shell_completion import CompletionItem  # noqa: PLC0415 - completion only

        return [CompletionItem(stage) for stage in STAGES if stage.startswith(incomplete)]


class RoleName(click.ParamType):
    """The name of a role profile."""

    name = "role"

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:  # noqa: ARG002
        from click.shell_completion import CompletionItem  # noqa: PLC0415 - completion only

        return [CompletionItem(role) for role in workspace(ctx.params.get("root") or ".").profiles() if role.startswith(incomplete)]


root_option: Callable[..., object] = click.option(
    "--workspace", "-w", "root", default=".", show_default=True, metavar="DIR",
    help="Folder with company.yaml, profiles/ and templates/.",
)  # fmt: skip


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
    raise click.UsageError(f"there is no role '{role}'.{did_you_mean(role, [*roles, *commands])} Roles: {in_words(roles, 'and')}.")

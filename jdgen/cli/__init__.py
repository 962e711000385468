"""The command line: arguments in, messages and exit codes out.

Everything but click is imported inside the commands, so that `jdgen --help` answers at once.
"""

from __future__ import annotations

from errno import ENOSPC
from typing import Any

import click

from jdgen import __version__
from jdgen.cli.commands import COMMANDS, Commands
from jdgen.errors import JdgenError

STOPPED = "jdgen: stopped; earlier output is unchanged"
OWN_OPTIONS = {"-h", "--help", "--version"}


class _Commands(click.Group):
    """Takes a word that is no command for a role, and says what is wrong in the user's files in one place."""

    def make_context(self, *args: Any, **kwargs: Any) -> click.Context:  # noqa: ANN401 - as click's own
        """Reads the command line; Ctrl-C meanwhile ends the program as it does later."""
        try:
            return super().make_context(*args, **kwargs)
        except KeyboardInterrupt:
            click.echo(STOPPED, err=True)
            raise SystemExit(1) from None

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Reads an option that is not the group's own, such as `--pdf`, as one of the default command."""
        if args and args[0].startswith("-") and args[0] not in OWN_OPTIONS:
            args = ["generate", *args]
        return super().parse_args(ctx, args)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and self.get_command(ctx, args[0]) is None and not args[0].startswith("-"):
            return "generate", self.get_command(ctx, "generate"), args
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Lists the commands without loading them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, COMMANDS[name].about) for name in self.list_commands(ctx)])

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except JdgenError as error:
            for problem in error.problems:
                click.echo(str(problem), err=True)
        except OSError as error:
            if error.errno != ENOSPC:
                raise
            click.echo(f"jdgen: the list of files cannot be written: {error.strerror}", err=True)
        except KeyboardInterrupt:
            click.echo(STOPPED, err=True)
        return ctx.exit(1)


@click.group(cls=_Commands, commands=Commands(), context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="jdgen", message="%(prog)s %(version)s")
def main() -> None:
    """Job postings and interview rubrics from one role profile.

    `jdgen ROLE` is the main job:

    \b
        jdgen cpo --stage scaleup --pdf

    writes posting and rubric below the folder output; `jdgen kit cpo` writes
    every document that the interviews need. A role that is called
    like a command is reached with `jdgen generate ROLE`.
    """  # noqa: D301 - click reads a backspace as "leave these lines as they are"

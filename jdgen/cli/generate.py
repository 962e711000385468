"""`jdgen ROLE`: posting and rubric. `jdgen kit ROLE`: every document of the interviews."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from jdgen.cli.kinds import ONLY, complete_kind, complete_vacancy, kinds_named
from jdgen.cli.run import run_options, run_or_watch

if TYPE_CHECKING:
    from jdgen.documents import Kind


@click.command()
@run_options
@click.pass_context
def generate(ctx: click.Context, /, role: str, **options: Any) -> None:  # noqa: ANN401 - as `run_options` names them
    """Write the posting and the rubric of ROLE as Markdown, and as PDF, HTML, Word and plain text if asked.

    Prints the paths written, one a line. The posting goes to public/, the rubric to internal/: attach files from public/ only.
    """
    run_or_watch(ctx, role, **options)


@click.command()
@run_options
@click.option(
    "--only",
    callback=kinds_named,
    metavar="NAMES",
    shell_complete=complete_kind,
    help="Some of the documents: " + ", ".join(ONLY) + ". Separate names by commas.",
)
@click.option(
    "--vacancy",
    metavar="NAME",
    shell_complete=complete_vacancy,
    help="The opening in vacancies/NAME.yaml: its stage, people and training dates.",
)
@click.pass_context
def kit(ctx: click.Context, /, role: str, *, only: tuple[Kind, ...], **options: Any) -> None:  # noqa: ANN401 - as `run_options` names them
    """Write the interview kit of ROLE: what candidates read to public/, what the panel reads to internal/.

    Each interviewer gets a kit, and a scorecard for each session: as PDF a form to fill in, and always as YAML.
    """
    run_or_watch(ctx, role, kinds=only, **options)

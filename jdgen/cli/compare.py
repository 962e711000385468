"""`jdgen compare`: two roles side by side, and which of them comes first."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from jdgen.cli.options import complete_role, complete_stage, known_role, root_option, stage_named, workspace

if TYPE_CHECKING:
    import datetime as dt

    from jdgen.documents import Paper


@click.command()
@click.argument("first", shell_complete=complete_role)
@click.argument("second", shell_complete=complete_role)
@click.option(
    "--stage",
    "-s",
    type=stage_named,
    metavar="STAGE",
    shell_complete=complete_stage,
    help="startup, scaleup or enterprise; else the company's own.",
)
@click.option("--pdf", is_flag=True, help="Also write PDF.")
@click.option("--html", is_flag=True, help="Also write HTML.")
@click.option("--docx", is_flag=True, help="Also write Word.")
@click.option("--txt", is_flag=True, help="Also write plain text.")
@click.option(
    "--paper",
    type=click.Choice(["a4", "letter"]),
    default="a4",
    show_default=True,
    help="Paper of PDF and Word.",
)
@click.option(
    "--as-of",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DATE",
    help="Count the age of pay figures to this day; else to the profile's review.",
)
@click.option(
    "--output", "-o", metavar="DIR", help="Write below this folder; else below output in the workspace."
)
@root_option
@click.pass_context
def compare(
    ctx: click.Context, /, first: str, second: str, *, stage: str | None, pdf: bool, html: bool, docx: bool,
    txt: bool, paper: str, as_of: dt.datetime | None, output: str | None, root: str,
) -> None:  # fmt: skip
    """Write who owns what of FIRST and SECOND, what goes uncovered if only one is hired, and which the stage calls for first.

    The comparison is in English, whatever language the company's other documents speak.
    """
    from jdgen.generate.comparing import compare as beside  # noqa: PLC0415 - help must not wait for it

    place = workspace(root, output)
    for role in (first, second):
        known_role(place, role, ctx)
    asked = {"html": html, "pdf": pdf, "docx": docx, "txt": txt}
    formats = ["md", *(name for name, wanted in asked.items() if wanted)]
    size: Paper = "letter" if paper == "letter" else "a4"
    day = as_of.date() if as_of else None
    done = beside((first, second), place, stage=stage, formats=formats, paper=size, as_of=day)
    for path in done.written:
        click.echo(path)

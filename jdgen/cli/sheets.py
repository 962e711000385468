"""`jdgen calibrate`, `jdgen retranslate`, `jdgen impact`: what is checked around the interviews."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from jdgen.cli.kinds import complete_vacancy
from jdgen.cli.options import complete_role, complete_stage, known_role, root_option, stage_named, workspace

if TYPE_CHECKING:
    from collections.abc import Sequence


@click.command()
@click.argument("vacancy", shell_complete=complete_vacancy)
@click.option("--sheets", is_flag=True, help="Write a sheet to fill in for each rater, and no report.")
@root_option
def calibrate(vacancy: str, root: str, *, sheets: bool) -> None:
    """Read the calibration sheets of VACANCY and print how far each rater is from the key.

    They stand in the folder calibration of the vacancy; --sheets writes them, with the answers to be levelled beside the blanks.
    A sheet that is there stays as it is.
    """
    from jdgen.generate.worksheets import calibration, calibration_sheets  # noqa: PLC0415 - help must not wait for it
    from jdgen.workspace.vacancies import vacancy_named  # noqa: PLC0415

    place = workspace(root)
    name = vacancy_named(vacancy, place)
    if not sheets:
        click.echo(calibration(name, place), nl=False)
        return
    written, kept = calibration_sheets(name, place)
    for path in written:
        click.echo(path)
    for path in kept:
        click.echo(f"is there already, and stays as it is: {path}", err=True)


@click.command()
@click.argument("role", shell_complete=complete_role)
@click.argument("sheets", nargs=-1, metavar="[SHEET ...]")
@click.option(
    "--stage", "-s", type=stage_named, metavar="STAGE", shell_complete=complete_stage,
    help="startup, scaleup or enterprise; else the company's own.",
)  # fmt: skip
@root_option
@click.pass_context
def retranslate(
    ctx: click.Context, /, role: str, sheets: Sequence[str], *, stage: str | None, root: str
) -> None:
    """Print a sheet on which an expert sorts the anchors of ROLE; with filled SHEETs, print which anchors hold.

    Give each expert a copy: jdgen retranslate cpo > sorting-1.yaml
    """
    from jdgen.generate.worksheets import retranslation, retranslation_sheet  # noqa: PLC0415

    place = workspace(root)
    known_role(place, role, ctx)
    text = retranslation(role, place, stage, sheets) if sheets else retranslation_sheet(role, place, stage)
    click.echo(text, nl=False)


@click.command()
@click.argument("counts", metavar="COUNTS.csv")
@click.option(
    "--output", "-o", metavar="FILE", help="Write it to this file, for its owner alone, and print its path."
)
def impact(counts: str, output: str | None) -> None:
    """Print the adverse-impact worksheet of a CSV file with the columns group, applicants and selected.

    Count many vacancies together, and keep it away from candidates' files: one vacancy can never show adverse impact.
    """
    from jdgen.generate.worksheets import impact as worksheet  # noqa: PLC0415 - help must not wait for it

    text = worksheet(counts)
    if output is None:
        click.echo(text, nl=False)
        return
    from pathlib import Path  # noqa: PLC0415

    click.echo(workspace(".").write_owned(Path(output), text.encode()))

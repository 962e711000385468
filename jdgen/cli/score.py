"""`jdgen score`: the scorecards of a vacancy."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from jdgen.cli.kinds import complete_vacancy
from jdgen.cli.options import root_option, workspace

if TYPE_CHECKING:
    from jdgen.intake import Intake, Standing


@click.command()
@click.argument("vacancy", shell_complete=complete_vacancy)
@click.option("--pdf", is_flag=True, help="Also write PDF.")
@click.option("--html", is_flag=True, help="Also write HTML.")
@click.option(
    "--paper", type=click.Choice(["a4", "letter"]), default="a4", show_default=True, help="Paper of the PDF."
)
@click.option(
    "--status",
    is_flag=True,
    help="Write nothing; say which cards are missing for each candidate. No rating is shown.",
)
@root_option
@click.pass_context
def score(
    ctx: click.Context, vacancy: str, root: str, *, pdf: bool, html: bool, paper: str, status: bool
) -> None:
    """Read the scorecards of VACANCY, its name or its folder, such as vacancies/cpo-2026, and write the debrief packet.

    Cards stand in the folder scorecards of the vacancy: YAML, filled PDF forms and CSV, mixed. A card that cannot count costs
    a line that says why; the others are read. A candidate is shown once every card is locked, and not before. The packet goes
    to the folder packet beside them, as Markdown and as data (JSON), and only its owner can open it. Like every message of
    this program it is in English, whatever language the company's other documents speak.
    """
    from jdgen.generate.debrief import score as write  # noqa: PLC0415 - help must not wait for it
    from jdgen.generate.scorecards import collect  # noqa: PLC0415
    from jdgen.workspace.vacancies import vacancy_named  # noqa: PLC0415

    place = workspace(root)
    name = vacancy_named(vacancy, place)
    if status:
        intake = collect(name, place).intake
        _tell_standings(intake)
    else:
        formats = ["md", *(["html"] if html else []), *(["pdf"] if pdf else [])]
        done = write(name, place, formats=formats, paper="letter" if paper == "letter" else "a4")
        intake = done.intake
        for path in done.written:
            click.echo(path)
        _tell_waiting(intake)
    _tell_problems(intake)
    ctx.exit(1 if any(not it.is_draft for it in intake.refusals) else 0)


def _tell_standings(intake: Intake) -> None:
    for standing in intake.standings:
        _tell_standing(standing)
    if not intake.standings:
        click.echo(
            "no candidate yet: list their codes in the vacancy under `candidates`, or put a card in the folder"
        )


def _tell_standing(standing: Standing) -> None:
    waiting = standing.waiting
    count = f"{len(standing.turns) - len(waiting)} of {len(standing.turns)} cards locked"
    click.echo(f"{standing.candidate}: {count}" + ("" if waiting else ", complete"))
    for turn in waiting:
        file = f": {turn.files[0]}" if turn.files else ""
        others = f" and {len(turn.files) - 1} more" if turn.files[1:] else ""
        click.echo(f"  {turn.state:12}{turn.card:24}{turn.rater}{file}{others}")


def _tell_waiting(intake: Intake) -> None:
    waiting = [it.candidate for it in intake.standings if not it.is_complete]
    if waiting:
        click.echo(
            f"left out until every card is locked: {', '.join(waiting)}; see jdgen score --status", err=True
        )


def _tell_problems(intake: Intake) -> None:
    """Says why cards do not count; a draft is no mistake, and the list above names it."""
    for refusal in intake.refusals:
        for problem in () if refusal.is_draft else refusal.problems:
            click.echo(str(problem), err=True)
    for notice in intake.notices:
        click.echo(f"notice: {notice}", err=True)

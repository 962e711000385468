"""A run of the pipeline: the options that its commands share, and what is said about it."""

from __future__ import annotations

from functools import partial, reduce
from typing import TYPE_CHECKING, Any

import click

from jdgen.cli.flags import SETS, flags
from jdgen.cli.options import complete_role, complete_stage, known_role, root_option, stage_named, workspace
from jdgen.cli.watch import WATCH

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Sequence

    from jdgen.documents import Kind
    from jdgen.generate import Run

    Command = Callable[..., Any]

OPTIONS = (
    click.argument("role", shell_complete=complete_role),
    click.option(
        "--stage", "-s", type=stage_named, metavar="STAGE", shell_complete=complete_stage,
        help="startup, scaleup or enterprise; else the company's own.",
    ),
    click.option("--pdf", is_flag=True, help="Also write PDF."),
    click.option("--html", is_flag=True, help="Also write HTML."),
    click.option("--docx", is_flag=True, help="Also write Word."),
    click.option("--txt", is_flag=True, help="Also write plain text, to paste into forms."),
    click.option(
        "--paper", type=click.Choice(["a4", "letter"]), default="a4", show_default=True, help="Paper of PDF and Word."
    ),
    SETS,
    click.option(
        "--as-of", type=click.DateTime(["%Y-%m-%d"]), metavar="DATE",
        help="Count the age of pay figures to this day; else to the profile's review.",
    ),
    click.option("--output", "-o", metavar="DIR", help="Write below this folder; else below output in the workspace."),
    WATCH,
    root_option,
)  # fmt: skip


def run_options(command: Command) -> Command:
    """Adds ROLE and the options of a run."""
    return reduce(lambda inner, option: option(inner), reversed(OPTIONS), command)


def run_or_watch(ctx: click.Context, role: str, *, watch: bool, **options: Any) -> None:  # noqa: ANN401 - those of `run`
    """Runs the pipeline once and says what came of it; or again and again, while files change."""
    if not watch:
        tell(run(ctx, role, **options))
        return
    from jdgen.cli.watch import watch as again  # noqa: PLC0415 - where a run watches
    from jdgen.press import warm  # noqa: PLC0415

    ways = (
        [{**options, "pdf": False}, options] if options["pdf"] else [options]
    )  # text at once, PDFs after it
    makes = [partial(run, ctx, role, **way) for way in ways]
    again(options["root"], makes, ready=lambda: warm(pdf=options["pdf"]))


def run(
    ctx: click.Context, role: str, *, stage: str | None, pdf: bool, html: bool, docx: bool, txt: bool, paper: str, sets: Sequence[str],
    as_of: dt.datetime | None, output: str | None, root: str, kinds: tuple[Kind, ...] | None = None,
    vacancy: str | None = None,
) -> Run:  # fmt: skip
    """Returns what the pipeline made of the options."""
    from jdgen.documents import MAIN  # noqa: PLC0415 - help must not wait for it
    from jdgen.generate import generate  # noqa: PLC0415

    place = workspace(root, output)
    known_role(place, role, ctx)
    asked = {"html": html, "pdf": pdf, "docx": docx, "txt": txt}
    formats = ["md", *(name for name, wanted in asked.items() if wanted)]
    return generate(
        role, place, stage=stage, kinds=kinds or MAIN, formats=formats, paper="letter" if paper == "letter" else "a4",
        flags=flags(sets), as_of=as_of.date() if as_of else None, vacancy=vacancy,
    )  # fmt: skip


def tell(done: Run) -> None:
    """Prints the paths written, then what is missing and what was not renewed."""
    for path in done.written:
        click.echo(path)
    if done.missing:
        click.echo("\nBefore the public documents can go out, company.yaml still needs:", err=True)
        width = max(len(it.field) for it in done.missing) + 1
        for it in done.missing:
            click.echo(f"  {it.field + ':':{width}}  {it.write}", err=True)
    for path in done.older:
        click.echo(f"older than this run, and not renewed: {path}", err=True)

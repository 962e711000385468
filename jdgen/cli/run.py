"""A run of the pipeline: the options that its commands share, and what is said about it."""

from __future__ import annotations

from functools import partial, reduce
from typing import TYPE_CHECKING, Any

import click

from jdgen.cli.boards import NAMES, boards_named, complete_board
from jdgen.cli.flags import SETS, flags
from jdgen.cli.options import (
    complete_role,
    complete_stage,
    known_role,
    root_option,
    stage_named,
    today,
    workspace,
)
from jdgen.cli.verdict import verdict
from jdgen.cli.watch import WATCH

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Sequence

    from jdgen.documents import Kind
    from jdgen.generate.pipeline import Run

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
        "--json-ld", is_flag=True, help="Also write the posting's markup for job search: schema.org's JobPosting."
    ),
    click.option(
        "--archive", is_flag=True, help="Also write the posting as one PDF to keep: PDF/UA-1 and PDF/A-3a, its markup attached."
    ),
    click.option(
        "--for", "boards", multiple=True, callback=boards_named, metavar="BOARDS", shell_complete=complete_board,
        help="Also write the posting as these take it: " + ", ".join(NAMES) + ". Separate names by commas.",
    ),
    click.option(
        "--paper", type=click.Choice(["a4", "letter"]), default="a4", show_default=True, help="Paper of PDF and Word."
    ),
    click.option(
        "--lang", type=click.Choice(["en", "de", "fr"]),
        help="Language of headings and sentences; else the company's own. Texts of profile and company stay as written.",
    ),
    SETS,
    click.option(
        "--as-of", type=click.DateTime(["%Y-%m-%d"]), metavar="DATE",
        help="Count the age of pay figures to this day; else to the profile's review.",
    ),
    click.option("--strict", is_flag=True, help="Write nothing if the posting has errors: what the law of its places asks for, and the like."),
    click.option("--output", "-o", metavar="DIR", help="Write below this folder; else below output in the workspace."),
    WATCH,
    root_option,
)  # fmt: skip


FORMS = {
    "html": "html",
    "pdf": "pdf",
    "docx": "docx",
    "txt": "txt",
    "json_ld": "jsonld",
    "archive": "archive.pdf",
}
"""Options that ask for a form beside Markdown, and the file ending of each."""

DRAWN = ("pdf", "archive")
"""Those that are laid out page by page and come after the others when files are watched."""


def run_options(command: Command) -> Command:
    """Adds ROLE and the options of a run."""
    return reduce(lambda inner, option: option(inner), reversed(OPTIONS), command)


def run_or_watch(ctx: click.Context, role: str, *, watch: bool, **options: Any) -> None:  # noqa: ANN401 - those of `run`
    """Runs the pipeline once and says what came of it; or again and again, while files change."""
    if not watch:
        tell(run(ctx, role, **options), role, options["root"])
        return
    from jdgen.cli.watch import watch as again  # noqa: PLC0415 - where a run watches
    from jdgen.press import warm  # noqa: PLC0415

    drawn = any(options[form] for form in DRAWN)
    text = {**options, **dict.fromkeys(DRAWN, False)}
    makes = [partial(run, ctx, role, **way) for way in ([text, options] if drawn else [options])]
    again(options["root"], makes, ready=lambda: warm(pdf=drawn))


def run(
    ctx: click.Context, role: str, *, stage: str | None, paper: str, sets: Sequence[str], as_of: dt.datetime | None,
    lang: str | None, strict: bool, output: str | None, root: str, kinds: tuple[Kind, ...] | None = None,
    vacancy: str | None = None, boards: Sequence[str] = (), **forms: bool,
) -> Run:  # fmt: skip
    """Returns what the pipeline made of the options; `forms` says which of FORMS are asked for."""
    from jdgen.documents import BOARDS, MAIN, Kind  # noqa: PLC0415 - help must not wait for it
    from jdgen.generate.pipeline import generate  # noqa: PLC0415

    place = workspace(root, output)
    known_role(place, role, ctx)
    if boards and kinds and Kind.POSTING not in kinds:
        raise click.UsageError("--for writes the posting for job boards: name posting in --only too")
    asked = [ending for form, ending in FORMS.items() if forms[form]]
    formats = ["md", *asked, *(BOARDS[it] for it in boards)]
    return generate(
        role, place, stage=stage, kinds=kinds or MAIN, formats=formats, paper="letter" if paper == "letter" else "a4",
        flags=flags(sets), as_of=as_of.date() if as_of else None, vacancy=vacancy, lang=lang,
        today=as_of.date() if as_of else today(), strict=strict,
    )  # fmt: skip


def tell(done: Run, role: str, root: str) -> None:
    """Prints the paths written, then the verdict on what is public, and what was not renewed."""
    for path in done.written:
        click.echo(path)
    for line in verdict(done, role, root):
        click.echo(line, err=True)
    for path in done.older:
        click.echo(f"older than this run, and not renewed: {path}", err=True)

"""`jdgen init`: a workspace to begin with."""

from __future__ import annotations

import sys

import click


@click.command()
@click.argument("folder", metavar="[DIR]", default=".", type=click.Path(file_okay=False))
@click.option("--yes", "-y", is_flag=True, help="Ask nothing; company.yaml is filled in later.")
def init(folder: str, *, yes: bool) -> None:
    """Begin a workspace in DIR, or here. What is there already stays as it is.

    On a terminal five questions are asked; an empty answer leaves the field for later.
    """
    from jdgen.cli.asking import QUESTIONS  # noqa: PLC0415 - help must not wait for it
    from jdgen.schema.json_schema import MODELS, json_schema  # noqa: PLC0415
    from jdgen.workspace import Workspace  # noqa: PLC0415
    from jdgen.workspace.starting import IGNORED, Answers, company  # noqa: PLC0415

    answers = Answers() if yes or not sys.stdin.isatty() else Answers(*(ask() for ask in QUESTIONS))
    files = {
        "company.yaml": company(answers),
        "profiles/.gitkeep": "",
        "templates/.gitkeep": "",
        ".gitignore": IGNORED,
    }
    schemas = {f"schemas/{name}.schema.json": json_schema(name) for name in MODELS}
    begun = Workspace.at(folder)
    written, kept = begun.begin({name: text.encode() for name, text in {**files, **schemas}.items()})
    for path in written:
        click.echo(path)
    for path in kept:
        click.echo(f"was there and stays as it is: {path}", err=True)
    where = "" if folder == "." else f"cd {folder} && "
    click.echo(f"\nNext: {where}jdgen cpo --stage {answers.stage or 'scaleup'} --pdf", err=True)

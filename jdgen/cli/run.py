"""A run of the pipeline: the options that its commands share, and what is said about it."""

from __future__ import annotations

from functools import reduce
from typing import TYPE_CHECKING, Any

import click

from jdgen.cli.options import (
    complete_role,
    complete_stage,
    known_role,
    root_option,
    stage_named,
    today,
    workspace,
)

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Sequence

    from jdgen.documents import Kind
    from jdgen.generate import Run
    from jdgen.source import Node

    Command = Callable[..., Any]

DEEPEST = 16
"""Dots in a name that --set takes; the deepest field needs five."""

OPTIONS = (
    click.argument("role", shell_complete=complete_role),
    click.option(
        "--stage", "-s", type=stage_named, metavar="STAGE", shell_complete=complete_stage,
        help="startup, scaleup or enterprise; else the company's own.",
    ),
    click.option("--pdf", is_flag=True, help="Also write PDF."),
    click.option("--html", is_flag=True, help="Also write HTML."),
    click.option(
        "--paper", type=click.Choice(["a4", "letter"]), default="a4", show_default=True, help="Paper of the PDF."
    ),
    click.option(
        "--set", "sets", multiple=True, metavar="NAME=VALUE",
        help="Change one value for this run, such as title='Head of Product' or company.reference=A-17; null removes it.",
    ),
    click.option(
        "--as-of", type=click.DateTime(["%Y-%m-%d"]), metavar="DATE",
        help="Count the age of pay figures to this day; else to the profile's review.",
    ),
    click.option("--strict", is_flag=True, help="Write nothing if the posting has errors: what the law of its places asks for, and the like."),
    click.option("--output", "-o", metavar="DIR", help="Write below this folder; else below output in the workspace."),
    root_option,
)  # fmt: skip


def run_options(command: Command) -> Command:
    """Adds ROLE and the options of a run."""
    return reduce(lambda inner, option: option(inner), reversed(OPTIONS), command)


def run(
    ctx: click.Context, role: str, *, stage: str | None, pdf: bool, html: bool, paper: str, sets: Sequence[str],
    as_of: dt.datetime | None, output: str | None, root: str, strict: bool, kinds: tuple[Kind, ...] | None = None,
    vacancy: str | None = None,
) -> Run:  # fmt: skip
    """Returns what the pipeline made of the options."""
    from jdgen.documents import MAIN  # noqa: PLC0415 - help must not wait for it
    from jdgen.generate import generate  # noqa: PLC0415

    place = workspace(root, output)
    known_role(place, role, ctx)
    formats = ["md", *(["html"] if html else []), *(["pdf"] if pdf else [])]
    return generate(
        role, place, stage=stage, kinds=kinds or MAIN, formats=formats, paper="letter" if paper == "letter" else "a4",
        flags=_flags(sets), as_of=as_of.date() if as_of else None, vacancy=vacancy,
        today=as_of.date() if as_of else today(), strict=strict,
    )  # fmt: skip


def tell(done: Run, role: str, root: str) -> None:
    """Prints the paths written, then the verdict on what is public, and what was not renewed."""
    from jdgen.cli.verdict import verdict  # noqa: PLC0415 - after the run

    for path in done.written:
        click.echo(path)
    for line in verdict(done, role, root):
        click.echo(line, err=True)
    for path in done.older:
        click.echo(f"older than this run, and not renewed: {path}", err=True)


def _flags(sets: Sequence[str]) -> Node | None:
    """Returns what `--set` says as a tree."""
    if not sets:
        return None
    from jdgen.errors import Place  # noqa: PLC0415
    from jdgen.source import Node  # noqa: PLC0415

    tree = Node({}, Place("--set"), "flag", Place("--set"))
    for said in sets:
        path, equals, value = said.partition("=")
        if not equals or not all(path.split(".")) or path.count(".") > DEEPEST:
            raise click.UsageError(f"--set takes NAME=VALUE, such as title='Head of Product'; found '{said}'")
        place = Place(f"--set {path}")
        node: Node = tree._replace(value=None if value in {"", "null"} else value, place=place, key=place)
        for part in reversed(path.split(".")):
            node = node._replace(value={part: node})
        tree = _joined(tree, node)
    return tree


def _joined(one: Node, other: Node) -> Node:
    if not (isinstance(one.value, dict) and isinstance(other.value, dict)):
        return other
    fields = dict(one.value)
    for name, node in other.value.items():
        fields[name] = _joined(fields[name], node) if name in fields else node
    return one._replace(value=fields)

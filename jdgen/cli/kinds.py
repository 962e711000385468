"""The documents as the command line names them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from jdgen.cli.options import workspace
from jdgen.errors import did_you_mean, in_words

if TYPE_CHECKING:
    from jdgen.documents import Kind

ONLY = (
    "posting", "rubric", "guide", "brief", "checklist", "plan", "kits", "scorecards", "assessor", "references", "rules",
    "traceability", "structure", "data",
)  # fmt: skip
"""As people say them: `kits` and `scorecards` are several files."""


def kinds_named(_ctx: click.Context, _param: click.Parameter, value: str | None) -> tuple[Kind, ...]:
    """Returns the documents that `value` names, in the order in which they are listed; all of them where it is not given.

    Raises:
        click.BadParameter: there is no such document, or a name is empty.
    """
    from jdgen.documents import KIT, Kind  # noqa: PLC0415 - help must not wait for it

    if value is None:
        return KIT
    names = _parts(value)
    known = {**{kind.value: kind for kind in KIT}, **dict(zip(ONLY, KIT, strict=True))}
    for name in names:
        if name not in known:
            raise click.BadParameter(
                f"there is no document '{name}'.{did_you_mean(name, ONLY)} They are {in_words(ONLY, 'and')}."
            )
    asked = {known[name] for name in names}
    return tuple(kind for kind in Kind if kind in asked)


def _parts(value: str) -> list[str]:
    """Returns the names between the commas; one comma may stand at the end, where completion goes on."""
    names = [name.strip().casefold() for name in value.strip().removesuffix(",").split(",")]
    if "" in names:
        raise click.BadParameter(f"a name is empty. Documents are {in_words(ONLY, 'and')}.")
    return names


def complete_kind(_ctx: click.Context, _param: click.Parameter, begun: str) -> list[str]:
    """Returns the lists that begin so, one document longer."""
    *before, last = begun.split(",")
    return [",".join([*before, name]) for name in ONLY if name.startswith(last) and name not in before]


def complete_vacancy(ctx: click.Context, _param: click.Parameter, begun: str) -> list[str]:
    """Returns the vacancies that begin so."""
    place = workspace(ctx.params.get("root") or ".")
    return [name for name in place.vacancies() if name.startswith(begun)]

"""The questions that begin a workspace, and how their answers are read."""

from __future__ import annotations

import re

import click

from jdgen.cli.options import stage_named
from jdgen.errors import did_you_mean, in_words
from jdgen.schema.countries import COUNTRIES
from jdgen.schema.fields import EMAIL, URL

REMOTE = ("onsite", "hybrid", "full")


def _name() -> str:
    return _asked("What is the company called?")


def _stage() -> str:
    return _asked("At which stage is it (startup, scaleup, enterprise)?", stage_named)


def _place() -> str:
    return _asked("Where is the work done (city, state, country)?", place)


def _remote() -> str:
    return _asked("On site, hybrid or fully remote (onsite, hybrid, full)?", remote)


def _apply() -> str:
    return _asked("To which web or e-mail address do people apply?", address)


QUESTIONS = (_name, _stage, _place, _remote, _apply)
"""In the order of the answers."""


def _asked(question: str, check: object = None) -> str:
    """Returns the answer, or an empty text; asks again where it is not understood."""

    def read(said: str) -> str:
        return check(said.strip()) if callable(check) and said.strip() else said.strip()

    return str(
        click.prompt(question, default="", show_default=False, value_proc=read, prompt_suffix=" ", err=True)
    )


def place(said: str) -> str:
    """Returns a place as YAML.

    Raises:
        click.BadParameter: its country is not known.
    """
    *parts, last = (part.strip() for part in said.split(","))
    names = {name.casefold(): code for code, name in COUNTRIES.items()} | {
        code.casefold(): code for code in COUNTRIES
    }
    code = names.get(last.casefold())
    if code is None:
        hint = did_you_mean(last, COUNTRIES.values())
        raise click.BadParameter(
            f"there is no country '{last}': end with one, as in Denver, Colorado, US.{hint}"
        )
    fields = dict(zip(("city", "region"), parts, strict=False)) | {"country": code}
    return "{" + ", ".join(f'{field}: "{value}"' for field, value in fields.items() if value) + "}"


def remote(said: str) -> str:
    """Returns one of the three ways.

    Raises:
        click.BadParameter: it is none of them.
    """
    spelled = said.casefold().replace("on-site", "onsite").replace("on site", "onsite").removeprefix("fully ")
    spelled = {"remote": "full"}.get(spelled, spelled)
    if spelled not in REMOTE:
        raise click.BadParameter(f"it is {in_words(REMOTE)}")
    return spelled


def address(said: str) -> str:
    """Returns a web or e-mail address.

    Raises:
        click.BadParameter: it is neither.
    """
    whole = said if "@" in said or "://" in said else f"https://{said}"
    if not re.match(URL, whole) and not re.match(EMAIL, whole):
        raise click.BadParameter("write an address such as https://example.com/jobs or jobs@example.com")
    return whole

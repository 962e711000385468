"""The commands: what each does in a line, and the module that it is loaded from when it is asked for."""

from __future__ import annotations

from collections.abc import Iterator, MutableMapping
from importlib import import_module
from typing import NamedTuple

import click


class Command(NamedTuple):
    """A command that is not loaded yet."""

    module: str
    """Its module in this package."""
    function: str
    """Its function there."""
    about: str
    """What it does, in a line."""


COMMANDS = {
    "generate": Command("generate", "generate", "Posting and rubric of a role (the default command)."),
    "kit": Command("generate", "kit", "Every document of a structured hire, one file for each reader."),
    "calibrate": Command("sheets", "calibrate", "Raters’ answers to the calibration page: who differs by how much."),
    "score": Command("score", "score", "Scorecards of a vacancy in, debrief packet out."),
    "impact": Command("sheets", "impact", "Adverse-impact worksheet, from counts alone."),
    "init": Command("init", "init", "A workspace: company.yaml with every field explained, folders, hints for your editor."),
    "new": Command("new", "new", "A profile to fill in, or a template that changes one block."),
    "list": Command("list", "list_", "Roles, stages, documents and templates, each with where it comes from."),
    "check": Command("check", "check", "Every finding about profiles, postings and rubrics; exit code 1 on an error."),
    "compare": Command("compare", "compare", "Two roles side by side: who owns what, and which comes first."),
    "explain": Command("explain", "explain", "Which file and layer set each line of posting and rubric, and what it replaced."),
    "retranslate": Command("sheets", "retranslate", "Whether experts sort a role’s anchors back into their competencies."),
    "variables": Command("variables", "variables", "Every name that a template can use, with its meaning and its present value."),
    "schema": Command("schema", "schema", "JSON Schema of any file that you write, for your editor."),
    "doctor": Command("doctor", "doctor", "What this machine lacks, and the command that mends it."),
}  # fmt: skip


class Commands(MutableMapping[str, click.Command]):
    """The commands by name, each loaded at its first use."""

    def __init__(self) -> None:
        """Has loaded none."""
        self._loaded: dict[str, click.Command] = {}

    def __getitem__(self, name: str) -> click.Command:
        if name not in self._loaded:
            it = COMMANDS[name]
            command: click.Command = getattr(import_module(f"jdgen.cli.{it.module}"), it.function)
            command.short_help = it.about
            self._loaded[name] = command
        return self._loaded[name]

    def __setitem__(self, name: str, command: click.Command) -> None:
        self._loaded[name] = command

    def __delitem__(self, name: str) -> None:
        del self._loaded[name]

    def __iter__(self) -> Iterator[str]:
        return iter(COMMANDS)

    def __len__(self) -> int:
        return len(COMMANDS)

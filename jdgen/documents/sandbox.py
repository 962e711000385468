"""Where templates run: what they may read, name and make, and how a mistake is said."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jinja2
from jinja2 import sandbox
from jinja2.exceptions import SecurityError
from jinja2.loaders import split_template_path

from jdgen.errors import JdgenError, Place, Problem, did_you_mean
from jdgen.source import decode

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

LONGEST = 1_000_000
"""Characters that a document may have, or a product such as `'-' * n`."""

MESSAGE = re.compile(r'\{\{ _\("([^"\\{}]*)"\) \}\}')
"""A message without values."""

SEEN = "a template sees `role`"
"""What messages say about the names that there are."""


class Files(jinja2.FileSystemLoader):
    """Reads templates; one that cannot be read is a problem of its file and hides no other."""

    def __init__(self, folders: Sequence[Path], place: Callable[[str], Place]) -> None:
        super().__init__([str(folder) for folder in folders])
        self._place = place

    def get_source(
        self, environment: jinja2.Environment, template: str
    ) -> tuple[str, str, Callable[[], bool]]:
        """Returns the template's text, its file, and that it is up to date."""
        parts = split_template_path(template)
        for folder in self.searchpath:
            file = Path(folder, *parts)
            if file.exists():
                return _text(file, self._place(str(file))), str(file), lambda: True
        return super().get_source(environment, template)  # says that there is none


def _text(file: Path, place: Place) -> str:
    if not file.is_file():
        raise JdgenError(
            Problem(place, "is a folder; expected a file" if file.is_dir() else "is no ordinary file")
        )
    try:
        return decode(file.read_bytes(), place.file)
    except OSError as error:
        raise JdgenError(Problem(place, f"cannot be read: {error.strerror}; check who may read it")) from None


class Undefined(jinja2.StrictUndefined):
    """An unknown name stops the run and says which one was meant."""

    __slots__ = ()

    @property
    def _undefined_message(self) -> str:
        if self._undefined_hint:
            return self._undefined_hint
        name = str(self._undefined_name)
        if self._undefined_obj is jinja2.utils.missing:
            return f"'{name}' is not known here; {SEEN}." + did_you_mean(name, ["role"])
        known = [known for known in dir(self._undefined_obj) if not known.startswith("_")]
        owner = type(self._undefined_obj).__name__.lower()
        return f"{owner} has no '{name}'." + did_you_mean(name, known)


def internal(name: str, owner: str = "role") -> Any:  # noqa: ANN401 - stands for any field
    """Returns what a public document finds in the place of the field `name` of `owner`: using it stops the run."""
    return Undefined(hint=f"{owner}.{name} is for interviewers and cannot stand in a public document")


class Sandbox(sandbox.ImmutableSandboxedEnvironment):
    """A sandbox in which a product cannot be used to fill the memory."""

    intercepted_binops = frozenset({"*", "**"})
    is_plain = False
    """Whether each `{{ _("Text") }}` is written as its text, which English documents say as it is."""

    def preprocess(self, source: str, name: str | None = None, filename: str | None = None) -> str:
        """Returns what is compiled."""
        text = super().preprocess(source, name, filename)
        return MESSAGE.sub(r"\1", text) if self.is_plain else text

    def call_binop(self, context: jinja2.runtime.Context, operator: str, left: Any, right: Any) -> Any:  # noqa: ANN401 - operands are any object
        """Returns what an operator makes, unless that is too large."""
        sizes = [len(part) if hasattr(part, "__len__") else abs(int(part)) for part in (left, right)]
        size = sizes[0] * sizes[1] if operator == "*" else sizes[0].bit_length() * sizes[1]
        if size > LONGEST:
            raise SecurityError(f"{operator} would make something larger than {LONGEST:,}")
        return super().call_binop(context, operator, left, right)


def said(error: BaseException) -> str:
    """Returns what is wrong, in words that a template's author can use."""
    match error:
        case SecurityError():
            return f"{str(error).removesuffix('.')}: templates print and loop over `role`, nothing more"
        case RecursionError():
            return "the template includes or calls itself without end"
        case jinja2.TemplateError():
            return str(error.message or error)
    return f"{type(error).__name__}: {error}"

"""Jinja templates: the user's folder first, then the built-in one, in a sandbox that names every mistake's place."""

from __future__ import annotations

import re
import traceback
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import jinja2
from jinja2 import meta, sandbox
from jinja2.exceptions import SecurityError
from jinja2.filters import do_truncate, make_attrgetter
from jinja2.loaders import split_template_path
from markupsafe import Markup

from jdgen.documents.charts import (
    coverage_chart,
    day_chart,
    heat_map,
    interval_plot,
    owners_chart,
    weights_chart,
)  # fmt: skip
from jdgen.documents.escaping import attribute, markdown
from jdgen.documents.limits import MEGABYTES, SECONDS, TooLongError, bounded
from jdgen.documents.overrides import unprinted
from jdgen.errors import JdgenError, Place, Problem, did_you_mean
from jdgen.language import ENGLISH, capital, like
from jdgen.source import decode

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from jdgen.language import Language
    from jdgen.role import Role
    from jdgen.role.kit import Kit

LONGEST = 1_000_000
"""Characters that a document may have, or a product such as `'-' * n`."""

PAGE = "page.html.j2"
"""The template that is handed images and fonts, and so may be larger."""

MESSAGE = re.compile(r'\{\{ _\("([^"\\{}]*)"\) \}\}')
"""A message without values."""
GROWING = {"packet.md.j2": 10_000_000}
"""Characters of what grows with the number of candidates: two hundred take two millions."""

TEMPLATE_FAULTS = (
    jinja2.TemplateError, TypeError, ValueError, ArithmeticError, LookupError, AttributeError, RuntimeError,
    MemoryError, TooLongError,
)  # fmt: skip
"""What the code of a template can raise."""


SEEN = "a template sees `role`"
"""What messages say about the names that there are."""


class Templates:
    """The templates of a workspace: `folders` in the order in which they are searched, the built-in one last."""

    def __init__(self, folders: Sequence[Path], *, shown: dict[str, str] | None = None) -> None:
        self.folders = tuple(folders)
        self._shown = shown or {}

    @property
    def _loader(self) -> jinja2.BaseLoader:
        files, default = _Files(self.folders, self._place), _Files(self.folders[-1:], self._place)
        return jinja2.ChoiceLoader([files, jinja2.PrefixLoader({"default": default})])

    @cached_property
    def _english(self) -> _Sandbox:
        """Templates whose messages without values are plain text before they are compiled: half of the time."""
        env = self._markdown.overlay()
        env.is_plain = True
        return env

    @cached_property
    def _markdown(self) -> _Sandbox:
        env = self._html.overlay(finalize=markdown)
        env.filters |= CHARTS | {
            "attribute": attribute,
            "capital": capital,
            "date": _date,
            "inside": _inside,
            "join": _join,
            "quoted": _quoted,
            "truncate": _truncate,
        }
        return env

    @cached_property
    def _html(self) -> _Sandbox:
        env = _Sandbox(
            loader=self._loader,
            undefined=_Undefined,
            autoescape=True,
            auto_reload=False,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            optimized=False,
        )
        env.globals.pop("lipsum")
        env.filters.pop("random")  # the same input gives the same bytes
        env.filters |= {"url": _url}
        return env

    def compile(self, name: str) -> None:
        """Reads and compiles the template `name` ahead of `render`, which says what is wrong with it."""
        with suppress(*TEMPLATE_FAULTS), bounded():  # Python works constants out as it compiles
            self._english.get_template(name)

    def render(self, name: str, *, say: Language = ENGLISH, **names: Any) -> str:  # noqa: ANN401 - a template takes anything
        """Returns the text that the template `name` makes of `names`, in the language `say`.

        Raises:
            JdgenError: the template is wrong, unsafe or without end; its file and line are named.
        """
        is_markdown = name.endswith(".md.j2")
        env = (self._english if say is ENGLISH else self._markdown) if is_markdown else self._html
        names |= _spoken(say) if is_markdown else {"_": say}
        try:
            with bounded():
                text = env.get_template(name).render(names)
            self._refuse_unprinted(env, name)
        except TEMPLATE_FAULTS as error:
            raise JdgenError(self._problem(error, name, env)) from None
        most = GROWING.get(name, LONGEST)
        if len(text) > most and name != PAGE:
            message = f"makes {len(text):,} characters; a document has at most {most:,}"
            raise JdgenError(Problem(self.place_of("", name)._replace(line=0), message))
        return text

    def _problem(self, error: BaseException, name: str, env: jinja2.Environment) -> Problem:
        match error:
            case jinja2.TemplateSyntaxError():
                return Problem(self._place(error.filename or error.name or name, error.lineno), _said(error))
            case jinja2.TemplateNotFound():
                known = did_you_mean(str(error.name), env.list_templates())
                return Problem(
                    self._where(error, name), f"there is no template '{error.name}'.{known}".removesuffix(".")
                )
            case TooLongError():
                return Problem(
                    self._where(error, name), f"stopped after {SECONDS} seconds: does a loop here end?"
                )
            case MemoryError():
                message = f"stopped at {MEGABYTES} MB of memory: does a text here grow without end?"
                return Problem(self._where(error, name), message)
        return Problem(self._where(error, name), _said(error))

    def _refuse_unprinted(self, env: jinja2.Environment, name: str) -> None:
        """Raises JdgenError where the user's own template has a block that its original does not have."""
        own = self.folders[0] / name
        if len(self.folders) > 1 and own.is_file():
            problems = [
                Problem(self._place(str(own), part.line), part.message) for part in unprinted(env, name)
            ]
            if problems:
                raise JdgenError(*problems)

    def place_of(self, text: str, *names: str) -> Place:
        """Returns the line of the first of the templates `names` that holds `text`, or the first template."""
        places = []
        for name in names:
            source, file, _ = self._loader.get_source(self._html, name)
            found = source.find(text)
            places.append(self._place(file or name, source.count("\n", 0, found) + 1 if found >= 0 else 0))
        return next((place for place in places if place.line), places[0])

    def blocks(self, name: str) -> tuple[str, ...]:
        """Returns the names of the blocks of the template `name`, in their order."""
        source, _, _ = self._loader.get_source(self._html, name)
        tree = self._html.parse(source)
        return tuple(dict.fromkeys(block.name for block in tree.find_all(jinja2.nodes.Block)))

    def lines(self, name: str) -> Iterator[tuple[Place, str]]:
        """Yields the lines of the template `name` and of those that it extends or includes, each with its place."""
        source, file, _ = self._loader.get_source(self._html, name)
        for number, line in enumerate(source.splitlines(), 1):
            yield self._place(file or name, number), line
        for other in meta.find_referenced_templates(self._html.parse(source)):
            if other:
                yield from self.lines(other)

    def _where(self, error: BaseException, name: str) -> Place:
        """Returns the line of the innermost template in the error's traceback."""
        frames = [
            frame for frame in traceback.extract_tb(error.__traceback__) if frame.filename.endswith(".j2")
        ]
        if not frames:
            return self._place(name, 0)
        return self._place(frames[-1].filename, frames[-1].lineno or 0)

    def _place(self, file: str, line: int = 0) -> Place:
        for folder, label in self._shown.items():
            if file.startswith(folder):
                return Place(label + file.removeprefix(folder).lstrip("/\\"), line)
        return Place(file, line)


def _said(error: BaseException) -> str:
    match error:
        case SecurityError():
            return f"{str(error).removesuffix('.')}: templates print and loop over `role`, nothing more"
        case RecursionError():
            return "the template includes or calls itself without end"
        case jinja2.TemplateError():
            return str(error.message or error)
    return f"{type(error).__name__}: {error}"


class _Files(jinja2.FileSystemLoader):
    """Reads templates; one that cannot be read is a problem of its file and hides no other."""

    def __init__(self, folders: Sequence[Path], place: Callable[[str], Place]) -> None:
        super().__init__([str(folder) for folder in folders])
        self._place = place

    def get_source(
        self, environment: jinja2.Environment, template: str
    ) -> tuple[str, str, Callable[[], bool]]:
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


class _Undefined(jinja2.StrictUndefined):
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
    return _Undefined(hint=f"{owner}.{name} is for interviewers and cannot stand in a public document")


class _Sandbox(sandbox.ImmutableSandboxedEnvironment):
    """A sandbox in which a product cannot be used to fill the memory."""

    intercepted_binops = frozenset({"*", "**"})
    is_plain = False
    """Whether each `{{ _("Text") }}` is written as its text, which English documents say as it is."""

    def preprocess(self, source: str, name: str | None = None, filename: str | None = None) -> str:
        text = super().preprocess(source, name, filename)
        return MESSAGE.sub(r"\1", text) if self.is_plain else text

    def call_binop(self, context: jinja2.runtime.Context, operator: str, left: Any, right: Any) -> Any:  # noqa: ANN401 - operands are any object
        sizes = [len(part) if hasattr(part, "__len__") else abs(int(part)) for part in (left, right)]
        size = sizes[0] * sizes[1] if operator == "*" else sizes[0].bit_length() * sizes[1]
        if size > LONGEST:
            raise SecurityError(f"{operator} would make something larger than {LONGEST:,}")
        return super().call_binop(context, operator, left, right)


def _spoken(say: Language) -> dict[str, object]:
    """Returns what templates say their own words with: `_`, and as in gettext `pgettext` and `ngettext`; values are escaped."""

    def written(text: str) -> Markup:
        return Markup(text)  # noqa: S704 - a message is Markdown, and its values were escaped

    def marked(values: dict[str, object]) -> dict[str, Markup]:
        return {name: _marked(value) for name, value in values.items()}

    return {
        "language": say,
        "_": lambda message, **values: written(say(message, **marked(values))),
        "pgettext": lambda context, message, **values: written(
            say.pgettext(context, message, **marked(values))
        ),
        "ngettext": lambda one, many, count, **values: written(
            say.ngettext(one, many, count, **marked(values))
        ),
    }


@jinja2.pass_context
def _date(context: jinja2.runtime.Context, day: dt.date) -> str:
    language: Language = context["language"]
    return language.date(day)


@jinja2.pass_context
def _inside(context: jinja2.runtime.Context, label: str) -> str:
    language: Language = context["language"]
    return language.inside(label)


@jinja2.pass_context
def _quoted(context: jinja2.runtime.Context, title: str) -> Markup:
    language: Language = context["language"]
    return Markup(language("“{title}”", title=_marked(title)))  # noqa: S704 - escaped there


@jinja2.pass_context
def _weights(context: jinja2.runtime.Context, role: Role) -> Markup:
    return weights_chart(role, context["language"])


@jinja2.pass_context
def _coverage(context: jinja2.runtime.Context, kit: Kit, role: Role) -> Markup:
    return coverage_chart(kit, role, context["language"])


@jinja2.pass_context
def _day(context: jinja2.runtime.Context, kit: Kit, role: Role) -> Markup:
    return day_chart(kit, role, context["language"])


@jinja2.pass_environment
def _truncate(environment: jinja2.Environment, text: str, *how: Any, **named: Any) -> str:  # noqa: ANN401 - as Jinja's own
    return like(re.sub(r"[,;:]+(?=…$)", "", do_truncate(environment, str(text), *how, **named)), text)


CHARTS = {
    "weights_chart": _weights,
    "coverage_chart": _coverage,
    "day_chart": _day,
    "owners_chart": owners_chart,
    "heat_map": heat_map,
    "interval_plot": interval_plot,
}


@jinja2.pass_environment
def _join(
    environment: jinja2.Environment,
    values: Iterable[object],
    separator: str = "",
    attribute: str | None = None,
) -> Markup:
    """Returns values as Markdown, each escaped, with the template's own text between them."""
    parts = values if attribute is None else map(make_attrgetter(environment, attribute), values)
    return Markup(separator).join(map(_marked, parts))  # noqa: S704 - a template's text is Markdown


def _marked(value: object) -> Markup:
    """Returns a value as Markdown; what is Markdown already stays as it is."""
    return Markup(markdown(value))  # noqa: S704 - the function escapes


def _url(address: str) -> Markup:
    return Markup(quote(address, safe="/:?#@!$&'*+,;=%~-._"))  # noqa: S704 - what could end a link is quoted

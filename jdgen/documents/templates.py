"""Jinja templates: the user's folder first, then the built-in one, in a sandbox that names every mistake's place."""

from __future__ import annotations

from contextlib import suppress
from functools import cached_property
from typing import TYPE_CHECKING, Any

import jinja2

from jdgen.documents.compiled import compiled
from jdgen.documents.escaping import markdown
from jdgen.documents.filters import FILTERS, spoken, url
from jdgen.documents.limits import MEGABYTES, SECONDS, TooLongError, bounded
from jdgen.documents.overrides import unprinted
from jdgen.documents.sandbox import LONGEST, Files, Sandbox, Undefined, said
from jdgen.errors import JdgenError, Place, Problem, did_you_mean
from jdgen.language import ENGLISH

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from jdgen.language import Language

PAGE = "page.html.j2"
"""The template that is handed images and fonts, and so may be larger."""

GROWING = {"packet.md.j2": 10_000_000}
"""Characters of what grows with the number of candidates: two hundred take two millions."""

TEMPLATE_FAULTS = (
    jinja2.TemplateError, TypeError, ValueError, ArithmeticError, LookupError, AttributeError, RuntimeError,
    MemoryError, TooLongError,
)  # fmt: skip
"""What the code of a template can raise."""


class Templates:
    """The templates of a workspace: `folders` in the order in which they are searched, the built-in one last."""

    def __init__(
        self, folders: Sequence[Path], *, shown: dict[str, str] | None = None, kept: Path | None = None
    ) -> None:
        """Gets ready; `kept` is a folder for compiled templates, which then are compiled once and not in every run."""
        self.folders = tuple(folders)
        self._shown = shown or {}
        self._kept = kept

    @property
    def _loader(self) -> jinja2.BaseLoader:
        files, default = Files(self.folders, self._place), Files(self.folders[-1:], self._place)
        return jinja2.ChoiceLoader([files, jinja2.PrefixLoader({"default": default})])

    @cached_property
    def _english(self) -> Sandbox:
        """Templates whose messages without values are plain text before they are compiled: half of the time."""
        env = self._markdown.overlay(bytecode_cache=compiled(self._kept, "english"))
        env.is_plain = True
        return env

    @cached_property
    def _markdown(self) -> Sandbox:
        env = self._html.overlay(finalize=markdown, bytecode_cache=compiled(self._kept, "markdown"))
        env.filters |= FILTERS
        return env

    @cached_property
    def _html(self) -> Sandbox:
        env = Sandbox(
            loader=self._loader,
            undefined=Undefined,
            autoescape=True,
            auto_reload=False,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            optimized=False,
            bytecode_cache=compiled(self._kept, "html"),
        )
        env.globals.pop("lipsum")
        env.filters.pop("random")  # the same input gives the same bytes
        env.filters |= {"url": url}
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
        names |= spoken(say) if is_markdown else {"_": say}
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
                return Problem(self._place(error.filename or error.name or name, error.lineno), said(error))
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
        return Problem(self._where(error, name), said(error))

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
        from jinja2 import meta  # noqa: PLC0415 - only where templates are looked through

        for other in meta.find_referenced_templates(self._html.parse(source)):
            if other:
                yield from self.lines(other)

    def _where(self, error: BaseException, name: str) -> Place:
        """Returns the line of the innermost template in the error's traceback."""
        import traceback  # noqa: PLC0415 - only where a template is wrong

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

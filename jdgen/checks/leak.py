"""The guard: no text meant for interviewers may reach what candidates read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from jdgen.errors import JdgenError, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from jdgen.errors import Place
    from jdgen.role.resolution import Resolved
    from jdgen.schema import Company

SHORTEST = 24
"""Characters: a probe such as "What was the result?" is anybody's sentence."""

FIGURE = re.compile(r"\d+(?:[,.'’ ]\d{3})*(?!\d)")
APART = re.compile(r"\D")

TAG = re.compile(r"<[^>]*>")
ESCAPE = re.compile(r"\\(?=[!-/:-@\[-`{-~])")


class Secret(NamedTuple):
    """Something that only interviewers may read."""

    what: str
    place: Place
    text: str
    """What must not appear, plain."""
    pattern: str = ""
    """Where it begins with `text` and goes on in a way that varies: a pattern for all of it."""

    def within(self, form: str) -> bool:
        """Returns whether a plain text holds it."""
        return self.text in form and (not self.pattern or bool(re.search(self.pattern, form)))


def secrets(role: Resolved) -> tuple[Secret, ...]:
    """Returns what of `role` only interviewers may read."""
    return tuple(_secrets(role, _own_figures(role.company) if role.company_tree.value else set()))


def guard(secrets: Iterable[Secret], texts: Mapping[str, str]) -> None:
    """Checks public texts, by file name.

    Raises:
        JdgenError: a text, its markup or its metadata holds something internal.
    """
    stop_leaks(problem for name, text in texts.items() for problem in leaks(secrets, name, text))


def leaks(secrets: Iterable[Secret], name: str, text: str) -> tuple[Problem, ...]:
    """Returns what of the `secrets` the public text `name` holds."""
    return tuple(
        Problem(
            secret.place, f"{secret.what} would reach the public file {name}: take it out of the template"
        )
        for form in _forms(text)
        for secret in secrets
        if secret.within(form)
    )


def stop_leaks(found: Iterable[Problem]) -> None:
    """Raises JdgenError with what leaks, each once, in the order of the files."""
    problems = sorted(set(found))
    if problems:
        raise JdgenError(*problems)


def _forms(text: str) -> tuple[str, ...]:
    """A text with its markup (comments and attributes too), without, and with a space for each tag (cells of a table)."""
    import html  # noqa: PLC0415 - not where secrets are collected

    return tuple(_plain(html.unescape(form)) for form in (text, TAG.sub("", text), TAG.sub(" ", text)))


def _plain(text: str) -> str:
    unescaped = ESCAPE.sub("", text) if "\\" in text else text
    return " ".join(unescaped.casefold().split())


def _secrets(role: Resolved, own: set[str]) -> Iterator[Secret]:
    for what, path, text in _texts(role):
        if len(text) >= SHORTEST:
            # Written into another sentence a statement loses its full stop; a question without its mark is anybody's words.
            yield Secret(what, role.place(*path), _plain(text).removesuffix("."))
    for name, weight in role.profile.weights.items():
        if name in role.profile.competencies:
            title = _plain(role.profile.competencies[name].name)
            yield Secret(
                "a weight",
                role.place("weights", name),
                title,
                rf"{re.escape(title)}\W{{1,12}}(?:weight\W{{1,6}})?{weight}\b(?!\W{{0,2}}(?:minute|hour|month|year|percent|people))",
            )
    for number, benchmark in enumerate(role.profile.benchmarks):
        for amount in {benchmark.low, benchmark.high}:
            if f"{amount:.0f}" not in own:
                first, *others = f"{amount:,.0f}".split(",")
                digits = r"[,.'’\s]?".join((first, *others))
                yield Secret(
                    "a pay benchmark", role.place("benchmarks", number), first, rf"(?<!\d){digits}(?!\d)"
                )


def _own_figures(company: Company) -> set[str]:
    """The figures that the company itself posts: its pay may be a benchmark's, and its customers as many as dollars."""
    said = company.model_dump_json(exclude={"patch", "roles", "brand"})
    return {APART.sub("", figure) for figure in FIGURE.findall(said)}


def _texts(role: Resolved) -> Iterator[tuple[str, tuple[str | int, ...], str]]:
    for name, competency in role.profile.competencies.items():
        at = ("competencies", name)
        for level, text in competency.anchors.items():
            yield "an anchor", (*at, "anchors", level), text
        for number, text in enumerate(competency.red_flags):
            yield "a red flag", (*at, "red_flags", number), text
        for key, question in competency.questions.items():
            yield "a question", (*at, "questions", key, "ask"), question.ask
            for number, text in enumerate(question.probes):
                yield "a probe", (*at, "questions", key, "probes", number), text
            for level, text in question.answers.items():
                yield "a key answer", (*at, "questions", key, "answers", level), text
    if role.profile.case:
        for number, text in enumerate(role.profile.case.planted):
            yield "a planted fault", ("case", "planted", number), text
        for name, text in role.profile.case.scored_on.items():
            yield "a line that the case is scored on", ("case", "scored_on", name), text

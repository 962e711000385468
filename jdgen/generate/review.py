"""Everything that checks find: about profiles, the company, postings as rendered, and the people of vacancies."""

from __future__ import annotations

from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from jdgen.checks import Finding, guard, secrets
from jdgen.checks.posting import check as check_posting
from jdgen.checks.posting import read_posting
from jdgen.checks.rubric import check as rubric
from jdgen.checks.waivers import about_waivers, waive, waivers
from jdgen.errors import JdgenError
from jdgen.generate.reading import read_opening, refuse_unknown_theme
from jdgen.stages import STAGES

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Container, Iterable, Iterator

    from jdgen.checks.waivers import Accepted
    from jdgen.documents.templates import Templates
    from jdgen.errors import Place
    from jdgen.role import Role
    from jdgen.role.resolution import Resolved
    from jdgen.workspace import Workspace

    Folders = tuple[tuple[Path, ...], dict[str, str]]

POSTING = ("posting.md.j2", "default/posting.md.j2")
"""The templates that words of a posting are looked for in: the user's own, and the built-in one that it extends."""


class Review(NamedTuple):
    """What was found in one go."""

    findings: list[Finding]
    """What breaks a rule; what is accepted has its reason."""
    accepted: tuple[Accepted, ...]
    """The waivers that were read."""


def review(
    workspace: Workspace,
    roles: Iterable[str],
    folders: Folders,
    *,
    stage: str | None,
    today: dt.date,
    strict: bool = False,
    vacancies: bool = False,
) -> list[Finding]:
    """Returns what is found about `roles` at one stage or all, each once with its stages, in the order of the files.

    A mistake that keeps a file from being read is a finding too. `folders` are those of the templates, `vacancies` asks for
    the people of every vacancy as well.
    """
    templates = _templates(folders)
    reviews = [_of_role(workspace, role, templates, stage, today, strict=strict) for role in roles]
    found = [finding for it in reviews for finding in it.findings]
    found += _in_vacancies(workspace) if vacancies else []
    accepted = {waiver for it in reviews for waiver in it.accepted}
    found += about_waivers(found, accepted, today)
    once = [_of_some(it, len(reviews)) for it in _each_once(found)]
    return sorted(once, key=lambda it: (it.place, it.code, _order(it), it.message))


def _each_once(found: Iterable[Finding]) -> Iterator[Finding]:
    """Yields findings that differ in their stages and roles alone as one, which knows all of them."""
    same: dict[Finding, list[Finding]] = {}
    for it in found:
        same.setdefault(it._replace(stages=(), partly=False, roles=()), []).append(it)
    for finding, alike in same.items():
        held = {stage for it in alike for stage in it.stages}
        stages = tuple(it for it in STAGES if it in held)
        roles = tuple(dict.fromkeys(role for it in alike for role in it.roles))
        yield finding._replace(stages=stages, partly=all(it.partly for it in alike), roles=roles)


def _of_some(finding: Finding, looked_at: int) -> Finding:
    """Returns a finding that names its roles only where neither all of them have it nor its file says whose it is."""
    own = Path(finding.place.file).stem in finding.roles
    return finding._replace(roles=()) if own or len(finding.roles) == looked_at else finding


def _order(finding: Finding) -> list[int]:
    return [STAGES.index(stage) for stage in finding.stages]


def review_posting(
    body: str,
    resolved: Resolved,
    role: Role,
    place: Callable[[str], Place],
    today: dt.date,
    *,
    strict: bool = False,
    scripts: tuple[str, ...] = (),
    severities: Container[str] = ("error", "warning", "info"),
) -> list[Finding]:
    """Returns what is found of the `severities` about the posting whose Markdown is `body`; what is accepted has its reason.

    `scripts` are the JSON-LD scripts of its page, where that was made.
    """
    posting = read_posting(
        body, resolved, role, today=today, template_place=place, strict=strict, scripts=scripts
    )
    found = [it for it in check_posting(posting, severities) if not _is_yet_to_come(it, resolved)]
    return waive(found, waivers(resolved), today)


def _is_yet_to_come(finding: Finding, resolved: Resolved) -> bool:
    """Returns whether it only says that nothing is written of a company: without one, nothing is to be published yet."""
    return not resolved.company_tree.value and finding.place == resolved.company_tree.place


def review_in_english(
    resolved: Resolved, folders: Folders, today: dt.date, *, strict: bool = False
) -> list[Finding]:
    """Returns what is found about the posting in English, whose words the rules know, for one written in another language."""
    return _of_posting(resolved, _templates(folders), today, strict=strict)


def typed_in(folders: Folders) -> Callable[[str], Place]:
    """Returns a function that says on which line the posting's template types words; templates are read at its first call."""

    @cache
    def templates() -> Templates:
        return _templates(folders)

    return lambda words: templates().place_of(words, *POSTING)


def _templates(folders: Folders) -> Templates:
    from jdgen.documents.templates import Templates  # noqa: PLC0415 - Jinja, where this process has not loaded it

    return Templates(folders[0], shown=folders[1])


def _of_role(
    workspace: Workspace, name: str, templates: Templates, stage: str | None, today: dt.date, *, strict: bool
) -> Review:
    from jdgen.checks.people import check as people  # noqa: PLC0415 - not for a posting alone
    from jdgen.role.resolution import resolve, stages  # noqa: PLC0415

    try:
        layers = workspace.layers(name)
        resolved = [resolve(layers, each) for each in ([stage] if stage else stages(layers.profile))]
        refuse_unknown_theme(resolved[0], workspace)
    except JdgenError as error:
        return Review(_unread(error), ())
    found = [
        finding._replace(stages=(it.stage,), roles=(name,))
        for it in resolved
        for finding in waive([*rubric(it), *people(it)], waivers(it), today)
        + _of_posting(it, templates, today, strict=strict)
    ]
    everywhere = tuple(it.stage for it in resolved)
    marked = [it._replace(partly=it.stages != everywhere) for it in _each_once(found)]
    return Review(marked, tuple(waiver for it in resolved for waiver in waivers(it)))


def _of_posting(resolved: Resolved, templates: Templates, today: dt.date, *, strict: bool) -> list[Finding]:
    """Returns what is found about the posting of a role, rendered for the purpose; a wrong template is a finding too."""
    from jdgen.documents import Kind, Subject  # noqa: PLC0415
    from jdgen.documents.document import compose  # noqa: PLC0415
    from jdgen.formats.html import scripts_of  # noqa: PLC0415
    from jdgen.role.view import describe  # noqa: PLC0415

    role = describe(resolved)
    try:
        document = compose(Subject(role), Kind.POSTING, templates)
        guard(secrets(resolved), {document.stem: document.body})
        scripts = scripts_of(document)
    except JdgenError as error:
        return _unread(error)
    place = partial(_place, templates)
    return review_posting(document.body, resolved, role, place, today, strict=strict, scripts=scripts)


def _place(templates: Templates, words: str) -> Place:
    return templates.place_of(words, *POSTING)


def _in_vacancies(workspace: Workspace) -> Iterator[Finding]:
    """Yields what is found about the people of every vacancy."""
    from jdgen.checks.people import check as people  # noqa: PLC0415 - as above

    for name in workspace.vacancies():
        try:
            resolved, opening = read_opening(name, workspace)
        except JdgenError as error:
            yield from _unread(error)
        else:
            yield from people(resolved, opening.vacancy, opening.tree)


def _unread(error: JdgenError) -> list[Finding]:
    return [Finding(it.code or "input", "error", it.place, it.message) for it in error.problems]

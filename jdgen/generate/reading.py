"""What a role is made of: its files read, and checked as far as errors go."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from jdgen.checks.marks import to_fill_in
from jdgen.checks.rubric import check
from jdgen.documents import MAIN, Kind, Subject
from jdgen.errors import JdgenError, Place, Problem, did_you_mean, in_words
from jdgen.role.people import seated
from jdgen.role.resolution import Resolved, resolve
from jdgen.role.tongues import voices
from jdgen.role.view import describe

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator, Sequence

    from jdgen.checks import Finding
    from jdgen.schema.vacancy import Vacancy
    from jdgen.source import Layers, Node
    from jdgen.workspace import Workspace


class Opening(NamedTuple):
    """A vacancy, and its file."""

    name: str
    vacancy: Vacancy
    tree: Node


def read_role(
    name: str,
    workspace: Workspace,
    stage: str | None,
    flags: Node | None = None,
    vacancy: str | None = None,
    *,
    layers: Layers | None = None,
) -> tuple[Resolved, Opening | None]:
    """Returns the role `name` at `stage`, the people of the vacancy of that name seated, and the vacancy.

    `layers` has the role's files, where they were read ahead.

    Raises:
        JdgenError: a file is wrong, has a finding that is an error, or is not filled in.
    """
    opening = read_vacancy(vacancy, workspace, name, stage) if vacancy is not None else None
    files = layers or workspace.layers(name)
    resolved = resolve(files._replace(flags=flags), opening.vacancy.stage if opening else stage)
    refuse_unknown_theme(resolved, workspace)
    stop_on_errors([*check(resolved, ["error"]), *to_fill_in(resolved.profile, resolved.place)])
    return seated(resolved, opening.vacancy if opening else None), opening


def read_opening(name: str, workspace: Workspace) -> tuple[Resolved, Opening]:
    """Returns the role that the vacancy `name` is one of, its people seated, and the vacancy.

    Raises:
        JdgenError: there is none, or a file is wrong.
    """
    opening = _opening(name, workspace)
    role = opening.vacancy.role
    known = workspace.profiles()
    if role not in known:
        message = f"there is no role '{role}'.{did_you_mean(role, known)}"
        raise JdgenError(Problem(opening.tree.at("role").place, message))
    return seated(resolve(workspace.layers(role), opening.vacancy.stage), opening.vacancy), opening


def read_vacancy(name: str, workspace: Workspace, role: str, stage: str | None) -> Opening:
    """Returns the vacancy `name`.

    Raises:
        JdgenError: there is none, it is wrong, or it is one of another role or stage.
    """
    opening = _opening(name, workspace)
    for field, asked in {"role": role, "stage": stage or opening.vacancy.stage}.items():
        said = getattr(opening.vacancy, field)
        if said != asked:
            message = f"{field}: is '{said}', and '{asked}' was asked for: name the vacancy's own {field}, or another vacancy"
            raise JdgenError(Problem(opening.tree.at(field).place, message))
    return opening


def _opening(name: str, workspace: Workspace) -> Opening:
    from jdgen.schema.vacancy import Vacancy  # noqa: PLC0415 - where one is used
    from jdgen.source.validation import validate  # noqa: PLC0415

    tree = workspace.vacancy(name)
    return Opening(name, validate(Vacancy, tree), tree)


def stop_on_errors(findings: Iterable[Finding]) -> None:
    """Raises JdgenError with the findings, if there are any."""
    problems = [finding.problem for finding in findings]
    if problems:
        raise JdgenError(*problems)


def subject(
    resolved: Resolved,
    workspace: Workspace,
    kinds: Sequence[Kind],
    opening: Opening | None,
    as_of: dt.date | None,
    *,
    lang: str | None = None,
) -> Subject:
    """Returns what the documents `kinds` of a role that was read are made of; the kit only where one of them needs it.

    Their language is `lang`, else the company's, else the profile's.

    Raises:
        JdgenError: people are on seats that do not exist, or on too many, or the user's own messages are wrong.
    """
    name, vacancy, tree = opening or ("", None, None)
    whole = not {*MAIN, Kind.DATA}.issuperset(kinds)
    if whole or vacancy:
        from jdgen.checks.people import check as check_people  # noqa: PLC0415 - not for posting and rubric alone

        stop_on_errors(check_people(resolved, vacancy, tree))
    spoken = voices(resolved, lang, workspace.language)
    role = describe(resolved, logo=logo(resolved, workspace), as_of=as_of, voices=spoken)
    if not whole:
        return Subject(role, say=spoken.say)
    from jdgen.role.kit.cards import cards  # noqa: PLC0415 - only for a kit
    from jdgen.role.kit.view import describe_kit  # noqa: PLC0415

    kit = describe_kit(resolved, role, vacancy, name=name, voices=spoken)
    return Subject(role, kit, cards(resolved, kit, role, spoken.say), say=spoken.say)


def places(resolved: Resolved) -> tuple[tuple[str, Place], ...]:
    """Returns where the company file says what it says, by field, where the profile has its title, and the two files."""
    title, company = resolved.place("title"), resolved.company_tree
    known = [("", Place(company.place.file)), ("profile", Place(resolved.tree.place.file)), ("title", title)]
    return (*known, *_fields(company, ""))


def _fields(node: Node, path: str) -> Iterator[tuple[str, Place]]:
    below = node.value
    parts = below.items() if isinstance(below, dict) else enumerate(below) if isinstance(below, list) else ()
    for name, child in parts:
        yield f"{path}{name}", child.key
        yield from _fields(child, f"{path}{name}.")


def refuse_unknown_theme(resolved: Resolved, workspace: Workspace) -> None:
    """Raises JdgenError where the company asks for a look that neither ships nor stands in the workspace."""
    theme = resolved.company.brand.theme
    known = workspace.themes()
    if theme not in known:
        own = workspace.label(workspace.root / "templates" / "themes" / f"{theme}.css.j2")
        message = f"brand.theme: there is no look '{theme}'.{did_you_mean(theme, known)} There are {in_words(known, 'and')}; one of your own is {own}"
        raise JdgenError(Problem(resolved.company_tree.at("brand", "theme").place, message))


def logo(resolved: Resolved, workspace: Workspace) -> str:
    """Returns the company's logo as a data: address, or an empty text."""
    named = resolved.company.brand.logo
    if not named:
        return ""
    from jdgen.formats.images import data_address  # noqa: PLC0415 - where there is one

    place = resolved.company_tree.at("brand", "logo").place
    return data_address(named, [workspace.root], place)

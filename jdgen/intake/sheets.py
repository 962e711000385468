"""Filled sheets of calibration and retranslation against the role that they were printed for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jdgen.errors import JdgenError, Problem, did_you_mean, in_words

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from jdgen.role.model import Role
    from jdgen.schema.sheets import CalibrationSheet, RetranslationSheet
    from jdgen.source import Node

    Sheet = CalibrationSheet | RetranslationSheet


def refuse_strange_answers(
    sheets: Iterable[tuple[CalibrationSheet, Node]], role: Role, seats: Mapping[str, str], most: int
) -> None:
    """Raises JdgenError with all that is wrong in raters' sheets; `seats` rate, and the page has `most` answers."""
    problems = []
    first: dict[str, str] = {}
    for sheet, tree in sheets:
        problems += [*_foreign(sheet, tree, role), *_beyond(sheet.answers, tree.at("answers"), most)]
        seat, place = sheet.by.seat, tree.at("by", "seat").place
        if seat not in seats:
            said = f"seat: '{seat}' rates nothing; {in_words(seats, 'and')} do.{did_you_mean(seat, seats)}"
            problems.append(Problem(place, said))
        elif first.setdefault(seat, place.file) != place.file:
            problems.append(
                Problem(place, f"seat: '{seat}' has a sheet already: {first[seat]}. Keep one of them")
            )
    if problems:
        raise JdgenError(*problems)


def refuse_strange_sorting(
    sheets: Iterable[tuple[RetranslationSheet, Node]], role: Role, competencies: Collection[str], most: int
) -> None:
    """Raises JdgenError with all that is wrong in experts' sheets; there are `most` anchors of `competencies`."""
    problems = []
    first: dict[str, str] = {}
    for sheet, tree in sheets:
        problems += [*_foreign(sheet, tree, role), *_beyond(sheet.anchors, tree.at("anchors"), most)]
        problems += _unknown(sheet, tree, competencies)
        name, place = " ".join(sheet.expert.casefold().split()), tree.at("expert").place
        if first.setdefault(name, place.file) != place.file:
            problems.append(Problem(place, f"expert: has a sheet already: {first[name]}. Keep one of them"))
    if problems:
        raise JdgenError(*problems)


def _foreign(sheet: Sheet, tree: Node, role: Role) -> Iterator[Problem]:
    """Yields why it is no sheet of this role; its fingerprint says nothing new where role or stage differ."""
    for name, said, own in (("role", sheet.role, role.id), ("stage", sheet.stage, role.stage)):
        if said != own:
            yield Problem(tree.at(name).place, f"{name}: is '{said}', and '{own}' was asked for")
    if (sheet.role, sheet.stage) == (role.id, role.stage) and sheet.fingerprint != role.fingerprint:
        said = f"fingerprint: is {sheet.fingerprint}, and the role's is {role.fingerprint}: print the sheet again"
        yield Problem(tree.at("fingerprint").place, f"{said}; numbers stand for other lines now")


def _beyond(given: Iterable[int], tree: Node, most: int) -> Iterator[Problem]:
    for number in given:
        if number > most:
            yield Problem(tree.at(str(number)).key, f"{number}: the sheet ends with number {most}")


def _unknown(sheet: RetranslationSheet, tree: Node, competencies: Collection[str]) -> Iterator[Problem]:
    for number, it in sheet.anchors.items():
        if it.competency not in competencies:
            said = f"competency: there is no '{it.competency}'.{did_you_mean(it.competency, competencies)}"
            yield Problem(
                tree.at("anchors", str(number), "competency").place,
                f"{said} They are {in_words(competencies, 'and')}",
            )

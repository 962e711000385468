"""Sheets around the interviews: blank ones out, filled ones to what they come to."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from jdgen.errors import JdgenError, Place, Problem
from jdgen.formats.text import aligned
from jdgen.packet import reports
from jdgen.source import decode
from jdgen.source.parsing import parse
from jdgen.source.validation import validate
from jdgen.workspace.reading import read_file

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from jdgen.documents import Subject
    from jdgen.role.kit import Kit
    from jdgen.role.resolution import Resolved
    from jdgen.schema.sheets import CalibrationSheet, RetranslationSheet
    from jdgen.source import Node
    from jdgen.workspace import Workspace

SHEET = TypeVar("SHEET", "CalibrationSheet", "RetranslationSheet")

CALIBRATION = "calibration"
"""The folder of a vacancy's calibration sheets."""


def impact(file: str) -> str:
    """Returns the adverse-impact worksheet of the counts in a CSV file.

    Raises:
        JdgenError: the file is wrong.
    """
    from jdgen.scoring.impact import impacts  # noqa: PLC0415
    from jdgen.source.counts import read_counts  # noqa: PLC0415

    return aligned(reports.impact_report(impacts(read_counts(read_file(Path(file), file), file))))


def calibration_sheets(name: str, workspace: Workspace) -> tuple[tuple[Path, ...], tuple[Path, ...]]:
    """Writes a sheet for each rater, for its owner alone; returns those that are new, and those that were there and stay."""
    from jdgen.formats.sheets import calibration_sheet  # noqa: PLC0415

    about, kit = _vacancy(name, workspace)
    files = {
        f"vacancies/{name}/{CALIBRATION}/{seat.id}.yaml": calibration_sheet(about.role, seat, kit.samples)
        for seat in kit.seats
        if seat.rates
    }
    return workspace.begin(files, private=True)


def calibration(name: str, workspace: Workspace) -> str:
    """Returns who of a vacancy's raters differs from the key, and by how much.

    Raises:
        JdgenError: a sheet is wrong, or there is none.
    """
    from jdgen.intake.sheets import refuse_strange_answers  # noqa: PLC0415
    from jdgen.schema.sheets import CalibrationSheet  # noqa: PLC0415
    from jdgen.scoring.calibration import calibrate  # noqa: PLC0415
    from jdgen.workspace.vacancies import sheet_files  # noqa: PLC0415

    about, kit = _vacancy(name, workspace)
    files = sheet_files(name, CALIBRATION, workspace)
    read = _read(CalibrationSheet, [(path, workspace.label(path)) for path in files])
    raters = {seat.id: seat.label for seat in kit.seats if seat.rates}
    refuse_strange_answers(read, about.role, raters, len(kit.samples))
    handed = {sheet.by.seat for sheet, _ in read}
    found = calibrate(kit.samples, [sheet for sheet, _ in read])
    missing = [label for seat, label in raters.items() if seat not in handed]
    return aligned(reports.calibration_report(f"{about.role.title}, {name}", found, missing))


def retranslation_sheet(name: str, workspace: Workspace, stage: str | None) -> str:
    """Returns the sheet on which experts sort the anchors of a role."""
    from jdgen.formats.sheets import retranslation_sheet as blank  # noqa: PLC0415
    from jdgen.scoring.retranslation import anchors  # noqa: PLC0415

    resolved, about = _role(name, workspace, stage)
    return blank(about.role, anchors(resolved.profile)).decode()


def retranslation(name: str, workspace: Workspace, stage: str | None, files: Sequence[str]) -> str:
    """Returns which anchors of a role experts sorted back, and which are dropped.

    Raises:
        JdgenError: a sheet is wrong.
    """
    from jdgen.intake.sheets import refuse_strange_sorting  # noqa: PLC0415
    from jdgen.schema.sheets import RetranslationSheet  # noqa: PLC0415
    from jdgen.scoring.retranslation import anchors, retranslate  # noqa: PLC0415

    resolved, about = _role(name, workspace, stage)
    profile = resolved.profile
    read = _read(RetranslationSheet, [(Path(file), file) for file in files])
    refuse_strange_sorting(read, about.role, profile.competencies, len(anchors(profile)))
    found = retranslate(profile, [sheet for sheet, _ in read])
    names = {key: it.name for key, it in profile.competencies.items()}
    title = f"{about.role.title}, {about.role.stage_name.lower()}"
    return aligned(reports.retranslation_report(title, found, len(read), names))


def _vacancy(name: str, workspace: Workspace) -> tuple[Subject, Kit]:
    from jdgen.checks.rubric import check  # noqa: PLC0415
    from jdgen.documents import Kind  # noqa: PLC0415
    from jdgen.generate.reading import read_opening, stop_on_errors, subject  # noqa: PLC0415

    resolved, opening = read_opening(name, workspace)
    stop_on_errors(check(resolved, ["error"]))
    about = subject(resolved, workspace, [Kind.KIT], opening, None)
    if about.kit is None:
        raise TypeError(name)
    return about, about.kit


def _role(name: str, workspace: Workspace, stage: str | None) -> tuple[Resolved, Subject]:
    from jdgen.documents import MAIN  # noqa: PLC0415
    from jdgen.generate.reading import read_role, subject  # noqa: PLC0415

    resolved, _ = read_role(name, workspace, stage)
    return resolved, subject(resolved, workspace, MAIN, None, None)


def _read(model: type[SHEET], files: Iterable[tuple[Path, str]]) -> list[tuple[SHEET, Node]]:
    """Returns the sheets in files, each with its tree.

    Raises:
        JdgenError: with the mistakes of all of them, or that there is none.
    """
    read: list[tuple[SHEET, Node]] = []
    problems: list[Problem] = []
    for path, label in files:
        try:
            tree = parse(decode(read_file(path, label), label), label, "sheet")
            read.append((validate(model, tree), tree))
        except JdgenError as error:
            problems += error.problems
    if problems:
        raise JdgenError(*problems)
    if not read:
        raise JdgenError(Problem(Place("sheets"), "there is none to read"))
    return read

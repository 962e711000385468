"""Sheets that raters and experts fill in before the first interview, and the counts behind an adverse-impact worksheet."""

from typing import Annotated, Self

from pydantic import BeforeValidator, Field, model_validator

from jdgen.schema.fields import ROLE, Frozen, Id, StageName, Text
from jdgen.schema.scorecard import Rater

Level = Annotated[int, Field(ge=1, le=5)]
Number = Annotated[int, Field(ge=1)]


def _filled_in(value: object) -> object:
    """Returns a mapping without the entries that are left blank, those with nothing but blanks in them too."""
    if not isinstance(value, dict):
        return value
    return {name: it for name, it in value.items() if not _blank(it)}


def _blank(value: object) -> bool:
    if isinstance(value, dict):
        return all(map(_blank, value.values()))
    return value is None or not str(value).strip()


class _Sheet(Frozen):
    fingerprint: Annotated[str, Field(pattern=r"^[0-9a-f]{12}$")]
    """Fingerprint of the role it was printed for; the order of its lines depends on it."""
    role: Annotated[str, Field(pattern=ROLE)]
    """The role's name on the command line."""
    stage: StageName
    """`startup`, `scaleup` or `enterprise`."""


class CalibrationSheet(_Sheet):
    """A rater's answers to the calibration page."""

    by: Rater
    """The rater."""
    answers: Annotated[
        dict[Number, Level], BeforeValidator(_filled_in, json_schema_input_type=dict[Number, Level | None])
    ] = {}
    """The level that the rater gave to each answer, by its number on the page; blank is missing."""


class Sorted(Frozen):
    """Where an expert sorted an anchor."""

    competency: Id
    """The competency that it shows."""
    level: Level
    """How much of it, from 1 to 5."""


class RetranslationSheet(_Sheet):
    """An expert's sorting of all anchors of a role."""

    expert: Text
    """Who sorted."""
    anchors: Annotated[
        dict[Number, Sorted], BeforeValidator(_filled_in, json_schema_input_type=dict[Number, Sorted | None])
    ] = {}
    """Each anchor by its number on the sheet; blank is missing."""


class Group(Frozen):
    """People of one group, over many vacancies: counts only."""

    group: Text
    """Its name."""
    applicants: Annotated[int, Field(ge=1)]
    """How many applied."""
    selected: Annotated[int, Field(ge=0)]
    """How many of them were selected."""

    @model_validator(mode="after")
    def _no_more_than_applied(self) -> Self:
        if self.selected > self.applicants:
            message = (
                f"{self.selected} selected of {self.applicants} who applied; check which column is which"
            )
            raise ValueError(message)
        return self

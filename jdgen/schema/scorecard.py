"""One rater's ratings of one session."""

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from jdgen.schema.fields import FINGERPRINT, ROLE, Day, Frozen, Id, StageName, Text

RATINGS = ("1", "2", "3", "4", "5", "NA")
"""How a rating is written in every kind of card; a spreadsheet's 4.0 may have been 3.96, so it is none."""


def _rating(value: object) -> object:
    if isinstance(value, bool) or str(value) not in RATINGS:
        message = "a rating is 1, 2, 3, 4, 5 or NA, and nothing else"
        raise ValueError(message)
    return value


Rating = Annotated[Annotated[int, Field(ge=1, le=5)] | Literal["NA"], BeforeValidator(_rating)]


def _filled_in(value: object) -> object:
    """Returns a mapping without the entries that nobody has filled in: a rating that is left blank is missing, and no NA."""
    if not isinstance(value, dict):
        return value
    return {name: it for name, it in value.items() if it is not None and it != [] and str(it).strip()}


def _said(value: object) -> object:
    return None if isinstance(value, str) and not value.strip() else value


def _blanks(shape: Any) -> BeforeValidator:  # noqa: ANN401 - a type is any object
    return BeforeValidator(_filled_in, json_schema_input_type=shape)


class Rater(Frozen):
    """Who rated, and on which seat."""

    seat: Id
    """The seat."""
    name: Text
    """The person."""


class Revision(Frozen):
    """A rating changed after the debrief; the first one is kept."""

    to: Rating
    """The new rating."""
    because: Text
    """Why."""


class Scorecard(Frozen):
    """A scorecard: one file for each rater and session."""

    fingerprint: Annotated[str, Field(pattern=FINGERPRINT)]
    """Fingerprint of the role it was printed for."""
    role: Annotated[str, Field(pattern=ROLE)]
    """The role's name on the command line."""
    stage: StageName
    """`startup`, `scaleup` or `enterprise`."""
    session: Id
    """The session."""
    by: Rater
    """The rater."""
    candidate: Text
    """The candidate's code, never a name."""
    date: Day | None = None
    """Day of the session."""
    conflict: Annotated[Text | None, BeforeValidator(_said)] = None
    """Conflict of interest: `none`, or what it is; such a rater is replaced."""
    locked: bool = False
    """Whether the rater has finished."""
    ratings: Annotated[dict[Id, Rating], _blanks(dict[Id, Rating | None])] = {}
    """Rating of each question: 1 to 5, or NA where it was not asked; blank is missing."""
    evidence: Annotated[dict[Id, Text], _blanks(dict[Id, str | None])] = {}
    """What was said and done, for each rating."""
    red_flags: Annotated[dict[Id, list[Text]], _blanks(dict[Id, list[Text] | None])] = {}
    """Red flags ticked, by competency."""
    revised: dict[Id, Revision] = {}
    """Changes after the debrief."""

"""One rater's ratings of one session."""

from typing import Annotated, Literal

from pydantic import Field

from jdgen.schema.fields import Frozen, Id, Text

Rating = Annotated[int, Field(ge=1, le=5)] | Literal["NA"]


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

    fingerprint: Annotated[str, Field(pattern=r"^[0-9a-f]{12}$")]
    """Fingerprint of the role it was printed for."""
    candidate: Text
    """The candidate's code, never a name."""
    session: Id
    """The session."""
    by: Rater
    """The rater."""
    locked: bool = False
    """Whether the rater has finished."""
    ratings: dict[Id, Rating] = {}
    """Rating of each question: 1 to 5, or NA where it was not asked."""
    evidence: dict[Id, Text] = {}
    """What was heard, for each rating."""
    red_flags: dict[Id, list[Text]] = {}
    """Red flags ticked, by competency."""
    revised: dict[Id, Revision] = {}
    """Changes after the debrief."""

"""What is known of candidates beside their scorecards: the file `vacancies/NAME/candidates.yaml`.

It stands beside `vacancy.yaml` and not in it: the vacancy holds for everyone and is kept, this is about persons and is
deleted with the scorecards.
"""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from jdgen.schema.fields import Day, Frozen, Id, Text
from jdgen.schema.scorecard import Revision

Status = Literal["met", "equivalent", "not_met", "unverified"]
"""How a requirement stands: `equivalent` counts as met."""

Answer = Literal["confirms", "adds", "contradicts", "cannot_say"]
"""What a referee's answer does to what the interviews showed."""


class Stretch(Frozen):
    """Calendar months of a working life that were of the same kinds."""

    months: Annotated[int, Field(ge=1, le=720)]
    """How many months."""
    kinds: Annotated[list[Id], Field(min_length=1)]
    """Kinds of experience that each of these months carries (see `experience_kinds`)."""


class Said(Frozen):
    """What a referee's answers say of one competency or requirement."""

    result: Answer
    """`confirms`, `adds`, `contradicts` or `cannot_say`."""
    evidence: Text | None = None
    """What the referee said; a contradiction needs it."""

    @model_validator(mode="after")
    def _with_evidence(self) -> Self:
        if self.result == "contradicts" and not self.evidence:
            message = "a contradiction without `evidence` cannot be discussed; write what the referee said"
            raise ValueError(message)
        return self


class Reference(Frozen):
    """One reference call."""

    referee: Text
    """What the referee was to the candidate, such as `former chief executive`; never a name."""
    date: Day | None = None
    """Day of the call."""
    results: dict[Id, Said] = {}
    """By competency or requirement."""


class Candidate(Frozen):
    """What is known of one candidate beside the scorecards."""

    screen: dict[Id, Status] = {}
    """Requirements settled at the screen; one that is not named is `unverified`."""
    notes: dict[Id, Text] = {}
    """What a status rests on, by requirement."""
    career: list[Stretch] = []
    """Months of experience, each calendar month in one entry; they settle what the screen leaves out."""
    references: list[Reference] = []
    """The reference calls."""
    closed: dict[Text, Text] = {}
    """Flags that the debrief closed, by the name that the packet gives them, each with the reason."""
    revised: dict[Text, dict[Id, Revision]] = {}
    """Ratings that their raters revised in the debrief, by card, as `jdgen score --status` calls it (`direction-chief`), and question."""


class Candidates(Frozen):
    """The candidates of a vacancy, by code."""

    candidates: dict[Text, Candidate] = {}
    """By the code that stands on the scorecards, never by name."""

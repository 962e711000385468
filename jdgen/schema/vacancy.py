"""One opening: which role, which people, which days."""

from typing import Annotated

from pydantic import Field

from jdgen.schema.fields import ROLE, Day, Frozen, Id, StageName, Text


class Dates(Frozen):
    """Days that the plan is made around."""

    opened: Day | None = None
    """When the vacancy was opened."""
    debrief: Day | None = None
    """When the panel meets to decide."""


class Vacancy(Frozen):
    """An opening: the same people and the same rules for every candidate."""

    role: Annotated[str, Field(pattern=ROLE)]
    """The role's name on the command line."""
    stage: StageName
    """`startup`, `scaleup` or `enterprise`."""
    people: dict[Id, Text] = {}
    """Who sits on which seat; those of the company file are overridden seat by seat."""
    trained: dict[Id, Day] = {}
    """When the person on a seat was trained to interview and rate."""
    dates: Dates = Dates()
    """Days that the plan is made around."""
    candidates: list[Text] = []
    """Codes of the candidates, never names: their cards are expected; others are known by `candidates.yaml` or their first card."""
    void: dict[Id, Text] = {}
    """Questions that count for nobody, such as one that everyone misunderstood, each with the reason."""

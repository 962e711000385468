"""What a person brings: requirements, told apart by `kind`. None carries a weight."""

from typing import Annotated, Literal

from pydantic import Field

from jdgen.schema.fields import Frozen, Id, Importance, Text

DegreeLevel = Literal["bachelor", "master", "doctorate"]

RATED = frozenset({"skill", "method"})
"""Kinds that the ratings settle; the others are gates, settled at the screen."""


class _Requirement(Frozen):
    importance: Importance
    """`must` or `preferred`."""
    knock_out: bool = False
    """Whether a candidate who lacks it is not qualified; only for a must, and best on scope of work."""
    serves: list[Id] = []
    """Responsibilities that need it."""
    assess: list[Id]
    """Where it is assessed: competencies and sessions."""
    because: Text | None = None
    """Why the job needs it; required where the requirement is a credential."""
    or_equivalent: Text | None = None
    """What counts as much."""
    proof: Text | None = None
    """What the recruiter asks for at the screen."""
    from_: list[Id] = Field(default=[], alias="from")
    """Sources."""


class Degree(_Requirement):
    """A degree; its sentence is made from the fields."""

    kind: Literal["degree"]
    levels: Annotated[list[DegreeLevel], Field(min_length=1)]
    """Any of these levels will do."""
    fields: Annotated[list[Text], Field(min_length=1)]
    """Fields of study."""


class Experience(_Requirement):
    """Years of experience; the sentence is made from the fields."""

    kind: Literal["experience"]
    parts: Annotated[dict[Id, Annotated[int, Field(ge=1, le=50)]], Field(min_length=1)]
    """Years by kind of experience (see `experience_kinds`)."""
    overlap: Literal["none", "allowed"] = "none"
    """`none`: each calendar month counts once, so the total is the sum. `allowed`: one month may count for several kinds."""
    strict: bool = False
    """`true` asks for more than the years, `false` for at least the years."""


class Certification(_Requirement):
    """Certificates; the sentence is made from the fields."""

    kind: Literal["certification"]
    at_least: Annotated[int, Field(ge=1)] = 1
    """How many of them."""
    any_of: Annotated[list[Text], Field(min_length=1)]
    """The certificates that count."""


class Method(_Requirement):
    """A way of working such as Scrum or Kanban, at one of five levels; the sentence is made from the fields."""

    kind: Literal["method"]
    name: Text
    """The method's name."""
    level: Annotated[int, Field(ge=1, le=5)]
    """1 aware, 2 basic, 3 working, 4 advanced, 5 expert (see `method_levels`)."""


class Scope(_Requirement):
    """What was led or carried, with proof at the screen: the right place for a knock-out."""

    kind: Literal["scope"]
    text: Text
    """The posted sentence."""


class Skill(_Requirement):
    """A skill, assessed by at least one competency."""

    kind: Literal["skill"]
    text: Text
    """The posted sentence."""


class Logistics(_Requirement):
    """A condition such as a work permit or travel."""

    kind: Literal["logistics"]
    text: Text
    """The posted sentence."""


Requirement = Annotated[
    Degree | Experience | Certification | Method | Scope | Skill | Logistics, Field(discriminator="kind")
]

"""Who assesses what, when: seats, sessions, the case and the reference calls."""

from decimal import Decimal
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from jdgen.schema.fields import Frozen, Id, Text

SessionKind = Literal["screen", "interview", "case", "reference"]
Minutes = Annotated[int, Field(ge=0, le=480)]


class Session(Frozen):
    """A meeting with the candidate, or about the candidate."""

    title: Text
    """Its name."""
    kind: SessionKind
    """`screen`, `interview`, `case` or `reference`."""
    minutes: Minutes
    """Live minutes."""
    prep: Minutes = 0
    """Minutes of preparation asked of the candidate."""
    seats: list[Id]
    """Seats that take part; in an interview the first asks the first competency, the second the second."""
    competencies: list[Id] = []
    """Competencies rated."""


class Plan(Frozen):
    """Seats and sessions."""

    seats: dict[Id, Text]
    """Titles of the seats; a seat is bound to one person for a vacancy."""
    sessions: dict[Id, Session]
    """Sessions by id, in the order in which candidates meet them."""


class Availability(Frozen):
    """What a supplier promises, against what happens today; assessors only."""

    promised: Annotated[Decimal, Field(gt=0, le=1)]
    """Share of the year's hours that the contract promises."""
    outages: Annotated[int, Field(ge=0)]
    """Outages a year today."""
    hours: Annotated[Decimal, Field(ge=0)]
    """Hours that each lasts."""


class Option(Frozen):
    """One way to spend the money of an investment case."""

    label: Text
    """What it is."""
    cost: list[Decimal]
    """Cost of each year, from year 0."""
    benefit: list[Decimal]
    """Saving or added margin of each year, from year 0."""


class Investment(Frozen):
    """Figures of a case about an investment, in thousands."""

    kind: Literal["investment"]
    discount_rate: Annotated[Decimal, Field(ge=0, le=1)]
    """A year, as a fraction."""
    options: Annotated[dict[str, Option], Field(min_length=1)]
    """The choices."""
    availability: Availability | None = None
    """A promise to hold against today's outages; assessors only."""


class Initiative(Frozen):
    """One candidate for a roadmap."""

    label: Text
    """What it is."""
    effort: Annotated[Decimal, Field(ge=0)]
    """Team-months."""
    value: Decimal
    """Thousands of yearly margin if it works."""
    confidence: Annotated[Decimal, Field(ge=0, le=1)]
    """That it works."""


class Roadmap(Frozen):
    """Figures of a case about a roadmap."""

    kind: Literal["roadmap"]
    capacity: Annotated[Decimal, Field(ge=0)]
    """Team-months."""
    initiatives: Annotated[dict[str, Initiative], Field(min_length=1)]
    """The candidates."""
    support: Annotated[Decimal, Field(ge=0, lt=1)] = Decimal(0)
    """Share of the capacity that goes elsewhere; assessors only."""
    doubtful: list[str] = []
    """Initiatives whose value does not hold; assessors only."""


class Case(Frozen):
    """A work sample on invented figures, the same for all candidates."""

    title: Text
    """Its name."""
    to_candidate: Text
    """What the candidate is told."""
    presentation: Minutes = 20
    """Minutes in which the candidate presents."""
    discussion: Minutes = 40
    """Minutes of the panel's questions."""
    figures: Annotated[Investment | Roadmap, Field(discriminator="kind")] | None = None
    """The figures handed out."""
    facts: list[Text] = []
    """Facts handed out with them."""
    planted: list[Text] = []
    """Faults hidden in the material; assessors only."""
    scored_on: dict[Id, Text]
    """What the case shows of each competency."""


class ReferenceQuestion(Frozen):
    """A question for referees."""

    ask: Text
    """The question, verbatim."""
    checks: list[Id] = []
    """Competencies and requirements that the answer confirms, adds to or contradicts."""


class References(Frozen):
    """The reference calls: they raise flags and carry no weight."""

    minimum: Annotated[int, Field(ge=1)]
    """Calls at the least."""
    mix: list[Text]
    """Who the referees are."""
    consent: Text
    """What has to be agreed before a call."""
    questions: list[ReferenceQuestion]
    """Asked of every referee, in this order."""


class Scoring(Frozen):
    """The thresholds of the decision rule, as exact decimals."""

    advance: Annotated[Decimal, Field(ge=1, le=5)]
    """A total at or above it meets the bar."""
    hold: Annotated[Decimal, Field(ge=1, le=5)]
    """A total below it is below the bar."""
    min_raters: Annotated[int, Field(ge=1)]
    """Different people who rate a competency, at the least."""
    disagreement: Annotated[Decimal, Field(gt=0, le=4)]
    """Raters this far apart on a competency have to discuss it."""
    band: Annotated[Decimal, Field(ge=0, le=4)]
    """Finalists this close to the best of a band form one band."""

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.hold > self.advance:
            message = f"hold ({self.hold}) is above advance ({self.advance}); swap them"
            raise ValueError(message)
        return self


class Time(Frozen):
    """Minutes that each part of a session takes."""

    behavioural: Minutes
    """A behavioural question."""
    situational: Minutes
    """A situational question."""
    opening: Minutes
    """The opening."""
    closing: Minutes
    """The candidate's own questions, last and unrated."""
    write_up: Minutes
    """Writing evidence and ratings, per rater and session."""


class Limits(Frozen):
    """How much a candidate is asked for."""

    live_minutes: int
    """Minutes in sessions."""
    prep_minutes: int
    """Minutes of preparation."""
    interviews: int
    """Rated interviews, the case not counted."""
    competencies_per_session: int
    """Competencies in one interview."""

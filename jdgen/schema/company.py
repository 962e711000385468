"""A company: what a profile leaves open, all of it optional."""

from decimal import Decimal
from typing import Annotated, Any, Literal, Self

from pydantic import Field, StringConstraints, field_validator, model_validator

from jdgen.errors import did_you_mean
from jdgen.schema.contrast import legible_on_white
from jdgen.schema.countries import COUNTRIES
from jdgen.schema.currencies import Currency
from jdgen.schema.fields import COLOUR, EMAIL, ROLE, URL, Day, Frozen, Id, LanguageName, StageName, Text
from jdgen.schema.publishing import Boards, Code, Waiver
from jdgen.stages import stage_name

ALIASES = {"UK": "GB", "EL": "GR"}
"""Codes in wide use that ISO 3166 does not have."""

Url = Annotated[str, StringConstraints(pattern=URL)]
Email = Annotated[str, StringConstraints(pattern=EMAIL)]
Colour = Annotated[str, StringConstraints(pattern=COLOUR)]
Money = Annotated[Decimal, Field(gt=0, max_digits=15, decimal_places=2)]


class Location(Frozen):
    """A place of work."""

    country: Annotated[str, StringConstraints(to_upper=True)]
    """ISO 3166-1 code of two letters."""
    region: Text | None = None
    """State, province or land."""
    city: Text | None = None
    """Town."""
    postal_code: Text | None = None
    """Postal code."""
    street: Text | None = None
    """Street and number."""

    @field_validator("country")
    @classmethod
    def _known(cls, code: str) -> str:
        if code not in COUNTRIES:
            near = ALIASES.get(code) or next(
                (c for c, name in COUNTRIES.items() if name.upper() == code), None
            )
            hint = f" Did you mean '{near}'?" if near else did_you_mean(code, COUNTRIES)
            message = f"'{code}' is no ISO 3166-1 code of two letters, such as US, CA or DE.{hint}"
            raise ValueError(message)
        return code


class Salary(Frozen):
    """The employer's own pay range: a closed one."""

    low: Money
    """Lower end."""
    high: Money
    """Upper end."""
    currency: Currency
    """ISO 4217 code."""
    period: Literal["year", "month", "week", "day", "hour"] = "year"
    """What the figures are for."""
    on_hire: bool = False
    """Whether the range is what is expected to be paid on hire, as California asks; the posting then says so."""

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.low > self.high:
            message = f"low ({self.low}) is above high ({self.high}); swap them"
            raise ValueError(message)
        return self


class Apply(Frozen):
    """How to apply: an address, and what to send."""

    url: Url | None = None
    """A page."""
    email: Email | None = None
    """An address."""
    instructions: Text | None = None
    """What to send, in a sentence."""


class Accommodation(Frozen):
    """Whom to ask for an adjustment: a name and, at best, two ways to reach them."""

    name: Text
    """A person or an office."""
    email: Email | None = None
    """An address."""
    phone: Text | None = None
    """A number."""


class Records(Frozen):
    """What is kept of a candidate, and how long."""

    months: Annotated[int, Field(ge=1, le=120)]
    """Months after the decision until scorecards and notes are deleted."""
    contact: Text
    """Whom candidates ask about their data: an address, a page, a person."""


class Brand(Frozen):
    """How documents look."""

    logo: Text | None = None
    """A PNG, JPEG or SVG file, seen from the company file."""
    primary: Colour = "#1F3A5F"
    """Colour of headings."""
    accent: Colour = "#0B6E69"
    """Colour of bars, links and marks."""
    theme: Annotated[str, StringConstraints(pattern=ROLE)] = "plain"
    """The look: `plain`, `modern`, `formal`, or one of your own in `templates/themes/`."""

    @field_validator("primary", "accent")
    @classmethod
    def _legible(cls, colour: str) -> str:
        return legible_on_white(colour)


class Company(Frozen):
    """A company and the terms of a vacancy."""

    language: LanguageName | None = None
    """Language of this file's texts, and the default of `--lang`; else the profile's language."""
    name: Text | None = None
    """The company's name."""
    about: Text | None = None
    """What the company does; a blank line begins a new paragraph."""
    website: Url | None = None
    """Its page."""
    industry: Text | None = None
    """Its industry."""
    headcount: Annotated[int, Field(ge=1)] | None = None
    """People employed."""
    headcount_in: dict[
        Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}(-[A-Z]{2,3})*$")], Annotated[int, Field(ge=0)]
    ] = {}
    """People employed in one state or city, where its law counts them: `US-MA: 24`, `US-NYC: 3`."""
    stage: StageName | None = None
    """`startup`, `scaleup` or `enterprise`; the default of `--stage`."""
    products: list[Text] = []
    """What it sells."""
    locations: list[Location] = []
    """Places of work."""
    remote: Literal["onsite", "hybrid", "full"] | None = None
    """Where the work is done."""
    remote_places: list[Text] = []
    """Countries or states from which fully remote work is possible: `Germany`, `Colorado, US`."""
    employment_type: (
        Literal[
            "full_time", "part_time", "contractor", "temporary", "intern", "volunteer", "per_diem", "other"
        ]
        | None
    ) = None
    """The contract."""
    hours: Text | None = None
    """Working hours: `40 hours a week`."""
    salary: Salary | None = None
    """The pay range."""
    paid_by: Literal["salary", "commission", "tips"] = "salary"
    """What the pay consists of: `commission` where it is that alone, `tips` where they come on top of a base wage."""
    benefits: list[Text] = []
    """Health, retirement, paid time off and the rest."""
    other_compensation: list[Text] = []
    """Bonus, commission, equity."""
    outcomes: list[Text] = []
    """Results of the first year, three to eight; posted and discussed, not scored."""
    hiring_process: Text | None = None
    """The process in one paragraph; without it, it is written from the plan."""
    apply: Apply | None = None
    """How to apply."""
    posted: Day | None = None
    """The day of the first posting; markup and feeds of job boards need it."""
    closing_date: Day | Literal["ongoing"] | None = Field(default=None, union_mode="left_to_right")
    """The last day to apply, or `ongoing`."""
    reference: Text | None = None
    """The requisition's number."""
    page: Url | None = None
    """The page that shows this posting; feeds of job boards need it."""
    boards: Boards = Boards.model_construct()
    """Accounts on job boards."""
    accommodation: Accommodation | None = None
    """Whom to ask for an adjustment."""
    records: Records | None = None
    """How long scorecards are kept; the candidate guide says it."""
    statement: Text | None = None
    """The equal-opportunity statement; without it, a plain one is used."""
    ai_screening: bool | None = None
    """Whether artificial intelligence screens, assesses or selects applicants; Ontario wants it said."""
    existing_vacancy: bool | None = None
    """Whether the posting is for a vacancy that exists; Ontario wants it said."""
    federal_contractor: bool = False
    """Whether the company is a contractor of the US government, whose statement names disability and veteran status."""
    citizenship_basis: Text | None = None
    """The law, regulation or contract that limits the role to citizens."""
    waivers: dict[Code, Waiver] = {}
    """Findings that are accepted, by code, with the reason."""
    brand: Brand = Brand.model_construct()
    """Logo, colours and look."""
    people: dict[Id, Text] = {}
    """Who sits on which seat."""
    patch: dict[str, Any] = {}
    """Changes to every profile, as a JSON merge patch (RFC 7396)."""
    roles: dict[str, dict[str, Any]] = {}
    """Fields of this file that differ for one role, by role: its salary, outcomes, patch."""

    @field_validator("stage", mode="before")
    @classmethod
    def _spelled(cls, stage: object) -> object:
        return stage_name(stage) if isinstance(stage, str) else stage

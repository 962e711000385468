"""A role profile: everything about a role that is not about one company."""

from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import ConfigDict, Field

from jdgen.schema.competency import Competency, Forbidden, MethodLevel, ScaleLevel
from jdgen.schema.currencies import Currency
from jdgen.schema.fields import ROLE, Day, Frozen, Id, LanguageTag, StageName, Text
from jdgen.schema.plan import Case, Limits, Plan, References, Scoring, Time
from jdgen.schema.publishing import Code, Waiver
from jdgen.schema.requirement import Requirement


class Responsibility(Frozen):
    """A line of "What you will do"."""

    text: Text
    """The posted sentence."""
    importance: Literal["critical", "important"]
    """`critical`: the role fails without it."""
    from_: list[Id] = Field(default=[], alias="from")
    """Sources."""


class JobAnalysis(Frozen):
    """How the responsibilities and competencies were found."""

    method: Text
    """What was done."""
    date: Day
    """When."""
    experts: list[Text] = []
    """People who know the job and confirmed it; empty lowers the structure score."""


class Area(Frozen):
    """What this role owns in one area, and what it leaves to its counterpart."""

    owns: Text
    """The part of this role, after `You`."""
    from_: list[Id] = Field(default=[], alias="from")
    """Sources."""


class Counterpart(Frozen):
    """The role that shares the work."""

    role: Annotated[str, Field(pattern=ROLE)]
    """The other profile's name."""
    together: Text
    """How the two work together at this stage."""
    from_: list[Id] = Field(default=[], alias="from")
    """Sources."""


class Call(Frozen):
    """Which of two roles that share work a stage calls for first."""

    first: Literal["this", "counterpart", "both"]
    """`this` role, its `counterpart`, or `both` at once."""
    because: Text
    """Why."""
    until: Text
    """Who carries this role's part until somebody holds it."""
    from_: list[Id] = Field(default=[], alias="from")
    """Sources."""


class Source(Frozen):
    """Where a fact was read."""

    title: Text
    """Title of the text."""
    author: Text | None = None
    """Who wrote it."""
    publisher: Text
    """Who published it."""
    published: Day
    """When."""
    kind: Literal["article", "study", "standard", "law", "dataset", "judgement"]
    """`judgement` marks the authors' own view."""
    region: Text | None = None
    """Where it holds."""
    url: Text | None = None
    """Where to find it."""


class Benchmark(Frozen):
    """A published pay figure: background for an internal page, never an offer."""

    what: Text
    """What the figure is."""
    region: Text
    """Where it holds."""
    currency: Currency
    """ISO 4217 code."""
    low: Decimal
    """Lower end, a year."""
    high: Decimal
    """Upper end, a year."""
    as_of: Day
    """The date it was published."""
    kind: Literal["base", "total", "unknown"] = "unknown"
    """Base pay, total pay, or not said."""
    from_: list[Id] = Field(default=[], alias="from")
    """Sources."""


class Profile(Frozen):
    """A role with its stage and company applied: what every document is made from."""

    schema_: Literal["1"] = Field(alias="schema")
    """Version of this format."""
    role: Annotated[str, Field(pattern=ROLE)]
    """The role's name on the command line, as its file is called."""
    language: LanguageTag | None = None
    """Language of this file's texts (BCP 47): `de`, `pt-BR`; `en` if it does not say so."""
    title: Text
    """The posted title."""
    reports_to: Text
    """Whom the role reports to."""
    reviewed: Day
    """When the profile was last read through."""
    mission: Text
    """What the role is for, in one sentence."""
    job_analysis: JobAnalysis
    """How the content was found."""
    areas: dict[Id, Area] = {}
    """What the role owns, area by area."""
    decides: dict[Literal["why", "what", "when", "how"], list[Id]] = {}
    """The questions that the role answers, each with its sources."""
    counterpart: Counterpart | None = None
    """The role that shares these areas."""
    call: Call | None = None
    """Which of the two roles the stage calls for first."""
    responsibilities: Annotated[dict[Id, Responsibility], Field(min_length=1)]
    """What you will do."""
    requirements: dict[Id, Requirement]
    """What you bring."""
    competencies: Annotated[dict[Id, Competency], Field(min_length=1)]
    """What is rated; six to eight."""
    plan: Plan
    """Who assesses what."""
    case: Case | None = None
    """The work sample."""
    references: References | None = None
    """The reference calls."""
    benchmarks: list[Benchmark] = []
    """Published pay figures."""
    scale: dict[int, ScaleLevel]
    """The rating scale, 1 to 5."""
    not_assessed: Text
    """The mark for a question that was not asked."""
    method_levels: dict[int, MethodLevel]
    """Levels of proficiency in a method, 1 to 5."""
    experience_kinds: dict[Id, Text]
    """Kinds of experience, as the posting says them."""
    area_names: dict[Id, Text]
    """Names of the areas."""
    scoring: Scoring
    """Thresholds of the decision rule."""
    time: Time
    """Minutes of a session's parts."""
    limits: Limits
    """How much a candidate is asked for."""
    rating_errors: dict[str, Text]
    """Errors that raters make, each with its remedy."""
    forbidden: dict[str, Forbidden]
    """Topics that are never asked about."""
    sources: dict[Id, Source]
    """Sources by id."""
    because: Text | None = None
    """Why the weights are as they are at this stage."""
    weights: dict[Id, Annotated[int, Field(ge=0, le=100)]] = {}
    """Weight of each competency; they sum to 100. None: all weigh the same."""
    floors: dict[Id, Annotated[int, Field(ge=1, le=5)]] = {}
    """Lowest acceptable score of a competency, whatever the total."""
    waivers: dict[Code, Waiver] = {}
    """Findings that are accepted, by code, with the reason."""


class Peer(Frozen):
    """A profile as far as its counterpart's posting tells of it."""

    model_config = ConfigDict(extra="ignore")

    title: Text
    """The posted title."""
    areas: dict[Id, Area] = {}
    """What the role owns, area by area."""


class Stage(Frozen):
    """How a role differs at one stage of a company."""

    because: Text | None = None
    """Why the weights are as they are."""
    weights: dict[str, Any] = {}
    """Weight of each competency."""
    floors: dict[str, Any] = {}
    """Lowest acceptable scores."""
    patch: dict[str, Any] = {}
    """Changes to the profile, as a JSON merge patch (RFC 7396)."""


class Stages(Frozen):
    """The stages that a profile knows."""

    stages: Annotated[dict[StageName, Stage], Field(min_length=1)]
    """By name."""

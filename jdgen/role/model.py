"""A role as templates see it: every decision made, every sentence written, nothing left to do but print.

This is the template contract: names documented here keep working until the next major version.
Named tuples, because making these classes as dataclasses takes as long as starting Python,
and for the same reason their annotations are no strings.
"""

import datetime as dt
from typing import Literal, NamedTuple

from jdgen.role.job import Job


class Fact(NamedTuple):
    """One line of the block at the top of a posting."""

    label: str
    """What it is: `Pay`, `Place`."""
    value: str
    """The line itself."""
    field: str = ""
    """The field of the company or the profile that it is made of: `salary`."""


class Responsibility(NamedTuple):
    """A line of "What you will do"."""

    id: str
    """Its name in the profile."""
    text: str
    """The sentence."""
    critical: bool
    """Whether the role fails without it."""
    sources: tuple[str, ...]
    """Ids of its sources."""


class Requirement(NamedTuple):
    """A line of "What you bring"."""

    id: str
    """Its name in the profile."""
    text: str
    """The sentence, what counts as much included."""
    must: bool
    """Whether it is asked of everyone."""
    knock_out: bool
    """Whether a candidate who lacks it is not qualified."""
    gate: bool
    """Whether it is checked at the screen."""
    proof: str
    """What the recruiter asks for."""
    because: str
    """Why the job needs it; empty where nothing is said."""
    sources: tuple[str, ...]
    """Ids of its sources."""


class Area(NamedTuple):
    """An area that two roles divide."""

    name: str
    """Its name."""
    mine: str
    """The part of this role."""
    theirs: str
    """The part of the counterpart."""


class Level(NamedTuple):
    """A level of a scale, an anchor or a key answer."""

    level: int
    """1 to 5."""
    label: str
    """Its name on the rating scale."""
    text: str
    """What it means or sounds like."""


class Question(NamedTuple):
    """A question that every candidate is asked in the same words."""

    id: str
    """Its name; scorecards use it."""
    kind: str
    """`Behavioural` or `Situational`."""
    minutes: int
    """Minutes planned for it."""
    ask: str
    """The question."""
    probes: tuple[str, ...]
    """The only follow-up questions."""
    answers: tuple[Level, ...]
    """Key answers, the best first; none for a behavioural question."""


class Competency(NamedTuple):
    """What is rated, with everything an interviewer needs."""

    id: str
    """Its name in the profile."""
    name: str
    """The name that people read."""
    definition: str
    """What the behaviour is."""
    weight: str
    """Its weight, of 100."""
    floor: int | None
    """Lowest acceptable score; none: any."""
    anchors: tuple[Level, ...]
    """From 5 to 1."""
    questions: tuple[Question, ...]
    """In the order in which they are asked."""
    red_flags: tuple[str, ...]
    """Answers that are discussed in the debrief whatever the score."""
    session: str
    """Title of the interview in which its questions are asked."""
    asked_by: str
    """Title of the seat that asks."""
    rated_by: tuple[str, ...]
    """Titles of the seats that rate."""
    also_in: tuple[str, ...]
    """Titles of other sessions that rate it."""
    sources: tuple[str, ...]
    """Ids of its sources."""


class Session(NamedTuple):
    """A meeting of the plan."""

    id: str
    """Its name in the profile."""
    title: str
    """The name that people read."""
    kind: str
    """`screen`, `interview`, `case` or `reference`."""
    minutes: int
    """Live minutes."""
    prep: int
    """Minutes of preparation asked of the candidate."""
    seats: tuple[str, ...]
    """Titles of the seats."""
    competencies: tuple[str, ...]
    """Names of the competencies rated."""


class Trace(NamedTuple):
    """Where a posted line is assessed."""

    column: Literal["do", "bring"]
    """`do`: What you will do. `bring`: What you bring."""
    id: str
    """The line's name in the profile."""
    text: str
    """The posted line."""
    assessed_by: tuple[str, ...]
    """Names of competencies; none: a gate that is not rated."""
    where: tuple[str, ...]
    """Titles of sessions."""
    raters: tuple[str, ...]
    """Titles of seats, in the order of the sessions."""


class Origin(NamedTuple):
    """What a competency is rated for: the other direction of the traceability matrix."""

    competency: str
    """Its name."""
    questions: tuple[str, ...]
    """Ids of its questions."""
    do: tuple[str, ...]
    """Responsibilities that it serves, shortened."""
    bring: tuple[str, ...]
    """Requirements that it assesses, shortened."""


class Benchmark(NamedTuple):
    """A published pay figure, as background for an internal page."""

    what: str
    """What the figure is."""
    region: str
    """Where it holds."""
    amount: str
    """Amount or range, with currency, a year."""
    kind: str
    """`base pay`, `total pay` or `not said`."""
    as_of: dt.date
    """When it was published."""
    age: str
    """How old it is, in words."""
    sources: tuple[str, ...]
    """Ids of its sources."""


class Source(NamedTuple):
    """Where facts were read."""

    id: str
    """Its name in the profile."""
    citation: str
    """Author, title, publisher and date."""
    url: str
    """Its address, or empty."""
    judgement: bool
    """Whether it is the authors' own view."""


class ExampleRow(NamedTuple):
    """A line of the worked example."""

    competency: str
    """Its name."""
    weight: str
    """Its weight."""
    ratings: tuple[int, ...]
    """The invented scores of the raters."""
    score: str
    """Their mean."""
    points: str
    """Weight times score."""


class Example(NamedTuple):
    """The scoring rule worked out on invented ratings."""

    raters: str
    """How many raters it has, in words: `Two raters`."""
    rows: tuple[ExampleRow, ...]
    """A line for each competency."""
    points: str
    """Sum of the points."""
    total: str
    """The total on the scale of 1 to 5."""
    percent: str
    """The same in percent of the way from 1 to 5."""
    outcome: str
    """What the rule says."""


class Thresholds(NamedTuple):
    """The decision rule's figures, as they are printed."""

    advance: str
    """A total at or above it meets the bar."""
    hold: str
    """A total below it is below the bar."""
    min_raters: int
    """People who rate a competency, at the least."""
    disagreement: str
    """Raters this far apart have to discuss a competency."""
    band: str
    """Finalists this close to the best of a band form one band."""


class Employer(NamedTuple):
    """The company; every text may be empty."""

    name: str
    """Its name."""
    about: tuple[str, ...]
    """Paragraphs about it."""
    website: str
    """Its address."""
    industry: str
    """Its industry."""
    products: tuple[str, ...]
    """What it sells."""


class Brand(NamedTuple):
    """How documents look."""

    primary: str
    """Colour of headings, as #RRGGBB."""
    accent: str
    """Colour of bars, links and marks, as #RRGGBB."""
    logo: str
    """The logo as a data: address, or empty."""
    theme: str
    """The look: the name of a file in `templates/themes/`."""


class Role(NamedTuple):
    """A role at one stage of one company."""

    id: str
    """The role's name on the command line."""
    title: str
    """The posted title."""
    lang: str
    """Language of headings and sentences (BCP 47): `en`, `de` or `fr`."""
    stage: str
    """`startup`, `scaleup` or `enterprise`."""
    stage_name: str
    """The stage as people write it."""
    fingerprint: str
    """Twelve hex digits that change when anything changes that an assessment rests on."""
    reviewed: dt.date
    """When the profile was last read through."""
    mission: str
    """What the role is for."""
    company: Employer
    """The company."""
    brand: Brand
    """Logo, colours and look."""
    facts: tuple[Fact, ...]
    """The block at the top of a posting; what is not known is left out."""
    job: Job
    """The same terms as data, for markup and feeds."""
    responsibilities: tuple[Responsibility, ...]
    """What you will do."""
    musts: tuple[Requirement, ...]
    """What everyone has to bring."""
    preferred: tuple[Requirement, ...]
    """What is welcome."""
    must_lines: tuple[str, ...]
    """The musts as posted: methods at one level share a line."""
    preferred_lines: tuple[str, ...]
    """The preferred ones as posted."""
    outcomes: tuple[str, ...]
    """Results of the first year."""
    counterpart: str
    """Title of the role that shares the work, or empty."""
    counterpart_short: str
    """The counterpart's title, short where it has a usual short form: `CTO`."""
    together: str
    """How the two work together at this stage."""
    areas: tuple[Area, ...]
    """Who owns what."""
    pay: str
    """The pay in a sentence, or empty."""
    other_compensation: tuple[str, ...]
    """Bonus, commission, equity."""
    benefits: tuple[str, ...]
    """Benefits."""
    hiring_process: str
    """The process in one paragraph."""
    how_to_apply: str
    """How to apply, in a paragraph."""
    apply_url: str
    """The page to apply on, or empty."""
    apply_email: str
    """The address to apply to, or empty."""
    accommodation: str
    """How to ask for an adjustment."""
    notices: tuple[str, ...]
    """What the law of some places wants said: about artificial intelligence, the vacancy, commission."""
    statement: str
    """The equal-opportunity statement."""
    because: str
    """Why the weights are as they are at this stage."""
    scale: tuple[Level, ...]
    """The rating scale, from 5 to 1."""
    not_assessed: str
    """The mark for a question that was not asked."""
    competencies: tuple[Competency, ...]
    """What is rated."""
    gates: tuple[Requirement, ...]
    """Requirements checked at the screen."""
    rated: tuple[Requirement, ...]
    """Requirements settled by ratings."""
    sessions: tuple[Session, ...]
    """The plan."""
    thresholds: Thresholds
    """Figures of the decision rule."""
    example: Example
    """The scoring rule worked out."""
    posted: tuple[Trace, ...]
    """From posted line to assessment."""
    assessed: tuple[Origin, ...]
    """From assessment to posted line."""
    never_ask: tuple[tuple[str, str, str], ...]
    """Topic, what never to ask, what may be asked of everyone."""
    rating_errors: tuple[tuple[str, str], ...]
    """Error and remedy."""
    benchmarks: tuple[Benchmark, ...]
    """Published pay figures; never posted."""
    as_of: dt.date
    """The day to which their age is counted."""
    sources: tuple[Source, ...]
    """Sources that this role uses."""
    judged: tuple[str, ...]
    """What rests on the authors' judgement alone."""
    experts: tuple[str, ...]
    """Who confirmed the job analysis."""
    analysis: str
    """How the job analysis was done."""

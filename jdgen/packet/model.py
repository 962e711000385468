"""The debrief packet as its template sees it: every sentence written, every figure as it is shown.

Part of the template contract, like `role` and `kit`. Named tuples without string annotations, for the same reason as there.
"""

import datetime as dt
from typing import NamedTuple

from jdgen.role.kit.model import Table


class Line(NamedTuple):
    """What the rule says of one candidate."""

    code: str
    """The candidate's code."""
    outcome: str
    """The first rule that applies, as people read it: `Meets the bar`."""
    because: str
    """What that rule rests on, in a sentence."""
    total: str
    """The total with two decimals; provisional where the interval is wider, empty where nothing was rated."""
    low: str
    """The least that the total can still become."""
    high: str
    """The most that it can still become; the same as `low` where nothing is open."""
    interval: str
    """`3.58 to 3.88`; empty where nothing is open."""
    coverage: str
    """Share of the weight that has no gap: `85 percent`."""
    rank: str
    """Rank among those in the running; empty for the others."""
    band: str
    """Letter of the band; empty for those who are not ranked."""
    flags: int
    """Flags that are open."""
    equal_total: str
    """The total under equal weights; empty for those who are not ranked."""
    equal_rank: str
    """The rank under equal weights."""


class Band(NamedTuple):
    """Candidates so close that their order says nothing."""

    letter: str
    """A for the best."""
    codes: tuple[str, ...]
    """In alphabetical order."""
    best: str
    """The highest total in it."""
    least: str
    """The lowest total that belongs to it."""


class Step(NamedTuple):
    """A step of the debrief."""

    start: int
    """Minute at which it begins."""
    end: int
    """Minute at which it ends."""
    what: str
    """What it is about: a candidate's code, or empty."""
    text: str
    """What to do."""


class Field(NamedTuple):
    """One candidate's score of one competency."""

    score: str
    """The score with two decimals; empty where nobody has one."""
    lowest: str
    """The lowest of the raters' scores, or empty."""
    highest: str
    """The highest of them, or empty."""
    spread: str
    """Both: `3.00 to 4.00`, or `no spread` where all agree; empty where there are fewer than two."""
    gap: bool
    """Whether a rating is missing, or too few people rated."""
    apart: bool
    """Whether raters are so far apart that it is a flag."""
    below_floor: bool
    """Whether it is below its floor."""


class Row(NamedTuple):
    """One candidate's scores."""

    code: str
    """The candidate's code."""
    fields: tuple[Field, ...]
    """One for each competency, in the order of the role's."""


class Quote(NamedTuple):
    """What somebody wrote."""

    who: str
    """The seat, the question that it answers and the rating given, or what the referee was to the candidate."""
    text: str
    """The words."""


class Flag(NamedTuple):
    """Something that the debrief closes with a reason."""

    id: str
    """Its name in `candidates.yaml` under `closed`: `disagreement-budget`."""
    title: str
    """What it is, in a line."""
    scores: str
    """Each rater's score, where raters are apart; else empty."""
    quotes: tuple[Quote, ...]
    """The evidence that belongs to it."""
    closed: str
    """Why the debrief closed it; empty while it is open."""
    minutes: int
    """Minutes that the agenda gives it."""


class Flagged(NamedTuple):
    """One candidate's flags."""

    code: str
    """The candidate's code."""
    flags: tuple[Flag, ...]
    """In the order in which the agenda takes them."""
    unknown: tuple[str, ...]
    """Names in `closed` that are no flag of the candidate."""


class Revision(NamedTuple):
    """A rating changed after the debrief."""

    where: str
    """The seat, the question and its competency."""
    before: str
    """The first rating."""
    after: str
    """The new one."""
    reason: str
    """Why."""


class Changed(NamedTuple):
    """What the debrief changed for one candidate."""

    code: str
    """The candidate's code."""
    before: str
    """Outcome and total before: `Discuss, 3.45`."""
    after: str
    """Outcome and total now."""
    revisions: tuple[Revision, ...]
    """The ratings that were changed."""
    closed: str
    """How many flags were closed, in a sentence; empty where none was."""


class Coefficient(NamedTuple):
    """A figure of agreement, with what it means."""

    name: str
    """What it is called."""
    value: str
    """The figure with three decimals; empty where it is not shown."""
    basis: str
    """What it rests on."""
    meaning: str
    """What it means, in a sentence."""


class Kept(NamedTuple):
    """A component of the structured interview as the cards show it was kept."""

    number: int
    """1 to 15."""
    name: str
    """Its name."""
    prepared: int
    """Points of the plan."""
    kept: int
    """Points by the cards."""
    because: str
    """What the second points rest on."""


class Practice(NamedTuple):
    """How structured the interviews were, scored again from the cards."""

    prepared: int
    """Points of the plan."""
    kept: int
    """Points by the cards."""
    most: int
    """Points that can be had."""
    components: tuple[Kept, ...]
    """Those that the cards say something about."""


class Waiting(NamedTuple):
    """A candidate of whom nothing is shown yet."""

    code: str
    """The candidate's code."""
    locked: int
    """Cards that are locked."""
    expected: int
    """Cards that are expected."""
    missing: tuple[str, ...]
    """Whose cards are missing, and which."""


class Refused(NamedTuple):
    """A file or card that does not count."""

    file: str
    """Its file."""
    reasons: tuple[str, ...]
    """Why, each with its line; no rating is in them."""


class Packet(NamedTuple):
    """Everything that the debrief of a vacancy reads."""

    vacancy: str
    """The vacancy's name."""
    debrief: dt.date | None
    """When the panel meets."""
    panel: tuple[str, ...]
    """Who rated: seats, with people where they are named."""
    cards: int
    """Cards that the packet rests on."""
    lines: tuple[Line, ...]
    """The candidates that are shown: by band from the best, inside a band by code, then those who are not ranked."""
    bands: tuple[Band, ...]
    """The bands, from the best down."""
    summary: str
    """How many candidates there are of each outcome, in a sentence."""
    order: str
    """What the order of candidates says, and what it does not."""
    caution: str
    """Why the order should not be used yet, where raters agree too little; else empty."""
    by_weights: str
    """Whether the order is another under equal weights, in a sentence; empty where fewer than two are ranked."""
    order_depends: bool
    """Whether it is."""
    left_out: str
    """Who and what is left out, in a sentence; empty where nothing is."""
    agenda: tuple[Step, ...]
    """The debrief, step by step."""
    minutes: int
    """Minutes of the agenda."""
    rows: tuple[Row, ...]
    """The scores, in the order of `lines`."""
    scores: tuple[Table, ...]
    """The same as tables, a few candidates in each."""
    requirements: tuple[Table, ...]
    """How each requirement stands, a few candidates in each table."""
    notes: tuple[str, ...]
    """What the screen noted, with candidate and requirement."""
    flagged: tuple[Flagged, ...]
    """The candidates that have flags."""
    gaps: tuple[str, ...]
    """What is missing for a complete result, by candidate and competency, in sentences."""
    changed: tuple[Changed, ...]
    """What the debrief changed."""
    agreement: tuple[Coefficient, ...]
    """How far raters agreed before they talked."""
    unshown: str
    """How many sets of raters share too little for a figure, in a sentence; empty where none does."""
    notices: tuple[str, ...]
    """What is worth knowing about how people rated."""
    void: tuple[str, ...]
    """Questions that count for nobody, with the reason."""
    structure: Practice
    """How structured the interviews were."""
    waiting: tuple[Waiting, ...]
    """Candidates of whom nothing is shown yet."""
    refused: tuple[Refused, ...]
    """Files and cards that do not count."""
    look_at: tuple[str, ...]
    """What somebody should look at in the files; it keeps no card out."""
    deletion: str
    """When the data are deleted, in a sentence."""
    delete_on: dt.date | None
    """The day, where it is known."""

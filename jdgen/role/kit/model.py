"""The interview kit as templates see it, beside the role: who does what when, minute by minute.

Part of the template contract, like `role`. Named tuples without string annotations, for the same reason as there.
"""

import datetime as dt
from typing import NamedTuple

from jdgen.role.model import Competency, Level


class Slot(NamedTuple):
    """A stretch of a session."""

    start: int
    """Minute at which it begins."""
    end: int
    """Minute at which it ends."""
    what: str
    """`opening`, `question`, `presentation`, `discussion`, `check`, `closing` (the candidate's questions) or `spare`."""
    text: str
    """The line that people read."""
    question: str
    """Id of the question, or empty."""
    competency: str
    """Name of the competency that is asked about, or empty."""
    asked_by: str
    """Label of the seat that asks, or empty."""
    rated_by: tuple[str, ...]
    """Labels of the seats that rate; none: nobody does."""


class Meeting(NamedTuple):
    """A session of the plan, minute by minute."""

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
    """Labels of the seats."""
    meets: tuple[str, ...]
    """Whom the candidate meets there: labels, or names alone where a title leaves it open who somebody is."""
    competencies: tuple[str, ...]
    """Names of the competencies rated."""
    slots: tuple[Slot, ...]
    """The timeline; none for reference calls."""
    needed: int
    """Minutes that the timeline needs."""
    spare: int
    """Minutes left."""


class Duty(NamedTuple):
    """What one seat does in one session."""

    session: Meeting
    """The session."""
    asks: tuple[Competency, ...]
    """Competencies whose questions the seat asks, with everything that it needs."""
    rates: tuple[Competency, ...]
    """All competencies that it rates, in the order of the session."""
    minutes: int
    """Minutes in the session."""
    write_up: int
    """Minutes for writing evidence and ratings; 0 where nothing is rated."""


class Seat(NamedTuple):
    """An interviewer's place."""

    id: str
    """Its name in the profile."""
    title: str
    """Its title: `Chief Executive Officer`."""
    person: str
    """Who sits there, or empty."""
    label: str
    """Title and person: `Chief Executive Officer (Ada Park)`."""
    trained: dt.date | None
    """When the person was trained; none: not recorded."""
    duties: tuple[Duty, ...]
    """What it does, in the order of the plan."""
    rates: bool
    """Whether it rates anything."""
    minutes: int
    """Minutes in sessions and for writing up, for each candidate."""


class Cover(NamedTuple):
    """What one seat does for one competency."""

    seat: str
    """Label of the seat."""
    asks: bool
    """Whether it asks the questions."""
    ratings: int
    """Sessions in which it rates the competency: 0, 1 or 2."""
    where: tuple[str, ...]
    """Titles of these sessions."""


class Coverage(NamedTuple):
    """Who rates a competency."""

    competency: str
    """Its name."""
    cells: tuple[Cover, ...]
    """One for each seat that rates anything, in the order of the seats."""
    raters: int
    """Different people who rate it."""


class Table(NamedTuple):
    """Figures as they are printed."""

    caption: str
    """What it shows."""
    head: tuple[str, ...]
    """Names of the columns."""
    rows: tuple[tuple[str, ...], ...]
    """The cells, a row each."""


class CaseLine(NamedTuple):
    """What the case shows of a competency."""

    competency: Competency
    """The competency, with its anchors."""
    shows: str
    """What to look for."""
    rating: str
    """Id under which it is rated on the card: `case_strategy`."""


class CaseWork(NamedTuple):
    """The work sample."""

    title: str
    """Its name."""
    to_candidate: str
    """What the candidate is told."""
    prep: int
    """Minutes of preparation, at the most."""
    presentation: int
    """Minutes for presenting."""
    discussion: int
    """Minutes of questions."""
    figures: Table | None
    """The figures handed out."""
    facts: tuple[str, ...]
    """Facts handed out."""
    planted: tuple[str, ...]
    """Faults hidden in the material; assessors only."""
    reference: tuple[Table, ...]
    """What the figures come to, computed; assessors only."""
    conclusions: tuple[str, ...]
    """What the computed figures say, in sentences; assessors only."""
    scored_on: tuple[CaseLine, ...]
    """What is rated; assessors only."""


class ReferenceCall(NamedTuple):
    """A question for referees."""

    ask: str
    """The question, in its words."""
    checks: tuple[str, ...]
    """Names of the competencies, and sentences of the requirements, that the answer bears on."""


class ReferenceCalls(NamedTuple):
    """The reference calls."""

    minimum: int
    """Calls at the least."""
    mix: tuple[str, ...]
    """Who the referees are."""
    consent: str
    """What has to be agreed before a call."""
    questions: tuple[ReferenceCall, ...]
    """Asked of every referee, in this order."""
    callers: tuple[str, ...]
    """Labels of the seats that call."""


class Sample(NamedTuple):
    """A key answer without its level, for calibration."""

    number: int
    """Its place on the page, from 1."""
    id: str
    """Question and level: `st3-5`."""
    competency: str
    """Name of its competency."""
    ask: str
    """The question."""
    text: str
    """The answer."""
    level: int
    """Its level, printed overleaf."""


class Component(NamedTuple):
    """One of the fifteen components of a structured interview (Campion, Palmer & Campion 1997)."""

    number: int
    """1 to 15."""
    name: str
    """Its name."""
    points: int
    """0, 1 or 2."""
    because: str
    """What the points rest on."""
    remedy: str
    """How to get the missing points, or empty."""


class Structure(NamedTuple):
    """How structured the interviews are."""

    components: tuple[Component, ...]
    """All fifteen."""
    points: int
    """Their sum."""
    most: int
    """Points that can be had."""


class Vacancy(NamedTuple):
    """The opening that the kit was made for; every field may be empty."""

    name: str
    """Name of its file."""
    opened: dt.date | None
    """When it was opened."""
    debrief: dt.date | None
    """When the panel meets."""


class Guide(NamedTuple):
    """What only the candidate guide says."""

    records: str
    """Which data are kept, and how long."""
    adjustments: str
    """How to ask for an adjustment."""
    raters: str
    """How many people rate each subject at the least, in words: `two people`."""
    calls: str
    """How many referees are called at the least, in words: `four`; empty where nobody is."""


class Kit(NamedTuple):
    """Everything that the documents of the interview kit need beside the role."""

    sessions: tuple[Meeting, ...]
    """The sessions, in the order in which candidates meet them."""
    seats: tuple[Seat, ...]
    """The seats, in the order of the plan."""
    live_minutes: int
    """Minutes that a candidate spends in sessions."""
    live_time: str
    """The same in words: `7 hours`."""
    prep_minutes: int
    """Minutes of preparation asked of a candidate."""
    prep_time: str
    """The same in words, or empty."""
    interviewer_minutes: int
    """Minutes that all seats together spend in sessions, for each candidate."""
    write_up_minutes: int
    """Minutes that all seats together write up."""
    company_time: str
    """Both together: `17 h 45`."""
    busiest: tuple[str, ...]
    """Labels of the seats with the most minutes."""
    coverage: tuple[Coverage, ...]
    """Who rates what."""
    case: CaseWork | None
    """The work sample."""
    references: ReferenceCalls | None
    """The reference calls."""
    samples: tuple[Sample, ...]
    """The calibration page, in its order."""
    structure: Structure
    """The structure report."""
    guide: Guide
    """What candidates are told besides."""
    vacancy: Vacancy
    """The opening."""


class FlagBox(NamedTuple):
    """A red flag to tick."""

    id: str
    """Its field's name: `flag-strategy-1`."""
    text: str
    """The flag."""


class Item(NamedTuple):
    """Something that is rated on a card."""

    id: str
    """Its name: the question's id, or `case_strategy` for a competency rated on the case."""
    kind: str
    """`Behavioural`, `Situational` or `Case`."""
    ask: str
    """The question, or what the case shows."""
    answers: tuple[Level, ...]
    """Key answers, the best first."""
    mine: bool
    """Whether this seat asks it."""


class Sheet(NamedTuple):
    """A competency on a card."""

    competency: Competency
    """The competency, with its anchors."""
    items: tuple[Item, ...]
    """What is rated."""
    flags: tuple[FlagBox, ...]
    """Red flags to tick."""


class Card(NamedTuple):
    """A scorecard: one seat in one session."""

    id: str
    """Session and seat: `direction-chief`."""
    session: Meeting
    """The session."""
    seat: Seat
    """The seat."""
    sheets: tuple[Sheet, ...]
    """What is rated, a competency each."""
    machine: tuple[tuple[str, str], ...]
    """What a filled card is recognised by: name and value of each hidden field."""

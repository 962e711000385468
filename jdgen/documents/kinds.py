"""The documents that a role becomes: what they are called, who reads them, and in which forms they come."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Literal, NamedTuple

from jdgen.language import phrase

if TYPE_CHECKING:
    from collections.abc import Iterable

Audience = Literal["public", "internal"]
Paper = Literal["a4", "letter"]


class Kind(StrEnum):
    """A document, by the name of its template."""

    POSTING = "posting"
    RUBRIC = "rubric"
    GUIDE = "guide"
    BRIEF = "brief"
    CHECKLIST = "checklist"
    PLAN = "plan"
    KIT = "kit"
    SCORECARD = "scorecard"
    ASSESSOR = "assessor"
    REFERENCES = "references"
    RULES = "rules"
    TRACEABILITY = "traceability"
    STRUCTURE = "structure"
    DATA = "data"
    COMPARISON = "comparison"
    PACKET = "packet"

    @property
    def audience(self) -> Audience:
        """Who may read it."""
        return "public" if self in PUBLIC else "internal"

    @property
    def about(self) -> About:
        """How it is called."""
        return ABOUT[self]


class About(NamedTuple):
    """How a document is called."""

    file: str
    """Its part of the file's name."""
    title: str
    """Its title; empty where the role's own title stands alone."""
    description: str
    """One sentence, with `{title}` for the role's; empty where the role's mission says it."""


PUBLIC = {Kind.POSTING, Kind.GUIDE, Kind.BRIEF}
"""What candidates read."""

SEVERAL = {Kind.KIT, Kind.SCORECARD}
"""What comes as a file for each seat."""

KIT = tuple(kind for kind in Kind if kind not in {Kind.COMPARISON, Kind.PACKET})
"""What `jdgen kit` writes."""

BOARDS = {
    "google": "google.jsonld", "linkedin": "linkedin.json", "indeed": "indeed.xml", "greenhouse": "greenhouse.json",
    "lever": "lever.json", "jsonresume": "jsonresume.json",
}  # fmt: skip
"""Job boards, each with the ending of the file that it takes."""

PUBLISHED = {"jsonld", "archive.pdf", *BOARDS.values()}
"""Forms of what is published; no other document comes in them."""

MAIN = (Kind.POSTING, Kind.RUBRIC)
"""What `jdgen ROLE` writes."""

ABOUT = {
    Kind.POSTING: About("posting", "", ""),
    Kind.RUBRIC: About(
        "rubric",
        phrase("Interview rubric"),
        phrase("How candidates for {title} are assessed: questions, anchors, weights and rule."),
    ),
    Kind.GUIDE: About(
        "candidate-guide",
        phrase("Candidate guide"),
        phrase("What to expect from the interviews for {title}, and how to prepare."),
    ),
    Kind.BRIEF: About(
        "case-brief",
        phrase("Case brief"),
        phrase("The case that every candidate for {title} works on: task, figures, facts."),
    ),
    Kind.CHECKLIST: About(
        "screening-checklist",
        phrase("Screening checklist"),
        phrase("Requirements of {title} that are checked before the first interview."),
    ),
    Kind.PLAN: About(
        "interview-plan",
        phrase("Interview plan"),
        phrase("Who interviews candidates for {title}, when, about what and for how long."),
    ),
    Kind.KIT: About(
        "kit",
        phrase("Interview kit"),
        phrase("All that one interviewer of candidates for {title} needs in the room."),
    ),
    Kind.SCORECARD: About(
        "scorecard",
        phrase("Scorecard"),
        phrase("One interviewer's ratings and evidence from one session with a candidate for {title}."),
    ),
    Kind.ASSESSOR: About(
        "case-assessor-guide",
        phrase("Case assessor guide"),
        phrase("What the case for {title} hides, what its figures come to, and how it is rated."),
    ),
    Kind.REFERENCES: About(
        "reference-guide",
        phrase("Reference guide"),
        phrase("Structured reference calls about finalists for {title}."),
    ),
    Kind.RULES: About(
        "scoring-rules",
        phrase("Scoring rules"),
        phrase("From ratings to an outcome for {title}, on one page."),
    ),
    Kind.TRACEABILITY: About(
        "traceability",
        phrase("Traceability matrix"),
        phrase("Where each posted line of {title} is assessed, and the way back."),
    ),
    Kind.STRUCTURE: About(
        "structure-report",
        phrase("Structure report"),
        phrase("How structured the interviews for {title} are, and what is missing."),
    ),
    Kind.DATA: About(
        "rubric", phrase("Rubric as data"), phrase("The resolved role {title} for other systems.")
    ),
    Kind.COMPARISON: About(
        "comparison",
        phrase("Comparison"),
        phrase("Who owns what: {title} beside another role, and which of the two comes first."),
    ),
    Kind.PACKET: About(
        "debrief-packet",
        "Debrief packet",
        "What the locked scorecards of candidates for {title} come to by the rule that was fixed beforehand.",
    ),
}


def stem(role: str, stage: str, name: str) -> str:
    """Returns the name of a document's file without its ending; ASCII."""
    return f"{role}-{stage}-{name}"


def endings(kind: Kind, asked: Iterable[str]) -> tuple[str, ...]:
    """Returns the file endings in which a document comes when the formats `asked` are wanted; text always comes first."""
    asked = tuple(it for it in asked if kind is Kind.POSTING or it not in PUBLISHED)
    match kind:
        case Kind.SCORECARD:  # a card is filled in: as text, or as a form
            return ("yaml", *(it for it in asked if it == "pdf"))
        case Kind.TRACEABILITY:
            return (*asked, "csv")
    return asked

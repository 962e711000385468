"""What the debrief has to close with a reason, each with the words that belong to it (rubric 7.7)."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Literal, NamedTuple

from jdgen.scoring.ratings import marks

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from jdgen.schema import Profile
    from jdgen.schema.candidates import Candidate
    from jdgen.scoring.competency import Score
    from jdgen.scoring.planned import Cell, Plan
    from jdgen.scoring.ratings import Cards, Mark
    from jdgen.scoring.requirements import Standing

Kind = Literal["disagreement", "red flag", "reference", "requirement"]


class Quote(NamedTuple):
    """What somebody wrote."""

    session: str
    """The session, or empty for a reference."""
    source: str
    """The seat that wrote it, or what the referee was to the candidate."""
    question: str
    """The question that it answers, or empty."""
    text: str
    rating: Mark = None
    """The rating that it stands for, as the result counts it; None where there is none."""


class Flag(NamedTuple):
    """Something to discuss, whatever the total."""

    id: str
    """Its name in `closed`: `disagreement-budget`, `red-flag-budget-1`, `reference-budget`, `requirement-degree`."""
    kind: Kind
    subject: str
    """The competency or requirement."""
    text: str
    """The red flag's words; empty for other kinds."""
    value: Fraction | None
    """How far raters are apart, or the mean that does not meet a skill; None where nothing is measured."""
    quotes: tuple[Quote, ...]
    """The evidence, in the order of the plan."""
    closed: str
    """Why the debrief closed it; empty while it is open."""

    @property
    def is_open(self) -> bool:
        """Whether nobody has closed it yet."""
        return not self.closed


class Ground(NamedTuple):
    """What flags are raised on: one candidate's cards and results."""

    profile: Profile
    plan: Plan
    cards: Cards
    candidate: Candidate
    scores: Sequence[Score]
    standings: Sequence[Standing]


def flags(ground: Ground) -> tuple[Flag, ...]:
    """Returns the flags of a candidate: disagreements, red flags, contradictions, musts that are not met."""
    raised = (*_disagreements(ground), *_red_flags(ground), *_contradictions(ground), *_unmet(ground))
    return tuple(it._replace(closed=ground.candidate.closed.get(it.id, "")) for it in raised)


def unraised(candidate: Candidate, raised: Iterable[Flag]) -> tuple[str, ...]:
    """Returns the names in `closed` that are no flag of the candidate: a slip, or a flag that a revision took away."""
    return tuple(sorted(candidate.closed.keys() - {it.id for it in raised}))


def _disagreements(ground: Ground) -> Iterator[Flag]:
    limit = Fraction(ground.profile.scoring.disagreement)
    for it in ground.scores:
        if it.spread is not None and it.spread >= limit:
            quotes = _quotes(ground.plan[it.competency], ground.cards)
            yield Flag(
                f"disagreement-{it.competency}", "disagreement", it.competency, "", it.spread, quotes, ""
            )


def _red_flags(ground: Ground) -> Iterator[Flag]:
    """Yields a flag for each box that somebody ticked and wrote evidence for: words and quotes of all who did."""
    for name, cells in ground.plan.items():
        ticked: dict[str, list[Quote]] = {}
        for cell in cells:
            quotes = _quotes([cell], ground.cards)
            for text in _ticked(cell, name, ground.cards) if quotes else ():
                ticked.setdefault(text, []).extend(quotes)
        for text, number in _numbered(ground.profile.competencies[name].red_flags, ticked):
            yield Flag(f"red-flag-{name}-{number}", "red flag", name, text, None, tuple(ticked[text]), "")


def _contradictions(ground: Ground) -> Iterator[Flag]:
    said: dict[str, list[Quote]] = {}
    for call in ground.candidate.references:
        for subject, it in call.results.items():
            if it.result == "contradicts":
                said.setdefault(subject, []).append(Quote("", call.referee, "", it.evidence or ""))
    for subject, quotes in sorted(said.items()):
        yield Flag(f"reference-{subject}", "reference", subject, "", None, tuple(sorted(quotes)), "")


def _unmet(ground: Ground) -> Iterator[Flag]:
    for it in ground.standings:
        if it.must and it.status == "not_met":
            quotes = (Quote("", it.by, "", it.note),) if it.note else ()
            yield Flag(
                f"requirement-{it.requirement}", "requirement", it.requirement, "", it.score, quotes, ""
            )


def _ticked(cell: Cell, competency: str, cards: Cards) -> tuple[str, ...]:
    card = cards.get((cell.session, cell.seat))
    return tuple(dict.fromkeys(card.red_flags.get(competency, ()))) if card else ()


def _numbered(known: Sequence[str], ticked: Mapping[str, object]) -> Iterator[tuple[str, int]]:
    """Yields what was ticked with its number on the card; what the card does not list comes after, by its words."""
    listed = [*known, *sorted(set(ticked).difference(known))]
    return ((text, number) for number, text in enumerate(listed, 1) if text in ticked)


def _quotes(cells: Iterable[Cell], cards: Cards) -> tuple[Quote, ...]:
    """Returns the evidence written on questions that count."""
    return tuple(
        Quote(cell.session, cell.seat, question, card.evidence[question], mark)
        for cell in cells
        if (card := cards.get((cell.session, cell.seat)))
        for question, mark in zip(cell.questions, marks(cell, cards, revised=True), strict=True)
        if question in card.evidence
    )

"""Rules about what the law of some places wants said in so many words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jdgen.checks.posting.laws import duties, in_doubt, severity_of
from jdgen.checks.posting.rule import Fault, rule
from jdgen.checks.posting.search import hits
from jdgen.role.terms import PAID

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jdgen.checks.posting.posting import Posting


@rule("co-deadline")
def no_deadline_in_colorado(posting: Posting) -> Iterator[Fault]:
    """Yields a fault where a posting that Colorado's law speaks to says no last day to apply, or that there is none."""
    for duty in duties(posting):
        if "deadline" in duty.law.shows:
            if not _says_until_when(posting):
                message = f"Colorado wants the last day to apply: write `closing_date: 2027-01-31`, or `ongoing`{in_doubt(duty)}"
                yield Fault(posting.company_place("closing_date"), message, "", severity_of(posting, duty))
            elif not posting.shows("apply"):
                message = f"Colorado wants the posting to say how to apply: print `role.how_to_apply` in the template{in_doubt(duty)}"
                yield Fault(posting.company_place("apply"), message, "", severity_of(posting, duty))


def _says_until_when(posting: Posting) -> bool:
    known = posting.job.closes or posting.job.ongoing
    return bool(known) and (posting.shows("closing_date") or posting.shows("apply"))


@rule("on-ai-statement")
def no_ai_statement(posting: Posting) -> Iterator[Fault]:
    """Yields a fault where Ontario's law speaks to the posting and it does not say whether artificial intelligence is used."""
    yield from _not_said(
        posting,
        "ai",
        "ai_screening",
        "whether artificial intelligence screens, assesses or selects applicants",
    )


@rule("on-vacancy-statement")
def no_vacancy_statement(posting: Posting) -> Iterator[Fault]:
    """Yields a fault where Ontario's law speaks to the posting and it does not say whether there is a vacancy."""
    yield from _not_said(
        posting, "vacancy", "existing_vacancy", "whether the posting is for a vacancy that exists"
    )


def _not_said(posting: Posting, shown: str, field: str, what: str) -> Iterator[Fault]:
    for duty in duties(posting):
        if shown in duty.law.shows and not posting.shows(field):
            known = getattr(posting.resolved.company, field) is not None
            fix = "print `role.notices` in the template" if known else f"write `{field}: true` or `false`"
            message = f"Ontario wants it said {what}: {fix}{in_doubt(duty)}"
            yield Fault(posting.company_place(field), message, "", severity_of(posting, duty))


@rule("commission-statement")
def no_commission_statement(posting: Posting) -> Iterator[Fault]:
    """Yields a fault where pay is by commission or tips and the posting does not say it in the form that the law asks for."""
    said = posting.shows("paid_by")
    typed = {} if said else {words for _, words in hits(posting.blocks, COMMISSION, "commission")}
    kind = posting.job.paid_by if posting.job.paid_by != "salary" else ("commission" if typed else "")
    for duty in duties(posting) if kind and not said else ():
        if getattr(duty.law, kind, "") == "statement":
            told = (
                "print `role.notices` in the template"
                if posting.job.paid_by == kind
                else f"write `paid_by: {kind}`"
            )
            message = f"{duty.law.law}: the posting must say “{PAID[kind]}”: {told}{in_doubt(duty)}"
            yield Fault(posting.company_place("paid_by"), message, "", severity_of(posting, duty))


COMMISSION = (
    r"\b(commission[- ]only|100 ?% commission|paid (by|on) commission( only| alone)?|straight commission)\b"
)

"""Rules about what a posting asks of people: how much, why, and whether it contradicts itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jdgen.checks.posting.rule import Fault, rule
from jdgen.checks.posting.search import hits
from jdgen.role.job import LEVELS
from jdgen.schema.requirement import Certification, Degree

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jdgen.checks.finding import Severity
    from jdgen.checks.posting.posting import Block, Posting

FINE, MANY = 7, 10
"""Lines under what is needed: up to the first they are read, above the second they put people off. Our own figures."""

WELCOME = 5
"""Lines under what is welcome."""

DEGREE = (
    r"\bdegree (?:in(?! which)|from an?\b|required)\b|\b(?:bachelor|master|university|college|advanced|graduate|academic)(?:[’']?s)?"
    r"(?: or \w+(?:[’']?s)?)? degree\b|\b(?:bachelor[’']?s|BSc|MSc|MBA|PhD|Ph\.D|doctorate|diploma)\b"
)
HIGHER = r"\bmaster(?:[’']?s)? degree\b|\badvanced degree\b|\b(?:MSc|MBA|PhD|Ph\.D|doctorate)\b"
EQUIVALENT = (
    "equivalent",
    "comparable",
    "or experience",
    "or the same",
    "or practical",
    "similar experience",
    "gleichwertig",
    "équivalent",
)
CERTIFICATE = r"\b(?:CSM|CSPO|PMP|PRINCE2|ITIL|CISSP|CFA|SAFe|AWS certified|certifi(?:ed|cates?|cations?)|licen[cs]ed)\b"


@rule("ada-essential")
def nothing_essential(posting: Posting) -> Iterator[Fault]:
    """Yields a fault where no duty is marked as critical."""
    profile = posting.resolved.profile
    if not any(it.importance == "critical" for it in profile.responsibilities.values()):
        message = "no duty is critical, so nothing shows which functions are essential: set `importance: critical` where the role fails without"
        yield Fault(posting.resolved.place("responsibilities"), message)


@rule("degree-inflation")
def degree_without_equivalent(posting: Posting) -> Iterator[Fault]:
    """Yields a fault where everyone needs a degree and no experience counts as much."""
    message = "asks for a degree and lets no experience count as much: add “or equivalent experience” in `or_equivalent`, or waive it with the law that asks for it"
    for name, it in posting.resolved.profile.requirements.items():
        if (
            isinstance(it, Degree)
            and it.importance == "must"
            and "experience" not in (it.or_equivalent or "")
        ):
            yield Fault(posting.resolved.place("requirements", name), f"'{name}' {message}")
    for block, words in _typed(
        posting, DEGREE, "degree bachelor bachelors bsc msc mba phd ph doctorate diploma"
    ):
        if not any(it in block.text.casefold() for it in EQUIVALENT):
            yield Fault(block.at(words), f"'{words}' {message}")


@rule("degree-overreach")
def degree_above_bachelor(posting: Posting) -> Iterator[Fault]:
    """Yields a fault where everyone needs more than a bachelor's degree and no reason is given."""
    message = (
        "asks everyone for more than a bachelor's degree: say in `because` what needs it, or ask for less"
    )
    requirements = posting.resolved.profile.requirements
    if "research" in posting.role.title.casefold():
        return
    for name, it in requirements.items():
        if (
            isinstance(it, Degree)
            and it.importance == "must"
            and not it.because
            and min(map(LEVELS.index, it.levels)) > 0
        ):
            yield Fault(posting.resolved.place("requirements", name), f"'{name}' {message}")
    for block, words in _typed(posting, HIGHER, "degree msc mba phd ph doctorate"):
        reasons = [requirements[it.name].because for it in block.origins if it.name in requirements]
        low = block.text.casefold()
        if not any(reasons) and "bachelor" not in low and not any(it in low for it in EQUIVALENT):
            yield Fault(block.at(words), f"'{words}' {message}")


def _typed(posting: Posting, pattern: str, signs: str) -> Iterator[tuple[Block, str]]:
    """Yields what lines under "You need" say in words where a requirement of its own kind would say it in fields; once a line."""
    seen = set()
    for block, words in hits((it for it in posting.blocks if _in_words(it, posting)), pattern, signs):
        if block.line not in seen:
            seen.add(block.line)
            yield block, words


def _in_words(block: Block, posting: Posting) -> bool:
    """Returns whether a block is a line under "You need" that is not made from the fields of a degree or certificate."""
    kinds = posting.resolved.profile.requirements
    made = any(
        isinstance(kinds.get(it.name), Degree | Certification)
        for it in block.origins
        if it.field == "requirements"
    )
    return block.among == "requirements" and block.kind != "heading" and not made


@rule("job-related")
def not_job_related(posting: Posting) -> Iterator[Fault]:
    """Yields a fault for each must that no duty needs, or that nothing assesses."""
    for name, it in posting.resolved.profile.requirements.items():
        condition = (
            it.kind == "logistics"
        )  # a work permit is no ability: the law asks for it, whatever the duties
        if it.importance == "must" and not condition and not (it.serves and it.assess):
            lacking = (
                "no duty needs it: name one in `serves`"
                if not it.serves
                else "nothing assesses it: name a competency or session in `assess`"
            )
            yield Fault(
                posting.resolved.place("requirements", name),
                f"everyone must bring '{name}', and {lacking}, or drop it",
                name,
            )


@rule("too-many-requirements")
def too_many_musts(posting: Posting) -> Iterator[Fault]:
    """Yields a fault where more lines stand under what is needed than people read as conditions."""
    count = len(posting.role.must_lines)
    if count > FINE:
        severity: Severity | None = "error" if count > MANY and posting.strict else None
        message = f"{count} lines stand under what everyone needs; up to {FINE} are read: make some `preferred`, or join those that one interview settles"
        yield Fault(posting.resolved.place("requirements"), message, "", severity)


@rule("nice-to-have")
def too_much_welcome(posting: Posting) -> Iterator[Fault]:
    """Yields a fault where the list of what is welcome is long."""
    count = len(posting.role.preferred_lines)
    if count > WELCOME:
        message = f"{count} lines stand under what is welcome; more than {WELCOME} are read as conditions: keep those that would decide between two people"
        yield Fault(posting.resolved.place("requirements"), message)


@rule("cert-inflation")
def certificate_without_duty(posting: Posting) -> Iterator[Fault]:
    """Yields a fault where everyone needs a certificate that no duty needs."""
    message = "asks everyone for a certificate that no duty needs: name the duty in `serves`, or make it `preferred`"
    requirements = posting.resolved.profile.requirements
    for name, it in requirements.items():
        if isinstance(it, Certification) and it.importance == "must" and not it.serves:
            yield Fault(posting.resolved.place("requirements", name), f"'{name}' {message}")
    signs = "csm cspo pmp prince itil cissp cfa safe certified certificate certificates certification certifications licensed licenced"
    for block, words in _typed(posting, CERTIFICATE, signs):
        if not any(requirements[it.name].serves for it in block.origins if it.name in requirements):
            yield Fault(block.at(words), f"'{words}' {message}")

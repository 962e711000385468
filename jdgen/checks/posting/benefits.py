"""Rules about what comes with the pay: benefits, and other compensation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jdgen.checks.posting.laws import duties, in_doubt, severity_of
from jdgen.checks.posting.rule import Fault, rule
from jdgen.checks.posting.search import hits
from jdgen.errors import in_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jdgen.checks.finding import Severity
    from jdgen.checks.posting.posting import Block, Posting

KINDS = {
    "health": ("health", "medical", "dental", "sick", "kranken"),
    "retirement": ("retire", "pension", "401(k)", "401k", "403(b)", "superannuation", "rrsp", "altersvorsorge", "retraite"),
    "paid time off": (
        "paid leave", "paid time off", "pto", "vacation", "holiday", "days off", "days of leave", "days of paid", "annual leave",
        "urlaub", "congé",
    ),
}  # fmt: skip
"""What a general description of benefits names, each with words that name it."""


@rule("benefits-missing")
def benefits_missing(posting: Posting) -> Iterator[Fault]:
    """Yields a fault for each law that asks for benefits or other compensation which the posting does not describe."""
    lacking = list(_undescribed(posting))
    for duty in duties(posting):
        wanted = [(field, said) for field, of, said in lacking if of in duty.law.shows]
        if wanted:
            told = "; ".join(said for _, said in wanted)
            message = (
                f"{duty.law.law}: the posting must describe benefits and other pay: {told}{in_doubt(duty)}"
            )
            yield Fault(posting.company_place(wanted[0][0]), message, duty.law.id, severity_of(posting, duty))


def _undescribed(posting: Posting) -> Iterator[tuple[str, str, str]]:
    """Yields the field, what a law calls it, and what to write."""
    said = " ".join(
        block.text for block in posting.blocks if "benefits" in {it.section for it in block.origins}
    ).casefold()
    if not said:
        yield "benefits", "benefits", "list `benefits`"
    elif missing := [name for name, words in KINDS.items() if not any(word in said for word in words)]:
        yield (
            "benefits",
            "benefits",
            f"say in `benefits` what there is of {in_words(missing, 'and')}, or that there is none",
        )
    if not posting.shows("other_compensation"):
        yield (
            "other_compensation",
            "other",
            "list bonus, commission and equity in `other_compensation`, or write that there are none",
        )


@rule("benefits-vague")
def benefits_vague(posting: Posting) -> Iterator[Fault]:
    """Yields a fault where benefits are praised or broken off in the place of being named."""
    severity: Severity = (
        "error" if any("benefits" in duty.law.shows for duty in duties(posting)) else "warning"
    )
    for block, words in (*_praise(posting), *_broken_off(posting)):
        message = f"'{words}' describes no benefit: name each kind, such as health insurance, pension and paid leave"
        yield Fault(block.at(words), message, "", severity)


def _of_benefits(block: Block) -> bool:
    return block.among in {"benefits", "pay"} or any(it.section == "benefits" for it in block.origins)


def _praise(posting: Posting) -> Iterator[tuple[Block, str]]:
    """Yields praise of benefits that stands alone: the list of benefits beside it, or the line itself, names none."""
    adjectives = "great excellent generous attractive competitive amazing full comprehensive usual standard"
    pattern = rf"\b({adjectives.replace(' ', '|')}) (range of |package of )?(benefits|perks)( package)?\b"
    for block, words in hits(posting.blocks, pattern, "benefits perks", adjectives):
        low = block.text.casefold()
        named = any(word in low for kind in KINDS.values() for word in kind)
        if not named and (_of_benefits(block) or not posting.shows("benefits")):
            yield block, words


def _broken_off(posting: Posting) -> Iterator[tuple[Block, str]]:
    """Yields what leaves a list of benefits open."""
    pattern = r"\b(and|plus) (so )?(much |many )?more\b(?! than)|\betc\b\.?"
    return hits(filter(_of_benefits, posting.blocks), pattern, "more etc")

"""Rules about how pay is spoken of: closed ranges with a period, and no question about past pay."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jdgen.checks.posting.laws import duties, workplaces
from jdgen.checks.posting.rule import Fault, rule
from jdgen.checks.posting.search import hits, sentence_of
from jdgen.schema.regions import REGIONS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jdgen.checks.finding import Severity
    from jdgen.checks.posting.posting import Block, Posting

WORK = ("title", "mission", "responsibilities", "requirements", "preferred", "outcomes", "areas")
"""Sections about the work, where a sum of money is a budget or a result."""

NOUNS = "salary salaries pay wage wages compensation remuneration"
NOUN = r"(?:salary|salaries|pay|wages?|compensation|remuneration)"
AMOUNT = r"(?:(?:[$€£]|\b(?:USD|EUR|GBP|CAD|CHF)\b)\s?\d[\d,.]*\s?k?|\b\d[\d,.]*\s?k?\s?(?:[$€£]|\b(?:USD|EUR|GBP|CAD|CHF)\b))"
SIGNS = ("$", "€", "£", "USD", "EUR", "GBP", "CAD", "CHF")

LEADS = frozenset(
    "up from starting starts start begins least minimum less above more plus upward upwards north over excess min".split()  # noqa: SIM905 - as the other lists of words
)
OPEN = rf"\b(?:up to|(?:starting|starts?|begins) (?:at|from)|from|at least|min(?:imum|\.)?(?: of)?|no less than|north of|(?:well )?over|in excess of|upwards? of)\s+{AMOUNT}|{AMOUNT}\s?(?:\+|and (?:up|above|more)|or more|plus\b|upwards?|min(?:imum)?\b)"
BARE = rf"\b{NOUN}\W+(?:\w+\W+){{0,3}}(?:up to|starting (?:at|from)|starts? (?:at|from)|from|at least)\s+\d{{2,3}}(?:\s?k\b|[,.]\d{{3}}\b)"
"""A figure without its currency, in a sentence that names pay."""
CLOSED = rf"^\s*(?:to|-|–|—|and)\s*(?:{AMOUNT}|\d)"
VAGUE_WORDS = "competitive attractive market negotiable figure doe depend depends depending dependent commensurate based according open tbd"
VAGUE = (
    rf"\b(?:highly |very )?(?:competitive|attractive|market[- ]rate|(?:six|five|[56])[- ]figure) (?:base |total |annual |starting )*{NOUN}\b"
    rf"|\b{NOUN}(?: range)?(?: is|:)? (?:competitive|negotiable|DOE|open|tbd)\b|(?-i:\bDOE\b)"
    rf"|\b{NOUN}\b[^.;]*\b(?:depend(?:s|ing|ent) on|commensurate with|based on|according to) (?:your |the )?(?:experience|qualifications?|skills)"
    rf"|\b{NOUN} (?:that is |which is )?(?:in line with|at|above|matching) (?:the )?market\b|\bat market rates?\b"
)
OTHER = (
    "bonus", "commission", "equity", "percent", "%", "budget", "allowance", "stipend", "match", "referral", "revenue", "sign-on",
)  # fmt: skip
"""Words that say that a sum is not the base pay."""

PERIOD = r"\b(?:(?:a|an|per|each|/ ?)\s?(?:year|month|week|day|hour|annum)|/ ?(?:yr|year|h|hr|hour|month)|annual(?:ly)?|yearly|monthly|weekly|daily|hourly|p\.?a\.?)\b"


@rule("pay-open-ended")
def open_ended_pay(posting: Posting) -> Iterator[Fault]:
    """Yields a fault where pay is spoken of without an end, or with a word in the place of the figure."""
    asked = any("pay" in it.law.shows for it in duties(posting))
    severity: Severity | None = None if asked else "warning"
    for block, words in _open_amounts(posting):
        message = f"'{words}' leaves one end of the pay open: write the lowest and the highest pay in `salary`, and drop this"
        yield Fault(block.at(words), message, "", severity)
    if posting.shows("salary"):
        return
    for block, words in hits(_elsewhere(posting), VAGUE, VAGUE_WORDS, f"{NOUNS} doe rate rates"):
        message = (
            f"'{words}' stands in the place of a figure: write `salary` with `low`, `high` and `currency`"
        )
        yield Fault(block.at(words), message, "", severity)


def _open_amounts(posting: Posting) -> Iterator[tuple[Block, str]]:
    """Yields amounts of base pay with one end open."""
    for block, words in hits((it for it in _sums(posting) if "+" in it.text or LEADS & it.words), OPEN):
        rest = block.text.partition(words)[2]
        if _about_pay(block, words) and not re.match(CLOSED, rest, re.IGNORECASE):
            yield block, words
    bare = (it for it in _elsewhere(posting) if not any(sign in it.text for sign in SIGNS))
    for block, words in hits(bare, BARE, NOUNS, " ".join(LEADS)):
        rest, low = block.text.partition(words)[2], block.text.casefold()
        if not re.match(CLOSED, rest) and not any(it in low for it in OTHER):
            yield block, words


def _elsewhere(posting: Posting) -> Iterator[Block]:
    """Yields the blocks that are not about the work itself."""
    return (it for it in posting.blocks if it.section not in WORK)


def _sums(posting: Posting) -> Iterator[Block]:
    """Yields the blocks with a sum of money, but for the pay range that is made from fields."""
    for block in _elsewhere(posting):
        made = block.kind == "bullet" and {it.field for it in block.origins} == {"salary"}
        if not made and any(sign in block.text for sign in SIGNS):
            yield block


def _about_pay(block: Block, words: str) -> bool:
    """Returns whether a sum of money is the base pay: its sentence, or its heading, speaks of pay and of nothing else."""
    said = sentence_of(block.text, words)
    alone = (
        len(said.split()) <= ALONE
        and block.section != "benefits"
        and re.search(PERIOD, said, re.IGNORECASE)
        and not re.search(PRICED, said, re.IGNORECASE)
    )
    headed = re.search(NAMED, block.heading, re.IGNORECASE) and "benefit" not in block.heading.casefold()
    named = alone or headed or re.search(NAMED, said, re.IGNORECASE)
    if re.match(MILLIONS, block.text.partition(words)[2]):
        return False
    return bool(named) and not any(it in said.casefold() for it in OTHER)


NAMED = r"(?<!we )(?<!to )(?<!you )(?<!will )(?<!not )(?<!that )(?<!who )(?<!customers )(?<!clients )(?<!users )\bpay\b(?! for| attention| you)|\b(?:salary|salaries|wages?|compensation|remuneration)\b"
"""Pay as a thing, and not as something that is done."""

PRICED = r"\b(?:plans?|pric(?:es?|ing|ed)|costs?|subscriptions?|apps?|tools?|products?|services?|customers?|clients?|users?)\b"
"""What a sum is of that stands in a short sentence and is nobody's pay."""

MILLIONS = r"\s?(?:million|billion|m|bn)\b"
"""What follows a sum that is nobody's pay."""

ALONE = 7
"""Words up to which a sum with a period stands for itself."""


@rule("pay-period")
def pay_without_period(posting: Posting) -> Iterator[Fault]:
    """Yields a fault where an amount of base pay is typed without saying for what time."""
    for block, words in hits(_sums(posting), AMOUNT):
        said = sentence_of(block.text, words)
        if _about_pay(block, words) and not re.search(PERIOD, said, re.IGNORECASE):
            message = f"'{words}' is pay without a period: write `salary` with `period`, and print `role.pay` in the place of a typed figure"
            yield Fault(block.at(words), message)
            return


@rule("on-canadian-experience")
def canadian_experience(posting: Posting) -> Iterator[Fault]:
    """Yields a fault where a posting that Ontario's law speaks to asks for experience in Canada."""
    if not any("no_canadian_experience" in it.law.shows for it in duties(posting)):
        return
    pattern = r"\bCanadian (?:work |job |professional |industry |market )*(?:experience|background|history|employment)\b|\bexperience (?:of working |working )?in Canada\b"
    for block, words in hits(posting.blocks, pattern, "canadian canada"):
        message = f"'{words}': Ontario lets no posting ask for experience in Canada: name the skill or the knowledge itself"
        yield Fault(block.at(words), message)


PAST = "current present previous last latest past prior recent history"

ASKING = r"\b(?:your|applicants?['’]?s?|candidates?['’]?s?|disclose|provide|state|share|include|proof)\b"
"""What asks, in a section about the work, where pay may also be what the product is about."""


@rule("salary-history")
def salary_history(posting: Posting) -> Iterator[Fault]:
    """Yields a fault where applicants are asked what they earn or earned."""
    banned = any("no_pay_history" in it.law.shows for it in duties(posting))
    noun = rf"(?:{NOUN}|earnings|income|package|CTC)"
    pattern = rf"\b(?:current|present|previous|last(?: drawn)?|latest|past|prior|most recent) {noun}\b(?! (?:ranges?|bands?|scales?|levels?))|\b{noun} history\b"
    for block, words in (
        *hits(posting.blocks, pattern, PAST, f"{NOUNS} earnings income package ctc"),
        *hits(posting.blocks, ASKED, "earn make", "what much", "do did"),
    ):
        said = sentence_of(block.text, words)
        if not _declines(said) and (block.section not in WORK or re.search(ASKING, said, re.IGNORECASE)):
            yield _asks_past_pay(block, words, banned=banned)
    asked = (it for it in posting.blocks if {it.section, it.among} & {"apply", "process"})
    for block, words in hits(
        asked, EARNED, "earn earned earning make made paid slip slips stub stubs payslip payslips paystub paystubs w returns",
        "what much slip slips stub stubs payslip payslips paystub paystubs attach include send provide bring",
    ):  # fmt: skip
        if not _declines(sentence_of(block.text, words)):
            yield _asks_past_pay(block, words, banned=banned)


ASKED = r"\b(?:what|how much) (?:do|did) you (?:currently )?(?:earn|make)\b"

EARNED = r"\b(?:what|how much) you (?:currently |now |have |last )?(?:earn(?:ed)?|make|made|are (?:being )?paid|were paid)\b|\b(?:pay|wage|salary)[ -]?(?:slips?|stubs?)\b|\b(?:attach|include|send|provide|bring)\b[^.;]*\b(?:W-?2s?|tax returns?)\b"
"""How those who apply are asked for past pay in other words."""


def _asks_past_pay(block: Block, words: str, *, banned: bool) -> Fault:
    message = f"'{words}': the European Union and many states of the US forbid asking what people earned: ask whether the posted range suits them"
    return Fault(block.at(words), message, "", "error" if banned else None)


def _declines(sentence: str) -> bool:
    return re.search(DECLINED, sentence, re.IGNORECASE) is not None


DECLINED = (
    r"\b(?:do not|does not|don['’]t|doesn['’]t|will not|won['’]t|never|nobody|no one|not|nor|neither|without|cannot|leave out)\b(?:\W+\w+){0,4}?\W+"
    r"(?:ask\w*|tell|told|state|disclose|share|name|mention|requests?|requested|required?|want|need|matter|base\w*|consider\w*|look\w*|use\w*)\b"
    r"|\bleave\b[^.;]*\bout\b|\b(?:regardless|irrespective|independent(?:ly)?) of\b"
)
"""How a sentence says that past pay is not asked for."""


OUT = "not cannot can unable except exclude excludes excluded excluding other outside but need"


@rule("state-exclusion")
def excluded_state(posting: Posting) -> Iterator[Fault]:
    """Yields a fault where a remote posting shuts out the people of a state: Colorado does not take it for an escape."""
    if posting.job.remote != "full" or not any(it.country == "US" for it in workplaces(posting)[1]):
        return
    states = REGIONS["US"]
    names = f"{'|'.join(states.values())}|(?-i:{'|'.join(states)})"
    out = r"(?:not (?:be )?(?:available|open|eligible|offered|performed|accepted|done|hire|hiring)|cannot|can't|can’t|unable|except|exclud\w+|other than|outside(?: of)?|but not)"
    pattern = rf"\b{out}\b[^.;]*?\b(?:{names})\b|\b(?:{names})\b[^.;]*?\b(?:residents? )?(?:are |is )?(?:excluded|not eligible|need not apply|may not apply)\b"
    for block, words in hits(posting.blocks, pattern, " ".join((*states, *states.values())).casefold(), OUT):
        message = f"'{words}' shuts out the people of a state, which does not free the posting from that state's pay law: show what it asks for"
        yield Fault(block.at(words), message)

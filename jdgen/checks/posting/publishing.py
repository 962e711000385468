"""Rules of Google's job search about the text: a title that is one, a whole description, a way to apply, no fee."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jdgen.checks.posting.markup import found, there
from jdgen.checks.posting.required import is_draft
from jdgen.checks.posting.rule import Fault, rule
from jdgen.checks.posting.search import hits, sentence_of
from jdgen.checks.posting.visible import seen
from jdgen.errors import in_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jdgen.checks.posting.posting import Posting

NOISE = {
    "money": r"[$€£]|\b(?:USD|EUR|GBP|CAD|CHF|AUD)\b|\b\d{2,3}\s?[kK]\b|\d{1,3}(?:[,.]\d{3})+",
    "a number of the requisition": r"(?<!\w)#\s?\w|\b(?!ISO|IEC|NIST)[A-Z]{1,4}-?\d{3,}\b",
    "a date": r"\b20\d\d\b|\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b",
    "an advertisement": r"(?i)\bapply (?:now|today)\b|\burgent(?:ly)?\b|\basap\b|\bimmediate start\b|\bnow hiring\b|\bhiring\s*[!:]"
    r"|\bhiring (?:now|immediately|an?)\b|\b(?:is|are|we're|we’re) hiring\b",
    "signs that only draw attention": r"\||(?:[!*★☆✨🚀🔥].*){3}",
}
"""What is no part of a job's title, and how it looks."""

NOISY = frozenset(
    {"usd", "eur", "gbp", "cad", "chf", "aud", "apply", "urgent", "urgently", "asap", "immediate", "hiring"}
)
"""Words of which noise has one, if all of it is words."""

SHOUTED = 5
"""Letters of a word in capitals that is no abbreviation."""


@rule("google-title-noise")
def titles(posting: Posting) -> Iterator[Fault]:
    """Yields what a title holds beside the title."""
    place = posting.resolved.place("title")
    for title in dict.fromkeys([posting.role.title, *map(str, found(posting, "title"))]):
        noise = [*_noise(title), *_names(title, posting)]
        if noise:
            message = (
                f"the title “{title}” holds {in_words(noise, 'and')}: Google wants the job's title alone"
            )
            yield Fault(place if title == posting.role.title else there(posting), message)


def _noise(title: str) -> Iterator[str]:
    words = title.split()
    if not all(word.isalpha() for word in words) or not NOISY.isdisjoint(map(str.lower, words)):
        yield from (what for what, pattern in NOISE.items() if re.search(pattern, title))
    if title.isupper() and any(len(word) >= SHOUTED for word in re.findall(r"\w+", title)):
        yield "nothing but capitals"


def _names(title: str, posting: Posting) -> Iterator[str]:
    page = seen(title)
    if posting.role.company.name and page.says(posting.role.company.name):
        yield "the employer's name"
    if any(it.city and page.says(it.city) for it in posting.job.places):
        yield "the place"


HOURS = (
    "hours a week", "hours per week", "hours each week", "hours a day", "hours per day", "working hours", "work hours",
    "working time", "shift", "stunden pro woche", "wochenstunden", "arbeitszeit", "heures par semaine", "temps de travail",
)  # fmt: skip
EDUCATION = (
    "degree",
    "diploma",
    "education",
    "certificate",
    "certification",
    "abschluss",
    "studium",
    "diplôme",
    "formation",
)
EXPERIENCE = ("experience", "track record", "a record of", "erfahrung", "expérience")
"""Words of which one is there where a posting speaks of the subject, if only to say that nothing is asked."""


@rule("google-description-incomplete")
def descriptions(posting: Posting) -> Iterator[Fault]:
    """Yields what a description has to speak of and does not."""
    for text in map(str, found(posting, "description")):
        if text == posting.role.title or not re.search(r"<p>|<br\s*/?>|<ul>|\n", text):
            yield Fault(
                there(posting),
                "the markup's description is the title, or one block without <p>, <br> or <ul>",
                "html",
            )
    sections = {section for block in posting.blocks for section in (block.section, block.among)}
    for section, field in {"responsibilities": "responsibilities", "requirements": "must_lines"}.items():
        if section not in sections:
            message = f"the posting lists no {section}: print `role.{field}` in the template"
            yield Fault(posting.resolved.place(section), message, section)
    low = posting.text.casefold()
    given = (posting.job.hours and posting.shows("hours")) or any(it in low for it in HOURS)
    if posting.job.employment_type and not given:
        message = "the posting names a contract and no working hours: write hours: 40 hours a week"
        yield Fault(posting.company_place("hours"), message, "hours")
    for what, words in {"education": EDUCATION, "experience": EXPERIENCE}.items():
        if not any(it in low for it in words):
            message = f"the posting says nothing about {what}: name what is needed, or write that none is"
            yield Fault(posting.resolved.place("requirements"), message, what)


ADDRESS = r"https?://\S|\bwww\.\S|(?<![\w.+-])[\w.+-]+@[\w-]+\.\w|\+?\d[\d ()/.-]{6,}\d"
"""A page, an e-mail address, a telephone number."""


@rule("google-no-apply")
def ways_to_apply(posting: Posting) -> Iterator[Fault]:
    """Yields a fault where nobody is told how to apply."""
    apply = posting.resolved.company.apply
    said = [block.text for block in posting.blocks if "apply" in {block.section, block.among}]
    said += [it.text for it in posting.blocks if it.section == "template" and "appl" in it.text.casefold()]
    told = apply is not None and apply.instructions and seen(posting.text).says(apply.instructions)
    if not (told or is_draft(posting) or any(re.search(ADDRESS, text) for text in said)):
        message = "the posting gives no way to apply: write apply: {url: https://example.com/jobs}, or an e-mail address"
        yield Fault(posting.company_place("apply"), message)


FEE = (
    r"\b(?:(?:application|registration|processing|enrolment|enrollment|admission|placement|onboarding|training|background[- ]check)"
    r"\s+(?:fee|charge|deposit)s?|(?:refundable|security)\s+deposit|pay(?:s|ing)?\s+(?:an?|the|your own|for (?:your|their|the|an?))\s+(?:\w+\s+){0,2}"
    r"(?:fee|deposit|training|uniform|starter kit|equipment|background check))\b"
)
FREE = r"\b(?:no|never|not|without|free|waives?d?|covers?|covered|reimburse(?:s|d|ments?)?|refunds?|we pay|paid by us|n't)\b"
DUTIES = ("responsibilities", "outcomes", "areas", "mission", "requirements", "preferred", "title")
"""Where a fee is what the product charges, not what an applicant pays."""


@rule("google-fee")
def fees(posting: Posting) -> Iterator[Fault]:
    """Yields each sentence that asks applicants for money."""
    blocks = (it for it in posting.blocks if it.section not in DUTIES)
    for block, words in hits(blocks, FEE, "fee fees deposit deposits charge charges pay pays paying"):
        if not re.search(FREE, sentence_of(block.text, words), re.IGNORECASE):
            message = (
                f"“{words}”: applicants must not be asked for money; take it out, or say that you pay it"
            )
            yield Fault(block.at(words), message)

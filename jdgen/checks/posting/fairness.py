"""Rules about equal treatment: what a posting says to everyone, and what it must not ask."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jdgen.checks.posting.laws import EU, work_regions
from jdgen.checks.posting.rule import Fault, rule
from jdgen.checks.posting.search import hits
from jdgen.checks.posting.wording import listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jdgen.checks.finding import Severity
    from jdgen.checks.posting.posting import Posting

EQUAL = (
    "equal", "regardless", "without regard", "discriminat", "same opportunity", "irrespective", "chancengleich", "unabhängig",
    "gleichbehand", "égalité", "sans distinction", "discrimination",
)  # fmt: skip
"""Words of which a statement of equal opportunity has one."""

CITY = frozenset(
    {"new york", "new york city", "nyc", "manhattan", "brooklyn", "queens", "bronx", "staten island"}
)


def _in_us(posting: Posting) -> bool:
    return any(it.country == "US" for it in work_regions(posting))


@rule("eeo-missing")
def no_equal_opportunity_statement(posting: Posting) -> Iterator[Fault]:
    """Yields a fault where the posting does not say that everyone has the same opportunity."""
    own = (posting.resolved.company.statement or "").casefold()
    if not posting.shows("statement"):
        message = "the posting has no statement of equal opportunity: print `role.statement` in the template"
        yield Fault(posting.company_place("statement"), message)
    elif own and not any(word in own for word in EQUAL):
        message = "`statement` does not say that everyone has an equal opportunity: say it, or leave the field out for a plain statement"
        yield Fault(posting.company_place("statement"), message)


@rule("ada-accommodation")
def accommodation_without_contact(posting: Posting) -> Iterator[Fault]:
    """Yields a fault where a posting for the United States names nobody to ask for an adjustment, or no way to reach them."""
    contact = posting.resolved.company.accommodation
    if not _in_us(posting):
        return
    if contact is None or not (contact.email or contact.phone) or not posting.shows("accommodation"):
        message = "the posting gives nobody to ask for an adjustment: write `accommodation` with a name and an e-mail address or a number"
        yield Fault(posting.company_place("accommodation"), message)


@rule("503-vevraa")
def contractor_statement(posting: Posting) -> Iterator[Fault]:
    """Yields a fault where a contractor of the US government does not name disability and veteran status."""
    said = posting.text.casefold()
    if posting.resolved.company.federal_contractor and not (
        "disabilit" in said and "protected veteran" in said
    ):
        message = "a federal contractor's posting names disability and protected-veteran status: print `role.notices` in the template"
        yield Fault(posting.company_place("federal_contractor"), message)


MODAL = "only must have need required mandatory necessary require requires requiring preferred"
NATION = r"(?-i:(?:[A-Z][\w.]*\s){1,2})"
CITIZENS = (
    rf"\b(?:citizens?|nationals?|green[- ]card holders|permanent residents) only\b|\bonly (?:hire |employ |accept |consider |open to )?{NATION}(?:citizens|nationals)\b"
    rf"|\b(?:must be|have to be|need to be) (?:an? )?{NATION}(?:citizens?|nationals?)\b|\b{NATION}citizenship (?:is )?(?:required|mandatory|a must|necessary)\b"
    rf"|\b(?:must|have to|need to) (?:hold|have) (?:{NATION}citizenship|an? (?:valid )?{NATION}passport)\b"
    r"|\b(?:must|have to|need to) be (?:an? )?(?:citizens?|nationals?) of\b"
    rf"|\b(?:require|requires|requiring) {NATION}citizenship\b"
    r"|\bnative[- ]born (?:\w+ )?citizens?\b|\b(?:USC|GC)(?:\s?/\s?(?:USC|GC))? only\b"
    rf"|\b{NATION}(?:citizens?|nationals?|citizenship|passport(?: holders?)?) (?:(?:is|are) )?(?:strongly )?(?:preferred|required)\b"
    r"|\b(?:only|solely|exclusively) (?:[\w.-]+ ){0,6}?(?:citizens|nationals|green[- ]card holders|permanent residents)\b"
    r"(?=[^.;]*\b(?:considered|apply|eligible|accepted|hired|invited|qualify)\b)"
)

CITIZEN = rf"^(?:an? )?{NATION}(?:citizens?|nationals?|citizenship)(?: or (?:[\w-]+ ){{0,3}}(?:citizens?|nationals?|citizenship|holders?|residents?))?\.?$|^(?:citizenship|nationality): *\w+"
"""A line that is nothing else."""


@rule("citizenship")
def citizens_only(posting: Posting) -> Iterator[Fault]:
    """Yields a fault where only citizens may apply and no law or contract is named for it."""
    if posting.resolved.company.citizenship_basis:
        return
    named = "citizen citizens citizenship national nationals nationality holders residents passport usc gc"
    for block, words in (
        *hits(posting.blocks, CITIZENS, named, MODAL),
        *hits(posting.blocks, CITIZEN, named),
    ):
        message = (
            f"'{words}' shuts out people who may work: ask for authorisation to work in the country, "
            "or name the law or contract in `citizenship_basis`"
        )
        yield Fault(block.at(words), message)


SHUT_OUT = "must currently presently no not need have cannot may only will are should required uninterrupted unbroken gapless"
UNEMPLOYED = (
    r"\bmust (?:be|have been) (?:(?:currently|presently|continuously) )+(?:employed|in work)\b|\bmust be employed\b(?! (?:by|as|for|in))"
    r"|\bmust be (?:currently |presently )?working\b(?: at present| right now| currently)?(?= *(?:[.,;]|$))|\b(?:currently|presently) employed (?:candidates|applicants|people|professionals)\b"
    r"|\b(?:no|not) (?:the )?unemployed\b|\bunemployed (?:candidates|applicants|people|persons)?\s?(?:need not|will not|are not|should not|cannot|may not)\b"
    r"|\bonly (?:currently |presently )?employed (?:candidates|applicants|people)\b|\bemployed candidates only\b|\bcurrent employment (?:is )?(?:required|a must)\b"
    r"|\bno (?:\w+ )?(?:gaps? in (?:\w+ )?employment|(?:employment|career) (?:gaps?|breaks?))\b"
    r"|\b(?:uninterrupted|unbroken|gapless) (?:employment|work|career)(?: (?:history|record))?\b"
    r"|\b(?:must|need to|have to) (?:currently|presently) (?:be (?:in|working|employed)|work|hold)\b"
    r"|\bnot (?:consider|accept|hire|interview|invite) (?:the |any )?unemployed\b|^(?:currently|presently) employed\b"
)


@rule("unemployed")
def no_unemployed(posting: Posting) -> Iterator[Fault]:
    """Yields a fault where people without work are shut out."""
    forbidden = any(
        it.code in {"US-NJ", "US-OR", "US-DC"} or (it.code == "US-NY" and it.city.casefold() in CITY)
        for it in work_regions(posting)
    )
    severity: Severity | None = "error" if forbidden else None
    for block, words in hits(
        posting.blocks,
        UNEMPLOYED,
        "employed unemployed employment working career currently presently continuously uninterrupted unbroken gapless",
        SHUT_OUT,
    ):
        message = f"'{words}' shuts out people without work, which New Jersey, Oregon, Washington DC and New York City forbid: take it out"
        yield Fault(block.at(words), message, "", severity)


RECORDS = "record records background history conviction convictions felony felonies felons misdemeanor misdemeanors misdemeanour misdemeanours arrests offenders ex crime convicted arrested"
RECORD = (
    r"\b(?:clean|spotless|unblemished) (?:criminal |police |arrest )?(?:record|background|history)\b(?! (?:of|in|with(?! the police)|as))|\bno (?:prior )?(?:criminal|arrest|conviction|police) (?:records?|history|background|convictions?)\b"
    r"|\bno (?:prior )?(?:felony|felonies|misdemeanou?rs?|convictions|arrests)\b|\b(?:must|have to|has to|need to|required to|able to|ability to) (?:pass|clear|undergo|submit to|complete)\b[^.;]{0,40}?\bbackground (?:check|screening|investigation)s?\b"
    r"|\b(?:felons?|ex-offenders|ex-con(?:vict)?s) need not apply\b|\bbackground check (?:is )?(?:required|mandatory|a must)\b"
    r"|\bnever (?:been )?(?:convicted|arrested)\b|\b(?:crime|conviction)[- ]free (?:past|record|background|history)\b"
)


@rule("fair-chance")
def clean_record(posting: Posting) -> Iterator[Fault]:
    """Yields a fault where people with a record are put off, or San Francisco's sentence about them is missing."""
    cities = {it.city.casefold() for it in work_regions(posting) if it.code == "US-CA"}
    severity: Severity | None = "error" if "san francisco" in cities else None
    for block, words in hits(
        posting.blocks,
        RECORD,
        RECORDS,
        "clean spotless unblemished no never check screening investigation checks need free",
    ):
        message = f"'{words}' puts off people with a record whom the law of many places protects: say after an offer what is looked at, and why"
        yield Fault(block.at(words), message, "", severity)
    for it in listed("fair-chance", posting):
        yield it._replace(severity=severity)
    said = posting.text.casefold()
    people = posting.resolved.company.headcount
    if (
        "san francisco" in cities
        and (people is None or people >= FAIR_CHANCE)
        and not ("arrest" in said and "conviction" in said)
    ):
        message = (
            "San Francisco wants the posting to say that qualified applicants with arrest and conviction records are considered: "
            "say it in `statement`"
        )
        yield Fault(posting.company_place("statement"), message, "", "error" if people else "warning")
    if "los angeles" in cities and not ("arrest" in said and "conviction" in said):
        message = (
            "an office in an unincorporated part of Los Angeles County has to say that applicants with arrest or conviction records "
            "are considered, and which duties a record may bear on: ask counsel whether yours is"
        )
        yield Fault(posting.company_place("locations"), message, "", "info")


FAIR_CHANCE = 5
"""People from whom on San Francisco's Fair Chance Ordinance holds."""


@rule("eu-title")
def gendered_title(posting: Posting) -> Iterator[Fault]:
    """Yields a fault where a title for the European Union is of one gender and no mark opens it to all.

    Advice where a mark for Germany or Austria, whose registers know a third gender, names two.
    """
    title, place = posting.role.title, posting.resolved.place("title")
    countries = {it.country for it in work_regions(posting)}
    if countries & {"DE", "AT"} and (two := re.search(TWO_GENDERS, title, re.IGNORECASE)):
        message = f"'{two[0]}' leaves out those who are neither: write (m/w/d)"
        yield Fault(place, message, "", "info")
    if not countries & set(EU) or re.search(OPEN_TO_ALL, title, re.IGNORECASE):
        return
    if found := re.search(GENDERED, title, re.IGNORECASE):
        message = f"'{found[0]}' is of one gender: write the title for all, or add (m/w/d)"
        yield Fault(place, message)


GENDERED = (
    r"\b\w*(?:leiter(?:in)?|führer(?:in)?|entwickler(?:in)?|ingenieur(?:in)?|direktor(?:in)?|berater(?:in)?|referent(?:in)?|techniker(?:in)?"
    r"|mitarbeiter(?:in)?|verkäufer(?:in)?|architekt(?:in)?|meister(?:in)?|kaufmann|kauffrau|fachmann|fachfrau|sekretär(?:in)?"
    r"|directeur|directrice|développeu(?:r|se)|ingénieure?|vendeu(?:r|se)|conseill(?:er|ère)|chargée?|salesman|saleswoman|chairman|craftsman|foreman)\b"
)
OPEN_TO_ALL = r"\((?:[mwfdhgxi*](?:\s?[/|,]\s?[mwfdhgxi*]){1,3}|all genders|alle|tous genres)\)|\b[mfwh]\s?/\s?[mfwhdx]\b|(?:[*:_·]|/-?)(?:in|innen|e|rice|se)\b|\w(?-i:In)\b"
TWO_GENDERS = r"\(?\b(?:m\s?[/|,]\s?[wf]|[wf]\s?[/|,]\s?m)\b(?!\s?[/|,])\)?"

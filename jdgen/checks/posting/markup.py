"""Rules about a posting's markup as Google reads it: whatever wrote it, each value has the form that is asked for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from jdgen.checks.posting.rule import Fault, rule
from jdgen.checks.posting.scripts import offers, values
from jdgen.errors import Place, in_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jdgen.checks.posting.posting import Posting

TYPES = ("FULL_TIME", "PART_TIME", "CONTRACTOR", "TEMPORARY", "INTERN", "VOLUNTEER", "PER_DIEM", "OTHER")
UNITS = ("HOUR", "DAY", "WEEK", "MONTH", "YEAR")
CREDENTIALS = (
    "high school",
    "associate degree",
    "bachelor degree",
    "professional certificate",
    "postgraduate degree",
)
"""Google's words, in their case."""

NO_REQUIREMENTS = "no requirements"
"""Google's words where nothing is asked."""

DEGREES = {
    "": "",
    "bachelor": "bachelor degree",
    "master": "postgraduate degree",
    "doctorate": "postgraduate degree",
}

UNSAFE = ("</", "<!--", "<script", "\u2028", "\u2029")
"""What ends a script, or a line of one, or makes a browser read on behind its end."""


def there(posting: Posting) -> Place:
    """Returns the file that holds the markup."""
    return Place(posting.name.removesuffix(".md") + (".html" if posting.scripts else ".jsonld"))


def found(posting: Posting, *path: str) -> Iterator[Any]:
    """Yields each value at a path of the markup's offers."""
    for offer in offers(posting.markup):
        yield from values(offer, *path)


@rule("google-country-missing")
def countries(posting: Posting) -> Iterator[Fault]:
    """Yields each place of work without its country."""
    for place in found(posting, "jobLocation"):
        if not any(values(place, "address", "addressCountry")):
            yield Fault(
                there(posting),
                "a jobLocation lacks address.addressCountry: give its code of two letters, such as US",
            )


@rule("google-telecommute-hybrid")
def telecommute(posting: Posting) -> Iterator[Fault]:
    """Yields a fault where work that is remote in part, or not at all, is marked as remote."""
    if posting.job.remote != "full" and "TELECOMMUTE" in found(posting, "jobLocationType"):
        how = posting.job.remote or "not said"
        message = f"jobLocationType is TELECOMMUTE, which is for fully remote work alone, and `remote` is {how}: take it out"
        yield Fault(there(posting), message)


@rule("google-employment-type")
def employment_types(posting: Posting) -> Iterator[Fault]:
    """Yields each contract that Google does not know."""
    for value in found(posting, "employmentType"):
        if value not in TYPES:
            yield Fault(there(posting), f"employmentType is '{value}': it is {in_words(TYPES)}, in capitals")


@rule("google-salary-shape")
def salaries(posting: Posting) -> Iterator[Fault]:
    """Yields what Google cannot read in a salary."""
    for salary in found(posting, "baseSalary"):
        for message in _of_salary(salary):
            yield Fault(there(posting), f"baseSalary {message}")


def _of_salary(salary: object) -> Iterator[str]:
    if not isinstance(salary, dict):
        yield "is no MonetaryAmount: give currency and value"
        return
    if not re.fullmatch("[A-Z]{3}", str(salary.get("currency"))):
        yield f"has the currency '{salary.get('currency')}': write three capital letters, such as USD"
    for value in values(salary, "value") if "value" in salary else [None]:
        yield from _of_value(value)


def _of_value(value: object) -> Iterator[str]:
    if not isinstance(value, dict):
        yield "has no QuantitativeValue: give value, or minValue and maxValue, with unitText"
        return
    if value.get("unitText") not in UNITS:
        yield f"has the unitText '{value.get('unitText')}': it is {in_words(UNITS)}, in capitals"
    given = {name: value[name] for name in ("value", "minValue", "maxValue") if name in value}
    if set(given) not in ({"value"}, {"minValue", "maxValue"}):
        yield f"gives {in_words(given, 'and') if given else 'no figure'}: give either value, or both minValue and maxValue"
    if any(isinstance(it, bool) or not isinstance(it, int | float) for it in given.values()):
        yield "holds a figure as text: write a number without currency sign and commas"
    elif "minValue" in given and given["minValue"] > given.get("maxValue", given["minValue"]):
        yield "has its minValue above its maxValue: swap them"


@rule("google-salary-estimate")
def estimates(posting: Posting) -> Iterator[Fault]:
    """Yields a fault where a salary is not the employer's own: an estimate, a benchmark, or what is no base pay."""
    pay, paid_by = posting.job.pay, posting.job.paid_by
    for salary in found(posting, "baseSalary"):
        own = {float(pay.low), float(pay.high)} if pay else set()
        said = {it for name in ("value", "minValue", "maxValue") for it in values(salary, "value", name)}
        if pay is None or paid_by == "commission":
            message = "baseSalary is not the employer's own base pay: write `salary` in the company file, or take it out"
            yield Fault(there(posting), message)
        elif all(isinstance(it, int | float) for it in said) and not said <= own:
            message = "baseSalary differs from `salary` in the company file: Google wants the employer's own figures, no estimate"
            yield Fault(there(posting), message)


@rule("google-credential-enum")
def credentials(posting: Posting) -> Iterator[Fault]:
    """Yields each name of an education that Google does not know, and degrees that differ from those posted."""
    given = list(found(posting, "educationRequirements", "credentialCategory"))
    texts = [it for it in found(posting, "educationRequirements") if isinstance(it, str)]
    for value in [it for it in given if it not in CREDENTIALS] + [
        it for it in texts if it != NO_REQUIREMENTS
    ]:
        message = f"educationRequirements says '{value}': it is {in_words(CREDENTIALS)}, in small letters"
        yield Fault(there(posting), message)
    wanted = DEGREES[posting.job.degree]
    if wanted and (
        texts == [NO_REQUIREMENTS] or (set(given) <= set(CREDENTIALS) and given and wanted not in given)
    ):
        yield Fault(
            there(posting),
            f"the posting asks for a {posting.job.degree}'s degree: credentialCategory is '{wanted}'",
        )


@rule("google-months")
def months(posting: Posting) -> Iterator[Fault]:
    """Yields a fault where months of experience are no number, or not those of the posting."""
    for value in found(posting, "experienceRequirements", "monthsOfExperience"):
        if isinstance(value, bool) or value != posting.job.months:
            message = f"monthsOfExperience is {value!r}, and the posting asks for {posting.job.months}: twelve times the years"
            yield Fault(there(posting), message)


@rule("google-validthrough-invented")
def invented_end(posting: Posting) -> Iterator[Fault]:
    """Yields a fault where markup ends on a day that nobody set."""
    if posting.job.closes is None and any(found(posting, "validThrough")):
        message = "validThrough gives an end, and the company file has no closing date: write `closing_date`, or take it out"
        yield Fault(there(posting), message)


@rule("google-list-page")
def list_pages(posting: Posting) -> Iterator[Fault]:
    """Yields a fault where a page describes more than one job."""
    number = len(list(offers(posting.markup)))
    if number > 1:
        yield Fault(
            there(posting), f"the page describes {number} jobs: markup belongs on the page of a single one"
        )


@rule("google-confidential")
def confidential(posting: Posting) -> Iterator[Fault]:
    """Yields a fault where an employer without a name is called anything but confidential."""
    for name in found(posting, "hiringOrganization", "name"):
        if not posting.role.company.name and name and name != "confidential":
            message = f"the company file gives no name, and hiringOrganization is '{name}': write `name`, or 'confidential'"
            yield Fault(there(posting), message)


@rule("jsonld-escape")
def escapes(posting: Posting) -> Iterator[Fault]:
    """Yields each script that a value could break out of, or has."""
    import json  # noqa: PLC0415 - loaded anyway

    for script in posting.scripts:
        unsafe = [it for it in UNSAFE if it in script.casefold()]
        if unsafe:
            message = "a JSON-LD script holds what could end it: write < as \\u003c, U+2028 and U+2029 as \\u2028 and \\u2029"
            yield Fault(there(posting), message)
            continue
        try:
            json.loads(script)
        except ValueError as error:
            message = (
                f"a JSON-LD script is no JSON ({error}): print `markup`, or write < inside of it as \\u003c"
            )
            yield Fault(there(posting), message)

"""The terms of a vacancy as data: what markup, feeds and checks read where people read sentences."""

from __future__ import annotations

import datetime as dt  # noqa: TC003 - the reference page reads the types
from decimal import Decimal  # noqa: TC003 - as above
from typing import NamedTuple

LEVELS = ("bachelor", "master", "doctorate")
"""From the lowest."""


class Region(NamedTuple):
    """A place of work, or one that may be worked from."""

    country: str
    """ISO 3166-1 code of two letters; empty where it is not known."""
    region: str
    """State, province or land as written, or empty."""
    code: str
    """ISO 3166-2 code such as `US-CO`, where it is known; else empty."""
    city: str
    """Town, or empty."""
    postal_code: str
    """Postal code, or empty."""
    street: str
    """Street, or empty."""
    name: str
    """As the posting says it."""


class Range(NamedTuple):
    """The employer's own pay range."""

    low: Decimal
    """Lower end."""
    high: Decimal
    """Upper end."""
    currency: str
    """ISO 4217 code."""
    period: str
    """`year`, `month`, `week`, `day` or `hour`."""


class Accounts(NamedTuple):
    """Accounts on job boards; every text may be empty."""

    linkedin_company: str
    """The organization's number on LinkedIn."""
    linkedin_email: str
    """Address of whoever posts there."""
    indeed_email: str
    """Address of the account on Indeed."""
    publisher: str
    """Publisher of an Indeed feed."""
    publisher_url: str
    """Its page."""
    team: str
    """The team that applicant-tracking systems file the posting under."""
    department: str
    """Its department."""


class Job(NamedTuple):
    """What the posting offers and asks, as data."""

    posted: dt.date | None
    """Day of the first posting."""
    closes: dt.date | None
    """The last day to apply."""
    ongoing: bool
    """Whether applications are accepted without an end."""
    reference: str
    """The requisition's number, or empty."""
    page: str
    """Address of the posting's own page, or empty."""
    places: tuple[Region, ...]
    """Places of work."""
    remote: str
    """`onsite`, `hybrid`, `full`, or empty where nothing is said."""
    remote_places: tuple[Region, ...]
    """Where fully remote work is possible."""
    employment_type: str
    """`full_time` and the like, or empty."""
    hours: str
    """Working hours, or empty."""
    pay: Range | None
    """The pay range."""
    paid_by: str
    """`salary`, `commission` or `tips`."""
    degree: str
    """The lowest degree that everyone has to bring: `bachelor`, `master` or `doctorate`; empty: none."""
    certificate: bool
    """Whether everyone has to bring a certificate."""
    months: int
    """Months of experience that everyone has to bring; 0: none."""
    experience_counts: bool
    """Whether experience is accepted in the place of the degree."""
    accounts: Accounts
    """Accounts on job boards."""

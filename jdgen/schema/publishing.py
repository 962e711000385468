"""What publishing a posting needs beside its text: accounts on job boards, and findings that are accepted."""

from typing import Annotated

from pydantic import Field, StringConstraints

from jdgen.schema.fields import EMAIL, URL, Day, Frozen, Text

Code = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9-]+(:[A-Za-z0-9_-]+)?$")]
"""A finding's code, alone or with its subject: `age-term`, `pay-missing:US-CO`."""


class Waiver(Frozen):
    """A finding that is accepted, and why; it stays listed."""

    because: Annotated[Text, Field(min_length=10)]
    """The reason, for whoever asks later."""
    until: Day | None = None
    """The last day it holds; without one, for good."""


class LinkedIn(Frozen):
    """The account on LinkedIn."""

    company_id: Annotated[str, StringConstraints(pattern=r"^\d{1,20}$")] | None = None
    """The organization's number."""
    poster_email: Annotated[str, StringConstraints(pattern=EMAIL)] | None = None
    """Address of whoever posts."""


class Indeed(Frozen):
    """The account on Indeed, and the publisher of its feed."""

    email: Annotated[str, StringConstraints(pattern=EMAIL)] | None = None
    """Address of the account; else the one to apply to."""
    publisher: Text | None = None
    """Its name; else the company's."""
    publisher_url: Annotated[str, StringConstraints(pattern=URL)] | None = None
    """Its page; else the company's."""


class Boards(Frozen):
    """Accounts on job boards."""

    linkedin: LinkedIn = LinkedIn()
    """LinkedIn."""
    indeed: Indeed = Indeed.model_construct()
    """Indeed."""
    team: Text | None = None
    """The team that applicant-tracking systems file the posting under."""
    department: Text | None = None
    """Its department."""

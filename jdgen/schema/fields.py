"""What every model shares: frozen, nothing unknown, and the types that fields are made of."""

import re
from datetime import date
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, StringConstraints

from jdgen.schema.plugins import without_plugins

without_plugins()

URL = r"^https?://[^\s<>\"]+$"
EMAIL = r"^[^@\s<>\"]+@[^@\s<>\"]+\.[^@\s<>\"]+$"
COLOUR = r"^#[0-9A-Fa-f]{6}$"
CURRENCY = r"^[A-Z]{3}$"
ROLE = r"^[a-z][a-z0-9-]*$"
LANGUAGE = r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$"


class Frozen(BaseModel):
    """A model that cannot change and that refuses fields it does not know."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)


Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
"""Text with something in it."""

Id = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$")]
"""The name of an entry of a collection: patches, form fields and references use it."""

StageName = Literal["startup", "scaleup", "enterprise"]
"""The company's stage."""


def _day(value: object) -> object:
    if isinstance(value, str) and not re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        message = f"expected a date as 2027-01-31, found '{value[:40]}'"
        raise ValueError(message)
    return value


Day = Annotated[date, BeforeValidator(_day)]
"""A date as YYYY-MM-DD; figures alone are none."""

LanguageName = Literal["en", "de", "fr"]
"""A language that documents are written in."""

LanguageTag = Annotated[str, StringConstraints(pattern=LANGUAGE)]
"""A language (BCP 47): `en`, `pt-BR`."""

Importance = Literal["must", "preferred"]
"""Whether a requirement is asked of everyone or welcome."""

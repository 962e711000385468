"""What every model shares: frozen, nothing unknown, and the types that fields are made of."""

import re
from datetime import date
from typing import Annotated, Any, Literal, get_args, get_origin

from pydantic import BaseModel, BeforeValidator, ConfigDict, StringConstraints

URL = r"^https?://[^\s<>\"]+$"
EMAIL = r"^[^@\s<>\"]+@[^@\s<>\"]+\.[^@\s<>\"]+$"
COLOUR = r"^#[0-9A-Fa-f]{6}$"
CURRENCY = r"^[A-Z]{3}$"
ROLE = r"^[a-z][a-z0-9-]*$"
FINGERPRINT = r"^[0-9a-f]{12}$"
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


def takes_any_text(kind: Any) -> bool:  # noqa: ANN401 - annotations are any object
    """Returns whether a field of this type takes any text; ids, addresses and choices have a form."""
    if get_origin(kind) is Annotated:
        limits = [it for it in get_args(kind)[1:] if isinstance(it, StringConstraints)]
        return takes_any_text(get_args(kind)[0]) or any(it.min_length and not it.pattern for it in limits)
    return any(takes_any_text(part) for part in get_args(kind))

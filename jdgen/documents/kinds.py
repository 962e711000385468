"""The documents that a role becomes, and who reads them."""

from __future__ import annotations

from enum import StrEnum
from typing import Literal

Audience = Literal["public", "internal"]
Paper = Literal["a4", "letter"]


class Kind(StrEnum):
    """The documents that a role becomes."""

    POSTING = "posting"
    RUBRIC = "rubric"

    @property
    def audience(self) -> Audience:
        """Who may read it."""
        return "public" if self is Kind.POSTING else "internal"

"""What a check reports."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from jdgen.errors import Problem

if TYPE_CHECKING:
    from jdgen.errors import Place

Severity = Literal["error", "warning", "info"]


class Finding(NamedTuple):
    """One thing to look at: `file:line:column: severity code: message`."""

    code: str
    severity: Severity
    place: Place
    message: str
    """What is wrong, and what to do about it."""
    source: str = ""
    """Where the rule comes from."""
    waived: str = ""
    """Why it is accepted, where it is."""
    stages: tuple[str, ...] = ()
    """The stages at which it holds, where it is about a role."""
    partly: bool = False
    """Whether it does not hold at other stages that were looked at."""
    roles: tuple[str, ...] = ()
    """The roles that it is about, where its file is that of none of them and others that were looked at are free of it."""

    def __str__(self) -> str:
        said = f"{self.place}: {'waived' if self.waived else self.severity} {self.code}: {self.message}"
        said += f" (accepted: {self.waived})" if self.waived else ""
        return said + self.scope

    @property
    def scope(self) -> str:
        """What it is about, in brackets, where that is less than all that was looked at; else nothing."""
        named = (*self.roles, *(self.stages if self.partly else ()))
        return f" [{', '.join(named)}]" if named else ""

    @property
    def stops(self) -> bool:
        """Whether it is an error of rubric or people, which stops a run whatever anybody accepts."""
        return self.severity == "error" and (self.code == "input" or self.code[1:].isdigit())

    @property
    def problem(self) -> Problem:
        """The same as a problem, for a run that it stops."""
        return Problem(self.place, self.message, self.code)

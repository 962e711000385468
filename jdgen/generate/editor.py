"""Has a role read and its posting judged: by the process that was started early for it, where there is one."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, NamedTuple

from jdgen.early import early

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from jdgen.checks import Finding, Missing
    from jdgen.documents import Kind, Posted, Subject
    from jdgen.parallel import Ask
    from jdgen.source import Layers, Node
    from jdgen.workspace import Workspace


class Asked(NamedTuple):
    """What is to be read."""

    name: str
    """The role."""
    workspace: Workspace
    kinds: tuple[Kind, ...]
    """What is to be made of it."""
    folders: tuple[tuple[Path, ...], dict[str, str]]
    """Where templates are searched, and what messages call these folders."""
    stage: str | None
    flags: Node | None
    vacancy: str | None
    lang: str | None
    as_of: dt.date | None
    today: dt.date | None
    """The day that its posting is judged for; None: it is not."""
    strict: bool
    boards: bool
    """Whether it is made as job boards take it, which say where a field was written."""
    layers: Layers | None = None
    """Its files, where they were read ahead."""


class Reading(NamedTuple):
    """A role that was read."""

    subject: Subject
    """What its documents are made of."""
    missing: tuple[Missing, ...]
    """What public documents lack before they can go out."""
    data: bytes | None
    """The role for other systems, where it was asked for."""


class Editor:
    """Reads a role, then judges its posting."""

    def __init__(self, ask: Ask[Any, Any], *, apart: bool) -> None:
        """Takes the function that has the work done; `apart` says whether a process of its own does it."""
        self._ask = ask
        self.apart = apart
        self._ready: Callable[[], object] | None = None

    def read(self, asked: Asked) -> Callable[[], Reading]:
        """Returns a function that returns the role.

        One of the two raises JdgenError where a file is wrong, has a finding that is an error, or is not filled in.
        """
        reading = self._ask(asked)
        if self.apart:
            self._ready = self._ask(None)
        return reading

    def get_ready(self) -> None:
        """Loads the rules for postings, where that is not done by a process of its own."""
        if not self.apart:
            self._ask(None)

    def judge(self, posted: Posted) -> Callable[[], tuple[Finding, ...] | None]:
        """Returns a function that returns errors and warnings about the posting that nobody accepted; None where no day was said."""
        found = self._ask(posted)

        def judged() -> tuple[Finding, ...] | None:
            if self._ready:  # answers are had in the order of questions
                self._ready()
            findings: tuple[Finding, ...] | None = found()
            return findings

        return judged


@contextmanager
def editor() -> Iterator[Editor]:
    """Yields who reads and judges."""
    with early() as ask:
        if ask:
            yield Editor(ask, apart=True)
            return
        from jdgen.generate.judging import Judge  # noqa: PLC0415 - pydantic, while a press gets ready

        yield Editor(_at_once(Judge().answer), apart=False)


def _at_once(work: Callable[[Any], Any]) -> Ask[Any, Any]:
    """Returns a function that does the work when it is asked, as whoever asks has nothing to do meanwhile."""

    def ask(item: object) -> Callable[[], Any]:
        done = work(item)
        return lambda: done

    return ask

"""Reads a role, then judges its posting: what was read stays where it is needed again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jdgen.checks import missing, secrets
from jdgen.documents import Kind
from jdgen.generate.editor import Asked, Reading
from jdgen.generate.reading import places, read_role, subject

if TYPE_CHECKING:
    from jdgen.checks import Finding
    from jdgen.documents import Posted, Subject
    from jdgen.role.resolution import Resolved


SAID = ("error", "warning")
"""What a run tells; advice is for those who ask for all findings."""


class Judge:
    """Knows one role at a time: the one that was read last."""

    def __init__(self) -> None:
        """Knows none yet."""
        self._known: tuple[Asked, Resolved, Subject] | None = None

    def answer(self, question: Asked | Posted | None) -> object:
        """Returns the role that is asked for, or what is found about its posting; without a question, loads the rules.

        Raises:
            JdgenError: a file is wrong, has a finding that is an error, or is not filled in.
        """
        if isinstance(question, Asked):
            return self._read(question)
        if question is None:
            self._get_ready()
            return None
        return self._judge(question)

    def _read(self, it: Asked) -> Reading:
        resolved, opening = read_role(it.name, it.workspace, it.stage, it.flags, it.vacancy, layers=it.layers)
        about = subject(resolved, it.workspace, it.kinds, opening, it.as_of, lang=it.lang)
        about = about._replace(places=places(resolved) if it.boards else (), secrets=secrets(resolved))
        self._known = it, resolved, about
        lacking = missing(resolved.company, posting=Kind.POSTING in it.kinds, guide=Kind.GUIDE in it.kinds)
        return Reading(about, lacking, _data(resolved) if Kind.DATA in it.kinds else None)

    def _get_ready(self) -> None:
        """Loads rules and tables, if there will be a posting to judge: there is none of a role that could not be read."""
        if self._known and self._known[0].today:
            import jdgen.generate.review  # noqa: F401, PLC0415 - once the press has what it needs
            from jdgen.checks.posting.findings import ready  # noqa: PLC0415

            ready()

    def _judge(self, posted: Posted) -> tuple[Finding, ...] | None:
        """Returns errors and warnings about the posting that nobody accepted; None where there is no day to judge it for."""
        if self._known is None or (today := self._known[0].today) is None:
            return None
        it, resolved, about = self._known
        from jdgen.generate.review import review_in_english, review_posting, typed_in  # noqa: PLC0415 - loaded by now

        if about.say.code == "en":
            found = review_posting(
                posted.body, resolved, about.role, typed_in(it.folders), today,
                strict=it.strict, scripts=posted.scripts, severities=SAID,
            )  # fmt: skip
        else:
            found = review_in_english(resolved, it.folders, today, strict=it.strict)
        return tuple(finding for finding in found if finding.severity in SAID and not finding.waived)


def _data(resolved: Resolved) -> bytes:
    from jdgen.role.data import to_json  # noqa: PLC0415 - only what is asked for

    return to_json(resolved)

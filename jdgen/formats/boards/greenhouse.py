"""Greenhouse: a job as its Job Board API gives it out, without the numbers that Greenhouse assigns."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jdgen.formats.boards.blocks import blocks
from jdgen.formats.boards.dialect import Dialect, escaped
from jdgen.formats.boards.limits import tags, words
from jdgen.formats.boards.sites import sites
from jdgen.formats.boards.text import as_json

if TYPE_CHECKING:
    from jdgen.documents.document import Document
    from jdgen.role.job import Range, Region


def to_greenhouse(document: Document) -> bytes:
    """Returns the job as JSON; its content is HTML escaped once, its pay in cents."""
    role, job = document.role, document.role.job
    department = job.accounts.department
    return as_json(
        {
            "title": role.title,
            "updated_at": f"{job.posted}T00:00:00Z",
            "requisition_id": job.reference,
            "location": {"name": "; ".join(it.name for it in sites(job))},
            "absolute_url": job.page,
            "language": document.lang,
            "metadata": None,
            "content": escaped(Dialect(tags("greenhouse", "content")).html(blocks(document))),
            "departments": [{"name": department, "parent_id": None, "child_ids": []}] if department else [],
            "offices": [_office(it) for it in job.places],
            "pay_input_ranges": [_range(job.pay, role.other_compensation)] if job.pay else [],
        }
    )


def _office(place: Region) -> dict[str, Any]:
    name = place.city or place.region or place.name
    return {"name": name, "location": place.name, "parent_id": None, "child_ids": []}


def _range(pay: Range, beside: tuple[str, ...]) -> dict[str, Any]:
    """Returns a range; the title says for how long the pay is, because no field does."""
    cents = words("greenhouse", "pay_input_ranges")["cents"]
    article = "an" if pay.period == "hour" else "a"
    return {
        "min_cents": int(pay.low * cents),
        "max_cents": int(pay.high * cents),
        "currency_type": pay.currency,
        "title": f"Pay {article} {pay.period}",
        "blurb": f"Also paid: {'; '.join(beside)}" if beside else "",
    }

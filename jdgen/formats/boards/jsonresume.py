"""JSON Resume: a job by its job schema, which asks for nothing and says little of pay."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jdgen.formats.boards.limits import words
from jdgen.formats.boards.sites import region_sign, sites
from jdgen.formats.boards.text import as_json
from jdgen.role.terms import CONTRACTS

if TYPE_CHECKING:
    from jdgen.documents.document import Document
    from jdgen.role.job import Region


def to_jsonresume(document: Document) -> bytes:
    """Returns the job as JSON; what is not known is left out."""
    role, job = document.role, document.role.job
    known = {
        "title": role.title,
        "company": role.company.name,
        "type": CONTRACTS.get(job.employment_type),
        "date": str(job.posted) if job.posted else None,
        "description": role.mission,
        "location": next((_location(it) for it in sites(job)), None),
        "remote": words("jsonresume", "remote").get(job.remote),
        "salary": role.pay,
        "responsibilities": [it.text for it in role.responsibilities],
        "qualifications": [
            *role.must_lines,
            *(f"Welcome, not required: {it}" for it in role.preferred_lines),
        ],
        "meta": {"lastModified": f"{job.posted}T00:00:00"} if job.posted else None,
    }
    return as_json({name: value for name, value in known.items() if value})


def _location(site: Region) -> dict[str, Any]:
    known = {
        "address": site.street,
        "postalCode": site.postal_code,
        "city": site.city,
        "countryCode": site.country,
        "region": region_sign(site),
    }
    return {name: value for name, value in known.items() if value}

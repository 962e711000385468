"""Lever: a posting as its Postings API gives it out, without the number that Lever assigns."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING, Any, NamedTuple

from jdgen.formats.boards.blocks import Heading, Items, blocks
from jdgen.formats.boards.dialect import Dialect, plain, said
from jdgen.formats.boards.limits import tags, words
from jdgen.formats.boards.pay import figure
from jdgen.formats.boards.sites import sites
from jdgen.formats.boards.text import as_json
from jdgen.role.terms import CONTRACTS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from jdgen.documents.document import Document
    from jdgen.formats.boards.blocks import Block
    from jdgen.role.job import Range
    from jdgen.role.model import Role


class Section(NamedTuple):
    """A heading and what stands below it."""

    heading: Heading
    body: tuple[Block, ...]

    @property
    def is_list(self) -> bool:
        """Whether there is a list and nothing else."""
        return bool(self.body) and all(isinstance(it, Items) for it in self.body)


def to_lever(document: Document) -> bytes:
    """Returns the posting as JSON."""
    role, job = document.role, document.role.job
    places = sites(job)
    posting = {
        "text": role.title,
        "categories": _categories(role),
        "country": next((it.country for it in places), None),
        **_texts(blocks(document)),
        "hostedUrl": job.page,
        "applyUrl": role.apply_url,
        "workplaceType": words("lever", "workplaceType")[job.remote],
    }
    return as_json(posting | (_salary(job.pay, role) if job.pay else {}))


def _categories(role: Role) -> dict[str, Any]:
    job = role.job
    names = [it.name for it in sites(job)]
    known = {
        "location": next(iter(names), ""),
        "commitment": CONTRACTS.get(job.employment_type, ""),
        "team": job.accounts.team,
        "department": job.accounts.department,
        "allLocations": names,
    }
    return {name: value for name, value in known.items() if value}


def _texts(body: Sequence[Block]) -> dict[str, Any]:
    """Returns the body divided as the board shows it: an opening, lists, and what comes after them."""
    opening = tuple(takewhile(lambda block: not isinstance(block, Heading), body))
    sections = list(_sections(body[len(opening) :]))
    before = list(takewhile(lambda section: not section.is_list, sections))
    after = [section for section in sections[len(before) :] if not section.is_list]
    main = _both("descriptionBody", _whole(before))
    return {
        **_both("opening", opening),
        **_both("description", (*opening, *_whole(before))),
        **main,
        "lists": [_list(section) for section in sections if section.is_list],
        **_both("additional", _whole(after)),
    }


def _sections(body: Iterable[Block]) -> Iterator[Section]:
    """Yields the sections; a heading that only has headings below it is left out, for they say what theirs is."""
    heading: Heading | None = None
    below: list[Block] = []
    for block in body:
        if not isinstance(block, Heading):
            below.append(block)
            continue
        if heading and below:
            yield Section(heading, tuple(below))
        heading, below = block, []
    if heading and below:
        yield Section(heading, tuple(below))


def _whole(sections: Iterable[Section]) -> tuple[Block, ...]:
    return tuple(block for section in sections for block in (section.heading, *section.body))


def _both(name: str, body: Iterable[Block]) -> dict[str, str]:
    """Returns blocks under a name as HTML, and beside it as text."""
    body = tuple(body)
    return {name: _dialect().html(body), f"{name}Plain": plain(body)}


def _list(section: Section) -> dict[str, str]:
    items = [item for block in section.body if isinstance(block, Items) for item in block.items]
    return {"text": said(section.heading.line), "content": _dialect().items(items)}


def _dialect() -> Dialect:
    return Dialect(tags("lever"))


def _salary(pay: Range, role: Role) -> dict[str, Any]:
    beside = f" Also paid: {'; '.join(role.other_compensation)}." if role.other_compensation else ""
    described = f"{role.pay}.{beside}"
    return {
        "salaryRange": {
            "currency": pay.currency,
            "interval": words("lever", "salaryRange.interval")[pay.period],
            "min": figure(pay.low),
            "max": figure(pay.high),
        },
        "salaryDescription": f"<p>{_dialect().written(described)}</p>",
        "salaryDescriptionPlain": described,
    }

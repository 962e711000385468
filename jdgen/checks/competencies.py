"""Rules about the chain from a source to what is rated: nothing posted without a competency, no competency without a duty."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from jdgen.checks.rule import rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jdgen.checks.rule import Fault, Path
    from jdgen.schema import Profile

LAW = "29 CFR 1607.14C(1)"
"""Content validity: what is rated is observable behaviour of this job."""


@rule("E08", LAW)
def serves_nothing(profile: Profile) -> Iterator[Fault]:
    """A competency that a requirement asks for belongs to a duty of the job."""
    for name, competency in profile.competencies.items():
        if not competency.serves and _required(profile, name):
            message = f"the competency '{name}' serves no responsibility: name one in `serves`"
            yield ("competencies", name, "serves"), message


@rule("E13", LAW)
def duty_without_competency(profile: Profile) -> Iterator[Fault]:
    """Every posted duty is served by a competency, or nobody finds out whether a candidate can do it."""
    served = {name for competency in profile.competencies.values() for name in competency.serves}
    for name in profile.responsibilities:
        if name not in served:
            message = f"no competency serves '{name}': add it to `serves` of one, or drop the responsibility"
            yield ("responsibilities", name), message


@rule("E14", LAW)
def nothing_posted_asks_for_it(profile: Profile) -> Iterator[Fault]:
    """Every assessment starts from a posted line: candidates are not rated on what no duty and no requirement names."""
    for name, competency in profile.competencies.items():
        if not set(competency.serves) & profile.responsibilities.keys() and not _required(profile, name):
            message = (
                f"nothing posted asks for the competency '{name}': let it serve a responsibility, or drop it"
            )
            yield ("competencies", name), message


@rule("E23")
def no_source(profile: Profile) -> Iterator[Fault]:
    """Whatever is posted, rated or quoted says where it was read, or owns up to being the authors' judgement."""
    own = next((name for name, source in profile.sources.items() if source.kind == "judgement"), None)
    remedy = "name a source in `from`" + (f"; '{own}' marks your own judgement" if own else "")
    for path, sources in _sourced(profile):
        if not sources:
            yield (*path, "from"), f"{_named(path)} has no source: {remedy}"


@rule("I01")
def own_judgement_only(profile: Profile) -> Iterator[Fault]:
    """What rests on the authors' judgement alone is listed, so that people who hold the job can confirm it."""
    judgement = {name for name, source in profile.sources.items() if source.kind == "judgement"}
    for path, sources in _sourced(profile):
        if sources and judgement.issuperset(sources):
            message = f"{_named(path)} rests on own judgement alone: have people who know the job confirm it"
            yield (*path, "from"), message


def _required(profile: Profile, competency: str) -> bool:
    return any(competency in requirement.assess for requirement in profile.requirements.values())


def _named(path: Path) -> str:
    return f"'{'.'.join(str(part) for part in path)}'"


def _sourced(profile: Profile) -> Iterator[tuple[Path, list[str]]]:
    """Returns what must have a source, with its sources."""
    named = (
        ((collection, name), item.from_)
        for collection in ("responsibilities", "requirements", "competencies")
        for name, item in getattr(profile, collection).items()
    )
    return chain(
        named, ((("benchmarks", index), item.from_) for index, item in enumerate(profile.benchmarks))
    )

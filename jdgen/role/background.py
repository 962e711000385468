"""Where content comes from: pay figures with their age, sources, and what rests on judgement alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jdgen.role import model, wording

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator, Mapping

    from jdgen.schema import Profile
    from jdgen.schema.profile import Benchmark, Source


def benchmark(it: Benchmark, as_of: dt.date) -> model.Benchmark:
    """Returns a pay figure with its age on the day `as_of`."""
    return model.Benchmark(
        what=it.what,
        region=it.region,
        amount=wording.amounts(it.low, it.high, it.currency),
        kind=wording.benchmark_kind(it),
        as_of=it.as_of,
        age=wording.age(it.as_of, as_of),
        sources=tuple(it.from_),
    )


def _cited(profile: Profile) -> Iterable[tuple[str, list[str]]]:
    """Every sourced item of the profile: what it is called, and its sources."""
    for line in profile.responsibilities.values():
        yield line.text, line.from_
    for item in profile.requirements.values():
        yield wording.sentence(item, profile), item.from_
    for competency in profile.competencies.values():
        yield competency.name, competency.from_
    for benchmark in profile.benchmarks:
        yield benchmark.what, benchmark.from_


def sources(profile: Profile) -> tuple[model.Source, ...]:
    """Returns the sources that the profile uses."""
    used = {key for _, keys in _cited(profile) for key in keys}
    return tuple(it for it in cited(profile.sources) if it.id in used)


def cited(known: Mapping[str, Source]) -> Iterator[model.Source]:
    """Yields sources as they are printed."""
    for key, it in known.items():
        yield model.Source(key, wording.citation(it), it.url or "", it.kind == "judgement")


def judged(profile: Profile) -> tuple[str, ...]:
    """Returns what rests on the authors' judgement alone."""
    own = {key for key, it in profile.sources.items() if it.kind == "judgement"}
    return tuple(name for name, keys in _cited(profile) if keys and own.issuperset(keys))

"""Raters' answers to the calibration page against its key (rubric 6)."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from jdgen.role.rule import mean

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from jdgen.role.kit.model import Sample
    from jdgen.schema.sheets import CalibrationSheet

MOST = Fraction(1)
"""Mean distance from the key above which raters talk before the first interview; our judgement."""


class Missed(NamedTuple):
    """An answer that a rater placed elsewhere than the key."""

    sample: Sample
    level: int
    """Where the rater placed it; the key is `sample.level`."""


class Calibrated(NamedTuple):
    """How far one rater is from the key."""

    seat: str
    name: str
    answered: int
    """Of how many answers the rater said the level."""
    blank: int
    """How many are left."""
    distance: Fraction | None
    """Mean distance from the key, in levels; None where nothing was answered."""
    bias: Fraction | None
    """Mean of level minus key: above zero the rater is kinder than the key."""
    talk_first: bool
    """Whether to talk before the first interview; also where nothing was answered."""
    missed: tuple[Missed, ...]
    """The farthest first."""


def calibrate(samples: Sequence[Sample], sheets: Iterable[CalibrationSheet]) -> tuple[Calibrated, ...]:
    """Returns how far each rater is from the key, by seat and name; `samples` is the page that they answered."""
    return tuple(_calibrated(samples, it) for it in sorted(sheets, key=lambda it: (it.by.seat, it.by.name)))


def _calibrated(samples: Sequence[Sample], sheet: CalibrationSheet) -> Calibrated:
    answered = [Missed(it, sheet.answers[it.number]) for it in samples if it.number in sheet.answers]
    apart = [it.level - it.sample.level for it in answered]
    distance = mean([abs(it) for it in apart]) if apart else None
    missed = [it for it in answered if it.level != it.sample.level]
    return Calibrated(
        seat=sheet.by.seat,
        name=sheet.by.name,
        answered=len(answered),
        blank=len(samples) - len(answered),
        distance=distance,
        bias=mean(apart) if apart else None,
        talk_first=distance is None or distance > MOST,
        missed=tuple(sorted(missed, key=lambda it: (-abs(it.level - it.sample.level), it.sample.number))),
    )

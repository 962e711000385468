"""The results of a vacancy as data: exact fractions, and beside each the decimals that the packet shows."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from jdgen.packet.view import waiting
from jdgen.role.fingerprint import fingerprint
from jdgen.role.rule import shown
from jdgen.scoring import display

if TYPE_CHECKING:
    from collections.abc import Callable
    from fractions import Fraction

    from jdgen.packet.ground import Ground
    from jdgen.scoring.agreement import Agreement, Coefficient
    from jdgen.scoring.candidate import Assessed, Result
    from jdgen.scoring.competency import Score
    from jdgen.scoring.flags import Flag
    from jdgen.scoring.ratings import RaterScore
    from jdgen.scoring.requirements import Standing

    Data = dict[str, Any]

SCHEMA = "1"
"""Version of this form."""


def to_json(ground: Ground) -> bytes:
    """Returns the results as JSON: a figure is `{"exact": "77/20", "shown": "3.85"}`, or null where there is none."""
    it = ground.comparison
    data: Data = {
        "schema": SCHEMA,
        "vacancy": ground.kit.vacancy.name,
        "role": ground.profile.role,
        "stage": ground.resolved.stage,
        "fingerprint": fingerprint(ground.profile),
        "void": dict(it.void),
        "candidates": [_candidate(ground, one) for one in it.candidates],
        "bands": [{"band": ground.band(band.codes[0]), "codes": list(band.codes)} for band in it.bands],
        "order_depends_on_weights": it.order_depends,
        "agreement": _agreement(it.agreement),
        "waiting": [one._asdict() for one in waiting(ground)],
        "refused": [
            {"place": str(one.place), "problems": [str(problem) for problem in one.problems]}
            for one in ground.intake.refusals
        ],
    }
    return (json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode()


def _figure(value: Fraction | None, as_shown: Callable[[Fraction], str] = shown) -> Data | None:
    return None if value is None else {"exact": str(value), "shown": as_shown(value)}


def _candidate(ground: Ground, it: Assessed) -> Data:
    compared = ground.comparison
    changed = it.independent != it.result
    return {
        "code": it.code,
        "rank": compared.ranks.get(it.code),
        "band": ground.band(it.code) or None,
        "under_equal_weights": {
            "rank": compared.equal_ranks.get(it.code),
            "total": _figure(compared.equal_totals.get(it.code), ground.total),
        },
        **_result(ground, it.result),
        "before_the_debrief": _result(ground, it.independent) if changed else None,
        "revisions": [one._asdict() for one in it.revisions],
        "closed_and_no_flag": list(it.unraised),
    }


def _result(ground: Ground, it: Result) -> Data:
    return {
        "outcome": it.outcome,
        "because": list(it.because),
        "total": _figure(it.total.value, ground.total),
        "low": _figure(it.total.low, ground.total),
        "high": _figure(it.total.high, ground.total),
        "coverage": _figure(it.total.coverage, display.percent),
        "final": it.total.final,
        "scores": [_score(ground, one) for one in it.scores],
        "requirements": [_standing(one) for one in it.standings],
        "flags": [_flag(one) for one in it.flags],
        "notices": [{**one._asdict(), "value": _figure(one.value)} for one in it.notices],
        "below_floor": list(it.below_floor),
    }


def _score(ground: Ground, it: Score) -> Data:
    def figure(value: Fraction | None) -> Data | None:
        return _figure(value, lambda exact: ground.score(it.competency, exact))

    return {
        "competency": it.competency,
        "score": figure(it.score),
        "low": figure(it.low),
        "high": figure(it.high),
        "spread": _figure(it.spread),
        "gap": it.gap,
        "missing": [one._asdict() for one in it.missing],
        "raters": [_rater(one) for one in it.raters],
    }


def _rater(it: RaterScore) -> Data:
    return {
        "rater": it.rater,
        "seats": list(it.seats),
        "score": _figure(it.score),
        "sessions": {name: _figure(value) for name, value in it.sessions},
        "ratings": list(it.numeric),
        "planned": it.planned,
    }


def _standing(it: Standing) -> Data:
    return {**it._asdict(), "score": _figure(it.score)}


def _flag(it: Flag) -> Data:
    return {**it._asdict(), "value": _figure(it.value), "quotes": [one._asdict() for one in it.quotes]}


def _agreement(it: Agreement) -> Data:
    return {
        "interval": _coefficient(it.interval),
        "ordinal": _coefficient(it.ordinal),
        "grids": [
            {
                **grid._asdict(),
                "single": _figure(grid.single, display.icc),
                "average": _figure(grid.average, display.icc),
            }
            for grid in it.grids
        ],
    }


def _coefficient(it: Coefficient) -> Data:
    return {**it._asdict(), "value": _figure(it.value, display.alpha)}

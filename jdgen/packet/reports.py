"""What calibration, retranslation and counts come to, as Markdown that reads as plain text too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jdgen.language import capital
from jdgen.packet.words import counted
from jdgen.role.rule import shown
from jdgen.scoring import display
from jdgen.scoring.calibration import MOST
from jdgen.scoring.impact import ENOUGH

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from fractions import Fraction

    from jdgen.scoring.calibration import Calibrated
    from jdgen.scoring.impact import Impact
    from jdgen.scoring.retranslation import Sorting

WORST = 3
"""Misses that are told of each rater."""

ABOUT_IMPACT = (
    (
        "The ratio compares each group’s rate of selection with the highest one; below four fifths it is looked into "
        "(29 CFR 1607.4D; the agencies’ questions and answers of 1979). Exactly four fifths is not below."
    ),
    (
        "p is Fisher’s exact test against that group, two-sided: how often chance alone departs as far. "
        "“One more” is the ratio if one more of the group had been selected: where it would reach four fifths, the difference is one person."
    ),
    (
        f"Under {ENOUGH} people in either group there are too few to judge, which is our own judgement. A small vacancy can never show "
        "adverse impact; count many together. This is arithmetic, not legal advice, and it belongs in no candidate’s file."
    ),
)


def impact_report(groups: Sequence[Impact]) -> str:
    """Returns the adverse-impact worksheet."""
    head = ("Group", "Applicants", "Selected", "Rate", "Ratio", "p", "One more", "What it says")
    return _page("Adverse-impact worksheet", _table(head, map(_group, groups)), *ABOUT_IMPACT)


def _group(it: Impact) -> tuple[str, ...]:
    return (
        it.group,
        str(it.applicants),
        str(it.selected),
        f"{shown(it.rate * 100, places=1)} %",
        _or_dash(it.ratio, display.ratio),
        display.probability(it.p),
        _or_dash(it.one_more, display.ratio),
        _says(it),
    )


def _says(it: Impact) -> str:
    if it.ratio is None:
        return "nobody was selected"
    if it.group == it.reference:
        return "highest rate"
    said = "below four fifths" if it.flagged else "four fifths or more"
    return said if it.enough else f"too few to judge ({said})"


def _or_dash(value: Fraction | None, said: Callable[[Fraction], str]) -> str:
    return "–" if value is None else said(value)


def calibration_report(title: str, raters: Sequence[Calibrated], missing: Sequence[str]) -> str:
    """Returns who differs from the key by how much; `missing` are the raters who have handed nothing in."""
    head = ("Rater", "Answered", "Mean distance", "Leaning", "What to do")
    about = (
        (
            f"The mean distance is in levels, from the key that is printed in the kit. Above {shown(MOST)} talk before the first interview; "
            "that limit is our own judgement."
        ),
    )
    parts = [_table(head, map(_rater, raters)), *about, *(_missed(it) for it in raters if it.missed)]
    if missing:
        parts.append("No sheet yet from: " + "; ".join(missing) + ".")
    return _page(f"Calibration: {title}", *parts)


def _rater(it: Calibrated) -> tuple[str, ...]:
    return (
        f"{it.name} ({it.seat})",
        f"{it.answered} of {it.answered + it.blank}",
        "–" if it.distance is None else shown(it.distance, places=2),
        _leaning(it.bias),
        _advice(it),
    )


def _advice(it: Calibrated) -> str:
    if not it.answered:
        return "fill in the sheet"
    return "talk before the first interview" if it.talk_first else "ready to rate"


def _leaning(bias: Fraction | None) -> str:
    if not bias:
        return "–" if bias is None else "none"
    return f"{shown(abs(bias))} {'kinder' if bias > 0 else 'stricter'}"


def _missed(it: Calibrated) -> str:
    far = [
        f"- {one.sample.number} ({one.sample.competency}): said {one.level}, key {one.sample.level}"
        for one in it.missed[:WORST]
    ]
    return "\n".join([f"Farthest from the key, {it.name}:", "", *far])


def retranslation_report(
    title: str, sorted_: Sequence[Sorting], experts: int, names: Mapping[str, str]
) -> str:
    """Returns which anchors experts sorted back, and which are dropped and why; `names` are those of the competencies."""
    kept = sum(it.kept_at is not None for it in sorted_)
    head = ("Anchor", "Experts", "Agreement", "Mean level", "SD", "Result")
    said = (
        f"{capital(counted(experts, 'expert'))}. {kept} of {len(sorted_)} anchors are kept: at least three in four sorted them back, "
        "and the standard deviation of their levels is at most 1.0 (Smith and Kendall, 1963; limits for five levels are our own judgement)."
    )
    return _page(f"Retranslation: {title}", said, _table(head, (_anchor(it, names) for it in sorted_)))


def _anchor(it: Sorting, names: Mapping[str, str]) -> tuple[str, ...]:
    return (
        it.anchor.id,
        str(it.experts),
        "–" if it.agreement is None else str(it.agreement),
        "–" if it.level is None else shown(it.level),
        "–" if it.variance is None else display.deviation(it.variance, 2),
        _result(it, names),
    )


def _result(it: Sorting, names: Mapping[str, str]) -> str:
    if it.kept_at is not None:
        moved = "" if it.kept_at == it.anchor.level else f", written for {it.anchor.level}"
        return f"kept at {it.kept_at}{moved}"
    if not it.faults:
        return "too few experts"
    whose = (
        f": most often {names.get(it.mostly, it.mostly)}"
        if "competency" in it.faults and it.mostly not in {"", it.anchor.competency}
        else ""
    )
    return f"dropped, {' and '.join(it.faults)}{whose}"


def _page(title: str, *parts: str) -> str:
    return "\n\n".join([f"# {title}", *parts]) + "\n"


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    return "\n".join(_lines(head, rows))


def _lines(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    yield _line(head)
    yield _line(["---"] * len(head))
    yield from map(_line, rows)


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"

"""All cards of a vacancy together: the same one twice, what is still to come, and what somebody should look at."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from jdgen.errors import Problem, did_you_mean, in_words
from jdgen.intake.acceptance import one_person
from jdgen.intake.model import Intake, Refusal, Standing, Turn
from jdgen.source.cards.model import Key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from jdgen.errors import Place
    from jdgen.intake.model import Handed, State
    from jdgen.intake.panel import Panel

SHOWN = 3
"""Other files that a line names."""

Files = dict[Key, list["Handed"]]


NOBODY: Mapping[str, Place] = MappingProxyType({})


def gather(handed: Iterable[Handed], panel: Panel, listed: Mapping[str, Place] = NOBODY) -> Intake:
    """Returns what came in; the order of the cards makes no difference.

    Candidates are those of `listed`, codes with the place where each is written, and those of any card of this vacancy.
    """
    ordered = sorted(handed, key=lambda it: (it.place, it.key or ()))
    files: Files = {}
    for it in ordered:
        if it.key:
            files.setdefault(it.key, []).append(it)
    judged = [it._replace(problems=(*it.problems, *_again(it, files))) for it in ordered]
    counted = {it.key: it.card for it in judged if it.key and it.card and not it.problems}
    codes = sorted({*listed, *(key.candidate for key in files)})
    order = {turn: number for number, turn in enumerate(panel.cards)}
    sequence = sorted(counted, key=lambda key: (key.candidate, order[key.session, key.seat]))
    return Intake(
        cards=tuple(counted[key] for key in sequence),
        refusals=tuple(Refusal(it.place, it.key, it.problems, it.is_draft) for it in judged if it.problems),
        standings=tuple(Standing(code, tuple(_turns(code, panel, files, counted))) for code in codes),
        notices=tuple(_notices(ordered, files, panel, listed)),
    )


def _again(it: Handed, files: Files) -> Iterator[Problem]:
    """Yields what is said of a card that was handed in twice: which of them counts is for people to say."""
    others = [other for other in files.get(it.key, ()) if other is not it] if it.key else []
    if others:
        places = [str(other.place) for other in others[:SHOWN]]
        more = [f"{len(others) - SHOWN} more"] if len(others) > SHOWN else []
        said = f"another card of {it.key} was handed in: {in_words([*places, *more], 'and')}"
        yield Problem(it.place, f"{said}. Keep one of them")


def _turns(candidate: str, panel: Panel, files: Files, counted: Iterable[Key]) -> Iterator[Turn]:
    for (session, seat), card in panel.cards.items():
        key = Key(candidate, session, seat)
        found = files.get(key, [])
        names = tuple(dict.fromkeys(it.place.file for it in found))
        yield Turn(card.id, card.seat.label, "locked" if key in counted else _state(found), names)


def _state(found: Sequence[Handed]) -> State:
    if not found:
        return "missing"
    return "not locked" if len(found) == 1 and found[0].is_draft else "refused"


def _notices(
    handed: Sequence[Handed], files: Files, panel: Panel, listed: Mapping[str, Place]
) -> Iterator[Problem]:
    first = {key.candidate: found[0].place for key, found in sorted(files.items(), reverse=True)}
    places = {**first, **listed}
    for code, place in sorted(places.items()):
        if _looks_like_a_name(code):
            said = "this looks like a name; a code such as C-017 keeps ratings and people apart"
            yield Problem(place, f"candidate: {said}")
        if listed and code not in listed:
            said = f"candidate: '{code}' is none of the vacancy's candidates"
            yield Problem(place, f"{said}.{did_you_mean(code, listed)}".removesuffix("."))
    yield from _one_code_written_twice(places)
    yield from _several_on_a_seat(handed, panel)


def _looks_like_a_name(code: str) -> bool:
    """Returns whether a code is of words such as people have: letters, some of them small, and no figure."""
    return code != code.upper() and not any(map(str.isdigit, code))


def _one_code_written_twice(places: Mapping[str, Place]) -> Iterator[Problem]:
    spelled: dict[str, str] = {}
    for code, place in sorted(places.items()):
        other = spelled.setdefault("".join(filter(str.isalnum, code.casefold())), code)
        if other != code:
            yield Problem(place, f"candidate: '{code}' and '{other}' count as two candidates: are they one?")


def _several_on_a_seat(handed: Sequence[Handed], panel: Panel) -> Iterator[Problem]:
    """Yields each seat that the vacancy names nobody for, and that more than one person has filled."""
    raters: dict[str, dict[str, Handed]] = {}
    for it in handed:
        if it.key and it.card and it.key.seat not in panel.people:
            raters.setdefault(it.key.seat, {}).setdefault(one_person(it.card.by.name), it)
    for seat, people in sorted(raters.items()):
        if len(people) > 1:
            names = in_words(sorted(it.card.by.name for it in people.values() if it.card), "and")
            last = max(it.place for it in people.values())
            said = f"seat: {names} fill the seat '{seat}', which is one person's"
            yield Problem(last, f"{said}: name the person in the vacancy under `people`")

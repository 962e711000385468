"""Cards filled in with the same answers in each of their kinds."""

from __future__ import annotations

import csv
from io import StringIO
from typing import TYPE_CHECKING, Any, NamedTuple

import yaml
from cards import filled
from conftest import role as resolved

from jdgen.intake import Panel
from jdgen.role.kit.cards import cards
from jdgen.role.kit.view import describe_kit
from jdgen.role.view import describe
from jdgen.source.cards.table import COLUMNS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from cards import Value

    from jdgen.role.kit.model import Card

PEOPLE = "{recruiter: Noor Haddad, chief: Ada Park, finance: Tom Weller, product: Mei Tanaka, engineer: Jürgen Weiß, manager: Ines Costa, people: Dana Whitfield}"
COMPANY = f"people: {PEOPLE}"


class Filling(NamedTuple):
    """What one rater writes on one card."""

    candidate: str = "C-017"
    name: str = "Ada Park"
    date: str = "2027-01-31"
    conflict: str = "none"
    locked: bool = True
    ratings: Mapping[str, str] = {}
    evidence: Mapping[str, str] = {}
    flags: Sequence[str] = ()
    """Names of the boxes."""


def panel_of(name: str = "cto", company: str = COMPANY) -> Panel:
    found = resolved(name, "scaleup", company)
    role = describe(found)
    return Panel.of(role, cards(found, describe_kit(found, role), role))


def full(card: Card, rating: str = "4", **changes: Any) -> Filling:
    """Every question of a card rated, each with evidence."""
    asked = [item.id for sheet in card.sheets for item in sheet.items]
    said = {it: f"Said for {it}: “we cut it by half”." for it in asked}
    ratings = dict.fromkeys(asked, rating)
    return Filling(name=card.seat.person, ratings=ratings, evidence=said)._replace(**changes)


def as_yaml(card: Card, it: Filling) -> bytes:
    machine = known(card)
    flags: dict[str, list[str]] = {}
    for sheet in card.sheets:
        for flag in sheet.flags:
            if flag.id in it.flags:
                flags.setdefault(sheet.competency.id, []).append(flag.text)
    data = {
        "fingerprint": machine["fingerprint"], "role": machine["role"], "stage": machine["stage"],
        "session": machine["session"], "by": {"seat": machine["seat"], "name": it.name}, "candidate": it.candidate,
        "date": it.date, "conflict": it.conflict, "locked": str(it.locked).lower(), "ratings": dict(it.ratings),
        "evidence": dict(it.evidence), "red_flags": flags,
    }  # fmt: skip
    return str(yaml.safe_dump(data, sort_keys=False)).encode()


def as_pdf(blank: bytes, it: Filling) -> bytes:
    values: dict[str, Value] = {
        "interviewer": it.name, "candidate": it.candidate, "date": it.date, "conflict": it.conflict, "locked": it.locked or None,
    }  # fmt: skip
    values |= {f"score-{name}": rating.lower() for name, rating in it.ratings.items()}
    values |= {f"evidence-{name}": text for name, text in it.evidence.items()}
    values |= dict.fromkeys(it.flags, True)
    return filled(blank, {name: value for name, value in values.items() if value is not None})


def rows(card: Card, it: Filling) -> list[dict[str, str]]:
    """A row for each question of the card, whether rated or not."""
    head = {name: known(card)[name] for name in ("fingerprint", "role", "stage", "session", "seat")}
    head |= {
        "name": it.name, "candidate": it.candidate, "date": it.date, "conflict": it.conflict, "locked": str(it.locked).upper(),
    }  # fmt: skip
    return [
        head | {
            "question": item.id, "rating": it.ratings.get(item.id, ""), "evidence": it.evidence.get(item.id, ""),
            "red_flags": "\n".join(flag.text for flag in sheet.flags if flag.id in it.flags and item is sheet.items[0]),
        }
        for sheet in card.sheets
        for item in sheet.items
    ]  # fmt: skip


def as_csv(found: Sequence[Mapping[str, str]], separator: str = ";", encoding: str = "utf-8-sig") -> bytes:
    text = StringIO()
    writer = csv.DictWriter(text, COLUMNS, delimiter=separator, lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(found)
    return text.getvalue().encode(encoding)


def known(card: Card) -> dict[str, str]:
    """What a card is recognised by."""
    return {name.removeprefix("jd-"): value for name, value in card.machine}

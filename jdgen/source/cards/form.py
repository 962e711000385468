"""A scorecard filled in as a PDF form: what its fields hold.

Nothing but the form's own fields is looked at: no page, no script, no attachment.
"""

from __future__ import annotations

import logging
import re
import warnings
from contextlib import contextmanager
from io import BytesIO
from typing import TYPE_CHECKING, Any

import pypdf
from pypdf.errors import DependencyError, PyPdfError
from pypdf.generic import DictionaryObject, NameObject, NullObject

from jdgen.errors import JdgenError, Place, Problem
from jdgen.source.cards.model import LAYER
from jdgen.source.nodes import Node
from jdgen.source.text import CONTROL

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jdgen.source.cards.model import Printed

SCHEMA = "1"
"""Version of the hidden fields that is read."""

MOST = 1000
"""Fields of a form; a card has fifty."""

RADIO = 1 << 15
"""Flag of a group of buttons (ISO 32000-1, table 226)."""

HEAD = {
    "fingerprint": "jd-fingerprint",
    "role": "jd-role",
    "stage": "jd-stage",
    "session": "jd-session",
    "candidate": "candidate",
    "date": "date",
    "conflict": "conflict",
    "locked": "locked",
}
"""Fields of a card, and what the form calls them."""

RATER = {"seat": "jd-seat", "name": "interviewer"}

MADE_OTHERWISE = "is a form, but no scorecard that jdgen wrote"
SCANNED = "has no fields: it was printed or scanned. Fill in the PDF itself and save it, or copy it into the YAML card"
LOCKED_UP = "is protected: save a copy without a password or restrictions"
DAMAGED = "is damaged or cut off: hand it in again, or save it again from the program that filled it in"

FAULTS = (
    PyPdfError, DependencyError, LookupError, TypeError, ValueError, AttributeError, ArithmeticError, AssertionError,
    RecursionError, NotImplementedError, OSError, EOFError,
)  # fmt: skip
"""What pypdf raises where a file is broken: its own errors, and "other exceptions", as it says of itself."""

END = re.compile(rb"startxref\s+\d+\s+%%EOF[\s\0]*\Z")
"""How a PDF ends.

A program that fills in a form may write behind the old end of the file: without the new end, pypdf reads the old values.
"""

Fields = dict[str, Node]


def read_form(data: bytes, file: str, printed: Printed) -> Node:
    """Returns the card in a PDF; fields that are none of a card's, such as those of a template of one's own, are left out.

    Raises:
        JdgenError: this is no PDF, or no filled form, or no card.
    """
    _refuse_others(data, file)
    with _silent():
        try:
            held = _held(data, file)
        except FAULTS:  # without what it takes to decipher a file, it looks broken too
            said = LOCKED_UP if b"/Encrypt" in data else DAMAGED
            raise JdgenError(Problem(Place(file), said)) from None
    if held.get("jd-schema") != SCHEMA:
        raise JdgenError(Problem(Place(file), MADE_OTHERWISE))
    return _card({name: _text(name, value, file) for name, value in held.items()}, file, printed)


def _refuse_others(data: bytes, file: str) -> None:
    said = ""
    if not data:
        said = "the file is empty"
    elif data.startswith(b"PK"):  # it may go on with the name and the bytes of a PDF that is packed in it
        said = "is no PDF: it is a ZIP archive, or an office document"
    elif b"%PDF-" not in data[:1024]:
        said = "is no PDF"
    elif not END.search(data[-1024:]):
        said = DAMAGED
    if said:
        raise JdgenError(Problem(Place(file), said))


@contextmanager
def _silent() -> Iterator[None]:
    """Keeps to itself what pypdf says of a broken file: it logs, and warns, and may repeat what stands in it."""
    logger = logging.getLogger("pypdf")
    before = logger.handlers, logger.propagate
    logger.handlers, logger.propagate = [logging.NullHandler()], False
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        logger.handlers, logger.propagate = before


def _held(data: bytes, file: str) -> dict[str, object]:
    """Returns what each field of the form holds."""
    reader = pypdf.PdfReader(BytesIO(data))
    try:
        # Even without a password: which ciphers can be read depends on what else is installed.
        if reader.is_encrypted:
            raise JdgenError(Problem(Place(file), LOCKED_UP))
        return _values(_listed(reader, file), file)
    finally:
        # Its objects know it, so all of them would stay until a collection of garbage, which a run does without.
        vars(reader).clear()


def _listed(reader: pypdf.PdfReader, file: str) -> list[DictionaryObject]:
    form: Any = _at(reader.root_object, "/AcroForm") or {}
    found: Any = _at(form, "/Fields") or []
    fields = [it.get_object() for it in found[: MOST + 1]]
    if not fields:
        raise JdgenError(Problem(Place(file), SCANNED))
    if len(fields) > MOST:
        raise JdgenError(Problem(Place(file), MADE_OTHERWISE))
    return fields


def _values(fields: list[DictionaryObject], file: str) -> dict[str, object]:
    held: dict[str, object] = {}
    for field in fields:
        name = str(_at(field, "/T"))
        if name in held:
            raise JdgenError(
                Problem(Place(file), "two fields have one name: hand in the PDF that was filled in")
            )
        held[name] = _state(field) if _at(field, "/FT") == "/Btn" else _at(field, "/V")
    return held


def _at(known: Any, key: str) -> Any:  # noqa: ANN401 - a PDF's object may be anything
    """Returns what stands under a key, itself and no reference to it; None where nothing does."""
    value = known.get(key)
    value = None if value is None else value.get_object()
    return None if isinstance(value, NullObject) else value


def _state(field: DictionaryObject) -> str:
    """Returns the state of a group of buttons, or whether a box is ticked; empty for one that is off."""
    value = _at(field, "/V")
    if value is None:  # some programs only turn the button on
        buttons = [it.get_object() for it in _at(field, "/Kids") or [field]]
        value = next(
            (it for it in (_at(button, "/AS") for button in buttons) if it not in {None, "/Off"}), None
        )
    state = "" if value in {None, "/Off"} else str(value).removeprefix("/")
    return state if (_at(field, "/Ff") or 0) & RADIO else str(bool(state)).lower()


def _text(name: str, value: object, file: str) -> Node:
    """Returns what a field holds, as a text with its place."""
    place = Place(file, field=name if re.fullmatch(r"[a-z][a-z0-9_-]*", name) else "")
    if value is None:
        return Node(None, place, LAYER, place)
    if not isinstance(value, str) or isinstance(value, NameObject):
        raise JdgenError(Problem(place, "cannot be read: type it again"))
    text = value.replace("\r\n", "\n").replace("\r", "\n")
    if CONTROL.search(text):
        raise JdgenError(Problem(place, "a control character; delete it and type the text again"))
    return Node(text if text.strip() else None, place, LAYER, place)


def _card(fields: Fields, file: str, printed: Printed) -> Node:
    place = Place(file)
    card = _known(fields, HEAD) | {"by": Node(_known(fields, RATER), place, LAYER, place)}
    parts = {
        "ratings": _ratings(fields),
        "evidence": _part(fields, "evidence-"),
        "red_flags": _flags(fields, printed),
    }
    card |= {name: Node(part, place, LAYER, place) for name, part in parts.items()}
    return Node(card, place, LAYER, place)


def _known(fields: Fields, names: dict[str, str]) -> Fields:
    return {name: fields[called] for name, called in names.items() if called in fields}


def _part(fields: Fields, start: str) -> Fields:
    return {name.removeprefix(start): node for name, node in fields.items() if name.startswith(start)}


def _ratings(fields: Fields) -> Fields:
    """Returns the ratings; a button's state is of letters and figures, and NA is `na`."""
    found = _part(fields, "score-")
    return {name: node._replace(value="NA") if node.value == "na" else node for name, node in found.items()}


def _flags(fields: Fields, printed: Printed) -> dict[str, Node]:
    """Returns the words of the flags that are ticked, by competency."""
    found: dict[str, list[Node]] = {}
    for name, node in fields.items():
        if name.startswith("flag-") and node.value == "true":
            competency, words = printed.flags.get(name, (name.split("-")[1], name))
            found.setdefault(competency, []).append(node._replace(value=words))
    places = {competency: flags[0].place for competency, flags in found.items()}
    return {name: Node(flags, places[name], LAYER, places[name]) for name, flags in found.items()}

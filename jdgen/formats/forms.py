"""Fields that people fill in: what a template marks as one becomes a PDF form field that readers keep.

A template writes every field as a check box or a radio button, text too: class `text` makes one of a line, `area` one
of many lines. WeasyPrint's own text fields embed whole fonts, with a character map that PDF/UA forbids, and its radio
buttons forget their values.
"""

from __future__ import annotations

from collections import Counter
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from jdgen.errors import JdgenError, Problem
from jdgen.formats.acroform import AcroForm

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from jdgen.documents.document import Document
    from jdgen.role.kit import Card

TEXTS = {"text": "line", "area": "lines"}
"""Classes of check boxes that stand for text, and what these become."""


WHO = ("interviewer", "candidate", "conflict", "locked")
"""Fields of every card."""


class Field(NamedTuple):
    """A box on the page: a field, or one button of a group."""

    kind: str
    """`line` or `lines` of text, `radio` or `checkbox`; empty for what a form cannot have."""
    name: str
    """The field's name."""
    value: str
    """What a text field holds at first, or what a button says when it is on."""
    title: str
    """What is read aloud."""
    widget: Any
    """WeasyPrint's annotation."""


def finisher(document: Document) -> Callable[[Any, Any], None] | None:
    """Returns what WeasyPrint has to call before it writes the document; nothing where that has no fields.

    The call raises JdgenError where a form could not have the template's fields.
    """
    return partial(_finish, document) if document.card else None


def _finish(document: Document, laid_out: Any, pdf: Any) -> None:  # noqa: ANN401 - WeasyPrint has no types
    fields = _fields(laid_out)
    hidden = document.card.machine if document.card else ()
    _refuse(document, fields, [name for name, _ in hidden])
    form = AcroForm(pdf, document.templates.folders[-1] / "fonts" / "SourceSans3-Regular.ttf")
    for field in fields:
        match field.kind:
            case "radio":
                form.choose(field.widget, field.value)
            case "checkbox":
                form.tick(field.widget)
            case kind:
                form.write(field.widget, field.value, lines=kind == "lines")
    for name, value in hidden:
        form.hide(name, value)
    form.finish()


def _fields(laid_out: Any) -> list[Field]:  # noqa: ANN401 - WeasyPrint has no types
    """Returns the fields in the order in which they are read."""
    # Trap: these two are no public names; `widget_annotation` is there only while a PDF is being made.
    boxes = [box for page in laid_out.pages for inputs in page.forms.values() for box, _ in inputs]
    boxes.sort(key=lambda box: box.widget_annotation["StructParent"])
    return [_field(box.element, box.widget_annotation) for box in boxes]


def _field(element: Any, widget: Any) -> Field:  # noqa: ANN401 - WeasyPrint has no types
    written = element.get("type", "")
    classes = element.get("class", "").split() if written == "checkbox" else ()
    kinds = [*(TEXTS[name] for name in classes if name in TEXTS), written]
    kind = kinds[0] if written in {"radio", "checkbox"} else ""
    name, value, title = (element.get(it, "") for it in ("name", "value", "title"))
    return Field(kind, name, value, title, widget)


def _refuse(document: Document, fields: Sequence[Field], hidden: Sequence[str]) -> None:
    file = f"{document.kind}.md.j2"
    mistakes = dict.fromkeys([*_odd(fields), *_repeated(fields, hidden), *_lacking(document.card, fields)])
    if mistakes:
        places = document.templates.place_of
        raise JdgenError(*(Problem(places(f'name="{name}"', file), said) for name, said in mistakes))


def _lacking(card: Card | None, fields: Sequence[Field]) -> Iterator[tuple[str, str]]:
    """Yields each field without which a filled card could not be read: who rated whom, what was heard, and the ratings."""
    rated = [item.id for sheet in card.sheets for item in sheet.items] if card else []
    wanted = [*WHO, *(f"{part}-{name}" for name in rated for part in ("evidence", "score"))]
    there = {field.name for field in fields}
    for name in wanted:
        if name not in there:
            yield name, f"the card has no field '{name}', so it could not be read once it is filled in"


def _odd(fields: Sequence[Field]) -> Iterator[tuple[str, str]]:
    """Yields the name of each field that a form cannot have, and what to say of it."""
    for kind, name, value, title, _ in fields:
        if not kind:
            how = 'type="checkbox", with class="text" for a line and class="area" for many'
            yield name, f"the field '{name}' would be empty in other readers: write {how}"
        if not name or "." in name:
            yield name, f"the field's name '{name}' has to be a word without a full stop"
        if not title:
            yield name, f"the field '{name}' has no title for those who cannot see it"
        if kind == "radio" and not (value.isascii() and value.isalnum() and value != "Off"):
            yield (
                name,
                f"the value '{value}' of a button of '{name}' has to be of letters from a to z and figures",
            )


def _repeated(fields: Sequence[Field], hidden: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yields each name that two fields have; WeasyPrint makes a group of buttons anew on each page."""
    own = {(it.name, it.widget.get("Parent", it.widget.reference)) for it in fields}
    for name, number in Counter([*(name for name, _ in own), *hidden]).items():
        if number > 1:
            yield name, f"two fields are called '{name}', or its buttons stand on two pages"

"""A document: the Markdown that a template made of a role, and what a format needs beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from jdgen.documents.headings import refuse_odd_headings
from jdgen.documents.kinds import Kind, stem
from jdgen.documents.publication import published, published_kit
from jdgen.language import ENGLISH

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from jdgen.documents.kinds import Audience, Paper
    from jdgen.documents.subject import Subject
    from jdgen.documents.templates import Templates
    from jdgen.errors import Place
    from jdgen.language import Language
    from jdgen.role import Role
    from jdgen.role.kit import Card, Kit, Seat


class Document(NamedTuple):
    """One text, ready for every format."""

    kind: Kind
    """Which document it is."""
    name: str
    """Its part of the file's name; who reads it included: `kit-chief`."""
    title: str
    """The title in the file's metadata: role and company."""
    description: str
    """One sentence about it."""
    author: str
    """The company, or the program."""
    lang: str
    """Language of the text (BCP 47)."""
    body: str
    """Markdown, with hints about layout (classes) that only HTML and PDF use."""
    role: Role
    """The role it was made of."""
    templates: Templates
    """Where the page's template and style sheet come from."""
    paper: Paper = "a4"
    """Paper of the PDF."""
    card: Card | None = None
    """The scorecard whose fields can be filled in, if it is one."""
    say: Language = ENGLISH
    """The language that it speaks."""
    places: tuple[tuple[str, Place], ...] = ()
    """Where the fields of the company file were written, and the profile's `title`; told to formats that refuse some."""

    @property
    def audience(self) -> Audience:
        """Who may read it."""
        return self.kind.audience

    @property
    def theme(self) -> str:
        """The template of its look."""
        return f"themes/{self.role.brand.theme}.css.j2"

    @property
    def stem(self) -> str:
        """The file's name without its ending; ASCII."""
        return stem(self.role.id, self.role.stage, self.name)


def compose_all(
    subject: Subject, kinds: Sequence[Kind], templates: Templates, paper: Paper = "a4"
) -> Iterator[Document]:
    """Yields the documents `kinds` of `subject`; a kit for each seat that rates, and a scorecard for each of its sessions.

    Raises:
        JdgenError: a template is wrong.
    """
    for kind in kinds:
        if subject.kit and _pointless(kind, subject.kit):
            continue
        if kind is Kind.KIT and subject.kit:
            for seat in subject.kit.seats:
                if seat.rates:
                    yield compose(subject, kind, templates, paper, seat=seat)
        elif kind is Kind.SCORECARD:
            for card in subject.cards:
                yield compose(subject, kind, templates, paper, card=card)
        else:
            yield compose(subject, kind, templates, paper)


def _pointless(kind: Kind, kit: Kit) -> bool:
    """Returns whether a document is about something that the profile does not have."""
    return (kind in {Kind.BRIEF, Kind.ASSESSOR} and kit.case is None) or (
        kind is Kind.REFERENCES and kit.references is None
    )


def compose(
    subject: Subject, kind: Kind, templates: Templates, paper: Paper = "a4", *, seat: Seat | None = None,
    card: Card | None = None,
) -> Document:  # fmt: skip
    """Returns the document `kind` of `subject`, for one seat or as one card where the kind asks for it.

    Raises:
        JdgenError: the template is wrong.
    """
    role, kit = subject.role, subject.kit
    if kind.audience == "public":
        role, kit = published(role), kit and published_kit(kit)
    say = subject.say
    seen = {
        "role": role, "kit": kit, "seat": seat, "card": card, "comparison": subject.comparison, "packet": subject.packet,
    }  # fmt: skip
    body = templates.render(
        f"{kind}.md.j2", say=say, **{name: it for name, it in seen.items() if it is not None}
    )
    refuse_odd_headings(body, f"{kind}.md.j2", templates)
    return Document(
        kind=kind,
        name=_name(subject, kind, seat, card),
        title=_title(subject, kind, seat, card),
        description=say(kind.about.description, title=role.title) if kind.about.description else role.mission,
        author=role.company.name or "jdgen",
        lang=say.code,
        body=body,
        role=role,
        templates=templates,
        paper=paper,
        card=card,
        say=say,
        places=subject.places,
    )


def _name(subject: Subject, kind: Kind, seat: Seat | None, card: Card | None) -> str:
    other = f"with-{subject.comparison.second.id}" if subject.comparison else ""
    return "-".join(part for part in (kind.about.file, other, seat and seat.id, card and card.id) if part)


def _title(subject: Subject, kind: Kind, seat: Seat | None, card: Card | None) -> str:
    role, both, say = subject.role, subject.comparison, subject.say
    parts = [
        say(kind.about.title) if kind.about.title else "",
        seat.title if seat else "",
        f"{card.session.title}, {card.seat.title}" if card else "",
    ]
    about = ", ".join(part for part in parts if part)
    stage = say.inside(role.stage_name)
    titles = say("{one} and {other}", one=role.title, other=both.second.title) if both else role.title
    name = say("{document}: {title}, {stage}", document=about, title=titles, stage=stage) if about else titles
    return f"{name} — {role.company.name}" if role.company.name else name

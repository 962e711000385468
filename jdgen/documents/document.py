"""A document: the Markdown that a template made of a role, and what a format needs beside it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from jdgen.documents.headings import refuse_odd_headings
from jdgen.documents.kinds import Kind
from jdgen.documents.publication import published

if TYPE_CHECKING:
    from jdgen.documents.kinds import Audience, Paper
    from jdgen.documents.templates import Templates
    from jdgen.role import Role


@dataclass(frozen=True, slots=True)
class Document:
    """One text, ready for every format."""

    kind: Kind
    """Which document it is."""
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

    @property
    def audience(self) -> Audience:
        """Who may read it."""
        return self.kind.audience

    @property
    def stem(self) -> str:
        """The file's name without its ending; ASCII."""
        return f"{self.role.id}-{self.role.stage}-{self.kind}"


def compose(role: Role, kind: Kind, templates: Templates, paper: Paper = "a4") -> Document:
    """Returns the document `kind` of `role`.

    Raises:
        JdgenError: the template is wrong.
    """
    company = role.company.name
    role = published(role) if kind.audience == "public" else role
    posting = kind is Kind.POSTING
    name = role.title if posting else f"Interview rubric: {role.title}, {role.stage_name.lower()}"
    body = templates.render(f"{kind}.md.j2", role=role)
    refuse_odd_headings(body, f"{kind}.md.j2", templates)
    return Document(
        kind=kind,
        title=f"{name} — {company}" if company else name,
        description=role.mission
        if posting
        else f"How candidates for {role.title} are assessed: questions, anchors, weights and rule.",
        author=company or "jdgen",
        lang="en",
        body=body,
        role=role,
        templates=templates,
        paper=paper,
    )

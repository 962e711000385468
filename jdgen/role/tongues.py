"""Texts of a role that are in another language than its documents, marked as such."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple

from jdgen.language import ENGLISH, LANGUAGES, Language, foreign
from jdgen.schema.fields import Frozen

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from jdgen.role.resolution import Resolved
    from jdgen.source import Node


class Voices(NamedTuple):
    """The languages in which sentences are made."""

    say: Language
    """The documents'."""
    own: Language
    """The one of the sentences that are made of the profile's words.

    Half a sentence in each of two languages is none in either: these keep the profile's, where it is a known one.
    """


ENGLISH_VOICES = Voices(ENGLISH, ENGLISH)

PROFILE_NAMES = frozenset({"author", "publisher", "url"})
COMPANY_NAMES = frozenset(
    {
        "name",
        "website",
        "page",
        "url",
        "email",
        "phone",
        "contact",
        "reference",
        "locations",
        "people",
        "boards",
        "brand",
    }
)
"""Fields with names, numbers and addresses, which belong to no language."""


def spoken(resolved: Resolved, asked: str | None = None) -> str:
    """Returns the language of a role's documents: what was asked for, else the company's, else the profile's, else English."""
    wanted = asked or resolved.company.language or resolved.languages["profile"]
    return wanted if wanted in LANGUAGES else "en"


def voices(resolved: Resolved, asked: str | None, known: Callable[[str], Language]) -> Voices:
    """Returns the languages of a role's documents, where `asked` is what the command line says and `known` finds a language."""
    code, own = spoken(resolved, asked), resolved.languages["profile"]
    say = known(code)
    return Voices(say, known(own).marked() if own in LANGUAGES and own != code else say)


def marked(resolved: Resolved, lang: str) -> Resolved:
    """Returns the role with each text that is not in the language `lang` marked with its own."""
    others = {layer: "" if own == lang else own for layer, own in resolved.languages.items()}
    if not any(others.values()):
        return resolved
    peer = resolved.counterpart
    return replace(
        resolved,
        profile=_marked(resolved.profile, resolved.tree, others, PROFILE_NAMES),
        company=_marked(resolved.company, resolved.company_tree, others, COMPANY_NAMES),
        counterpart=peer and _marked(peer, _leaf("counterpart", resolved.tree), others, PROFILE_NAMES),
    )


def _leaf(layer: str, node: Node) -> Node:
    """Returns a node with nothing below, so that all of a model is of one layer."""
    return node._replace(value=None, layer=layer)


def _marked(value: Any, node: Node, others: Mapping[str, str], names: frozenset[str]) -> Any:  # noqa: ANN401 - any part of a model
    """Ids, and words that the schema chooses from, are marked too: they stay equal to what they were."""
    match value:
        case str():
            return foreign(value, others.get(node.layer, ""))
        case Frozen():
            fields = {
                name: _marked(part, node.at(name), others, names) for name, part in value if name not in names
            }
            return value.model_copy(update=fields)
        case dict():
            below = ((name, part, node.at(str(name))) for name, part in value.items())
            return {
                _marked(name, at, others, names): _marked(part, at, others, names) for name, part, at in below
            }
        case list():
            return [_marked(part, node.at(number), others, names) for number, part in enumerate(value)]
    return value

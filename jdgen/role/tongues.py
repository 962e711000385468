"""Texts of a role that are in another language than its documents, marked as such."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar, get_args, get_origin, get_type_hints

from jdgen.language import ENGLISH, LANGUAGES, Language, foreign
from jdgen.schema.company import Accommodation, Company
from jdgen.schema.fields import Frozen, Id, Text
from jdgen.schema.requirement import Method

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from jdgen.role.resolution import Resolved
    from jdgen.source import Node

M = TypeVar("M", bound=Frozen)


class Voices(NamedTuple):
    """The languages in which sentences are made."""

    say: Language
    """The documents'."""
    own: Language
    """The one of the sentences that are made of the profile's words.

    Half a sentence in each of two languages is none in either: these keep the profile's, where it is a known one.
    """


ENGLISH_VOICES = Voices(ENGLISH, ENGLISH)

NAMES = frozenset(
    {
        "author",
        "publisher",
        "url",
        "website",
        "page",
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
"""Fields with names, numbers and addresses."""

BEARERS = (Company, Accommodation, Method)
"""Models whose `name` is a proper name; other names are words."""

WITH_TOPICS, TOPICS = frozenset({"rating_errors", "forbidden"}), Text
"""Collections whose keys are printed, and what these are."""


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
    marker, peer = _Marker(others), resolved.counterpart
    return resolved._replace(
        profile=marker.model(resolved.profile, resolved.tree),
        company=marker.model(resolved.company, resolved.company_tree),
        counterpart=peer and marker.model(peer, resolved.tree._replace(value=None, layer="counterpart")),
    )


class _Marker:
    """Marks the texts of models; ids, addresses and words that the schema chooses from belong to no language."""

    def __init__(self, others: Mapping[str, str]) -> None:
        self._others = others
        """Language of the texts of each layer, empty where it is the documents'."""

    def model(self, it: M, node: Node) -> M:
        """Returns the model with its texts marked; `node` says which layer each comes from."""
        hints = get_type_hints(type(it), include_extras=True)
        fields = {
            name: self._value(value, hints[name], node.at(name), TOPICS if name in WITH_TOPICS else Id)
            for name, value in it
            if name not in NAMES and not (name == "name" and isinstance(it, BEARERS))
        }
        return it.model_copy(update=fields)

    def _value(self, value: Any, hint: Any, node: Node, key: Any = Id) -> Any:  # noqa: ANN401 - any part of a model
        match value:
            case str():
                return foreign(value, self._others.get(node.layer, "")) if _holds_text(hint) else value
            case Frozen():
                return self.model(value, node)
            case dict():
                below = ((name, part, node.at(str(name))) for name, part in value.items())
                return {self._value(name, key, at): self._value(part, hint, at) for name, part, at in below}
            case list():
                return [self._value(part, hint, node.at(number)) for number, part in enumerate(value)]
        return value


def _holds_text(hint: object) -> bool:
    """Returns whether text stands in a field of this type, or in its values; a collection's keys are ids."""
    if hint == Text:
        return True
    parts = get_args(hint)
    return any(map(_holds_text, parts[1:] if get_origin(hint) is dict else parts))

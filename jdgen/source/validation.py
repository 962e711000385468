"""A node tree against a model: the model, or one problem for each mistake, at the place where it was written."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, TypeVar, get_args, get_origin

from pydantic import BaseModel, ValidationError

from jdgen.errors import JdgenError, Place, Problem, did_you_mean, in_words
from jdgen.schema.fields import COLOUR, CURRENCY, EMAIL, FINGERPRINT, ROLE, URL
from jdgen.source.nodes import CONFIDENTIAL

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pydantic_core import ErrorDetails

    from jdgen.source.nodes import Node

M = TypeVar("M", bound=BaseModel)
N = TypeVar("N", bound=BaseModel)

Path = tuple[str | int, ...]
"""Keys of mappings and indexes of lists."""

KINDS = {dict: "a mapping of `name: value` lines", list: "a list", str: "text", type(None): "nothing"}

EXPECTED = {
    "string": "text", "list": "a list", "tuple": "a list", "dict": KINDS[dict], "model": KINDS[dict],
    "model_attributes": KINDS[dict], "int": "a whole number", "int_from_float": "a whole number", "decimal": "a number",
    "bool": "true or false", "date": "a date as 2027-01-31", "date_from_datetime": "a date as 2027-01-31",
    "date_from_datetime_inexact": "a date as 2027-01-31",
}  # fmt: skip
"""What a value should have been, by pydantic's name for the mistake."""

PLAIN = {
    "string_too_short": "the text is empty",
    "too_short": "is empty: expected one entry at least",
}
"""What else is said, by pydantic's name for the mistake."""

NOT_FIELDS = {
    "requirements": {
        "weight": "a requirement carries no weight: weights belong to competencies, because years and diplomas say next to nothing about performance",
        "max_years": "a requirement states a minimum only; a cap on years screens out by age",
        "text": "the sentence of this kind is made from its fields, so that a number is typed once",
    },
    "competencies": {
        "weight": "weights stand in `weights`, beside `competencies`: together they sum to 100",
        "floor": "floors stand in `floors`, beside `competencies`",
    },
}
"""Fields that people expect and that stand elsewhere, or are left out for a reason, by collection."""

PATTERNS = {
    URL: "expected an address that begins with https:// or http://",
    EMAIL: "expected an address such as jobs@example.com",
    COLOUR: "expected a colour as #1F3A5F",
    CURRENCY: "expected an ISO 4217 code of three capitals, such as USD or EUR",
    ROLE: "use lower-case letters, digits and -, beginning with a letter",
    FINGERPRINT: "expected the twelve characters that are printed on the card; a spreadsheet keeps them in a column of text",
    "": "use lower-case letters, digits and _, beginning with a letter",
}
"""What a text that must have a form is told."""

UNION_BRANCHES = ("literal[", "constrained-", "function-", "date[")
"""How pydantic names the branch of a union that it tried; no field is called so."""

CODES = {("requirements", "weight"): "E06"}
"""The rubric's rule that an unknown field breaks."""


def validate(model: type[M], node: Node) -> M:
    """Returns the model that `node` describes.

    Raises:
        JdgenError: one problem for each field that the model refuses.
    """
    if node.value == {} and not any(field.is_required() for field in model.model_fields.values()):
        return model.model_construct()  # what is checked first costs building the checks
    try:
        return model.model_validate(node.plain)
    except ValidationError as error:
        mistakes = _by_value(node, error.errors(include_url=False))
        raise JdgenError(
            *sorted({_problem(model, node, path, details) for (path, _), details in mistakes.items()})
        ) from None


def validate_all(first: tuple[type[M], Node], second: tuple[type[N], Node]) -> tuple[M, N]:
    """Returns both models.

    Raises:
        JdgenError: what either of them refuses, together.
    """
    problems: list[Problem] = []
    models: list[Any] = []
    for model, node in (first, second):
        try:
            models.append(validate(model, node))
        except JdgenError as error:
            problems += error.problems
    if problems:
        raise JdgenError(*sorted(set(problems)))
    return models[0], models[1]


def _by_value(root: Node, details: Sequence[ErrorDetails]) -> dict[tuple[Path, bool], list[ErrorDetails]]:
    """Returns what is said of each value, or of its name (true): of a union's value each branch says something."""
    found: dict[tuple[Path, bool], list[ErrorDetails]] = {}
    for detail in details:
        found.setdefault((_path(root, detail), "[key]" in detail["loc"]), []).append(detail)
    return found


def _path(root: Node, detail: ErrorDetails) -> Path:
    path = tuple(
        part for part in detail["loc"] if part != "[key]" and not str(part).startswith(UNION_BRANCHES)
    )
    missed = 0 if detail["type"] == "missing" else len(_walk(root, path)[1])
    return path[: len(path) - missed]


def _problem(model: type[BaseModel], root: Node, path: Path, details: Sequence[ErrorDetails]) -> Problem:
    detail = min(details, key=lambda it: it["type"] == "literal_error")
    node, rest = _walk(root, path)
    value, name = _sayable(node), _name(node, path)
    match detail["type"]:
        case "extra_forbidden":
            holder = str(path[0])
            why = NOT_FIELDS.get(holder, {}).get(name, "")
            said = f"; {why}" if why else "." + did_you_mean(str(path[-1]), _fields(model, path[:-1]))
            called = f" '{name}'" if name else ""
            return Problem(
                node.key,
                f"unknown field{called}{said}".removesuffix("."),
                CODES.get((holder, name), ""),
            )
        case "missing":
            return _missing(node, str(rest[-1]))
        case "union_tag_not_found":
            return Problem(_holder(node), _not_there(root, path))
        case "union_tag_invalid":
            tag = str(detail["ctx"]["tag"])
            kind = node.at("kind")
            return Problem(
                kind.place, f"kind: must be {_listed(detail)}." + did_you_mean(tag, _names(detail))
            )
    if "[key]" in detail["loc"]:
        return Problem(node.key, f"the name: {_advice(detail, name or ...)}")
    others = [
        other for it in details if it is not detail and it["type"] == "literal_error" for other in _names(it)
    ]
    return Problem(
        node.place,
        f"{name}: {_advice(detail, value)}".removeprefix(": ")
        + (f"; or write {in_words(others)}" if others else ""),
    )


def _sayable(node: Node) -> object:
    """Returns the value; of a confidential text only that it is one."""
    return ... if node.layer in CONFIDENTIAL and isinstance(node.value, str) else node.value


def _name(node: Node, path: Path) -> str:
    """Returns the name of the last field on `path`; none for one that may be a sentence of a confidential file."""
    name = next((part for part in reversed(path) if isinstance(part, str)), "")
    return "" if node.layer in CONFIDENTIAL and not re.fullmatch(r"[a-z][a-z0-9_]{0,40}", name) else name


def _missing(node: Node, name: str) -> Problem:
    gone = dict(node.removed).get(name)
    if gone:
        return Problem(gone, f"the field '{name}' is removed here, and nothing takes its place")
    return Problem(_holder(node), f"the field '{name}' is missing")


def _not_there(root: Node, path: Sequence[str | int]) -> str:
    """Returns what to say of an entry without its `kind`: most often a change to one that has another name."""
    beside = root.at(*path[:-1]).value
    hint = did_you_mean(
        str(path[-1]), [name for name in beside if name != path[-1]] if isinstance(beside, dict) else []
    )
    where = "What holds for one role only stands in company.yaml below `roles:`"
    return f"there is no '{path[-1]}' to change, and a new one says its 'kind'.{hint} {where}"


def _walk(root: Node, path: Sequence[str | int]) -> tuple[Node, list[str | int]]:
    """Returns the deepest node on `path`, and what of the path was not there (a union's tag is passed over)."""
    node, missed = root, []
    for part in path:
        below = node.at(part)
        if below is node:
            missed.append(part)
        else:
            node, missed = below, []
    return node, missed


def _holder(node: Node) -> Place:
    """Where a missing field is reported: at the name of the mapping that lacks it."""
    return node.key if node.key.line else node.place


def _fields(model: Any, path: Sequence[str | int]) -> list[str]:  # noqa: ANN401 - annotations are any object
    """Returns the names of the fields that the model at `path` knows."""
    for part in path:
        model = _below(model, part)
    found = [
        kind for kind in _models(model) if not path or len(_models(model)) == 1 or path[-1] == _kind(kind)
    ]
    return [
        field.alias or name for kind in found or _models(model) for name, field in kind.model_fields.items()
    ]


def _below(model: Any, part: str | int) -> Any:  # noqa: ANN401 - annotations are any object
    kinds = _models(model)
    named = [kind for kind in kinds if part == _kind(kind)]
    if named and len(kinds) > 1:
        return named[0]
    for kind in kinds:
        for name, field in kind.model_fields.items():
            if part in {name, field.alias}:
                return field.annotation
    origin, args = get_origin(model), get_args(model)
    return args[-1] if origin in {dict, list, tuple} and args else model


def _models(annotation: Any) -> list[type[BaseModel]]:  # noqa: ANN401 - annotations are any object
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    if get_origin(annotation) in {dict, list, tuple}:
        return []
    return [kind for arg in get_args(annotation) for kind in _models(arg)]


def _kind(model: type[BaseModel]) -> str | None:
    field = model.model_fields.get("kind")
    return get_args(field.annotation)[0] if field else None


def _names(detail: ErrorDetails) -> list[str]:
    expected = detail["ctx"].get("expected_tags") or detail["ctx"].get("expected") or ""
    return [name.strip(" '") for name in expected.replace(" or ", ", ").split(",")]


def _listed(detail: ErrorDetails) -> str:
    return in_words(_names(detail)) if "expected_tags" in detail["ctx"] else "it says what is asked"


def _advice(detail: ErrorDetails, value: object) -> str:
    expected = EXPECTED.get(detail["type"].removesuffix("_type").removesuffix("_parsing"))
    if expected == "text" and isinstance(value, dict):
        return "expected text, found a mapping: put quotes round text that holds ': ' or begins with a brace"
    if expected:
        return f"expected {expected}, found {_shown(value)}"
    match detail["type"]:
        case "literal_error":
            names = _names(detail)
            return f"must be {in_words(names)}." + did_you_mean(str(value), names)
        case "string_pattern_mismatch":
            return f"{_shown(value)} does not fit: {PATTERNS.get(detail['ctx']['pattern'], PATTERNS[''])}"
        case "value_error":
            return str(detail["ctx"]["error"])
    return PLAIN.get(detail["type"]) or detail["msg"][:1].lower() + detail["msg"][1:]


def _shown(value: object) -> str:
    if isinstance(value, str):
        return f"'{value[:40]}…'" if len(value) > 40 else f"'{value}'"  # noqa: PLR2004 - enough to recognise it
    return KINDS.get(type(value), "text")

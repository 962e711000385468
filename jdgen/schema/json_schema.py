"""JSON Schema of the files that users write, described by the attribute docstrings of the models."""

from __future__ import annotations

import ast
import json
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from jdgen.schema.candidates import Candidates
from jdgen.schema.company import Company
from jdgen.schema.profile import Profile, Stages
from jdgen.schema.rubric import Rubric
from jdgen.schema.scorecard import Scorecard
from jdgen.schema.vacancy import Vacancy

if TYPE_CHECKING:
    from pydantic import BaseModel

MODELS: dict[str, type[BaseModel]] = {
    "profile": Profile,
    "company": Company,
    "vacancy": Vacancy,
    "candidates": Candidates,
    "scorecard": Scorecard,
    "rubric": Rubric,
}

STAGE_SPELLINGS = [
    "startup",
    "start-up",
    "Start-up",
    "scaleup",
    "scale-up",
    "Scale-up",
    "enterprise",
    "Enterprise",
]
"""How a company's stage may be written; editors have no rule for spelling."""

KIND = "Which of the forms this is."

FROM_STAGE = ("because", "weights", "floors")
"""Fields of a resolved profile that a file sets in its stages."""

FROM_COMMON = (
    "scale", "not_assessed", "method_levels", "experience_kinds", "area_names", "scoring", "time", "limits", "rating_errors",
    "forbidden", "sources",
)  # fmt: skip
"""Fields that common.yaml already sets."""


def json_schema(name: str) -> str:
    """Returns the JSON Schema of a model in `MODELS` as text."""
    model = MODELS[name]
    schema = model.model_json_schema()
    if name == "profile":
        _as_written(schema)
    if name == "company":
        schema["properties"]["stage"] = {"enum": STAGE_SPELLINGS}
    for title, part in {model.__name__: schema, **schema.get("$defs", {})}.items():
        _describe(title, part)
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


def attribute_docs(module: str) -> dict[str, dict[str, str]]:
    """Returns the docstrings below the attributes of each class of a module of this package; "" is the class's own."""
    package, _, name = module.rpartition(".")
    tree = ast.parse(files(package).joinpath(f"{name}.py").read_text("utf-8"))
    return {node.name: _documented(node) for node in tree.body if isinstance(node, ast.ClassDef)}


def _documented(node: ast.ClassDef) -> dict[str, str]:
    docs = {"": ast.get_docstring(node) or ""}
    for statement, after in zip(node.body, node.body[1:], strict=False):
        text = isinstance(after, ast.Expr) and isinstance(after.value, ast.Constant) and after.value.value
        if (
            isinstance(statement, ast.AnnAssign)
            and isinstance(statement.target, ast.Name)
            and isinstance(text, str)
        ):
            docs[statement.target.id] = text
    return docs


@cache
def _docs() -> dict[str, dict[str, str]]:
    """The docstrings of all models, those of a base included."""
    docs: dict[str, dict[str, str]] = {}
    for module in (
        "requirement",
        "competency",
        "plan",
        "publishing",
        "profile",
        "company",
        "vacancy",
        "candidates",
        "scorecard",
        "rubric",
    ):
        docs |= attribute_docs(f"jdgen.schema.{module}")
    shared = docs["_Requirement"]
    kinds = ("Degree", "Experience", "Certification", "Method", "Scope", "Skill", "Logistics")
    return docs | {name: shared | docs[name] for name in kinds}


def _describe(title: str, part: dict[str, Any]) -> None:
    docs = _docs()["Stages"] | _docs().get(title, {})
    part["description"] = _docs().get(title, {}).get("", "")
    for name, field in part.get("properties", {}).items():
        said = docs.get(name) or docs.get(f"{name}_") or (KIND if name == "kind" else "")
        if said:
            field["description"] = said


def _as_written(schema: dict[str, Any]) -> None:
    """Turns the schema of a resolved profile into that of a profile's file: stages in, what they set out."""
    for name in FROM_STAGE:
        del schema["properties"][name]
    schema["required"] = [name for name in schema["required"] if name not in FROM_COMMON]
    schema["properties"]["schema"] = {"enum": [1, "1"]}  # YAML reads a figure where this program reads text
    stages = Stages.model_json_schema()
    schema["properties"] |= stages["properties"]
    schema["$defs"] |= stages["$defs"]
    schema["required"] += stages["required"]

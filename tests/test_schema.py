"""The JSON Schema that editors complete and check by: whole, described, and true to the files that ship."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from jdgen.cli.schema import NAMES
from jdgen.schema.json_schema import MODELS, json_schema
from jdgen.source.parsing import parse

if TYPE_CHECKING:
    from collections.abc import Iterator

    from conftest import Run

    Json = dict[str, Any]

ROOT = Path(__file__).parents[1]
TYPES = {"object", "array", "string", "integer", "number", "boolean", "null"}


def schema(name: str) -> Json:
    made: Json = json.loads(json_schema(name))
    return made


def parts(value: Any) -> Iterator[Json]:
    """Every mapping inside, the fields of a model (which are names, not words of JSON Schema) passed over."""
    if isinstance(value, dict):
        yield value
        for name, part in value.items():
            inside = part.values() if name in {"properties", "patternProperties", "$defs"} else [part]
            for each in inside:
                yield from parts(each)
    elif isinstance(value, list):
        for part in value:
            yield from parts(part)


def models(whole: Json) -> dict[str, Json]:
    return {whole["title"]: whole, **whole.get("$defs", {})}


def unknown(whole: Json, part: Json, value: Any, path: str = "") -> list[str]:
    """The paths of a file that the schema does not know; the alternative that knows most is taken."""
    if "$ref" in part:
        return unknown(whole, whole["$defs"][part["$ref"].rpartition("/")[2]], value, path)
    either = part.get("anyOf") or part.get("oneOf")
    if either:
        return min((unknown(whole, each, value, path) for each in either), key=len)
    if isinstance(value, list):
        items = part.get("items")
        return (
            [it for index, each in enumerate(value) for it in unknown(whole, items, each, f"{path}.{index}")]
            if items
            else [path]
        )
    if not isinstance(value, dict):
        return [path] if part.get("type") in {"object", "array"} and value is not None else []
    fields = part.get("properties", {})
    others = part.get(
        "additionalProperties", part.get("type") == "object" and "patternProperties" not in part
    )
    found = []
    for name, each in value.items():
        by_pattern = [
            it for pattern, it in part.get("patternProperties", {}).items() if re.search(pattern, name)
        ]
        if name in fields or by_pattern:
            found += unknown(whole, fields.get(name) or by_pattern[0], each, f"{path}.{name}")
        elif isinstance(others, dict):
            found += unknown(whole, others, each, f"{path}.{name}")
        elif not others:
            found.append(f"{path}.{name}")
    return found


def shipped(file: str) -> Any:
    return parse((ROOT / file).read_text("utf-8"), file, "file").plain


@pytest.mark.parametrize("name", NAMES)
def test_it_is_json_schema(name: str) -> None:
    whole = schema(name)
    assert whole["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    for part in parts(whole):
        if "$ref" in part:
            assert part["$ref"].removeprefix("#/$defs/") in whole["$defs"]
        if isinstance(part.get("type"), str):
            assert part["type"] in TYPES
        assert set(part.get("required", [])) <= set(part.get("properties", {}))
        re.compile(part.get("pattern", ""))


@pytest.mark.parametrize("name", NAMES)
def test_every_model_and_every_field_is_described(name: str) -> None:
    bare = []
    for title, model in models(schema(name)).items():
        fields = model.get("properties", {})
        bare += [title] if not model.get("description") else []
        bare += [f"{title}.{field}" for field, it in fields.items() if not it.get("description")]
    assert bare == []


@pytest.mark.parametrize("name", NAMES)
def test_every_model_refuses_what_it_does_not_know(name: str) -> None:
    loose = [
        title
        for title, it in models(schema(name)).items()
        if "properties" in it and it.get("additionalProperties") is not False
    ]
    assert loose == []


@pytest.mark.parametrize("file", ["profiles/cto.yaml", "profiles/cpo.yaml"])
def test_the_shipped_profiles_hold_only_what_the_schema_knows_and_all_that_it_asks(file: str) -> None:
    whole, profile = schema("profile"), shipped(file)
    assert unknown(whole, whole, profile) == []
    assert set(whole["required"]) <= set(profile)


def test_what_all_profiles_share_is_known_to_the_schema_too() -> None:
    whole = schema("profile")
    assert unknown(whole, whole, shipped("profiles/common.yaml")) == []


@pytest.mark.parametrize(
    "file", sorted(str(path.relative_to(ROOT)) for path in ROOT.glob("examples/*/company.yaml"))
)
def test_the_company_files_of_the_examples_hold_only_what_the_schema_knows(file: str) -> None:
    whole = schema("company")
    assert unknown(whole, whole, shipped(file)) == []


def test_a_field_that_the_schema_does_not_know_would_be_found() -> None:
    whole, profile = schema("profile"), shipped("profiles/cto.yaml")
    profile["titel"] = "x"
    profile["competencies"]["strategy"]["questions"]["st1"]["prob"] = "x"
    profile["requirements"]["degree"]["weight"] = "x"
    profile["stages"]["startup"]["weight"] = "x"
    profile["areas"]["Strategy"] = {"owns": "x"}
    assert sorted(unknown(whole, whole, profile)) == [
        ".areas.Strategy", ".competencies.strategy.questions.st1.prob", ".requirements.degree.weight", ".stages.startup.weight", ".titel",
    ]  # fmt: skip


def test_a_profile_is_described_as_it_is_written_and_not_as_it_is_resolved() -> None:
    fields = schema("profile")["properties"]
    assert {"stages", "from"} & set(fields) == {"stages"}
    assert not {"because", "weights", "floors"} & set(fields)
    assert {"because", "weights", "floors", "patch"} == set(schema("profile")["$defs"]["Stage"]["properties"])


def test_fields_are_called_as_users_write_them() -> None:
    names = {
        field
        for name in NAMES
        for model in models(schema(name)).values()
        for field in model.get("properties", {})
    }
    assert {"from", "schema"} <= names
    assert not [name for name in names if name.endswith("_")]


def test_every_file_that_users_write_has_a_schema() -> None:
    assert set(NAMES) == set(MODELS)


@pytest.mark.parametrize("name", NAMES)
def test_the_command_prints_it(name: str, run: Run) -> None:
    done = run("schema", name)
    assert (done.code, done.err, done.out) == (0, "", json_schema(name))


def test_the_command_prints_that_of_a_profile_if_none_is_named(run: Run) -> None:
    assert run("schema").out == json_schema("profile")


def test_the_command_writes_all_three_below_a_folder(run: Run, tmp_path: Path) -> None:
    done = run("schema", "-o", tmp_path / "schemas")
    assert done.out.splitlines() == [str(tmp_path / "schemas" / f"{name}.schema.json") for name in NAMES]
    assert (tmp_path / "schemas/company.schema.json").read_text("utf-8") == json_schema("company")

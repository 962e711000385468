"""JSON Merge Patch (RFC 7396) over nodes, and where each value came from."""

from __future__ import annotations

from functools import reduce
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jdgen.role.merge import merge
from jdgen.source import Node
from jdgen.source.parsing import parse

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy

APPENDIX_A = [
    ('{"a":"b"}', '{"a":"c"}', '{"a":"c"}'),
    ('{"a":"b"}', '{"b":"c"}', '{"a":"b","b":"c"}'),
    ('{"a":"b"}', '{"a":null}', "{}"),
    ('{"a":"b","b":"c"}', '{"a":null}', '{"b":"c"}'),
    ('{"a":["b"]}', '{"a":"c"}', '{"a":"c"}'),
    ('{"a":"c"}', '{"a":["b"]}', '{"a":["b"]}'),
    ('{"a":{"b":"c"}}', '{"a":{"b":"d","c":null}}', '{"a":{"b":"d"}}'),
    ('{"a":[{"b":"c"}]}', '{"a":[1]}', '{"a":[1]}'),
    ('["a","b"]', '["c","d"]', '["c","d"]'),
    ('{"a":"b"}', '["c"]', '["c"]'),
    ('{"a":"foo"}', "null", "null"),
    ('{"a":"foo"}', '"bar"', '"bar"'),
    ('{"e":null}', '{"a":1}', '{"e":null,"a":1}'),
    ("[1,2]", '{"a":"b","c":null}', '{"a":"b"}'),
    ("{}", '{"a":{"bb":{"ccc":null}}}', '{"a":{"bb":{}}}'),
]

names = st.sampled_from("abc")
leaves = st.one_of(st.none(), st.sampled_from(["x", "y", "z"]), st.lists(st.sampled_from("xy"), max_size=2))


def mappings(values: SearchStrategy[Any]) -> SearchStrategy[dict[str, Any]]:
    return st.dictionaries(names, values, max_size=3)


trees = mappings(st.recursive(leaves, mappings, max_leaves=12))


def read(json: str, layer: str = "file") -> Node:
    return parse(f'{{"it": {json}}}', f"{layer}.yaml", layer).at("it")


def node(value: Any, layer: str) -> Node:
    """The value as a tree in which every node belongs to `layer`."""
    place = parse("{}", f"{layer}.yaml", layer).place
    match value:
        case dict():
            value = {name: node(part, layer) for name, part in value.items()}
        case list():
            value = [node(part, layer) for part in value]
    return Node(value, place, layer, place)


def by_the_rfc(target: Any, patch: Any) -> Any:
    """The pseudo-code of section 2, in Python."""
    if not isinstance(patch, dict):
        return patch
    result = dict(target) if isinstance(target, dict) else {}
    for name, value in patch.items():
        if value is None:
            result.pop(name, None)
        else:
            result[name] = by_the_rfc(result.get(name), value)
    return result


def leaves_of(value: Any, path: tuple[str, ...] = ()) -> dict[tuple[str, ...], Any]:
    if not isinstance(value, dict):
        return {path: value}
    return {key: leaf for name, part in value.items() for key, leaf in leaves_of(part, (*path, name)).items()}


@pytest.mark.parametrize(("target", "patch", "result"), APPENDIX_A)
def test_the_examples_of_appendix_a_hold(target: str, patch: str, result: str) -> None:
    assert merge(read(target), read(patch)).plain == read(result).plain


def test_the_appendix_has_fifteen_examples() -> None:
    assert len(APPENDIX_A) == 15


@given(trees, trees)
def test_merging_is_what_the_rfc_says(target: dict[str, Any], patch: dict[str, Any]) -> None:
    assert merge(node(target, "a"), node(patch, "b")).plain == by_the_rfc(target, patch)


@given(trees)
def test_an_empty_patch_changes_nothing_places_included(target: dict[str, Any]) -> None:
    assert merge(node(target, "a"), node({}, "b")) == node(target, "a")


@given(trees, trees)
def test_a_patch_applied_twice_is_a_patch_applied_once(target: dict[str, Any], patch: dict[str, Any]) -> None:
    once = merge(node(target, "a"), node(patch, "b"))
    assert without_history(merge(once, node(patch, "b"))) == without_history(once)


def test_a_value_remembers_all_that_it_replaced() -> None:
    first, second = merge(node({"a": "1"}, "x"), node({"a": "2"}, "y")), node({"a": ["3"]}, "z")
    now = merge(first, second).at("a")
    assert now.before
    assert now.before.before
    assert [it.plain for it in (now, now.before, now.before.before)] == [["3"], "2", "1"]
    assert now.before.before.before is None


def without_history(tree: Node) -> Node:
    """The tree as if every value had been there from the start."""
    match tree.value:
        case dict(fields):
            return tree._replace(
                value={name: without_history(it) for name, it in fields.items()}, before=None
            )
        case list(items):
            return tree._replace(value=[without_history(it) for it in items], before=None)
    return tree._replace(before=None)


@given(trees, trees)
def test_merging_leaves_its_arguments_as_they_were(target: dict[str, Any], patch: dict[str, Any]) -> None:
    one, other = node(target, "a"), node(patch, "b")
    merge(one, other)
    assert (one.plain, other.plain) == (target, patch)


@given(st.lists(trees, min_size=2, max_size=5))
def test_the_last_layer_has_the_last_word(layers: list[dict[str, Any]]) -> None:
    merged = leaves_of(reduce(merge, [node(layer, str(number)) for number, layer in enumerate(layers)]).plain)
    for path, value in leaves_of(layers[-1]).items():
        if value is None:
            assert not any(other[: len(path)] == path for other in merged)
        else:
            assert merged[path] == value


@given(st.lists(trees, min_size=2, max_size=5))
def test_each_value_knows_the_layer_that_set_it(layers: list[dict[str, Any]]) -> None:
    merged = reduce(merge, [node(layer, str(number)) for number, layer in enumerate(layers)])
    for path, value in leaves_of(merged.plain).items():
        if path and not isinstance(value, dict):
            layer = layers[int(merged.at(*path).layer)]
            assert leaves_of(layer)[path] == value


def test_a_value_keeps_its_place_and_a_mapping_the_place_where_it_was_first_written() -> None:
    base = parse("salary:\n  low: 1\n  high: 2\n", "base.yaml", "base")
    merged = merge(base, parse("# later\nsalary:\n  high: 3\n", "later.yaml", "later"))
    assert str(merged.at("salary").place) == "base.yaml:2:3"
    assert str(merged.at("salary", "low").place) == "base.yaml:2:8"
    assert str(merged.at("salary", "high").place) == "later.yaml:3:9"


def test_a_list_replaces_whole() -> None:
    merged = merge(read('{"a": ["x", "y", "z"]}', "one"), read('{"a": ["w"]}', "two"))
    assert (merged.plain, merged.at("a", 0).layer) == ({"a": ["w"]}, "two")

"""Sentences and tables of the packet, by themselves."""

from __future__ import annotations

from itertools import chain
from types import SimpleNamespace
from typing import Any

import pytest

from jdgen.packet.outcomes import by_weights, order
from jdgen.packet.tables import beside
from jdgen.packet.words import ended


def ground(ranks: dict[str, int], equal: dict[str, int]) -> Any:
    compared = SimpleNamespace(
        ranks=ranks, equal_ranks=equal, order_depends=ranks != equal, candidates=list(ranks)
    )
    return SimpleNamespace(comparison=compared)


@pytest.mark.parametrize(
    ("count", "tables"), [(1, [1]), (5, [5]), (6, [3, 3]), (11, [4, 4, 3]), (20, [5, 5, 5, 5])]
)
def test_no_candidate_stands_alone_in_a_table(count: int, tables: list[int]) -> None:
    found = [list(some) for some in beside(range(count))]
    assert [len(some) for some in found] == tables
    assert [*chain.from_iterable(found)] == list(range(count))


def test_weights_that_change_only_the_order_further_down_are_told_as_that() -> None:
    said = by_weights(ground({"Ada": 1, "Ben": 2, "Cy": 3}, {"Ada": 1, "Cy": 2, "Ben": 3}))
    assert said.endswith(
        "but not at its head: when all competencies weigh the same, Ada comes first as well."
    )


def test_two_who_lead_under_equal_weights_come_first() -> None:
    said = by_weights(ground({"Ada": 1, "Ben": 2, "Cy": 3}, {"Ben": 1, "Cy": 1, "Ada": 3}))
    assert "Ben and Cy come first. A lead that only the weights make" in said


def test_of_one_candidate_no_order_is_explained() -> None:
    assert order(ground({"Ada": 1}, {"Ada": 1})) == ""


def test_what_is_cut_short_ends_once() -> None:
    assert [ended("Led several teams …"), ended("Led teams"), ended("No.")] == [
        "Led several teams …",
        "Led teams.",
        "No.",
    ]

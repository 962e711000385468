"""Each fact of the two articles stands where it belongs, with its source."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import Shipped

    from jdgen.role.resolution import Resolved

FACTS = [
    ("F1", "cto", "scaleup", "requirements.degree", "cybersecurity", "fullscale"),
    ("F2", "cto", "scaleup", "requirements.advanced_degree", "technology management", "fullscale"),
    ("F3", "cto", "scaleup", "requirements.certifications", "information security", "fullscale"),
    ("F3", "cto", "scaleup", "requirements.innovation_practice", "Advanced technical skill", "fullscale"),
    ("F4", "cto", "enterprise", "requirements.experience", "'technology': '10'", "fullscale"),
    ("F5", "cto", "scaleup", "requirements.communication", "written and spoken", "fullscale"),
    ("F5", "cto", "scaleup", "requirements.industry", "industry", "fullscale"),
    ("F5", "cto", "scaleup", "requirements.team_management", "managing teams", "fullscale"),
    ("F6", "cpo", "scaleup", "requirements.degree", "marketing", "fullscale"),
    ("F6", "cpo", "scaleup", "requirements.advanced_degree", "doctorate", "fullscale"),
    ("F7", "cpo", "scaleup", "requirements.head_of_product", "'product_head': '5'", "fullscale"),
    ("F7", "cpo", "scaleup", "requirements.startup_years", "'startup': '5'", "fullscale"),
    ("F8", "cpo", "scaleup", "requirements.track_record", "analytics, design or programming", "fullscale"),
    ("F8", "cpo", "scaleup", "requirements.ownership", "project management", "fullscale"),
    ("F8", "cpo", "scaleup", "requirements.budgeting", "planning a budget", "fullscale"),
    ("F9", "cpo", "scaleup", "requirements.scrum", "Scrum", "fullscale"),
    ("F9", "cpo", "scaleup", "requirements.kanban", "Kanban", "fullscale"),
    ("F12", "cpo", "scaleup", "areas.strategy", "The why, the what and the when", "aha"),
    ("F12", "cto", "scaleup", "areas.strategy", "The how", "aha"),
    ("F13", "cpo", "scaleup", "responsibilities.why", "vision", "aha"),
    ("F13", "cpo", "scaleup", "responsibilities.roadmap", "features and requirements", "fullscale"),
    ("F14", "cto", "scaleup", "responsibilities.platforms", "return-on-investment", "fullscale"),
    ("F15", "cpo", "scaleup", "areas.innovation", "rather than by following what technology allows", "aha"),
    ("F16", "cto", "enterprise", "responsibilities.architecture", "enterprise architecture", "aha"),
    ("F17", "cpo", "scaleup", "responsibilities.customers", "represent them inside the company", "fullscale"),
    ("F17", "cpo", "scaleup", "responsibilities.partner", "marketing and sales", "aha"),
    ("F18", "cto", "scaleup", "responsibilities.customers", "drawing on the product organisation’s research", "aha"),
    ("F19", "cpo", "scaleup", "responsibilities.kpis", "engagement and retention", "aha"),
    ("F19", "cpo", "scaleup", "areas.metrics", "portfolio", "aha"),
    ("F20", "cto", "scaleup", "responsibilities.performance", "velocity, defects and cycle time", "aha"),
    ("F21", "cto", "startup", "responsibilities.whole_product", "whole product", "fullscale"),
    ("F22", "cpo", "startup", "counterpart", "seldom has both", "fullscale"),
    ("F22", "cto", "startup", "counterpart", "seldom has both", "fullscale"),
    ("F23", "cpo", "scaleup", "counterpart", "by growth or acquisition", "fullscale"),
    ("F24", "cpo", "enterprise", "counterpart", "invests in both", "aha"),
    ("F25", "cpo", "scaleup", "counterpart", "one goal, with clear boundaries", "aha"),
]  # fmt: skip


@pytest.mark.parametrize(("fact", "name", "stage", "path", "words", "source"), FACTS)
def test_a_fact_stands_where_it_belongs(
    shipped: Shipped, fact: str, name: str, stage: str, path: str, words: str, source: str
) -> None:
    role: Resolved = shipped(name, stage)
    entry = role.tree.at(*path.split(".")).plain
    assert words in str(entry), fact
    assert source in entry["from"], fact


@pytest.mark.parametrize(
    ("name", "amounts"),
    [("cto", ["164349", "91000", "155500", "292670", "175114", "21812977"]), ("cpo", ["193136", "273510"])],
)
def test_pay_figures_are_dated_background_with_a_source(
    shipped: Shipped, name: str, amounts: list[str]
) -> None:
    benchmarks = shipped(name).profile.benchmarks
    known = {str(amount) for it in benchmarks for amount in (it.low, it.high)}
    assert known == set(amounts)  # F10, F11
    assert all(it.from_ == ["fullscale"] and it.as_of.isoformat() == "2022-01-26" for it in benchmarks)


def test_every_fact_is_looked_for() -> None:
    assert {fact for fact, *_ in FACTS} | {"F10", "F11"} == {f"F{number}" for number in range(1, 26)}

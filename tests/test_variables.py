"""`jdgen variables`: the names of the template contract, with what they hold."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from conftest import COMPANY, VARIANTS

if TYPE_CHECKING:
    from conftest import Make, Run

SHIPPED = Path(__file__).parents[1] / "templates"


def printed(run: Run, *args: object) -> dict[str, str]:
    """What is printed, by name: the line and the value below it."""
    done = run("variables", *args)
    assert (done.code, done.err) == (0, "")
    blocks = re.split(r"\n(?=\S)", done.out.strip())
    return {block.partition(" (")[0]: block for block in blocks}


def test_each_name_has_its_type_its_meaning_and_its_value(run: Run, workspace: Make) -> None:
    said = printed(run, "cpo", "-w", workspace({"company.yaml": COMPANY}))
    assert said["role.title"] == "role.title (text): The posted title.\n    Chief Product Officer"
    assert said["role.job.pay.low"] == "role.job.pay.low (amount): Lower end.\n    235000"
    assert said["role.facts"].endswith("\n    9 entries")
    assert said["role.facts[].label"].endswith("\n    Place")
    assert "(whole number or none, internal)" in said["role.competencies[].floor"]


@pytest.mark.parametrize(("role", "stage"), VARIANTS)
def test_every_variant_has_the_same_names(role: str, stage: str, run: Run, workspace: Make) -> None:
    assert (
        printed(run, role, "-s", stage, "-w", workspace({})).keys()
        == printed(run, "cpo", "-s", "scaleup", "-w", workspace({})).keys()
    )


def test_the_names_are_those_of_the_reference_page(run: Run, workspace: Make) -> None:
    page = (SHIPPED.parent / "docs" / "reference" / "template-context.md").read_text("utf-8")
    roots = set(re.findall(r"^\| `((?:role|kit|seat|card)\.\w+)` \|", page, re.MULTILINE))
    names = printed(run, "cto", "-s", "scaleup", "-w", workspace({}))
    assert roots == {name for name in names if name.count(".") == 1 and "[]" not in name}


def test_a_name_that_is_marked_internal_stops_a_public_template_and_another_does_not(
    run: Run, workspace: Make
) -> None:
    said = printed(run, "cto", "-s", "scaleup", "-w", workspace({}))
    roots = [name for name in said if re.fullmatch(r"role\.\w+", name)]
    for name in roots:
        template = f"# x\n\n{{% if {name} %}}x{{% endif %}}\n"
        done = run("cto", "-s", "scaleup", "-w", workspace({"templates/posting.md.j2": template}))
        assert (done.code == 1) == (", internal)" in said[name]), name

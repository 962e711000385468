"""A role is made of layers: common, profile, stage, company, the role's own company fields, the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from jdgen.errors import JdgenError
from jdgen.role.fingerprint import fingerprint
from jdgen.role.merge import merge
from jdgen.role.resolution import resolve, stages
from jdgen.role.view import describe
from jdgen.source.parsing import parse

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from conftest import Make, Run, Shipped

    from jdgen.source import Layers

    Files = Callable[..., Layers]

VARIANTS = [(role, stage) for role in ("cto", "cpo") for stage in ("startup", "scaleup", "enterprise")]

STEPS = [
    ("common.yaml", "scoring: {advance: 3.1}"),
    ("profile.yaml", "scoring: {advance: 3.2}"),
    ("stage.yaml", "stages: {scaleup: {patch: {scoring: {advance: 3.3}}}}"),
    ("company.yaml", "patch: {scoring: {advance: 3.4}}"),
    ("own.yaml", "roles: {cto: {patch: {scoring: {advance: 3.5}}}}"),
    ("flags.yaml", "scoring: {advance: 3.6}"),
]


def with_steps(files: Layers, count: int) -> Layers:
    """The first `count` steps, each over the file that it belongs to."""
    common, profile, stage, company, own, flags = (
        parse(text if number < count else "{}", name, name) for number, (name, text) in enumerate(STEPS)
    )
    return files._replace(
        common=merge(files.common, common),
        profile=merge(merge(files.profile, profile), stage),
        company=merge(company, own),
        flags=flags,
    )


@pytest.mark.parametrize("count", range(1, len(STEPS) + 1))
def test_the_later_layer_wins(count: int, layers: Files) -> None:
    resolved = resolve(with_steps(layers(), count), "scaleup")
    assert str(resolved.profile.scoring.advance) == f"3.{count}"
    assert resolved.tree.at("scoring", "advance").layer == STEPS[count - 1][0]


def test_what_a_layer_does_not_name_stays(layers: Files) -> None:
    before, after = resolve(layers(), "scaleup").profile, resolve(with_steps(layers(), 6), "scaleup").profile
    assert after.model_copy(update={"scoring": before.scoring}) == before
    assert after.scoring.hold == before.scoring.hold


def test_null_removes(shipped: Shipped) -> None:
    kept = shipped().profile.requirements
    left = shipped(company="patch: {requirements: {kanban: null}}").profile.requirements
    assert set(kept) - set(left) == {"kanban"}


def test_null_removes_for_one_role_only(shipped: Shipped) -> None:
    company = "roles: {cto: {patch: {requirements: {kanban: null}}}}"
    assert "kanban" not in shipped("cto", company=company).profile.requirements
    assert "kanban" in shipped("cpo", company=company).profile.requirements


def test_null_on_the_command_line_removes(layers: Files) -> None:
    flags = parse("requirements: {kanban: null}", "--set", "flag")
    assert "kanban" not in resolve(layers()._replace(flags=flags), "scaleup").profile.requirements


def test_a_list_replaces(shipped: Shipped) -> None:
    resolved = shipped(company="patch: {requirements: {degree: {fields: [physics]}}}")
    assert resolved.profile.model_dump()["requirements"]["degree"]["fields"] == ["physics"]


def test_a_stage_of_the_profile_changes_its_content(shipped: Shipped) -> None:
    small, large = shipped(stage="startup").profile, shipped(stage="enterprise").profile
    assert small.weights != large.weights
    assert small.requirements["experience"] != large.requirements["experience"]


@pytest.mark.parametrize(("role", "stage"), VARIANTS)
def test_every_shipped_variant_resolves_to_a_whole_role(role: str, stage: str, shipped: Shipped) -> None:
    made = describe(shipped(role, stage))
    assert (made.id, made.stage) == (role, stage)
    assert made.must_lines
    assert made.areas
    assert made.because
    assert sum(int(it.weight) for it in made.competencies) == 100


def test_fields_of_the_company_file_differ_by_role(shipped: Shipped) -> None:
    company = "reference: A-1\nroles: {cpo: {reference: A-2, patch: {title: Product Head}}}"
    assert [shipped(role, company=company).company.reference for role in ("cto", "cpo")] == ["A-1", "A-2"]
    assert shipped("cpo", company=company).profile.title == "Product Head"


def test_a_change_to_one_role_leaves_its_counterpart_alone(layers: Files) -> None:
    company = "roles: {cto: {patch: {title: Technology Head}}}"
    flags = parse("title: Chief", "--set", "flag")
    resolved = resolve(layers(company=company)._replace(flags=flags), "scaleup")
    assert resolved.counterpart is not None
    assert (resolved.profile.title, resolved.counterpart.title) == ("Chief", "Chief Product Officer")


def test_a_change_to_the_counterpart_shows_beside_this_role(shipped: Shipped) -> None:
    company = "roles: {cpo: {patch: {title: Product Head}}}"
    assert describe(shipped("cto", company=company)).counterpart == "Product Head"


def test_the_counterpart_is_taken_at_the_same_stage(shipped: Shipped) -> None:
    company = "roles: {cpo: {patch: {areas: {strategy: {owns: Every why.}}}}}"
    role = describe(shipped("cto", "startup", company))
    assert role.counterpart == shipped("cpo", "startup").profile.title
    assert role.areas[0].theirs == "Every why."


def test_a_change_that_only_fits_this_role_does_not_trip_over_its_counterpart(shipped: Shipped) -> None:
    own = set(shipped("cto").profile.requirements) - set(shipped("cpo").profile.requirements)
    name = min(own)
    changed = shipped(company=f"patch: {{requirements: {{{name}: {{because: For once.}}}}}}")
    assert changed.profile.requirements[name].because == "For once."


@pytest.mark.parametrize("spelled", ["scaleup", "scale-up", "Scale-up", "SCALE UP"])
def test_a_stage_is_understood_as_people_spell_it(spelled: str, layers: Files) -> None:
    assert resolve(layers(), spelled).stage == "scaleup"
    assert resolve(layers(company=f"stage: {spelled}"), None).stage == "scaleup"


def test_the_command_line_understands_the_stage_too(run: Run, tmp_path: Path) -> None:
    done = run("cto", "--stage", "scale-up", "-w", tmp_path)
    assert done.code == 0
    assert (tmp_path / "output/cto-scaleup/public/cto-scaleup-posting.md").is_file()


def test_the_stage_that_is_asked_for_wins_over_the_company_s(layers: Files) -> None:
    assert resolve(layers(company="stage: startup"), "enterprise").stage == "enterprise"


def test_a_stage_that_nobody_said_is_asked_for(layers: Files) -> None:
    with pytest.raises(JdgenError, match="it is startup, scaleup or enterprise"):
        resolve(layers(), None)


def test_a_stage_that_the_profile_lacks_is_a_problem_of_the_profile(layers: Files) -> None:
    profile = merge(layers().profile, parse("stages: {startup: null}", "cto.yaml", "profile"))
    assert stages(profile) == ("scaleup", "enterprise")
    with pytest.raises(
        JdgenError, match=r"cto\.yaml:\d+:1: has no stage 'startup'; it has scaleup and enterprise"
    ):
        resolve(layers()._replace(profile=profile), "startup")


def test_mistakes_of_company_and_profile_come_together(layers: Files) -> None:
    with pytest.raises(JdgenError) as refused:
        resolve(layers(company="headcount: many\npatch: {titel: Head}\n"), "scaleup")
    assert [str(problem.place) for problem in refused.value.problems] == [
        "company.yaml:1:12",
        "company.yaml:2:9",
    ]


@pytest.mark.parametrize(
    "wrong", ["patch: text", "roles: {cto: text}", "roles: {cto: {patch: [a]}}", "roles: [a]"]
)
def test_what_should_be_a_mapping_is_refused_and_not_passed_over(wrong: str, layers: Files) -> None:
    with pytest.raises(JdgenError, match=r"company\.yaml:1:\d+: \w+: expected a mapping"):
        resolve(layers(company=wrong), "scaleup")


@pytest.mark.parametrize(
    ("company", "said"),
    [
        ("patch: {role: cpo}", "company.yaml:1:9: role: cannot be changed here; it is 'cto' in the profile"),
        (
            "roles: {cto: {patch: {role: cpo}}}",
            "company.yaml:1:23: role: cannot be changed here; it is 'cto' in the profile",
        ),
        (
            "patch: {counterpart: {role: coo}}",
            "company.yaml:1:23: role: cannot be changed here; it is 'cpo' in the profile",
        ),
    ],
)
def test_a_patch_cannot_rename_a_role_or_name_another_counterpart(
    company: str, said: str, layers: Files
) -> None:
    with pytest.raises(JdgenError) as refused:
        resolve(layers(company=company), "scaleup")
    assert str(refused.value) == said


def test_a_stage_cannot_name_a_counterpart_that_the_profile_does_not_have(layers: Files) -> None:
    alone = merge(layers().profile, parse("counterpart: null", "cto.yaml", "profile"))
    patched = merge(
        alone, parse("stages: {scaleup: {patch: {counterpart: {role: cpo}}}}", "cto.yaml", "profile")
    )
    with pytest.raises(JdgenError, match="role: cannot be changed here; write it in the profile itself"):
        resolve(layers()._replace(profile=patched, counterpart=None), "scaleup")


def test_without_a_counterpart_nothing_is_shared(shipped: Shipped) -> None:
    role = describe(shipped(company="patch: {counterpart: null}"))
    assert (role.counterpart, role.areas, role.together) == ("", (), "")


ASSESSED = {
    "an anchor": "patch: {competencies: {strategy: {anchors: {3: Another one.}}}}",
    "a question": "patch: {competencies: {strategy: {questions: {st1: {ask: Another one?}}}}}",
    "a probe": "patch: {competencies: {strategy: {questions: {st1: {probes: [Why?]}}}}}",
    "a red flag": "patch: {competencies: {strategy: {red_flags: [Another one.]}}}",
    "a weight": "patch: {weights: {strategy: 14, budget: 11}}",
    "a floor": "patch: {floors: {strategy: 3}}",
    "a threshold": "patch: {scoring: {advance: 3.6}}",
    "years": "patch: {requirements: {experience: {parts: {technology: 9}}}}",
    "a knock-out": "patch: {requirements: {led_managers: {knock_out: false}}}",
    "a duty": "patch: {responsibilities: {direction: {text: Another one.}}}",
    "minutes": "patch: {plan: {sessions: {direction: {minutes: 76}}}}",
    "a seat": "patch: {plan: {seats: {chief: President}}}",
    "the case": "patch: {case: {planted: [Another one.]}}",
    "the scale": "patch: {scale: {3: {means: Enough.}}}",
}
BESIDE = {
    "the company's name": "name: Acme",
    "pay": "salary: {low: 1, high: 2, currency: USD}",
    "benefits": "benefits: [health insurance]",
    "the mission": "patch: {mission: Another one.}",
    "the title": "patch: {title: Head of Technology}",
    "a reason": "patch: {requirements: {degree: {because: Another one.}}}",
    "the reason of the weights": "patch: {because: Another one.}",
    "a source": "patch: {competencies: {strategy: {from: [house]}}}",
    "a benchmark": "patch: {benchmarks: []}",
    "areas": "patch: {areas: {metrics: null}}",
    "the day of the review": "patch: {reviewed: 2026-12-01}",
    "people": "people: {chief: Jo Doe}",
}


@pytest.mark.parametrize("company", ASSESSED.values(), ids=ASSESSED)
def test_the_fingerprint_changes_with_what_is_assessed(company: str, shipped: Shipped) -> None:
    assert fingerprint(shipped(company=company).profile) != fingerprint(shipped().profile)


@pytest.mark.parametrize("company", BESIDE.values(), ids=BESIDE)
def test_the_fingerprint_stays_when_only_prose_or_the_company_changes(company: str, shipped: Shipped) -> None:
    assert fingerprint(shipped(company=company).profile) == fingerprint(shipped().profile)


def test_fingerprints_are_twelve_hex_digits_and_differ_by_variant(shipped: Shipped) -> None:
    made = {describe(shipped(role, stage)).fingerprint for role, stage in VARIANTS}
    assert len(made) == len(VARIANTS)
    assert all(len(it) == 12 and set(it) <= set("0123456789abcdef") for it in made)


def test_the_fingerprint_does_not_depend_on_the_order_of_a_mapping_that_is_no_order(shipped: Shipped) -> None:
    profile = shipped().profile
    swapped = profile.model_copy(update={"floors": dict(reversed(profile.floors.items()))})
    assert list(swapped.floors) != list(profile.floors)
    assert fingerprint(swapped) == fingerprint(profile)


def test_the_company_file_of_a_workspace_is_a_layer(run: Run, workspace: Make) -> None:
    folder = workspace({"company.yaml": "stage: startup\nname: Acme\npatch: {title: Head of Technology}\n"})
    assert run("cto", "-w", folder).code == 0
    text = (folder / "output/cto-startup/public/cto-startup-posting.md").read_text("utf-8")
    assert text.startswith("# Head of Technology\n\nAcme\n")

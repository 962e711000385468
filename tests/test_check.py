"""`jdgen check`: its forms, what counts, and what is waived; and the verdict after a run."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from conftest import COMPANY

from jdgen.cli.report import NOTICE

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Make, Run

DENVER = """\
headcount: 40
locations: [{city: Denver, region: Colorado, country: US}]
remote: hybrid
about: We pay a competitive salary.
"""
WAIVED = """\
waivers:
  pay-missing:US-CO: {because: "The range is posted on the page of the group, case 12."}
"""


@pytest.fixture
def folder(workspace: Make, monkeypatch: pytest.MonkeyPatch) -> Make:
    """Makes a workspace, and goes there."""

    def make(files: Any) -> Path:
        root = workspace(files)
        monkeypatch.chdir(root)
        return root

    return make


def whole(**changes: object) -> str:
    """The company file of the tests, with fields set otherwise."""
    fields = yaml.safe_load(COMPANY) | changes
    return yaml.safe_dump({key: it for key, it in fields.items() if it is not None}, sort_keys=False)


def codes(out: str) -> list[str]:
    """The codes of lines, with how they count."""
    return re.findall(r"^[^:\n]+:[\d:]* (\w+ [\w-]+(?::[\w-]+)?): ", out, re.MULTILINE)


# What is found, and how it counts


def test_a_posting_is_checked_as_it_is_rendered_at_each_stage_and_each_finding_is_said_once(
    run: Run, folder: Make
) -> None:
    folder({"company.yaml": DENVER})
    done = run("check", "cpo")
    assert done.code == 1
    said = codes(done.out)
    for code in (
        "error pay-missing:US-CO",
        "error pay-open-ended",
        "error co-deadline",
        "error benefits-missing:US-CO",
    ):
        assert said.count(code) == 1
    assert "company.yaml:4:1: error pay-open-ended: 'competitive salary'" in done.out


def test_a_template_of_one_s_own_is_checked_at_its_line(run: Run, folder: Make) -> None:
    template = (
        '{% extends "default/posting.md.j2" %}\n{% block process %}\nUS citizens only.\n{% endblock %}\n'
    )
    folder({"company.yaml": COMPANY, "templates/posting.md.j2": template})
    done = run("check", "cpo")
    assert "templates/posting.md.j2:3: error citizenship: " in done.out


def test_a_template_that_is_wrong_is_a_finding(run: Run, folder: Make) -> None:
    folder({"templates/posting.md.j2": "# {{ role.titel }}\n"})
    done = run("check", "cpo")
    assert done.code == 1
    assert "templates/posting.md.j2:1: error input: role has no 'titel'" in done.out


def test_a_figure_of_the_background_in_the_posting_is_found(run: Run, folder: Make) -> None:
    template = '{% extends "default/posting.md.j2" %}\n{% block process %}\nPay: USD 193,136 a year.\n{% endblock %}\n'
    folder({"company.yaml": COMPANY, "templates/posting.md.j2": template})
    done = run("check", "cpo", "-s", "scaleup")
    assert done.code == 1
    assert "a pay benchmark would reach the public file cpo-scaleup-posting" in done.out
    assert run("cpo").code == 1


def test_warnings_count_where_that_is_asked_for(run: Run, folder: Make) -> None:
    folder({"company.yaml": whole(accommodation=None)})
    assert run("check", "cpo").code == 0
    assert run("check", "cpo", "--strict").code == 1


def test_more_than_ten_needs_are_an_error_where_warnings_count(run: Run, folder: Make) -> None:
    folder({"company.yaml": COMPANY + "patch: {waivers: {too-many-requirements: null}}\n"})
    assert "warning too-many-requirements" in codes(run("check", "cpo", "-s", "scaleup").out)
    assert "error too-many-requirements" in codes(run("check", "cpo", "-s", "scaleup", "--strict").out)


def test_the_day_decides_which_laws_are_in_force(run: Run, folder: Make) -> None:
    folder({"company.yaml": "headcount: 100\nlocations: [{region: Delaware, country: US}]\n"})
    assert "rule-upcoming" not in run("check", "cpo").out
    assert "info rule-upcoming:US-DE" in codes(run("check", "cpo", "--as-of", "2027-09-25").out)
    assert "error pay-missing:US-DE" in codes(run("check", "cpo", "--as-of", "2027-09-26").out)


def test_no_legal_advice_is_said_once_and_only_where_law_is_listed(run: Run, folder: Make) -> None:
    folder({"company.yaml": DENVER})
    assert run("check", "cpo").err.splitlines()[-1] == NOTICE == "This is no legal advice."
    folder({"company.yaml": COMPANY})
    assert NOTICE not in run("check", "cpo").err


# Waivers


def test_a_waived_finding_is_listed_with_its_reason_and_does_not_count(run: Run, folder: Make) -> None:
    folder({"company.yaml": whole(salary=None) + WAIVED})
    done = run("check", "cpo")
    assert done.code == 0
    [line] = [line for line in done.out.splitlines() if "pay-missing:US-CO" in line]
    assert ": waived pay-missing:US-CO: " in line
    assert line.endswith("(accepted: The range is posted on the page of the group, case 12.)")
    assert done.err.startswith("0 errors, 14 other findings, 4 waived\n")


def test_a_code_waives_all_its_places_and_a_subject_one(run: Run, folder: Make) -> None:
    places = "locations: [{city: Denver, region: CO, country: US}, {city: Reno, region: MD, country: US}]\nheadcount: 40\n"
    folder({"company.yaml": places + WAIVED})
    said = codes(run("check", "cpo").out)
    assert "waived pay-missing:US-CO" in said
    assert "error pay-missing:US-MD" in said
    folder({"company.yaml": places + WAIVED.replace("pay-missing:US-CO", "pay-missing")})
    assert {it for it in codes(run("check", "cpo").out) if "pay-missing" in it} == {
        "waived pay-missing:US-CO",
        "waived pay-missing:US-MD",
    }


def test_a_waiver_holds_through_its_last_day_and_then_says_that_it_ended(run: Run, folder: Make) -> None:
    folder({"company.yaml": whole(salary=None) + WAIVED.replace("}", ", until: 2026-12-31}")})
    assert run("check", "cpo", "--as-of", "2026-12-31").code == 0
    done = run("check", "cpo", "--as-of", "2027-01-01")
    assert done.code == 1
    assert {"error pay-missing:US-CO", "warning waiver-ended"} <= set(codes(done.out))


def test_a_waiver_that_accepts_nothing_is_said(run: Run, folder: Make) -> None:
    folder({"company.yaml": COMPANY + WAIVED})
    done = run("check", "cpo")
    assert "info waiver-unused" in codes(done.out)
    assert re.search(
        r"^company.yaml:\d+:3: info waiver-unused: the waiver of 'pay-missing:US-CO'", done.out, re.MULTILINE
    )


def test_what_stops_a_run_cannot_be_waived(run: Run, folder: Make) -> None:
    patch = 'patch: {requirements: {industry: {assess: [strateg]}}, waivers: {E03: {because: "We know better than that."}}}\n'
    folder({"company.yaml": patch})
    done = run("check", "cto", "-s", "scaleup")
    assert done.code == 1
    assert "error E03" in codes(done.out)
    assert "'E03' stops the run and cannot be waived" in done.out
    assert run("cto", "-s", "scaleup").code == 1


def test_a_warning_of_the_rubric_can_be_waived(run: Run, folder: Make) -> None:
    folder({"company.yaml": 'patch: {waivers: {I01: {because: "Confirmed by our own engineers."}}}\n'})
    said = codes(run("check", "cto", "-s", "scaleup").out)
    assert "waived I01" in said
    assert "info I01" not in said


def test_shipped_content_has_notes_and_waived_findings_only(run: Run, folder: Make) -> None:
    folder({})
    done = run("check", "--strict")
    assert done.code == 0
    assert {it.split()[0] for it in codes(done.out)} == {"info", "waived"}


def test_a_finding_says_at_which_stages_it_holds_unless_at_all_of_them(run: Run, folder: Make) -> None:
    folder({"company.yaml": DENVER})
    lines = run("check", "cpo").out.splitlines()
    assert [line.rpartition(" ")[2] for line in lines if "gender-balance" in line] == [
        "[startup]",
        "[scaleup]",
        "[enterprise]",
    ]
    assert [line.rpartition(" [")[2] for line in lines if "'You need' has" in line] == [
        "startup, scaleup]",
        "enterprise]",
    ]
    assert not [line for line in lines if "co-deadline" in line and line.endswith("]")]
    assert "[startup]" not in run("check", "cpo", "--stage", "startup").out


def test_a_finding_in_the_company_file_names_the_role_that_alone_has_it(run: Run, folder: Make) -> None:
    one = "roles: {cto: {salary: {low: 100000, high: 300000, currency: USD}}}\n"
    folder({"company.yaml": DENVER + one})
    lines = run("check", "cto", "cpo").out.splitlines()
    [wide] = [line for line in lines if " range-wide: " in line]
    assert wide.endswith(" [cto]")
    assert not [line for line in lines if "co-deadline" in line and line.endswith("]")]
    found = json.loads(run("check", "cto", "cpo", "--format", "json").out)["findings"]
    named = {it["code"]: it["roles"] for it in found if it["roles"]}
    assert named == {"range-wide": ["cto"], "pay-missing:US-CO": ["cpo"], "pay-open-ended": ["cpo"]}
    assert "[cto]" not in run("check", "cto").out


# Forms for machines


def test_json_is_one_object_with_notice_day_and_findings(run: Run, folder: Make) -> None:
    folder({"company.yaml": DENVER + WAIVED})
    done = run("check", "cpo", "--format", "json")
    said = json.loads(done.out)
    assert (done.code, done.err) == (1, "")
    assert (said["notice"], said["as_of"]) == (NOTICE, "2026-11-22")
    [pay] = [it for it in said["findings"] if it["code"] == "pay-missing:US-CO"]
    assert pay["waived"].startswith("The range is posted")
    [open_ended] = [it for it in said["findings"] if it["code"] == "pay-open-ended"]
    assert {key: open_ended[key] for key in ("file", "line", "column", "severity", "waived")} == {
        "file": "company.yaml", "line": 4, "column": 1, "severity": "error", "waived": "",
    }  # fmt: skip
    assert open_ended["stages"] == ["startup", "scaleup", "enterprise"]
    balance = [it["stages"] for it in said["findings"] if it["code"] == "gender-balance"]
    assert balance == [["startup"], ["scaleup"], ["enterprise"]]


def test_sarif_has_rules_results_and_suppressions(run: Run, folder: Make) -> None:
    folder({"company.yaml": DENVER + WAIVED})
    log = json.loads(run("check", "cpo", "--format", "sarif").out)
    [one] = log["runs"]
    assert (log["version"], one["properties"]["notice"]) == ("2.1.0", NOTICE)
    rules = one["tool"]["driver"]["rules"]
    assert len({it["id"] for it in rules}) == len(rules)
    for result in one["results"]:
        assert (
            rules[result["ruleIndex"]]["id"]
            == result["ruleId"]
            == result["properties"]["code"].partition(":")[0]
        )
        assert result["level"] in {"error", "warning", "note"}
        assert result["locations"][0]["physicalLocation"]["region"]["startLine"] > 0
    by_code = {it["properties"]["code"]: it for it in one["results"]}
    assert by_code["pay-missing:US-CO"]["suppressions"] == [
        {
            "kind": "external",
            "status": "accepted",
            "justification": "The range is posted on the page of the group, case 12.",
        }
    ]
    assert by_code["co-deadline"]["suppressions"] == []
    assert by_code["co-deadline"]["properties"]["stages"] == ["startup", "scaleup", "enterprise"]
    assert by_code["gender-balance"]["message"]["text"].endswith(
        "[enterprise]"
    )  # tools show the message alone
    [deadline] = [it for it in rules if it["id"] == "co-deadline"]
    assert (
        deadline["help"]["text"]
        == f"{deadline['shortDescription']['text']} Rests on: 7 CCR 1103-18 rule 11.1.1"
    )


def test_sarif_names_a_file_outside_by_its_whole_address(run: Run, workspace: Make) -> None:
    root = workspace({"company.yaml": DENVER})
    log = json.loads(run("check", "cpo", "-w", root, "--format", "sarif").out)
    files = {
        it["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for it in log["runs"][0]["results"]
    }
    assert (root / "company.yaml").as_uri() in files


# The verdict after a run


def test_what_a_law_asks_for_stands_beside_the_field_that_gives_it(run: Run, folder: Make) -> None:
    folder({"company.yaml": DENVER.replace("competitive", "fair")})
    said = run("cpo", "-s", "scaleup").err
    assert re.search(r"^  salary: .*\(asked for by law: US-CO\)$", said, re.MULTILINE)
    assert "to be mended" not in said


def test_errors_in_the_posting_are_listed_after_what_is_missing(run: Run, folder: Make) -> None:
    folder({"company.yaml": whole(about="US citizens only.")})
    done = run("cpo")
    assert done.code == 0
    assert done.err.splitlines()[1] == "Before the posting can go out, this is to be mended:"
    assert done.err.splitlines()[2].startswith("  company.yaml:2:1: citizenship: 'citizens only'")
    assert "ready" not in done.err


def test_a_verdict_has_a_dozen_lines_at_most_that_name_something(run: Run, folder: Make) -> None:
    many = [
        {"region": region, "country": "US"}
        for region in ("CO", "CA", "WA", "NY", "IL", "NJ", "MD", "VA", "ME", "DC", "VT", "MN", "MA", "HI")
    ]
    folder(
        {
            "company.yaml": whole(
                salary={"low": 1, "high": 2, "currency": "USD"},
                locations=many,
                benefits=["x"],
                headcount=5000,
            )
        }
    )
    named = [line for line in run("cpo").err.splitlines() if line.startswith("  ")]
    assert len(named) <= 13


def test_warnings_are_a_count_and_the_command_that_lists_them(run: Run, workspace: Make) -> None:
    root = workspace({"company.yaml": whole(accommodation={"name": "Jo Doe"})})
    assert run("cpo", "-w", root).err.splitlines()[-2:] == [
        "The posting is ready to publish.", f"1 warning besides: jdgen check cpo --stage scaleup -w {root}",
    ]  # fmt: skip


def test_strict_writes_nothing_where_the_posting_has_errors(run: Run, folder: Make) -> None:
    root = folder({"company.yaml": whole(salary=None)})
    for command in (["cpo"], ["kit", "cpo"], ["kit", "cpo", "--only", "posting"]):
        done = run(*command, "--strict")
        assert (done.code, done.out) == (1, "")
        assert "pay-missing:US-CO: " in done.err
    assert [path.name for path in root.iterdir()] == ["company.yaml"]
    assert run("kit", "cpo", "--only", "rubric", "--strict").code == 0


def test_strict_writes_a_posting_without_errors_and_one_that_is_waived(run: Run, folder: Make) -> None:
    folder({"company.yaml": COMPANY})
    assert run("cpo", "--strict").code == 0
    folder({"company.yaml": whole(salary=None) + WAIVED})
    assert run("cpo", "--strict").code == 0


def test_the_verdict_is_the_same_in_one_process(
    run: Run, folder: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder({"company.yaml": whole(about="US citizens only.")})
    said = run("cpo").err
    monkeypatch.setenv("JDGEN_PROCESSES", "1")
    assert run("cpo").err == said != ""

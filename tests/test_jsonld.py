"""What becomes markup, what is left out, and what is asked for where markup would be half."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from conftest import COMPANY, PROFILES
from conftest import role as resolved

from jdgen.documents import Kind, Subject
from jdgen.documents.document import compose
from jdgen.documents.templates import Templates
from jdgen.errors import JdgenError
from jdgen.formats.html import script
from jdgen.formats.jsonld import markup, to_jsonld
from jdgen.role.view import describe

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Make, Run

    from jdgen.documents.document import Document

UNPOSTED = COMPANY.replace("posted: 2026-11-22\n", "")
BUILT_IN = PROFILES.parent / "templates"


def document(company: str, kind: Kind = Kind.POSTING, templates: Path | None = None) -> Document:
    folders = [templates, BUILT_IN] if templates else [BUILT_IN]
    return compose(Subject(describe(resolved("cpo", "scaleup", company))), kind, Templates(folders))


def said(company: str) -> dict[str, Any]:
    return markup(document(company))


def test_a_closing_date_is_the_end_of_that_day_and_no_date_is_invented() -> None:
    assert said(COMPANY)["validThrough"] == "2027-01-31T23:59:59"
    assert "validThrough" not in said(COMPANY.replace("closing_date: 2027-01-31", "closing_date: ongoing"))
    assert "validThrough" not in said(COMPANY.replace("closing_date: 2027-01-31\n", ""))


def test_amounts_are_numbers_without_noise() -> None:
    pay = COMPANY.replace("low: 235000, high: 275000", "low: 78.10, high: 96.7, period: hour")
    assert said(pay)["baseSalary"] == {
        "@type": "MonetaryAmount",
        "currency": "USD",
        "value": {"@type": "QuantitativeValue", "minValue": 78.1, "maxValue": 96.7, "unitText": "HOUR"},
    }
    assert '"minValue": 78.1,' in to_jsonld(document(pay)).decode()
    assert '"minValue": 235000,' in to_jsonld(document(COMPANY)).decode()


def test_commission_is_no_base_salary() -> None:
    assert "baseSalary" not in said(f"{COMPANY}paid_by: commission\n")
    assert "baseSalary" in said(f"{COMPANY}paid_by: tips\n")


def test_benchmarks_never_become_a_salary() -> None:
    offer = said("posted: 2026-11-22\nlocations: [{country: US}]\n")
    assert not {"baseSalary", "estimatedSalary"}.intersection(offer)


def test_only_fully_remote_work_is_telecommuting() -> None:
    assert "jobLocationType" not in said(COMPANY)
    assert "jobLocationType" not in said(COMPANY.replace("remote: hybrid", "remote: onsite"))
    anywhere = said(
        COMPANY.replace("remote: hybrid", "remote: full\nremote_places: ['Colorado, US', Canada, UK]")
    )
    assert anywhere["jobLocationType"] == "TELECOMMUTE"
    assert "jobLocation" not in anywhere
    assert anywhere["applicantLocationRequirements"] == [
        {"@type": "State", "name": "Colorado, USA"},
        {"@type": "Country", "name": "Canada"},
        {"@type": "Country", "name": "UK"},
    ]


def test_street_and_postal_code_are_said_where_the_page_says_them(tmp_path: Path) -> None:
    company = COMPANY.replace("country: US}", "country: US, street: 1600 Broadway, postal_code: '80202'}")
    assert "streetAddress" not in said(company)["jobLocation"]["address"]
    (tmp_path / "posting.md.j2").write_text(
        '{% extends "default/posting.md.j2" %}{% block apply %}{{ super() }}\n\n'
        "Come to {{ role.job.places[0].street }}, {{ role.job.places[0].postal_code }} Denver.\n{% endblock %}"
    )
    address = markup(document(company, templates=tmp_path))["jobLocation"]["address"]
    assert (address["streetAddress"], address["postalCode"]) == ("1600 Broadway", "80202")


HIDING = '{% extends "default/posting.md.j2" %}{% block facts %}{% endblock %}{% block pay %}{% endblock %}{% block apply %}{% endblock %}'


def test_what_a_template_hides_is_hidden_from_machines(tmp_path: Path) -> None:
    (tmp_path / "posting.md.j2").write_text(HIDING)
    offer = markup(document(COMPANY, templates=tmp_path))
    gone = {"baseSalary", "validThrough", "identifier", "jobBenefits", "incentiveCompensation", "industry"}
    assert gone <= set(said(COMPANY))
    assert not gone.intersection(offer)


@pytest.mark.parametrize(
    ("level", "category"),
    [
        ("bachelor", "bachelor degree"),
        ("master", "postgraduate degree"),
        ("doctorate", "postgraduate degree"),
    ],
)
def test_a_degree_has_the_name_that_google_reads(level: str, category: str) -> None:
    offer = said(f"{COMPANY}patch: {{requirements: {{degree: {{levels: [{level}]}}}}}}\n")
    assert offer["educationRequirements"]["credentialCategory"] == category


def test_a_certificate_stands_beside_the_degree() -> None:
    certificate = "{kind: certification, any_of: [CSM], importance: must, assess: [leadership], because: The law asks for it.}"
    offer = said(f"{COMPANY}patch: {{requirements: {{card: {certificate}}}}}\n")
    assert [it["credentialCategory"] for it in offer["educationRequirements"]] == [
        "bachelor degree",
        "professional certificate",
    ]


def test_experience_replaces_a_degree_only_where_the_posting_says_so() -> None:
    assert said(COMPANY)["experienceInPlaceOfEducation"] is True
    strict = said(f"{COMPANY}patch: {{requirements: {{degree: {{or_equivalent: null}}}}}}\n")
    assert "experienceInPlaceOfEducation" not in strict
    assert strict["educationRequirements"]["credentialCategory"] == "bachelor degree"


def test_months_of_parts_that_may_overlap_are_the_longest_and_others_add_up() -> None:
    parts = "patch: {requirements: {startup_years: null, head_of_product: {parts: {product_head: 5, product: 3}, overlap: %s}}}\n"
    assert said(COMPANY + parts % "allowed")["experienceRequirements"]["monthsOfExperience"] == 60
    assert said(COMPANY + parts % "none")["experienceRequirements"]["monthsOfExperience"] == 96


def test_an_employer_without_a_name_is_confidential() -> None:
    offer = said(COMPANY.replace("name: Northwind Scheduling\n", ""))
    assert offer["hiringOrganization"] == {"@type": "Organization", "name": "confidential"}


LACKING = [
    ("{}", ["posted: JSON-LD needs the day of the first posting; write posted: 2026-11-22", "locations: JSON-LD needs"]),
    ("{posted: 2026-11-22, remote: full}", ["remote_places: JSON-LD needs the countries or states to work from"]),
    ("{posted: 2026-11-22, remote: full, remote_places: [Europe]}", ["remote_places: JSON-LD needs the country of “Europe”"]),
]  # fmt: skip


@pytest.mark.parametrize(("company", "messages"), LACKING)
def test_half_a_markup_is_refused_with_every_line_to_write(company: str, messages: list[str]) -> None:
    with pytest.raises(JdgenError) as caught:
        to_jsonld(document(company))
    assert len(caught.value.problems) == len(messages)
    for problem, message in zip(caught.value.problems, messages, strict=True):
        assert str(problem).startswith(f"company.yaml: {message}")


@pytest.mark.parametrize(("company", "_messages"), LACKING)
def test_a_page_has_no_markup_rather_than_a_half_one(company: str, _messages: list[str]) -> None:
    assert script(document(company)) == ""


def test_internal_documents_have_no_markup() -> None:
    assert script(document(COMPANY, Kind.RUBRIC)) == ""
    with pytest.raises(ValueError, match="no posting"):
        markup(document(COMPANY, Kind.RUBRIC))


def test_a_file_of_markup_is_written_for_the_posting_alone(run: Run, workspace: Make) -> None:
    folder = workspace({"company.yaml": COMPANY})
    done = run("cpo", "--json-ld", "--html", "-w", folder)
    assert done.code == 0, done.err
    names = sorted(path.name for path in folder.rglob("output/**/*.*"))
    assert [name for name in names if name.endswith(".jsonld")] == ["cpo-scaleup-posting.jsonld"]
    page = next(folder.rglob("*-posting.html")).read_text("utf-8")
    assert json.dumps(json.loads(next(folder.rglob("*.jsonld")).read_bytes())["title"]) in page


def test_without_a_day_of_posting_the_run_stops_and_writes_nothing(run: Run, workspace: Make) -> None:
    folder = workspace({"company.yaml": UNPOSTED})
    done = run("cpo", "--json-ld", "-w", folder)
    assert done.code == 1
    assert (
        "company.yaml: posted: JSON-LD needs the day of the first posting; write posted: 2026-11-22"
        in done.err
    )
    assert not list(folder.rglob("*.jsonld"))
    assert run("cpo", "--html", "-w", folder).code == 0


PAGE = '{% extends "default/page.html.j2" %}{% block markup %}<script type="application/ld+json">[{{ markup }}]</script>{% endblock %}'


def test_a_page_template_of_your_own_prints_the_markup_or_leaves_it_out(run: Run, workspace: Make) -> None:
    folder = workspace({"company.yaml": COMPANY, "templates/page.html.j2": PAGE})
    assert run("cpo", "--html", "-w", folder).code == 0
    assert '<script type="application/ld+json">[{"@context"' in next(
        folder.rglob("*-posting.html")
    ).read_text("utf-8")
    (folder / "templates" / "page.html.j2").write_text(PAGE.partition("<script")[0] + "{% endblock %}")
    assert run("cpo", "--html", "-w", folder).code == 0
    assert "ld+json" not in next(folder.rglob("*-posting.html")).read_text("utf-8")


def test_the_guard_reads_what_a_template_says_beside_the_markup(run: Run, workspace: Make) -> None:
    page = '{% extends "default/page.html.j2" %}{% block markup %}{% if markup %}<!-- {{ document.role.competencies[0].anchors[0].text }} -->{% endif %}{% endblock %}'
    folder = workspace({"company.yaml": COMPANY, "templates/page.html.j2": page})
    done = run("cpo", "--html", "-w", folder)
    assert done.code == 1
    assert "for interviewers" in done.err

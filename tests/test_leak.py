"""Nothing that is meant for interviewers reaches what candidates read, wherever a template hides it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from jdgen.checks import guard, secrets
from jdgen.errors import JdgenError

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Make, Run, Shipped

    from jdgen.role.resolution import Resolved

NAME = "cto-scaleup-posting"


def stopped(role: Resolved, text: str) -> list[tuple[str, str]]:
    """What is found in a public text: what it is, and the path in the profile to the place that is named."""
    try:
        guard(secrets(role), {NAME: text})
    except JdgenError as error:
        return [
            (problem.message.partition(" would reach")[0], str(problem.place)) for problem in error.problems
        ]
    return []


def texts(role: Resolved) -> dict[str, tuple[str, tuple[str | int, ...]]]:
    """A text of each kind that is internal, and where it is written."""
    profile = role.profile
    competency = profile.competencies["strategy"]
    at = ("competencies", "strategy")
    assert profile.case is not None
    probe = next(number for number, it in enumerate(competency.questions["st1"].probes) if len(it) > 30)
    return {
        "an anchor": (competency.anchors[4], (*at, "anchors", 4)),
        "a red flag": (competency.red_flags[0], (*at, "red_flags", 0)),
        "a question": (competency.questions["st2"].ask, (*at, "questions", "st2", "ask")),
        "a probe": (competency.questions["st1"].probes[probe], (*at, "questions", "st1", "probes", probe)),
        "a key answer": (competency.questions["st3"].answers[5], (*at, "questions", "st3", "answers", 5)),
        "a planted fault": (profile.case.planted[0], ("case", "planted", 0)),
        "a weight": (f"{competency.name}: {profile.weights['strategy']}", ("weights", "strategy")),
        "a pay benchmark": (f"USD {profile.benchmarks[0].low:,.0f}", ("benchmarks", 0)),
    }


KINDS = [
    "an anchor",
    "a red flag",
    "a question",
    "a probe",
    "a key answer",
    "a planted fault",
    "a weight",
    "a pay benchmark",
]


@pytest.mark.parametrize("kind", KINDS)
def test_an_internal_text_is_stopped_and_its_place_named(kind: str, shipped: Shipped) -> None:
    role = shipped()
    text, path = texts(role)[kind]
    assert stopped(role, f"# Posting\n\n- {text}\n") == [(kind, str(role.place(*path)))]


DISGUISES = {
    "in capitals": str.upper,
    "over several lines": lambda text: text.replace(" ", "\n  "),
    "inside a sentence": lambda text: f"We hope for {text.rstrip('.')}, and more.",
    "in a comment": lambda text: f"<!-- {text} -->",
    "in an attribute": lambda text: f'<img alt="{text}">',
    "in metadata": lambda text: f'<meta name="description" content="{text}">',
    "in a style sheet": lambda text: f"p {{}} /* {text} */",
    "with emphasis by elements": lambda text: text.replace(" ", " <b>", 1).replace(" ", "</b> ", 2),
    "with backslashes": lambda text: text.replace(",", r"\,").replace(".", r"\.").replace("-", r"\-"),
    "with character references": lambda text: text.replace("e", "&#101;"),
}


@pytest.mark.parametrize("disguise", DISGUISES.values(), ids=DISGUISES)
def test_a_disguise_does_not_help(disguise: object, shipped: Shipped) -> None:
    role = shipped()
    text = disguise(role.profile.competencies["strategy"].anchors[4])  # type: ignore[operator]
    assert [what for what, _ in stopped(role, text)] == ["an anchor"]


@pytest.mark.parametrize(
    "form",
    [
        "{name} {weight}",
        "{name}: {weight}",
        "| {name} | {weight} |",
        "{name} (weight {weight})",
        "{name}, weight: {weight} of 100",
        "<td>{name}</td><td>{weight}</td>",
    ],
)
def test_a_weight_is_found_beside_the_competency(form: str, shipped: Shipped) -> None:
    role = shipped()
    name, weight = role.profile.competencies["strategy"].name, role.profile.weights["strategy"]
    assert [what for what, _ in stopped(role, form.format(name=name, weight=weight))] == ["a weight"]


@pytest.mark.parametrize("form", ["{:,.0f}", "{:.0f}", "${:,.0f}", "{:,.0f}.00"])
def test_a_benchmark_is_found_however_it_is_written(form: str, shipped: Shipped) -> None:
    role = shipped()
    assert [what for what, _ in stopped(role, form.format(role.profile.benchmarks[0].low))] == [
        "a pay benchmark"
    ]


def test_every_internal_text_of_every_competency_is_guarded(shipped: Shipped) -> None:
    role = shipped()
    for name, competency in role.profile.competencies.items():
        for level, anchor in competency.anchors.items():
            assert ("an anchor", str(role.place("competencies", name, "anchors", level))) in stopped(
                role, anchor
            )
        for key, question in competency.questions.items():
            assert ("a question", str(role.place("competencies", name, "questions", key, "ask"))) in stopped(
                role, question.ask
            )


def innocent(role: Resolved) -> dict[str, str]:
    competency = role.profile.competencies["strategy"]
    return {
        "anybody's sentence": "What was the result?",
        "the name of a competency": competency.name,
        "a competency beside another figure": f"{competency.name}: {role.profile.weights['strategy'] + 1}",
        "a competency far from its weight": f"{competency.name} is one of eight. We have {role.profile.weights['strategy']} teams.",
        "a longer number": f"1{role.profile.benchmarks[0].low:.0f}",
        "half an anchor": competency.anchors[4][: len(competency.anchors[4]) // 2],
        "a posted line": role.profile.responsibilities["direction"].text,
    }


INNOCENT = [
    "anybody's sentence", "the name of a competency", "a competency beside another figure",
    "a competency far from its weight", "a longer number", "half an anchor", "a posted line",
]  # fmt: skip


@pytest.mark.parametrize("kind", INNOCENT)
def test_an_innocent_neighbour_passes(kind: str, shipped: Shipped) -> None:
    role = shipped()
    assert stopped(role, innocent(role)[kind]) == []


def test_a_salary_may_equal_a_benchmark(shipped: Shipped) -> None:
    low = shipped().profile.benchmarks[0].low
    role = shipped(company=f"salary: {{low: {low}, high: {low + 1}, currency: USD}}")
    assert stopped(role, f"USD {low:,.0f} to {low + 1:,.0f} a year") == []


@pytest.mark.parametrize("form", ["{:_}", "{}.00", "00{}"])
def test_a_salary_may_equal_a_benchmark_in_any_spelling(form: str, shipped: Shipped) -> None:
    low = int(shipped().profile.benchmarks[0].low)
    role = shipped(company=f"salary: {{low: {form.format(low)}, high: {low + 1}, currency: USD}}")
    assert stopped(role, f"USD {low:,} to {low + 1:,} a year") == []


@pytest.mark.parametrize("said", ["We serve {:,.0f} clinics.", "We save them £{:,.0f}.", "Café{:,.0f}"])
def test_a_company_may_have_as_many_customers_as_a_benchmark_has_dollars(said: str, shipped: Shipped) -> None:
    about = said.format(shipped().profile.benchmarks[0].low)
    assert stopped(shipped(company=f"about: '{about}'"), about) == []


def test_a_patch_of_the_company_does_not_make_a_benchmark_its_own(shipped: Shipped) -> None:
    figure = (
        "{what: pay, region: US, currency: USD, low: 123456, high: 123456, as_of: 2026-01-01, from: [house]}"
    )
    role = shipped(company=f"patch: {{benchmarks: [{figure}]}}")
    assert [what for what, _ in stopped(role, "USD 123,456")] == ["a pay benchmark"]


def test_equal_weights_are_no_secret(shipped: Shipped) -> None:
    role = shipped(company="patch: {weights: null, because: null}")
    assert stopped(role, f"{role.profile.competencies['strategy'].name}: 15") == []


FIELD = "{{ role.competencies[0].anchors[0].text }}"
TYPED = "Describes a list of projects or technologies"
HEAD = '{% extends "default/page.html.j2" %}{% block head %}<meta name="keywords" content="SECRET">{% endblock %}'
PDF_HEAD = HEAD.replace("<meta", "{% if not style %}<meta").replace("{% endblock", "{% endif %}{% endblock")
STYLE = '{% extends "default/page.css.j2" %}{% block custom %}/* SECRET */{% endblock %}'
TEMPLATES = {
    "the posting": ("posting.md.j2", "# x\n\nSECRET\n", "md"),
    "a comment of the posting": ("posting.md.j2", "# x\n\n<!-- SECRET -->\n", "md"),
    "the page": ("page.html.j2", "<p>SECRET</p>{{ body }}", "html"),
    "metadata of the page": ("page.html.j2", HEAD, "html"),
    "metadata of the PDF's page alone": ("page.html.j2", PDF_HEAD, "pdf"),
    "the page that Word is made from": ("page.html.j2", "<p>SECRET</p>{{ body }}", "docx"),
    "the page that plain text is made from": ("page.html.j2", "<p>SECRET</p>{{ body }}", "txt"),
    "the style sheet": ("page.css.j2", STYLE, "html"),
    "the style sheet for the screen": ("screen.css.j2", "/* SECRET */", "html"),
}


def leak(name: str, template: str, suffix: str, run: Run, workspace: Make) -> str:
    folder = workspace({f"templates/{name}": template})
    done = run("cto", "-s", "scaleup", "-w", folder, *([f"--{suffix}"] if suffix != "md" else []))
    assert (done.code, done.out) == (1, "")
    assert not (folder / "output").exists()
    (said,) = done.err.splitlines()
    return said


@pytest.mark.parametrize(("name", "template", "suffix"), TEMPLATES.values(), ids=TEMPLATES)
def test_an_internal_text_that_a_template_repeats_stops_the_run(
    name: str, template: str, suffix: str, run: Run, workspace: Make, shipped: Shipped
) -> None:
    anchor = shipped().profile.competencies["strategy"].anchors[2]
    assert anchor.startswith(TYPED)
    said = leak(name, template.replace("SECRET", anchor), suffix, run, workspace)
    assert said.endswith(f": an anchor would reach the public file {NAME}: take it out of the template")


@pytest.mark.parametrize(("name", "template", "suffix"), TEMPLATES.values(), ids=TEMPLATES)
def test_an_internal_field_cannot_be_used_in_a_public_document(
    name: str, template: str, suffix: str, run: Run, workspace: Make
) -> None:
    field = FIELD if name == "posting.md.j2" else FIELD.replace("role.", "document.role.")
    said = leak(name, template.replace("SECRET", field), suffix, run, workspace)
    assert said.endswith(": role.competencies is for interviewers and cannot stand in a public document")
    assert f"templates/{name}:" in said


@pytest.mark.parametrize(
    "text",
    [
        "{{ role.because }}",
        "{{ role.thresholds.advance }}",
        "{% for it in role.competencies %}{{ it.name }} counts for {{ it.weight }}{% endfor %}",
        "{{ role.musts[0].proof }}",
        "{% if role.gates %}gates{% endif %}",
        "{{ role.competencies[0].anchors[0].text | truncate(90) }}",
    ],
)
def test_no_way_round_to_an_internal_field(text: str, run: Run, workspace: Make) -> None:
    said = leak("posting.md.j2", f"# x\n\n{text}\n", "md", run, workspace)
    assert said.endswith(" is for interviewers and cannot stand in a public document")


@pytest.mark.parametrize("stage", ["startup", "scaleup", "enterprise"])
@pytest.mark.parametrize("name", ["cto", "cpo"])
def test_the_shipped_postings_pass_with_a_company_that_says_innocent_things(
    name: str, stage: str, run: Run, tmp_path: Path
) -> None:
    (tmp_path / "company.yaml").write_text(
        "about: What was the result? We grew. Who decided, and how? You.\n", "utf-8"
    )
    assert run(name, "-s", stage, "-w", tmp_path, "--html").code == 0

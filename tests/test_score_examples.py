"""The worked examples of the rubric (8) from files to the packet's data: cards as YAML, screens in candidates.yaml."""

from __future__ import annotations

import json
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from openings import BASE, SETTLED, SKILLS
from test_scoring import EXAMPLES, Example

from jdgen.role.fingerprint import fingerprint
from jdgen.role.resolution import resolve

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from conftest import Make, Run, Shipped

    from jdgen.role.resolution import Resolved
    from jdgen.source import Layers

FOLDER = "vacancies/cto-2026"
OLD = ("direction", "product", "delivery", "people", "case")
"""Sessions of the shipped plan that give way to one for each competency."""


def company(shipped: Resolved, *, skills: bool) -> str:
    """A company whose plan has a session for each competency, rated by two, as in the worked example."""
    sessions: dict[str, Any] = dict.fromkeys(OLD)
    for name in BASE:
        sessions[f"on_{name}"] = {
            "title": f"On {name}", "kind": "interview", "minutes": 60, "seats": ["chief", "finance"], "competencies": [name],
        }  # fmt: skip
    asked = shipped.profile.requirements
    without_case = {name: {"assess": [it for it in asked[name].assess if it != "case"]} for name in SKILLS}
    requirements = without_case if skills else dict.fromkeys(SKILLS)
    patch = {"plan": {"sessions": sessions}, "case": None, "requirements": requirements}
    return str(yaml.safe_dump({"people": {"chief": "Ada Park", "finance": "Tom Weller"}, "patch": patch}))


def code(name: str) -> str:
    return name.replace(" all ", "-")


def card(role: Resolved, candidate: str, competency: str, seat: str, rating: object, flags: list[str]) -> str:
    """A locked card; a rating that is None is left blank on it."""
    asked = [] if rating is None else list(role.profile.competencies[competency].questions)
    data = {
        "fingerprint": fingerprint(role.profile), "role": "cto", "stage": "scaleup", "session": f"on_{competency}",
        "by": {"seat": seat, "name": {"chief": "Ada Park", "finance": "Tom Weller"}[seat]}, "candidate": candidate,
        "date": "2027-01-28", "conflict": "none", "locked": True, "ratings": dict.fromkeys(asked, rating),
        "evidence": dict.fromkeys(asked, "What was said.") if rating != "NA" else {}, "red_flags": {competency: flags},
    }  # fmt: skip
    return str(yaml.safe_dump(data))


def files(role: Resolved, examples: Mapping[str, Example], flag: tuple[str, str]) -> dict[str, str]:
    """The vacancy's folder; `flag` names an example and the competency on which finance ticks the first red flag."""
    known = {code(name): {"screen": dict(it.screen)} for name, it in examples.items()}
    found = {
        f"{FOLDER}/vacancy.yaml": "role: cto\nstage: scaleup\n",
        f"{FOLDER}/candidates.yaml": str(yaml.safe_dump({"candidates": known})),
    }
    for name, it in examples.items():
        for competency, ratings in it.ratings.items():
            for seat, rating in zip(("chief", "finance"), ratings, strict=True):
                ticked = (name, competency) == flag and seat == "finance"
                flags = role.profile.competencies[competency].red_flags[:1] if ticked else []
                path = f"{FOLDER}/scorecards/{code(name)}-{competency}-{seat}.yaml"
                found[path] = card(role, code(name), competency, seat, rating, flags)
    return found


@pytest.mark.parametrize("skills", [False, True])
def test_every_example_comes_out_of_its_files(
    skills: bool,
    layers: Callable[..., Layers],
    shipped: Shipped,
    workspace: Make,
    run: Run,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    examples = {name: it for name, it in EXAMPLES.items() if it.skills == skills}
    if not skills:
        examples["S10"] = Example(BASE, "3.80", "discuss", ("red-flag-budget-1",), SETTLED)
    text = company(shipped(), skills=skills)
    role = resolve(layers("cto", text), "scaleup")
    monkeypatch.chdir(workspace({"company.yaml": text, **files(role, examples, ("S10", "budget"))}))
    done = run("score", FOLDER)
    assert (done.code, done.err) == (0, "")
    data = json.loads(Path(FOLDER, "packet", "cto-scaleup-debrief-packet.json").read_text("utf-8"))
    found = {it["code"]: it for it in data["candidates"]}
    assert len(found) == len(examples) > 1
    for name, example in examples.items():
        it = found[code(name)]
        assert (it["outcome"], tuple(it["because"])) == (example.outcome, example.because), name
        low, high = example.interval or (example.total, example.total)
        for figure, expected in (
            ("total", example.total),
            ("low", low),
            ("high", high),
            ("coverage", example.coverage),
        ):
            assert Fraction(it[figure]["exact"]) == Fraction(expected), (name, figure)

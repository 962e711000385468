"""What the tests share: the program called in this process, a workspace made of texts, and the shipped roles resolved."""

from __future__ import annotations

import gc
import os
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner
from hypothesis import settings

from jdgen.cli import main
from jdgen.role.resolution import Resolved, resolve
from jdgen.source import Layers, Node
from jdgen.source.parsing import parse

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    Run = Callable[..., "Ran"]
    Make = Callable[[Mapping[str, str | bytes]], Path]
    Shipped = Callable[..., Resolved]

PROFILES = Path(__file__).parents[1] / "profiles"

# The same examples on every machine; no deadline, because a busy machine is no fault.
settings.register_profile("jdgen", deadline=None, derandomize=True)
settings.load_profile("jdgen")

# The same day on every machine: what has closed and which laws are in force depends on it. Noon on 22 November 2026.
os.environ["SOURCE_DATE_EPOCH"] = "1795348800"

# Compiled templates are kept, but not among those of whoever runs the tests.
os.environ["XDG_CACHE_HOME"] = str(PROFILES.parent / ".pytest_cache")


@dataclass(frozen=True, slots=True)
class Ran:
    """What a call of the program said."""

    code: int
    out: str
    err: str


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-goldens", action="store_true", help="Accept the output of today as the expected one."
    )


@pytest.fixture
def update_goldens(request: pytest.FixtureRequest) -> bool:
    """Whether goldens are written instead of compared."""
    return bool(request.config.getoption("--update-goldens"))


@pytest.fixture
def run() -> Run:
    """Calls `jdgen` with arguments; a bug keeps its traceback."""

    def call(*args: object) -> Ran:
        command = [str(arg) for arg in args]
        try:
            done = CliRunner().invoke(main, command, prog_name="jdgen", catch_exceptions=False)
        finally:
            gc.enable()  # the program, which ends after one run, does without
        return Ran(done.exit_code, done.stdout, done.stderr)

    return call


@pytest.fixture
def workspace(tmp_path: Path) -> Make:
    """Makes a workspace of files, given as name and content, and returns its folder."""

    def make(files: Mapping[str, str | bytes]) -> Path:
        for name, content in files.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return tmp_path

    return make


@cache
def tree(name: str) -> Node:
    return parse(
        (PROFILES / f"{name}.yaml").read_text("utf-8"),
        f"{name}.yaml",
        "common" if name == "common" else "profile",
    )


@cache
def layers_of(name: str, company: str) -> Layers:
    other = tree(name).at("counterpart", "role").plain
    return Layers(tree("common"), tree(name), parse(company, "company.yaml", "company"), tree(other))


@cache
def role(name: str, stage: str, company: str) -> Resolved:
    return resolve(layers_of(name, company), stage)


@pytest.fixture
def layers() -> Callable[..., Layers]:
    """Returns the files of a shipped role beside a company file, given as YAML."""

    def make(name: str = "cto", company: str = "{}") -> Layers:
        return layers_of(name, company)

    return make


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def shipped() -> Shipped:
    """Resolves a shipped role at a stage for a company, given as YAML."""

    def make(name: str = "cto", stage: str = "scaleup", company: str = "{}") -> Resolved:
        return role(name, stage, company)

    return make


VARIANTS = [(name, stage) for name in ("cpo", "cto") for stage in ("startup", "scaleup", "enterprise")]

COMPANY = """\
name: Northwind Scheduling
about: |
  Northwind makes scheduling software that 1,200 clinics in four countries run their day on.

  We are 240 people, profitable since 2024, and owned by the people who work here and two long-term investors.
website: https://northwind.example
industry: healthcare software
headcount: 240
stage: scale-up
locations:
  - {city: Denver, region: Colorado, country: US}
remote: hybrid
employment_type: full_time
salary: {low: 235000, high: 275000, currency: USD}
other_compensation:
  - bonus of up to 20 percent of base pay, on company results
  - stock options
benefits:
  - medical, dental and vision insurance for you and your family
  - 401(k) with a match of 5 percent
  - 25 days of paid leave and 11 public holidays
  - 18 weeks of paid parental leave
outcomes:
  - A product direction that the board, the technology head and sales can each retell in their own words.
  - Retention of clinics after 12 months up from 88 to 93 percent.
  - Two product leaders who run their area without you.
apply:
  url: https://northwind.example/jobs/cpo
  instructions: Send a CV and, in a page at most, one product decision you would take again and one you would not.
closing_date: 2027-01-31
reference: NW-2026-014
posted: 2026-11-22
hours: 40 hours a week
accommodation: {name: Dana Whitfield, email: people@northwind.example, phone: +1 303 555 0142}
"""
"""A company file with every field that a posting prints."""

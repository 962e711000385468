"""The figures that the README quotes: ratios of whole processes, each pair timed in turn in one run.

`make bench` builds the wheel, installs it in a clean environment beside the packages of this one, and prints a table.
Absolute times move with the machine; ratios hold.
"""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import sysconfig
import tempfile
import time
import venv
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
RUNS = int(os.environ.get("RUNS", "9"))

ROLE = """
from pathlib import Path
from jdgen.documents import MAIN, Kind, Subject
from jdgen.documents.document import compose
from jdgen.documents.templates import Templates
from jdgen.formats.html import page, stylesheet
from jdgen.formats.pdf import to_pdf
from jdgen.generate.pipeline import templates
from jdgen.role.resolution import resolve
from jdgen.role.view import describe
from jdgen.workspace import Workspace
place = Workspace.at(".")
role = describe(resolve(place.layers("cpo"), "scaleup"))
folders, shown = templates(place)
sources = Templates(folders, shown=shown)
"""

HTML_AS_PRINTED = f"""{ROLE}
for kind in MAIN:
    it = compose(Subject(role), kind, sources)
    Path(f"{{kind}}.html").write_text(page(it, style=stylesheet(it, "page")))
"""
"""Writes the very pages that the PDFs are made of."""

KIT_AS_PRINTED = """
from pathlib import Path
from jdgen.documents import KIT, Kind
from jdgen.documents.document import compose_all
from jdgen.documents.templates import Templates
from jdgen.formats.html import page, stylesheet
from jdgen.generate.pipeline import templates
from jdgen.generate.reading import read_role, subject
from jdgen.workspace import Workspace
place, kinds = Workspace.at("."), [kind for kind in KIT if kind is not Kind.DATA]
resolved, _ = read_role("cpo", place, "scaleup")
folders, shown = templates(place)
Path("kit").mkdir()
for it in compose_all(subject(resolved, place, kinds, None, None), kinds, Templates(folders, shown=shown)):
    Path(f"kit/{it.name}.html").write_text(page(it, style=stylesheet(it, "page")))
"""
"""Writes the pages of a whole interview kit."""

HUNDRED_POSTINGS = f"""{ROLE}
for _ in range(100):
    Path("posting.pdf").write_bytes(to_pdf(compose(Subject(role), Kind.POSTING, sources)))
"""

GROWTH = f"""{ROLE}
import resource
used = []
for number in range(40):
    to_pdf(compose(Subject(role), Kind.POSTING, sources))
    if number in {{9, 39}}:
        used.append(int(open("/proc/self/statm").read().split()[1]) * resource.getpagesize() / 1e6)
print((used[1] - used[0]) / 30, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
"""


@dataclass(frozen=True, slots=True)
class Figure:
    """A ratio that is owed: one command against another."""

    what: str
    ours: list[str]
    theirs: list[str]
    owed: float
    calls: int = 1
    """How many documents ours makes where the other command makes one."""
    runs: int = RUNS
    """Pairs that are timed."""


def main() -> None:
    """Measures and prints."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        python = installed(folder)
        for code in (HTML_AS_PRINTED, KIT_AS_PRINTED):
            subprocess.run([python, "-c", code], cwd=folder, check=True)
        print(f"{'figure':66}{'median':>8}{'least':>8}{'most':>8}{'owed':>8}")
        for figure in figures(python):
            ratios = compare(figure, folder)
            low, middle, high = min(ratios), statistics.median(ratios), max(ratios)
            print(f"{figure.what:66}{middle:8.2f}{low:8.2f}{high:8.2f}{'<=':>4}{figure.owed:4g}")
        growth, peak = subprocess.run(
            [python, "-c", GROWTH], cwd=folder, check=True, capture_output=True, text=True
        ).stdout.split()
        print(f"{'memory per further posting, MB':66}{float(growth):8.2f}{'':16}{'<=':>4}{0.4:4g}")
        print(f"{'peak memory of forty postings, MB':66}{float(peak):8.0f}{'':16}{'<':>4}{150:4g}")


def installed(folder: Path) -> str:
    """Returns the Python of a clean environment that holds the wheel, and this environment's other packages."""
    build = [
        sys.executable,
        "-m",
        "pip",
        "wheel",
        "-q",
        "--no-deps",
        "--no-build-isolation",
        "-w",
        str(folder),
        str(ROOT),
    ]
    subprocess.run(build, check=True)
    venv.create(folder / "env", with_pip=False)
    site = next((folder / "env").glob("lib/python*/site-packages"))
    (site / "packages.pth").write_text(sysconfig.get_path("purelib") + "\n", "utf-8")
    python = str(folder / "env" / "bin" / "python")
    wheel = str(next(folder.glob("*.whl")))
    subprocess.run(
        [sys.executable, "-m", "pip", "--python", python, "install", "-q", "--no-deps", "--compile", wheel],
        check=True,
    )
    return python


def figures(python: str) -> list[Figure]:
    """Returns what is measured."""
    jdgen, nothing = [str(Path(python).with_name("jdgen"))], [python, "-c", "pass"]
    job = [*jdgen, "cpo", "--stage", "scaleup"]
    first = ["env", "JDGEN_CACHE=0", *job]
    fonts = f"FONTCONFIG_FILE={ROOT}/templates/fonts/fonts.conf"
    tool = ["env", fonts, python, "-m", "weasyprint", "--pdf-variant", "pdf/ua-1"]
    posting, rubric = [*tool, "posting.html", "p.pdf"], [*tool, "rubric.html", "r.pdf"]
    both = ["sh", "-c", " ".join(posting) + " && " + " ".join(rubric)]
    each = f"for page in kit/*.html; do {' '.join(tool)} --pdf-forms $page k.pdf || exit 1; done"
    return [
        Figure("jdgen --help / python -c pass", [*jdgen, "--help"], nothing, 5),
        Figure("posting and rubric as Markdown / python -c pass", job, nothing, 22),
        Figure("the same, nothing kept from earlier runs / python -c pass", first, nothing, 22),
        Figure("posting and rubric as PDF / two weasyprint calls", [*job, "--pdf"], both, 0.75),
        Figure(
            "posting as PDF / one weasyprint call",
            [*jdgen, "kit", "cpo", "--stage", "scaleup", "--only", "posting", "--pdf"],
            posting,
            0.85,
        ),
        Figure(
            "one of a hundred postings / one weasyprint call",
            [python, "-c", HUNDRED_POSTINGS],
            posting,
            0.3,
            calls=100,
        ),
        Figure(
            "interview kit as PDF / one weasyprint call for each of its files",
            [*jdgen, "kit", "cpo", "--stage", "scaleup", "--pdf"],
            ["sh", "-c", each],
            0.45,
            runs=2,
        ),
    ]


def compare(figure: Figure, folder: Path) -> list[float]:
    """Returns the ratios of a figure, pair by pair, after one pair that warms up."""
    runs = 3 if figure.calls > 1 else figure.runs
    ratios = [
        seconds(figure.ours, folder) / figure.calls / seconds(figure.theirs, folder) for _ in range(runs + 1)
    ]
    return ratios[1:]


def seconds(command: list[str], folder: Path) -> float:
    """Returns the time that a command takes, its output removed before."""
    shutil.rmtree(folder / "output", ignore_errors=True)
    start = time.perf_counter()
    subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - start


if __name__ == "__main__":
    main()

"""Has the HTML of every document judged by the Nu HTML checker, html-validate, and axe in Chromium.

python tools/check_html.py [CHROMIUM]

Needs Node.js, Java and Chromium, and npm the first time; the tests make do without them. Exit code 1 where one of the
judges finds a fault. Each posting is made with its markup in it.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

ROOT = Path(__file__).parent.parent
JUDGES = Path(__file__).parent / "html"
VNU = JUDGES / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"

STAGES = ("startup", "scaleup", "enterprise")
RUNS = [
    *(["kit", role, "--stage", stage] for role in ("cpo", "cto") for stage in STAGES),
    *(["kit", "cto", "--stage", "scaleup", "--lang", it, "--output", f"output/{it}"] for it in ("de", "fr")),
    *(["compare", "cto", "cpo", "--stage", stage] for stage in STAGES),
    *(
        ["kit", "cpo", "--stage", "scaleup", "--set", f"company.brand.theme={it}", "--output", it]
        for it in ("modern", "formal")
    ),
]
"""Every document at every stage, and at one of them in the other languages and the other looks."""


def main(arguments: Sequence[str]) -> int:
    """Returns the exit code."""
    chromium = arguments[0] if arguments else shutil.which("chromium") or shutil.which("google-chrome")
    lacking = [name for name in ("node", "npm", "java") if shutil.which(name) is None]
    lacking += [] if chromium else ["chromium"]
    if lacking or chromium is None:
        print(f"not on this machine: {', '.join(lacking)}", file=sys.stderr)
        return 2
    if not VNU.exists():
        subprocess.run(["npm", "ci", "--silent", "--ignore-scripts"], cwd=JUDGES, check=True)
    with tempfile.TemporaryDirectory() as folder:
        pages = sorted(map(str, made(Path(folder))))
        print(f"{len(pages)} pages")
        codes = [subprocess.run(it, check=False, cwd=JUDGES).returncode for it in judges(chromium, pages)]
    return min(max(codes), 1)


def made(folder: Path) -> Iterator[Path]:
    """Yields the pages of every document, at a company that has all fields."""
    sys.path.insert(0, str(ROOT / "tests"))
    from conftest import COMPANY  # noqa: PLC0415 - the company of the tests

    more = "records: {months: 12, contact: privacy@northwind.example}\n"
    (folder / "company.yaml").write_text(COMPANY + more, "utf-8")
    for arguments in RUNS:
        command = [sys.executable, "-m", "jdgen", *arguments, "--html"]
        subprocess.run(command, cwd=folder, check=True, capture_output=True)
    yield from folder.rglob("*.html")


def judges(chromium: str, pages: list[str]) -> Iterator[list[str]]:
    """Yields the commands.

    The Nu checker is asked for errors alone: its warning that the page's own policy forbids the JSON-LD is wrong, because a
    script of data is not run; the browser, which axe runs in, says nothing of it.
    """
    yield ["java", "-jar", str(VNU), "--errors-only", "--format", "gnu", *pages]
    yield ["npx", "html-validate", "--preset", "standard,a11y,document", "--formatter", "text", *pages]
    yield ["node", "axe.mjs", chromium, *pages]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

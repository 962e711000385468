"""Whatever is wrong in a user's files costs one line, exit code 1, and no output: the earlier one stays as it was."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from errno import ENOSPC
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from jdgen.documents import limits

if TYPE_CHECKING:
    from conftest import Make, Ran, Run

    Bad = tuple[str, str | bytes, str | int]

ROLE = ("cto", "--html", "-s", "scaleup")
COMPANY = "company.yaml"
PROFILE = "profiles/cto.yaml"
POSTING = "templates/posting.md.j2"

BOMB = "a0: &a0 [x]\n" + "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 30))

# Each is a file, what it holds, and the lines that it costs; where there are many, a part of each.
BAD: dict[str, Bad] = {
    "an unknown field": (COMPANY, "nam: Acme\n", "company.yaml:1:1: unknown field 'nam'. Did you mean 'name'?"),
    "a wrong type": (COMPANY, "headcount: many\n", "company.yaml:1:12: headcount: expected a whole number, found 'many'"),
    "a key twice": (COMPANY, "name: A\nname: B\n", "company.yaml:2:1: 'name' stands twice; the first is on line 1. Keep one"),
    "bad YAML": (COMPANY, "benefits: [a\n", "company.yaml:1:11: the quote or bracket that opens here is not closed"),
    "a tab": (
        COMPANY,
        "apply:\n\turl: x\n",
        "company.yaml:2:1: a tab, or text that begins with @, % or `: indent with spaces, put quotes round text",
    ),
    "bytes that are not UTF-8": (
        COMPANY,
        b"name: caf\xe9\n",
        "company.yaml:1:10: byte 0xe9 is not UTF-8; save the file with the encoding UTF-8",
    ),
    "an empty file": (COMPANY, "", "company.yaml: the file is empty; expected `name: value` lines"),
    "a folder in a file's place": (f"{COMPANY}/note.txt", "", "company.yaml: is a folder; expected a file"),
    "an alias bomb": (
        COMPANY,
        BOMB,
        "company.yaml:1:5: &name, *name and !name have no meaning here: write the value out, or put quotes round text that begins so (290 more below)",
    ),
    "a file of 10 MB": (COMPANY, b"#" * 10_000_000, "company.yaml: has 10,000,000 bytes; a file here has at most 1,000,000"),
    "a wrong ending": ("company.yml", "name: Acme\n", "company.yml: is not read: call it company.yaml"),
    "a role that is not there": (COMPANY, "roles: {ctoo: {}}\n", "company.yaml:1:9: there is no role 'ctoo'. Did you mean 'cto'?"),
    "three mistakes": (COMPANY, "nam: A\nheadcount: x\npatch: {titel: x}\n", 3),
    "a profile under another name": (
        PROFILE,
        "schema: 1\nrole: ceo\n",
        "profiles/cto.yaml:2:7: role: is 'ceo', but the file is called cto.yaml; make them the same",
    ),
    "weights that sum to 99": (
        COMPANY,
        "patch: {weights: {strategy: 1, innovation: 1, customers: 1, metrics: 1, leadership: 1, methods: 1, budget: 1, partnership: 92}}\n",
        "company.yaml:1:111: E20: the weights sum to 99, not 100: add 1 to one of them",
    ),
    "an unknown competency": (
        COMPANY,
        "patch: {requirements: {industry: {assess: [strateg]}}}\n",
        "company.yaml:1:44: E03: 'strateg' is no competency or session; add it or take it out here. Did you mean 'strategy'?",
    ),
    "a seat that others name removed": (COMPANY, "patch: {plan: {seats: {manager: null}}}\n", "company.yaml:1:24: E03: 'manager' is removed here and still named in "),
    "a weight in a competency": (
        COMPANY,
        "patch: {competencies: {strategy: {weight: 20}}}\n",
        "company.yaml:1:35: unknown field 'weight'; weights stand in `weights`, beside `competencies`: together they sum to 100",
    ),
    "what is needed removed": (COMPANY, "patch: {mission: null}\n", "company.yaml:1:9: the field 'mission' is removed here, and nothing takes its place"),
    "a change to what has another name": (
        COMPANY,
        "patch: {requirements: {scrumm: {level: 3}}}\n",
        "company.yaml:1:24: there is no 'scrumm' to change, and a new one says its 'kind'. Did you mean 'scrum'?",
    ),
    "a removal of what has another name": (
        COMPANY,
        "patch: {requirements: {scrumm: null}}\n",
        "company.yaml:1:24: there is no 'scrumm' to remove. Did you mean 'scrum'?",
    ),
    "thresholds out of order": (COMPANY, 'patch: {scoring: {advance: "2.00"}}\n', "hold (3.00) is above advance (2.00); swap them"),
    "figures for a date": (COMPANY, "closing_date: 86400\n", "company.yaml:1:15: closing_date: expected a date as 2027-01-31, found '86400'"),
    "a template with a name like a built-in one": (
        "templates/postng.md.j2",
        "x",
        "templates/postng.md.j2: is not used: call it posting.md.j2, or something quite different",
    ),
    "a style sheet without its ending": ("templates/page.css", "h1 {}", "templates/page.css: is not used: call it page.css.j2"),
    "text outside every block": (
        POSTING,
        '{% extends "default/posting.md.j2" %}\n\n## Our values\n',
        "templates/posting.md.j2:3: this stands outside every block of default/posting.md.j2",
    ),
    "a template that calls what it must not": (POSTING, "{{ cycler() }}", "templates/posting.md.j2:1: RuntimeError"),
    "a template that makes too much": (
        POSTING,
        "{% for i in range(99999) %}- a line and {{ i }}\n{% endfor %}",
        "templates/posting.md.j2: makes ",
    ),
    "an image from a file, in Markdown": (POSTING, "# x\n\n![x](file:///etc/passwd)", "templates/posting.md.j2:3: the image file:///etc/passwd is not read"),
    "an image from the network, in Markdown": (POSTING, "# x\n\n![x](https://a.example/x.png)", "templates/posting.md.j2:3: the image https://a.example/x.png is not read"),
    "a typo in a template": (POSTING, "{{ role.ttile }}", "templates/posting.md.j2:1: role has no 'ttile'. Did you mean 'title'?"),
    "a template that allocates": (
        POSTING,
        "{{ 'a' * 10**10 }}",
        "templates/posting.md.j2:1: * would make something larger than 1,000,000: templates print and loop over `role`, nothing more",
    ),
    "a template that breaks out": (
        POSTING,
        "{{ ''.__class__ }}",
        "templates/posting.md.j2:1: access to attribute '__class__' of 'str' object is unsafe: templates print and loop over `role`, nothing more",
    ),
    "an image of the machine": (
        POSTING,
        "# x\n\n<img src='file:///etc/passwd' alt='x'>\n",
        "templates/posting.md.j2:3: the image file:///etc/passwd is not read: copy it beside the templates and name it without a scheme",
    ),
    "a template without a title": (POSTING, "## x\n", "templates/posting.md.j2: no headings of the first level (# Title): write exactly one"),
    "a template that leaves out a level": (
        POSTING,
        "# x\n\n### y\n",
        "templates/posting.md.j2:3: '### y' leaves out a level: write ## for ###",
    ),
    "an image of the network": (
        POSTING,
        "# x\n\n![x](http://a.example/x.png)\n",
        "templates/posting.md.j2:3: the image http://a.example/x.png is not read: copy it beside the templates and name it without a scheme",
    ),
    "an image outside": (
        POSTING,
        "# x\n\n![x](../../../etc/passwd)\n",
        "templates/posting.md.j2:3: there is no image ../../../etc/passwd in templates; images outside are not read",
    ),
    "a logo of the network": (
        COMPANY,
        "brand: {logo: 'https://a.example/x.png'}\n",
        "company.yaml:1:15: the image https://a.example/x.png is not read: copy it beside the templates and name it without a scheme",
    ),
    "a folder outside for a logo": (COMPANY, "brand: {logo: ..}\n", "company.yaml:1:15: there is no image .. in ."),
    "a logo that is no image": (f"{COMPANY}", "brand: {logo: company.yaml}\n", "company.yaml is no image: use PNG, JPEG or SVG"),
    "a file in the place of the profiles": ("profiles", "", "profiles: is a file; expected a folder: give the file another name"),
    "a file in the place of the templates": ("templates", "", "templates: is a file; expected a folder: give the file another name"),
}  # fmt: skip


def snapshot(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def stops(done: Ran, expected: str | int) -> None:
    """One line a mistake, on stderr, and nothing on stdout."""
    lines = done.err.splitlines()
    assert (done.code, done.out) == (1, "")
    assert "Traceback" not in done.err
    if isinstance(expected, int):
        assert len(lines) == expected
    else:
        assert lines
        assert all(expected in line for line in lines)
        assert len(lines) == 1 or not expected.startswith((COMPANY, "templates/", "profiles/"))


@pytest.mark.parametrize("bad", BAD.values(), ids=BAD)
def test_it_costs_a_line_and_nothing_is_written(bad: Bad, folder: Path, run: Run, workspace: Make) -> None:
    name, content, expected = bad
    workspace({name: content})
    before = snapshot(folder)
    stops(run(*ROLE), expected)
    assert snapshot(folder) == before
    assert not Path("output").exists()


@pytest.mark.parametrize(
    ("part", "named"),
    [
        ('<image href="http://a.example/x.png"/>', "http://a.example/x.png"),
        ("<image width='1' xmlns:x='http://www.w3.org/1999/xlink' x:href='other.png'/>", "other.png"),
        ('<s:use xmlns:s="http://www.w3.org/2000/svg" href="shapes.svg#a"/>', "shapes.svg#a"),
        ('<rect fill="url(https://a.example/p.svg#p)"/>', "https://a.example/p.svg#p"),
        ("<style>@import 'https://a.example/s.css';</style>", "https://a.example/s.css"),
    ],
)
@pytest.mark.parametrize("form", ["--html", "--pdf"])
@pytest.mark.usefixtures("folder")
def test_a_drawing_that_needs_another_file_costs_a_line(
    part: str, named: str, form: str, run: Run, workspace: Make
) -> None:
    workspace(
        {COMPANY: "brand: {logo: l.svg}\n", "l.svg": f"<svg xmlns='http://www.w3.org/2000/svg'>{part}</svg>"}
    )
    message = f"l.svg refers to {named}, which is not read: put what it shows into the drawing itself"
    stops(run(*ROLE, form), f"company.yaml:1:15: {message}")
    assert not Path("output").exists()


@pytest.mark.usefixtures("folder")
def test_a_drawing_may_refer_to_itself_and_link_elsewhere(run: Run, workspace: Make) -> None:
    parts = (
        '<use href=" #a" data-href="b"/><image href="\n data:image/png;base64,AAAA"/><rect fill="url(#p)"/>'
        '<a href="https://a.example/"><text>url(x)</text></a><rect style="fill:url(&quot;#p&quot;)"/>'
        "<!-- <image href='https://a.example/'/> --><style>@namespace svg url(http://www.w3.org/2000/svg); /* url(x) */</style>"
    )
    workspace(
        {COMPANY: "brand: {logo: l.svg}\n", "l.svg": f"<svg xmlns='http://www.w3.org/2000/svg'>{parts}</svg>"}
    )
    assert run(*ROLE, "--html").code == 0


@pytest.mark.usefixtures("folder")
def test_a_folder_is_no_logo(run: Run, workspace: Make) -> None:
    workspace({COMPANY: "brand: {logo: pictures}\n", "pictures/a.txt": ""})
    stops(run(*ROLE), "company.yaml:1:15: pictures is a folder: name an image in it")


@pytest.fixture(scope="module")
def earlier(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """What a good run wrote."""
    place = tmp_path_factory.mktemp("earlier")
    subprocess.run([sys.executable, "-m", "jdgen", *ROLE, "-w", place], check=True, capture_output=True)
    return {f"output/{name}": content for name, content in snapshot(place / "output").items()}


@pytest.mark.parametrize("bad", BAD.values(), ids=BAD)
def test_the_earlier_output_stays_as_it_was(
    bad: Bad, folder: Path, run: Run, workspace: Make, earlier: dict[str, bytes]
) -> None:
    name, content, expected = bad
    assert len(earlier) == 4
    workspace({**earlier, name: content})
    before = snapshot(folder)
    stops(run(*ROLE), expected)
    assert snapshot(folder) == before


def test_an_endless_template_is_stopped(
    folder: Path, run: Run, workspace: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "SECONDS", 0.1)
    workspace({POSTING: "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}"})
    stops(run(*ROLE), "templates/posting.md.j2:1: stopped after ")
    assert not (folder / "output").exists()


def test_a_file_that_may_not_be_read_costs_a_line(
    folder: Path, run: Run, workspace: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace({COMPANY: "name: Acme\n"})
    read = Path.read_bytes

    def refuse(path: Path) -> bytes:
        if path.name == COMPANY:
            raise PermissionError(13, "Permission denied", str(path))
        return read(path)

    monkeypatch.setattr(Path, "read_bytes", refuse)
    stops(run(*ROLE), "company.yaml: cannot be read: Permission denied; check who may read it")
    assert not (folder / "output").exists()


def test_a_full_disk_costs_a_line(
    folder: Path, run: Run, workspace: Make, monkeypatch: pytest.MonkeyPatch, earlier: dict[str, bytes]
) -> None:
    workspace(earlier)
    before, write = snapshot(folder), Path.write_bytes

    def fill(path: Path, data: bytes) -> int:
        if "rubric" in path.name:
            write(path, data[:100])
            raise OSError(ENOSPC, "No space left on device", str(path))
        return write(path, data)

    monkeypatch.setattr(Path, "write_bytes", fill)
    stops(
        run("cto", "--html", "-s", "scaleup", "--set", "title=Another"),
        "cannot be written: No space left on device. Earlier output is unchanged;",
    )
    assert snapshot(folder) == before


@pytest.mark.parametrize("output", ["taken", "taken/below", "/dev/null", "/proc/jdgen"])
def test_an_output_folder_that_cannot_be_made_costs_a_line(
    output: str, folder: Path, run: Run, workspace: Make
) -> None:
    workspace({"taken": "mine"})
    stops(run(*ROLE, "-o", output), ": cannot be written: ")
    assert snapshot(folder) == {"taken": b"mine"}


def program(
    *args: str, stdout: int = subprocess.PIPE, code: str | None = None
) -> subprocess.CompletedProcess[str]:
    """The program in a process of its own, or Python code in its place."""
    command = [sys.executable, "-c", code, *args] if code else [sys.executable, "-m", "jdgen", *args]
    return subprocess.run(command, stdout=stdout, stderr=subprocess.PIPE, text=True, check=False, timeout=60)


@pytest.mark.parametrize(
    "args", [ROLE, ("list",), ("check",), ("schema",), ("--help",), ("doctor",)], ids=lambda args: args[0]
)
def test_a_reader_that_goes_away_is_no_mistake(args: tuple[str, ...], folder: Path) -> None:
    ours, theirs = os.pipe()
    os.close(ours)
    done = program(*args, stdout=theirs)
    os.close(theirs)
    assert "Traceback" not in done.stderr
    assert "Exception" not in done.stderr
    assert done.returncode in {0, 1}
    assert [path.name for path in folder.iterdir()] == (["output"] if args is ROLE else [])


INTERRUPTED = f"""
import importlib, os, signal, sys, time
signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell's background job ignores it
program = os.getpid()
def interrupt(*args, **kwargs):
    os.kill(program, {int(signal.SIGINT)})
    time.sleep(10)
module, _, name = sys.argv[1].rpartition(".")
setattr(importlib.import_module(module), name, interrupt)
from jdgen.cli import main
main({list(ROLE)})
"""

STEPS = (
    "jdgen.generate.reading.read_role", "jdgen.role.resolution.resolve", "jdgen.role.view.describe",
    "jdgen.press.maker.compose_all", "jdgen.checks.leaks",
)  # fmt: skip


@pytest.mark.parametrize("step", STEPS)
def test_ctrl_c_costs_a_line_and_nothing_is_written(step: str, folder: Path) -> None:
    done = program(step, code=INTERRUPTED)
    assert (done.returncode, done.stdout, done.stderr) == (
        1,
        "",
        "jdgen: stopped; earlier output is unchanged\n",
    )
    assert list(folder.iterdir()) == []


LOADING = """
import sys
class Interrupt:
    def find_spec(self, name, *_):
        if name == "click":
            raise KeyboardInterrupt
sys.meta_path.insert(0, Interrupt())
from jdgen.__main__ import run
run()
"""


def test_ctrl_c_while_the_program_loads_costs_a_line() -> None:
    done = program(code=LOADING)
    assert (done.returncode, done.stderr) == (1, "jdgen: stopped; earlier output is unchanged\n")


def test_ctrl_c_while_the_command_line_is_read_costs_a_line(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("click.Group.parse_args", interrupt)
    stops(run("list"), "jdgen: stopped; earlier output is unchanged")


def test_a_field_that_is_misspelt_is_told_before_a_stage_that_is_not_said(run: Run, workspace: Make) -> None:
    stops(
        run("cto", "-w", workspace({COMPANY: "stag: scaleup\n"})),
        "unknown field 'stag'. Did you mean 'stage'?",
    )


def test_a_bug_keeps_its_traceback(folder: Path) -> None:
    done = program(
        code=f"import jdgen.press.maker as it\nit.compose_all = None\nfrom jdgen.cli import main\nmain({list(ROLE)})"
    )
    assert done.returncode == 1
    assert "TypeError: 'NoneType' object is not callable" in done.stderr
    assert list(folder.iterdir()) == []


WRONG = {
    "no such role": (["ctoo"], "there is no role 'ctoo'. Did you mean 'cto'? Roles: cpo and cto."),
    "a command misspelt": (["chek"], "there is no role 'chek'. Did you mean 'check'? Roles: cpo and cto."),
    "no such stage": (
        ["cto", "-s", "scalup"],
        "Invalid value for '--stage' / '-s': there is no stage 'scalup': it is startup, scaleup or enterprise. Did you mean 'scaleup'?",
    ),
    "no such option": (["cto", "--pfd"], "No such option '--pfd'. (Did you mean one of: '--for', '--pdf'?)"),
    "no such paper": (["cto", "--paper", "a5"], "Invalid value for '--paper': 'a5' is not one of 'a4', 'letter'."),
    "no date": (["cto", "--as-of", "soon"], "Invalid value for '--as-of': 'soon' does not match the format '%Y-%m-%d'."),
    "a setting without a value": (["cto", "--set", "title"], "--set takes NAME=VALUE, such as title='Head of Product'; found 'title'"),
    "a setting without a name": (["cto", "--set", "=x"], "--set takes NAME=VALUE, such as title='Head of Product'; found '=x'"),
    "a gap in a name": (["cto", "--set", "a..b=x"], "--set takes NAME=VALUE, such as title='Head of Product'; found 'a..b=x'"),
    "no such workspace": (["cto", "-w", "nowhere"], "there is no folder 'nowhere'; make it, or name another with --workspace"),
    "no such schema": (["schema", "role"], "Invalid value for '[profile|company|vacancy|candidates|scorecard|rubric]': 'role' is not one of 'profile', 'company', 'vacancy', 'candidates', 'scorecard', 'rubric'."),
    "one argument too many": (["cto", "cpo"], "Got unexpected extra argument (cpo)"),
    "a role to check that is not there": (["check", "ctoo"], "there is no role 'ctoo'. Did you mean 'cto'? Roles: cpo and cto."),
}  # fmt: skip


@pytest.mark.parametrize(("args", "said"), WRONG.values(), ids=WRONG)
def test_wrong_arguments_end_with_2_and_say_what_was_meant(
    args: list[str], said: str, folder: Path, run: Run
) -> None:
    done = run(*args)
    assert (done.code, done.out) == (2, "")
    assert done.err.splitlines()[-1] == f"Error: {said}"
    assert list(folder.iterdir()) == []


def test_a_setting_with_names_without_end_is_refused(folder: Path, run: Run) -> None:
    done = run("cto", "-s", "scaleup", "--set", "a." * 50_000 + "a=x")
    assert done.code == 2
    assert list(folder.iterdir()) == []


SETTINGS = {
    "titel=x": "--set titel: unknown field 'titel'. Did you mean 'title'?",
    "company.headcount=x": "--set company.headcount: headcount: expected a whole number, found 'x'",
    "title.short=x": "--set title.short: title: expected text, found a mapping: put quotes round text that holds ': ' or begins with a brace",
    "mission=null": "--set mission: the field 'mission' is removed here, and nothing takes its place",
    "role=cpo": "--set role: role: cannot be changed here; it is 'cto' in the profile",
}


@pytest.mark.parametrize(("setting", "said"), SETTINGS.items())
def test_a_wrong_setting_is_told_by_its_name(setting: str, said: str, folder: Path, run: Run) -> None:
    stops(run("cto", "-s", "scaleup", "--set", setting), said)
    assert list(folder.iterdir()) == []

"""The process that reads is there before the command line is understood; what comes of a run is the same without it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from conftest import COMPANY

from jdgen.__main__ import OTHERS
from jdgen.cli import OWN_OPTIONS, main

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="processes are copied on Linux only")

WATCHED = """
import os, sys
import jdgen.parallel as parallel
parallel.cores = lambda: 2
from jdgen import early
early.cores = parallel.cores
begun = early.start
def start(*args):
    process = begun(*args)
    os.write(2, f"started {process.pid}\\n".encode())
    return process
early.start = start
"""
RUN = f"{WATCHED}from jdgen.__main__ import run; run()"
ROLE = ("cpo", "--stage", "scaleup")


def program(*args: str, code: str = RUN, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", code, *args]
    return subprocess.run(
        command,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
        cwd=cwd,
        env=os.environ | environment,
    )


def reader_of(done: subprocess.CompletedProcess[str]) -> int:
    first = done.stderr.splitlines()[0]
    assert first.startswith("started ")
    return int(first.split()[1])


def is_gone(pid: int) -> bool:
    """Whether a process has ended; one that nobody waited for yet has."""
    for _ in range(100):
        state = Path(f"/proc/{pid}/stat")
        if not state.exists() or state.read_text().rpartition(")")[2].split()[0] == "Z":
            return True
        time.sleep(0.05)
    return False


def files(folder: Path) -> dict[str, bytes]:
    return {str(it.relative_to(folder)): it.read_bytes() for it in folder.rglob("*") if it.is_file()}


def test_every_command_but_those_that_write_a_role_does_without_it() -> None:
    commands = {word for word in OTHERS if not word.startswith("-")}
    assert commands == set(main.commands) - {"generate", "kit"}
    assert OTHERS - commands == OWN_OPTIONS | {"--watch"}


@pytest.mark.parametrize("args", [("--help",), ("list",), ("cpo", "--help"), ()])
def test_it_is_not_started_for_anything_else(args: tuple[str, ...], tmp_path: Path) -> None:
    assert "started" not in program(*args, cwd=tmp_path).stderr


def test_it_is_not_started_to_complete_a_command_line(tmp_path: Path) -> None:
    assert "started" not in program(*ROLE, cwd=tmp_path, _JDGEN_COMPLETE="bash_complete").stderr


@pytest.mark.parametrize(
    "args",
    [
        ROLE,
        (*ROLE, "--json-ld", "--docx", "--lang", "de"),
        ("kit", *ROLE),
        ("kit", *ROLE, "--only", "posting,data", "--pdf", "--txt"),
    ],
)
def test_a_run_with_it_says_and_writes_what_one_without_it_does(
    args: tuple[str, ...], tmp_path: Path
) -> None:
    (tmp_path / "company.yaml").write_text(COMPANY, "utf-8")
    alone = program(
        *args, "-o", "here", code="from jdgen.__main__ import run; run()", cwd=tmp_path, JDGEN_PROCESSES="1"
    )
    with_it = program(*args, "-o", "there", cwd=tmp_path)
    said, pid = with_it.stderr.partition("\n")[2], reader_of(with_it)
    assert (with_it.returncode, said) == (alone.returncode, alone.stderr) == (0, said)
    assert with_it.stdout == alone.stdout.replace("here/", "there/")
    assert files(tmp_path / "there") == files(tmp_path / "here") != {}
    assert is_gone(pid)


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (("nobody",), "Error: there is no role 'nobody'"),
        ((*ROLE, "--set", "titel=Chief"), "unknown field 'titel'"),
        (("cpo", "--stage", "scalup"), "scalup"),
    ],
)
def test_a_mistake_is_said_and_it_ends(args: tuple[str, ...], message: str, tmp_path: Path) -> None:
    done = program(*args, cwd=tmp_path)
    assert done.returncode != 0
    assert message in done.stderr
    assert "Traceback" not in done.stderr
    assert is_gone(reader_of(done))
    assert list(tmp_path.iterdir()) == []


BROKEN = f"""{WATCHED}
import jdgen.generate.reading as reading
def broken(*args, **options):
    raise ZeroDivisionError("a fault")
reading.resolve = broken
from jdgen.__main__ import run; run()
"""


def test_a_fault_of_the_program_in_it_keeps_its_traceback(tmp_path: Path) -> None:
    done = program(*ROLE, code=BROKEN, cwd=tmp_path)
    assert done.returncode == 1
    assert "ZeroDivisionError: a fault" in done.stderr
    assert done.stderr.endswith("ChildProcessError: a process that works for this one ended early\n")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("after", [0.02, 0.1, 0.2, 0.3])
def test_ctrl_c_at_any_time_ends_both_and_costs_one_line_at_most(after: float, tmp_path: Path) -> None:
    command = [
        sys.executable,
        "-c",
        f"import signal; signal.signal(signal.SIGINT, signal.default_int_handler)\n{RUN}",
        *ROLE,
    ]
    started = subprocess.Popen(
        command,
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    assert started.stderr
    first = started.stderr.readline()
    time.sleep(after)
    if started.poll() is None:
        os.killpg(started.pid, signal.SIGINT)
    _, said = started.communicate(timeout=60)
    assert said in {"", "jdgen: stopped; earlier output is unchanged\n"} or started.returncode == 0
    assert is_gone(int(first.split()[1]))


TOLD_TO_END = """
import os, signal, sys, time
from jdgen import early, parallel
parallel.cores = early.cores = lambda: 2
class Told:
    def __del__(self):
        os.kill(os.getpid(), signal.SIGTERM)
        time.sleep(0.2)
early.start_early(Told, lambda state, question: question)
with early.early() as ask:
    try:
        ask(7)()
    except ChildProcessError as fault:
        print(fault)
"""


def test_told_to_end_where_nothing_can_be_unwound_it_ends_without_a_word(tmp_path: Path) -> None:
    code = TOLD_TO_END.replace("early.start_early(Told,", "early.start_early(lambda: [Told()].clear(),")
    done = program(code=code, cwd=tmp_path)
    assert (done.stdout, done.stderr) == ("a process that works for this one ended early\n", "")


def test_where_no_process_can_be_started_the_run_goes_on(tmp_path: Path) -> None:
    code = f"""{WATCHED}
def full(*args):
    raise BlockingIOError(11, "no more processes")
early.start = full
from jdgen.__main__ import run; run()
"""
    done = program("nobody", code=code, cwd=tmp_path)
    assert done.returncode == 2
    assert "there is no role 'nobody'" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_vacancy_is_missed_before_anything_else_is(tmp_path: Path) -> None:
    (tmp_path / "company.yaml").write_text("name: 'A\n", "utf-8")
    done = program("kit", *ROLE, "--vacancy", "nope", cwd=tmp_path)
    assert "there is no vacancy 'nope'" in done.stderr

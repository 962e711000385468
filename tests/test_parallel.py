"""Work in another process gives what it gives in this one: results, mistakes, notes, and faults of the program."""

from __future__ import annotations

import os
import shlex
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jdgen.parallel import _piles

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="processes are copied on Linux only")

PRELUDE = """
import logging, os, sys, time
import jdgen.parallel as parallel
from jdgen.errors import JdgenError, Place, Problem
parallel.cores = lambda: {cores}
program = os.getpid()
def wrong(item):
    raise JdgenError(Problem(Place(f"{{item}}.yaml", 3), "is wrong"))
"""
"""Each test runs in a process of its own: pytest's has threads, whose locks would be copied."""


def done(code: str, *, cores: int = 2) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", PRELUDE.format(cores=cores) + code]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)


@pytest.mark.parametrize("cores", [1, 2, 5])
def test_results_come_in_the_order_of_the_items(cores: int) -> None:
    code = f"print(parallel.share(lambda item: item * 2, [3, 1, 2], lambda item: item, {cores}))"
    assert done(code, cores=cores).stdout == "[6, 2, 4]\n"


def test_work_is_done_in_processes_of_their_own() -> None:
    code = "print(len(set(parallel.share(lambda item: os.getpid(), range(4), lambda item: 1, 3))))"
    assert done(code).stdout == "3\n"


@pytest.mark.parametrize("cores", [1, 2])
def test_the_mistakes_of_all_items_are_told_once(cores: int) -> None:
    code = f"""
try:
    parallel.share(wrong, ["a", "b", "a"], len, {cores})
except JdgenError as error:
    print(error)
"""
    assert done(code, cores=cores).stdout == "a.yaml:3: is wrong\nb.yaml:3: is wrong\n"


@pytest.mark.parametrize("cores", [1, 2])
def test_what_was_prepared_is_there_when_the_question_comes(cores: int) -> None:
    code = """
with parallel.beside(lambda: [os.getpid()], lambda state, item: (state[0] != program, item)) as (ask, _):
    print(ask("a question")())
"""
    assert done(code, cores=cores).stdout == f"({cores > 1}, 'a question')\n"


def test_a_mistake_crosses_processes_as_it_is() -> None:
    code = """
try:
    with parallel.beside(int, lambda state, item: wrong(item)) as (ask, _):
        ask("company")()
except JdgenError as error:
    print(error.problems)
"""
    place = "Place(file='company.yaml', line=3, column=0, field='')"
    assert done(code).stdout == f"(Problem(place={place}, message='is wrong', code=''),)\n"


def test_a_fault_of_the_program_keeps_its_traceback() -> None:
    code = """
with parallel.beside(int, lambda state, item: item / 0) as (ask, _):
    ask(1)()
"""
    ended = done(code)
    assert ended.returncode == 1
    assert "ZeroDivisionError: division by zero" in ended.stderr
    assert ended.stderr.endswith("ChildProcessError: a process that works for this one ended early\n")


def test_notes_are_said_by_the_process_that_asked() -> None:
    code = """
logging.basicConfig(format="%(process)d %(message)s")
with parallel.beside(int, lambda state, item: logging.getLogger("jdgen.formats").warning("%s pages", item)) as (ask, _):
    ask(7)()
print(program)
"""
    ended = done(code)
    assert ended.stderr == f"{ended.stdout.strip()} 7 pages\n"


def test_a_question_that_never_comes_ends_the_process_without_a_word() -> None:
    code = """
with parallel.beside(os.getpid, lambda state, item: state) as (ask, _):
    pass
print("over")
try:
    os.waitpid(-1, 0)
except ChildProcessError:
    print("nobody left")
"""
    ended = done(code)
    assert (ended.stdout, ended.stderr) == ("over\nnobody left\n", "")


def test_a_process_that_is_still_busy_is_ended_with_the_one_that_asked() -> None:
    start = time.monotonic()
    code = """
with parallel.beside(lambda: time.sleep(30), lambda state, item: item):
    raise SystemExit(3)
"""
    ended = done(code)
    assert (ended.returncode, ended.stderr) == (3, "")
    assert time.monotonic() - start < 20


def test_a_process_told_to_end_while_it_makes_a_class_says_nothing() -> None:
    code = """
class Told:
    def __set_name__(self, owner, name):
        os.kill(os.getpid(), parallel.signal.SIGTERM)
        time.sleep(30)
with parallel.beside(lambda: type("Made", (), {"it": Told()}), lambda state, item: item) as (ask, _):
    try:
        ask(7)
    except SystemExit:
        pass
"""
    assert "set_name" not in done(code).stderr


def test_a_process_told_to_end_while_it_ends_never_goes_on_with_the_work_of_the_one_that_asked() -> None:
    code = """
class Told:
    def flush(self):
        if os.getpid() != program:
            os.kill(os.getpid(), parallel.signal.SIGTERM)
    def write(self, text):
        pass
sys.stderr = Told()
try:
    with parallel.beside(int, lambda state, item: item) as (ask, _):
        print(ask(7)(), flush=True)
except SystemExit:
    print("a second program", flush=True)
"""
    assert done(code).stdout == "7\n"


BIG = "lambda state, item: bytes(10_000_000)"
"""More than a pipe holds."""


def is_gone_soon(pid: int) -> bool:
    """Whether a process ends within ten seconds."""
    for _ in range(100):
        if not Path(f"/proc/{pid}").exists():
            return True
        time.sleep(0.1)
    return False


@pytest.mark.parametrize("ended", ["signal.SIGKILL", "signal.SIGTERM"])
def test_a_process_ends_when_the_one_that_asked_is_gone(ended: str) -> None:
    code = f"""
import signal
with parallel.beside(os.getpid, {BIG}) as (ask, _):
    process = ask.__closure__[-1].cell_contents
    print(process.pid, flush=True)
    process.ask(None)
    time.sleep(0.3)
    os.kill(program, {ended})
"""
    other = int(done(code).stdout)
    gone = is_gone_soon(other)
    if not gone:
        os.kill(other, signal.SIGKILL)
    assert gone, "it still waits"


def test_a_process_that_is_killed_is_told_of() -> None:
    code = f"""
import signal
with parallel.beside(os.getpid, {BIG}) as (ask, _):
    os.kill(ask.__closure__[-1].cell_contents.pid, signal.SIGKILL)
    ask(None)()
"""
    ended = done(code)
    assert ended.returncode == 1
    assert ended.stderr.endswith("ChildProcessError: a process that works for this one ended early\n")


def test_ended_processes_may_be_forgotten_by_the_system() -> None:
    code = """
import signal
signal.signal(signal.SIGCHLD, signal.SIG_IGN)
with parallel.beside(int, lambda state, item: item) as (ask, _):
    print(ask("done")())
    time.sleep(0.3)
"""
    ended = done(code)
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "done\n", "")


def test_a_program_without_streams_makes_documents(tmp_path: Path) -> None:
    command = f"{shlex.quote(sys.executable)} -m jdgen cto -s startup >&- 2>&-"
    subprocess.run(["/bin/sh", "-c", command], cwd=tmp_path, check=False, timeout=60)
    assert len(list(tmp_path.rglob("*.md"))) == 2


def test_one_variable_keeps_everything_in_one_process(monkeypatch: pytest.MonkeyPatch) -> None:
    code = "import jdgen.parallel as parallel; print(parallel.cores())"
    monkeypatch.setenv("JDGEN_PROCESSES", "1")
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ended.stdout == "1\n"


def test_a_process_with_threads_is_not_copied() -> None:
    code = """
import _thread, importlib
importlib.reload(parallel)
_thread.start_new_thread(time.sleep, (5,))
time.sleep(0.1)
print(parallel.cores())
sys.stdout.flush()
os._exit(0)
"""
    assert done(code).stdout == "1\n"


@given(st.lists(st.integers(0, 1000), min_size=1, max_size=40), st.integers(1, 8))
def test_piles_hold_every_item_once_and_are_about_as_high(sizes: list[int], count: int) -> None:
    piles = _piles(sizes, int, count)
    assert sorted(number for pile in piles for number in pile) == list(range(len(sizes)))
    heights = [sum(sizes[number] for number in pile) for pile in piles]
    assert max(heights) - min(heights) <= max(sizes)


def test_documents_are_the_same_made_by_one_process_and_by_several(tmp_path: Path) -> None:
    made = {}
    for name, variables in {"one": {"JDGEN_PROCESSES": "1"}, "several": {}}.items():
        command = [sys.executable, "-m", "jdgen", "cto", "-s", "startup", "--pdf", "-o", str(tmp_path / name)]
        subprocess.run(
            command, cwd=tmp_path, env={**os.environ, **variables}, check=True, capture_output=True
        )
        files = (path for path in sorted((tmp_path / name).rglob("*")) if path.is_file())
        made[name] = {path.name: path.read_bytes() for path in files}
    assert len(made["one"]) == 4
    assert made["one"] == made["several"]


@pytest.mark.parametrize("cores", [1, 2])
def test_one_process_answers_one_question_after_another_and_prepares_once(cores: int) -> None:
    code = """
with parallel.beside(list, lambda state, item: state.append(item) or list(state)) as (ask, _):
    ask("a")()
    print(ask("b")())
"""
    assert done(code, cores=cores).stdout == "['a', 'b']\n"

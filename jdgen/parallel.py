"""Work in processes beside this one: on Linux, where a process is copied in a millisecond, and with more than one core."""

from __future__ import annotations

import os
import pickle
import signal
import sys
from contextlib import contextmanager, suppress
from functools import cache, partial
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, NamedTuple, NoReturn, Protocol, TypeVar

from jdgen.errors import JdgenError, Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

STATE = TypeVar("STATE")
ITEM = TypeVar("ITEM")
RESULT = TypeVar("RESULT")
ASKED_contra = TypeVar("ASKED_contra", contravariant=True)
ANSWERED_co = TypeVar("ANSWERED_co", covariant=True)
AHEAD = TypeVar("AHEAD")

OFF = "JDGEN_PROCESSES"
"""The variable of the environment that keeps everything in one process when it is 1."""

THREADS = Path("/proc/self/task")
"""Where Linux has an entry for each thread of this process."""

ROOM = 1 << 20
"""Bytes that wait in a pipe, as many as Linux grants anybody: whoever is done must not wait for the other."""


class Ask(Protocol[ASKED_contra, ANSWERED_co]):
    """Has work done, in a process beside this one where there is one."""

    def __call__(self, item: ASKED_contra) -> Callable[[], ANSWERED_co]:
        """Returns a function that returns the result of the work on `item`; answers are had in the order of questions."""
        ...


class _Answer(NamedTuple):
    """What a process sends back."""

    value: Any
    problems: tuple[Problem, ...]
    notes: tuple[str, ...]


class Process(NamedTuple):
    """A process and the two pipes to it."""

    pid: int
    questions: IO[bytes]
    answers: IO[bytes]

    def ask(self, question: object) -> None:
        """Sends what it works on."""
        with suppress(BrokenPipeError):  # it has ended: `answer` says so
            pickle.dump(question, self.questions)
            self.questions.flush()

    def answer(self) -> Any:  # noqa: ANN401 - whatever the work returns
        """Returns what it made.

        Raises:
            JdgenError: something in the user's files is wrong.
            ChildProcessError: it ended by a fault of the program; what it said stands on stderr.
        """
        try:
            answer = pickle.load(self.answers)  # noqa: S301 - from this program
        except EOFError:
            message = "a process that works for this one ended early"
            raise ChildProcessError(message) from None
        _say(answer.notes)
        if answer.problems:
            raise JdgenError(*answer.problems)
        return answer.value

    def tell_to_end(self) -> None:
        """Ends it and those that it started, in its own time."""
        with suppress(ProcessLookupError):
            os.kill(self.pid, signal.SIGTERM)
        with suppress(OSError):
            self.questions.close()
        self.answers.close()

    def end(self) -> None:
        """Ends it and those that it started, and waits for that."""
        self.tell_to_end()
        with suppress(ChildProcessError):  # a supervisor may have told the system to forget ended processes
            os.waitpid(self.pid, 0)


def cores() -> int:
    """Returns how many processes are worth while: 1 where this one cannot be copied safely."""
    # Threads are counted by the system: a library's own are unknown to `threading`, and a copy of their locks never opens.
    if sys.platform != "linux" or os.environ.get(OFF) == "1" or len(list(THREADS.iterdir())) > 1:
        return 1
    return len(os.sched_getaffinity(0))


def nothing() -> None:
    """Does nothing."""


@contextmanager
def beside(
    prepare: Callable[[], STATE],
    work: Callable[[STATE, ITEM], RESULT],
    ahead: Callable[[], AHEAD] = nothing,  # type: ignore[assignment]
) -> Iterator[tuple[Ask[ITEM, RESULT], Callable[[], AHEAD]]]:
    """Yields two functions: one does `work` with what `prepare` returns, the other has what `ahead` returns.

    A process does what is `ahead` and then prepares while this one goes on.
    """
    if cores() == 1:
        prepared = cache(prepare)
        yield lambda item: lambda: work(prepared(), item), ahead
        return
    process = start(prepare, work, ahead)
    first = cache(process.answer)

    def ask(item: ITEM) -> Callable[[], RESULT]:
        first()
        process.ask(item)
        return process.answer

    try:
        yield ask, first
    finally:
        process.end()


def share(
    work: Callable[[ITEM], RESULT], items: Sequence[ITEM], size: Callable[[ITEM], int], processes: int
) -> list[RESULT]:
    """Returns the results of `items` in their order; `processes`, this one included, divide the work by `size`.

    Raises:
        JdgenError: with the problems of all items.
    """
    piles = _piles(items, size, min(processes, len(items)))
    others = [start(lambda: items, partial(_all_done, work)) for _ in piles[1:]]
    try:
        for other, pile in zip(others, piles[1:], strict=True):
            other.ask(pile)
        parts = [_all_done(work, items, pile) for pile in piles[:1]] + [other.answer() for other in others]
    finally:
        for other in others:
            other.end()
    done = {number: result for part in parts for number, result in part.items()}
    faults = [done[number] for number in sorted(done) if isinstance(done[number], JdgenError)]
    problems = dict.fromkeys(problem for fault in faults for problem in fault.problems)
    if problems:
        raise JdgenError(*problems)
    return [done[number] for number in range(len(items))]


def _piles(items: Sequence[ITEM], size: Callable[[ITEM], int], count: int) -> list[list[int]]:
    """Returns the items' numbers in `count` piles of about the same height, the largest items first."""
    piles: list[list[int]] = [[] for _ in range(count)]
    heights = [0] * count
    for number in sorted(range(len(items)), key=lambda number: -size(items[number])):
        lowest = heights.index(min(heights))
        piles[lowest].append(number)
        heights[lowest] += size(items[number])
    return piles


def _all_done(
    work: Callable[[ITEM], RESULT], items: Sequence[ITEM], pile: list[int]
) -> dict[int, RESULT | JdgenError]:
    return {number: _done(work, items[number]) for number in pile}


def _done(work: Callable[[ITEM], RESULT], item: ITEM) -> RESULT | JdgenError:
    try:
        return work(item)
    except JdgenError as error:
        return error


def start(
    prepare: Callable[[], STATE],
    work: Callable[[STATE, Any], object],
    ahead: Callable[[], object] | None = None,
) -> Process:
    """Starts a process that answers what is `ahead`, prepares, and then does `work` on each question that it is asked."""
    questions, answers = os.pipe(), os.pipe()
    for pipe in (questions, answers):
        _make_room(pipe[1])
    for stream in filter(None, (sys.stdout, sys.stderr)):  # a process may have none
        stream.flush()
    pid = os.fork()
    if pid == 0:
        try:
            # Its own copies of the other ends would keep the pipes open when the process that asks is gone.
            os.close(questions[1])
            os.close(answers[0])
            _serve(ahead, prepare, work, os.fdopen(questions[0], "rb"), os.fdopen(answers[1], "wb"))
        finally:
            os._exit(1)  # told to end while it ended: it must not come back as a second program
    os.close(questions[0])
    os.close(answers[1])
    return Process(pid, os.fdopen(questions[1], "wb"), os.fdopen(answers[0], "rb"))


def _make_room(pipe: int) -> None:
    import fcntl  # noqa: PLC0415 - Linux has it, and processes are started there alone

    with suppress(OSError):  # this system grants less: what comes ahead waits then
        fcntl.fcntl(pipe, fcntl.F_SETPIPE_SZ, ROOM)


def _serve(
    ahead: Callable[[], object] | None,
    prepare: Callable[[], STATE],
    work: Callable[[STATE, Any], object],
    questions: IO[bytes],
    answers: IO[bytes],
) -> NoReturn:
    code = 1
    try:
        # Ctrl-C reaches the process that asks too, and it ends this one.
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        signal.signal(signal.SIGTERM, _leave)
        with suppress(EOFError, BrokenPipeError):  # the process that asks has no more questions, or is gone
            if ahead:
                _send(_answer(lambda _: ahead(), None), answers)
            state = prepare()
            while True:
                question = pickle.load(questions)  # noqa: S301 - from this program
                _send(_answer(partial(work, state), question), answers)
        code = 0
    finally:
        fault = sys.exc_info()
        # Told to end, it has nothing to report: Python 3.11 may wrap what unwinds it in another exception.
        told_to_end = signal.getsignal(signal.SIGTERM) is signal.SIG_IGN
        if fault[0] and not told_to_end and not issubclass(fault[0], SystemExit):
            sys.excepthook(*fault)
        if sys.stderr:
            sys.stderr.flush()
        os._exit(code)


def _send(answer: _Answer, answers: IO[bytes]) -> None:
    pickle.dump(answer, answers, pickle.HIGHEST_PROTOCOL)
    answers.flush()


def _leave(number: int, _frame: object) -> NoReturn:
    """Unwinds the work, so that processes that it started are ended too; once, as what unwinds must come to its end."""
    signal.signal(number, signal.SIG_IGN)
    sys.exit(1)


def _answer(work: Callable[[Any], object], question: object) -> _Answer:
    with _kept() as notes:
        done = _done(work, question)
    if isinstance(done, JdgenError):
        return _Answer(None, done.problems, tuple(notes))
    return _Answer(done, (), tuple(notes))


@contextmanager
def _kept() -> Iterator[list[str]]:
    """Keeps what is logged, for the process that asked to say."""
    import logging  # noqa: PLC0415 - the process that asks seldom needs it

    notes: list[str] = []
    handler = logging.Handler()
    handler.emit = lambda record: notes.append(record.getMessage())  # type: ignore[method-assign]
    logger = logging.getLogger("jdgen")
    logger.handlers, logger.propagate = [handler], False
    yield notes


def _say(notes: Sequence[str]) -> None:
    if notes:
        import logging  # noqa: PLC0415

        for note in notes:
            logging.getLogger("jdgen").warning("%s", note)

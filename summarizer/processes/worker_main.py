"""The main function of a worker process: entries come in by standard input, results go out by standard output.

Processes of our own rather than those of `multiprocessing`: when one dies (out of memory, a bug in a C library) it is
known which entry it was working on, and the others go on; the caller's script is not imported a second time; and when
the caller dies, the pipes end and so do its processes. Work in C heeds neither Python nor its signal handlers, so the
kernel ends a process whose time is up, or whose caller has gone: by signals that are not handled.
"""

from __future__ import annotations

import os
import pickle
import select
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, BinaryIO


@dataclass(frozen=True, slots=True)
class Undone:
    """An entry without a result.

    Parameters
    ----------
    pickled
        The entry, as it was sent.
    reason
        What happened, for a person.
    is_deadly
        The processes that worked on it ended; else it only raised an error there, or could not be unpickled.
    is_late
        The process was ended because its time was up.
    """

    pickled: bytes
    reason: str
    is_deadly: bool = False
    is_late: bool = False


def main() -> None:
    """Work until the caller has gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the whole group; the caller decides what to do
    requests = sys.stdin.buffer
    with os.fdopen(os.dup(sys.stdout.fileno()), "wb") as answers:
        os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # what somebody prints must not mix with the answers
        try:
            _serve(requests, answers)
        except (EOFError, BrokenPipeError):
            os._exit(0)  # sys.exit would try once more to write what nobody reads


def _serve(requests: BinaryIO, answers: BinaryIO) -> None:
    prepare = pickle.load(requests)  # noqa: S301 (from the process that started this one)
    if prepare:
        prepare()
    _answer(answers, None)  # ready
    while True:
        function, entries, cpu_seconds = pickle.load(requests)  # noqa: S301 (same)
        for pickled, seconds in zip(entries, cpu_seconds, strict=True):
            with _ending_with_caller(requests):
                _start_clock(seconds)
                result = _apply(function, pickled)
                _start_clock(0)
            _answer(answers, result)  # a new request may come from here on


def _apply(function: Callable[[Any], Any], pickled: bytes) -> Any:
    try:
        return function(pickle.loads(pickled))  # noqa: S301 (same)
    except Exception as error:  # noqa: BLE001 (sent to the caller, who decides)
        return Undone(pickled, f"{type(error).__name__}: {error}")


@contextmanager
def _ending_with_caller(requests: BinaryIO) -> Iterator[None]:
    """End this process when the caller goes: while an entry is worked on, nothing else can happen to the pipe.

    Raises
    ------
    EOFError
        The caller had gone before.
    """
    if not hasattr(os, "O_ASYNC"):
        yield
        return
    import fcntl

    flags = fcntl.fcntl(requests, fcntl.F_GETFL)
    fcntl.fcntl(requests, fcntl.F_SETOWN, os.getpid())
    fcntl.fcntl(requests, fcntl.F_SETFL, flags | os.O_ASYNC)  # the kernel sends SIGIO
    end = select.poll()
    end.register(requests, 0)
    if end.poll(0):
        raise EOFError
    try:
        yield
    finally:
        fcntl.fcntl(requests, fcntl.F_SETFL, flags)


def _start_clock(seconds: float) -> None:
    """End this process by SIGPROF after so many seconds of its CPU; 0 stops the clock. Windows has none."""
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_PROF, seconds)


def _answer(answers: BinaryIO, result: object) -> None:
    pickle.dump(result, answers, protocol=pickle.HIGHEST_PROTOCOL)
    answers.flush()

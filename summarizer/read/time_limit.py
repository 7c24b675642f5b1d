"""A limit of time for reading a file, so that no file keeps the others waiting.

It counts the work that the file itself takes: CPU of the thread that reads it, and of the one that this waits for. So
the same files are read on a busy machine, and while parsers that were given up still run beside.
"""

from __future__ import annotations

import contextlib
import signal
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import TypeVar

from summarizer.errors import LimitError

T = TypeVar("T")

_AGAIN_SECONDS = 0.5  # between looks at the clock, and between interruptions: a parser may swallow the first
_MAX_SECONDS = 10.0**8  # that the clock of every system takes
_LEAST_WORK = 0.01  # of the time that passes, on the busiest machine; with less, the file is being waited for
_OUR_FILES = (__file__, contextlib.__file__)


class _TimeIsUp(BaseException):
    """Raised to end the reading of a file. It is no `Exception`, because parsers catch those and go on."""


class _Clock:
    """Measures the work on one file from now on, in seconds."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._began = time.monotonic()
        self._own_before = time.thread_time()
        self._done_aside = 0.0
        self._aside: int | None = None  # the clock of the thread that this one waits for

    def is_over(self) -> bool:
        """Tell if the work has taken its seconds, or if they have passed while nearly nothing was done."""
        passed, work = time.monotonic() - self._began, self._work()
        return work >= self._seconds or (passed >= self._seconds and work < _LEAST_WORK * passed)

    def call_aside(self, work: Callable[[], T]) -> T:
        """Return what `work` returns, called in another thread; its work counts, too."""
        results: list[T] = []
        errors: list[BaseException] = []
        spent: list[float] = []
        is_done, may_end = threading.Event(), threading.Event()

        def finish() -> None:
            try:
                results.append(work())
            except BaseException as error:  # noqa: BLE001 (the thread that waits raises it)
                errors.append(error)
            spent.append(time.thread_time())
            is_done.set()
            may_end.wait()  # a thread that has ended has no clock to look at

        thread = threading.Thread(target=finish, daemon=True)
        thread.start()
        if hasattr(time, "pthread_getcpuclockid") and thread.ident is not None:
            self._aside = time.pthread_getcpuclockid(thread.ident)
        try:
            is_done.wait()
        finally:  # when the time is up, too
            self._aside = None
            may_end.set()
        self._done_aside += spent[0]
        if errors:
            raise errors[0]
        return results[0]

    def _work(self) -> float:
        aside = time.clock_gettime(self._aside) if self._aside is not None else 0.0
        return time.thread_time() - self._own_before + self._done_aside + aside


_clocks: list[_Clock] = []  # of the file that is read on the main thread, if there is a limit


@contextmanager
def time_limit(seconds: float, path: str) -> Iterator[None]:
    """Interrupt the block once it has taken `seconds` of work, even in the middle of a regular expression.

    Where it only waits, for a pipe or a disk, it is interrupted when as many have passed.

    It works by a signal: on the main thread only, not on Windows, and not where the program uses that signal already.

    Raises
    ------
    LimitError
        The block took longer.
    """
    if not _is_free():
        yield
        return
    _clocks.append(_Clock(seconds))
    signal.signal(signal.SIGALRM, _interrupt)
    signal.setitimer(signal.ITIMER_REAL, min(seconds, _MAX_SECONDS), _AGAIN_SECONDS)
    try:
        yield
    except _TimeIsUp:
        raise LimitError(path, f"took more than {seconds:g} s to read", "seconds") from None
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        _clocks.clear()


def run_aside(work: Callable[[], T]) -> T:
    """Return what `work` returns. Under a limit of time it runs in another thread, because C code heeds no signal.

    When the time is up, that thread is left behind; it ends by itself, or with the program.
    """
    return _clocks[0].call_aside(work) if _is_running() else work()


def _interrupt(_: int, frame: FrameType | None) -> None:
    """Raise in whatever is running, once the time is up, but not where a limit is ended: here, or in `contextlib`."""
    is_ending = frame is not None and frame.f_code.co_filename in _OUR_FILES and frame.f_code.co_name != "call_aside"
    if _clocks and _clocks[0].is_over() and not is_ending:
        raise _TimeIsUp


def _is_running() -> bool:
    """Tell whether a limit is running on this thread."""
    is_main = threading.current_thread() is threading.main_thread()
    return is_main and hasattr(signal, "setitimer") and signal.getsignal(signal.SIGALRM) is _interrupt


def _is_free() -> bool:
    """Tell whether this thread can use the signal."""
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        return False
    return signal.getsignal(signal.SIGALRM) is signal.SIG_DFL

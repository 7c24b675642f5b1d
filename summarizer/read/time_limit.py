"""A limit of time for reading a file, so that no file keeps the others waiting."""

from __future__ import annotations

import contextlib
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import TypeVar

from summarizer.errors import LimitError

T = TypeVar("T")

_AGAIN_SECONDS = 0.5  # between interruptions: a parser may swallow the first
_MAX_SECONDS = 10.0**8  # that the clock of every system takes
_OUR_FILES = (__file__, contextlib.__file__)


class _TimeIsUp(BaseException):
    """Raised to end the reading of a file. It is no `Exception`, because parsers catch those and go on."""


@contextmanager
def time_limit(seconds: float, path: str) -> Iterator[None]:
    """Interrupt the block after `seconds`, even in the middle of a regular expression.

    It works by a signal: on the main thread only, not on Windows, and not where the program uses that signal already.

    Raises
    ------
    LimitError
        The block took longer.
    """
    if not _is_free():
        yield
        return
    signal.signal(signal.SIGALRM, _interrupt)
    signal.setitimer(signal.ITIMER_REAL, min(seconds, _MAX_SECONDS), _AGAIN_SECONDS)
    try:
        yield
    except _TimeIsUp:
        raise LimitError(path, f"took more than {seconds:g} s to read", "seconds") from None
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, signal.SIG_DFL)


def run_aside(work: Callable[[], T]) -> T:
    """Return what `work` returns. Under a limit of time it runs in another thread, because C code heeds no signal.

    When the time is up, that thread is left behind; it ends by itself, or with the program.
    """
    if not _is_running():
        return work()
    results: list[T] = []
    errors: list[BaseException] = []

    def finish() -> None:
        try:
            results.append(work())
        except BaseException as error:  # noqa: BLE001 (the thread that waits raises it)
            errors.append(error)

    thread = threading.Thread(target=finish, daemon=True)
    thread.start()
    thread.join()
    if errors:
        raise errors[0]
    return results[0]


def _interrupt(_: int, frame: FrameType | None) -> None:
    """Raise in whatever is running, but not in this module or `contextlib`: they end the limit."""
    if frame is None or frame.f_code.co_filename not in _OUR_FILES:
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

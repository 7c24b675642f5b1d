"""No file may keep the others waiting: what reads it is interrupted when its time is up."""

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

_AGAIN_SECONDS = 0.5  # a parser that swallowed the interruption is interrupted again
_LONGEST_SECONDS = 10.0**8  # that every system's clock takes
_OUR_FILES = (__file__, contextlib.__file__)


class _TimeIsUp(BaseException):
    """No `Exception`, because parsers catch those to go on with the next part of a file."""


@contextmanager
def time_limit(seconds: float, path: str) -> Iterator[None]:
    """Interrupt what is done under it after so many seconds, even in the middle of a regular expression.

    A signal does it, so it holds on the main thread only, and not on Windows; nor where something else waits for
    that signal.

    Raises
    ------
    LimitError
        The time was up.
    """
    if not _is_free():
        yield
        return
    signal.signal(signal.SIGALRM, _interrupt)
    signal.setitimer(signal.ITIMER_REAL, min(seconds, _LONGEST_SECONDS), _AGAIN_SECONDS)
    try:
        yield
    except _TimeIsUp:
        raise LimitError(path, f"took more than {seconds:g} s to read", "seconds") from None
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, signal.SIG_DFL)


def run_aside(work: Callable[[], T]) -> T:
    """What `work` gives: done in another thread where a limit is running, because C code would not heed its signal.

    When the time is up that thread is left behind, and ends by itself or with the program.
    """
    if not _is_running():
        return work()
    results: list[T] = []
    errors: list[BaseException] = []

    def finish() -> None:
        try:
            results.append(work())
        except BaseException as error:  # noqa: BLE001 (it is raised where the result is asked for)
            errors.append(error)

    thread = threading.Thread(target=finish, daemon=True)
    thread.start()
    thread.join()
    if errors:
        raise errors[0]
    return results[0]


def _interrupt(_: int, frame: FrameType | None) -> None:
    """End what is under way, but not the clearing up after it."""
    if frame is None or frame.f_code.co_filename not in _OUR_FILES:
        raise _TimeIsUp


def _is_running() -> bool:
    """Whether a limit is running on this thread."""
    is_main = threading.current_thread() is threading.main_thread()
    return is_main and hasattr(signal, "setitimer") and signal.getsignal(signal.SIGALRM) is _interrupt


def _is_free() -> bool:
    """Whether this thread can have the signal."""
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        return False
    return signal.getsignal(signal.SIGALRM) is signal.SIG_DFL

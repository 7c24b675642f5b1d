"""A worker process as its caller sees it: started, asked through pipes, and ended."""

from __future__ import annotations

import os
import pickle
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from typing import Any, BinaryIO, cast

from summarizer.errors import WorkerDiedError

_EXIT_SECONDS = 5.0  # to wait for the exit code of a process that has closed its pipes
# The caller's own path and nothing else: a json.py in the working folder must not be what a worker imports.
_START = "import sys; sys.path[:] = sys.argv[1:]; from summarizer.processes.worker_main import main; main()"
# The matrices are small and sparse: threads would only make the processes wait for one another.
_ONE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")


class WorkerProcess:
    """A process, and the pipes to it and from it."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(  # noqa: S603 (this Python, our own module)
            [sys.executable, "-I", "-c", _START, *sys.path],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env={**os.environ, **_ONE_THREAD},
        )
        self._requests = cast("BinaryIO", self._process.stdin)
        self._answers = cast("BinaryIO", self._process.stdout)

    def prepare(self, function: Callable[[], object] | None) -> None:
        """Wait until the process has started and called `function`.

        Raises
        ------
        WorkerDiedError
            It ended before.
        """
        self._send(function)
        self._receive()

    def apply(
        self, function: Callable[[Any], Any], entries: Sequence[bytes], cpu_seconds: Sequence[float]
    ) -> Iterator[Any]:
        """Yield `function(entry)` for each pickled entry; an `Undone` where that raises an error.

        The process ends when an entry takes more CPU than its seconds; 0 is no limit.

        Raises
        ------
        WorkerDiedError
            The process ended over the entry whose result is due.
        """
        self._send((function, entries, cpu_seconds))
        for _ in entries:
            yield self._receive()

    @property
    def is_late(self) -> bool:
        """Tell if the process has ended because its time was up."""
        return hasattr(signal, "SIGPROF") and self._process.returncode == -signal.SIGPROF

    def kill(self) -> None:
        """End the process, whatever it is doing: it holds nothing that could be lost."""
        self._process.kill()
        self._process.wait()

    def close(self) -> None:
        """Close the pipes."""
        for pipe in (self._requests, self._answers):
            with suppress(OSError):  # what was still to be sent has no reader
                pipe.close()

    def _send(self, message: object) -> None:
        try:
            pickle.dump(message, self._requests, protocol=pickle.HIGHEST_PROTOCOL)
            self._requests.flush()
        except OSError as error:
            raise WorkerDiedError(self._cause_of_death()) from error

    def _receive(self) -> Any:
        try:
            return pickle.load(self._answers)  # noqa: S301 (from the process that was started here)
        except (EOFError, pickle.UnpicklingError) as error:
            raise WorkerDiedError(self._cause_of_death()) from error

    def _cause_of_death(self) -> str:
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(_EXIT_SECONDS)
        self.kill()  # where it has only closed its pipes
        code = self._process.returncode
        if code >= 0:
            return f"its process ended with exit code {code}"
        name = signal.Signals(-code).name if -code in set(signal.Signals) else f"signal {-code}"
        return f"its process was ended by {name}{' (out of memory?)' if -code == signal.SIGKILL else ''}"

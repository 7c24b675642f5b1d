"""Topics on several processes of this machine; results in the order of the topics, whichever is done first."""

from __future__ import annotations

import os
import pickle
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from concurrent.futures import CancelledError, ThreadPoolExecutor
from contextlib import suppress
from queue import Empty, SimpleQueue
from threading import Lock
from typing import Any, BinaryIO, Generic, TypeVar, cast

from summarizer.batch.pickled_chunks import Chunk, Unreadable, in_order, make_chunks, with_fault
from summarizer.batch.topic_entry import Failure, TopicEntry
from summarizer.errors import WorkerDiedError

R = TypeVar("R")

_ATTEMPTS = 2  # the kernel may have killed a process for the memory that another one had taken
_CHUNKS_AHEAD = 8  # for each job: what the others do while the first topic is a long one
_LAST_WORDS_SECONDS = 5.0
# The caller's own path and nothing else: a json.py in the working folder must not be what a worker imports.
_START = "import sys; sys.path[:] = sys.argv[1:]; from summarizer.batch.worker_process import main; main()"
# The matrices are small and sparse: threads would only make the processes wait for one another.
_ONE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")


def count_cores() -> int:
    """The cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def map_in_processes(work: Callable[[TopicEntry], R], entries: Iterable[TopicEntry], jobs: int) -> Generator[R]:
    """`work(entry)` for each entry, in their order, by `jobs` processes.

    Entries are taken as results are: however slow the taker, only a bounded number is in flight. An entry whose
    process dies twice is given to `work` here, with what happened as its fault.

    Raises
    ------
    WorkerDiedError
        The processes do not even start.
    """
    crew = _Crew(work)
    threads = ThreadPoolExecutor(jobs)
    try:
        chunks = make_chunks(entries)
        yield from in_order(lambda chunk: threads.submit(crew.work_off, chunk), chunks, _CHUNKS_AHEAD * jobs)
    finally:
        crew.dismiss()
        threads.shutdown(cancel_futures=True)
        crew.close()


class _Crew(Generic[R]):
    """The worker processes: as many as there are threads that ask for one at the same time."""

    def __init__(self, work: Callable[[TopicEntry], R]) -> None:
        self._work = work
        self._idle: SimpleQueue[_Worker] = SimpleQueue()
        self._all: list[_Worker] = []
        self._hiring = Lock()
        self._is_dismissed = False

    def work_off(self, chunk: Chunk) -> list[R]:
        """The results of a chunk; an entry that kills its process costs itself only."""
        results: list[R] = []
        n_deaths = Counter[int]()  # by the place of the entry in hand
        while len(results) < len(chunk):
            worker = self._hire() if n_deaths else self._take()  # a fresh one is not blamed for what others did
            try:
                for result in worker.ask(chunk[len(results) :]):
                    is_lost = isinstance(result, Unreadable)
                    results.append(self._lose(chunk[len(results)], "InputError", result.reason) if is_lost else result)
                self._idle.put(worker)
            except WorkerDiedError as error:
                worker.close()
                n_deaths[len(results)] += 1
                if n_deaths[len(results)] == _ATTEMPTS:
                    results.append(self._lose(chunk[len(results)], type(error).__name__, f"{error}, {_ATTEMPTS} times"))
        return results

    def _lose(self, pickled: bytes, error: str, message: str) -> R:
        """The result of an entry that no process can work on."""
        return self._work(with_fault(pickled, Failure(error, message)))

    def dismiss(self) -> None:
        """End all processes, whatever they are at."""
        with self._hiring:
            self._is_dismissed = True
        for worker in self._all:
            worker.kill()

    def close(self) -> None:
        """Close the pipes; no thread may be at them any more."""
        for worker in self._all:
            worker.close()

    def _take(self) -> _Worker:
        if self._is_dismissed:
            raise CancelledError
        try:
            return self._idle.get_nowait()
        except Empty:
            return self._hire()

    def _hire(self, attempts: int = _ATTEMPTS) -> _Worker:
        with self._hiring:
            if self._is_dismissed:
                raise CancelledError
            worker = _Worker(self._work)
            self._all.append(worker)
        try:
            worker.wait_until_ready()
        except WorkerDiedError as error:
            worker.close()
            if attempts == 1:
                raise WorkerDiedError(f"a worker process could not start: {error}") from error
            return self._hire(attempts - 1)
        return worker


class _Worker:
    """A process of its own, and the pipes to it and from it."""

    def __init__(self, work: Callable[[TopicEntry], Any]) -> None:
        self._work = work
        self._process = subprocess.Popen(  # noqa: S603 (this Python, our own module)
            [sys.executable, "-I", "-c", _START, *sys.path],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env={**os.environ, **_ONE_THREAD},
        )
        self._requests = cast("BinaryIO", self._process.stdin)
        self._answers = cast("BinaryIO", self._process.stdout)

    def wait_until_ready(self) -> None:
        """Wait for its imports.

        Raises
        ------
        WorkerDiedError
            It ended instead.
        """
        self._send(self._work)
        self._receive()

    def ask(self, entries: Sequence[bytes]) -> Iterator[Any]:
        """The results of the entries, one after the other.

        Raises
        ------
        WorkerDiedError
            The process ended over the entry whose turn it was.
        """
        self._send(entries)
        for _ in entries:
            yield self._receive()

    def kill(self) -> None:
        """End it, whatever it is at: it holds nothing that would be lost."""
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
            self._process.wait(_LAST_WORDS_SECONDS)
        self.kill()  # where it has only closed its pipes
        code = self._process.returncode
        if code >= 0:
            return f"its process ended with exit code {code}"
        name = signal.Signals(-code).name if -code in set(signal.Signals) else f"signal {-code}"
        return f"its process was ended by {name}{' (out of memory?)' if -code == signal.SIGKILL else ''}"

"""A pool of worker processes: each works on a chunk at a time, and one that dies is replaced."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import CancelledError, ThreadPoolExecutor
from queue import Empty, SimpleQueue
from threading import Lock
from typing import Any, TypeVar

from summarizer.errors import WorkerDiedError
from summarizer.processes.in_order import map_in_order
from summarizer.processes.worker import WorkerProcess
from summarizer.processes.worker_main import Undone

R = TypeVar("R")

_ATTEMPTS = 2  # the kernel may have killed a process for the memory that another one had taken
CHUNKS_AHEAD = 8  # for each process: work for the others while the first chunk is a long one


def count_cores() -> int:
    """Count the cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def without_clock(_: bytes) -> float:
    """Give an entry as long as it takes."""
    return 0


class ProcessPool:
    """At most `n_processes` worker processes, started as they are needed, ended by `close`.

    Parameters
    ----------
    prepare
        Called once in each process before it works: imports that would else be part of the first chunk.
    cpu_seconds
        Tells how much CPU a pickled entry may take, 0 for as much as it likes; not heeded on Windows.
    """

    def __init__(
        self,
        n_processes: int,
        prepare: Callable[[], object] | None = None,
        cpu_seconds: Callable[[bytes], float] = without_clock,
    ) -> None:
        self._n_processes = n_processes
        self._prepare = prepare
        self._cpu_seconds = cpu_seconds
        self._threads = ThreadPoolExecutor(n_processes)  # one for each process, to wait for it
        self._idle: SimpleQueue[WorkerProcess] = SimpleQueue()
        self._started: list[WorkerProcess] = []
        self._starting = Lock()
        self._is_closed = False

    def map(
        self, function: Callable[[Any], R], chunks: Iterable[Sequence[bytes]], chunks_ahead: int = CHUNKS_AHEAD
    ) -> Iterator[R | Undone]:
        """Yield `function(entry)` for each entry, in their order; an `Undone` for one that no process could work on.

        Chunks are sequences of pickled entries. They are taken as results are: however slow the caller, only a bounded
        number is in memory, `chunks_ahead` for each process. An entry whose process dies costs only itself, once two
        processes have died over it, or one for want of time.

        Raises
        ------
        WorkerDiedError
            The processes do not even start.
        """
        return map_in_order(
            lambda chunk: self._threads.submit(self._apply, function, chunk), chunks, chunks_ahead * self._n_processes
        )

    def close(self) -> None:
        """End all processes, whatever they are doing."""
        with self._starting:
            self._is_closed = True
        for worker in self._started:
            worker.kill()
        self._threads.shutdown(cancel_futures=True)
        for worker in self._started:  # no thread uses its pipes any more
            worker.close()

    def _apply(self, function: Callable[[Any], R], chunk: Sequence[bytes]) -> list[R | Undone]:
        results: list[R | Undone] = []
        n_deaths = Counter[int]()  # by the place of the entry that was due
        while len(results) < len(chunk):
            # After a death a fresh process, so that an entry is not blamed for the memory that earlier ones took.
            worker = self._start() if n_deaths else self._take()
            left = chunk[len(results) :]
            try:
                for result in worker.apply(function, left, [self._cpu_seconds(pickled) for pickled in left]):
                    results.append(result)  # noqa: PERF402 (what came before a death must stay)
                self._idle.put(worker)
            except WorkerDiedError as error:
                worker.close()
                place = len(results)
                n_deaths[place] += 1
                if worker.is_late:
                    reason = f"took more than {self._cpu_seconds(chunk[place]):g} s of CPU"
                    results.append(Undone(chunk[place], reason, is_late=True))
                elif n_deaths[place] == _ATTEMPTS:
                    results.append(Undone(chunk[place], f"{error}, {_ATTEMPTS} times", is_deadly=True))
        return results

    def _take(self) -> WorkerProcess:
        if self._is_closed:
            raise CancelledError
        try:
            return self._idle.get_nowait()
        except Empty:
            return self._start()

    def _start(self, attempts: int = _ATTEMPTS) -> WorkerProcess:
        with self._starting:
            if self._is_closed:
                raise CancelledError
            worker = WorkerProcess()
            self._started.append(worker)
        try:
            worker.prepare(self._prepare)
        except WorkerDiedError as error:
            worker.close()
            if attempts == 1:
                raise WorkerDiedError(f"a worker process could not start: {error}") from error
            return self._start(attempts - 1)
        return worker

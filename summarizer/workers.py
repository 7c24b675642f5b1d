"""Divide work among processes: a function is applied to a sequence chunk by chunk, and progress is reported."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from summarizer.errors import WorkerDiedError
from summarizer.options import check_whole_number

if TYPE_CHECKING:
    from summarizer.processes.pool import ProcessPool

T = TypeVar("T")
R = TypeVar("R")
Progress: TypeAlias = Callable[[str, int, int], None]

CHUNK = 256  # documents: a second of work, far more than handing them over; few words are then new in each
CHUNKS_AHEAD = 2  # for each process: texts and results of more would only fill the memory
CHUNK_ALONE = 1024  # where nothing is handed over: still fewer words are new


def no_progress(stage: str, done: int, total: int) -> None:
    """Report progress to nobody."""


class Workers:
    """The processes that share the work: started when work is first divided, used again by later work.

    Who asks for more than one job must `close` them.

    Parameters
    ----------
    jobs
        Number of processes, at least 1; 1 is this process.
    progress
        Called as `progress(stage, done, total)` after each chunk.
    """

    def __init__(self, jobs: int = 1, progress: Progress = no_progress) -> None:
        check_whole_number("jobs", jobs)
        self._jobs = jobs
        self.progress = progress
        self._pool: ProcessPool | None = None

    def close(self) -> None:
        """End the processes."""
        if self._pool:
            self._pool.close()
            self._pool = None

    def map(
        self, function: Callable[[Sequence[T]], R], entries: Sequence[T], stage: str, chunk: int | None = None
    ) -> Iterator[R]:
        """Yield `function(chunk)` for each chunk of the entries, in their order.

        With one job, or a single chunk, nothing leaves this process; else the function, the entries and the results
        are pickled.

        Raises
        ------
        WorkerDiedError
            A process was ended from outside, as happens where memory runs out, and so was the next one on that chunk.
        """
        chunk = chunk or (CHUNK if self._jobs > 1 else CHUNK_ALONE)
        chunks = [entries[start : start + chunk] for start in range(0, len(entries), chunk)]
        results = map(function, chunks) if min(self._jobs, len(chunks)) <= 1 else self._divide(function, chunks)
        done = 0
        for part, result in zip(chunks, results, strict=True):
            yield result
            done += len(part)
            self.progress(stage, done, len(entries))

    def _divide(self, function: Callable[[Sequence[T]], R], chunks: Sequence[Sequence[T]]) -> Iterator[R]:
        from summarizer.processes.pool import ProcessPool  # one process needs neither threads nor pipes
        from summarizer.processes.worker_main import Undone

        self._pool = self._pool or ProcessPool(self._jobs)
        pickled = ([_pickle(part)] for part in chunks)
        for part, result in zip(chunks, self._pool.map(function, pickled, CHUNKS_AHEAD), strict=True):
            if not isinstance(result, Undone):
                yield result
            elif result.is_deadly:
                raise WorkerDiedError(f"one of {self._jobs} worker processes died: {result.reason}; use fewer jobs")
            else:  # a class of the caller's script is known only here, and an error keeps its traceback here
                yield function(part)


def _pickle(part: object) -> bytes:
    """Pickle a chunk; empty, which no process can unpickle, where something of the caller's refuses to be pickled."""
    try:
        return pickle.dumps(part, protocol=pickle.HIGHEST_PROTOCOL)
    except Exception:  # noqa: BLE001 (a class of the caller's refuses in its own way)
        return b""

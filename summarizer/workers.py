"""Divide work among processes: a function over the entries, chunk by chunk, and telling how far it is."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias, TypeVar

from summarizer.errors import WorkerDiedError
from summarizer.options import check_whole_number

T = TypeVar("T")
R = TypeVar("R")
Progress: TypeAlias = Callable[[str, int, int], None]

CHUNK = 256  # documents: a second of work, far more than handing them over; few words are then new in each
CHUNK_ALONE = 1024  # where nothing is handed over: still fewer words are new


def no_progress(stage: str, done: int, total: int) -> None:
    """Report progress to nobody."""


@dataclass(frozen=True, slots=True)
class Workers:
    """How many processes share the work, and who is told how far it is."""

    jobs: int = 1
    progress: Progress = no_progress

    def __post_init__(self) -> None:
        check_whole_number("jobs", self.jobs)

    def map(
        self, function: Callable[[Sequence[T]], R], entries: Sequence[T], stage: str, chunk: int | None = None
    ) -> Iterator[R]:
        """What `function` makes of each chunk of the entries, in their order, calling `progress` after each.

        With one job, or a single chunk, nothing leaves this process; else `function` and its results are pickled.

        Raises
        ------
        WorkerDiedError
            A process was ended from outside, as happens where memory runs out.
        """
        chunk = chunk or (CHUNK if self.jobs > 1 else CHUNK_ALONE)
        chunks = [entries[start : start + chunk] for start in range(0, len(entries), chunk)]
        results = map(function, chunks) if min(self.jobs, len(chunks)) <= 1 else self._divide(function, chunks)
        done = 0
        for each, result in zip(chunks, results, strict=True):
            yield result
            done += len(each)
            self.progress(stage, done, len(entries))

    def _divide(self, function: Callable[[Sequence[T]], R], chunks: Sequence[Sequence[T]]) -> Iterator[R]:
        from joblib import Parallel, delayed  # only who asks for processes waits for what starts them
        from joblib.externals.loky.process_executor import TerminatedWorkerError

        run = Parallel(n_jobs=min(self.jobs, len(chunks)), return_as="generator", batch_size=1, max_nbytes=None)
        try:
            yield from run(delayed(function)(chunk) for chunk in chunks)
        except TerminatedWorkerError as error:
            reason = f"one of {self.jobs} worker processes was ended from outside (out of memory?); use fewer jobs"
            raise WorkerDiedError(reason) from error

"""The work that can be divided: a function over the entries, chunk by chunk, here or in processes of their own."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from summarizer.progress import Progress, no_progress

T = TypeVar("T")
R = TypeVar("R")

CHUNK = 64  # documents: a second of work or less, and far more than handing them over costs


@dataclass(frozen=True, slots=True)
class Workers:
    """How many processes share the work, and who is told how far it is."""

    jobs: int = 1
    progress: Progress = no_progress

    def map(self, function: Callable[[Sequence[T]], R], entries: Sequence[T], stage: str) -> Iterator[R]:
        """What `function` makes of each chunk of the entries, in their order, calling `progress` after each.

        With one job, or a single chunk, nothing leaves this process; else `function` and its results are pickled.
        """
        chunks = [entries[start : start + CHUNK] for start in range(0, len(entries), CHUNK)]
        results = map(function, chunks) if min(self.jobs, len(chunks)) <= 1 else self._divide(function, chunks)
        done = 0
        for chunk, result in zip(chunks, results, strict=True):
            yield result
            done += len(chunk)
            self.progress(stage, done, len(entries))

    def _divide(self, function: Callable[[Sequence[T]], R], chunks: Sequence[Sequence[T]]) -> Iterator[R]:
        from joblib import Parallel, delayed  # only who asks for processes waits for what starts them

        run = Parallel(n_jobs=min(self.jobs, len(chunks)), return_as="generator", batch_size=1)
        yield from run(delayed(function)(chunk) for chunk in chunks)

"""Topics summarized under a clock: in processes that the kernel ends when the time of a topic is up."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Sequence
from contextlib import closing
from typing import TypeVar

from summarizer.batch.topic_chunks import MAX_BYTES, make_chunks, pickle_topic, unpickle_as_failed, unpickle_topic
from summarizer.batch.topic_entry import TopicEntry
from summarizer.batch.topic_result import import_pipeline
from summarizer.errors import InputError, LimitError, WorkerDiedError
from summarizer.limits import Limits
from summarizer.processes.pool import ProcessPool
from summarizer.processes.worker_main import Undone

R = TypeVar("R")


def map_alone(function: Callable[[TopicEntry], R], entries: Iterable[TopicEntry], limits: Limits) -> Generator[R]:
    """Yield `function(entry)` for each topic: of a small one by this process, of a large one by a single other process.

    What takes a parser minutes grows with the square of the text: within the size of a small topic, it takes a second.
    So a process is started only where a large topic comes.
    """
    import_pipeline()
    with closing(_start_pool(1, limits)) as pool:
        for entry in entries:
            pickled = pickle_topic(entry)
            if len(pickled) <= MAX_BYTES:
                yield function(entry)
                continue
            for result in pool.map(function, [[pickled]]):
                if not isinstance(result, Undone):
                    yield result
                elif result.is_late or result.is_deadly:
                    yield function(_mark_failed(result))
                else:  # a class of the caller's script is known only here
                    yield function(entry)


def map_in_processes(
    function: Callable[[TopicEntry], R], entries: Iterable[TopicEntry], jobs: int, limits: Limits
) -> Generator[R]:
    """Yield `function(entry)` by `jobs` processes; here, of a topic marked as failed, where no process could do it."""
    with closing(_start_pool(jobs, limits)) as pool:
        for result in pool.map(function, make_chunks(entries)):
            yield function(_mark_failed(result)) if isinstance(result, Undone) else result


def apply_to_chunk(function: Callable[[TopicEntry], R], chunk: Sequence[bytes], limits: Limits) -> list[R]:
    """Return `function(topic)` for each topic of a chunk."""
    return list(map_alone(function, map(unpickle_topic, chunk), limits))


def _start_pool(n_processes: int, limits: Limits) -> ProcessPool:
    return ProcessPool(
        n_processes, prepare=import_pipeline, cpu_seconds=lambda pickled: limits.topic_seconds(len(pickled))
    )


def _mark_failed(undone: Undone) -> TopicEntry:
    if undone.is_late:
        return unpickle_as_failed(undone.pickled, LimitError.__name__, str(LimitError("", undone.reason, "seconds")))
    error = WorkerDiedError if undone.is_deadly else InputError
    return unpickle_as_failed(undone.pickled, error.__name__, undone.reason)

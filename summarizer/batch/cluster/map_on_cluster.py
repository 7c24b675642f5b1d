"""Topics sent from this machine to the workers of a Dask cluster, chunk by chunk; their results come back in order."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator
from typing import TYPE_CHECKING, Generic, TypeVar, cast

from summarizer.batch.clocked_topics import apply_to_chunk
from summarizer.batch.cluster.connection import check_workers, import_distributed
from summarizer.batch.topic_chunks import PickledTopics, make_chunks, unpickle_as_failed
from summarizer.batch.topic_entry import TopicEntry
from summarizer.errors import WorkerDiedError
from summarizer.limits import Limits
from summarizer.processes.in_order import map_in_order

if TYPE_CHECKING:
    from distributed import Client, Future

R = TypeVar("R")

_CHUNKS_AHEAD = 4  # for each thread of the cluster
_MIN_CHUNKS_AHEAD = 16  # workers may still be joining


def map_on_cluster(
    function: Callable[[TopicEntry], R], entries: Iterable[TopicEntry], client: Client, limits: Limits
) -> Generator[R]:
    """Yield `function(entry)` for each topic, in their order, computed by the workers of a cluster.

    A topic whose workers die again and again is given to `function` on this machine, with that as its fault.

    Raises
    ------
    ClusterError
        The workers would not give the same results as this machine.
    """
    check_workers(client)
    n_ahead = max(_CHUNKS_AHEAD * sum(client.nthreads().values()), _MIN_CHUNKS_AHEAD)
    yield from map_in_order(
        lambda chunk: _SubmittedChunk(client, function, chunk, limits), make_chunks(entries), n_ahead
    )


class _SubmittedChunk(Generic[R]):
    """A chunk of topics that the cluster is working on."""

    def __init__(
        self, client: Client, function: Callable[[TopicEntry], R], chunk: PickledTopics, limits: Limits
    ) -> None:
        self._client = client
        self._function = function
        self._chunk = chunk
        self._limits = limits
        self._future = self._submit(chunk)

    def done(self) -> bool:
        """Tell if the results are there, without waiting."""
        return bool(self._future.done())

    def result(self) -> list[R]:
        """Wait for the results. Where workers died, send topic by topic, to find the one they died over."""
        if workers_died(self._future.exception()):
            return [self._result_alone(pickled) for pickled in self._chunk]
        results: list[R] = self._future.result()
        return results

    def _submit(self, chunk: PickledTopics) -> Future:
        # pure=False: the same topic may come twice, and each must have a result
        return self._client.submit(apply_to_chunk, self._function, chunk, self._limits, pure=False)

    def _result_alone(self, pickled: bytes) -> R:
        """Send one topic and wait: Dask would suspect all topics that a dying worker has, so it must have only one."""
        future = self._submit([pickled])
        if workers_died(future.exception()):
            message = "the workers that worked on it died, one after the other (out of memory?)"
            return self._function(unpickle_as_failed(pickled, WorkerDiedError.__name__, message))
        (result,) = future.result()
        return cast("R", result)


def workers_died(error: BaseException | None) -> bool:
    """Tell if a task has no result because each worker that had it died."""
    return isinstance(error, import_distributed().KilledWorker)


def take_as_done(client: Client, futures: Iterable[Future]) -> Iterator[Future]:
    """Yield the futures as they are done. Those that are left when the caller stops are cancelled."""
    futures = list(futures)
    try:
        yield from import_distributed().as_completed(futures, loop=client.loop)
    finally:
        for future in futures:
            future.cancel()

"""Topics on the workers of a Dask cluster."""

from __future__ import annotations

import logging
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping
from concurrent.futures import CancelledError
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast

from summarizer.batch.topic_chunks import PickledTopics, apply_to_chunk, make_chunks, unpickle_as_failed
from summarizer.batch.topic_entry import TopicEntry
from summarizer.errors import ClusterError, MissingExtraError, WorkerDiedError
from summarizer.processes.in_order import map_in_order

if TYPE_CHECKING:
    from distributed import Client, Future

R = TypeVar("R")

CONNECT_SECONDS = 30
_PACKAGE = "summarizer"
_CHUNKS_AHEAD = 4  # for each thread of the cluster
_MIN_CHUNKS_AHEAD = 16  # workers may still be joining


@contextmanager
def connect(address: str) -> Iterator[Client]:
    """A client of the cluster, whose workers write what this machine would.

    Raises
    ------
    ClusterError
        There is no scheduler, or no longer; no worker, or one that would do something else.
    """
    distributed = _distributed()
    for name in ("distributed", "distributed.client"):  # each has a level of its own
        logging.getLogger(name).setLevel(logging.CRITICAL)  # what the user must know is raised
    try:
        client = distributed.Client(address, timeout=CONNECT_SECONDS, set_as_default=False)
    except (OSError, ValueError) as error:
        raise ClusterError(f"no Dask scheduler answers at {address}: {error}") from error
    with client:
        check_workers(client)
        try:
            yield client
        except (distributed.comm.CommClosedError, CancelledError) as error:
            reason = f"the scheduler at {address} has gone; when it is back, --resume goes on"
            raise ClusterError(reason) from error


def check_workers(client: Client) -> None:
    """See that all workers have this package, and what it computes with, in the versions that are here.

    One that joins later is asked for its version of this package when it gets a file (see `cluster_files`).

    Raises
    ------
    ClusterError
        A worker has not; or there is no worker.
    """
    try:
        client.wait_for_workers(1, timeout=CONNECT_SECONDS)
    except TimeoutError as error:
        raise ClusterError(f"no worker has joined the scheduler within {CONNECT_SECONDS} seconds") from error
    find_versions = _make_find_versions()
    here = find_versions()
    scheduler = client.run_on_scheduler(find_versions)
    _compare("the scheduler", {_PACKAGE: scheduler[_PACKAGE]}, here)  # it unpacks the tasks, and computes nothing
    for worker, there in client.run(find_versions).items():
        _compare(f"worker {worker}", there, here)


def _compare(who: str, there: Mapping[str, str | None], here: Mapping[str, str | None]) -> None:
    for package, version in there.items():
        if version is None:
            # No command is named: an index has another project called summarizer, and this one may come from a clone.
            raise ClusterError(
                f"{who} has no {package}; install there what is installed here, {package} {here[package]}"
            )
        if version != here[package]:
            difference = f"{who} has {package} {version} and this machine {here[package]}"
            raise ClusterError(f"{difference}; briefings would differ: install the same on both")


def map_on_cluster(work: Callable[[TopicEntry], R], entries: Iterable[TopicEntry], client: Client) -> Generator[R]:
    """`work(entry)` for each entry, in their order, by the workers of a cluster.

    An entry whose workers die again and again is given to `work` here, with what happened as its fault.
    """
    check_workers(client)
    n_ahead = max(_CHUNKS_AHEAD * sum(client.nthreads().values()), _MIN_CHUNKS_AHEAD)
    yield from map_in_order(lambda chunk: _Sent(client, work, chunk), make_chunks(entries), n_ahead)


class _Sent(Generic[R]):
    """A chunk that the cluster has been given."""

    def __init__(self, client: Client, work: Callable[[TopicEntry], R], chunk: PickledTopics) -> None:
        self._client = client
        self._work = work
        self._chunk = chunk
        self._future = self._send(chunk)

    def done(self) -> bool:
        """Whether the results have come."""
        return bool(self._future.done())

    def result(self) -> list[R]:
        """The results; where workers died, topic by topic, so that it is found over which."""
        error = self._future.exception()
        if died(error):
            return [self._result_alone(pickled) for pickled in self._chunk]
        results: list[R] = self._future.result()
        return results

    def _send(self, chunk: PickledTopics) -> Future:
        return self._client.submit(apply_to_chunk, self._work, chunk, pure=False)  # the same topic may come twice

    def _result_alone(self, pickled: bytes) -> R:
        """One after the other: what is at work on a dying worker is suspected with what killed it."""
        future = self._send([pickled])
        if died(future.exception()):
            message = "the workers that worked on it died, one after the other (out of memory?)"
            return self._work(unpickle_as_failed(pickled, WorkerDiedError.__name__, message))
        (result,) = future.result()
        return cast("R", result)


def died(error: BaseException | None) -> bool:
    """Whether a task has no result because the workers that had it died."""
    return isinstance(error, _distributed().KilledWorker)


def follow(client: Client, futures: Iterable[Future]) -> Iterator[Future]:
    """The futures as they are done; none is left at work when the taker goes."""
    futures = list(futures)
    try:
        yield from _distributed().as_completed(futures, loop=client.loop)
    finally:
        for future in futures:
            future.cancel()


def _make_find_versions() -> Callable[[], dict[str, str | None]]:
    """A function that can be sent by value, as one inside another is: it must run where this package is missing."""

    def find_versions() -> dict[str, str | None]:
        from importlib.metadata import PackageNotFoundError, version

        def version_of(package: str) -> str | None:
            try:
                if package == "summarizer":
                    from summarizer.version import VERSION

                    return VERSION
                return version(package)
            except (ImportError, PackageNotFoundError):
                return None

        packages = ("summarizer", "numpy", "scipy", "scikit-learn", "nltk", "PyStemmer", "lxml")
        return {package: version_of(package) for package in packages}

    return find_versions


def _distributed() -> Any:
    try:
        import distributed
    except ImportError as error:
        raise MissingExtraError("a Dask cluster", "distributed", "distributed") from error
    return distributed

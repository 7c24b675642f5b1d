"""Many topics: one result each, in their order, by this process, by several on this machine, or by a Dask cluster."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Mapping, Sequence
from contextlib import closing
from functools import partial
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from summarizer.batch.topic_chunks import make_chunks, unpickle_as_failed
from summarizer.batch.topic_entry import Failure, TopicEntry
from summarizer.batch.topic_result import TopicResult, import_pipeline, summarize_topic
from summarizer.datamodel import Document
from summarizer.errors import InputError, OptionError, WorkerDiedError
from summarizer.options import DEFAULT_MMR_LAMBDA, Centrality, Order, SummaryOptions
from summarizer.processes.pool import ProcessPool, count_cores
from summarizer.processes.worker_main import Undone
from summarizer.read.documents import Topic

if TYPE_CHECKING:
    from distributed import Client

TopicInput: TypeAlias = "Mapping[str, object] | Sequence[Document]"
R = TypeVar("R")


def summarize_many(  # noqa: PLR0913 (the options are named as on the command line)
    topics: Iterable[TopicInput],
    *,
    jobs: int | None = 1,
    client: Client | None = None,
    sentences: int | None = None,
    words: int | None = None,
    mmr_lambda: float = DEFAULT_MMR_LAMBDA,
    centrality: Centrality = "degree",
    order: Order = "reading",
    language: str = "auto",
    strict: bool = False,
) -> Generator[TopicResult]:
    """The briefings of many topics, one after the other, in their order.

    Topics are taken as results are, a bounded number ahead, so neither need fit in memory. A topic that fails, for
    whatever reason, is a result that says why; the others go on.

    Parameters
    ----------
    topics
        Each a mapping `{"topic_id": ..., "documents": [{"text": ...}, ...]}`, where a document may be a `Document`
        too, or the documents alone, which are then named by their place among the topics, counted from 0.
    jobs
        Processes on this machine, at least 1; 1 is this process, `None` as many as there are cores. A process that
        dies takes no topic with it but the one in hand; with 1, all.
    client
        A `distributed.Client`: the topics are sent to the workers of its cluster, and `jobs` means nothing.
    sentences, words, mmr_lambda, centrality, order, language
        As for `summarize`.
    strict
        A topic fails for the first of its documents that would be skipped.

    Returns
    -------
    Generator of TopicResult
        Each with its `topic_id`, and a `briefing` or a `failure`. The same whatever the number of processes.

    Raises
    ------
    OptionError
        An option is out of its range.
    ClusterError, WorkerDiedError
        When the first result is asked for: the workers of the cluster would not give the same results, or the
        processes of this machine do not start.
    """
    options = SummaryOptions(
        sentences=sentences,
        words=words,
        mmr_lambda=mmr_lambda,
        centrality=centrality,
        order=order,
        language=language,
    )
    if isinstance(topics, (str, bytes, Mapping)):
        raise TypeError(f"topics is {type(topics).__name__}; it must be an iterable of topics")
    entries = (_as_entry(topic, place) for place, topic in enumerate(topics))
    return map_topics(partial(summarize_topic, options=options, strict=strict), entries, jobs=jobs, client=client)


def map_topics(
    work: Callable[[TopicEntry], R], entries: Iterable[TopicEntry], *, jobs: int | None, client: Client | None = None
) -> Generator[R]:
    """`work(entry)` for each entry, in their order, by whom `jobs` and `client` say; see `summarize_many`."""
    if client is not None:
        from summarizer.batch.cluster.dask_client import map_on_cluster  # so that nobody else needs Dask

        return map_on_cluster(work, entries, client)
    if jobs is not None and (not isinstance(jobs, int) or isinstance(jobs, bool) or jobs < 1):
        raise OptionError("jobs", jobs, "a whole number of at least 1, or None for one a core")
    jobs = jobs or count_cores()
    return _map_here(work, entries) if jobs == 1 else _map_in_processes(work, entries, jobs)


def _map_here(work: Callable[[TopicEntry], R], entries: Iterable[TopicEntry]) -> Generator[R]:
    import_pipeline()
    yield from map(work, entries)


def _map_in_processes(work: Callable[[TopicEntry], R], entries: Iterable[TopicEntry], jobs: int) -> Generator[R]:
    """Apply `work` in `jobs` processes. It is told of a topic that no process could work on as of one that failed."""
    with closing(ProcessPool(jobs, prepare=import_pipeline)) as pool:
        for result in pool.map(work, make_chunks(entries)):
            if isinstance(result, Undone):
                error = WorkerDiedError if result.is_deadly else InputError
                yield work(unpickle_as_failed(result.pickled, error.__name__, result.reason))
            else:
                yield result


def _as_entry(topic: TopicInput, place: int) -> TopicEntry:
    where = f"topic {place}, counted from 0"
    if isinstance(topic, Mapping):
        return TopicEntry(where, dict(topic))  # a class of the caller's may mean nothing to another process
    if isinstance(topic, Topic):
        return TopicEntry(where, {"topic_id": place, "documents": (*topic.skipped, *topic.documents)})
    if isinstance(topic, Sequence) and all(isinstance(document, Document) for document in topic):
        return TopicEntry(where, {"topic_id": place, "documents": topic})
    fault = Failure("InputError", f"{where}: {type(topic).__name__} is no topic; a mapping or a list of Documents is")
    return TopicEntry(where, {"topic_id": place}, fault)

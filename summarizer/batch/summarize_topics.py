"""Summarize an iterable of topics, in this process, in several on this machine, or on a Dask cluster."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from summarizer.batch.clocked_topics import map_alone, map_in_processes
from summarizer.batch.topic_entry import Failure, TopicEntry
from summarizer.batch.topic_result import TopicResult, summarize_topic
from summarizer.datamodel import Document
from summarizer.errors import OptionError
from summarizer.limits import DEFAULT_LIMITS, Limits
from summarizer.options import DEFAULT_MMR_LAMBDA, Centrality, Order, SummaryOptions
from summarizer.processes.pool import count_cores
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
    limits: Limits = DEFAULT_LIMITS,
) -> Generator[TopicResult]:
    """Summarize many topics, and yield a result for each, in their order.

    Topics are taken only a bounded number ahead of the results that you have taken, so neither need fit in memory. A
    topic that fails, for whatever reason, gives a result that says why; the others go on.

    Parameters
    ----------
    topics
        Each is a mapping `{"topic_id": ..., "documents": [{"text": ...}, ...]}`, where a document may also be a
        `Document`; or it is a list of `Document`s or a `Topic`, whose id is then its number, counted from 0.
    jobs
        Processes on this machine, at least 1; 1 is this process (large topics get one of their own), `None` is one for
        each core. A process that dies costs only the topic it was working on; if that is this process, it costs the
        run.
    client
        A `distributed.Client`: the topics are sent to the workers of its cluster, and `jobs` is ignored.
    sentences
        Most sentences of a briefing, at least 1; by default 8, or no limit where `words` is given.
    words
        Most words of a briefing, at least 1, never exceeded.
    mmr_lambda
        1.0 = salience only, 0.0 = novelty only.
    centrality
        `degree` or `lexrank`.
    order
        `reading` (as a story), `salience` (most salient first) or `source` (as the sources are listed).
    language
        `auto`, or an ISO 639 code such as `en` or `pt`, for all topics.
    strict
        A topic fails for the first of its documents that would be skipped.
    limits
        What a topic and its documents may cost. A topic that takes more CPU than `seconds` fails; not on Windows.

    Returns
    -------
    Generator of TopicResult
        Each has the `topic_id`, and a `briefing` or a `failure`; the same for any number of processes.

    Raises
    ------
    OptionError
        An option is out of its range.
    ClusterError, WorkerDiedError
        Raised when the first result is asked for: the workers of the cluster have other versions, or the processes
        on this machine do not start.
    TypeError
        `topics` is a path or a single topic.
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
    function = partial(summarize_topic, options=options, strict=strict, limits=limits)
    return map_topics(function, entries, jobs=jobs, client=client, limits=limits)


def map_topics(
    function: Callable[[TopicEntry], R],
    entries: Iterable[TopicEntry],
    *,
    jobs: int | None,
    client: Client | None = None,
    limits: Limits = DEFAULT_LIMITS,
) -> Generator[R]:
    """Yield `function(entry)` for each topic, in their order; `jobs` and `client` say where it is computed.

    Parameters
    ----------
    function
        Must be picklable. Returns a failure for an entry with a fault.
    jobs
        Processes on this machine, at least 1; 1 is this process, None is one for each core.
    client
        A client of a Dask cluster, which is used in place of processes on this machine.
    limits
        `seconds` of them is the CPU that a topic may take; one that takes more is given to `function` as failed.

    Raises
    ------
    OptionError
        `jobs` is out of its range.
    """
    if client is not None:
        from summarizer.batch.cluster.map_on_cluster import map_on_cluster  # others do not need Dask

        return map_on_cluster(function, entries, client, limits)
    if jobs is not None and (not isinstance(jobs, int) or isinstance(jobs, bool) or jobs < 1):
        raise OptionError("jobs", jobs, "a whole number of at least 1, or None for one a core")
    jobs = jobs or count_cores()
    return map_alone(function, entries, limits) if jobs == 1 else map_in_processes(function, entries, jobs, limits)


def _as_entry(topic: TopicInput, place: int) -> TopicEntry:
    where = f"topic {place}, counted from 0"
    if isinstance(topic, Mapping):
        return TopicEntry(where, dict(topic))  # the class of the mapping may be unknown to another process
    if isinstance(topic, Topic):
        return TopicEntry(where, {"topic_id": place, "documents": (*topic.skipped, *topic.documents)})
    if isinstance(topic, Sequence) and all(isinstance(document, Document) for document in topic):
        return TopicEntry(where, {"topic_id": place, "documents": topic})
    fault = Failure("InputError", f"{where}: {type(topic).__name__} is no topic; a mapping or a list of Documents is")
    return TopicEntry(where, {"topic_id": place}, fault)

"""Summarize files of topics on a Dask cluster, whose workers read and write the files themselves."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from summarizer.batch.clocked_topics import map_alone
from summarizer.batch.cluster.connection import connect
from summarizer.batch.cluster.group_on_cluster import GROUPED_FOLDER, group_on_cluster, read_grouped_topics
from summarizer.batch.cluster.map_on_cluster import map_on_cluster, take_as_done, workers_died
from summarizer.batch.compressed_streams import COMPRESSIONS, compress_into, compression_of
from summarizer.batch.finished_results import check_finished
from summarizer.batch.read_topics import read_lines
from summarizer.batch.remote_files import (
    expand,
    join,
    list_folder,
    make_absolute,
    make_folder,
    remove_folder,
    remove_leftovers,
    write_at_once,
)
from summarizer.batch.run_settings import BatchRun, TopicCounts, count_result
from summarizer.batch.topic_entry import TopicEntry
from summarizer.batch.topic_result import ResultLine
from summarizer.errors import ClusterError, InputError, ResumeError
from summarizer.locations import STANDARD_STREAM
from summarizer.version import VERSION

if TYPE_CHECKING:
    from distributed import Client


@dataclass(frozen=True, slots=True)
class OutputPart:
    """One file of results, and the file of topics it is made from; `is_grouped` if this program wrote the topics."""

    source: str
    target: str
    is_grouped: bool = False

    def read_entries(self) -> Iterator[TopicEntry]:
        """Read the topics."""
        return read_grouped_topics(self.source) if self.is_grouped else read_lines([self.source])

    def write(self, results: Iterable[ResultLine]) -> TopicCounts:
        """Write the results and count them; the file appears when all of them are in it."""
        counts = TopicCounts()
        with write_at_once(self.target) as stream, compress_into(stream, compression_of(self.target)) as lines:
            for result in results:
                lines.write(result.data)
                counts += count_result(result)
        return counts


def summarize_on_cluster(run: BatchRun, address: str) -> Generator[TopicCounts]:
    """Summarize all topics of the run on a cluster, and yield the counts of each file of results once it is written.

    Raises
    ------
    ClusterError
        The cluster cannot do the work, or not all of it.
    InputError, MissingExtraError
        A file cannot be found, or a package is not installed.
    ResumeError
        The results of an earlier run do not belong to this one.
    """
    if STANDARD_STREAM in (*run.paths, run.output):
        raise InputError(STANDARD_STREAM, "workers cannot read or write it; name files that they can")
    run = replace(run, output=make_absolute(run.output))
    sources = [source for path in run.paths for source in expand(path)]
    present = _find_present_parts(run, len(sources))
    with connect(address) as client:
        make_folder(run.output)
        grouped_folder = join(run.output, GROUPED_FOLDER)
        topic_files = group_on_cluster(client, sources, run.group_by, grouped_folder) if run.group_by else sources
        parts = [
            OutputPart(topics, join(run.output, _part_name(i, source)), is_grouped=bool(run.group_by))
            for i, (source, topics) in enumerate(zip(sources, topic_files, strict=True))
        ]
        yield from _summarize_parts(client, run, parts, present)
        remove_folder(grouped_folder)
        remove_leftovers(run.output)


def summarize_part(part: OutputPart, run: BatchRun, *, is_present: bool) -> TopicCounts:
    """Write one part, on a worker of the cluster; check the results of a part that is there already. Count both."""
    if run.version != VERSION:  # a worker that joined late
        raise ClusterError(f"a worker has summarizer {VERSION} and not {run.version}; install the same everywhere")
    entries = part.read_entries()
    if not is_present:
        return part.write(map_alone(run.summarize_entry, entries, run.limits))
    counts = sum(map(count_result, check_finished(part.target, entries, run.options)), start=TopicCounts())
    if next(entries, None):
        raise ResumeError(part.target, "it has fewer results than there are topics now; delete it")
    return counts


def _find_present_parts(run: BatchRun, n_parts: int) -> set[str]:
    """Return the names of the parts that an earlier run has written; refuse those that this run would not write."""
    present = {name for name in list_folder(run.output) if name.startswith("part-")}
    if present and not run.resume:
        reason = "a folder with results in it; --resume goes on from them, or name another folder"
        raise ResumeError(run.output, reason)
    surplus = present - {
        f"part-{number:05}.jsonl{compression}" for number in range(n_parts) for compression in ("", *COMPRESSIONS)
    }
    if surplus:
        raise ResumeError(run.output, f"{min(surplus)} in it is of a run on other files; name another folder")
    return present


def _part_name(number: int, source: str) -> str:
    return f"part-{number:05}.jsonl{compression_of(source)}"


def _summarize_parts(
    client: Client, run: BatchRun, parts: list[OutputPart], present: set[str]
) -> Iterator[TopicCounts]:
    futures = {
        client.submit(summarize_part, part, run, is_present=part.target.rpartition("/")[2] in present, pure=False): part
        for part in parts
    }
    problems = []
    for future in take_as_done(client, futures):
        error = future.exception()
        if error is None:
            yield future.result()
        elif workers_died(error):
            yield _summarize_topic_by_topic(client, run, futures[future])
        else:
            problems.append(error)
    if problems:
        advice = "once that is put right, --resume goes on"
        raise ClusterError(
            f"{len(problems)} of {len(parts)} files have no results: {problems[0]}; {advice}"
        ) from problems[0]


def _summarize_topic_by_topic(client: Client, run: BatchRun, part: OutputPart) -> TopicCounts:
    """Write a part over which workers died: topics are sent from here, so that the one they died over is found."""
    return part.write(map_on_cluster(run.summarize_entry, part.read_entries(), client, run.limits))

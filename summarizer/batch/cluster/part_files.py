"""Files of topics to a folder of results by a Dask cluster: workers read and write, only names and counts come here."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from summarizer.batch.cluster.article_groups import GROUPED_FOLDER, group_on_cluster, read_grouped
from summarizer.batch.cluster.dask_client import connect, died, follow, map_on_cluster
from summarizer.batch.compressed_streams import pack_into, packing_of
from summarizer.batch.files_job import Counts, FilesJob, count_result
from summarizer.batch.partial_output import check_finished
from summarizer.batch.read_topics import read_lines
from summarizer.batch.topic_entry import TopicEntry
from summarizer.batch.topic_result import ResultLine
from summarizer.batch.url_storage import (
    expand,
    join,
    list_folder,
    make_absolute,
    make_folder,
    remove_folder,
    remove_leftovers,
    write_at_once,
)
from summarizer.errors import ClusterError, InputError, ResumeError
from summarizer.locations import STANDARD_STREAM
from summarizer.version import VERSION

if TYPE_CHECKING:
    from distributed import Client


@dataclass(frozen=True, slots=True)
class Part:
    """A file of topics, and the file that their results go to; a grouped one was written by this program."""

    source: str
    target: str
    is_grouped: bool = False

    def entries(self) -> Iterator[TopicEntry]:
        """The topics."""
        return read_grouped(self.source) if self.is_grouped else read_lines([self.source])

    def write(self, results: Iterable[ResultLine]) -> Counts:
        """Write the results; the file is there when all of them are."""
        counts = Counts()
        with write_at_once(self.target) as stream, pack_into(stream, packing_of(self.target)) as packed:
            for result in results:
                packed.write(result.data)
                counts += count_result(result)
        return counts


def summarize_on_cluster(job: FilesJob, address: str) -> Generator[Counts]:
    """Do the job on the cluster of a Dask scheduler; each part, a file of topics, is counted when it is written.

    Raises
    ------
    ClusterError
        The cluster cannot do it, or not all of it.
    InputError, MissingExtraError
        A file cannot be found.
    ResumeError
        What an earlier run has left does not go with this one.
    """
    if STANDARD_STREAM in (*job.paths, job.output):
        raise InputError(STANDARD_STREAM, "workers cannot read or write it; name files that they can")
    job = replace(job, output=make_absolute(job.output))
    sources = [source for path in job.paths for source in expand(path)]
    there = _check_folder(job, len(sources))
    with connect(address) as client:
        make_folder(job.output)
        if job.group_by:
            grouped = group_on_cluster(client, sources, job.group_by, join(job.output, GROUPED_FOLDER))
        parts = [
            Part(grouped[i] if job.group_by else source, join(job.output, _name(i, source)), bool(job.group_by))
            for i, source in enumerate(sources)
        ]
        yield from _do_parts(client, job, parts, there)
        remove_folder(join(job.output, GROUPED_FOLDER))
        remove_leftovers(job.output)


def do_part(part: Part, job: FilesJob, *, is_there: bool) -> Counts:
    """Summarize the topics of a part, where a worker is; count those that are done."""
    if job.version != VERSION:  # a worker that joined late
        raise ClusterError(f"a worker has summarizer {VERSION} and not {job.version}; install the same everywhere")
    entries = part.entries()
    if not is_there:
        return part.write(map(job.work, entries))
    counts = sum(map(count_result, check_finished(part.target, entries, job.options)), start=Counts())
    if next(entries, None):
        raise ResumeError(part.target, "it has fewer results than there are topics now; delete it")
    return counts


def _check_folder(job: FilesJob, n_parts: int) -> set[str]:
    """The names that stand in the folder of results already."""
    there = {name for name in list_folder(job.output) if name.startswith("part-")}
    if there and not job.resume:
        reason = "a folder with results in it; --resume goes on from them, or name another folder"
        raise ResumeError(job.output, reason)
    surplus = there - {
        f"part-{number:05}.jsonl{packing}" for number in range(n_parts) for packing in ("", ".gz", ".zst")
    }
    if surplus:
        raise ResumeError(job.output, f"{min(surplus)} in it is of a run on other files; name another folder")
    return there


def _name(number: int, source: str) -> str:
    return f"part-{number:05}.jsonl{packing_of(source)}"


def _do_parts(client: Client, job: FilesJob, parts: list[Part], there: set[str]) -> Iterator[Counts]:
    futures = {
        client.submit(do_part, part, job, is_there=part.target.rpartition("/")[2] in there, pure=False): part
        for part in parts
    }
    problems = []
    for future in follow(client, futures):
        error = future.exception()
        if error is None:
            yield future.result()
        elif died(error):
            yield _do_carefully(client, job, futures[future])
        else:
            problems.append(error)
    if problems:
        advice = "once that is put right, --resume goes on"
        raise ClusterError(
            f"{len(problems)} of {len(parts)} files have no results: {problems[0]}; {advice}"
        ) from problems[0]


def _do_carefully(client: Client, job: FilesJob, part: Part) -> Counts:
    """A part over which workers died: its topics are sent from here, so that the one that did it is found."""
    return part.write(map_on_cluster(job.work, part.entries(), client))

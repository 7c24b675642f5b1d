"""Files of topics to a file of results: read, worked on, and written so that an interrupted run can be gone on with."""

from __future__ import annotations

import os
import sys
from collections.abc import Generator, Iterator
from contextlib import closing, contextmanager
from typing import BinaryIO

from summarizer.batch.compressed_streams import packing_of
from summarizer.batch.files_job import Counts, FilesJob, count_result
from summarizer.batch.many_topics import map_topics
from summarizer.batch.partial_output import PartialOutput
from summarizer.batch.read_topics import check_readable, group_articles, read_lines
from summarizer.batch.topic_entry import TopicEntry
from summarizer.batch.url_storage import expand
from summarizer.errors import InputError
from summarizer.locations import STANDARD_STREAM, is_url
from summarizer.workers import Progress, no_progress


def summarize_files(job: FilesJob, progress: Progress = no_progress) -> Generator[Counts]:
    """Do the job; each result is counted when it is written.

    Raises
    ------
    InputError, MissingExtraError
        A file cannot be read or written; found before any work.
    ResumeError
        What an earlier run has left does not go with this one.
    OSError
        The results cannot be written.
    """
    paths = [each for path in job.paths for each in (expand(path) if is_url(path) else [path])]
    check_readable(paths)
    _check_writable(job)
    entries = read_lines(paths)
    if job.group_by:
        entries = group_articles(entries, job.group_by, progress)
    return _stream(job, entries) if _is_stream(job.output) else _write(job, entries)


def _stream(job: FilesJob, entries: Iterator[TopicEntry]) -> Generator[Counts]:
    with _open_stream(job.output) as stream, closing(map_topics(job.work, entries, jobs=job.jobs)) as results:
        for result in results:
            stream.write(result.data)
            stream.flush()
            yield count_result(result)


def _write(job: FilesJob, entries: Iterator[TopicEntry]) -> Generator[Counts]:
    with closing(PartialOutput(job.output, job.made_by, resume=job.resume)) as output:
        yield from map(count_result, output.skip_finished(entries, job.options))
        with closing(map_topics(job.work, entries, jobs=job.jobs)) as results:
            for result in results:
                output.append(result)
                yield count_result(result)
        output.finish()


def _check_writable(job: FilesJob) -> None:
    """Find out before any work what would go wrong at its end."""
    if _is_stream(job.output):
        if job.resume:
            raise InputError(job.output, "what went down a stream cannot be gone on with; resume needs a file")
        return
    packing_of(job.output)
    folder = os.path.dirname(job.output) or "."
    if not os.path.isdir(folder):
        raise InputError(job.output, f"there is no folder {folder}")
    if os.path.isdir(job.output):
        raise InputError(job.output, "a folder; name the file to write")
    if os.path.exists(job.output) and not os.access(job.output, os.W_OK):  # replacing it would not ask
        raise InputError(job.output, "permission denied")
    real = {os.path.realpath(job.output), os.path.realpath(f"{job.output}.partial")}
    for path in job.paths:
        if os.path.realpath(path) in real:
            raise InputError(path, "both an input and the output; write elsewhere")


def _is_stream(output: str) -> bool:
    """Whether there is nothing to replace: standard output, /dev/stderr, a named pipe."""
    return output == STANDARD_STREAM or (
        os.path.exists(output) and not os.path.isfile(output) and not os.path.isdir(output)
    )


@contextmanager
def _open_stream(output: str) -> Iterator[BinaryIO]:
    if output == STANDARD_STREAM:
        yield sys.stdout.buffer
    else:
        with open(output, "wb") as stream:
            yield stream

"""Summarize files of topics to a file of results, so that an interrupted run can be resumed."""

from __future__ import annotations

import os
import sys
from collections.abc import Generator, Iterator
from contextlib import closing, contextmanager
from typing import BinaryIO

from summarizer.batch.compressed_streams import compression_of
from summarizer.batch.group_articles import group_articles
from summarizer.batch.partial_output import PartialOutput, partial_path
from summarizer.batch.read_topics import check_readable, read_lines
from summarizer.batch.remote_files import expand
from summarizer.batch.run_settings import BatchRun, TopicCounts, count_result
from summarizer.batch.summarize_topics import map_topics
from summarizer.batch.topic_entry import TopicEntry
from summarizer.errors import InputError
from summarizer.locations import STANDARD_STREAM, is_url
from summarizer.workers import Progress, no_progress


def summarize_files(run: BatchRun, progress: Progress = no_progress) -> Generator[TopicCounts]:
    """Summarize all topics of the run, and yield the count of each result once it is written.

    Raises
    ------
    InputError, MissingExtraError
        A file cannot be read or written; found before any work.
    ResumeError
        The results of an earlier run do not belong to this one.
    OSError
        The results cannot be written.
    """
    paths = [found for path in run.paths for found in (expand(path) if is_url(path) else [path])]
    check_readable(paths)
    _check_writable(run)
    entries = read_lines(paths)
    if run.group_by:
        entries = group_articles(entries, run.group_by, progress)
    return _write_to_stream(run, entries) if _is_stream(run.output) else _write_to_file(run, entries)


def _write_to_stream(run: BatchRun, entries: Iterator[TopicEntry]) -> Generator[TopicCounts]:
    with (
        _open_stream(run.output) as stream,
        closing(map_topics(run.summarize_entry, entries, jobs=run.jobs, limits=run.limits)) as results,
    ):
        for result in results:
            stream.write(result.data)
            stream.flush()
            yield count_result(result)


def _write_to_file(run: BatchRun, entries: Iterator[TopicEntry]) -> Generator[TopicCounts]:
    with closing(PartialOutput(run.output, run.settings, resume=run.resume)) as output:
        yield from map(count_result, output.skip_finished(entries, run.options))
        with closing(map_topics(run.summarize_entry, entries, jobs=run.jobs, limits=run.limits)) as results:
            for result in results:
                output.append(result)
                yield count_result(result)
        output.finish()


def _check_writable(run: BatchRun) -> None:
    """Find out before any work what would go wrong at its end."""
    if _is_stream(run.output):
        if run.resume:
            raise InputError(
                run.output, "results that went to a stream cannot be resumed; --resume needs a file to write to"
            )
        return
    compression_of(run.output)
    folder = os.path.dirname(run.output) or "."
    if not os.path.isdir(folder):
        raise InputError(run.output, f"there is no folder {folder}")
    if os.path.isdir(run.output):
        raise InputError(run.output, "a folder; name the file to write")
    if os.path.exists(run.output) and not os.access(run.output, os.W_OK):  # a rename would replace it nevertheless
        raise InputError(run.output, "permission denied")
    written = {os.path.realpath(run.output), os.path.realpath(partial_path(run.output))}
    for path in run.paths:
        if os.path.realpath(path) in written:
            raise InputError(path, "both an input and the output; write elsewhere")


def _is_stream(output: str) -> bool:
    """Tell if nothing would be replaced: standard output, /dev/stderr, a named pipe."""
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

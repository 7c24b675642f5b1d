"""The `summarize-batch` command: reads many topics, and writes a line of JSON for each."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Generator, Iterator
from contextlib import closing, contextmanager
from typing import Any

import click

from summarizer.batch.partial_output import partial_path
from summarizer.batch.run_settings import BatchRun, TopicCounts
from summarizer.batch.summarize_files import summarize_files
from summarizer.command.terminal import (
    LENGTH_OPTIONS,
    MAKING_OPTIONS,
    GroupedCommand,
    StatusLine,
    errors_for_a_person,
    limit_option,
    summary_options,
    survive_narrow_encodings,
    warn_of_unknown_language,
    write_errors_for_a_person,
)
from summarizer.limits import Limits
from summarizer.options import SummaryOptions
from summarizer.render.printable import make_printable
from summarizer.version import VERSION

HELP_GROUPS = {
    "Input and output": ("group_by", "output", "resume"),
    "Where it runs": ("jobs", "scheduler", "limits"),
    "Length": LENGTH_OPTIONS,
    "How it is made": MAKING_OPTIONS,
}


@click.command(
    cls=GroupedCommand,
    groups=HELP_GROUPS,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="""\b
Examples:
  summarize-batch topics.jsonl -o briefings.jsonl
  summarize-batch day/*.jsonl.gz -o day.jsonl.gz --resume
  summarize-batch feed.jsonl --group-by topic_id -o - -n 3
  summarize-batch 's3://news/*.jsonl' -o s3://news/out --scheduler tcp://host:8786

\b
Exit codes: 0 every topic has a briefing; 1 a topic has none, or the work
could not be done; 2 wrong usage.""",
)
@click.argument("topics", nargs=-1, required=True, type=click.Path(allow_dash=True, readable=False))
@click.option(
    "-o",
    "--output",
    type=click.Path(allow_dash=True),
    metavar="OUT",
    required=True,
    help="Write to OUT, whole or not at all; until it is whole, to OUT.partial. With --scheduler, a folder.",
)
@click.option(
    "--group-by",
    metavar="KEY",
    help="A line is an article; those with the same KEY are a topic. Takes temporary space as large as all articles.",
)
@click.option("--resume", is_flag=True, help="Go on where a run with the same arguments was ended.")
@click.option(
    "-j",
    "--jobs",
    type=click.IntRange(min=1),
    metavar="N",
    help="Processes on this machine; 1 is this process, and one more for large topics.  [default: one a core]",
)
@click.option("--scheduler", metavar="ADDRESS", help="Address of a Dask scheduler whose workers do the work.")
@limit_option("seconds=300: the CPU that a topic may take, else 60, and 1 more a megabyte")
@summary_options
@click.option("--strict", is_flag=True, help="A topic fails for the first of its documents that cannot be used.")
@click.option("-q", "--quiet", is_flag=True, help="No progress, and no count at the end.")
@click.version_option(VERSION, "-V", "--version", message="summarizer %(version)s")
def main(  # noqa: PLR0913 (an argument for each option)
    topics: tuple[str, ...],
    output: str,
    group_by: str | None,
    jobs: int | None,
    scheduler: str | None,
    *,
    limits: Limits,
    resume: bool,
    strict: bool,
    quiet: bool,
    **options: Any,
) -> None:
    """Summarize many topics: a briefing as a line of JSON for each, in their order.

    TOPICS are files of JSON lines, packed (.gz, .zst) or not, or - for standard input. A line is a topic: {"topic_id":
    ..., "documents": [{"text": ...}, ...]}. The line that is written is its briefing with the topic_id in front, or
    {"topic_id", "error", "message"} where there is none; one topic that fails stops no other.
    """
    survive_narrow_encodings()
    if jobs and scheduler:
        raise click.UsageError("--jobs is for this machine; with --scheduler, its workers are what there is")
    started = time.monotonic()
    counts = TopicCounts()
    with (
        errors_for_a_person(),
        write_errors_for_a_person(output, "the output"),
        _hint_for_ctrl_c(output),
        closing(StatusLine("Starting", quiet=quiet)) as status,
    ):
        run = BatchRun(
            topics,
            output,
            SummaryOptions(**options),
            strict=strict,
            group_by=group_by,
            resume=resume,
            jobs=jobs,
            limits=limits,
        )
        if not quiet:
            warn_of_unknown_language(run.options.language)
        with closing(_start(run, scheduler, status)) as written:
            for newly_written in written:
                counts += newly_written
                status.show(_progress_line(counts, started))
    if not quiet:
        click.echo(_progress_line(counts, started), err=True)
        if counts.first_failure:
            click.echo(f"The first failure: {make_printable(counts.first_failure)}", err=True)
    if counts.n_failed:
        sys.exit(1)


def _start(run: BatchRun, scheduler: str | None, status: StatusLine) -> Generator[TopicCounts]:
    if scheduler is None:
        return summarize_files(run, lambda stage, done, _: status.show(f"{stage}: {done:,} articles"))
    from summarizer.batch.cluster.summarize_on_cluster import summarize_on_cluster  # others do not need Dask

    return summarize_on_cluster(run, scheduler)


def _progress_line(counts: TopicCounts, started: float) -> str:
    """Describe in one line how far the work is."""
    rate = (counts.n_topics - counts.n_before) / max(time.monotonic() - started, 1e-9)
    old = f" ({counts.n_before:,} of them before)" if counts.n_before else ""
    topics = "1 topic" if counts.n_topics == 1 else f"{counts.n_topics:,} topics"
    return f"{topics}{old}, {counts.n_failed:,} failed, {rate:,.1f} topics per second"


@contextmanager
def _hint_for_ctrl_c(output: str) -> Iterator[None]:
    try:
        yield
    except KeyboardInterrupt:
        kept = next((path for path in (partial_path(output), output) if os.path.exists(path)), None)
        if kept:
            hint = "keeps what is done; the same command with --resume goes on from there"
            click.echo(f"\n{make_printable(kept)} {hint}", nl=False, err=True)
        raise

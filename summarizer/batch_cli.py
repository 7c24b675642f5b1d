"""The `summarize-batch` command: many topics in, a line of JSON for each out."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from typing import Any

import click

from summarizer.batch_files import FilesJob, summarize_files
from summarizer.options import SummaryOptions
from summarizer.progress import Progress
from summarizer.render.printable import make_printable
from summarizer.terminal import (
    LENGTH_OPTIONS,
    MAKING_OPTIONS,
    GroupedCommand,
    StatusLine,
    errors_for_a_person,
    summary_options,
    survive_narrow_encodings,
    write_errors_for_a_person,
)
from summarizer.topic_result import ResultLine
from summarizer.version import VERSION

HELP_GROUPS = {
    "Input and output": ("group_by", "output", "resume"),
    "Where it runs": ("jobs", "scheduler"),
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
    "--jobs",
    type=click.IntRange(min=1),
    metavar="N",
    help="Processes on this machine; 1 is this process.  [default: one a core]",
)
@click.option("--scheduler", metavar="ADDRESS", help="Address of a Dask scheduler whose workers do the work.")
@summary_options
@click.option("--strict", is_flag=True, help="A topic fails for the first of its documents that cannot be used.")
@click.option("--quiet", is_flag=True, help="No progress, and no count at the end.")
@click.version_option(VERSION, message="summarizer %(version)s")
def main(  # noqa: PLR0913 (an argument for each option)
    topics: tuple[str, ...],
    output: str,
    group_by: str | None,
    jobs: int | None,
    scheduler: str | None,
    *,
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
    status = StatusLine(quiet=quiet)
    with errors_for_a_person(), write_errors_for_a_person(output, "the output"), _hint_for_ctrl_c(output):
        job = FilesJob(topics, output, SummaryOptions(**options), strict, group_by, resume, jobs)
        with closing(summarize_files(job, _show_on(status))) as results:
            tally = _count(results, status)
    if not quiet:
        click.echo(tally.summary(), err=True)
    if tally.n_failed:
        sys.exit(1)


@dataclass(slots=True)
class Tally:
    """How many topics are done."""

    n_topics: int = 0
    n_failed: int = 0
    n_resumed: int = 0
    started: float = field(default_factory=time.monotonic)

    def add(self, result: ResultLine) -> None:
        """Count one more."""
        self.n_topics += 1
        self.n_failed += result.failed
        self.n_resumed += result.is_old

    def summary(self) -> str:
        """One line on all of it."""
        n_new = self.n_topics - self.n_resumed
        rate = n_new / max(time.monotonic() - self.started, 1e-9)
        resumed = f" ({self.n_resumed:,} of them before)" if self.n_resumed else ""
        return f"{self.n_topics:,} topics{resumed}, {self.n_failed:,} failed, {rate:,.1f} topics per second"


@contextmanager
def _hint_for_ctrl_c(output: str) -> Iterator[None]:
    try:
        yield
    except KeyboardInterrupt:
        kept = f"{output}.partial"
        if os.path.exists(kept):
            hint = "keeps what is done; the same command with --resume goes on from there"
            click.echo(f"\n{make_printable(kept)} {hint}", nl=False, err=True)
        raise


def _count(results: Iterable[ResultLine], status: StatusLine) -> Tally:
    tally = Tally()
    for result in results:
        tally.add(result)
        status.show(tally.summary())
    status.clear()
    return tally


def _show_on(status: StatusLine) -> Progress:
    return lambda stage, done, _: status.show(f"{stage} article {done:,}")

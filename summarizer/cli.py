"""The `summarize` command: options to one call, and its result to the screen or a file."""

from __future__ import annotations

import io
import os
import shutil
import sys
import time
from typing import Any

import click

from summarizer.api import summarize
from summarizer.briefing import Briefing
from summarizer.errors import OptionError, SummarizerError
from summarizer.options import CENTRALITY_NAMES, DEFAULT_MMR_LAMBDA, DEFAULT_SENTENCES, ORDER_NAMES
from summarizer.output import write_whole
from summarizer.progress import Progress, no_progress
from summarizer.render import RENDERERS, SUFFIXES
from summarizer.render.printable import make_printable
from summarizer.version import VERSION

HELP_GROUPS = {
    "Length": ("sentences", "words"),
    "Output": ("output_format", "output"),
    "How it is made": ("mmr_lambda", "centrality", "order", "language"),
    "Work": ("jobs",),
}
OTHER_GROUP = "Messages"
PROGRESS_AFTER_SECONDS = 1.0
PROGRESS_EVERY_SECONDS = 0.1
MAX_WARNINGS = 20


class GroupedCommand(click.Command):
    """A command whose help lists its options in named groups."""

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options group by group."""
        groups: dict[str, list[tuple[str, str]]] = {group: [] for group in (*HELP_GROUPS, OTHER_GROUP)}
        for param in self.get_params(ctx):
            record = param.get_help_record(ctx)
            if record and isinstance(param, click.Option):
                group = next((group for group, names in HELP_GROUPS.items() if param.name in names), OTHER_GROUP)
                groups[group].append(record)
        for group, records in groups.items():
            with formatter.section(group):
                formatter.write_dl(records)


@click.command(
    cls=GroupedCommand,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="""\b
Examples:
  summarize articles/                        all articles of a folder
  summarize articles/ -w 150 -o briefing.md  at most 150 words, as Markdown
  summarize a.html b.txt feed.jsonl -n 5     several kinds of files together
  curl -s https://a.example/1 | summarize -  a page from standard input

\b
Exit codes: 0 a briefing was made; 1 nothing to summarize, or an input
was unreadable under --strict; 2 wrong usage.""",
)
@click.argument("path", nargs=-1, required=True, type=click.Path(allow_dash=True, readable=False))
@click.option(
    "-n",
    "--sentences",
    type=click.IntRange(min=1),
    metavar="N",
    help=f"Most sentences.  [default: {DEFAULT_SENTENCES}; no limit where --words is given]",
)
@click.option(
    "-w",
    "--words",
    type=click.IntRange(min=1),
    metavar="N",
    help="Most words, never exceeded. With --sentences, both hold.",
)
@click.option(
    "-f",
    "--format",
    "output_format",
    type=click.Choice(list(RENDERERS)),
    help="How the briefing is written.  [default: by the suffix of --output, else text]",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False),
    metavar="FILE",
    help="Write to FILE instead of the screen, whole or not at all.",
)
@click.option(
    "--mmr-lambda",
    type=click.FloatRange(0, 1),
    metavar="L",
    default=DEFAULT_MMR_LAMBDA,
    show_default=True,
    help="1 = salience only, 0 = novelty only.",
)
@click.option(
    "--centrality",
    type=click.Choice(CENTRALITY_NAMES),
    default="degree",
    show_default=True,
    help="Mean similarity to all sentences, or LexRank.",
)
@click.option(
    "--order",
    type=click.Choice(ORDER_NAMES),
    default="reading",
    show_default=True,
    help="As a story, the most salient first, or source by source.",
)
@click.option(
    "--language",
    metavar="CODE",
    default="auto",
    show_default=True,
    help="ISO 639 code such as en or pt: chooses the stemmer and the abbreviations.",
)
@click.option(
    "-j",
    "--jobs",
    type=click.IntRange(min=1),
    metavar="N",
    default=1,
    show_default=True,
    help="Processes that share the reading, for thousands of articles; the briefing is the same for any number.",
)
@click.option("--strict", is_flag=True, help="Fail on the first input that cannot be used, instead of skipping it.")
@click.option("--quiet", is_flag=True, help="No warnings about skipped inputs, and no progress.")
@click.version_option(VERSION, message="summarizer %(version)s")
def main(path: tuple[str, ...], output_format: str | None, output: str | None, *, quiet: bool, **options: Any) -> None:
    """Summarize articles on one event: the few sentences that they together hold central, verbatim, once each, with
    their sources.

    PATH is a file, a folder (read with all its folders) or - for standard input. Plain text, Markdown, saved web pages
    (.html) and articles as JSON (.json, .jsonl) are read. What cannot be read is skipped with a warning.
    """
    _survive_narrow_encodings()
    output_format = output_format or _format_for(output)
    _refuse_to_overwrite(path, output)
    progress = no_progress if quiet or sys.stderr is None or not sys.stderr.isatty() else _show_progress()
    try:
        briefing = summarize(path, exclude=[output] if output else [], progress=progress, **options)
    except OptionError as error:
        raise click.UsageError(make_printable(str(error))) from error
    except SummarizerError as error:
        raise click.ClickException(make_printable(str(error))) from error
    if not quiet:
        _warn_of_skipped(briefing)
    _deliver(briefing, output_format, output)


def _format_for(output: str | None) -> str:
    """The format that the suffix of the output file names."""
    if output is None or output == "-":
        return "text"
    suffix = os.path.splitext(output)[1].lower()
    if suffix not in SUFFIXES:
        raise click.UsageError(
            f"no format goes with the name {make_printable(output)!r}; end it in {', '.join(SUFFIXES)} or use --format"
        )
    return SUFFIXES[suffix]


def _refuse_to_overwrite(paths: tuple[str, ...], output: str | None) -> None:
    """Keep a user from losing an article to its own briefing."""
    for path in paths:
        if output and os.path.realpath(path) == os.path.realpath(output):
            raise click.UsageError(f"{make_printable(output)} is an input; write the briefing elsewhere")


def _deliver(briefing: Briefing, output_format: str, output: str | None) -> None:
    try:
        if output is None or output == "-":
            width = shutil.get_terminal_size().columns
            written = briefing.to_text(width) if output_format == "text" else RENDERERS[output_format](briefing)
            click.echo(written, nl=False)
        else:
            write_whole(output, RENDERERS[output_format](briefing))
    except BrokenPipeError:  # `| head` has seen enough; click ends quietly
        raise
    except OSError as error:
        where = make_printable(output or "the briefing")
        raise click.ClickException(f"{where} was not written: {(error.strerror or str(error)).lower()}") from error


def _warn_of_skipped(briefing: Briefing) -> None:
    for skipped in briefing.skipped[:MAX_WARNINGS]:
        where = make_printable(skipped.path or "a document")
        click.echo(f"Warning: skipped {where}: {make_printable(skipped.reason)}", err=True)
    if len(briefing.skipped) > MAX_WARNINGS:
        click.echo(f"Warning: skipped {len(briefing.skipped) - MAX_WARNINGS} more; --format json lists all", err=True)


def _show_progress() -> Progress:
    """One line on the terminal, from the second on that the work has taken."""
    started = last = time.monotonic()

    def show(stage: str, done: int, total: int) -> None:
        nonlocal last
        now = time.monotonic()
        if now - started < PROGRESS_AFTER_SECONDS or (done < total and now - last < PROGRESS_EVERY_SECONDS):
            return
        last = now
        line = f"{stage} {done:,} of {total:,}" if done < total else ""
        click.echo(f"\r\x1b[K{line}", nl=False, err=True)

    return show


def _survive_narrow_encodings() -> None:
    """On a terminal that cannot show a character, show "?" rather than fail."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")

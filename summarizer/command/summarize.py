"""The `summarize` command: its options become one call, whose briefing goes to the screen or a file."""

from __future__ import annotations

import shutil
import sys
from contextlib import closing
from typing import Any

import click

from summarizer.api import summarize
from summarizer.atomic_write import write_whole
from summarizer.briefing import Briefing
from summarizer.command.output_file import format_for, refuse_to_overwrite, refuse_to_pack
from summarizer.command.terminal import (
    LENGTH_OPTIONS,
    MAKING_OPTIONS,
    MAX_WARNINGS,
    GroupedCommand,
    StatusLine,
    errors_for_a_person,
    limit_option,
    summary_options,
    survive_narrow_encodings,
    warn,
    warn_of_unknown_language,
    write_errors_for_a_person,
)
from summarizer.limits import Limits
from summarizer.locations import STANDARD_STREAM
from summarizer.render import RENDERERS
from summarizer.render.printable import make_printable
from summarizer.render.text import DEFAULT_WIDTH
from summarizer.verify import read_briefing, verify_briefing
from summarizer.version import VERSION
from summarizer.workers import Progress

HELP_GROUPS = {
    "Length": LENGTH_OPTIONS,
    "Output": ("output_format", "output", "force", "all_sources", "explain"),
    "How it is made": MAKING_OPTIONS,
    "Work": ("jobs", "limits"),
    "Checking": ("verify",),
}


@click.command(
    cls=GroupedCommand,
    groups=HELP_GROUPS,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="""\b
Examples:
  summarize articles/                        all articles of a folder
  summarize articles/ -w 150 -o briefing.md  at most 150 words, as Markdown
  summarize articles/ -o briefing.html       beside its articles, each sentence one click away
  summarize a.html b.pdf news.zip -n 5       several kinds of files together
  summarize https://a.example/1 notes.txt    a page, fetched, and a file
  curl -s https://a.example/1 | summarize -  a page from standard input

\b
Exit codes: 0 a briefing was made; 1 nothing to summarize, an input was
unreadable under --strict, or a passage failed --verify; 2 wrong usage.""",
)
@click.argument("path", nargs=-1, type=click.Path(allow_dash=True, readable=False))
@summary_options
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
@click.option("--force", is_flag=True, help="Let --output replace a file that is no briefing.")
@click.option("--all-sources", is_flag=True, help="List more than twenty sources even if nothing was taken from them.")
@click.option(
    "--explain",
    is_flag=True,
    help="Tell also why these sentences, and why not the nearest others.",
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
@limit_option("file_bytes=1G or seconds=300")
@click.option("--strict", is_flag=True, help="Fail on the first input that cannot be used, instead of skipping it.")
@click.option("-q", "--quiet", is_flag=True, help="No warnings about skipped inputs, and no progress.")
@click.option(
    "--verify",
    type=click.Path(exists=True, dir_okay=False, allow_dash=True),
    metavar="FILE",
    help="Check that each sentence of the briefing in FILE (JSON) still stands in its source, and do nothing else.",
)
@click.version_option(VERSION, "-V", "--version", message="summarizer %(version)s")
def main(  # noqa: PLR0913 (an option each)
    path: tuple[str, ...],
    output_format: str | None,
    output: str | None,
    verify: str | None,
    *,
    all_sources: bool,
    explain: bool,
    force: bool,
    limits: Limits,
    quiet: bool,
    **options: Any,
) -> None:
    """Summarize articles on one event: the few sentences that they together hold central, verbatim, with their sources.

    PATH is a file, a folder (read with all its folders), an archive (.zip, .tar.gz) or a path into one, an address
    (https://...), or - for standard input. Plain text, Markdown, saved web pages, PDF, Word, OpenDocument and e-book
    files, e-mail, feed dumps and articles as JSON or CSV are read, packed (.gz, .bz2, .xz, .zst) or not. What cannot be
    read is skipped with a warning.
    """
    survive_narrow_encodings()
    if verify:
        _refuse_paths(path)
        _verify(verify, limits, quiet=quiet)
        return
    if not path:
        raise click.MissingParameter(param_hint="'PATH...'", param_type="argument")
    output_format = output_format or format_for(output)
    refuse_to_overwrite(path, output, force=force)
    refuse_to_pack(output)
    if explain and output_format != "text":
        raise click.UsageError("--explain works with --format text only; a page (-o briefing.html) explains itself")
    is_typed = (
        STANDARD_STREAM in path and sys.stdin is not None and sys.stdin.isatty()
    )  # where a line would be in the way
    with errors_for_a_person(), closing(StatusLine("Reading", quiet=quiet or is_typed)) as status:
        briefing = summarize(
            path,
            exclude=[output] if output and output != STANDARD_STREAM else [],
            evidence=explain or output_format == "html",
            limits=limits,
            progress=_show_progress_on(status),
            **options,
        )
    if not quiet:
        warn_of_unknown_language(options["language"])
        _warn_of_skipped(briefing)
    width = shutil.get_terminal_size().columns if output in {None, STANDARD_STREAM} else DEFAULT_WIDTH
    text = _render(briefing, output_format, width, all_sources=all_sources or explain)
    _write(text + ("\n" + briefing.explain(width) if explain else ""), output)


def _render(briefing: Briefing, output_format: str, width: int, *, all_sources: bool) -> str:
    if output_format == "text":
        return briefing.to_text(width, all_sources=all_sources)
    if output_format == "markdown":
        return briefing.to_markdown(all_sources=all_sources)
    return RENDERERS[output_format](briefing)  # these list all sources always


def _write(text: str, output: str | None) -> None:
    with write_errors_for_a_person(output, "the briefing"):
        if output is None or output == STANDARD_STREAM:
            click.echo(text, nl=False)
        else:
            write_whole(output, text)


def _refuse_paths(paths: tuple[str, ...]) -> None:
    if paths:
        raise click.UsageError("--verify takes its sources from the briefing; name no PATH with it")


def _verify(path: str, limits: Limits, *, quiet: bool) -> None:
    """Show which passages of a briefing do not stand any more; exit code 1 if there are any."""
    with errors_for_a_person(), closing(StatusLine("Verifying", quiet=quiet)):
        verification = verify_briefing(read_briefing(path, limits), limits)
    click.echo(verification.to_text(), nl=False)
    if verification.mismatches:
        sys.exit(1)


def _warn_of_skipped(briefing: Briefing) -> None:
    for skipped in briefing.skipped[:MAX_WARNINGS]:
        where = make_printable(skipped.path or "a document")
        warn(f"skipped {where}: {make_printable(skipped.reason)}")
    if len(briefing.skipped) > MAX_WARNINGS:
        warn(f"skipped {len(briefing.skipped) - MAX_WARNINGS} more; --format json lists all")


def _show_progress_on(status: StatusLine) -> Progress:
    def show(stage: str, done: int, total: int) -> None:
        status.show(f"{stage} {done:,} of {total:,}" if done < total else "Summarizing")

    return show

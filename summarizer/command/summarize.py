"""The `summarize` command: its options become one call, whose briefing goes to the screen or a file."""

from __future__ import annotations

import os
import shutil
import sys
from typing import Any

import click

from summarizer.api import summarize
from summarizer.atomic_write import write_whole
from summarizer.briefing import Briefing
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
    write_errors_for_a_person,
)
from summarizer.limits import Limits
from summarizer.locations import PACKED_SUFFIXES, STANDARD_STREAM
from summarizer.read.folders import split_archive_path
from summarizer.read.own_output import is_own_output
from summarizer.render import RENDERERS, SUFFIXES
from summarizer.render.printable import make_printable
from summarizer.render.text import DEFAULT_WIDTH
from summarizer.verify import read_briefing, verify_briefing
from summarizer.version import VERSION
from summarizer.workers import Progress

HELP_GROUPS = {
    "Length": LENGTH_OPTIONS,
    "Output": ("output_format", "output", "force", "explain"),
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
    explain: bool,
    force: bool,
    limits: Limits,
    quiet: bool,
    **options: Any,
) -> None:
    """Summarize articles on one event: the few sentences that they together hold central, verbatim, with their sources.

    PATH is a file, a folder (read with all its folders), an archive (.zip, .tar.gz) or a path into one, an address
    (https://...), or - for standard input. Plain text, Markdown, saved web pages, PDF, Word, OpenDocument and e-book
    files, e-mail, feed dumps and articles as JSON are read, packed (.gz, .bz2, .xz) or not. What cannot be read is
    skipped with a warning.
    """
    survive_narrow_encodings()
    if verify:
        _refuse_paths(path)
        _verify(verify, limits)
        return
    if not path:
        raise click.MissingParameter(param_hint="'PATH...'", param_type="argument")
    output_format = output_format or _format_for(output)
    _refuse_to_overwrite(path, output, force=force)
    _refuse_to_pack(output)
    if explain and output_format != "text":
        raise click.UsageError("--explain works with --format text only; a page (-o briefing.html) explains itself")
    with errors_for_a_person():
        briefing = summarize(
            path,
            exclude=[output] if output and output != STANDARD_STREAM else [],
            evidence=explain or output_format == "html",
            limits=limits,
            progress=_show_progress_on(StatusLine(quiet=quiet)),
            **options,
        )
    if not quiet:
        _warn_of_skipped(briefing)
    _write(briefing, output_format, output, explain=explain)


def _format_for(output: str | None) -> str:
    """Return the format that the suffix of the output file names; text for the screen."""
    if output is None or output == STANDARD_STREAM:
        return "text"
    suffix = os.path.splitext(output)[1].lower()
    if suffix not in SUFFIXES:
        raise click.UsageError(
            f"no format goes with the name {make_printable(output)!r}; end it in {', '.join(SUFFIXES)} or use --format"
        )
    return SUFFIXES[suffix]


def _refuse_to_pack(output: str | None) -> None:
    """Keep a text from being written under the name of a packed file, as which no program could read it."""
    suffix = os.path.splitext(output or "")[1]
    if suffix.lower() in PACKED_SUFFIXES:
        shown = make_printable(output or "")
        raise click.UsageError(f"{shown!r} is the name of a packed file, and briefings are not packed; omit {suffix}")


def _refuse_to_overwrite(paths: tuple[str, ...], output: str | None, *, force: bool) -> None:
    """Keep a user from losing an article, the archive that it is in, or any other work to a briefing."""
    for path in paths:
        in_archive = split_archive_path(path)
        file = in_archive[0] if in_archive else path
        if output and output != STANDARD_STREAM and os.path.realpath(file) == os.path.realpath(output):
            raise click.UsageError(f"{make_printable(output)} is an input; write the briefing elsewhere")
    if output and output != STANDARD_STREAM and not force and not _is_replaceable(output):
        raise click.UsageError(
            f"{make_printable(output)} exists and is no briefing; name another file, or replace it with --force"
        )


def _is_replaceable(path: str) -> bool:
    """Tell whether nothing is lost if the file is replaced: it is not there, no regular file, empty, or a briefing."""
    if not os.path.isfile(path):
        return True
    try:
        with open(path, "rb") as file:
            content = file.read()
    except OSError:
        return False
    return not content.strip() or is_own_output(content)


def _write(briefing: Briefing, output_format: str, output: str | None, *, explain: bool) -> None:
    is_shown = output is None or output == STANDARD_STREAM
    width = shutil.get_terminal_size().columns if is_shown else DEFAULT_WIDTH
    text = briefing.to_text(width) if output_format == "text" else RENDERERS[output_format](briefing)
    if explain:
        text += "\n" + briefing.explain(width)
    with write_errors_for_a_person(output, "the briefing"):
        if output is None or output == STANDARD_STREAM:
            click.echo(text, nl=False)
        else:
            write_whole(output, text)


def _refuse_paths(paths: tuple[str, ...]) -> None:
    if paths:
        raise click.UsageError("--verify takes its sources from the briefing; name no PATH with it")


def _verify(path: str, limits: Limits) -> None:
    """Show which passages of a briefing do not stand any more; exit code 1 if there are any."""
    with errors_for_a_person():
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
        if done < total:
            status.show(f"{stage} {done:,} of {total:,}")
        else:
            status.clear()

    return show

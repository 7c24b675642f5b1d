"""The file that a briefing goes to: which format its name asks for, and what it must not replace."""

from __future__ import annotations

import os

import click

from summarizer.locations import PACKED_SUFFIXES, STANDARD_STREAM
from summarizer.read.folders import split_archive_path
from summarizer.read.own_output import is_own_output
from summarizer.render import SUFFIXES
from summarizer.render.printable import make_printable


def format_for(output: str | None) -> str:
    """Return the format that the suffix of the output file names; text for the screen."""
    if output is None or output == STANDARD_STREAM:
        return "text"
    suffix = os.path.splitext(output)[1].lower()
    if suffix not in SUFFIXES:
        raise click.UsageError(
            f"no format goes with the name {make_printable(output)!r}; end it in {', '.join(SUFFIXES)} or use --format"
        )
    return SUFFIXES[suffix]


def refuse_to_pack(output: str | None) -> None:
    """Keep a text from being written under the name of a packed file, as which no program could read it."""
    suffix = os.path.splitext(output or "")[1]
    if suffix.lower() in PACKED_SUFFIXES:
        shown = make_printable(output or "")
        raise click.UsageError(f"{shown!r} is the name of a packed file, and briefings are not packed; omit {suffix}")


def refuse_to_overwrite(paths: tuple[str, ...], output: str | None, *, force: bool) -> None:
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

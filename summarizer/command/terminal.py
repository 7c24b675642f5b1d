"""Parts of both commands: help in groups, the options of a summary, errors and progress for a person."""

from __future__ import annotations

import io
import os
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import fields
from typing import Any, TypeVar

import click

from summarizer.errors import OptionError, SummarizerError, os_error_reason
from summarizer.language.codes import name_in_english
from summarizer.language.words import languages
from summarizer.limits import Limits
from summarizer.options import CENTRALITY_NAMES, DEFAULT_MMR_LAMBDA, DEFAULT_SENTENCES, ORDER_NAMES
from summarizer.render.printable import make_printable

F = TypeVar("F", bound=Callable[..., Any])

LENGTH_OPTIONS = ("sentences", "words")
MAKING_OPTIONS = ("mmr_lambda", "centrality", "order", "language")
MAX_WARNINGS = 20
MAX_DIGITS = 16
PROGRESS_AFTER_SECONDS = 1.0
PROGRESS_EVERY_SECONDS = 0.1
_OTHER_GROUP = "Messages"
_SUMMARY_OPTIONS = (
    click.option(
        "-n",
        "--sentences",
        type=click.IntRange(min=1),
        metavar="N",
        help=f"Most sentences.  [default: {DEFAULT_SENTENCES}; no limit where --words is given]",
    ),
    click.option(
        "-w",
        "--words",
        type=click.IntRange(min=1),
        metavar="N",
        help="Most words, never exceeded. With --sentences, both hold.",
    ),
    click.option(
        "--mmr-lambda",
        type=click.FloatRange(0, 1),
        metavar="L",
        default=DEFAULT_MMR_LAMBDA,
        show_default=True,
        help="1 = salience only, 0 = novelty only.",
    ),
    click.option(
        "--centrality",
        type=click.Choice(CENTRALITY_NAMES),
        default="degree",
        show_default=True,
        help="Mean similarity to all sentences, or LexRank.",
    ),
    click.option(
        "--order",
        type=click.Choice(ORDER_NAMES),
        default="reading",
        show_default=True,
        help="As a story, the most salient first, or source by source.",
    ),
    click.option(
        "--language",
        metavar="CODE",
        default="auto",
        show_default=True,
        help="ISO 639 code such as en or pt: chooses the stemmer and the abbreviations.",
    ),
)


_SIZES = {"K": 1024, "M": 1024**2, "G": 1024**3}


def make_limits(_context: click.Context, option: click.Parameter, given: Sequence[str]) -> Limits:
    """Make the limits that `--limit NAME=N` asks for; K, M and G stand for powers of 1,024."""
    values: dict[str, int] = {}
    names = [field.name for field in fields(Limits)]
    for setting in given:
        name, _, value = setting.partition("=")
        number, unit = (value[:-1], _SIZES[value[-1].upper()]) if value[-1:].upper() in _SIZES else (value, 1)
        if name not in names or not (number.isascii() and number.isdigit() and len(number) < MAX_DIGITS):
            wanted = f"NAME=N, where NAME is one of {', '.join(names)}"
            raise click.BadParameter(f"{make_printable(setting)!r} is not {wanted}", param=option)
        values[name] = int(number) * unit
    with errors_for_a_person():
        return Limits(**values)


def limit_option(example: str) -> Callable[[F], F]:
    """Make the option `--limit`, whose help gives an example."""
    return click.option(
        "--limit",
        "limits",
        multiple=True,
        metavar="NAME=N",
        callback=make_limits,
        help=f"Change a limit that a warning names, as in {example}.",
    )


class GroupedCommand(click.Command):
    """A command whose help lists its options in named groups; options in no group stand last."""

    def __init__(self, *args: Any, groups: Mapping[str, Sequence[str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.groups = groups

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options group by group."""
        groups: dict[str, list[tuple[str, str]]] = {group: [] for group in (*self.groups, _OTHER_GROUP)}
        for param in self.get_params(ctx):
            record = param.get_help_record(ctx)
            if record and isinstance(param, click.Option):
                group = next((group for group, names in self.groups.items() if param.name in names), _OTHER_GROUP)
                groups[group].append(record)
        for group, records in groups.items():
            with formatter.section(group):
                formatter.write_dl(records)


class StatusLine:
    """A line on the terminal that says what is done, shown after a second of work, and never in a pipe.

    A thread shows the first one: what takes long may be a single step that reports nothing.
    """

    def __init__(self, first: str, *, quiet: bool) -> None:
        self._is_silent = quiet or sys.stderr is None or not sys.stderr.isatty()
        self._is_shown = False
        self._line = first
        self._started = self._last = time.monotonic()
        self._writing = threading.Lock()
        self._timer = threading.Timer(PROGRESS_AFTER_SECONDS, self._write)
        self._timer.daemon = True
        if not self._is_silent:
            self._timer.start()

    def show(self, line: str) -> None:
        """Write the line over the one before, unless that was written less than a tenth of a second ago."""
        self._line = line
        now = time.monotonic()
        if now - self._started >= PROGRESS_AFTER_SECONDS and now - self._last >= PROGRESS_EVERY_SECONDS:
            self._last = now
            self._write()

    def close(self) -> None:
        """Remove the line; no other will be shown."""
        self._timer.cancel()
        with self._writing:
            self._is_silent = True
            if self._is_shown:
                click.echo("\r\x1b[K", nl=False, err=True)

    def _write(self) -> None:
        with self._writing:
            if not self._is_silent:
                self._is_shown = True
                click.echo(f"\r\x1b[K{self._line}", nl=False, err=True)


def summary_options(command: F) -> F:
    """Give a command the options of `SummaryOptions`."""
    for option in reversed(_SUMMARY_OPTIONS):
        command = option(command)
    return command


@contextmanager
def errors_for_a_person() -> Iterator[None]:
    """End the command with one line and no traceback, where the error is one that a user can act on."""
    try:
        yield
    except OptionError as error:
        raise click.UsageError(make_printable(str(error))) from error
    except SummarizerError as error:
        raise click.ClickException(make_printable(str(error))) from error


@contextmanager
def write_errors_for_a_person(output: str | None, what: str) -> Iterator[None]:
    """End the command with one line and no traceback, where `output`, or `what` if that is None, cannot be written."""
    try:
        yield
    except BrokenPipeError:  # `| head` has seen enough; click ends quietly
        raise
    except OSError as error:
        folder = os.path.dirname(output or "")
        is_missing = bool(folder) and not os.path.isdir(folder)
        reason = f"there is no folder {make_printable(folder)}" if is_missing else os_error_reason(error)
        raise click.ClickException(f"{make_printable(output or what)} was not written: {reason}") from error


def warn_of_unknown_language(code: str) -> None:
    """Say that nothing is known of a language that a user asks for; nothing where it is."""
    if code != "auto" and code not in languages():
        warn(f"no stemmer and no word lists of {name_in_english(code)} here; sentences are scored all the same")


def warn(message: str) -> None:
    """Tell the user about something that did not stop the work."""
    click.echo(f"Warning: {message}", err=True)


def survive_narrow_encodings() -> None:
    """Show "?" for a character that the terminal cannot show, rather than fail."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")

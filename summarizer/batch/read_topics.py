"""Read files of JSON lines, one line at a time: each is a topic, or an article to be grouped into one."""

from __future__ import annotations

import codecs
import os
import stat
from collections.abc import Iterable, Iterator
from functools import partial
from typing import BinaryIO

from summarizer.batch.compressed_streams import compression_of, open_decompressed
from summarizer.batch.topic_entry import Failure, TopicEntry
from summarizer.errors import InputError, os_error_reason
from summarizer.locations import STANDARD_STREAM, is_url
from summarizer.read.missing_paths import explain_missing

MAX_LINE = 1 << 28  # bytes; no topic is larger, but a few kilobytes can unpack to a line of any length


def check_readable(paths: Iterable[str]) -> None:
    """Find out before any work what cannot be read.

    Raises
    ------
    InputError
        A file is missing, is a folder, or may not be read.
    MissingExtraError
        A package that decompresses it is not installed.
    """
    for path in paths:
        compression_of(path)
        if path == STANDARD_STREAM or is_url(path):
            continue
        try:
            if stat.S_ISDIR(os.stat(path).st_mode):
                raise InputError(path, "a folder; name the files in it")
            if not os.access(path, os.R_OK):
                raise InputError(path, "permission denied")
        except FileNotFoundError as error:
            raise InputError(path, explain_missing(path)) from error
        except OSError as error:
            raise InputError(path, os_error_reason(error)) from error


def read_lines(paths: Iterable[str]) -> Iterator[TopicEntry]:
    """Yield the lines of all files, each as an entry; empty ones are passed over.

    A file that cannot be read to its end (a truncated .gz, a failing disk) gives a last entry whose fault says so, and
    the next file is read.
    """
    for path in paths:
        number = 0
        try:
            with open_decompressed(path) as lines:
                for number, line in enumerate(iter(partial(_read_line, lines), b""), start=1):
                    content = line.removeprefix(codecs.BOM_UTF8).strip()
                    if content:
                        yield TopicEntry(f"{path}, line {number}", content)
        except Exception as error:  # noqa: BLE001 (each kind of compression fails in its own way)
            reason = (getattr(error, "strerror", None) or str(error) or type(error).__name__).lower()
            where = f"{path}, line {number + 1}"
            message = f"{where}: from here on it cannot be read: {reason}"
            yield TopicEntry(where, b"", Failure(InputError.__name__, message))


def _read_line(lines: BinaryIO) -> bytes:
    """Return the next line; empty at the end of the file."""
    line = lines.readline(MAX_LINE)
    if len(line) == MAX_LINE:
        raise InputError("", f"a line of more than {MAX_LINE >> 20} MB")
    return line

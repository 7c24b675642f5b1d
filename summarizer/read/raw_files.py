"""Read the bytes of a file, and keep with them what a reader must know of it."""

from __future__ import annotations

import os
import stat
import sys
from dataclasses import dataclass, field

from summarizer.errors import InputError, LimitError
from summarizer.limits import DEFAULT_LIMITS, Limits
from summarizer.locations import STANDARD_STREAM
from summarizer.read.unpack_allowance import Allowance, check_file_size, read_at_most


@dataclass(frozen=True, slots=True)
class RawFile:
    """A file as the readers of all formats are given it.

    Parameters
    ----------
    path
        Where it was read, as the user typed it; in an archive, joined with the name that it has there.
    allowance
        Shared with all files that are packed in the same outermost file.
    nesting
        In how many archives and packings it is.
    url, charset, suffix
        Of a fetched file: its address, and its encoding and kind as the server named them.
    faults
        What is missing from the bytes, although there are some: a part of the file that could not be unpacked.
    """

    data: bytes = field(repr=False)
    path: str
    limits: Limits
    allowance: Allowance
    nesting: int = 0
    url: str | None = None
    charset: str | None = None
    suffix: str | None = None
    faults: tuple[str, ...] = ()

    def member(self, data: bytes, path: str) -> RawFile:
        """Make the `RawFile` of a file that was packed in this one."""
        return RawFile(data, path, self.limits, self.allowance, self.nesting + 1)


def make_raw_file(data: bytes, path: str, limits: Limits = DEFAULT_LIMITS) -> RawFile:
    """Make the `RawFile` of a file that is packed in no other."""
    return RawFile(data, path, limits, Allowance(len(data), limits))


def read_bytes(path: str, limits: Limits = DEFAULT_LIMITS) -> bytes:
    """Read a regular file.

    Raises
    ------
    OSError
        It cannot be read, or is a device, a pipe or a socket: those may never end.
    InputError
        It changed while it was being read.
    LimitError
        It is too large.
    """
    with open(path, "rb", opener=_open_without_waiting) as file:
        before = os.fstat(file.fileno())
        if not stat.S_ISREG(before.st_mode):
            raise OSError(0, "not a regular file; use - to read standard input")
        check_file_size(before.st_size, path, limits.file_bytes)
        data = read_at_most(file, (before.st_size or limits.file_bytes) + 1)
        after = os.fstat(file.fileno())
    if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns):
        raise InputError(path, "it changed while it was being read; try again when it is complete")
    return data


def _open_without_waiting(path: str, flags: int) -> int:
    """Open a file; opening a pipe would otherwise wait until somebody writes into it."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def read_standard_input(limits: Limits = DEFAULT_LIMITS) -> bytes:
    """Read all that is piped in.

    Raises
    ------
    OSError
        There is no standard input.
    LimitError
        It is too large.
    """
    if sys.stdin is None:
        raise OSError(0, "there is no standard input")
    # Unbuffered: a buffer would wait for a whole piece, and a Ctrl-C that comes between its reads would go unheard.
    stream = getattr(sys.stdin.buffer, "raw", sys.stdin.buffer)
    data = read_at_most(stream, limits.file_bytes + 1)
    check_file_size(len(data), STANDARD_STREAM, limits.file_bytes)
    return data


def check_nesting(raw: RawFile) -> None:
    """Refuse to unpack a file that is packed in too many others.

    Raises
    ------
    LimitError
        It is as deep as the limit allows.
    """
    if raw.nesting >= raw.limits.nesting:
        raise LimitError(raw.path, "too much is packed in one another", "nesting")

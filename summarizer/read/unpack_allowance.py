"""Stop bombs: how much a file may have, unpack to, or hold in one piece of markup."""

from __future__ import annotations

from typing import IO

from summarizer.errors import LimitError
from summarizer.limits import Limits

BYTES_PER_TAG = 32  # of markup, on average: text has ten times as many
_PIECE = 1 << 20


class Allowance:
    """How many bytes a file may still unpack to.

    One allowance serves all that is packed in the file, however deep: many small parts make a bomb too.
    """

    def __init__(self, n_packed: int, limits: Limits) -> None:
        self._all = self._left = limits.max_unpacked_bytes(n_packed)
        self._limit = "unpacked_bytes" if self._all == limits.unpacked_bytes else "unpacked_ratio"
        self._file_bytes = limits.file_bytes

    def take(self, stream: IO[bytes], path: str) -> bytes:
        """Read all bytes of a stream that unpacks something, and count them.

        Raises
        ------
        LimitError
            They are more than one file may have; or, with all that was unpacked before, more than is allowed.
        """
        data = read_at_most(stream, min(self._file_bytes, self._left) + 1)
        if len(data) > self._left:
            raise LimitError(path, f"unpacks to more than {format_size(self._all)}", self._limit)
        check_file_size(len(data), path, self._file_bytes)
        self._left -= len(data)
        return data


def read_at_most(stream: IO[bytes], n_bytes: int) -> bytes:
    """Read a stream to its end, or until `n_bytes` are there.

    It is read piece by piece, because `read(n)` reserves memory for n bytes at once.
    """
    pieces = []
    while n_bytes > 0 and (piece := stream.read(min(n_bytes, _PIECE))):
        pieces.append(piece)
        n_bytes -= len(piece)
    return b"".join(pieces)


def check_file_size(n_bytes: int, path: str, file_bytes: int) -> None:
    """Refuse a file that is too large.

    Raises
    ------
    LimitError
        It has more than `file_bytes`.
    """
    if n_bytes > file_bytes:
        raise LimitError(path, f"has more than {format_size(file_bytes)}", "file_bytes")


def format_size(n_bytes: int) -> str:
    """Write a number of bytes as a person reads it: "32 MB"."""
    for unit, name in ((1024**3, "GB"), (1024**2, "MB"), (1024, "KB")):
        if n_bytes >= unit:
            return f"{n_bytes // unit} {name}"
    return f"{n_bytes} bytes"


def check_markup_size(n_characters: int, path: str, limits: Limits) -> None:
    """Refuse markup or JSON whose objects would take too much memory.

    Raises
    ------
    LimitError
        It has more than `limits.markup_bytes`.
    """
    if n_characters > limits.markup_bytes:
        raise LimitError(path, f"has more than {format_size(limits.markup_bytes)} in one piece", "markup_bytes")


def check_n_tags(markup: str | bytes, path: str, limits: Limits, bytes_per_tag: int = BYTES_PER_TAG) -> None:
    """Refuse markup that is made of little but tags: each becomes an object of a few hundred bytes.

    Raises
    ------
    LimitError
        It has more of them than there may be in `limits.markup_bytes`.
    """
    n_tags = limits.markup_bytes // bytes_per_tag
    if (markup.count("<") if isinstance(markup, str) else markup.count(b"<")) > n_tags:
        raise LimitError(path, f"has more than {n_tags:,} tags in one piece", "markup_bytes")

"""The bytes of a file, or of one that is packed in it, and what they may still unpack to."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import IO

from summarizer.errors import LimitError
from summarizer.limits import DEFAULT_LIMITS, Limits

_PIECE = 1 << 20


class Allowance:
    """How many bytes a file may unpack to.

    All that is packed in the file shares it, however deep: many small parts make a bomb too.
    """

    def __init__(self, n_packed: int, limits: Limits) -> None:
        self._all = self._left = limits.most_unpacked(n_packed)
        self._limit = "unpacked_bytes" if self._all == limits.unpacked_bytes else "unpacked_ratio"
        self._most_at_once = limits.file_bytes

    def take(self, stream: IO[bytes], path: str) -> bytes:
        """All bytes of a stream that unpacks something.

        Raises
        ------
        LimitError
            They are more than a file may have, or with all that was unpacked before, than this one may unpack to.
        """
        data = read_at_most(stream, min(self._most_at_once, self._left) + 1)
        if len(data) > self._left:
            raise LimitError(path, f"unpacks to more than {size(self._all)}", self._limit)
        if len(data) > self._most_at_once:
            raise LimitError(path, f"has more than {size(self._most_at_once)}", "file_bytes")
        self._left -= len(data)
        return data


@dataclass(frozen=True, slots=True)
class Raw:
    """What a reader is given.

    Parameters
    ----------
    path
        Where it was read, as the user typed it; in an archive, joined with the name that it has there.
    nesting
        In how many archives and packings it is.
    url, charset, suffix
        Where it was fetched, and its encoding and kind as the server told.
    """

    data: bytes = field(repr=False)
    path: str
    limits: Limits
    allowance: Allowance
    nesting: int = 0
    url: str | None = None
    charset: str | None = None
    suffix: str | None = None

    def member(self, data: bytes, path: str) -> Raw:
        """A file that was in this one."""
        return Raw(data, path, self.limits, self.allowance, self.nesting + 1)


def raw_file(data: bytes, path: str, limits: Limits = DEFAULT_LIMITS) -> Raw:
    """A file that is in no other."""
    return Raw(data, path, limits, Allowance(len(data), limits))


def read_at_most(stream: IO[bytes], n_bytes: int) -> bytes:
    """All bytes of a stream, if there are not more; piece by piece, because `read(n)` makes room for n at once."""
    pieces = []
    while n_bytes > 0 and (piece := stream.read(min(n_bytes, _PIECE))):
        pieces.append(piece)
        n_bytes -= len(piece)
    return b"".join(pieces)


def size(n_bytes: int) -> str:
    """A number of bytes, for a person."""
    for unit, name in ((1024**3, "GB"), (1024**2, "MB"), (1024, "KB")):
        if n_bytes >= unit:
            return f"{n_bytes // unit} {name}"
    return f"{n_bytes} bytes"

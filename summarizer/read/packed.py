"""Packed files (.gz): unpacked as far as is safe, then read as what is inside."""

from __future__ import annotations

import zlib
from io import BytesIO

from summarizer.errors import InputError

MAX_UNPACKED = 512 * 1024**2  # bytes; the longest feed dumps have some tens of megabytes
MAX_RATIO = 250  # of unpacked to packed; text packs to a third or a tenth, a bomb to a thousandth
ALWAYS_ALLOWED = 1024**2  # bytes that may be unpacked whatever the ratio


def most_unpacked(n_packed: int) -> int:
    """How many bytes so many packed ones may unpack to."""
    return min(MAX_UNPACKED, max(ALWAYS_ALLOWED, MAX_RATIO * n_packed))


def unpack_gzip(data: bytes, path: str) -> bytes:
    """The unpacked bytes.

    Raises
    ------
    InputError
        It is damaged, cut off, or a bomb: it unpacks to more than `most_unpacked` allows.
    """
    import gzip  # only a packed file waits for it

    limit = most_unpacked(len(data))
    try:
        with gzip.GzipFile(fileobj=BytesIO(data)) as stream:
            unpacked = stream.read(limit + 1)
    except EOFError as error:
        raise InputError(path, "cut off: the end of the gzip file is missing") from error
    except (OSError, zlib.error) as error:
        raise InputError(path, "damaged, or no gzip file") from error
    if len(unpacked) > limit:
        raise InputError(path, f"unpacks to more than {limit // 1024**2} MB; unpack it first if that is meant")
    return unpacked

"""Packed files (.gz): unpacked as far as is safe, then read as what is inside."""

from __future__ import annotations

import zlib

from summarizer.errors import InputError

MAX_UNPACKED = 512 * 1024**2  # bytes; the longest feed dumps have some tens of megabytes
MAX_RATIO = 250  # of unpacked to packed; text packs to a third or a tenth, a bomb to a thousandth
_ALWAYS_ALLOWED = 1024**2  # bytes that may be unpacked whatever the ratio
_GZIP = 31  # zlib's window for the gzip format


def unpack_gzip(data: bytes, path: str) -> bytes:
    """The unpacked bytes; several gzip members in one file are one after another, as gzip has it.

    Raises
    ------
    InputError
        It is damaged, cut off, or a bomb: it unpacks to more than MAX_UNPACKED, or MAX_RATIO times its size.
    """
    limit = min(MAX_UNPACKED, max(_ALWAYS_ALLOWED, MAX_RATIO * len(data)))
    unpacked = bytearray()
    while data:
        member = zlib.decompressobj(_GZIP)
        try:
            unpacked += member.decompress(data, limit + 1 - len(unpacked))
        except zlib.error as error:
            raise InputError(path, "damaged, or no gzip file") from error
        if len(unpacked) > limit:
            raise InputError(path, f"unpacks to more than {limit // 1024**2} MB; unpack it first if that is meant")
        if not member.eof:
            raise InputError(path, "cut off: the end of the gzip file is missing")
        data = member.unused_data.lstrip(b"\0")  # tapes pad with zeros
    return bytes(unpacked)

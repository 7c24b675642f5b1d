"""Single files that are compressed (.gz, .bz2, .xz, .zst): unpacked in memory, as far as the limits allow."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from io import DEFAULT_BUFFER_SIZE, BytesIO
from typing import Any

from summarizer.errors import InputError
from summarizer.read.raw_files import RawFile, check_nesting
from summarizer.read.zstd_streams import open_zstd

PACKINGS = {  # a suffix, and how such a file begins
    ".gz": b"\x1f\x8b",
    ".bz2": b"BZh",
    ".xz": b"\xfd7zXZ\x00",
    ".zst": b"\x28\xb5\x2f\xfd",
}
_NO_PADDING = re.compile(rb"[^\0]")


def packing_of(data: bytes) -> str | None:
    """Tell how the bytes are compressed, as the suffix for it; None where they are not."""
    return next((suffix for suffix, mark in PACKINGS.items() if data.startswith(mark)), None)


def unpack(raw: RawFile, packing: str) -> RawFile:
    """Unpack a compressed file; the result keeps its path, and says in `faults` if only its first streams are sound.

    Raises
    ------
    InputError
        It is damaged or cut off.
    LimitError
        It is a bomb, or packed in too many others.
    MissingExtraError
        The package that unpacks it is not installed.
    """
    check_nesting(raw)
    stream = _open(raw.data, packing)
    try:
        data = raw.allowance.take(stream, raw.path)
    except EOFError as error:
        raise InputError(raw.path, f"cut off: the end of the {packing} file is missing") from error
    except InputError:
        raise
    except Exception as error:  # zlib, lzma and bz2 have errors of their own
        raise InputError(raw.path, f"damaged, or no {packing} file") from error
    is_damaged = isinstance(stream, _Streams) and stream.is_damaged
    faults = (f"damaged: the end of the {packing} file is lost",) if is_damaged else ()
    return replace(raw, data=data, nesting=raw.nesting + 1, faults=raw.faults + faults)


def _open(data: bytes, packing: str) -> Any:
    """Open a stream of the unpacked bytes, importing only what this packing needs."""
    if packing == ".gz":
        import gzip

        return gzip.GzipFile(fileobj=BytesIO(data))
    if packing == ".bz2":
        import bz2

        return _Streams(data, bz2.BZ2Decompressor)
    if packing == ".zst":
        return open_zstd(BytesIO(data))
    import lzma

    return _Streams(data, lzma.LZMADecompressor)


class _Streams:
    """Reads the streams that stand one after the other in a compressed file, as one.

    The readers of the standard library end in silence where what follows the first stream is damaged; this one ends
    there too, but says so.
    """

    def __init__(self, data: bytes, new_decompressor: Callable[[], Any]) -> None:
        self._data = data
        self._new = new_decompressor
        self._decompressor: Any = None
        self._at = 0
        self._n_whole = 0
        self.is_damaged = False

    def read(self, n_bytes: int) -> bytes:
        """Unpack up to `n_bytes`; nothing at the end, or where a stream after the first is damaged.

        Raises
        ------
        Exception
            The first stream is damaged; an EOFError where it is cut off.
        """
        piece = b""
        try:
            while not piece and not self.is_damaged and (self._decompressor or self._begin()):
                piece = self._unpack_piece(n_bytes)
        except Exception:
            if not self._n_whole:
                raise
            self.is_damaged = True
        return piece

    def _begin(self) -> bool:
        """Begin the next stream, after zeros that fill up a block; False where there is none."""
        begin = _NO_PADDING.search(self._data, self._at)
        if begin:
            self._at = begin.start()
            self._decompressor = self._new()
        return begin is not None

    def _unpack_piece(self, n_bytes: int) -> bytes:
        fed = b""
        if self._decompressor.needs_input:
            fed = self._data[self._at : self._at + DEFAULT_BUFFER_SIZE]
            self._at += len(fed)
            if not fed:
                raise EOFError
        piece: bytes = self._decompressor.decompress(fed, n_bytes)
        if self._decompressor.eof:
            self._at -= len(self._decompressor.unused_data)
            self._decompressor = None
            self._n_whole += 1
        return piece

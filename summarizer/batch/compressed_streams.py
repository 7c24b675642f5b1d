"""Streams of bytes, packed or not, as the suffix of their name says; `-` is standard input."""

from __future__ import annotations

import gzip
import io
import os
import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from typing import Any, BinaryIO, cast

from summarizer.batch.url_storage import open_url
from summarizer.errors import MissingExtraError
from summarizer.locations import STANDARD_STREAM, is_url

_GZIP_LEVEL = 6  # half the time of the default, and a hundredth larger


def packing_of(path: str) -> str:
    """The suffix that says how a file is packed: ".gz", ".zst" or none.

    Raises
    ------
    MissingExtraError
        What unpacks it is not installed.
    """
    suffix = os.path.splitext(path)[1].lower()
    if suffix == ".zst":
        _zstd()
    return suffix if suffix in (".gz", ".zst") else ""


@contextmanager
def open_unpacked(path: str) -> Iterator[BinaryIO]:
    """The bytes of a file, of a URL or of standard input; unpacked where the suffix of the name says they are packed.

    Raises
    ------
    OSError
        It cannot be opened.
    """
    with _open(path) as packed:
        packing = packing_of(path)
        if packing:
            with unpack(packed, packing) as plain:
                yield plain
        else:
            yield packed


def _open(path: str) -> AbstractContextManager[BinaryIO]:
    if path == STANDARD_STREAM:
        if sys.stdin is None:
            raise OSError(0, "there is no standard input")
        return nullcontext(sys.stdin.buffer)  # it is not ours to close
    if is_url(path):
        return open_url(path)
    return open(path, "rb")


def unpack(packed: BinaryIO, packing: str) -> BinaryIO:
    """A stream of what `packed` holds, packed as `packing_of` its name says."""
    return cast("BinaryIO", gzip.GzipFile(fileobj=packed)) if packing == ".gz" else _unpack_zstd(packed)


@contextmanager
def pack_into(packed: BinaryIO, packing: str) -> Iterator[BinaryIO]:
    """A stream to write to, that packs what it gets; no name and no time goes in, so the same gives the same bytes."""
    if packing:
        with _pack_gzip(packed) if packing == ".gz" else _pack_zstd(packed) as plain:
            yield plain
    else:
        yield packed


def _pack_gzip(packed: BinaryIO) -> BinaryIO:
    plain = gzip.GzipFile(filename="", mode="wb", compresslevel=_GZIP_LEVEL, fileobj=packed, mtime=0)
    return cast("BinaryIO", plain)


def _zstd() -> Any:
    """The module of the standard library, from Python 3.14 on, or the package `zstandard`."""
    try:
        from compression import zstd
    except ImportError:
        pass
    else:
        return zstd
    try:
        import zstandard
    except ImportError as error:
        raise MissingExtraError("reading and writing .zst", "zstandard", "zstd") from error
    return zstandard


def _unpack_zstd(packed: BinaryIO) -> BinaryIO:
    zstd = _zstd()
    if hasattr(zstd, "ZstdFile"):
        return cast("BinaryIO", zstd.ZstdFile(packed))
    # Without this, what parallel compressors and `cat` write would end after its first frame.
    reader = zstd.ZstdDecompressor().stream_reader(packed, read_across_frames=True, closefd=False)
    return cast("BinaryIO", io.BufferedReader(reader))


def _pack_zstd(packed: BinaryIO) -> BinaryIO:
    zstd = _zstd()
    if hasattr(zstd, "ZstdFile"):
        return cast("BinaryIO", zstd.ZstdFile(packed, "wb"))
    return cast("BinaryIO", zstd.ZstdCompressor().stream_writer(packed, closefd=False))

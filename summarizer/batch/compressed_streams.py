"""Streams of bytes, compressed or not, as the suffix of their name says; `-` is standard input."""

from __future__ import annotations

import gzip
import os
import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from typing import BinaryIO, cast

from summarizer.batch.remote_files import open_url
from summarizer.errors import InputError
from summarizer.locations import PACKED_SUFFIXES, STANDARD_STREAM, is_url
from summarizer.read.zstd_streams import open_zstd, zstd_module

COMPRESSIONS = (".gz", ".zst")
_GZIP_LEVEL = 6  # half the time of the default, and a hundredth larger


def compression_of(path: str) -> str:
    """Return the suffix that says how a file is compressed: ".gz", ".zst", or "" where it is not.

    Raises
    ------
    InputError
        It is packed in another way.
    MissingExtraError
        The package for ".zst" is not installed.
    """
    suffix = os.path.splitext(path)[1].lower()
    if suffix == ".zst":
        zstd_module()
    if suffix in COMPRESSIONS:
        return suffix
    if suffix in PACKED_SUFFIXES:
        raise InputError(path, f"{suffix} is neither read nor written here; {' and '.join(COMPRESSIONS)} are")
    return ""


@contextmanager
def open_decompressed(path: str) -> Iterator[BinaryIO]:
    """Open a file, a URL or standard input for reading, decompressed as the suffix of its name says.

    Raises
    ------
    OSError
        It cannot be opened.
    """
    with _open(path) as stream:
        compression = compression_of(path)
        if compression:
            with _decompress_gzip(stream) if compression == ".gz" else open_zstd(stream) as plain:
                yield plain
        else:
            yield stream


def _open(path: str) -> AbstractContextManager[BinaryIO]:
    if path == STANDARD_STREAM:
        if sys.stdin is None:
            raise OSError(0, "there is no standard input")
        return nullcontext(sys.stdin.buffer)  # it is not ours to close
    if is_url(path):
        return open_url(path)
    return open(path, "rb")


@contextmanager
def compress_into(stream: BinaryIO, compression: str) -> Iterator[BinaryIO]:
    """Give a stream whose bytes are compressed into `stream`; `compression` is "", ".gz" or ".zst".

    Neither a name nor a time is stored, so equal content gives equal bytes.
    """
    if compression:
        with _compress_gzip(stream) if compression == ".gz" else _compress_zstd(stream) as plain:
            yield plain
    else:
        yield stream


def _decompress_gzip(stream: BinaryIO) -> BinaryIO:
    return cast("BinaryIO", gzip.GzipFile(fileobj=stream))


def _compress_gzip(stream: BinaryIO) -> BinaryIO:
    plain = gzip.GzipFile(filename="", mode="wb", compresslevel=_GZIP_LEVEL, fileobj=stream, mtime=0)
    return cast("BinaryIO", plain)


def _compress_zstd(stream: BinaryIO) -> BinaryIO:
    zstd = zstd_module()
    if hasattr(zstd, "ZstdFile"):
        return cast("BinaryIO", zstd.ZstdFile(stream, "wb"))
    return cast("BinaryIO", zstd.ZstdCompressor().stream_writer(stream, closefd=False))

"""Streams of bytes, compressed or not, as the suffix of their name says; `-` is standard input."""

from __future__ import annotations

import gzip
import io
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from typing import Any, BinaryIO, cast

from summarizer.batch.remote_files import open_url
from summarizer.errors import InputError, MissingExtraError
from summarizer.locations import PACKED_SUFFIXES, STANDARD_STREAM, is_url

COMPRESSIONS = (".gz", ".zst")
_GZIP_LEVEL = 6  # half the time of the default, and a hundredth larger
_ZSTD_PIECE = 4096  # packed bytes unpacked at once: a bomb makes 128 MB of them


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
        _zstd()
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
            with _decompress_gzip(stream) if compression == ".gz" else _decompress_zstd(stream) as plain:
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


def _zstd() -> Any:
    """Return the module of the standard library, from Python 3.14 on, or the package `zstandard`."""
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


def _decompress_zstd(stream: BinaryIO) -> BinaryIO:
    zstd = _zstd()
    if hasattr(zstd, "ZstdFile"):
        return cast("BinaryIO", zstd.ZstdFile(stream))
    return cast("BinaryIO", io.BufferedReader(_ZstdFrames(stream, zstd.ZstdDecompressor().decompressobj)))


class _ZstdFrames(io.RawIOBase):
    """The frames of a .zst file, one after the other, as one stream: parallel compressors and `cat` write several.

    The package's own reader takes a file that is cut off for one that has ended.
    """

    def __init__(self, packed: BinaryIO, new_frame: Callable[[], Any]) -> None:
        self._packed = packed
        self._new_frame = new_frame
        self._frame: Any = None  # None between two frames
        self._fed = b""  # packed, and of a later frame
        self._plain = memoryview(b"")

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        """Unpack into a buffer; 0 at the end.

        Raises
        ------
        EOFError
            The file ends within a frame.
        """
        while not self._plain:
            fed = self._fed or self._packed.read(_ZSTD_PIECE)
            if not fed and self._frame is None:
                return 0
            if not fed:
                raise EOFError("compressed file ended before the end of its last frame")
            self._unpack(fed)
        taken = self._plain[: len(buffer)]
        buffer[: len(taken)] = taken
        self._plain = self._plain[len(taken) :]
        return len(taken)

    def _unpack(self, fed: bytes) -> None:
        self._frame = self._frame or self._new_frame()
        self._plain = memoryview(self._frame.decompress(fed))
        self._fed = self._frame.unused_data
        if self._frame.eof:
            self._frame = None


def _compress_zstd(stream: BinaryIO) -> BinaryIO:
    zstd = _zstd()
    if hasattr(zstd, "ZstdFile"):
        return cast("BinaryIO", zstd.ZstdFile(stream, "wb"))
    return cast("BinaryIO", zstd.ZstdCompressor().stream_writer(stream, closefd=False))

"""Zstandard: by the standard library from Python 3.14 on, before that by the package `zstandard`."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any, BinaryIO, cast

from summarizer.errors import MissingExtraError

_ZSTD_PIECE = 4096  # packed bytes unpacked at once: a bomb makes 128 MB of them


def zstd_module() -> Any:
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


def open_zstd(stream: BinaryIO) -> BinaryIO:
    """Open a packed stream for reading, all its frames as one.

    Raises
    ------
    MissingExtraError
        The package that unpacks it is not installed.
    """
    zstd = zstd_module()
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

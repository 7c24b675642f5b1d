"""Single files that are compressed (.gz, .bz2, .xz): unpacked in memory, as far as the limits allow."""

from __future__ import annotations

from contextlib import AbstractContextManager
from dataclasses import replace
from io import BytesIO
from typing import Any

from summarizer.errors import InputError
from summarizer.read.raw_files import RawFile, check_nesting

PACKINGS = {".gz": b"\x1f\x8b", ".bz2": b"BZh", ".xz": b"\xfd7zXZ\x00"}  # a suffix, and how such a file begins


def packing_of(data: bytes) -> str | None:
    """Tell how the bytes are compressed, as the suffix for it; None where they are not."""
    return next((suffix for suffix, mark in PACKINGS.items() if data.startswith(mark)), None)


def unpack(raw: RawFile, packing: str) -> RawFile:
    """Unpack a compressed file; the result keeps its path.

    Raises
    ------
    InputError
        It is damaged or cut off.
    LimitError
        It is a bomb, or packed in too many others.
    """
    check_nesting(raw)
    try:
        with _open(raw.data, packing) as stream:
            data = raw.allowance.take(stream, raw.path)
    except EOFError as error:
        raise InputError(raw.path, f"cut off: the end of the {packing} file is missing") from error
    except InputError:
        raise
    except Exception as error:  # zlib, lzma and bz2 have errors of their own
        raise InputError(raw.path, f"damaged, or no {packing} file") from error
    return replace(raw, data=data, nesting=raw.nesting + 1)


def _open(data: bytes, packing: str) -> AbstractContextManager[Any]:
    """Open a stream of the unpacked bytes, importing only what this packing needs."""
    if packing == ".gz":
        import gzip

        return gzip.GzipFile(fileobj=BytesIO(data))
    if packing == ".bz2":
        import bz2

        return bz2.BZ2File(BytesIO(data))
    import lzma

    return lzma.LZMAFile(BytesIO(data))

"""Files that are packed alone (.gz, .bz2, .xz): unpacked in memory, as far as is safe."""

from __future__ import annotations

from contextlib import AbstractContextManager
from dataclasses import replace
from io import BytesIO
from typing import Any

from summarizer.errors import InputError, LimitError
from summarizer.read.raw_files import Raw

PACKINGS = {".gz": b"\x1f\x8b", ".bz2": b"BZh", ".xz": b"\xfd7zXZ\x00"}  # and how they begin


def packing_of(data: bytes) -> str | None:
    """The suffix of what the bytes are packed as; None where they are not."""
    return next((suffix for suffix, mark in PACKINGS.items() if data.startswith(mark)), None)


def unpack(raw: Raw, packing: str) -> Raw:
    """What is packed in it, under the same path.

    Raises
    ------
    InputError
        It is damaged or cut off.
    LimitError
        It is a bomb, or packed too deep.
    """
    if raw.nesting >= raw.limits.nesting:
        raise LimitError(raw.path, "too much is packed in one another", "nesting")
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
    """A stream of the unpacked bytes; only a packed file waits for what unpacks it."""
    if packing == ".gz":
        import gzip

        return gzip.GzipFile(fileobj=BytesIO(data))
    if packing == ".bz2":
        import bz2

        return bz2.BZ2File(BytesIO(data))
    import lzma

    return lzma.LZMAFile(BytesIO(data))

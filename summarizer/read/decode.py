"""Bytes to text: byte order mark, then the declared encoding, then strict UTF-8, then a detector."""

from __future__ import annotations

import codecs

from summarizer.errors import InputError

# Longest mark first: the UTF-32 little-endian mark begins with the UTF-16 one.
_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DETECTION_BYTES = 200_000  # enough to tell an encoding; the detector is slow on megabytes
_MAX_REPLACED_RATIO = 0.02  # a text with more broken characters than this was not in that encoding


def decode_text(data: bytes, path: str, declared: str | None = None) -> str:
    """The text of `data`, its newlines untouched.

    Parameters
    ----------
    declared
        The encoding the file itself names (an HTML `meta`); tried after UTF-8, because files saved by browsers are
        UTF-8 whatever they declare.

    Raises
    ------
    InputError
        The bytes are not text, or in no encoding that can be told.
    """
    for mark, marked in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return data.decode(marked, errors="replace")
    if declared and declared.lower().startswith(("utf-16", "utf-32", "utf16", "utf32")):
        declared = None  # the declaration was read as ASCII, so it is none of these
    for encoding in ("utf-8", declared):
        text = _decode_strictly(data, encoding)
        if text is not None and "\0" not in text:
            return text
    return _decode_detected(data, path)


def _decode_strictly(data: bytes, encoding: str | None) -> str | None:
    try:
        return data.decode(encoding) if encoding else None
    except (UnicodeError, LookupError):  # a declared encoding may be wrong, or no encoding at all
        return None


def _decode_detected(data: bytes, path: str) -> str:
    import chardet  # 60 ms: only for the rare file that is not UTF-8

    encoding = chardet.detect(data[:_DETECTION_BYTES])["encoding"]
    if encoding is None:
        raise InputError(path, "not a text file")
    text = data.decode(encoding, errors="replace")
    if text.count("\ufffd") > _MAX_REPLACED_RATIO * len(text) or "\0" in text:
        raise InputError(path, "its text encoding cannot be told; save it as UTF-8")
    return text

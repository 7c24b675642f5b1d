"""Bytes to text: by their byte order mark, else as UTF-8, else as they are declared, else as a detector guesses.

Files declare the wrong encoding, are cut off, and are pasted together from several. What is sound in them is kept, and
a character that cannot be read becomes U+FFFD.
"""

from __future__ import annotations

import codecs
import re
from functools import partial

from summarizer.errors import InputError
from summarizer.read.encoding_names import known_encoding

# Longest mark first: the UTF-32 little-endian mark begins with the UTF-16 one.
_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(
    rb"""<(?:meta[^>]{0,200}?charset|\?xml[^>]{0,99}?encoding)\s{0,9}=\s{0,9}["']?\s{0,9}([\w.:-]{2,40})""",
    re.IGNORECASE,
)
_DECLARED_WITHIN = 4096  # bytes; browsers look in the first 1024, careless pages put it later
_DETECTION_BYTES = 200_000  # that the detector is given: enough to tell an encoding; it is slow on megabytes
_MAX_UNREADABLE_RATIO = 0.02  # of the characters: with more, the text was in another encoding
_MIN_SOUND_BYTES = 20  # of UTF-8: fewer may be UTF-16 by chance
_ASCII_RATIO = 0.8  # of the bytes: UTF-16 without zeros has half as much
_MIN_UTF8_RATIO = 0.05  # of the bytes that are not ASCII: with fewer in lines of sound UTF-8, these are sound by chance
_TELLING_BYTES = 20  # that are not ASCII: with more of them, the detector is right more often than a declaration

_WESTERN = "cp1252"
_DOS_ENCODING = re.compile(r"cp[478]\d\d")

_JAPANESE_SHIFT = re.compile(rb"\x1b\$[@B]")
_UTF8_SEQUENCE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_SURROGATE_PAIR = re.compile(rb"\xed[\xa0-\xaf][\x80-\xbf]\xed[\xb0-\xbf][\x80-\xbf]")
_NOT_ASCII = re.compile(rb"[\x80-\xff]+")
# A word of two scripts, like "conte棈o": it was decoded wrongly.
_MIXED_WORD = re.compile(r"[a-z][^\0-\u024f\u02b0-\u036f\u1e00-\u218f][a-z]")
# UTF-16 of ASCII, or of anything behind a mark: up to where ASCII goes on that is no UTF-16.
_UTF16_STRETCH = re.compile(
    rb"""(?s:(?P<le>(?:\xff\xfe|(?:[\t\n\r -~]\0){8})(?:(?![\t\n\r -~]{32})..)*)
            |(?P<be>(?:\xfe\xff|(?:\0[\t\n\r -~]){8})(?:(?![\t\n\r -~]{32})..)*))""",
    re.VERBOSE,
)
_COMMON = " \n。、，"  # in texts of any language, and rare where UTF-16 is decoded in the wrong byte order
_CUT_BEGIN = re.compile(rb"[\x80-\xbf]{1,3}")
_CUT_END = re.compile(rb"(?:[\xc2-\xdf]|[\xe0-\xef][\x80-\xbf]?|[\xf0-\xf4][\x80-\xbf]{0,2})\Z")
_PRINTABLE = bytes([9, 10, 13, *range(32, 127)])
_CONTROLS = bytes([*range(9), *range(14, 27), *range(28, 32), 127])
_UNREADABLE = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f\ufffd]")


def decode_text(data: bytes, path: str, declared: str | None = None) -> str:
    """Decode `data`, its newlines untouched.

    Parameters
    ----------
    declared
        The encoding that the file names (in an HTML `meta` element), or its server. It is tried after UTF-8, because
        files that browsers save are UTF-8 whatever they declare.

    Raises
    ------
    InputError
        The bytes are not text, or in no encoding that can be told.
    """
    data = _without_useless_mark(data)
    by_declaration = partial(_decode_declared, declared=declared)
    for decode in (_decode_marked, _decode_sound, _decode_joined, _decode_damaged, by_declaration, _decode_detected):
        text = decode(data)
        if text is not None:
            break
    else:
        raise InputError(path, "not a text file")
    # Of sound UTF-8 the controls were counted already, in bytes: a tenth of the time that characters take.
    if decode is not _decode_sound and len(_UNREADABLE.findall(text)) > _MAX_UNREADABLE_RATIO * len(text) + 1:
        raise InputError(path, "its text encoding cannot be told; save it as UTF-8")
    return text


def declared_encoding(markup: bytes) -> str | None:
    """Find the encoding that an HTML or XML file declares near its beginning; None where it declares none."""
    declared = _DECLARED.search(markup, 0, _DECLARED_WITHIN)
    return declared[1].decode("ascii") if declared else None


def _without_useless_mark(data: bytes) -> bytes:
    """Take off a mark that says UTF-8, which is tried in any case, or UTF-16 where that cannot be.

    No UTF-16 of some length is sound UTF-8 or nearly all ASCII, with no zero in it.
    """
    data = data.removeprefix(codecs.BOM_UTF8)
    begin = data[2:_DETECTION_BYTES]
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) and b"\0" not in begin:
        n_ascii = len(begin) - len(begin.translate(None, _PRINTABLE))
        if len(begin) >= _MIN_SOUND_BYTES and (n_ascii > _ASCII_RATIO * len(begin) or _decode_cut(begin) is not None):
            return data[2:]
    return data


def _decode_marked(data: bytes) -> str | None:
    """Decode bytes that begin with a byte order mark, or hold the escapes of ISO-2022-JP; None for others."""
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            rest = data[len(mark) :]
            return rest.decode(_likelier_order(rest, encoding) if "16" in encoding else encoding, errors="replace")
    return _decode(data, "iso2022_jp_ext") if _JAPANESE_SHIFT.search(data) else None


def _decode(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeError:
        return None


def _decode_sound(data: bytes) -> str | None:
    """Decode UTF-8 without a fault; None too where it has many controls, as UTF-16 of ASCII has."""
    n_controls = len(data) - len(data.translate(None, _CONTROLS))
    return None if n_controls > _MAX_UNREADABLE_RATIO * len(data) + 1 else _decode(data, "utf-8")


def _decode_joined(data: bytes) -> str | None:
    """Decode text of which stretches are UTF-16, as programs leave it that append to a file of another encoding.

    None where there is no such stretch, or where the rest is no sound UTF-8.
    """
    stretches = list(_UTF16_STRETCH.finditer(data)) if b"\0" in data else []
    pieces: list[str] = []
    end = 0
    for stretch in stretches:
        pieces += [data[end : stretch.start()].decode("utf-8", "replace"), _decode_stretch(stretch)]
        end = stretch.end()
    text = "".join([*pieces, data[end:].decode("utf-8", "replace")])
    return text if stretches and "\0" not in text and "\ufffd" not in text else None


def _decode_stretch(stretch: re.Match[bytes]) -> str:
    return stretch[0].decode(f"utf-16-{stretch.lastgroup}", "replace").removeprefix("\ufeff")


def _decode_damaged(data: bytes) -> str | None:
    """Decode UTF-8 with faults, and text of which some lines are UTF-8; None for others."""
    if _decode(data, "utf-8") is not None:
        return None  # no damage, but too many controls
    text = _decode_cut(data)
    if text is not None:
        return text
    lines = data.split(b"\n")
    broken = b"\n".join(line for line in lines if _decode(line, "utf-8") is None)
    n_foreign, n_broken = _n_bytes(_NOT_ASCII, data), _n_bytes(_NOT_ASCII, broken)
    n_sound = _n_bytes(_UTF8_SEQUENCE, broken)
    is_western = n_broken <= _TELLING_BYTES and n_foreign < len(data) // 4
    if 2 * n_sound > n_broken or (is_western and n_sound):
        encoding = "utf-8"
    elif n_foreign - n_broken > _MIN_UTF8_RATIO * n_foreign:
        encoding = _WESTERN if is_western else _detect(broken) or _WESTERN
    else:
        return None
    return "\n".join(_decode_line(line, encoding) for line in lines)


def _decode_line(line: bytes, fallback: str) -> str:
    """Decode a line of UTF-8, else in the fallback; where that is UTF-8 too, faults are mended one by one."""
    text = _decode(line, "utf-8")
    if text is not None:
        return text
    if fallback != "utf-8":
        return line.decode(fallback, errors="replace")
    return _SURROGATE_PAIR.sub(_join, line).decode("utf-8", errors=_AS_WESTERN)


def _decode_cut(data: bytes) -> str | None:
    """Decode UTF-8 that begins or ends inside a character; U+FFFD stands for the rest of that."""
    begin = _CUT_BEGIN.match(data)
    end = _CUT_END.search(data, max(0, len(data) - 3))
    text = _decode(data[begin.end() if begin else 0 : end.start() if end else None], "utf-8")
    return None if text is None else "\ufffd" * bool(begin) + text + "\ufffd" * bool(end)


def _n_bytes(pattern: re.Pattern[bytes], data: bytes) -> int:
    return sum(map(len, pattern.findall(data)))


def _join(pair: re.Match[bytes]) -> bytes:
    """Turn a character that was written as two surrogates into its UTF-8."""
    return pair[0].decode("utf-8", "surrogatepass").encode("utf-16", "surrogatepass").decode("utf-16").encode()


def _as_western(error: UnicodeError) -> tuple[str, int]:
    """Mend a fault in UTF-8: a single byte is taken for Windows-1252, the rest of a longer sequence becomes U+FFFD."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    broken = error.object[error.start : error.end]
    return broken.decode(_WESTERN, errors="replace") if len(broken) == 1 else "\ufffd", error.end


_AS_WESTERN = "summarizer.western"
codecs.register_error(_AS_WESTERN, _as_western)


def _decode_declared(data: bytes, declared: str | None) -> str | None:
    """Decode text as declared, where that gives no nonsense; None where there is enough text for the detector."""
    encoding = known_encoding(declared) if declared else None
    if encoding is None or (_n_bytes(_NOT_ASCII, data) > _TELLING_BYTES and _detect(data)):
        return None
    text = _decode(data, encoding)
    return None if text is None or "\0" in text or _MIXED_WORD.search(text) else text


def _decode_detected(data: bytes) -> str | None:
    encoding = _detect(data)
    return data.decode(encoding, errors="replace") if encoding else None


def _detect(data: bytes) -> str | None:
    """Guess the encoding of bytes; None where they are no text."""
    import chardet  # 60 ms, and few files are not UTF-8

    begin = data[:_DETECTION_BYTES]
    found = str(chardet.detect(begin)["encoding"] or "").lower()
    if found.startswith("utf-16"):  # the detector mistakes its byte order: the right one gives common characters
        return _likelier_order(begin, found)
    n_foreign = _n_bytes(_NOT_ASCII, begin)
    if n_foreign <= _TELLING_BYTES and n_foreign < len(begin) // 4 and (not found or _DOS_ENCODING.match(found)):
        return _WESTERN  # a few accents in a Western text tell too little
    return known_encoding(found) or found or None


def _likelier_order(data: bytes, named: str) -> str:
    """Choose between the byte orders of UTF-16: the right one gives common characters; `named` wins a tie."""
    begin = data[:_DETECTION_BYTES]
    orders = (named, "utf-16-le", "utf-16-be")
    return max(orders, key=lambda order: sum(map(begin.decode(order, "replace").count, _COMMON)))

"""Bytes to text: what they are marked as, else UTF-8, else what they are declared to be, else a detector's guess.

Files say the wrong thing about themselves, are cut off, and are pasted together from several; what is right of them is
kept, and a character that cannot be read becomes U+FFFD.
"""

from __future__ import annotations

import codecs
import re

from summarizer.errors import InputError

# Longest mark first: the UTF-32 little-endian mark begins with the UTF-16 one.
_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# What is declared under these names is written in the larger encoding, and decoded as such by every browser.
# https://encoding.spec.whatwg.org/#names-and-labels
_LARGER = {
    "ascii": "cp1252", "iso8859-1": "cp1252", "iso8859-9": "cp1254", "iso8859-11": "cp874", "tis-620": "cp874",
    "gb2312": "gb18030", "gbk": "gb18030", "shift_jis": "cp932", "sjis": "cp932", "euc_kr": "cp949",
    "big5": "big5hkscs", "cp950": "big5hkscs", "windows-874": "cp874",
}  # fmt: skip
_DECLARED = re.compile(
    rb"""<(?:meta[^>]{0,200}?charset|\?xml[^>]{0,99}?encoding)\s{0,9}=\s{0,9}["']?\s{0,9}([\w.:-]{2,40})""",
    re.IGNORECASE,
)
_DECLARED_WITHIN = 4096  # bytes; browsers look in the first 1024, careless pages put it later
_OF_TEXT = re.compile(r"(?:utf-8|cp|iso8859|iso2022_jp|koi8|mac|gb|big5|euc_|shift_jis|johab|hz)[\w-]*")
_DETECTION_BYTES = 200_000  # enough to tell an encoding; the detector is slow on megabytes
_MAX_UNREADABLE_RATIO = 0.02  # a text with more broken characters than this was not in that encoding
_MIN_UTF8_RATIO = 0.05  # of what is not ASCII: with less in lines of sound UTF-8, those are so by chance
_TELLING_BYTES = 20  # that are not ASCII: with more, the detector is right more often than a declaration

_WESTERN = "cp1252"
_OF_DOS = re.compile(r"cp[478]\d\d")

_JAPANESE_SHIFT = re.compile(rb"\x1b\$[@B]")
_SEQUENCE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_SURROGATE_PAIR = re.compile(rb"\xed[\xa0-\xaf][\x80-\xbf]\xed[\xb0-\xbf][\x80-\xbf]")
_NOT_ASCII = re.compile(rb"[\x80-\xff]+")
_MIXED_WORD = re.compile(r"[a-z][^\0-\u024f\u02b0-\u036f\u1e00-\u218f][a-z]")  # no script has words like "conte棈o"
_COMMON = " \n。、，"  # in whatever language, and hardly anything if the bytes of UTF-16 are taken in the wrong order
_CUT_BEGIN = re.compile(rb"[\x80-\xbf]{1,3}")
_CUT_END = re.compile(rb"(?:[\xc2-\xdf]|[\xe0-\xef][\x80-\xbf]?|[\xf0-\xf4][\x80-\xbf]{0,2})\Z")
_CONTROLS = bytes([*range(9), *range(14, 27), *range(28, 32), 127])
_UNREADABLE = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f\ufffd]")


def decode_text(data: bytes, path: str, declared: str | None = None) -> str:
    """The text of `data`, its newlines untouched.

    Parameters
    ----------
    declared
        The encoding that the file itself names (an HTML `meta`), or its server. It is tried after UTF-8, because files
        saved by browsers are UTF-8 whatever they declare.

    Raises
    ------
    InputError
        The bytes are not text, or in no encoding that can be told.
    """
    text = _decode_marked(data)
    if text is None:
        text = _decode(data, "utf-8")
        if text is not None and _is_text(data):
            return text
        text = _decode_broken(data) if text is None else None  # UTF-16 of many languages is sound UTF-8, with zeros
    if text is None:
        text = _decode_declared(data, declared)
    if text is None:
        text = _decode_detected(data, path)
    if len(_UNREADABLE.findall(text)) > _MAX_UNREADABLE_RATIO * len(text) + 1:
        raise InputError(path, "its text encoding cannot be told; save it as UTF-8")
    return text


def declared_encoding(markup: bytes) -> str | None:
    """The encoding that a page or an XML file says it is in."""
    declared = _DECLARED.search(markup, 0, _DECLARED_WITHIN)
    return declared[1].decode("ascii") if declared else None


def known_encoding(name: str) -> str | None:
    """Python's name of the encoding that is meant by a name; None where it is none of texts."""
    lowered = name.strip().lower().removeprefix("x-")
    try:
        normal = codecs.lookup(_LARGER.get(lowered, lowered)).name
    except (LookupError, ValueError):
        return None
    meant = _LARGER.get(normal, normal)
    return meant if _OF_TEXT.fullmatch(meant) else None


def _decode_marked(data: bytes) -> str | None:
    """The text where the bytes tell by a mark, or by escapes, what they are."""
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace")
    return _decode(data, "iso2022_jp_ext") if _JAPANESE_SHIFT.search(data) else None


def _decode(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeError:
        return None


def _is_text(data: bytes) -> bool:
    """Whether next to none of the bytes are controls: looked for in bytes, a tenth of the time that characters take."""
    n_controls = len(data) - len(data.translate(None, _CONTROLS))
    return n_controls <= _MAX_UNREADABLE_RATIO * len(data) + 1


def _decode_broken(data: bytes) -> str | None:
    """The text where it is damaged UTF-8, or where some of its lines are UTF-8."""
    text = _decode_cut(data)
    if text is not None:
        return text
    lines = data.split(b"\n")
    broken = b"\n".join(line for line in lines if _decode(line, "utf-8") is None)
    n_foreign, n_broken = _n_bytes(_NOT_ASCII, data), _n_bytes(_NOT_ASCII, broken)
    n_sound = _n_bytes(_SEQUENCE, broken)
    is_western = n_broken <= _TELLING_BYTES and n_foreign < len(data) // 4
    if 2 * n_sound > n_broken or (is_western and n_sound):
        encoding = "utf-8"
    elif n_foreign - n_broken > _MIN_UTF8_RATIO * n_foreign:
        encoding = _WESTERN if is_western else _detect(broken) or _WESTERN
    else:
        return None
    return "\n".join(_decode_line(line, encoding) for line in lines)


def _decode_line(line: bytes, otherwise: str) -> str:
    """A line of UTF-8; one that is not is in the other encoding, or if that is UTF-8 too, as much of it as can be."""
    text = _decode(line, "utf-8")
    if text is not None:
        return text
    if otherwise != "utf-8":
        return line.decode(otherwise, errors="replace")
    return _SURROGATE_PAIR.sub(_join, line).decode("utf-8", errors=_AS_WESTERN)


def _decode_cut(data: bytes) -> str | None:
    """UTF-8 that begins or ends in the middle of a character; U+FFFD stands for what is left of that."""
    begin = _CUT_BEGIN.match(data)
    end = _CUT_END.search(data, max(0, len(data) - 3))
    text = _decode(data[begin.end() if begin else 0 : end.start() if end else None], "utf-8")
    return None if text is None else "\ufffd" * bool(begin) + text + "\ufffd" * bool(end)


def _n_bytes(pattern: re.Pattern[bytes], data: bytes) -> int:
    return sum(map(len, pattern.findall(data)))


def _join(pair: re.Match[bytes]) -> bytes:
    """A character that was written as two surrogates, as UTF-8 has it."""
    return pair[0].decode("utf-8", "surrogatepass").encode("utf-16", "surrogatepass").decode("utf-16").encode()


def _as_western(error: UnicodeError) -> tuple[str, int]:
    """A lone byte that is no UTF-8 is read as Windows writes it in the West, what is left of more bytes as U+FFFD."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    broken = error.object[error.start : error.end]
    return broken.decode(_WESTERN, errors="replace") if len(broken) == 1 else "\ufffd", error.end


_AS_WESTERN = "summarizer.western"
codecs.register_error(_AS_WESTERN, _as_western)


def _decode_declared(data: bytes, declared: str | None) -> str | None:
    """The text in the declared encoding, where it may be that and there is too little of it to tell."""
    encoding = known_encoding(declared) if declared else None
    if encoding is None or (_n_bytes(_NOT_ASCII, data) > _TELLING_BYTES and _detect(data)):
        return None
    text = _decode(data, encoding)
    return None if text is None or "\0" in text or _MIXED_WORD.search(text) else text


def _decode_detected(data: bytes, path: str) -> str:
    encoding = _detect(data)
    if encoding is None:
        raise InputError(path, "not a text file")
    return data.decode(encoding, errors="replace")


def _detect(data: bytes) -> str | None:
    """What encoding the bytes seem to be in; None where they are no text."""
    import chardet  # 60 ms: only for the rare file that is not UTF-8

    begin = data[:_DETECTION_BYTES]
    found = str(chardet.detect(begin)["encoding"] or "").lower()
    if found.startswith("utf-16"):  # which of its two orders is told by what is common in it
        orders = (found, "utf-16-le", "utf-16-be")
        return max(orders, key=lambda order: sum(map(begin.decode(order, "replace").count, _COMMON)))
    n_foreign = _n_bytes(_NOT_ASCII, begin)
    if n_foreign <= _TELLING_BYTES and n_foreign < len(begin) // 4 and (not found or _OF_DOS.match(found)):
        return _WESTERN  # a few accents in a Western text tell too little
    return known_encoding(found) or found or None

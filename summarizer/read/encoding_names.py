"""The names of text encodings, as pages and servers write them."""

from __future__ import annotations

import codecs
import re

# Text that is declared under these names is written in an encoding with more characters, and browsers decode it so.
# https://encoding.spec.whatwg.org/#names-and-labels
_LARGER = {
    "ascii": "cp1252", "iso8859-1": "cp1252", "iso8859-9": "cp1254", "iso8859-11": "cp874", "tis-620": "cp874",
    "gb2312": "gb18030", "gbk": "gb18030", "shift_jis": "cp932", "sjis": "cp932", "euc_kr": "cp949",
    "big5": "big5hkscs", "cp950": "big5hkscs", "windows-874": "cp874",
}  # fmt: skip
# Names that pages use, in lower case with hyphens, and Python does not know.
_ALIASES = {
    "ansi": "cp1252", "csgb2312": "gb18030", "gb-2312-80": "gb18030", "gb-2312": "gb18030", "gb-18030": "gb18030",
    "zh-cn": "gb18030", "zh-tw": "big5hkscs", "zh-hk": "big5hkscs", "cn-big5": "big5hkscs", "x-big5": "big5hkscs",
    "iso-ir-149": "cp949", "ksc-5601": "cp949", "sjis-win": "cp932", "eucjp-win": "euc_jp", "cp51932": "euc_jp",
    "cseucpkdfmtjapanese": "euc_jp", "dos-874": "cp874", "mac": "mac_roman", "csmacintosh": "mac_roman",
    "mac-ukrainian": "mac_cyrillic", "koi": "koi8-r", "koi8": "koi8-r", "koi8-ru": "koi8-u",
    "logical": "iso8859-8", "visual": "iso8859-8", "sun-eu-greek": "iso8859-7", "csisolatin9": "iso8859-15",
    "utf8mb4": "utf-8", "utf-8n": "utf-8", "unicode-1-1-utf-8": "utf-8",
}  # fmt: skip
_NUMBERED = re.compile(r"(?:windows|win|cp|ms|ibm)-?(\d{3,4}|31j)")  # "win-1251", "windows1251", "windows-31j"
# The letter says how right-to-left text is ordered, which is no matter of its bytes.
_NUMBERED_ISO = re.compile(r"iso-?8859-?(\d{1,2})(?:-[ei])?")
_TEXT_ENCODING = re.compile(r"(?:utf-8|cp|iso8859|iso2022_jp|koi8|mac|gb|big5|euc_|shift_jis|johab|hz)[\w-]*")


def known_encoding(name: str) -> str | None:
    """Find the codec that decodes what is declared under a name; None where the name means no encoding of text."""
    lowered = name.strip().lower().removeprefix("x-")
    normal = _codec_of(_LARGER.get(lowered, lowered)) or _codec_of(_without_alias(lowered.replace("_", "-")))
    larger = _LARGER.get(normal, normal)
    return larger if _TEXT_ENCODING.fullmatch(larger) else None


def _codec_of(name: str) -> str:
    """Return the name that Python has for an encoding; empty where it knows none."""
    try:
        return codecs.lookup(name).name
    except (LookupError, ValueError):
        return ""


def _without_alias(name: str) -> str:
    """Return a name that Python knows for one that it does not; empty where there is none."""
    numbered, iso = _NUMBERED.fullmatch(name), _NUMBERED_ISO.fullmatch(name)
    if numbered:
        return f"cp{numbered[1].replace('31j', '932')}"
    return f"iso8859-{iso[1]}" if iso else _ALIASES.get(name, "")

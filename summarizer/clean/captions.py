"""Captions of pictures, told by the credit that ends most of them, and by phrases that only captions have."""

from __future__ import annotations

import re

from summarizer.clean.cleaning_weights import CREDIT_REACH, MAKER_REACH, MAX_CAPTION_WORDS
from summarizer.clean.furniture_words import (
    AGENCIES,
    CAPTION_HEADS,
    CAPTION_PHRASES,
    CAPTION_SIDES,
    CREDIT_TAILS,
    CREDIT_WORDS,
)
from summarizer.clean.lines import ELLIPSES, Line, closes_sentence

_CREDIT = re.compile(
    rf"[(\[](?:[^()\[\]]{{0,60}}[\s/,:;–-])?(?:{AGENCIES}|{CREDIT_WORDS})\b[^()\[\]]{{0,60}}[)\]]", re.IGNORECASE
)
_NAME = r"[^\W\d_][^()\[\]/\d]{1,40}"
_NAMES_CREDIT = re.compile(rf"[(\[]{_NAME}\s?/\s?{_NAME}(?:/\s?{_NAME})?[)\]]\W{{0,2}}$")  # (Jane Roe/The Ledger)
_BRACKET = re.compile(r"[(\[][^()\[\]]{1,200}[)\]]")
_STRONG = re.compile(r"/|\bvia\b|photo|image|getty|credit|courtesy|foto|crédit|ảnh|фото", re.IGNORECASE)
_CREDIT_TAIL = re.compile(
    rf"(?:^|[\s.(/])(?:(?:{CREDIT_WORDS})(?: ?credit| ?courtesy| by)?: ?[^\s:][^:.]{{1,50}}|{CREDIT_TAILS})$"
)
_CAPTION_HEAD = re.compile(rf"[(\[]?(?:{CREDIT_WORDS})\s?[:：©/]|{CAPTION_HEADS}")
_CREDIT_MARKS = frozenset(":/)]")


def is_caption(line: Line) -> bool:
    """Tell whether the line names who took the picture, or is worded as only captions are."""
    return _has_phrase(line) or (line.n_words <= MAX_CAPTION_WORDS and _names_maker(line))


def strong_credits(line: Line, reach: int) -> list[re.Match[str]]:
    """The brackets in the first `reach` characters that can only name a picture's maker: "(J. Roe / AFP via Getty)"."""
    if "(" not in line.marks and "[" not in line.marks:
        return []
    brackets = (match for match in _BRACKET.finditer(line.text, 0, reach) if _STRONG.search(match.group()))
    return [credit for match in brackets if (credit := _CREDIT.match(line.text, match.start(), reach))]


def _has_phrase(line: Line) -> bool:
    lower = line.lower
    may_have = " caption" in lower or " photo" in lower or " copyright" in lower
    if may_have and any(phrase in lower for phrase in CAPTION_PHRASES):
        return True
    return "(" in line.marks and any(side in lower for side in CAPTION_SIDES)


def _names_maker(line: Line) -> bool:
    if _CAPTION_HEAD.match(line.lower):
        return True
    if _CREDIT_MARKS.isdisjoint(line.marks) and "getty" not in line.lower:
        return False
    tail = line.lower[-CREDIT_REACH:].rstrip(" .").removesuffix(" less")  # NPR's captions: "hide caption ... less"
    maker = tail[-MAKER_REACH:]
    if (":" in maker or "/" in maker or "getty" in maker) and _CREDIT_TAIL.search(tail):
        return True
    if not tail.endswith((")", "]")):
        return False
    return _NAMES_CREDIT.search(line.text, max(0, len(line.text) - CREDIT_REACH)) is not None or _closes_with_credit(
        line, tail
    )


def _closes_with_credit(line: Line, tail: str) -> bool:
    credit = next((match for match in _CREDIT.finditer(tail) if len(tail) - match.end() <= 1), None)
    if credit is None or _STRONG.search(credit.group()):
        return credit is not None
    # A bare "(AP)" is a credit after a fragment or an ellipsis; after a full stop it may sign the report.
    before = tail[: credit.start()].rstrip()
    return not line.text.endswith(".") and (before.endswith(ELLIPSES) or not closes_sentence(before))

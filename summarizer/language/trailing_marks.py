"""Marks behind the last full stop of a paragraph: notes, tags, links, emoji, and who said what is quoted."""

from __future__ import annotations

import re

_EMOJI = "\u2600-\u27bf\u2b50-\u2b55\ufe0f\u200d\u20e3\U0001f000-\U0001faff"
_MARK = (
    r"\[(?:\d{1,3}|[a-z]|note \d{1,2})\]|[¹²³⁰⁴-⁹†‡]{1,3}|(?<!\w)[#@]\w{1,60}|https?://\S{1,200}|(?:www|pic)\.\S{1,200}"
    rf"|[{_EMOJI}]{{1,20}}"
)
_ENDS = re.compile(rf"[\]¹²³⁰⁴-⁹†‡\w/{_EMOJI}]$")
_TRAILING = re.compile(rf"(?:\s{{0,9}}(?:{_MARK})(?=[\s\[¹²³⁰⁴-⁹†‡#@{_EMOJI}]|$))+\s{{0,9}}$")
_SPEAKER = re.compile(r"(?<=[”\"“»])\s?[—–]\s?[^\W\d_a-z][^.!?“”\"]{1,120}$")
_REACH = 400  # characters from the end


def strip_trailing_marks(text: str) -> str:
    """The text without the footnote signs, hashtags, handles, addresses and emoji at its end.

    Without the speaker too, who is named after a dash behind the quotation.
    """
    if _ENDS.search(text, max(0, len(text) - 1)) is None:
        return text
    first = max(0, len(text) - _REACH)
    marks = _TRAILING.search(text, first) or _SPEAKER.search(text, first)
    return text if marks is None else text[: marks.start()]

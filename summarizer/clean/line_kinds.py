"""Tell by its form what a line is wherever on the page it stands: a byline, a date, a caption, a link."""

from __future__ import annotations

import re

from summarizer.clean.captions import is_caption
from summarizer.clean.cleaning_weights import (
    LINK_LEAD_REACH,
    MAX_BYLINE_WORDS,
    MAX_CONTACT_WORDS,
    MAX_DATE_WORDS,
    MAX_STAMP_WORDS,
    MIN_TEASER_WORDS,
    MIN_TELLING_WORDS,
)
from summarizer.clean.furniture_words import BYLINE_WORDS, INTERRUPTIONS, LINK_LEADS
from summarizer.clean.lines import ELLIPSES, Line
from summarizer.language.dates import find_date

_CLOCK = re.compile(r"\b\d{1,2}[:.h]\d\d\b|\d ?\w{0,10} ago\b")
_DATE_OR_CLOCK = re.compile(rf"{_CLOCK.pattern}|\b(?:19|20)\d\d\b|\b\d{{1,2}}[/.-]\d{{1,2}}[/.-]\d{{2,4}}")
_DIGIT = re.compile(r"\d")
_BYLINE_OPENING = re.compile(rf"(?:{BYLINE_WORDS})(?:[:\s]|$)")
_LOWER_WORD = re.compile(r"(?<!\S)[a-zà-öø-ÿа-яё]{3}")  # names are capitalised: few of these in a byline
_HALF_DAY = re.compile(r"\b[ap]\.m\.$", re.IGNORECASE)  # a full stop that ends no sentence
_COPYRIGHT_YEAR = re.compile(r"(?:©|\(c\)|copyright)\s?(?:©\s?)?(?:19|20)\d\d\b")
_EMAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}")
_LEAD_MARKS = frozenset("|:")


def tell_form(line: Line) -> None:
    """Fill in the line's form: whether it is worded as a byline, carries a date, breaks off, and its `kind`.

    The words of the line must be known.
    """
    text, n_words = line.text, line.n_words
    if n_words >= MIN_TELLING_WORDS or _DIGIT.search(text):
        line.is_byline = n_words <= MAX_BYLINE_WORDS and _is_byline(line)
        line.ends_in_ellipsis = text.endswith(ELLIPSES)
        is_timed = n_words <= MAX_STAMP_WORDS and _is_timed(line)
        line.is_stamp = (line.is_byline or is_timed) and (not line.ends_sentence or _HALF_DAY.search(text) is not None)
        line.breaks_off = line.ends_in_ellipsis and n_words >= MIN_TEASER_WORDS
    line.kind = _kind(line)


def has_clock(line: Line) -> bool:
    """Tell whether the line is a date or byline with a time of day, as comments carry."""
    return line.is_stamp and _CLOCK.search(line.lower) is not None


def _kind(line: Line) -> str | None:  # noqa: PLR0911 (a kind a line)
    """The first kind whose test the line passes."""
    if line.lower in INTERRUPTIONS:
        return "advertisement"
    if _COPYRIGHT_YEAR.match(line.lower):
        return "copyright"
    if line.n_words <= MAX_CONTACT_WORDS and "@" in line.marks and _EMAIL.search(line.text):
        return "contact"
    if line.n_words > 1 and is_caption(line):
        return "caption"
    if line.is_byline and not line.ends_sentence:
        return "byline"
    if line.is_stamp and line.n_words <= MAX_DATE_WORDS and find_date(line.text):
        return "date"
    return "related link" if _is_link(line) else None


def _is_byline(line: Line) -> bool:
    return _BYLINE_OPENING.match(line.lower) is not None and len(_LOWER_WORD.findall(line.text)) * 3 <= line.n_words


def _is_timed(line: Line) -> bool:
    return _DIGIT.search(line.text) is not None and _DATE_OR_CLOCK.search(line.lower) is not None


def _is_link(line: Line) -> bool:
    """Tell whether the line is a link with a lead-in, as in "Read also: ..."."""
    if _LEAD_MARKS.isdisjoint(line.marks):
        return False
    head = line.lower[:LINK_LEAD_REACH]
    mark = "|" if "|" in head else ":"
    return mark in head and head[: head.index(mark)].strip(" *•>»→-[(") in LINK_LEADS

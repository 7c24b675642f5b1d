"""Which line is the headline: it looks like furniture, and is what the reader knows the article by."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from summarizer.clean.lines import BULLET, Line
from summarizer.clean.score import UNSPACED_CHARACTER, has_clock, is_dense, read_line

_TITLE_WORDS = range(2, 31)
_TITLE_REACH = 60  # lines above the article in which the headline is looked for
_DATE_WORDS = 5  # a line this short with a date in it is the date
_LEAD_LINES = 8  # lines of prose in which a headline's words are looked for
_LEAD_REACH = 40  # lines in which those are sought
_TITLE_OVERLAP = 0.15  # least share of the headline's words that the article takes up
_UNSIGNED_OVERLAP = 0.4  # the same where no byline or date stands below it
_DOUBT = 5  # words added to a line's own when that share is counted: few words meet by chance
_NEARER = 0.005  # worth of standing one line nearer to the article
_SIGNED, _SIGNED_REACH = 0.1, 3  # worth of a byline or date in the lines right below
_SIGNATURES = ("byline", "date")
_SAME_TITLE = 0.7  # share of a given title's words that its line holds, and the reverse
_SHORT_KEY, _FEW_KEYS = 3, 3  # letters in words that mean little, and how few others call for them
_INNER_STOP = re.compile(r"\w{3}\. ")  # a headline is not two sentences


def find_headline(lines: Sequence[Line], reasons: Sequence[str | None], title: str | None) -> int | None:
    """Index of the headline: the line above the prose that says `title`, or else whose words the prose takes up."""
    if None not in reasons:
        return None
    first = reasons.index(None)
    given = _find_given(lines, first, title) if title else None
    if given is not None:
        return given
    above = [i for i in range(first - 1, max(-1, first - _TITLE_REACH), -1) if _could_head(lines[i])]
    return _best_taken_up(lines, reasons, first, above) if above else None


def _best_taken_up(
    lines: Sequence[Line], reasons: Sequence[str | None], first: int, above: Sequence[int]
) -> int | None:
    """Which of the lines `above` has most of its words in the prose that starts at `first`; None if none has enough."""
    reach = range(first, min(len(lines), first + _LEAD_REACH))
    lead = [lines[i] for i in reach if reasons[i] is None][:_LEAD_LINES]
    body = set().union(*(line.tokens for line in lead), *map(_unspaced_pairs, lead))
    best, found = 0.0, None
    for i in above:
        keys = _keys(lines[i])
        overlap = len(keys & body) / (len(keys) + _DOUBT)
        is_signed = any(line.kind in _SIGNATURES or has_clock(line) for line in lines[i + 1 : i + 1 + _SIGNED_REACH])
        score = overlap + _SIGNED * is_signed - _NEARER * (first - i)
        least = _TITLE_OVERLAP if is_signed else _UNSIGNED_OVERLAP
        if score > max(best, least):
            best, found = score, i
    return found


def _keys(line: Line) -> set[str]:
    """The line's long words, or all if there are few, and the pairs of characters in scripts without spaces."""
    long = {word for word in line.tokens if len(word) > _SHORT_KEY}
    return (long if len(long) >= _FEW_KEYS else set(line.tokens)) | _unspaced_pairs(line)


def _unspaced_pairs(line: Line) -> set[str]:
    if line.marks.isascii():
        return set()
    return {a + b for a, b in pairwise(UNSPACED_CHARACTER.findall(line.marks))}


def _find_given(lines: Sequence[Line], first: int, title: str) -> int | None:
    """Index of the line that says the given title, nearest above the prose."""
    said = Line(0, len(title), title)
    read_line(said)
    wanted = _keys(said)
    for i in range(min(first + 1, len(lines) - 1), max(-1, first - _TITLE_REACH), -1):
        have = _keys(lines[i]) if lines[i].n_words <= _TITLE_WORDS[-1] else set()
        if have and len(have & wanted) >= _SAME_TITLE * max(len(have), len(wanted)):
            return i
    return None


def _could_head(line: Line) -> bool:
    """Whether the line is formed like a headline."""
    if line.n_words not in _TITLE_WORDS or line.kind or line.ends_article or is_dense(line):
        return False
    if has_clock(line) or (line.is_stamp and line.n_words <= _DATE_WORDS):
        return False
    return not (BULLET.match(line.text) or line.text[-1] in ".…。" or _INNER_STOP.search(line.text))

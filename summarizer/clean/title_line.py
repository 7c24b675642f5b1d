"""The line that gives the title: it looks like furniture, and is what the reader knows the article by."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from summarizer.clean.cleaning_weights import (
    DOUBTED_WORDS,
    FEW_LONG_WORDS,
    LEAD_LINES,
    LEAD_REACH,
    MAX_TITLE_DATE_WORDS,
    NEARNESS_WORTH,
    SAME_TITLE_RATIO,
    SHORT_WORD_LETTERS,
    SIGNATURE_REACH,
    SIGNATURE_WORTH,
    TITLE_OVERLAP,
    TITLE_REACH,
    TITLE_WORDS,
    UNSIGNED_OVERLAP,
)
from summarizer.clean.line_kinds import has_clock
from summarizer.clean.line_words import UNSPACED_CHARACTER, is_full_of_furniture, read_line
from summarizer.clean.lines import BULLET, Line

_SIGNATURES = ("byline", "date")
_INNER_STOP = re.compile(r"\w{3}\. ")  # a title is not two sentences


def find_title_line(lines: Sequence[Line], reasons: Sequence[str | None], title: str | None) -> int | None:
    """Index of the line that gives the title, None if there is none.

    It is the line that says `title`, where that is known and found; else one above the prose whose words the prose
    takes up.
    """
    if None not in reasons:
        return None
    first = reasons.index(None)
    given = _find_given(lines, first, title) if title else None
    if given is not None:
        return given
    above = [i for i in range(first - 1, max(-1, first - TITLE_REACH), -1) if _could_be_title(lines[i])]
    return _most_taken_up(lines, reasons, first, above) if above else None


def _most_taken_up(
    lines: Sequence[Line], reasons: Sequence[str | None], first: int, above: Sequence[int]
) -> int | None:
    """The one of the lines `above` whose words the prose from `first` on takes up most; None if not enough of them."""
    reach = range(first, min(len(lines), first + LEAD_REACH))
    lead = [lines[i] for i in reach if reasons[i] is None][:LEAD_LINES]
    body = set().union(*(line.tokens for line in lead), *map(_unspaced_pairs, lead))
    best_score, best_line = 0.0, None
    for i in above:
        words = _telling_words(lines[i])
        overlap = len(words & body) / (len(words) + DOUBTED_WORDS)
        is_signed = any(line.kind in _SIGNATURES or has_clock(line) for line in lines[i + 1 : i + 1 + SIGNATURE_REACH])
        score = overlap + SIGNATURE_WORTH * is_signed - NEARNESS_WORTH * (first - i)
        least_overlap = TITLE_OVERLAP if is_signed else UNSIGNED_OVERLAP
        if score > max(best_score, least_overlap):
            best_score, best_line = score, i
    return best_line


def _telling_words(line: Line) -> set[str]:
    """The line's long words, or all if there are few, and the pairs of characters in scripts without spaces."""
    long_words = {word for word in line.tokens if len(word) > SHORT_WORD_LETTERS}
    return (long_words if len(long_words) >= FEW_LONG_WORDS else set(line.tokens)) | _unspaced_pairs(line)


def _unspaced_pairs(line: Line) -> set[str]:
    if line.marks.isascii():
        return set()
    return {a + b for a, b in pairwise(UNSPACED_CHARACTER.findall(line.marks))}


def _find_given(lines: Sequence[Line], first: int, title: str) -> int | None:
    """Index of the line that says the given title, nearest above the prose."""
    as_line = Line(0, len(title), title)
    read_line(as_line)
    wanted = _telling_words(as_line)
    for i in range(min(first + 1, len(lines) - 1), max(-1, first - TITLE_REACH), -1):
        present = _telling_words(lines[i]) if lines[i].n_words <= TITLE_WORDS[-1] else set()
        if present and len(present & wanted) >= SAME_TITLE_RATIO * max(len(present), len(wanted)):
            return i
    return None


def _could_be_title(line: Line) -> bool:
    """Tell whether the line is formed like a title."""
    if line.n_words not in TITLE_WORDS or line.kind or line.ends_article or is_full_of_furniture(line):
        return False
    if has_clock(line) or (line.is_stamp and line.n_words <= MAX_TITLE_DATE_WORDS):
        return False
    return not (BULLET.match(line.text) or line.text[-1] in ".…。" or _INNER_STOP.search(line.text))

"""The lines of a text, which are all the structure that pasted text keeps of a page.

A hard-wrapped paragraph becomes one line.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeAlias

from summarizer.clean.cleaning_weights import (
    FULL_LINE_RATIO,
    MIN_BROKEN_CHARACTERS,
    MIN_INDENT,
    MIN_WRAPPED_LINES,
    WRAP_WIDTHS,
)
from summarizer.clean.furniture_words import BYLINE_WORDS
from summarizer.datamodel import Block
from summarizer.language.scripts import SENTENCE_ENDS
from summarizer.language.trailing_marks import strip_trailing_marks

Span: TypeAlias = tuple[int, int]


@dataclass(slots=True)
class Line:
    """One line, or one unwrapped paragraph, with what is known of it.

    `cut_lines` gives the place and the text. `read_line` adds the fields from `lower` to `ends_article`, `tell_form`
    those from `is_byline` to `kind`, `score_lines` the score.

    lower, tokens
        The text in lower case, and its words.
    marks
        Its characters beside Latin letters, digits and what all prose has. Most lines have few, so that a line without
        a certain mark need not be searched for what always has it.
    n_words
        The number of tokens, and half the characters of scripts without spaces.
    furniture
        The phrases in it that furniture is made of: words and pairs of words.
    ends_sentence
        It closes like a sentence.
    ends_article
        It is a heading that ends articles, such as "Related".
    is_byline
        It is worded as a byline, whether it is one or a sentence that begins so.
    ends_in_ellipsis
        It stops at an ellipsis.
    breaks_off
        It stops at an ellipsis, and is long.
    is_stamp
        It is a byline, or short with a date or a time.
    kind
        What it is wherever it stands ("caption"), None if that depends.
    score
        Log-odds of being article prose, read alone.
    markup
        What the file's markup says it is, "paragraph" or as in `Document.markup`; None where only the text is known.
    """

    start: int
    end: int
    text: str
    markup: str | None = None
    lower: str = ""
    tokens: Sequence[str] = ()
    marks: str = ""
    n_words: int = 1
    furniture: AbstractSet[str] = frozenset()
    ends_sentence: bool = False
    ends_article: bool = False
    is_byline: bool = False
    ends_in_ellipsis: bool = False
    breaks_off: bool = False
    is_stamp: bool = False
    kind: str | None = None
    score: float = 0.0


PARAGRAPH = "paragraph"
BULLET = re.compile(r"[*+•·▪►▶‣◦→›»>-]\s|\d{1,2}[.)]\s")
ELLIPSES = ("…", "...", "…]", "...]")
_CLOSERS = "\"'”’“‘»›«‹)]」』」）* \t\u00a0\u200b"  # what may follow a full stop
_BYLINE_WITH_NAME = re.compile(rf"(?i:{BYLINE_WORDS})\s[^\W\d_a-z]")


def cut_lines(text: str) -> list[Line]:
    """The text's lines in order, without blank ones; each hard-wrapped paragraph is one."""
    runs = _runs(text)
    long_runs = (run for run in runs if len(run) >= MIN_WRAPPED_LINES)
    width_elsewhere = max((_longest(run) for run in long_runs if _is_wrapped(text, run, _longest(run))), default=0)
    spans = (span for run in runs for span in (_unwrap(text, run, width_elsewhere) if len(run) > 1 else run))
    return [Line(start, end, text[start:end]) for start, end in spans]


def marked_lines(text: str, markup: Sequence[Block]) -> list[Line]:
    """The lines that the file's markup tells."""
    return [Line(block.start, block.end, text[block.start : block.end], block.reason or PARAGRAPH) for block in markup]


def closes_sentence(text: str) -> bool:
    """Tell whether the text closes like a sentence, in any script; notes, tags and links may follow."""
    return _ends_in_stop(text) or _ends_in_stop(strip_trailing_marks(text))


def _ends_in_stop(text: str) -> bool:
    last = text.rstrip(_CLOSERS)[-1:]
    return last != "" and last in SENTENCE_ENDS


def _runs(text: str) -> list[list[Span]]:
    """Spans of the non-blank lines, in runs that no blank line and no indent after a full line divides."""
    runs: list[list[Span]] = []
    position, n_breaks, indent = 0, 2, 0
    for line in text.splitlines(keepends=True):
        rest = line.lstrip()
        if rest:
            is_indented = len(line) - len(rest) >= indent + MIN_INDENT
            if n_breaks > 1 or (is_indented and closes_sentence(text[slice(*runs[-1][-1])])):
                runs.append([])
            indent = len(line) - len(rest)
            start = position + len(line) - len(rest)
            runs[-1].append((start, start + len(rest.rstrip())))
            n_breaks = 0
        n_breaks += line[-1] in "\r\n"
        position += len(line)
    return runs


def _unwrap(text: str, run: Sequence[Span], width_elsewhere: int) -> Sequence[Span]:
    """Join the run to one span where it is a hard-wrapped paragraph, else keep its lines.

    Two lines are too few to show the width of wrapping; they are judged by that of longer runs, `width_elsewhere`.
    """
    width = _longest(run) if len(run) >= MIN_WRAPPED_LINES else width_elsewhere
    return [(run[0][0], run[-1][1])] if _is_wrapped(text, run, width) else _join_broken(text, run)


def _join_broken(text: str, run: Sequence[Span]) -> Sequence[Span]:
    """Join those lines of the run that a break inside a sentence divides.

    Ragged wrapping shows no width, and menus have short lines between. But a line that closes nothing and goes on in
    lower case was broken; and where one was, so was every line of about full length that closes nothing.
    """
    longest = _longest(run)
    is_ragged = longest < WRAP_WIDTHS.stop and all(2 * (end - start) >= longest for start, end in run[1:-1])
    goes_on = [_goes_on(text, line, following) for line, following in pairwise(run)] if is_ragged else []
    if not any(goes_on):
        return run
    if _BYLINE_WITH_NAME.match(text, run[1][0]):  # "Bridge shut / by Ada Quill"
        goes_on[0] = False
    full = FULL_LINE_RATIO * longest
    joined = [run[0]]
    for (line, following), is_broken in zip(pairwise(run), goes_on, strict=True):
        is_full = line[1] - line[0] >= full and not closes_sentence(text[slice(*line)])
        if is_broken or (is_full and not BULLET.match(text, following[0])):
            joined[-1] = (joined[-1][0], following[1])
        else:
            joined.append(following)
    return joined


def _goes_on(text: str, line: Span, following: Span) -> bool:
    """Tell whether a sentence was broken between two lines."""
    is_long = line[1] - line[0] >= MIN_BROKEN_CHARACTERS
    return is_long and text[following[0]].islower() and not closes_sentence(text[slice(*line)])


def _longest(run: Sequence[Span]) -> int:
    return max(end - start for start, end in run)


def _is_wrapped(text: str, run: Sequence[Span], width: int) -> bool:
    """Tell whether the run was wrapped at `width` columns: each next line's first word would not have fitted."""
    if width not in WRAP_WIDTHS or _longest(run) > width:
        return False
    n_broken = 0
    for (start, end), (next_start, next_end) in pairwise(run):
        first_word = text[next_start:next_end].split(None, 1)[0]
        if end - start + 1 + len(first_word) <= width or BULLET.match(text, next_start):
            return False
        n_broken += not closes_sentence(text[start:end])
    return n_broken * 2 >= len(run) - 1  # wrapping falls inside sentences

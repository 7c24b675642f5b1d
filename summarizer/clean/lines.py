"""The lines of a text: all the structure that pasted text keeps of a page. Hard-wrapped paragraphs become one line each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TypeAlias

Span: TypeAlias = tuple[int, int]
Phrase: TypeAlias = str | tuple[str, ...]


@dataclass(slots=True)
class Line:
    """One line, or one unwrapped paragraph, and what is known of it; `score` fills in what follows the text.

    lower, tokens
        Its text in lower case, and the words of that.
    n_words
        Its tokens, and half the characters of scripts without spaces.
    furniture
        The words and pairs of words in it that furniture is made of.
    ends_sentence
        It closes like a sentence.
    ends_article
        It is a heading that ends articles, such as "Related".
    breaks_off
        It is a long text that stops at an ellipsis.
    is_stamp
        It is a byline, or short with a date or a time.
    kind
        What it is wherever it stands ("caption"), None if that depends.
    score
        Log-odds of being article prose, read alone.
    """

    start: int
    end: int
    text: str
    lower: str = ""
    tokens: list[str] = field(default_factory=list)
    n_words: int = 1
    furniture: set[Phrase] = field(default_factory=set)
    ends_sentence: bool = False
    ends_article: bool = False
    breaks_off: bool = False
    is_stamp: bool = False
    kind: str | None = None
    score: float = 0.0


BULLET = re.compile(r"[*+•·▪►▶‣◦→›»>-]\s|\d{1,2}[.)]\s")
SENTENCE_ENDS = frozenset(".!?…。！？؟।॥۔။።︒｡")
_CLOSERS = "\"'”’»›)]」』）* \t\u00a0\u200b"  # what may follow a full stop
_LINE = re.compile(r"[^\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+")
_WRAP_WIDTHS = range(40, 101)  # columns at which mail and terminals wrap
_MIN_WRAPPED = 3  # so many lines show the width by themselves; two are wrapped only at a width seen elsewhere
_NARROWER, _WIDER = 15, 5  # how far a two-line paragraph's width may be from those seen


def cut_lines(text: str) -> list[Line]:
    """The text's lines in order, without blank ones; each hard-wrapped paragraph is one."""
    runs = _runs(text)
    widths = [_wrap_width(text, run) for run in runs]
    shown = [width for width, run in zip(widths, runs, strict=True) if width and len(run) >= _MIN_WRAPPED]
    usual = range(min(shown) - _NARROWER, max(shown) + _WIDER + 1) if shown else range(0)
    lines: list[Line] = []
    for run, width in zip(runs, widths, strict=True):
        is_wrapped = width and (len(run) >= _MIN_WRAPPED or width in usual)
        spans = [(run[0][0], run[-1][1])] if is_wrapped else run
        lines += [Line(start, end, text[start:end]) for start, end in spans]
    return lines


def closes_sentence(text: str) -> bool:
    """Whether the text closes like a sentence, in any script."""
    return text.rstrip(_CLOSERS)[-1:] in SENTENCE_ENDS


def _runs(text: str) -> list[list[Span]]:
    """Spans of the non-blank lines, in runs that no blank line divides."""
    runs: list[list[Span]] = []
    end = -1
    for match in _LINE.finditer(text):
        body = match.group().strip()
        if not body:
            continue
        start = text.index(body, match.start())
        gap = text[end:start]
        if end < 0 or gap.count("\n") + gap.count("\r") - gap.count("\r\n") > 1:
            runs.append([])
        end = start + len(body)
        runs[-1].append((start, end))
    return runs


def _wrap_width(text: str, run: Sequence[Span]) -> int:
    """The width at which the run's lines were wrapped, or 0: each next line's first word would not have fitted."""
    width = max(end - start for start, end in run)
    if width not in _WRAP_WIDTHS or len(run) == 1:
        return 0
    n_broken = 0
    for (start, end), (next_start, next_end) in pairwise(run):
        first_word = text[next_start:next_end].split(None, 1)[0]
        if end - start + 1 + len(first_word) <= width or BULLET.match(text, next_start):
            return 0
        n_broken += not closes_sentence(text[start:end])
    return width if n_broken * 2 >= len(run) - 1 else 0  # wrapping falls inside sentences

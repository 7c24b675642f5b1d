"""How much each line looks like article prose when read alone: log-odds, from six features that any language has."""

from __future__ import annotations

from collections.abc import Sequence
from math import exp, log, log2
from operator import mul

from summarizer.clean.cleaning_weights import (
    DILUTING_WORDS,
    LINE_WEIGHTS,
    LITTLE_FURNITURE,
    MARKUP_SCORES,
    MAX_COUNTED_FURNITURE,
    MAX_COUNTED_WORDS,
    MAX_SHIFT,
)
from summarizer.clean.lines import BULLET, Line


def score_lines(lines: Sequence[Line]) -> None:
    """Fill in each line's log-odds of being prose; its words and form must be known."""
    for line in lines:
        line.score = sum(map(mul, LINE_WEIGHTS, line_features(line)))
    # The weights know whole pages; in a text with little furniture every line is prose with better odds.
    share = sum(1 / (1 + exp(-line.score)) for line in lines) / len(lines)
    shift = min(MAX_SHIFT, max(0.0, log(share / (1.001 - share)) - LITTLE_FURNITURE))
    for line in lines:
        line.score += shift + (MARKUP_SCORES[line.markup] if line.markup else 0.0)


def line_features(line: Line) -> tuple[float, ...]:
    """The numbers that the score is made of, in the order of `LineWeights`; the bias counts 1."""
    n_words = line.n_words
    furniture = min(len(line.furniture), MAX_COUNTED_FURNITURE) / 2 * min(1.0, DILUTING_WORDS / n_words)
    bullet = BULLET.match(line.text) is not None
    length = log2(min(n_words, MAX_COUNTED_WORDS))
    return 1.0, length, line.ends_sentence, furniture, bullet, line.is_byline, line.ends_in_ellipsis

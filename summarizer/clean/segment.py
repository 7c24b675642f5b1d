"""One reading of the whole page: where the article starts, pauses and ends.

A Viterbi pass over four states whose order is fixed. Judged one by one, lines of furniture that read like prose get
through; a page read as a whole has its article in one place.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum

from summarizer.clean.lines import Line
from summarizer.clean.score import has_clock


class State(IntEnum):
    """Where on the page a line stands."""

    BEFORE = 0
    ARTICLE = 1
    PAUSE = 2
    AFTER = 3


_BEFORE, _ARTICLE, _PAUSE, _AFTER = State

NEUTRAL = -1.0  # score of a line that is as common in the article as before or after it
_NEUTRAL_PAUSE = -0.5  # the same against a pause

# How strongly the distance from there speaks, as counted on labelled pages: prose is rarer before an article.
_SLOPE_BELOW, _SLOPE_BEFORE, _SLOPE_PAUSE, _SLOPE_AFTER = 0.7, 0.9, 0.7, 0.7
_FLOOR, _CEILING = -1.5, 3.0  # one line never decides alone
_PARAGRAPH_WORDS = 100  # a longer line speaks for as many lines as it holds of these

# Log-probabilities of changing state; _NO_LEAD is for a text that opens with its article.
_NO_LEAD, _START, _BREAK, _PAUSE_ON, _RESUME, _STOP = -1.0, -3.0, -2.0, -0.3, -1.0, -2.0
_END_HEADING_COST = 4.0  # of going on past a heading such as "Related": only much prose is worth it
_CLOCK_COST, _MANY_CLOCKS = 1.5, 4  # of going on past a date with a time, when so many mark readers' comments
_ANYWHERE = ("caption", "advertisement", "related link")  # these stand inside articles as often as outside

_Step = tuple[State, State, State]  # the best predecessors of ARTICLE, PAUSE and AFTER


def segment(lines: Sequence[Line]) -> list[State]:
    """The most likely state of every line; an article there must be (Viterbi)."""
    costs = _costs(lines)
    if not any(costs) and all(line.score >= _NEUTRAL_PAUSE for line in lines):
        return [_ARTICLE] * len(lines)  # no line speaks for another state
    before, article, pause, after = 0.0, _NO_LEAD, float("-inf"), float("-inf")
    steps: list[_Step] = []
    for i, (line, cost) in enumerate(zip(lines, costs, strict=True)):
        if i:
            starts, resumes = before + _START, pause + _RESUME
            breaks, pauses_on = article + _BREAK, pause + _PAUSE_ON
            stops, gives_up = article + _STOP, pause + _STOP
            in_article, in_after = article, after
            article = max(in_article, starts, resumes)
            pause = max(breaks, pauses_on)
            after = max(in_after, stops, gives_up)
            from_article = _PAUSE if article == resumes else _ARTICLE if article == in_article else _BEFORE
            from_pause = _PAUSE if pause == pauses_on else _ARTICLE
            from_after = _AFTER if after == in_after else _PAUSE if after == gives_up else _ARTICLE
            steps.append((from_article, from_pause, from_after))
        if line.kind not in _ANYWHERE:
            distance, weight = line.score - NEUTRAL, max(1.0, line.n_words / _PARAGRAPH_WORDS)
            before -= _odds(distance, _SLOPE_BEFORE, weight)
            pause -= _odds(line.score - _NEUTRAL_PAUSE, _SLOPE_PAUSE, weight) + cost
            after -= _odds(distance, _SLOPE_AFTER, weight)
            article -= cost
    last = max((article, _ARTICLE), (pause, _PAUSE), (after, _AFTER))[1]
    return _trace(steps, last)


def _costs(lines: Sequence[Line]) -> list[float]:
    """What it costs the article to go on past each line."""
    clocks = [has_clock(line) for line in lines]
    clock_cost = _CLOCK_COST if sum(clocks) >= _MANY_CLOCKS else 0.0
    return [
        clock_cost * clock + _END_HEADING_COST * line.ends_article for line, clock in zip(lines, clocks, strict=True)
    ]


def _odds(distance: float, slope: float, weight: float) -> float:
    """Log-odds of the article against another state, from the score's distance to that state's neutral point."""
    return max(_FLOOR, _SLOPE_BELOW * distance) if distance < 0 else min(_CEILING, slope * distance) * weight


def _trace(steps: Sequence[_Step], last: State) -> list[State]:
    """The path that led to the last state."""
    path = [last]
    for step in reversed(steps):
        path.append(step[path[-1] - 1] if path[-1] else _BEFORE)
    return path[::-1]

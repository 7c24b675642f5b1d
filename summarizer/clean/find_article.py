"""One reading of the whole page: where the article starts, pauses and ends.

A Viterbi pass over four states whose order is fixed. Judged one by one, lines of furniture that read like prose get
through; a page read as a whole has its article in one place.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum

from summarizer.clean.cleaning_weights import (
    BREAK_SCORE,
    CLOCK_COST,
    END_HEADING_COST,
    MANY_CLOCKS,
    MAX_LINE_ODDS,
    MIN_LINE_ODDS,
    NEUTRAL_PAUSE_SCORE,
    NEUTRAL_SCORE,
    OPENING_SCORE,
    PARAGRAPH_WORDS,
    PAUSE_ON_SCORE,
    RESUME_SCORE,
    SLOPE_AFTER,
    SLOPE_BEFORE,
    SLOPE_BELOW,
    SLOPE_PAUSE,
    START_SCORE,
    STOP_SCORE,
)
from summarizer.clean.line_kinds import has_clock
from summarizer.clean.lines import Line


class State(IntEnum):
    """Where on the page a line stands."""

    BEFORE = 0
    ARTICLE = 1
    PAUSE = 2
    AFTER = 3


_BEFORE, _ARTICLE, _PAUSE, _AFTER = State

ANYWHERE = ("caption", "advertisement", "related link")  # kinds that stand inside articles as often as outside

_Step = tuple[State, State, State]  # the best predecessors of ARTICLE, PAUSE and AFTER


def segment_page(lines: Sequence[Line]) -> list[State]:
    """Find the most likely state of every line, given that there is an article (Viterbi); linear in the lines.

    A path through the states collects the score of each change of state, the costs of going on past what ends articles,
    and against every state but ARTICLE the log-odds that each line speaks for the article. The best path wins.
    """
    costs = _costs(lines)
    if not any(costs) and all(line.score >= NEUTRAL_PAUSE_SCORE for line in lines):
        return [_ARTICLE] * len(lines)  # no line speaks for another state
    before, article, pause, after = 0.0, OPENING_SCORE, float("-inf"), float("-inf")
    steps: list[_Step] = []
    for i, (line, cost) in enumerate(zip(lines, costs, strict=True)):
        if i:
            starts, resumes = before + START_SCORE, pause + RESUME_SCORE
            breaks, pauses_on = article + BREAK_SCORE, pause + PAUSE_ON_SCORE
            stops, gives_up = article + STOP_SCORE, pause + STOP_SCORE
            in_article, in_after = article, after
            article = max(in_article, starts, resumes)
            pause = max(breaks, pauses_on)
            after = max(in_after, stops, gives_up)
            from_article = _PAUSE if article == resumes else _ARTICLE if article == in_article else _BEFORE
            from_pause = _PAUSE if pause == pauses_on else _ARTICLE
            from_after = _AFTER if after == in_after else _PAUSE if after == gives_up else _ARTICLE
            steps.append((from_article, from_pause, from_after))
        if line.kind not in ANYWHERE:
            distance, weight = line.score - NEUTRAL_SCORE, max(1.0, line.n_words / PARAGRAPH_WORDS)
            before -= _odds(distance, SLOPE_BEFORE, weight)
            pause -= _odds(line.score - NEUTRAL_PAUSE_SCORE, SLOPE_PAUSE, weight) + cost
            after -= _odds(distance, SLOPE_AFTER, weight)
            article -= cost
    last = max((article, _ARTICLE), (pause, _PAUSE), (after, _AFTER))[1]
    return _trace(steps, last)


def _costs(lines: Sequence[Line]) -> list[float]:
    """The cost of going on with the article past each line."""
    clocks = [has_clock(line) for line in lines]
    clock_cost = CLOCK_COST if sum(clocks) >= MANY_CLOCKS else 0.0
    return [
        clock_cost * clock + END_HEADING_COST * line.ends_article for line, clock in zip(lines, clocks, strict=True)
    ]


def _odds(distance: float, slope: float, weight: float) -> float:
    """Log-odds of the article against another state, from the score's distance to that state's neutral point."""
    return max(MIN_LINE_ODDS, SLOPE_BELOW * distance) if distance < 0 else min(MAX_LINE_ODDS, slope * distance) * weight


def _trace(steps: Sequence[_Step], last: State) -> list[State]:
    """The path that led to the last state."""
    path = [last]
    for step in reversed(steps):
        path.append(step[path[-1] - 1] if path[-1] else _BEFORE)
    return path[::-1]

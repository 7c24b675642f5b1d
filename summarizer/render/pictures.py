"""The two pictures of the evidence page, strips and plot, as numbers: where each mark stands. The template draws."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from summarizer.datamodel import Article, BriefingContent
from summarizer.render.highlights import Highlight

STRIP_WIDTH, STRIP_HEIGHT = 600, 36  # units of the strip's view box; a mark is at most so high
PLOT_SIZE, PLOT_MARGIN = 340, 52  # the plot's side, and the room for what stands left of it and below
_INSET = 14  # from the plot's edges to the outermost point
_SCRAP_HEIGHT = 1.5  # of a sentence that no briefing can use, lower than all others
_MIN_HEIGHT = 3.0
_PLOT_STEP = 0.2  # the plot's scales end at a multiple of this
_N_TICKS = 4
_ROUNDING = 1e-9


@dataclass(frozen=True, slots=True)
class Mark:
    """A sentence that a strip marks: its highlight, the middle of its place, and its height."""

    highlight: Highlight
    x: float
    height: float


@dataclass(frozen=True, slots=True)
class Strip:
    """A source's sentences side by side.

    plain
        SVG path of the sentences without a highlight.
    bar
        Width of a mark.
    marks
        The sentences with a highlight.
    """

    plain: str
    bar: float
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Point:
    """A sentence in the plot of salience against redundancy; `number` is that of its item or of the dropped one."""

    number: int
    is_item: bool
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Plot:
    """Salience (upwards) against redundancy (to the right).

    threshold
        Ends of the line on which all sentences score as the last one selected did: x1, y1, x2, y2; empty where it is
        outside.
    ticks_x, ticks_y
        Where a value stands, and the value.
    """

    points: tuple[Point, ...]
    threshold: tuple[float, ...]
    ticks_x: tuple[tuple[float, str], ...]
    ticks_y: tuple[tuple[float, str], ...]


def draw_strip(article: Article, highlights: Sequence[Highlight]) -> Strip:
    """Place a mark for each sentence of an article, as high as its salience.

    Sentences of a very long article share places; what shows there is the highest of those without a highlight.
    """
    highlight_at = {(highlight.start, highlight.end): highlight for highlight in highlights}
    n_places = min(len(article.sentences), STRIP_WIDTH)
    step = STRIP_WIDTH / max(1, n_places)
    heights = [0.0] * n_places
    marks = []
    for number, (start, end, salience) in enumerate(article.sentences):
        place = number * n_places // len(article.sentences)
        height = _SCRAP_HEIGHT if salience is None else round(max(_MIN_HEIGHT, salience * STRIP_HEIGHT), 1)
        if (start, end) in highlight_at:
            marks.append(Mark(highlight_at[start, end], round((place + 0.5) * step, 1), height))
        else:
            heights[place] = max(heights[place], height)
    plain = "".join(
        f"M{(place + 0.5) * step:.1f} {STRIP_HEIGHT}v-{height:g}" for place, height in enumerate(heights) if height
    )
    return Strip(plain, round(min(8.0, max(0.4, step * 0.7)), 2), tuple(marks))


def draw_plot(content: BriefingContent) -> Plot:
    """Place the items and the dropped sentences in the plot, and the line that separates them."""
    dropped = content.evidence.dropped if content.evidence else ()
    measured = [(item.redundancy, item.salience) for item in content.items]
    measured += [(sentence.redundancy, sentence.salience) for sentence in dropped]
    right = _round_up(max(redundancy for redundancy, _ in measured))
    bottom = 1 - _round_up(1 - min(salience for _, salience in measured))

    def place(redundancy: float, salience: float) -> tuple[float, float]:
        x = PLOT_MARGIN + _INSET + redundancy / right * (PLOT_SIZE - 2 * _INSET)
        y = _INSET + (1 - salience) / (1 - bottom) * (PLOT_SIZE - 2 * _INSET)
        return round(x, 1), round(y, 1)

    n_items = len(content.items)
    points = [
        Point(i + 1 if i < n_items else i + 1 - n_items, i < n_items, *place(*measures))
        for i, measures in enumerate(measured)
    ]
    score = content.evidence.last_score if content.evidence else 0.0
    ends = _threshold(score, content.signature.options.mmr_lambda, right, bottom)
    steps = [i / _N_TICKS for i in range(_N_TICKS + 1)]
    return Plot(
        points=tuple(sorted(points, key=lambda point: point.is_item)),  # items are drawn over the others
        threshold=tuple(coordinate for end in ends for coordinate in place(*end)),
        ticks_x=tuple((place(step * right, 1)[0], f"{step * right:.2f}") for step in steps),
        ticks_y=tuple((place(0, 1 - step * (1 - bottom))[1], f"{1 - step * (1 - bottom):.2f}") for step in steps),
    )


def _round_up(value: float) -> float:
    """Round up to a multiple of _PLOT_STEP, at least to the first."""
    return max(1, math.ceil(value / _PLOT_STEP - _ROUNDING)) * _PLOT_STEP


def _threshold(score: float, mmr_lambda: float, right: float, bottom: float) -> list[tuple[float, float]]:
    """Find where the line of all points of this score enters and leaves the plot, as (redundancy, salience).

    Empty where the line passes the plot by.
    """
    ends = []
    if mmr_lambda > 0:
        ends += [(edge, (score + (1 - mmr_lambda) * edge) / mmr_lambda) for edge in (0.0, right)]
    if mmr_lambda < 1:
        ends += [((mmr_lambda * edge - score) / (1 - mmr_lambda), edge) for edge in (bottom, 1.0)]
    inside = [
        end
        for end in ends
        if -_ROUNDING <= end[0] <= right + _ROUNDING and bottom - _ROUNDING <= end[1] <= 1 + _ROUNDING
    ]
    inside.sort()
    return [inside[0], inside[-1]] if inside else []

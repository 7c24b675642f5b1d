"""The lines of a PDF page with the place and size in which they are printed, in reading order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

_MIN_LINES = 5  # of a column, and so many stand beside a line of another
_MIN_LENGTH = 20  # characters of its lines, at the median: a table has shorter cells
_SAME_ROW = 0.5  # of the letters' size
_SAME_EDGE = 3.0  # points


@dataclass(frozen=True)
class PdfLine:
    """A line of print: `x`, `y` from the left and the bottom and the letters' `size`, all in points."""

    text: str
    x: float
    y: float
    size: float
    page: int


def read_lines_of(page: Any, number: int) -> list[PdfLine]:
    """The lines of a page of pypdf, those of columns one column after the other."""
    return _in_columns(list(_lines(page, number)))


def _lines(page: Any, number: int) -> Iterator[PdfLine]:
    pieces: list[tuple[str, float, float, float]] = []

    def visit(text: str, user: Sequence[float], matrix: Sequence[float], _font: object, size: float) -> None:
        x = matrix[4] * user[0] + matrix[5] * user[2] + user[4]
        y = matrix[4] * user[1] + matrix[5] * user[3] + user[5]
        scale = abs(matrix[3] * user[3]) or abs(matrix[1] * user[1]) or 1.0
        pieces.append((text, x, y, float(size) * scale))

    page.extract_text(visitor_text=visit)
    edges = Counter(_edge(x) for piece, x, *_ in pieces if piece.strip())
    run: list[tuple[str, float, float, float]] = []
    for piece, x, y, size in pieces:
        first, *others = piece.split("\n")
        if run and run[-1][0].strip() and edges[_edge(x)] >= _MIN_LINES and x > run[-1][1] + size:
            yield from _join(run, number)
            run = []
        run.append((first, x, y, size))
        for part in others:
            yield from _join(run, number)
            run = [(part, x, y, size)]
    yield from _join(run, number)


def _join(run: Sequence[tuple[str, float, float, float]], page: int) -> Iterator[PdfLine]:
    """One line of its pieces, at the place of the first and in the size of the longest; none if they are empty."""
    text = "".join(piece for piece, *_ in run).strip()
    if text:
        _, x, y, _ = next(piece for piece in run if piece[0].strip())
        yield PdfLine(text, x, y, max(run, key=lambda piece: len(piece[0]))[3], page)


def _in_columns(lines: list[PdfLine]) -> list[PdfLine]:
    """Put the columns of a page that draws them row by row one after the other, from left to right."""
    edges = Counter(_edge(line.x) for line in lines)
    columns = [
        [i for i, line in enumerate(lines) if _edge(line.x) == edge]
        for edge, n in sorted(edges.items())
        if n >= _MIN_LINES
    ]
    others = [i for column in columns[1:] for i in column]
    lengths = sorted(len(lines[i].text) for column in columns for i in column)
    n_beside = sum(
        any(_is_beside(lines[i], other) for other in (*lines[i - 1 : i], *lines[i + 1 : i + 2])) for i in others
    )
    if not others or n_beside < _MIN_LINES or lengths[len(lengths) // 2] < _MIN_LENGTH:
        return lines
    last = max(i for column in columns for i in column)
    left = sorted({*range(last + 1)}.difference(others))
    return [lines[i] for i in (*left, *others, *range(last + 1, len(lines)))]


def _edge(x: float) -> int:
    return round(x / _SAME_EDGE)


def _is_beside(line: PdfLine, other: PdfLine) -> bool:
    return abs(line.y - other.y) < _SAME_ROW * line.size and abs(line.x - other.x) > line.size

"""The articles of the evidence page, their paragraphs cut at the sentences that the page highlights."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from summarizer.datamodel import Article, Block, BriefingContent

MAX_CHARACTERS = 100_000  # of an article; beyond them only paragraphs with a highlight are shown
MAX_PIECE = 10_000  # of a paragraph between two highlights, and of a highlight
_PARAGRAPH_COST = 40  # characters that a paragraph takes besides its text


@dataclass(slots=True)
class Highlight:
    """A span that the page points to, with the numbers of what points there: counted from 1.

    items
        Items taken from the span.
    also
        Items that the span also reports.
    dropped
        Sentences nearest to selection that stand there.
    """

    start: int
    end: int
    items: list[int] = field(default_factory=list)
    also: list[int] = field(default_factory=list)
    dropped: list[int] = field(default_factory=list)

    @property
    def kind(self) -> str:
        """The class of its mark; what is an item is shown as one, whatever else it is."""
        return "item" if self.items else "also" if self.also else "dropped"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a paragraph; `highlight` is None between highlights, `n_left_out` characters are not shown."""

    text: str
    highlight: Highlight | None = None
    n_left_out: int = 0


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A block as it is shown; `reason` says why it is no prose. One without pieces stands for `n_left_out` others."""

    reason: str | None
    pieces: tuple[Piece, ...]
    n_left_out: int = 0


def find_highlights(content: BriefingContent) -> dict[int, list[Highlight]]:
    """The highlights of each source, by its id, in the order of the text."""
    found: dict[tuple[int, int, int], Highlight] = {}

    def highlight_at(source: int, start: int, end: int) -> Highlight:
        return found.setdefault((source, start, end), Highlight(start, end))

    for number, item in enumerate(content.items, 1):
        highlight_at(item.source, item.start, item.end).items.append(number)
        for other in item.also_in:
            highlight_at(other.source, other.start, other.end).also.append(number)
    for number, dropped in enumerate(content.evidence.dropped if content.evidence else (), 1):
        highlight_at(dropped.source, dropped.start, dropped.end).dropped.append(number)
    by_source: dict[int, list[Highlight]] = {}
    for (source, _, _), highlight in sorted(found.items(), key=lambda entry: entry[0]):
        by_source.setdefault(source, []).append(highlight)
    return by_source


def cut_paragraphs(article: Article, highlights: Sequence[Highlight]) -> Iterator[Paragraph]:
    """Cut the article's blocks at its highlights; beyond MAX_CHARACTERS only blocks that have one are shown."""
    n_shown = n_left_out = 0
    for block in article.blocks:
        inside = [
            highlight for highlight in highlights if block.start <= highlight.start and highlight.end <= block.end
        ]
        if n_shown >= MAX_CHARACTERS and not inside:
            n_left_out += 1
            continue
        if n_left_out:
            yield Paragraph(None, (), n_left_out)
            n_left_out = 0
        pieces = tuple(_cut(article.text, block, inside))
        n_shown += _PARAGRAPH_COST + sum(len(piece.text) for piece in pieces)
        yield Paragraph(block.reason, pieces)
    if n_left_out:
        yield Paragraph(None, (), n_left_out)


def _cut(text: str, block: Block, highlights: Sequence[Highlight]) -> Iterator[Piece]:
    position = block.start
    for highlight in highlights:
        if highlight.start > position:
            yield _piece(text[position : highlight.start], None)
        yield _piece(text[highlight.start : highlight.end], highlight)
        position = highlight.end
    if position < block.end:
        yield _piece(text[position : block.end], None)


def _piece(text: str, highlight: Highlight | None) -> Piece:
    return Piece(text[:MAX_PIECE], highlight, max(0, len(text) - MAX_PIECE))

"""The articles of the evidence page: paragraphs cut where something is highlighted that the page points to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from summarizer.datamodel import Article, Block, BriefingContent

MAX_CHARACTERS = 100_000  # of an article; beyond them only paragraphs with a highlight are shown
MAX_PIECE = 10_000  # of a paragraph between two highlights, and of a highlight
_PARAGRAPH_COST = 40  # characters that a paragraph takes besides its text


@dataclass(slots=True)
class Highlight:
    """A span that the page points to: numbers of the items taken from it, and of those it also reports."""

    start: int
    end: int
    items: list[int] = field(default_factory=list)
    also: list[int] = field(default_factory=list)
    dropped: list[int] = field(default_factory=list)

    @property
    def kind(self) -> str:
        """What it is above all."""
        return "item" if self.items else "also" if self.also else "dropped"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a paragraph; `highlight` is None for what lies between, `n_left_out` characters are not shown."""

    text: str
    highlight: Highlight | None = None
    n_left_out: int = 0


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A block as it is shown; `reason` says why it is no prose. Without pieces: `n_left_out` paragraphs not shown."""

    reason: str | None
    pieces: tuple[Piece, ...]
    n_left_out: int = 0


def find_highlights(content: BriefingContent) -> dict[int, list[Highlight]]:
    """The highlights of each source, by its id, in the order of the text."""
    found: dict[tuple[int, int, int], Highlight] = {}

    def at(source: int, start: int, end: int) -> Highlight:
        return found.setdefault((source, start, end), Highlight(start, end))

    for number, item in enumerate(content.items, 1):
        at(item.source, item.start, item.end).items.append(number)
        for other in item.also_in:
            at(other.source, other.start, other.end).also.append(number)
    for number, dropped in enumerate(content.evidence.dropped if content.evidence else (), 1):
        at(dropped.source, dropped.start, dropped.end).dropped.append(number)
    by_source: dict[int, list[Highlight]] = {}
    for (source, _, _), highlight in sorted(found.items(), key=lambda each: each[0]):
        by_source.setdefault(source, []).append(highlight)
    return by_source


def cut_paragraphs(article: Article, highlights: Sequence[Highlight]) -> Iterator[Paragraph]:
    """The article's blocks cut at its highlights; of a very long article not all, but all that have one."""
    n_shown = n_left_out = 0
    for block in article.blocks:
        its = [highlight for highlight in highlights if block.start <= highlight.start and highlight.end <= block.end]
        if n_shown >= MAX_CHARACTERS and not its:
            n_left_out += 1
            continue
        if n_left_out:
            yield Paragraph(None, (), n_left_out)
            n_left_out = 0
        pieces = tuple(_cut(article.text, block, its))
        n_shown += _PARAGRAPH_COST + sum(len(piece.text) for piece in pieces)
        yield Paragraph(block.reason, pieces)
    if n_left_out:
        yield Paragraph(None, (), n_left_out)


def _cut(text: str, block: Block, highlights: Sequence[Highlight]) -> Iterator[Piece]:
    at = block.start
    for highlight in highlights:
        if highlight.start > at:
            yield _piece(text[at : highlight.start], None)
        yield _piece(text[highlight.start : highlight.end], highlight)
        at = highlight.end
    if at < block.end:
        yield _piece(text[at : block.end], None)


def _piece(text: str, highlight: Highlight | None) -> Piece:
    return Piece(text[:MAX_PIECE], highlight, max(0, len(text) - MAX_PIECE))

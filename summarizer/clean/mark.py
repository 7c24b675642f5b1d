"""The cleaner's steps in their order."""

from __future__ import annotations

from summarizer.clean.datelines import cut_head
from summarizer.clean.lines import Line, cut_lines
from summarizer.clean.naming import name_lines
from summarizer.clean.score import score_lines
from summarizer.clean.segment import segment
from summarizer.clean.title_line import find_headline
from summarizer.datamodel import Block

_MAX_AUTHOR = 200  # characters
_BYLINE_WORDS = 3  # beside the author's name, in a line that only gives it


def mark_blocks(text: str, *, title: str | None = None, author: str | None = None) -> list[Block]:
    """Divide a text into blocks, and say of each whether it is article prose or what else it is.

    Nothing is rewritten or deleted, so all offsets stay true. Hard-wrapped paragraphs are one block each.

    Parameters
    ----------
    title, author
        What is known already: the line that gives the title is its headline, one that gives the author a byline.

    Returns
    -------
    Blocks in the order of the text, none overlapping, that cover every non-blank character. `reason` is None for
    prose, "title" for the headline, "heading" inside the article, else what kind of furniture it is. Time is linear in
    the text.

    References
    ----------
    Segmenting pages instead of judging lines: Pasternack & Roth (2009), Extracting article text from the web with
    maximum subsequence segmentation, WWW.
    """
    lines = cut_lines(text)
    if not lines:
        return []
    score_lines(lines, title)
    reasons = name_lines(lines, segment(lines))
    _mark_author(lines, reasons, author)
    headline = find_headline(lines, reasons, title)
    if headline is not None:
        reasons[headline] = "title"
    blocks: list[Block] = []
    for line, reason in zip(lines, reasons, strict=True):
        blocks += cut_head(line) if reason is None else [Block(line.start, line.end, reason)]
    return blocks


def _mark_author(lines: list[Line], reasons: list[str | None], author: str | None) -> None:
    """Mark the lines that give no more than the author's name."""
    name = (author or "").casefold().strip()
    most = len(name.split()) + _BYLINE_WORDS
    for i, line in enumerate(lines if 0 < len(name) <= _MAX_AUTHOR else ()):
        if not line.ends_sentence and line.n_words <= most and name in line.text.casefold():
            reasons[i] = "byline"

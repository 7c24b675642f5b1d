"""The cleaner's steps in their order: a text becomes blocks, each prose or furniture of a named kind."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.clean.cleaning_weights import AUTHOR_LINE_WORDS, MAX_AUTHOR_CHARACTERS
from summarizer.clean.find_article import segment_page
from summarizer.clean.furniture_kinds import give_reasons
from summarizer.clean.line_kinds import tell_form
from summarizer.clean.line_scores import score_lines
from summarizer.clean.line_words import forgive_topical_words, read_line
from summarizer.clean.lines import Line, cut_lines, marked_lines
from summarizer.clean.paragraph_heads import cut_head
from summarizer.clean.title_line import find_title_line
from summarizer.datamodel import Block


def mark_blocks(
    text: str, *, title: str | None = None, author: str | None = None, markup: Sequence[Block] = ()
) -> list[Block]:
    """Divide a text into blocks, and say of each whether it is article prose or what else it is.

    Nothing is rewritten or deleted, so all offsets stay true. Hard-wrapped paragraphs are one block each.

    Parameters
    ----------
    title, author
        What is known already: the line that gives the title is marked so, one that gives the author as a byline.
    markup
        What the file's markup says of the lines, as in `Document.markup`.

    Returns
    -------
    Blocks in the order of the text, none overlapping, that cover every non-blank character. `reason` is None for
    prose, "title" for the article's title, "heading" inside the article, else what kind of furniture it is. Time is
    linear in the text.

    References
    ----------
    Segmenting pages instead of judging lines: Pasternack & Roth (2009), Extracting article text from the web with
    maximum subsequence segmentation, WWW.
    """
    lines = marked_lines(text, markup) if markup else cut_lines(text)
    if not lines:
        return []
    read_lines(lines, title)
    score_lines(lines)
    reasons = give_reasons(lines, segment_page(lines))
    _mark_author(lines, reasons, author)
    _mark_title(lines, reasons, title)
    return _cut_blocks(lines, reasons)


def read_lines(lines: Sequence[Line], title: str | None = None) -> None:
    """Fill in all that the text of each line tells of it: its words, the furniture words among them, its form."""
    for line in lines:
        read_line(line)
    forgive_topical_words(lines, title)
    for line in lines:
        tell_form(line)


def _mark_author(lines: Sequence[Line], reasons: list[str | None], author: str | None) -> None:
    """Mark the lines that give no more than the author's name."""
    name = (author or "").casefold().strip()
    if not 0 < len(name) <= MAX_AUTHOR_CHARACTERS:
        return
    max_words = len(name.split()) + AUTHOR_LINE_WORDS
    for i, line in enumerate(lines):
        if not line.ends_sentence and line.n_words <= max_words and name in line.text.casefold():
            reasons[i] = "byline"


def _mark_title(lines: Sequence[Line], reasons: list[str | None], title: str | None) -> None:
    """Mark the line that gives the article's title, if there is one."""
    i = find_title_line(lines, reasons, title)
    if i is not None:
        reasons[i] = "title"


def _cut_blocks(lines: Sequence[Line], reasons: Sequence[str | None]) -> list[Block]:
    """A block for each line; what is glued to the head of a paragraph of prose is a block of its own."""
    blocks: list[Block] = []
    for line, reason in zip(lines, reasons, strict=True):
        blocks += cut_head(line) if reason is None else [Block(line.start, line.end, reason)]
    return blocks

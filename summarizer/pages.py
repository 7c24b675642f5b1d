"""Documents to sentences: what is article, what the page around it says of it, and where its sentences are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

import numpy as np
import numpy.typing as npt

from summarizer.arrays import Flags, Ids, Rows
from summarizer.clean import mark_blocks
from summarizer.datamodel import Block, Document
from summarizer.describe import describe
from summarizer.languages import detect_language
from summarizer.sentences import Sentences, plain_text
from summarizer.split import split_spans
from summarizer.tokens import Words, find_words, join_words
from summarizer.wording import count_words, judge_form, opens_with_quotation
from summarizer.workers import Workers

_LATEST = "9999"  # sorts behind every date


@dataclass(frozen=True, slots=True)
class Page:
    """A document with its text divided into blocks; `source` is its id in the briefing."""

    source: int
    document: Document
    blocks: tuple[Block, ...]

    @property
    def date(self) -> str | None:
        """ISO 8601, to the second where the time is known."""
        return str(self.document.date) if self.document.date else None

    def prose(self) -> Iterator[Block]:
        """The blocks that are the article's own sentences."""
        return (block for block in self.blocks if block.reason is None)


@dataclass(frozen=True, slots=True)
class _Prose:
    """The sentences of some pages, one entry each, and their words; `n_sentences` are by page."""

    starts: Rows
    ends: Rows
    n_words: Ids
    fitness: npt.NDArray[np.int8]
    is_quotation: Flags
    n_sentences: Rows
    words: Words


def clean_documents(documents: Sequence[Document], workers: Workers) -> list[Page]:
    """The documents with their furniture marked and their metadata filled in: by date, undated last, then by path.

    From here on this order decides ties, so that the order in which files are named does not.
    """
    cleaned = (page for pages in workers.map(_clean_chunk, documents, "Cleaning") for page in pages)
    pages = [
        Page(number, _with_text(document.text, page.document), page.blocks)
        for number, (document, page) in enumerate(zip(documents, cleaned, strict=True), start=1)
    ]
    return sorted(pages, key=lambda page: (page.date or _LATEST, page.document.path or "", page.source))


def split_pages(pages: Sequence[Page], language: str, workers: Workers) -> tuple[Sentences, Words]:
    """The sentences of all pages, page by page, and their words."""
    split = partial(_split_chunk, language=language)
    parts = list(workers.map(split, pages, "Splitting")) or [split([])]
    sentences = Sentences(
        texts=[page.document.text for page in pages],
        starts=np.concatenate([part.starts for part in parts]),
        ends=np.concatenate([part.ends for part in parts]),
        bounds=np.concatenate([[0], *(part.n_sentences for part in parts)]).cumsum(),
        n_words=np.concatenate([part.n_words for part in parts]),
        fitness=np.concatenate([part.fitness for part in parts]),
        is_quotation=np.concatenate([part.is_quotation for part in parts]),
    )
    return sentences, join_words([part.words for part in parts])


def topic_language(pages: Sequence[Page]) -> str:
    """The ISO 639-1 code of the language that the pages' prose is in, `und` where it cannot be told."""
    return detect_language(page.document.text[block.start : block.end] for page in pages for block in page.prose())


def _clean_chunk(documents: Sequence[Document]) -> list[Page]:
    return [_clean(document) for document in documents]


def _clean(document: Document) -> Page:
    blocks = tuple(mark_blocks(document.text, title=document.title, author=document.author))
    return Page(0, describe(document, blocks), blocks)


def _with_text(text: str, document: Document) -> Document:
    """The document with `text` itself: what came back from another process is a copy, and is let go."""
    return document if document.text is text else replace(document, text=text)


def _split_chunk(pages: Sequence[Page], language: str) -> _Prose:
    spans = [list(_spans(page, language)) for page in pages]
    texts = [
        plain_text(page.document.text, start, end) for page, its in zip(pages, spans, strict=True) for start, end in its
    ]
    n_words = list(map(count_words, texts))
    return _Prose(
        starts=np.array([start for its in spans for start, _ in its], np.int64),
        ends=np.array([end for its in spans for _, end in its], np.int64),
        n_words=np.array(n_words, np.int32),
        fitness=np.array(list(map(judge_form, texts, n_words)), np.int8),
        is_quotation=np.array(list(map(opens_with_quotation, texts)), dtype=bool),
        n_sentences=np.array(list(map(len, spans)), np.int64),
        words=find_words(texts),
    )


def _spans(page: Page, language: str) -> Iterator[tuple[int, int]]:
    """The sentences of a page that have a letter or a digit."""
    text = page.document.text
    for block in page.prose():
        for start, end in split_spans(text, block.start, block.end, language):
            if text[start].isalnum() or any(map(str.isalnum, text[start:end])):
                yield start, end

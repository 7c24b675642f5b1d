"""The cleaned documents of a topic: their text divided into blocks, what their pages say of themselves filled in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from operator import attrgetter

from summarizer.clean.mark_blocks import mark_blocks
from summarizer.clean.page_metadata import add_metadata
from summarizer.datamodel import Block, Document, Skipped
from summarizer.errors import InputError
from summarizer.language.detect import detect_language
from summarizer.workers import Workers

NO_ARTICLE = "no article in it, only what surrounds one"
_LATEST = "9999"  # sorts behind every date


@dataclass(frozen=True, slots=True)
class MarkedDocument:
    """A document with its text divided into blocks; `source` is its id in the briefing, counted from 1."""

    source: int
    document: Document
    blocks: tuple[Block, ...]

    def prose(self) -> Iterator[Block]:
        """The blocks that are the article's own sentences."""
        return (block for block in self.blocks if block.reason is None)


def clean_documents(documents: Sequence[Document], workers: Workers) -> list[MarkedDocument]:
    """Mark the furniture of the documents, and fill in what their pages say of themselves.

    They come back sorted by date, undated ones last, then by path. From here on this order decides ties, so that the
    order in which files are named does not.
    """
    chunks = workers.map(_mark_documents, documents, "Cleaning")
    pairs = zip(documents, chain.from_iterable(chunks), strict=True)
    marked_documents = [
        MarkedDocument(source, _with_text(document.text, marked.document), marked.blocks)
        for source, (document, marked) in enumerate(pairs, start=1)
    ]
    return sorted(
        marked_documents,
        key=lambda marked: (marked.document.date or _LATEST, marked.document.path or "", marked.source),
    )


def skip_without_prose(
    documents: Sequence[MarkedDocument], n_sentences: Sequence[int], *, strict: bool
) -> list[Skipped]:
    """The documents that hold no article, in the order of their ids.

    Raises
    ------
    InputError
        Under `strict`, there is one.
    """
    pairs = zip(documents, n_sentences, strict=True)
    empty = sorted((marked for marked, n in pairs if not n), key=attrgetter("source"))
    if strict and empty:
        raise InputError(empty[0].document.path or f"document {empty[0].source}", NO_ARTICLE)
    return [Skipped(marked.document.path, NO_ARTICLE) for marked in empty]


def topic_language(marked_documents: Sequence[MarkedDocument]) -> str:
    """The ISO 639-1 code of the language that the documents' prose is in, `und` where it cannot be told."""
    return detect_language(
        marked.document.text[block.start : block.end] for marked in marked_documents for block in marked.prose()
    )


def _mark_documents(documents: Sequence[Document]) -> list[MarkedDocument]:
    return [_mark_document(document) for document in documents]


def _mark_document(document: Document) -> MarkedDocument:
    blocks = tuple(mark_blocks(document.text, title=document.title, author=document.author, markup=document.markup))
    return MarkedDocument(0, add_metadata(document, blocks), blocks)  # its number is known where all documents are


def _with_text(text: str, document: Document) -> Document:
    """Give a document that came back from another process its `text` again, so that no second copy of it is kept."""
    return document if document.text is text else replace(document, text=text)

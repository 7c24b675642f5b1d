"""Documents with their text divided into blocks, and with what their pages say of themselves."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from summarizer.clean.mark import mark_blocks
from summarizer.clean.page_metadata import describe
from summarizer.datamodel import Block, Document
from summarizer.language.detect import detect_language
from summarizer.workers import Workers

_LATEST = "9999"  # sorts behind every date


@dataclass(frozen=True, slots=True)
class MarkedDocument:
    """A document with its text divided into blocks; `source` is its id in the briefing."""

    source: int
    document: Document
    blocks: tuple[Block, ...]

    def prose(self) -> Iterator[Block]:
        """The blocks that are the article's own sentences."""
        return (block for block in self.blocks if block.reason is None)


def clean_documents(documents: Sequence[Document], workers: Workers) -> list[MarkedDocument]:
    """The documents with their furniture marked and their metadata filled in: by date, undated last, then by path.

    From here on this order decides ties, so that the order in which files are named does not.
    """
    cleaned = (page for pages in workers.map(_clean_chunk, documents, "Cleaning") for page in pages)
    pages = [
        MarkedDocument(number, _with_text(document.text, page.document), page.blocks)
        for number, (document, page) in enumerate(zip(documents, cleaned, strict=True), start=1)
    ]
    return sorted(pages, key=lambda page: (page.document.date or _LATEST, page.document.path or "", page.source))


def topic_language(pages: Sequence[MarkedDocument]) -> str:
    """The ISO 639-1 code of the language that the pages' prose is in, `und` where it cannot be told."""
    return detect_language(page.document.text[block.start : block.end] for page in pages for block in page.prose())


def _clean_chunk(documents: Sequence[Document]) -> list[MarkedDocument]:
    return [_clean(document) for document in documents]


def _clean(document: Document) -> MarkedDocument:
    blocks = tuple(mark_blocks(document.text, title=document.title, author=document.author))
    return MarkedDocument(0, describe(document, blocks), blocks)


def _with_text(text: str, document: Document) -> Document:
    """The document with `text` itself: what came back from another process is a copy, and is let go."""
    return document if document.text is text else replace(document, text=text)

"""Documents to sentences: what is article, what the page around it says of it, and where its sentences are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from summarizer.clean import mark_blocks
from summarizer.datamodel import Block, Document, Sentence
from summarizer.describe import describe
from summarizer.languages import detect_language
from summarizer.progress import Progress, track
from summarizer.split import split_spans

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


def clean_documents(documents: Sequence[Document], progress: Progress) -> list[Page]:
    """The documents with their furniture marked and their metadata filled in: by date, undated last, then by path.

    From here on this order decides ties, so that the order in which files are named does not.
    """
    pages = [
        _clean(number, document) for number, document in enumerate(track(documents, "Cleaning", progress), start=1)
    ]
    return sorted(pages, key=lambda page: (page.date or _LATEST, page.document.path or "", page.source))


def split_pages(pages: Sequence[Page], language: str, progress: Progress) -> list[Sentence]:
    """The sentences of all pages, page by page."""
    return [
        sentence
        for number, page in enumerate(track(pages, "Splitting", progress))
        for sentence in _split(number, page, language)
    ]


def count_sentences(sentences: Sequence[Sentence], n_pages: int) -> list[int]:
    """How many sentences each page has."""
    counts = Counter(sentence.document for sentence in sentences)
    return [counts[number] for number in range(n_pages)]


def topic_language(pages: Sequence[Page]) -> str:
    """The ISO 639-1 code of the language that the pages' prose is in, `und` where it cannot be told."""
    return detect_language(page.document.text[block.start : block.end] for page in pages for block in page.prose())


def _clean(source: int, document: Document) -> Page:
    blocks = tuple(mark_blocks(document.text, title=document.title, author=document.author))
    return Page(source, describe(document, blocks), blocks)


def _split(number: int, page: Page, language: str) -> Iterator[Sentence]:
    text, position = page.document.text, 0
    for block in page.prose():
        for start, end in split_spans(text, block.start, block.end, language):
            if text[start].isalnum() or any(map(str.isalnum, text[start:end])):
                yield Sentence(number, position, start, end, _in_one_line(text[start:end]))
                position += 1


def _in_one_line(text: str) -> str:
    """The text with single spaces for its white space; what is printable has no other than spaces."""
    return text if text.isprintable() and "  " not in text else " ".join(text.split())

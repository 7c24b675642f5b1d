"""PDF files: the text of their pages, without running heads, page numbers and the line breaks of the layout."""

from __future__ import annotations

import logging
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import Any

from summarizer.datamodel import Document
from summarizer.errors import InputError, LimitError, MissingExtraError
from summarizer.language.scripts import SENTENCE_ENDS
from summarizer.read.formats.named_fields import document_from_fields
from summarizer.read.raw_files import RawFile

_EDGE_LINES = 3  # lines at the top and at the bottom of a page that may be a running head or foot
_RUNNING_SHARE = 0.5  # of the pages that a line must be on to be a running head or foot
_MIN_PAGES = 3  # that a line must be on in any case: on fewer, it may be chance
_FULL_RATIO = 0.75  # of the median length: a shorter line that ends with a sentence ends its paragraph
_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"\W*(?:(?:page|seite|página|pagina|стр)\b\W*)?\d{1,4}(?:\s?(?:/|of|von|de|sur)\s?\d{1,4})?\W*", re.IGNORECASE
)
_MAX_PAGE_NUMBER = 30  # characters
_CLOSERS = "\"'”’»›)]"
_HYPHENATED = re.compile(r"[^\W\d_]{2}[-\u00ad\u2010]$")

logging.getLogger("pypdf").addHandler(logging.NullHandler())  # without it, what pypdf logs shows on the terminal


def read_pdf(raw: RawFile) -> list[Document]:
    """Read the pages as one document, a line per paragraph.

    Raises
    ------
    InputError
        The file is damaged or encrypted, or its pages are pictures.
    LimitError
        It has too many pages.
    MissingExtraError
        pypdf is not installed.
    """
    try:
        from pypdf import PdfReader
    except ImportError as error:
        raise MissingExtraError("a PDF file", "pypdf", "pdf") from error

    pdf = PdfReader(BytesIO(raw.data))
    if pdf.is_encrypted and not pdf.decrypt(""):
        raise InputError(raw.path, "encrypted: it asks for a password")
    if len(pdf.pages) > raw.limits.pages:
        raise LimitError(raw.path, f"has more than {raw.limits.pages:,} pages", "pages")
    pages = [[line.strip() for line in (page.extract_text() or "").splitlines()] for page in pdf.pages]
    text = "\n\n".join(_paragraphs(_without_running_lines(pages)))
    if not text:
        raise InputError(
            raw.path, "no text in it: its pages are pictures, as a scanner makes them; recognize the text first"
        )
    return [document_from_fields(_fields(pdf.metadata), text, raw.path)]


def _without_running_lines(pages: Sequence[Sequence[str]]) -> list[list[str]]:
    """Drop page numbers, and lines that stand at the edge of most pages and differ in nothing but their numbers."""
    edges = [{_key(line) for line in (*_top(page), *_bottom(page))} for page in pages]
    n_pages = Counter(key for keys in edges for key in keys)
    min_pages = max(_MIN_PAGES, _RUNNING_SHARE * len(pages))
    running = {key for key, n in n_pages.items() if n >= min_pages}
    kept = []
    for page in pages:
        lines = [line for line in page if line]
        first, last = len(_top(page)), len(lines) - len(_bottom(page))
        kept.append(
            [
                line
                for i, line in enumerate(lines)
                if first <= i < last or not (_key(line) in running or _is_page_number(line))
            ]
        )
    return kept


def _top(page: Sequence[str]) -> list[str]:
    return [line for line in page if line][:_EDGE_LINES]


def _bottom(page: Sequence[str]) -> list[str]:
    return [line for line in page if line][_EDGE_LINES:][-_EDGE_LINES:]


def _is_page_number(line: str) -> bool:
    return len(line) <= _MAX_PAGE_NUMBER and _PAGE_NUMBER.fullmatch(line) is not None


def _key(line: str) -> str:
    return _DIGITS.sub("0", line)


def _paragraphs(pages: Sequence[Sequence[str]]) -> Iterator[str]:
    """Join lines to paragraphs, and the words that are divided at line ends."""
    lines = [line for page in pages for line in page]
    full_line = _FULL_RATIO * sorted(map(len, lines))[len(lines) // 2] if lines else 0.0
    paragraph: list[str] = []
    for line in lines:
        if paragraph and _HYPHENATED.search(paragraph[-1][-3:]) and line[0].isalpha():
            if line[0].islower():
                paragraph[-1] = paragraph[-1][:-1]
            paragraph.append(line)  # "Anglo-" before a capital is a compound
        else:
            paragraph += [" ", line] if paragraph else [line]
        if len(line) < full_line and line.rstrip(_CLOSERS)[-1:] in SENTENCE_ENDS:
            yield "".join(paragraph)
            paragraph = []
    if paragraph:
        yield "".join(paragraph)


def _fields(metadata: Any) -> dict[str, str]:
    """Take the metadata that is text; a broken value is left out.

    A PDF says when the file was made, which may be years after the article: its date is unknown.
    """
    fields = {}
    for key, name in (("/Title", "title"), ("/Author", "author")):
        value = metadata.get(key) if metadata else None
        if isinstance(value, str):
            fields[name] = value
    return fields

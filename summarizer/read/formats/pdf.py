"""PDF files: the text of their pages without running heads, page numbers and the line breaks of the layout."""

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
from summarizer.read.raw_files import Raw

_EDGE_LINES = 3  # lines at the top and at the bottom of a page that may be a running head or foot
_RUNNING_SHARE = 0.5  # of the pages on which a line must stand to be one
_MIN_PAGES = 3  # with fewer, nothing runs
_FULL_RATIO = 0.75  # of the usual length: a shorter line that closes a sentence ends its paragraph
_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"\W*(?:(?:page|seite|página|pagina|стр)\b\W*)?\d{1,4}(?:\s?(?:/|of|von|de|sur)\s?\d{1,4})?\W*", re.IGNORECASE
)
_MAX_PAGE_NUMBER = 30  # characters
_CLOSERS = "\"'”’»›)]"
_HYPHENATED = re.compile(r"[^\W\d_]{2}[-\u00ad\u2010]$")
_ZONE = re.compile(r"D?:?(\d{4})(\d\d)(\d\d)")  # as PDF writes dates: D:20250303101500+01'00'

logging.getLogger("pypdf").addHandler(logging.NullHandler())  # what it says of a file would end on the terminal


def read_pdf(raw: Raw) -> list[Document]:
    """One document, a paragraph a line.

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
    text = "\n\n".join(_paragraphs(_without_running(pages)))
    if not text:
        raise InputError(
            raw.path, "no text in it: its pages are pictures, as a scanner makes them; recognize the text first"
        )
    return [document_from_fields(_fields(pdf.metadata), text, raw.path)]


def _without_running(pages: Sequence[Sequence[str]]) -> list[list[str]]:
    """The lines of each page without what stands at the edge of most pages, whatever the number in it."""
    edges = [{_key(line) for line in (*_top(page), *_bottom(page))} for page in pages]
    n_pages = Counter(key for keys in edges for key in keys)
    least = max(_MIN_PAGES, _RUNNING_SHARE * len(pages))
    running = {key for key, n in n_pages.items() if n >= least}
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
    """The lines joined: a short one that closes a sentence ends a paragraph; words divided at line ends are whole."""
    lines = [line for page in pages for line in page]
    full = _FULL_RATIO * sorted(map(len, lines))[len(lines) // 2] if lines else 0.0
    paragraph: list[str] = []
    for line in lines:
        if paragraph and line[0].islower() and _HYPHENATED.search(paragraph[-1][-3:]):
            paragraph[-1] = paragraph[-1][:-1]
            paragraph.append(line)
        else:
            paragraph += [" ", line] if paragraph else [line]
        if len(line) < full and line.rstrip(_CLOSERS)[-1:] in SENTENCE_ENDS:
            yield "".join(paragraph)
            paragraph = []
    if paragraph:
        yield "".join(paragraph)


def _fields(metadata: Any) -> dict[str, str]:
    """The metadata as text; what is broken there costs itself only."""
    fields = {}
    for key, name in (("/Title", "title"), ("/Author", "author"), ("/CreationDate", "date")):
        value = metadata.get(key) if metadata else None
        if isinstance(value, str):
            fields[name] = _ZONE.sub(r"\1-\2-\3 ", value, count=1) if name == "date" else value
    return fields

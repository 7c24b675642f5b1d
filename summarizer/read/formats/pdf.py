"""PDF files: the text of their pages, without running heads, page numbers and the line breaks of the layout."""

from __future__ import annotations

import logging
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from io import BytesIO
from itertools import pairwise, zip_longest
from typing import Any

from summarizer.datamodel import Document
from summarizer.errors import InputError, LimitError, MissingExtraError
from summarizer.language.scripts import SENTENCE_ENDS
from summarizer.read.formats.named_fields import document_from_fields
from summarizer.read.formats.pdf_lines import PdfLine, read_lines_of
from summarizer.read.raw_files import RawFile

_EDGE_LINES = 3  # lines at the top and at the bottom of a page that may be a running head or foot
_RUNNING_SHARE = 0.5  # of the pages that a line must be on to be a running head or foot
_MIN_PAGES = 3  # that a line must be on in any case: on fewer, it may be chance
_FULL_RATIO = 0.75  # of the median length: a shorter line that ends with a sentence ends its paragraph
_OTHER_SIZE = 1.15  # times the letters of the next line: a headline, or its end
_WIDE_STEP = 1.4  # times the usual distance of lines: a gap between paragraphs
_NO_TITLE = re.compile(r"\W*(?:untitled|anonymous|unspecified|unknown)\W*|Microsoft \w+ - .*", re.IGNORECASE)
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
    pages = [read_lines_of(page, number) for number, page in enumerate(pdf.pages)]
    text = "\n\n".join(_paragraphs(_without_running_lines(pages)))
    if not text:
        raise InputError(
            raw.path, "no text in it: its pages are pictures, as a scanner makes them; recognize the text first"
        )
    return [document_from_fields(_fields(pdf.metadata), text, raw.path)]


def _without_running_lines(pages: Sequence[Sequence[PdfLine]]) -> list[PdfLine]:
    """Drop page numbers at the edge of a page, and lines that differ in nothing but their numbers and stand at the edge
    of most pages, or at one place on all of them.
    """
    edges = [_edge_lines(page) for page in pages]
    n_pages = Counter(key for page in edges for key in {_key(line) for line in page})
    places = Counter(place for page in pages for place in {_place(line) for line in page})
    min_pages = max(_MIN_PAGES, _RUNNING_SHARE * len(pages))

    def is_running(line: PdfLine) -> bool:
        return n_pages[_key(line)] >= min_pages or 1 < places[_place(line)] == len(pages)

    return [
        line
        for page, edge in zip(pages, map(set, edges), strict=True)
        for line in page
        if not (line in edge and (is_running(line) or _is_page_number(line.text)))
    ]


def _edge_lines(page: Sequence[PdfLine]) -> list[PdfLine]:
    """The lines that come first and last in the file or stand highest and lowest on the page."""
    by_height = sorted(page, key=lambda line: -line.y)
    return [line for lines in (page, by_height) for line in (*lines[:_EDGE_LINES], *lines[_EDGE_LINES:][-_EDGE_LINES:])]


def _place(line: PdfLine) -> tuple[str, int, int]:
    return _key(line), round(line.x), round(line.y)


def _is_page_number(line: str) -> bool:
    return len(line) <= _MAX_PAGE_NUMBER and _PAGE_NUMBER.fullmatch(line) is not None


def _key(line: PdfLine) -> str:
    return _DIGITS.sub("0", line.text)


def _paragraphs(lines: Sequence[PdfLine]) -> Iterator[str]:
    """Join lines to paragraphs, and the words that are divided at line ends."""
    lengths = sorted(len(line.text) for line in lines)
    full_line = _FULL_RATIO * lengths[len(lines) // 2] if lines else 0.0
    steps = sorted(step for line, following in pairwise(lines) if (step := _step(line, following)) > 0)
    usual_step = steps[len(steps) // 2] if steps else 0.0
    paragraph: list[str] = []
    for line, following in zip_longest(lines, lines[1:]):
        text = line.text
        if paragraph and _HYPHENATED.search(paragraph[-1][-3:]) and text[0].isalpha():
            if text[0].islower():
                paragraph[-1] = paragraph[-1][:-1]
            paragraph.append(text)  # "Anglo-" before a capital is a compound
        else:
            paragraph += [" ", text] if paragraph else [text]
        is_short_end = len(text) < full_line and text.rstrip(_CLOSERS)[-1:] in SENTENCE_ENDS
        if following is None or is_short_end or _is_parted(line, following, usual_step):
            yield "".join(paragraph)
            paragraph = []


def _step(line: PdfLine, following: PdfLine) -> float:
    return line.y - following.y if line.page == following.page else 0.0


def _is_parted(line: PdfLine, following: PdfLine, usual_step: float) -> bool:
    """Tell whether a line ends its paragraph in any case, as the next one is of another size or far below it."""
    is_larger = line.size > _OTHER_SIZE * following.size or following.size > _OTHER_SIZE * line.size
    is_far = line.page == following.page and _step(line, following) > _WIDE_STEP * usual_step > 0
    return is_larger or is_far


def _fields(metadata: Any) -> dict[str, str]:
    """Take the metadata that is text; what is broken, or a program's word for what is unknown, is left out.

    A PDF says when the file was made, which may be years after the article: its date is unknown.
    """
    fields = {}
    for key, name in (("/Title", "title"), ("/Author", "author")):
        value = metadata.get(key) if metadata else None
        if isinstance(value, str) and not _NO_TITLE.fullmatch(value):
            fields[name] = value
    return fields

"""Saved web pages: trafilatura finds the article, and the metadata of the page."""

from __future__ import annotations

import logging

from summarizer.datamodel import Document, Skipped
from summarizer.errors import InputError
from summarizer.read.encodings import declared_encoding, decode_text
from summarizer.read.formats.cut_pages import find_cut
from summarizer.read.formats.named_fields import without_publisher
from summarizer.read.formats.safe_trees import parse_html
from summarizer.read.raw_files import RawFile
from summarizer.read.unpack_allowance import check_markup_size

_BYTES_PER_TAG = 128  # of a page, on average: it is copied several times while the article is sought
_NO_ARTICLE = "no article was found on the page"
# The extensive search takes any year on the page for the article's date, that of a copyright line too.
_DATE_SEARCH = {"extensive_search": False, "original_date": True}

# Without a handler, what these libraries log about a page (an odd tag, a missing date) shows on the user's terminal.
for _name in ("trafilatura", "htmldate", "courlan", "justext"):
    logging.getLogger(_name).addHandler(logging.NullHandler())


def read_html(raw: RawFile) -> list[Document | Skipped]:
    """Read the article of a page as one document, a line per paragraph.

    Raises
    ------
    InputError
        No article was found on the page, or it is nested too deep.
    LimitError
        It is too large.
    """
    import trafilatura

    check_markup_size(len(raw.data), raw.path, raw.limits)
    markup = decode_text(raw.data, raw.path, raw.charset or declared_encoding(raw.data))
    tree = parse_html(markup, trafilatura.load_html, raw.path, raw.limits, _BYTES_PER_TAG)
    if tree is None:
        raise InputError(raw.path, _NO_ARTICLE)
    page = trafilatura.bare_extraction(
        tree,
        url=raw.url,
        include_comments=False,
        include_tables=False,
        with_metadata=True,
        date_extraction_params=_DATE_SEARCH,
    )
    if page is None or isinstance(page, dict) or not (page.text or "").strip():
        raise InputError(raw.path, _NO_ARTICLE)
    publisher = page.sitename or page.hostname
    return [
        Document(
            text=page.text,
            title=without_publisher(page.title, publisher),
            publisher=publisher,
            date=page.date,
            url=page.url or raw.url,
            author=page.author,
            path=raw.path,
        ),
        *find_cut(markup, raw.path),
    ]

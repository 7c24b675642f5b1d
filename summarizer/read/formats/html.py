"""Saved web pages: trafilatura finds the article, and the metadata of the page."""

from __future__ import annotations

import logging
import re
from typing import Any

from summarizer.datamodel import Block, Document, Skipped
from summarizer.errors import InputError
from summarizer.read.encodings import declared_encoding, decode_text
from summarizer.read.formats.cut_pages import find_cut
from summarizer.read.formats.html_metadata import read_metadata
from summarizer.read.formats.marked_text import text_of_article
from summarizer.read.formats.page_tree import find_paragraphs, prepare_tree
from summarizer.read.formats.safe_trees import parse_html
from summarizer.read.raw_files import RawFile
from summarizer.read.unpack_allowance import check_markup_size

_BYTES_PER_TAG = 128  # of a page, on average: it is copied several times while the article is sought
_MIN_PARAGRAPH = 80  # characters of what is surely prose
_MIN_FOUND = 0.4  # of the page's paragraphs, 0..1
_NO_CHARACTERS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_DOCTYPE = re.compile(r"\A\s*<!doctype[^<>]*>", re.IGNORECASE)  # libxml2 may take the page for something else by it
_CLOSED_ROOT = re.compile(r"(\A[^<]{0,200}<html\b[^<>]{0,500})/>", re.IGNORECASE)  # what follows would be lost
_OPENING = 50  # characters
_NO_ARTICLE = "no article was found on the page"

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
    check_markup_size(len(raw.data), raw.path, raw.limits)
    source = decode_text(raw.data, raw.path, raw.charset or declared_encoding(raw.data))
    tree = parse_html(source, _parse_page, raw.path, raw.limits, _BYTES_PER_TAG)
    if tree is None:
        raise InputError(raw.path, _NO_ARTICLE)
    # What a page says of itself may be hidden on it, so it is asked first.
    page = read_metadata(tree, raw.url)
    prepare_tree(tree)
    text, markup = _find_article(tree, raw.url)
    if not text:
        raise InputError(raw.path, _NO_ARTICLE)
    return [
        Document(
            text=text,
            title=page.title,
            publisher=page.publisher,
            date=page.date,
            url=page.url,
            author=page.author,
            path=raw.path,
            markup=markup,
        ),
        *find_cut(source, raw.path),
    ]


def _parse_page(source: str) -> Any:
    """Parse a page to its tree; None for what is none.

    With a parser of its own: one that is shared is locked while it parses, and so lost with a page that hangs in it.
    """
    import lxml.html
    from lxml.etree import ParserError

    parser = lxml.html.HTMLParser(
        collect_ids=False, default_doctype=False, encoding="utf-8", remove_comments=True, remove_pis=True
    )
    mended = _CLOSED_ROOT.sub(r"\1>", _DOCTYPE.sub("", _NO_CHARACTERS.sub("", source), count=1), count=1)
    try:
        tree = lxml.html.fromstring(mended.encode("utf-8", "surrogatepass"), parser=parser)
    except ParserError:  # nothing but comments
        return None
    is_page = len(tree) > 1 or "<html" in source[:_OPENING].lower()
    return tree if is_page else None


def _find_article(tree: Any, url: str | None) -> tuple[str, tuple[Block, ...]]:
    """The text of the page's article and its markup, "" where none is found.

    Taking all that may belong to it loses least: lists, questions and answers. Where even that leaves out most of the
    page's paragraphs, it may have taken a side box for the article; then the choice among several extractors is worth
    its time.
    """
    text, markup = _extract(tree, url, favor_recall=True)
    if len(markup) == 1 and (paragraphs := find_paragraphs(tree)) is not None:
        return text_of_article(paragraphs)  # the page is so short that all of it was run together
    n_characters = sum(length for part in tree.iter("p") if (length := len(part.text_content())) >= _MIN_PARAGRAPH)
    if len(text) >= _MIN_FOUND * n_characters:
        return text, markup
    return max((text, markup), _extract(tree, url, favor_recall=False), key=lambda found: len(found[0]))


def _extract(tree: Any, url: str | None, *, favor_recall: bool) -> tuple[str, tuple[Block, ...]]:
    import trafilatura

    article = trafilatura.bare_extraction(tree, url=url, include_comments=False, favor_recall=favor_recall)
    return ("", ()) if article is None or isinstance(article, dict) else text_of_article(article.body)

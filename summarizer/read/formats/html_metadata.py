"""Read what a saved page says of its article: title, date, author, publisher, address, in a stated order of belief.

The head of a page is written by machines for search engines, so a name or a date there is exact, but it may be that of
the site or of the last change. What stands by the title is written for readers.
"""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from summarizer.locations import is_web_address
from summarizer.read.formats.json_ld import Node, find_article_node, names_in
from summarizer.read.formats.meta_elements import Meta, contents_of, read_meta
from summarizer.read.formats.named_fields import without_publisher
from summarizer.read.formats.page_authors import find_authors
from summarizer.read.formats.page_dates import find_published
from summarizer.read.formats.title_heading import find_surroundings, find_title_heading, text_of

# Its date is not used: trafilatura takes the day of a change for that of the publication. This is its shortest search.
_DATE_SEARCH = {"extensive_search": False}

_SITE_NAME = re.compile(r"(?<!\s)\s{1,9}[|·•»—–:/-]{1,9}\s{1,9}")  # before or after it
_QUOTES = re.compile(r"^[\s\"'«»“”|-]+|[\s\"'«»“”|-]+$")
_ARCHIVED = re.compile(r"/\d{4,14}[a-z_]*/(https?:/{1,2}[^/].*)")  # as most archives of the web write it
_MIN_WORDS = 3  # of a title, which tell it from the name of a section or a site


@dataclass(frozen=True)
class PageMetadata:
    """The metadata of an article: texts on one line, the date as an ISO 8601 day; None is unknown."""

    title: str | None
    publisher: str | None
    date: str | None
    url: str | None
    author: str | None


def read_metadata(root: Any, url: str | None) -> PageMetadata:
    """Read what the page says of its article; `url` is the address it was fetched from, None if unknown.

    Ask before anything is dropped from the tree: what a page says of itself may be hidden on it.
    """
    import trafilatura

    page = trafilatura.extract_metadata(root, url, _DATE_SEARCH, extensive=False)
    node = find_article_node(root, page.url or url)
    url = page.url or url or _address_in(node)
    meta = read_meta(root)
    names = _shared_titles(meta, node)
    heading = find_title_heading(root, names, _parts_of_title(root))
    title = text_of(heading) if heading is not None else next(iter(names), page.title)
    surroundings = [] if heading is None else find_surroundings(heading)
    publisher = _find_publisher(meta, node, title, page.sitename, url)
    return PageMetadata(
        title=without_publisher(title, publisher),
        publisher=publisher,
        date=find_published(root, meta, node, surroundings, url),
        url=url,
        author=find_authors(meta, node, surroundings, page.author),
    )


def _shared_titles(meta: Meta, node: Node) -> list[str]:
    """Find what the page calls its article for sharing and in JSON-LD, where the site's name is seldom part of it."""
    headline = node.get("headline")
    titles = [*contents_of(meta, ("og:title", "twitter:title")), *([headline] if isinstance(headline, str) else [])]
    return [
        next((part for part in _SITE_NAME.split(title) if len(part.split()) >= _MIN_WORDS), title) for title in titles
    ]


def _parts_of_title(root: Any) -> list[str]:
    titles = [text_of(title) for title in root.iterfind(".//head/title")]
    return [part for title in titles for part in (title, *_SITE_NAME.split(title))]


def _find_publisher(meta: Meta, node: Node, title: str | None, guess: str | None, url: str | None) -> str | None:
    """The name of the site or of who publishes it, without its motto; else the host of the page's own address."""
    named = [*names_in(node.get("publisher")), *contents_of(meta, ["og:site_name"])]
    for name in (*named, guess) if guess and " " in guess else named:  # a guess of one word is the host's
        parts = [part for part in _SITE_NAME.split(_QUOTES.sub("", name)) if part and part != title]
        if parts and name != title and not is_web_address(name):
            return parts[0]
    return _host(url)


def _address_in(node: Node) -> str | None:
    address = node.get("url")
    return address if isinstance(address, str) and is_web_address(address) else None


def _host(url: str | None) -> str | None:
    """The host of the address, or, of a page in an archive, that of the address it was saved from."""
    saved = _ARCHIVED.search(url or "")
    with suppress(ValueError):  # no address of a page
        return (urlsplit(saved[1] if saved else url or "").hostname or "").removeprefix("www.") or None
    return None

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
from summarizer.read.formats.named_fields import without_publisher
from summarizer.read.formats.page_authors import find_authors
from summarizer.read.formats.page_dates import find_published
from summarizer.read.formats.title_heading import find_surroundings, find_title_heading, text_of

# The extensive search takes any year on the page for the article's date, that of a copyright line too.
_DATE_SEARCH = {"extensive_search": False, "original_date": True}

_SITE_NAME = re.compile(r"(?<!\s)\s{1,9}[|·•»—–:/-]{1,9}\s{1,9}")  # before or after it
_QUOTES = re.compile(r"^[\s\"'«»“”|-]+|[\s\"'«»“”|-]+$")
_ARCHIVED = re.compile(r"/\d{4,14}[a-z_]*/(https?:/{1,2}[^/].*)")  # as most archives of the web write it
_MIN_WORDS = 3  # of a title, which tell it from the name of a section or a site


@dataclass(frozen=True)
class PageMetadata:
    """None is unknown."""

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
    names = _shared_titles(root, node)
    heading = find_title_heading(root, names, _parts_of_title(root))
    title = text_of(heading) if heading is not None else next(iter(names), page.title)
    surroundings = [] if heading is None else find_surroundings(heading)
    publisher = _find_publisher(root, node, title, page.sitename, url)
    return PageMetadata(
        title=without_publisher(title, publisher),
        publisher=publisher,
        date=find_published(root, node, surroundings, url),
        url=url,
        author=find_authors(root, node, surroundings, page.author),
    )


def _shared_titles(root: Any, node: Node) -> list[str]:
    """Find what the page calls its article for sharing and in JSON-LD, where the site's name is seldom part of it."""
    shared = [
        meta.get("content") or "" for meta in root.iter("meta") if _meta_name(meta) in ("og:title", "twitter:title")
    ]
    headline = node.get("headline")
    titles = [*shared, headline] if isinstance(headline, str) else shared
    return [
        next((part for part in _SITE_NAME.split(title) if len(part.split()) >= _MIN_WORDS), title) for title in titles
    ]


def _parts_of_title(root: Any) -> list[str]:
    titles = [text_of(title) for title in root.iterfind(".//head/title")]
    return [part for title in titles for part in (title, *_SITE_NAME.split(title))]


def _find_publisher(root: Any, node: Node, title: str | None, guess: str | None, url: str | None) -> str | None:
    """The name of the site or of who publishes it, without its motto; else the host of the page's own address."""
    named = [meta.get("content") or "" for meta in root.iter("meta") if _meta_name(meta) == "og:site_name"]
    for name in (*names_in(node.get("publisher")), *named, guess if guess and " " in guess else ""):
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


def _meta_name(meta: Any) -> str:
    return (meta.get("property") or meta.get("name") or "").lower()

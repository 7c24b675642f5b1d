"""The metadata of an article from named fields (JSON keys, front matter), under the names that are usual for each."""

from __future__ import annotations

from collections.abc import Mapping

from summarizer.datamodel import Document
from summarizer.language.dates import parse_date
from summarizer.locations import is_web_address

_TITLE = ("title", "headline", "name")
_PUBLISHER = ("publisher", "source", "site_name", "sitename", "site", "outlet", "newspaper", "publication", "domain")
_DATE = (
    "date", "published", "date_published", "datepublished", "published_at", "publishedat", "publish_date",
    "published_date", "publication_date", "pubdate", "pub_date", "created", "created_at", "timestamp", "time",
)  # fmt: skip
_URL = ("url", "link", "canonical_url", "canonical", "permalink", "source_url")
_AUTHOR = ("author", "authors", "byline", "creator")
METADATA_NAMES = frozenset((*_TITLE, *_PUBLISHER, *_DATE, *_URL, *_AUTHOR))
_MAX_DEPTH, _MAX_ENTRIES = 3, 50  # of lists and objects in one another; no article has more authors
_TITLE_SEPARATORS = (" | ", " - ", " – ", " — ", " · ", " :: ")


def document_from_fields(fields: Mapping[str, object], text: str, path: str | None) -> Document:
    """Make a document of `text` with the metadata in `fields`; what is missing or unusable is None."""
    lowered = {key.casefold(): value for key, value in fields.items() if isinstance(key, str)}
    publisher = _first_text(lowered, _PUBLISHER)
    url = _first_text(lowered, _URL)
    if url is None and publisher and is_web_address(publisher):
        publisher, url = None, publisher  # "source: https://..." is the address, not the publisher
    return Document(
        text=text,
        title=without_publisher(_first_text(lowered, _TITLE), publisher),
        publisher=publisher,
        date=next((date for key in _DATE if (date := parse_date(lowered.get(key)))), None),
        url=url,
        author=_first_text(lowered, _AUTHOR),
        path=path,
    )


def without_publisher(title: str | None, publisher: str | None) -> str | None:
    """Cut off the publisher's name that pages append to their title ("Headline | The Ledger")."""
    if title and publisher:
        for separator in _TITLE_SEPARATORS:
            headline, found, tail = title.rpartition(separator)
            if found and headline.strip() and tail.strip().casefold() == publisher.casefold():
                return headline.strip()
    return title


def _first_text(fields: Mapping[str, object], keys: tuple[str, ...]) -> str | None:
    return next((text for key in keys if (text := _as_line(fields.get(key)))), None)


def _as_line(value: object, depth: int = _MAX_DEPTH) -> str | None:
    """Write a string, an object with a name (JSON-LD) or a list of them as one line of text."""
    if isinstance(value, str):
        return " ".join(value.split()) or None
    if isinstance(value, Mapping) and depth:
        return _as_line(value.get("name"), depth - 1)
    if isinstance(value, (list, tuple)) and depth:
        return ", ".join(text for entry in value[:_MAX_ENTRIES] if (text := _as_line(entry, depth - 1))) or None
    return None

"""What an article says about itself in named fields (JSON keys, front matter), under whichever usual name."""

from __future__ import annotations

from collections.abc import Mapping

from summarizer.datamodel import Document
from summarizer.language.dates import parse_date

_TITLE = ("title", "headline", "name")
_PUBLISHER = ("publisher", "source", "site_name", "sitename", "site", "outlet", "newspaper", "publication", "domain")
_DATE = (
    "date", "published", "date_published", "datepublished", "published_at", "publishedat", "publish_date",
    "published_date", "publication_date", "pubdate", "pub_date", "created", "created_at", "timestamp", "time",
)  # fmt: skip
_URL = ("url", "link", "canonical_url", "canonical", "permalink", "source_url")
_AUTHOR = ("author", "authors", "byline", "creator")
_DEPTH, _ENTRIES = 3, 50  # of nested lists and objects; nobody has so many authors
_TITLE_SEPARATORS = (" | ", " - ", " – ", " — ", " · ", " :: ")


def document_from_fields(fields: Mapping[str, object], text: str, path: str | None) -> Document:
    """A document of `text` with the metadata that `fields` names; what is missing or unusable is None."""
    lowered = {key.casefold(): value for key, value in fields.items() if isinstance(key, str)}
    publisher = _first_text(lowered, _PUBLISHER)
    url = _first_text(lowered, _URL)
    if url is None and publisher and publisher.startswith(("http://", "https://")):
        publisher, url = None, publisher  # "source: https://..." is where it stood, not who printed it
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
    """The title without the publisher's name that pages hang onto it ("Headline | The Ledger")."""
    if title and publisher:
        for separator in _TITLE_SEPARATORS:
            headline, found, tail = title.rpartition(separator)
            if found and headline.strip() and tail.strip().casefold() == publisher.casefold():
                return headline.strip()
    return title


def _first_text(fields: Mapping[str, object], keys: tuple[str, ...]) -> str | None:
    return next((text for key in keys if (text := _as_text(fields.get(key)))), None)


def _as_text(value: object, depth: int = _DEPTH) -> str | None:
    """One line of text from a string, a named object (JSON-LD) or a list of them."""
    if isinstance(value, str):
        return " ".join(value.split()) or None
    if isinstance(value, Mapping) and depth:
        return _as_text(value.get("name"), depth - 1)
    if isinstance(value, (list, tuple)) and depth:
        return ", ".join(text for entry in value[:_ENTRIES] if (text := _as_text(entry, depth - 1))) or None
    return None

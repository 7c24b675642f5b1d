"""Feed dumps: RSS, RDF and Atom, a document an entry."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from summarizer.datamodel import Document, Skipped
from summarizer.errors import InputError
from summarizer.limits import Limits
from summarizer.read.encodings import declared_encoding, decode_text
from summarizer.read.formats.html_fragment import looks_like_markup, text_of_fragment
from summarizer.read.formats.named_fields import document_from_fields
from summarizer.read.formats.safe_trees import check_size, local_name, parse_xml
from summarizer.read.raw_files import Raw

_DECLARATION = re.compile(r"\A\s*<\?xml[^>]{0,200}>")  # of an encoding that it is no longer in
_ENTRIES = ("item", "entry")
_TEXT = ("encoded", "content", "description", "summary")  # the fullest first
_FIELDS = {
    "title": ("title",),
    "date": ("pubdate", "published", "date", "issued", "updated", "modified"),
    "author": ("creator", "author"),
}


def read_feed(raw: Raw) -> list[Document | Skipped]:
    """The entries of a feed; one without text becomes a `Skipped`.

    No entity is expanded, nothing outside the file is loaded.

    Raises
    ------
    InputError
        The file is no XML, or no feed.
    """
    check_size(len(raw.data), raw.path, raw.limits)
    markup = decode_text(raw.data, raw.path, raw.charset or declared_encoding(raw.data))
    root = parse_xml(_DECLARATION.sub("", markup).encode("utf-8", "replace"), raw.path, raw.limits)
    entries = [element for element in root.iter() if _name(element) in _ENTRIES]
    if not entries:
        raise InputError(raw.path, "no feed: neither RSS nor Atom entries are in it")
    publisher = _publisher(entries[0].getparent(), root)
    return [_read_entry(entry, publisher, raw, number) for number, entry in enumerate(entries, start=1)]


def _read_entry(entry: Any, publisher: str | None, raw: Raw, number: int) -> Document | Skipped:
    try:
        parts = list(_parts(entry))
        texts = (_text(element, raw.limits) for wanted in _TEXT for name, element in parts if name == wanted)
        text = next((text for text in texts if text.strip()), "")
        if not text:
            return Skipped(raw.path, f"entry {number} has no text")
        fields = {key: _first(parts, names, raw.limits) for key, names in _FIELDS.items()}
        own = _first(parts, ("source",), raw.limits)
        return document_from_fields({**fields, "publisher": own or publisher, "url": _link(parts)}, text, raw.path)
    except InputError as error:
        return Skipped(raw.path, f"entry {number}: {error.reason}")
    except Exception as error:  # noqa: BLE001 (HTML in it goes through a third-party parser)
        return Skipped(raw.path, f"entry {number} could not be read ({type(error).__name__})")


def _parts(entry: Any) -> Iterator[tuple[str, Any]]:
    """The elements of an entry by name, namespaces aside; media descriptions are none of the article's."""
    for element in entry:
        name = _name(element)
        if name and not str(element.tag).startswith("{http://search.yahoo.com/mrss"):
            yield name, element


def _name(element: Any) -> str:
    return local_name(element).lower()


def _text(element: Any, limits: Limits) -> str:
    """Its text, markup taken out: escaped HTML, or XHTML inside."""
    from lxml import etree

    if len(element):
        inside = (etree.tostring(child, encoding="unicode") for child in element)
        return text_of_fragment((element.text or "") + "".join(inside), limits)
    written = element.text or ""
    return text_of_fragment(written, limits) if looks_like_markup(written) else written


def _first(parts: list[tuple[str, Any]], names: tuple[str, ...], limits: Limits) -> str | None:
    """The text of the first element by one of the names, the earlier name first; an author's is in its `name`."""
    for wanted in names:
        for name, element in parts:
            if name == wanted and (text := " ".join(_own_text(element, limits).split())):
                return text
    return None


def _own_text(element: Any, limits: Limits) -> str:
    named = next((child for child in element if _name(child) in ("name", "title")), element)
    text = named.text or ""
    return text_of_fragment(text, limits) if looks_like_markup(text) else text


def _link(parts: list[tuple[str, Any]]) -> str | None:
    """Atom has it in an attribute, where it may stand beside links to other things; RSS as text."""
    links = [element for name, element in parts if name == "link"]
    own = [link for link in links if link.get("rel", "alternate") == "alternate"]
    return next((address.strip() for link in own if (address := link.get("href") or link.text or "").strip()), None)


def _publisher(channel: Any, root: Any) -> str | None:
    """The title of the channel that the entries are in; in RDF it stands beside them."""
    for parent in (channel, *(element for element in root if _name(element) == "channel")):
        for element in parent if parent is not None else ():
            if _name(element) == "title" and element.text and element.text.strip():
                return " ".join(element.text.split())
    return None

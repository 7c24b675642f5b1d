"""Feed dumps: RSS, RDF and Atom, a document an entry."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from summarizer.datamodel import Document, Skipped
from summarizer.errors import InputError
from summarizer.limits import Limits
from summarizer.read.encodings import declared_encoding, decode_text
from summarizer.read.formats.html_fragment import text_of_field, text_of_fragment
from summarizer.read.formats.named_fields import document_from_fields
from summarizer.read.formats.safe_trees import local_name, parse_sound_part
from summarizer.read.raw_files import RawFile
from summarizer.read.skipping import skip
from summarizer.read.unpack_allowance import check_markup_size

# The text is no longer in the encoding that this names.
_DECLARATION = re.compile(r"\A\s*<\?xml[^>]{0,200}>")
_FOOTER = re.compile(
    r"(?:Th(?:e|is) (?:post|article|story)|Der Beitrag|(?:L[’']|Cet )article|La entrada|L[’']articolo|Het bericht"
    r"|O (?:post|artigo|conteúdo)|Artykuł|Inlägget|Indlægget|Innlegget|Сообщение|Запись|投稿).{1,300}?"
    r"(?:appeared first on|first appeared on|erschien zuerst auf|est apparue? en premier sur"
    r"|(?:aparec[eió]+|se publicó) primero en|proviene da|apareceu? primeiro em|verscheen eerst op"
    r"|pochodzi z serwisu|dök först upp på|(?:dukkede|dukket) først opp? på|появил\w{1,4} сначала на"
    r"|впервые появил\w{1,4}|に最初に表示されました).{0,200}"
)
_ENTRIES = ("item", "entry")
_TEXT = ("encoded", "content", "description", "summary")  # the fullest first
_FIELDS = {
    "title": ("title",),
    "date": ("pubdate", "published", "date", "issued", "updated", "modified"),
    "author": ("creator", "author"),
}


def read_feed(raw: RawFile) -> list[Document | Skipped]:
    """Read the entries of a feed; one without text becomes a `Skipped`.

    No entity is expanded, and nothing outside the file is loaded.

    Raises
    ------
    InputError
        The file is no XML, or no feed.
    LimitError
        It is too large.
    """
    check_markup_size(len(raw.data), raw.path, raw.limits)
    markup = decode_text(raw.data, raw.path, raw.charset or declared_encoding(raw.data))
    written = _DECLARATION.sub("", markup).encode("utf-8", "replace")
    root, lost = parse_sound_part(written, raw.path, raw.limits)
    entries = [element for element in root.iter() if _name(element) in _ENTRIES]
    if not entries:
        raise InputError(raw.path, lost[0].reason if lost else "no feed: neither RSS nor Atom entries are in it")
    publisher = _publisher(entries[0].getparent(), root)
    read = [_read_entry(entry, publisher, raw, number) for number, entry in enumerate(entries, start=1)]
    return [*read, *lost]


def _read_entry(entry: Any, publisher: str | None, raw: RawFile, number: int) -> Document | Skipped:
    try:
        parts = list(_parts(entry))
        texts = (_text(element, raw.limits) for wanted in _TEXT for name, element in parts if name == wanted)
        text = next((text for text in texts if text.strip()), "")
        if not text:
            return Skipped(raw.path, f"entry {number} has no text")
        fields = {key: _first(parts, names, raw.limits) for key, names in _FIELDS.items()}
        own = _first(parts, ("source",), raw.limits)
        known = {**fields, "publisher": own or publisher, "url": _link(parts)}
        return document_from_fields(known, _without_footer(text), raw.path)
    except Exception as error:  # noqa: BLE001 (HTML in it goes through a third-party parser)
        return skip(raw.path, error, f"entry {number}")


def _parts(entry: Any) -> Iterator[tuple[str, Any]]:
    """List the elements of an entry, each with its name without a namespace; descriptions of media are left out."""
    for element in entry:
        name = _name(element)
        if name and not str(element.tag).startswith("{http://search.yahoo.com/mrss"):
            yield name, element


def _name(element: Any) -> str:
    return local_name(element).lower()


def _text(element: Any, limits: Limits) -> str:
    """Take the text of an element out of its markup: XHTML elements in it, or escaped HTML."""
    from lxml import etree

    if len(element):
        inside = (etree.tostring(child, encoding="unicode") for child in element)
        return text_of_fragment((element.text or "") + "".join(inside), limits)
    return text_of_field(element.text or "", limits)


def _without_footer(text: str) -> str:
    """Take off the line that WordPress adds to each entry: "The post ... appeared first on ..."."""
    body, _, last = text.rstrip().rpartition("\n")
    return body if _FOOTER.fullmatch(last) else text


def _first(parts: list[tuple[str, Any]], names: tuple[str, ...], limits: Limits) -> str | None:
    """Find the text of the first element with one of the names; an earlier name wins over an earlier element."""
    for wanted in names:
        for name, element in parts:
            if name == wanted and (text := " ".join(_own_text(element, limits).split())):
                return text
    return None


def _own_text(element: Any, limits: Limits) -> str:
    """Take the text of an element; that of an Atom author or source is in a child."""
    named = next((child for child in element if _name(child) in ("name", "title")), element)
    return text_of_field(named.text or "", limits)


def _link(parts: list[tuple[str, Any]]) -> str | None:
    """Find the address of an entry: RSS writes it as text, Atom as an attribute, beside links to other things."""
    links = [element for name, element in parts if name == "link"]
    own = [link for link in links if link.get("rel", "alternate") == "alternate"]
    return next((address.strip() for link in own if (address := link.get("href") or link.text or "").strip()), None)


def _publisher(channel: Any, root: Any) -> str | None:
    """Find the title of the channel: the entries are in it, or in RDF beside it."""
    for parent in (channel, *(element for element in root if _name(element) == "channel")):
        for element in parent if parent is not None else ():
            if _name(element) == "title" and element.text and element.text.strip():
                return " ".join(element.text.split())
    return None

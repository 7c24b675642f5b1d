"""E-books (.epub), as calibre packs newspapers: a document a chapter, in the order of reading."""

from __future__ import annotations

import posixpath
from dataclasses import replace
from typing import Any
from urllib.parse import unquote

from summarizer.datamodel import Document, Skipped
from summarizer.errors import InputError
from summarizer.language.dates import parse_date
from summarizer.read.encodings import declared_encoding, decode_text
from summarizer.read.formats.html_fragment import text_of_page
from summarizer.read.formats.safe_trees import local_name, parse_xml
from summarizer.read.raw_files import Raw
from summarizer.read.zip_files import SHOWN, Zip

_CONTAINER = "META-INF/container.xml"
_HEADINGS = ("h1", "h2", "title")  # where a chapter says what it is called, the likeliest first
_MIN_CHARACTERS = 100  # a cover or a title page has less


def read_epub(raw: Raw) -> list[Document | Skipped]:
    """The chapters that have text; one that is damaged becomes a `Skipped`.

    The book's title is their publisher: of a newspaper it is that.

    Raises
    ------
    InputError
        The file is damaged or encrypted, or no chapter has text.
    """
    packed = Zip(raw)
    book = _book(packed, raw)
    root = parse_xml(packed.read(book), raw.path, raw.limits)
    hrefs = {each.get("id"): each.get("href", "") for each in root.iter() if local_name(each) == "item"}
    order = [hrefs.get(each.get("idref"), "") for each in root.iter() if local_name(each) == "itemref"]
    names = [posixpath.normpath(posixpath.join(posixpath.dirname(book), unquote(href))) for href in order if href]
    title, date = _metadata(root, "title"), parse_date(_metadata(root, "date"))
    chapters: list[Document | Skipped] = []
    for name in dict.fromkeys(names):
        chapter = _read_chapter(packed, name, raw)
        if isinstance(chapter, Document):
            chapter = replace(chapter, publisher=title, date=date)
        chapters += [chapter] if chapter else []
    if not chapters:
        raise InputError(raw.path, "no chapter with text in it")
    return chapters


def _book(packed: Zip, raw: Raw) -> str:
    """The name of the file that lists the chapters."""
    root = parse_xml(packed.read(_CONTAINER), raw.path, raw.limits)
    names = (each.get("full-path") for each in root.iter() if local_name(each) == "rootfile")
    name: str | None = next((name for name in names if name), None)
    if name is None:
        raise InputError(raw.path, "damaged: it does not say where its chapters are")
    return name


def _read_chapter(packed: Zip, name: str, raw: Raw) -> Document | Skipped | None:
    """A chapter; None where it has next to no text."""
    try:
        data = packed.read(name)
        markup = decode_text(data, raw.path, declared_encoding(data))
        text = text_of_page(markup, raw.limits)
    except Exception as error:  # noqa: BLE001 (HTML goes through a third-party parser)
        reason = error.reason if isinstance(error, InputError) else type(error).__name__
        return Skipped(raw.path, f"chapter {name[:SHOWN]}: {reason}")
    return Document(text=text, title=_title(markup, raw), path=raw.path) if len(text) >= _MIN_CHARACTERS else None


def _title(markup: str, raw: Raw) -> str | None:
    root = parse_xml(markup.encode("utf-8", "replace"), raw.path, raw.limits)
    for wanted in _HEADINGS:
        for element in root.iter():
            if local_name(element).lower() == wanted and (text := " ".join("".join(element.itertext()).split())):
                return text
    return None


def _metadata(root: Any, wanted: str) -> str | None:
    found = (each.text for each in root.iter() if local_name(each) == wanted and each.text)
    return next((" ".join(text.split()) for text in found if text.strip()), None)

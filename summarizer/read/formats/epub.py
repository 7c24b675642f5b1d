"""E-books (.epub), such as the newspapers that calibre packs: each chapter is a document, in the order of reading."""

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
from summarizer.read.raw_files import RawFile
from summarizer.read.skipping import shorten, skip
from summarizer.read.zip_files import ZipMembers

_CONTAINER = "META-INF/container.xml"
_HEADINGS = ("h1", "h2", "title")  # elements that may hold the title of a chapter, the likeliest first
_MIN_CHARACTERS = 100  # a cover or a title page has less


def read_epub(raw: RawFile) -> list[Document | Skipped]:
    """Read each chapter that has text as a document; one that is damaged becomes a `Skipped`.

    The title of the book is given as their publisher: the title of a newspaper is its name.

    Raises
    ------
    InputError
        The file is damaged or encrypted, or no chapter has text.
    """
    packed = ZipMembers(raw)
    book = _book(packed, raw)
    root = parse_xml(packed.read(book), raw.path, raw.limits)
    hrefs = {item.get("id"): item.get("href", "") for item in root.iter() if local_name(item) == "item"}
    order = [hrefs.get(item.get("idref"), "") for item in root.iter() if local_name(item) == "itemref"]
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


def _book(packed: ZipMembers, raw: RawFile) -> str:
    """Find the name of the file that lists the chapters."""
    root = parse_xml(packed.read(_CONTAINER), raw.path, raw.limits)
    names = (element.get("full-path") for element in root.iter() if local_name(element) == "rootfile")
    name: str | None = next((name for name in names if name), None)
    if name is None:
        raise InputError(raw.path, "damaged: it does not say where its chapters are")
    return name


def _read_chapter(packed: ZipMembers, name: str, raw: RawFile) -> Document | Skipped | None:
    """Read a chapter; None where it has next to no text."""
    try:
        data = packed.read(name)
        markup = decode_text(data, raw.path, declared_encoding(data))
        text = text_of_page(markup, raw.limits)
    except Exception as error:  # noqa: BLE001 (HTML goes through a third-party parser)
        return skip(raw.path, error, f"chapter {shorten(name)}")
    return Document(text=text, title=_title(markup, raw), path=raw.path) if len(text) >= _MIN_CHARACTERS else None


def _title(markup: str, raw: RawFile) -> str | None:
    root = parse_xml(markup.encode("utf-8", "replace"), raw.path, raw.limits)
    for wanted in _HEADINGS:
        for element in root.iter():
            if local_name(element).lower() == wanted and (text := " ".join("".join(element.itertext()).split())):
                return text
    return None


def _metadata(root: Any, wanted: str) -> str | None:
    found = (element.text for element in root.iter() if local_name(element) == wanted and element.text)
    return next((" ".join(text.split()) for text in found if text.strip()), None)

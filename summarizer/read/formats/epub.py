"""E-books (.epub), such as the newspapers that calibre packs: each chapter is a document, in the order of reading."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import replace
from typing import Any
from urllib.parse import unquote

from summarizer.datamodel import Document, Skipped
from summarizer.errors import InputError
from summarizer.language.dates import parse_date
from summarizer.language.scripts import SENTENCE_ENDS
from summarizer.read.encodings import declared_encoding, decode_text
from summarizer.read.formats.cut_pages import find_cut
from summarizer.read.formats.html_fragment import text_of_page
from summarizer.read.formats.safe_trees import local_name, parse_sound_part, parse_xml
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
    root, lost = parse_sound_part(packed.read(book), raw.path, raw.limits)
    title, date = _metadata(root, "title"), parse_date(_metadata(root, "date"))
    chapters: list[Document | Skipped] = []
    for name in dict.fromkeys(_order_of_reading(root, book, raw.path)):
        read = [name] if isinstance(name, Skipped) else _read_chapter(packed, name, raw)
        chapters += [replace(each, publisher=title, date=date) if isinstance(each, Document) else each for each in read]
    if not (chapters or lost):
        raise InputError(raw.path, "no chapter with text in it")
    return [*chapters, *lost]


def _order_of_reading(root: Any, book: str, path: str) -> Iterator[str | Skipped]:
    """Name the files of the chapters; an id in the order of reading that no file has becomes a `Skipped`."""
    hrefs = {item.get("id", ""): item.get("href", "") for item in root.iter() if local_name(item) == "item"}
    folded = {name.strip().casefold(): href for name, href in hrefs.items()}
    for item in root.iter():
        if local_name(item) == "itemref":
            name = item.get("idref", "")
            href = hrefs.get(name) or folded.get(name.strip().casefold())
            if href:
                yield posixpath.normpath(posixpath.join(posixpath.dirname(book), unquote(href.partition("#")[0])))
            else:
                yield Skipped(path, f"damaged: the chapter {shorten(name)} is not in its list of files")


def _book(packed: ZipMembers, raw: RawFile) -> str:
    """Find the name of the file that lists the chapters."""
    root = parse_xml(packed.read(_CONTAINER), raw.path, raw.limits)
    names = (element.get("full-path") for element in root.iter() if local_name(element) == "rootfile")
    name: str | None = next((name for name in names if name), None)
    if name is None:
        raise InputError(raw.path, "damaged: it does not say where its chapters are")
    return name


def _read_chapter(packed: ZipMembers, name: str, raw: RawFile) -> list[Document | Skipped]:
    """Read a chapter; nothing where it has neither a sentence nor much text."""
    try:
        data = packed.read(name)
        markup = decode_text(data, raw.path, declared_encoding(data))
        text = text_of_page(markup, raw.limits)
    except Exception as error:  # noqa: BLE001 (HTML goes through a third-party parser)
        return [skip(raw.path, error, f"chapter {shorten(name)}")]
    cut = [Skipped(raw.path, f"chapter {shorten(name)}: {each.reason}") for each in find_cut(markup, raw.path)]
    if not cut and len(text) < _MIN_CHARACTERS and not text.rstrip().endswith(tuple(SENTENCE_ENDS)):
        return []
    return [Document(text=text, title=_title(markup, raw), path=raw.path), *cut]


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

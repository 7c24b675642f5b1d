"""Which reader a file is for: told by its suffix, or by how it begins where the suffix is missing or wrong.

To add a format, write a module in `formats/` with a function from a `RawFile` to its documents, and name that function
in `READERS`. A format that is a ZIP file inside also has a line in `_ZIP_MARKS`; one that servers send has a line in
`web.SUFFIXES`, or its address must end with the suffix.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from functools import partial
from json import JSONDecodeError
from typing import TypeAlias
from urllib.parse import urlsplit

from summarizer.datamodel import Document, Skipped
from summarizer.errors import InputError
from summarizer.read.archives import ArchiveContents, tar_contents, zip_contents
from summarizer.read.compressed import PACKINGS
from summarizer.read.formats.articles_json import read_json, read_jsonl
from summarizer.read.formats.epub import read_epub
from summarizer.read.formats.feeds import read_feed
from summarizer.read.formats.html import read_html
from summarizer.read.formats.mail import read_eml, read_mbox, read_mhtml
from summarizer.read.formats.markdown import read_markdown
from summarizer.read.formats.office import read_docx, read_odt
from summarizer.read.formats.pdf import read_pdf
from summarizer.read.formats.plain import read_plain
from summarizer.read.formats.tables import begins_like_table, read_csv
from summarizer.read.raw_files import RawFile
from summarizer.read.zip_files import ZipMembers

Reader: TypeAlias = Callable[[RawFile], Iterable[Document | Skipped]]

READERS: dict[str, Reader] = {
    ".txt": read_plain,
    ".text": read_plain,
    ".md": read_markdown,
    ".markdown": read_markdown,
    ".html": read_html,
    ".htm": read_html,
    ".xhtml": read_html,
    ".json": read_json,
    ".jsonl": read_jsonl,
    ".ndjson": read_jsonl,
    ".csv": read_csv,
    ".tsv": read_csv,
    ".rss": read_feed,
    ".atom": read_feed,
    ".xml": read_feed,
    ".eml": read_eml,
    ".mbox": read_mbox,
    ".mht": read_mhtml,
    ".mhtml": read_mhtml,
    ".docx": read_docx,
    ".odt": read_odt,
    ".epub": read_epub,
    ".pdf": read_pdf,
}
ARCHIVES: dict[str, Callable[[RawFile], ArchiveContents]] = {".zip": zip_contents, ".tar": tar_contents}
_SHORT_FOR = {".tgz": (".tar", ".gz"), ".tbz2": (".tar", ".bz2"), ".txz": (".tar", ".xz")}
_ZIP_MARKS = {".docx": "word/document.xml", ".epub": "META-INF/container.xml", ".odt": "content.xml"}  # a file in each

_OFTEN_WRONG = frozenset((".txt", ".text", ".html", ".htm", ".xhtml", ".xml", ".rss", ".atom", ".json", ".csv", ".tsv"))
_HTML_OPENINGS = (b"<!doctype html", b"<html", b"<head>", b"<body")
_HTML_BLOCKS = tuple(b"<" + tag for tag in (b"p>", b"div", b"article", b"section", b"main", b"h1", b"table", b"meta"))
_FEED_OPENINGS = (b"<rss", b"<feed", b"<rdf:rdf")
_OPENING = 4000  # bytes in which a feed's outermost element opens
_TAR_MARK, _TAR_MARK_AT = b"ustar", 257


def suffix_of(path: str) -> str:
    """Find the suffix that tells the kind of a file, in lower case, without that of a packing: ".txt" of "A.TXT.gz"."""
    stem, suffix = os.path.splitext(path.lower())
    if suffix in _SHORT_FOR:
        return _SHORT_FOR[suffix][0]
    return os.path.splitext(stem)[1] if suffix in PACKINGS else suffix


def has_reader(path: str) -> bool:
    """Tell whether a file of this name is read where a folder or an archive has it."""
    suffix = suffix_of(path)
    return suffix in READERS or suffix in ARCHIVES


def kind_of(raw: RawFile) -> str:
    """Tell the kind of a file, as a suffix: from its bytes, else from its name; empty where neither says."""
    suffix = raw.suffix or suffix_of(urlsplit(raw.url).path if raw.url else raw.path)
    if raw.data.startswith(b"%PDF-"):
        return ".pdf"
    if raw.data.startswith(b"PK\x03\x04"):
        return suffix if suffix == ".zip" or suffix in _ZIP_MARKS else _kind_of_zip(ZipMembers(raw))
    if raw.data.startswith(_TAR_MARK, _TAR_MARK_AT):
        return ".tar"
    return suffix if suffix in READERS or suffix in ARCHIVES else ""


def _kind_of_zip(packed: ZipMembers) -> str:
    return next((kind for kind, name in _ZIP_MARKS.items() if name in packed), ".zip")


def reader_of(raw: RawFile, kind: str) -> Reader:
    """Choose the reader of a text: feeds, HTML, JSON and tables are known by how they begin, whatever the name says."""
    usual = READERS.get(kind, read_plain)
    if kind and kind not in _OFTEN_WRONG:
        return usual
    opening = raw.data[:_OPENING].lstrip().removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if opening.startswith((*_FEED_OPENINGS, b"<?xml")) and any(mark in opening for mark in _FEED_OPENINGS):
        return read_feed
    if _begins_like_html(opening) or (usual is read_plain and opening.startswith(_HTML_BLOCKS)):
        return read_html
    if opening.startswith((b"{", b"[")) and usual is not read_json:
        return partial(_read_likely_json, usual=usual)
    if usual is read_plain and begins_like_table(opening.partition(b"\n")[0].decode(errors="replace")):
        return read_csv
    return usual


def _begins_like_html(opening: bytes) -> bool:
    return opening.startswith(_HTML_OPENINGS) or (opening.startswith((b"<?xml", b"<!--")) and b"<html" in opening)


def _read_likely_json(raw: RawFile, usual: Reader) -> Iterable[Document | Skipped]:
    """Read what begins like JSON; what is none is a text that begins with a bracket, or with many.

    Raises
    ------
    InputError
        The reader for what it seems to be cannot use it.
    """
    try:
        return read_json(raw)
    except InputError as error:
        if not isinstance(error.__cause__, (JSONDecodeError, RecursionError)):
            raise  # it is JSON, but not of an article
    return usual(raw)

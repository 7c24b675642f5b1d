"""Paths to documents: the first stage.

Good input is never lost to bad: what cannot be read becomes a `Skipped` with its reason, and the rest is read.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain
from typing import TypeAlias, overload

from summarizer.datamodel import Document, Skipped
from summarizer.errors import InputError, MissingExtraError
from summarizer.progress import Progress, no_progress
from summarizer.read.articles_json import read_json, read_jsonl
from summarizer.read.epub import read_epub
from summarizer.read.feeds import read_feed
from summarizer.read.files import find_files, read_bytes
from summarizer.read.gzip import unpack_gzip
from summarizer.read.html import read_html
from summarizer.read.mail import read_eml, read_mbox, read_mhtml
from summarizer.read.markdown import read_markdown
from summarizer.read.office import read_docx, read_odt
from summarizer.read.pdf import read_pdf
from summarizer.read.plain import read_plain
from summarizer.workers import Workers

Input: TypeAlias = "str | os.PathLike[str] | Document"
Reader: TypeAlias = Callable[[bytes, str], Sequence[Document | Skipped]]

STANDARD_INPUT = "-"
FILES_AT_A_TIME = 8  # a saved page takes a hundredth of a second, a feed dump seconds
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
PACKED = ".gz"  # around any of these
_GZIP_MARK = b"\x1f\x8b"
_HTML_OPENINGS = (b"<!doctype html", b"<html", b"<head", b"<body", b"<?xml")
_FEED_OPENINGS = (b"<rss", b"<feed", b"<rdf:rdf")
_FEED_WITHIN = 2000  # bytes in which a feed's outermost element opens


@dataclass(frozen=True, slots=True)
class _File:
    """A file to be read."""

    path: str


@dataclass(frozen=True, slots=True)
class Topic(Sequence[Document]):
    """The documents on one event, in the order of their source ids, and what was skipped on the way to them."""

    documents: tuple[Document, ...]
    skipped: tuple[Skipped, ...] = ()

    def __len__(self) -> int:
        return len(self.documents)

    @overload
    def __getitem__(self, index: int) -> Document: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Document, ...]: ...
    def __getitem__(self, index: int | slice) -> Document | tuple[Document, ...]:
        return self.documents[index]


def read_documents(
    inputs: Input | Iterable[Input],
    *,
    strict: bool = False,
    exclude: Collection[str] = (),
    jobs: int = 1,
    progress: Progress = no_progress,
) -> Topic:
    """The documents that `inputs` hold, in a deterministic order.

    Parameters
    ----------
    inputs
        A path, a `Document`, or several of either. A `str` is always a path: a file, a folder (read recursively,
        in the order of its names; hidden files are passed over) or `-` for standard input.
    strict
        Raise for the first input that would be skipped.
    exclude
        Paths that are passed over where a folder has them.
    jobs
        Processes that share the work, at least 1; the documents are the same for any number.
    progress
        Called as `progress("Reading", done, total)` while files are read.

    Returns
    -------
    Topic
        A sequence of documents: number i has the source id i + 1 in a briefing. `.skipped` lists what could not be
        read, with the reason. A file named twice is read once.

    Raises
    ------
    InputError
        Under `strict`, an input could not be read.
    """
    found = list(_find_all(inputs, {os.path.realpath(path) for path in exclude}))
    chunks = Workers(jobs, progress).map(_read_chunk, found, "Reading", chunk=FILES_AT_A_TIME)
    return sort_out(chain.from_iterable(chunks), strict=strict)


def sort_out(entries: Iterable[Document | Skipped], *, strict: bool = False) -> Topic:
    """The documents apart from what was skipped.

    Raises
    ------
    InputError
        Under `strict`, something was.
    """
    documents: list[Document] = []
    skipped: list[Skipped] = []
    for entry in entries:
        if isinstance(entry, Document):
            documents.append(entry)
        elif strict:
            raise InputError(entry.path or "", entry.reason)
        else:
            skipped.append(entry)
    return Topic(tuple(documents), tuple(skipped))


def _find_all(inputs: Input | Iterable[Input], seen: set[str]) -> Iterator[Document | Skipped | _File]:
    """What all inputs name; the real paths in `seen` are passed over, and those that are found are added."""
    listed = [inputs] if isinstance(inputs, (str, os.PathLike, Document)) else inputs
    for entry in listed:
        if isinstance(entry, Document):
            yield entry
        elif entry == STANDARD_INPUT:
            yield from _read_one(read_standard_input, STANDARD_INPUT, read_any)
        else:
            yield from _find_files(os.fspath(entry), seen)


def _find_files(typed: str, seen: set[str]) -> Iterator[Skipped | _File]:
    """The files of a file or folder; `seen` holds the real paths found so far."""
    for path in find_files(typed):
        if isinstance(path, Skipped):
            yield path
            continue
        real = os.path.realpath(path)
        if real in seen:
            continue
        seen.add(real)
        if path != typed and _suffixes(path)[0] not in READERS:
            yield Skipped(path, f"not a kind of file this reads ({', '.join(READERS)})")
        else:
            yield _File(path)


def _read_chunk(found: Sequence[Document | Skipped | _File]) -> list[Document | Skipped]:
    """The documents of the files among what was found, in their places."""
    read: list[Document | Skipped] = []
    for entry in found:
        if isinstance(entry, _File):
            suffix, is_packed = _suffixes(entry.path)
            reader = READERS.get(suffix, read_any)
            read += _read_one(
                partial(read_bytes, entry.path), entry.path, partial(_read_packed, reader) if is_packed else reader
            )
        else:
            read.append(entry)
    return read


def _read_one(load: Callable[[], bytes], path: str, reader: Reader) -> Iterator[Document | Skipped]:
    """What one file holds; whatever goes wrong inside it costs this file only."""
    try:
        data = load()
        yield from reader(data, path) if data.strip() else [Skipped(path, "the file is empty")]
    except InputError as error:
        yield Skipped(path, error.reason)
    except MissingExtraError as error:
        yield Skipped(path, str(error))
    except OSError as error:
        yield Skipped(path, (error.strerror or str(error)).lower())
    except Exception as error:  # noqa: BLE001 (third-party parsers raise what they like on broken files)
        yield Skipped(path, f"could not be parsed ({type(error).__name__}: {' '.join(str(error).split())[:200]})")


def _suffixes(path: str) -> tuple[str, bool]:
    """The suffix that tells how a file is read, in lower case, and whether it is packed."""
    stem, suffix = os.path.splitext(path.lower())
    return (os.path.splitext(stem)[1], True) if suffix == PACKED else (suffix, False)


def _read_packed(reader: Reader, data: bytes, path: str) -> Sequence[Document | Skipped]:
    return reader(unpack_gzip(data, path), path)


def read_standard_input() -> bytes:
    """All that is piped in."""
    if sys.stdin is None:
        raise OSError(0, "there is no standard input")
    return sys.stdin.buffer.read()


def read_any(data: bytes, path: str) -> Sequence[Document | Skipped]:
    """Standard input, or a file whose suffix says nothing: HTML and JSON are known by how they begin."""
    if data.startswith(_GZIP_MARK):
        data = unpack_gzip(data, path)
    opening = data.lstrip()[:_FEED_WITHIN].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if opening.startswith((*_FEED_OPENINGS, b"<?xml")) and any(mark in opening for mark in _FEED_OPENINGS):
        return read_feed(data, path)
    if opening.startswith(_HTML_OPENINGS):
        return read_html(data, path)
    if opening.startswith((b"{", b"[")):
        try:
            return read_json(data, path)
        except (InputError, RecursionError):  # a text may begin with a bracket, or with many
            return read_plain(data, path)
    return read_plain(data, path)

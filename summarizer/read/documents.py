"""Paths to documents: the first stage.

Good input is never lost to bad: what cannot be read becomes a `Skipped` with its reason, and the rest is read.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain
from typing import TypeAlias, overload

from summarizer.datamodel import Document, Skipped
from summarizer.errors import InputError, LimitError
from summarizer.limits import DEFAULT_LIMITS, Limits
from summarizer.read.file_kinds import is_known
from summarizer.read.files import find_around, find_files, read_bytes
from summarizer.read.one_file import UNKNOWN, read_file, reason_of
from summarizer.read.raw_files import Raw, raw_file, read_at_most, size
from summarizer.read.web import Web, is_url, without_user
from summarizer.workers import Progress, Workers, no_progress

Input: TypeAlias = "str | os.PathLike[str] | Document"

STANDARD_INPUT = "-"
FILES_AT_A_TIME = 8  # a saved page takes a hundredth of a second, a feed dump seconds


@dataclass(frozen=True, slots=True)
class _File:
    """A file to be read; of an archive `only` what has this path in it, where one is given."""

    path: str
    only: str | None = None


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


def read_documents(  # noqa: PLR0913 (the options are named as on the command line)
    inputs: Input | Iterable[Input],
    *,
    strict: bool = False,
    exclude: Collection[str] = (),
    limits: Limits = DEFAULT_LIMITS,
    jobs: int = 1,
    progress: Progress = no_progress,
) -> Topic:
    """The documents that `inputs` hold, in a deterministic order.

    Parameters
    ----------
    inputs
        A path, an address, a `Document`, or several of these. A `str` is a path: a file, a folder or an archive (read
        recursively, in the order of its names; hidden files are passed over), a file or folder in an archive, or `-`
        for standard input; or the address of a page or a file (`https://...`), which is fetched.
    strict
        Raise for the first input that would be skipped.
    exclude
        Paths that are passed over where a folder has them.
    limits
        What a file may cost before it is skipped.
    jobs
        Processes that share the work, at least 1; the documents are the same for any number.
    progress
        Called as `progress("Reading", done, total)` while files are read; before that, "Fetching" where there are
        addresses.

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
    found = list(_find_all(inputs, {os.path.realpath(path) for path in exclude}, limits, progress))
    read_chunk = partial(_read_chunk, limits=limits)
    chunks = Workers(jobs, progress).map(read_chunk, found, "Reading", chunk=FILES_AT_A_TIME)
    return sort_out(chain.from_iterable(chunks), limits, strict=strict)


def sort_out(entries: Iterable[Document | Skipped], limits: Limits = DEFAULT_LIMITS, *, strict: bool = False) -> Topic:
    """The documents apart from what was skipped; a text beyond the limits is skipped too.

    Raises
    ------
    InputError
        Under `strict`, something was.
    """
    documents: list[Document] = []
    skipped: list[Skipped] = []
    for entry in entries:
        fault = entry if isinstance(entry, Skipped) else _excess(entry, limits)
        if fault is None and isinstance(entry, Document):
            documents.append(entry)
        elif fault and strict:
            raise InputError(fault.path or "", fault.reason)
        elif fault:
            skipped.append(fault)
    return Topic(tuple(documents), tuple(skipped))


def _excess(document: Document, limits: Limits) -> Skipped | None:
    """Why a text is too long for an article's."""
    most, longest = limits.document_characters, limits.line_characters
    if len(document.text) > most:
        return _over(document, f"its text has more than {most:,} characters", "document_characters")
    if len(document.text) > longest and max(map(len, document.text.split("\n"))) > longest:
        return _over(document, f"has a line of more than {longest:,} characters", "line_characters")
    return None


def _over(document: Document, what: str, limit: str) -> Skipped:
    return Skipped(document.path, LimitError(document.path or "", what, limit).reason)


def _find_all(
    inputs: Input | Iterable[Input], seen: set[str], limits: Limits, progress: Progress
) -> Iterator[Document | Skipped | _File]:
    """What all inputs name; the real paths in `seen` are passed over, and those that are found are added."""
    listed = [inputs] if isinstance(inputs, (str, os.PathLike, Document)) else list(inputs)
    urls = {entry for entry in listed if isinstance(entry, str) and is_url(entry)}
    web = Web(limits)
    for entry in listed:
        if isinstance(entry, Document):
            yield entry
        elif isinstance(entry, str) and is_url(entry):
            if entry not in seen:
                seen.add(entry)
                web.wait(entry)
                yield from read_file(partial(web.fetch, entry), without_user(entry), limits)
                progress("Fetching", web.n_fetched, len(urls))
        elif entry == STANDARD_INPUT:
            if entry not in seen:
                seen.add(entry)
                yield from _read_standard_input(limits)
        else:
            yield from _find_files(os.fspath(entry), seen, limits)


def _find_files(typed: str, seen: set[str], limits: Limits) -> Iterator[Skipped | _File]:
    """The files of a file or folder; `seen` holds the real paths found so far."""
    around = find_around(typed)
    if around:
        archive, inside = around
        real = os.path.realpath(archive)
        if seen.isdisjoint((real, f"{real}/{inside}")):
            seen.add(f"{real}/{inside}" if inside else real)
            yield _File(archive, only=f"{archive}/{inside}" if inside else archive)
        return
    for path in find_files(typed, limits):
        if isinstance(path, Skipped):
            yield path
            continue
        real = os.path.realpath(path)
        if real in seen:
            continue
        seen.add(real)
        yield _File(path) if path == typed or is_known(path) else Skipped(path, UNKNOWN)


def _read_chunk(found: Sequence[Document | Skipped | _File], limits: Limits) -> list[Document | Skipped]:
    """The documents of the files among what was found, in their places."""
    read: list[Document | Skipped] = []
    for entry in found:
        if isinstance(entry, _File):
            read += read_file(partial(_load, entry.path, limits), entry.path, limits, entry.only)
        else:
            read.append(entry)
    return read


def _load(path: str, limits: Limits) -> Raw:
    return raw_file(read_bytes(path, limits), path, limits)


def _read_standard_input(limits: Limits) -> Iterator[Document | Skipped]:
    """What is piped in; how long that takes is up to what pipes it in."""
    try:
        raw = raw_file(read_standard_input(limits), STANDARD_INPUT, limits)
    except (InputError, OSError) as error:
        yield Skipped(STANDARD_INPUT, reason_of(error))
    else:
        yield from read_file(lambda: raw, STANDARD_INPUT, limits)


def read_standard_input(limits: Limits = DEFAULT_LIMITS) -> bytes:
    """All that is piped in.

    Raises
    ------
    OSError
        There is no standard input.
    LimitError
        It is too much.
    """
    if sys.stdin is None:
        raise OSError(0, "there is no standard input")
    data = read_at_most(sys.stdin.buffer, limits.file_bytes + 1)
    if len(data) > limits.file_bytes:
        raise LimitError(STANDARD_INPUT, f"has more than {size(limits.file_bytes)}", "file_bytes")
    return data

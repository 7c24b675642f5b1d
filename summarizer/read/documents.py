"""Paths to documents: the first stage.

Good input is never lost to bad: what cannot be read becomes a `Skipped` with its reason, and the rest is read.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain
from typing import Any, overload

from summarizer.datamodel import Document, Skipped
from summarizer.errors import InputError, LimitError
from summarizer.limits import DEFAULT_LIMITS, Limits
from summarizer.locations import STANDARD_STREAM, is_web_address
from summarizer.read.file_kinds import has_reader
from summarizer.read.folders import find_files, split_archive_path
from summarizer.read.one_file import UNKNOWN_KIND, read_file
from summarizer.read.python_inputs import Input, list_inputs, read_mapping
from summarizer.read.raw_files import RawFile, make_raw_file, read_bytes, read_standard_input
from summarizer.read.skipping import skip
from summarizer.read.web import Fetcher, hide_user
from summarizer.workers import Progress, Workers, no_progress

MAX_METADATA = 1000  # characters of a title, a publisher or an author; the rest is cut off
MAX_URL = 8000  # characters; browsers and servers take no longer addresses
FILES_AT_A_TIME = 8  # a saved page takes a hundredth of a second, a feed dump seconds


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
    """Read the documents that `inputs` hold, in a deterministic order.

    Parameters
    ----------
    inputs
        A path, an address, a `Document`, a mapping, or several of these; or a data frame. A `str` is a path: a file, a
        folder or an archive (read recursively, in the order of its names; hidden files are passed over), a file or
        folder in an archive, or `-` for standard input; or the address of a page or a file (`https://...`), which is
        fetched. A mapping, or a row of a data frame, has the keys of an article in JSON (`text`, `title`, `date` ...);
        `None` and NaN are unknown.
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
    with closing(Workers(jobs, progress)) as workers:
        return read_with_workers(workers, inputs, strict=strict, exclude=exclude, limits=limits)


def read_with_workers(
    workers: Workers, inputs: Input | Iterable[Input], *, strict: bool, exclude: Collection[str], limits: Limits
) -> Topic:
    """Read as `read_documents` does, with workers that the caller keeps for the work that follows."""
    found = list(_find_all(inputs, {os.path.realpath(path) for path in exclude}, limits, workers.progress))
    read_chunk = partial(_read_chunk, limits=limits)
    chunks = workers.map(read_chunk, found, "Reading", chunk=FILES_AT_A_TIME)
    return gather_topic(chain.from_iterable(chunks), limits, strict=strict)


@dataclass(frozen=True, slots=True)
class _FoundFile:
    """A file that is still to be read; of an archive with `only`, nothing but what has this path in it."""

    path: str
    only: str | None = None


def _find_all(
    inputs: Input | Iterable[Input], seen: set[str], limits: Limits, progress: Progress
) -> Iterator[Document | Skipped | _FoundFile]:
    """Find what the inputs name: files to read, and documents where there is nothing to share among processes.

    Real paths and addresses in `seen` are passed over; those that are found are added to it.
    """
    listed = list_inputs(inputs)
    n_addresses = len({entry for entry in listed if isinstance(entry, str) and is_web_address(entry)})
    fetcher = Fetcher(limits)
    for n, entry in enumerate(listed, start=1):
        if isinstance(entry, Document):
            yield entry
        elif isinstance(entry, Mapping):
            yield from read_mapping(entry, f"input {n}", limits)
        elif isinstance(entry, str) and is_web_address(entry):
            if entry not in seen:
                seen.add(entry)
                fetcher.wait(entry)
                yield from read_file(partial(fetcher.fetch, entry), hide_user(entry), limits)
                progress("Fetching", fetcher.n_fetched, n_addresses)
        elif entry == STANDARD_STREAM:
            if entry not in seen:
                seen.add(entry)
                yield from _read_standard_input(limits)
        else:
            yield from _find_files(os.fspath(entry), seen, limits)


def _read_standard_input(limits: Limits) -> Iterator[Document | Skipped]:
    """Read what is piped in. The limit of time begins when all is there: how long that takes is up to the sender."""
    try:
        raw = make_raw_file(read_standard_input(limits), STANDARD_STREAM, limits)
    except (InputError, OSError) as error:
        yield skip(STANDARD_STREAM, error)
    else:
        yield from read_file(lambda: raw, STANDARD_STREAM, limits)


def _find_files(typed: str, seen: set[str], limits: Limits) -> Iterator[Skipped | _FoundFile]:
    """Find the files that a path stands for; `seen` holds the real paths that were found before."""
    in_archive = split_archive_path(typed)
    if in_archive:
        archive, inside = in_archive
        real = os.path.realpath(archive)
        if seen.isdisjoint((real, f"{real}/{inside}")):
            seen.add(f"{real}/{inside}" if inside else real)
            yield _FoundFile(archive, only=f"{archive}/{inside}" if inside else archive)
        return
    for path in find_files(typed, limits):
        if isinstance(path, Skipped):
            yield path
            continue
        real = os.path.realpath(path)
        if real in seen:
            continue
        seen.add(real)
        yield _FoundFile(path) if path == typed or has_reader(path) else Skipped(path, UNKNOWN_KIND)


def _read_chunk(found: Sequence[Document | Skipped | _FoundFile], limits: Limits) -> list[Document | Skipped]:
    """Put the documents of each file in its place; the other entries stay."""
    entries: list[Document | Skipped] = []
    for entry in found:
        if isinstance(entry, _FoundFile):
            entries += read_file(partial(_load, entry.path, limits), entry.path, limits, entry.only)
        else:
            entries.append(entry)
    return entries


def _load(path: str, limits: Limits) -> RawFile:
    return make_raw_file(read_bytes(path, limits), path, limits)


def gather_topic(
    entries: Iterable[Document | Skipped], limits: Limits = DEFAULT_LIMITS, *, strict: bool = False
) -> Topic:
    """Part the documents from what was skipped; a text beyond the limits is skipped too.

    Raises
    ------
    InputError
        Under `strict`, something was skipped.
    """
    documents: list[Document] = []
    skipped: list[Skipped] = []
    for entry in entries:
        fault = entry if isinstance(entry, Skipped) else _skip_if_too_long(entry, limits)
        if fault is None and isinstance(entry, Document):
            documents.append(_with_short_metadata(entry))
        elif fault and strict:
            raise InputError(fault.path or "", fault.reason)
        elif fault:
            skipped.append(fault)
    return Topic(tuple(documents), tuple(skipped))


def _with_short_metadata(document: Document) -> Document:
    """Cut off a title or a name that is none; an address that is too long to be one is unknown."""
    known = {name: getattr(document, name) or "" for name in ("title", "publisher", "author", "url")}
    if max(map(len, known.values())) <= MAX_METADATA:
        return document
    url = known.pop("url")
    cut: dict[str, Any] = {
        name: f"{value[:MAX_METADATA]}…" for name, value in known.items() if len(value) > MAX_METADATA
    }
    return replace(document, **cut, url=url if url and len(url) <= MAX_URL else None)


def _skip_if_too_long(document: Document, limits: Limits) -> Skipped | None:
    """Skip a text that is too long to be an article's, or has a line that is; None for all others."""
    path, max_text, max_line = document.path, limits.document_characters, limits.line_characters
    if len(document.text) > max_text:
        what = f"its text has more than {max_text:,} characters"
        return skip(path, LimitError(path or "", what, "document_characters"))
    if len(document.text) > max_line and max(map(len, document.text.split("\n"))) > max_line:
        return skip(path, LimitError(path or "", f"has a line of more than {max_line:,} characters", "line_characters"))
    return None

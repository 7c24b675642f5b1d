"""One file to documents: whatever goes wrong inside it costs this file, or this part of it, only."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice

from summarizer.datamodel import Document, Skipped
from summarizer.errors import InputError, LimitError
from summarizer.limits import Limits
from summarizer.read.archives import ArchiveContents, find_members, is_asked_for
from summarizer.read.compressed import packing_of, unpack
from summarizer.read.file_kinds import ARCHIVES, has_reader, kind_of, reader_of
from summarizer.read.own_output import OWN_OUTPUT, is_own_output
from summarizer.read.raw_files import RawFile, check_nesting
from summarizer.read.skipping import skip
from summarizer.read.time_limit import time_limit

UNKNOWN_KIND = "not a kind of file this reads"


def read_file(
    load: Callable[[], RawFile], path: str, limits: Limits, only: str | None = None
) -> Iterator[Document | Skipped]:
    """Read the documents of a file, and of the files that are packed in it.

    Parameters
    ----------
    load
        Returns the file's bytes; an error that it raises costs the file, as one in the bytes does.
    only
        A path in an archive: nothing else is read.
    """
    try:
        with time_limit(limits.seconds, path):
            raw = _unpack_all(load())
            kind = kind_of(raw)
            found = _list_archive(raw, kind) if kind in ARCHIVES else _read_entries(raw, kind, only)
    except Exception as error:  # noqa: BLE001 (third-party parsers raise what they like on broken files)
        yield skip(path, error)
    else:
        yield from found if isinstance(found, list) else _read_members(raw, found, only)
        yield from (Skipped(raw.path, fault) for fault in raw.faults)


def _unpack_all(raw: RawFile) -> RawFile:
    while packing := packing_of(raw.data):
        raw = unpack(raw, packing)
    if not raw.data or raw.data.isspace():
        raise InputError(raw.path, "the file is empty")
    return raw


def _list_archive(raw: RawFile, kind: str) -> ArchiveContents:
    check_nesting(raw)
    return ARCHIVES[kind](raw)


def _read_entries(raw: RawFile, kind: str, only: str | None) -> list[Document | Skipped]:
    if not is_asked_for(raw.path, only):
        raise InputError(raw.path, f"is no archive, so there is no {only}")
    if is_own_output(raw.data):
        raise InputError(raw.path, OWN_OUTPUT)
    n_entries = raw.limits.files
    entries = list(islice(reader_of(raw, kind)(raw), n_entries + 1))
    if not entries:
        raise InputError(raw.path, "no article in it")
    if len(entries) > n_entries:
        over = LimitError(raw.path, f"has more than {n_entries:,} articles, the rest is left out", "files")
        entries[n_entries:] = [Skipped(raw.path, over.reason)]
    return entries


def _read_members(archive: RawFile, contents: ArchiveContents, only: str | None) -> Iterator[Document | Skipped]:
    is_found = False
    for member in find_members(archive, contents, only):
        is_found = True
        if isinstance(member, Skipped):
            yield member
        elif has_reader(member.path) or member.path == only:
            yield from read_file(member.load, member.path, archive.limits, only)
        else:
            yield Skipped(member.path, UNKNOWN_KIND)
    if not is_found:
        yield Skipped(only or archive.path, "no such file in the archive" if only else "the archive has no files in it")

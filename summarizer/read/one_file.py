"""One file to documents: whatever goes wrong inside it costs this file, or this part of it, only."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice

from summarizer.datamodel import Document, Skipped
from summarizer.errors import InputError, LimitError, MissingExtraError
from summarizer.limits import Limits
from summarizer.read.archives import Contents, is_wanted, members
from summarizer.read.compressed import packing_of, unpack
from summarizer.read.file_kinds import ARCHIVES, READERS, is_known, kind_of, read_any
from summarizer.read.raw_files import Raw
from summarizer.read.time_limit import time_limit

UNKNOWN = "not a kind of file this reads"
_REASON_CHARACTERS = 200


def read_file(
    load: Callable[[], Raw], path: str, limits: Limits, only: str | None = None
) -> Iterator[Document | Skipped]:
    """The documents that are in a file, and in the files that are packed in it.

    Parameters
    ----------
    load
        Gives the file's bytes; what it raises is the file's fault too.
    only
        A path in an archive: nothing else is read.
    """
    try:
        with time_limit(limits.seconds, path):
            raw = _unpacked(load())
            kind = kind_of(raw)
            found = _open_archive(raw, kind) if kind in ARCHIVES else _read_entries(raw, kind, only)
    except (InputError, MissingExtraError, OSError) as error:
        yield Skipped(path, reason_of(error))
    except Exception as error:  # noqa: BLE001 (third-party parsers raise what they like on broken files)
        said = " ".join(str(error).split())[:_REASON_CHARACTERS]
        yield Skipped(path, f"could not be parsed ({type(error).__name__}: {said})")
    else:
        yield from found if isinstance(found, list) else _read_members(raw, found, only)


def _unpacked(raw: Raw) -> Raw:
    while packing := packing_of(raw.data):
        raw = unpack(raw, packing)
    if not raw.data or raw.data.isspace():
        raise InputError(raw.path, "the file is empty")
    return raw


def _open_archive(raw: Raw, kind: str) -> Contents:
    if raw.nesting >= raw.limits.nesting:
        raise LimitError(raw.path, "too much is packed in one another", "nesting")
    return ARCHIVES[kind](raw)


def _read_entries(raw: Raw, kind: str, only: str | None) -> list[Document | Skipped]:
    if not is_wanted(raw.path, only):
        raise InputError(raw.path, f"is no archive, so there is no {only}")
    n_entries = raw.limits.files
    entries = list(islice(READERS.get(kind, read_any)(raw), n_entries + 1))
    if len(entries) > n_entries:
        over = LimitError(raw.path, f"has more than {n_entries:,} articles, the rest is left out", "files")
        entries[n_entries:] = [Skipped(raw.path, over.reason)]
    return entries


def _read_members(archive: Raw, contents: Contents, only: str | None) -> Iterator[Document | Skipped]:
    is_found = False
    for member in members(archive, contents, only):
        is_found = True
        if isinstance(member, Skipped):
            yield member
        elif is_known(member.path) or member.path == only:
            yield from read_file(member.load, member.path, archive.limits, only)
        else:
            yield Skipped(member.path, UNKNOWN)
    if not is_found:
        yield Skipped(only or archive.path, "no such file in the archive" if only else "the archive has no files in it")


def reason_of(error: Exception) -> str:
    """What an error says of a file, its path aside."""
    if isinstance(error, InputError):
        return error.reason
    return (error.strerror or str(error)).lower() if isinstance(error, OSError) else str(error)

"""Which files a path stands for, and their bytes."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator, Sequence
from itertools import islice

from summarizer.datamodel import Skipped
from summarizer.errors import InputError, LimitError
from summarizer.limits import DEFAULT_LIMITS, Limits
from summarizer.read.raw_files import read_at_most, size

# Beside "page.html" saved complete, browsers put its pictures and frames into a folder of this name.
MAX_PATH = 1 << 13  # characters; no system has longer ones, and an archive's names in it are no longer
_SIDE_FOLDER = re.compile(
    r"(.+)[_-](?:files|file|dateien|fichiers|archivos|arquivos|ficheiros|bestanden|pliki|soubory|filer)", re.IGNORECASE
)


def find_files(typed: str, limits: Limits) -> Iterator[str | Skipped]:
    """The files that a path stands for, each named as the user typed it and joined with what was found under it.

    A folder is walked in the order of its names, so the order does not depend on the file system. Hidden files are
    passed over; what is missing, is no file, or leads out of the folder becomes a `Skipped`.
    """
    if not os.path.lexists(typed):
        yield Skipped(typed, "no such file or folder")
    elif not os.path.isdir(typed):
        yield typed
    else:
        found = list(islice(_walk(typed), limits.files + 1))
        yield from found[: limits.files] or [Skipped(typed, "the folder has no files in it")]
        if len(found) > limits.files:
            over = LimitError(typed, f"has more than {limits.files:,} files, the rest is left out", "files")
            yield Skipped(typed, over.reason)


def find_around(typed: str) -> tuple[str, str] | None:
    """The file that a path leads into, as it does where an archive is named like a folder, and the path in it."""
    path = typed.rstrip("/")[:MAX_PATH]
    while path and not os.path.lexists(path):
        path = os.path.dirname(path)
    if path in ("", typed) or not os.path.isfile(path):
        return None
    inside = os.path.normpath(typed[len(path) :].strip("/") or ".")
    return path, "" if inside == "." else inside


def _walk(top: str) -> Iterator[str | Skipped]:
    waiting = [top]  # the next one last; no recursion, because folders may be nested deeper than the stack
    inside = os.path.join(os.path.realpath(top), "")
    while waiting:
        path = waiting.pop()
        is_link = path != top and os.path.islink(path)
        if path != top and not os.path.isdir(path):
            leads_out = is_link and not os.path.realpath(path).startswith(inside)
            yield Skipped(path, "a link that leads out of the folder; name it to have it read") if leads_out else path
        elif is_link:  # it may lead back into the tree, where its files are found as they are
            if not os.path.join(os.path.realpath(path), "").startswith(inside):
                yield Skipped(path, "a link that leads out of the folder; name it to have it read")
        else:
            try:
                names = sorted(os.listdir(path), reverse=True)
            except OSError as error:
                yield Skipped(path, (error.strerror or str(error)).lower())
                continue
            pages = frozenset(names)
            waiting += [
                os.path.join(path, name)
                for name in names
                if not is_hidden(name) and pages.isdisjoint(pages_beside(name))
            ]


def is_hidden(name: str) -> bool:
    """Whether a file or folder is not meant to be seen."""
    return name.startswith(".")


def pages_beside(folder: str) -> Sequence[str]:
    """What a page is called that was saved complete with this folder beside it."""
    side = _SIDE_FOLDER.fullmatch(folder)
    return [f"{side[1]}{suffix}" for suffix in (".html", ".htm", ".xhtml")] if side else []


def read_bytes(path: str, limits: Limits = DEFAULT_LIMITS) -> bytes:
    """The bytes of a regular file.

    Raises
    ------
    OSError
        It cannot be read, or is a device, a pipe or a socket: those may never end.
    InputError
        It changed meanwhile.
    LimitError
        It is too large.
    """
    with open(path, "rb", opener=_open_at_once) as file:
        before = os.fstat(file.fileno())
        if not stat.S_ISREG(before.st_mode):
            raise OSError(0, "not a regular file; use - to read standard input")
        if before.st_size > limits.file_bytes:
            raise LimitError(path, f"has more than {size(limits.file_bytes)}", "file_bytes")
        data = read_at_most(file, (before.st_size or limits.file_bytes) + 1)
        after = os.fstat(file.fileno())
    if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns):
        raise InputError(path, "it changed while it was being read; try again when it is complete")
    return data


def _open_at_once(path: str, flags: int) -> int:
    """Opened without waiting for who may write into a pipe."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))

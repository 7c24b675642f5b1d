"""Files named by URL, through fsspec: those on other machines, and those that several machines must reach."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from typing import Any, BinaryIO, cast
from uuid import uuid4

from summarizer.errors import InputError, MissingExtraError
from summarizer.locations import is_url

_WILDCARDS = "*?["
_TEMPORARY = ".unfinished-"


def open_url(url: str) -> AbstractContextManager[BinaryIO]:
    """Open the file at a URL for reading."""
    files, inside = _file_system(url)
    return cast("AbstractContextManager[BinaryIO]", files.open(inside, "rb"))


def expand(path: str) -> list[str]:
    """Return the files that a path, a URL or a pattern of either stands for, sorted, with absolute names.

    Raises
    ------
    InputError
        There is no such file.
    """
    if is_url(path):
        files, inside = _file_system(path)
        found = files.glob(inside) if _has_wildcard(path) else [inside] if files.isfile(inside) else []
        found = [path] if not _has_wildcard(path) and found else [files.unstrip_protocol(name) for name in found]
    else:
        found = glob.glob(path) if _has_wildcard(path) and not os.path.exists(path) else [path]
        found = [make_absolute(name) for name in found if os.path.isfile(name)]
    if not found:
        raise InputError(path, "no such file")
    return sorted(found)


def make_absolute(path: str) -> str:
    """Return the path as other processes must name it; a URL stays as it is."""
    return path if is_url(path) else os.path.abspath(path)


def join(folder: str, *names: str) -> str:
    """Return the path or URL of a name inside a folder."""
    return "/".join([folder.rstrip("/"), *names])


def list_folder(folder: str) -> list[str]:
    """Return the names in a folder, sorted; none if there is no such folder."""
    files, inside = _file_system(folder)
    if not files.isdir(inside):
        return []
    return sorted(entry.rstrip("/").rpartition("/")[2] for entry in files.ls(inside, detail=False))


def fingerprint(path: str) -> str:
    """Return what changes with a file: a hash of its size, its time, and whatever else its store tells of it."""
    files, inside = _file_system(path)
    return str(files.ukey(inside))


def make_folder(folder: str) -> None:
    """Make a folder, on stores that have folders; one that is there already is kept."""
    files, inside = _file_system(folder)
    files.makedirs(inside, exist_ok=True)


def remove_folder(folder: str) -> None:
    """Remove a folder with all that is in it, if there is one."""
    files, inside = _file_system(folder)
    with suppress(FileNotFoundError):
        files.rm(inside, recursive=True)


def remove_leftovers(folder: str) -> None:
    """Remove the unfinished files that killed processes have left in a folder."""
    files, inside = _file_system(folder)
    for name in list_folder(folder):
        if name.startswith(_TEMPORARY):
            files.rm(join(inside, name))


@contextmanager
def write_at_once(target: str) -> Iterator[BinaryIO]:
    """Give a stream to a file that appears under its name only when all of it is written.

    It is written under a temporary name in the same folder and then moved: a rename on file systems, on object stores a
    copy inside the store. `remove_leftovers` knows the files of killed processes by their temporary names.
    """
    folder, _, name = target.rpartition("/")
    temporary = f"{folder}/{_TEMPORARY}{name}.{uuid4().hex}"
    files, inside = _file_system(temporary)
    try:
        with files.open(inside, "wb") as stream:
            yield stream
        files.mv(inside, _file_system(target)[1])
    except BaseException:
        with suppress(Exception):
            files.rm(inside)
        raise


def _has_wildcard(path: str) -> bool:
    return any(char in path for char in _WILDCARDS)


def _file_system(url: str) -> tuple[Any, str]:
    """Return the file system of a URL, and the path on it."""
    try:
        files, inside = _fsspec().core.url_to_fs(url)
    except (ImportError, ValueError) as error:  # s3:// needs the package s3fs; foo:// is unknown
        raise InputError(url, str(error)) from error
    return files, inside


def _fsspec() -> Any:
    try:
        import fsspec
    except ImportError as error:
        raise MissingExtraError("reading and writing by URL", "fsspec", "distributed") from error
    return fsspec

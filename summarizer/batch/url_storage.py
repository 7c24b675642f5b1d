"""Files that are not, or not only, on this machine: by URL, through fsspec."""

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
    """The bytes at an address."""
    files, inside = _file_system(url)
    return cast("AbstractContextManager[BinaryIO]", files.open(inside, "rb"))


def expand(path: str) -> list[str]:
    """The files that a path, a URL or a pattern of either stands for, sorted; as other machines must name them.

    Raises
    ------
    InputError
        There is none.
    """
    if is_url(path):
        files, inside = _file_system(path)
        found = files.glob(inside) if _has_wildcard(path) else [inside] if files.isfile(inside) else []
        found = [path] if not _has_wildcard(path) and found else [files.unstrip_protocol(each) for each in found]
    else:
        found = glob.glob(path) if _has_wildcard(path) and not os.path.exists(path) else [path]
        found = [make_absolute(each) for each in found if os.path.isfile(each)]
    if not found:
        raise InputError(path, "no such file")
    return sorted(found)


def make_absolute(path: str) -> str:
    """The path as other processes must name it; a URL is one already."""
    return path if is_url(path) else os.path.abspath(path)


def join(folder: str, *names: str) -> str:
    """A name inside a folder."""
    return "/".join([folder.rstrip("/"), *names])


def list_folder(folder: str) -> list[str]:
    """The names in a folder, sorted; none where there is no such folder."""
    files, inside = _file_system(folder)
    if not files.isdir(inside):
        return []
    return sorted(entry.rstrip("/").rpartition("/")[2] for entry in files.ls(inside, detail=False))


def make_folder(folder: str) -> None:
    """Make a folder where stores have any."""
    files, inside = _file_system(folder)
    files.makedirs(inside, exist_ok=True)


def remove_folder(folder: str) -> None:
    """Remove a folder with all that is in it; nothing where there is none."""
    files, inside = _file_system(folder)
    with suppress(FileNotFoundError):
        files.rm(inside, recursive=True)


def remove_leftovers(folder: str) -> None:
    """Remove what killed processes were writing in a folder."""
    files, inside = _file_system(folder)
    for name in list_folder(folder):
        if name.startswith(_TEMPORARY):
            files.rm(join(inside, name))


@contextmanager
def write_at_once(target: str) -> Iterator[BinaryIO]:
    """A stream to a file that appears under its name only when all of it is there.

    It is written under another name beside it and then moved: a rename on file systems, on object stores a copy inside
    the store. What a killed process leaves is told by its name.
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
    """What reads and writes there, and the name it has there."""
    try:
        files, inside = _fsspec().core.url_to_fs(url)
    except (ImportError, ValueError) as error:  # s3:// needs s3fs; nobody knows foo://
        raise InputError(url, str(error)) from error
    return files, inside


def _fsspec() -> Any:
    try:
        import fsspec
    except ImportError as error:
        raise MissingExtraError("reading and writing by URL", "fsspec", "distributed") from error
    return fsspec

"""Which files a path stands for, and their bytes."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator, Sequence
from pathlib import Path

from summarizer.datamodel import Skipped

# Beside "page.html" saved complete, browsers put its pictures and frames into a folder of this name.
_SIDE_FOLDER = re.compile(
    r"(.+)[_-](?:files|file|dateien|fichiers|archivos|arquivos|ficheiros|bestanden|pliki|soubory|filer)", re.IGNORECASE
)


def find_files(typed: str) -> Iterator[str | Skipped]:
    """The files that a path stands for, each named as the user typed it and joined with what was found under it.

    A folder is walked in the order of its names, links to folders aside, so the order does not depend on the file
    system. Hidden files are passed over; what is missing or is no file becomes a `Skipped`.
    """
    if not os.path.lexists(typed):
        yield Skipped(typed, "no such file or folder")
    elif not os.path.isdir(typed):
        yield typed
    else:
        found = list(_walk(typed))
        yield from found or [Skipped(typed, "the folder has no files in it")]


def _walk(top: str) -> Iterator[str | Skipped]:
    waiting = [top]  # the next one last; no recursion, because folders may be nested deeper than the stack
    while waiting:
        path = waiting.pop()
        if path != top and not os.path.isdir(path):
            yield path
        elif path == top or not os.path.islink(path):  # a linked folder may lead out of the tree, or back into it
            try:
                names = sorted(os.listdir(path), reverse=True)
            except OSError as error:
                yield Skipped(path, (error.strerror or str(error)).lower())
                continue
            waiting += [
                os.path.join(path, name) for name in names if not name.startswith(".") and not _is_beside(name, names)
            ]


def _is_beside(name: str, names: Sequence[str]) -> bool:
    """Whether the name is that of a folder with what belongs to a saved page among the names."""
    side = _SIDE_FOLDER.fullmatch(name)
    return side is not None and not {f"{side[1]}.html", f"{side[1]}.htm", f"{side[1]}.xhtml"}.isdisjoint(names)


def read_bytes(path: str) -> bytes:
    """The bytes of a regular file.

    Raises
    ------
    OSError
        It cannot be read, or is a device, a pipe or a socket: those may never end.
    """
    if not stat.S_ISREG(os.stat(path).st_mode):
        raise OSError(0, "not a regular file; use - to read standard input")
    return Path(path).read_bytes()

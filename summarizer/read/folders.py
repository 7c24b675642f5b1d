"""Which files a path stands for: itself, those of a folder, or a file in an archive."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from itertools import islice

from summarizer.datamodel import Skipped
from summarizer.errors import LimitError
from summarizer.limits import Limits
from summarizer.read.missing_paths import explain_missing, name_missing
from summarizer.read.skipping import reason_of

_MAX_PATH = 1 << 13  # characters; no system takes longer paths, so what is longer need not be looked for
# Beside "page.html" saved complete, browsers put its pictures and frames into a folder of such a name.
_SIDE_FOLDER = re.compile(
    r"(.+)[_-](?:files|file|dateien|fichiers|archivos|arquivos|ficheiros|bestanden|pliki|soubory|filer)", re.IGNORECASE
)


def find_files(typed: str, limits: Limits) -> Iterator[str | Skipped]:
    """Find the files that a path stands for; each is named as the user typed it, joined with where it was found.

    A folder is walked in the order of its names, so the order does not depend on the file system. Hidden files are
    passed over; what is missing, or is a link that leads out of the folder, becomes a `Skipped`.
    """
    if not os.path.lexists(typed):
        yield Skipped(name_missing(typed), explain_missing(typed))
    elif not os.path.isdir(typed):
        yield typed
    else:
        found = list(islice(_walk(typed), limits.files + 1))
        yield from found[: limits.files] or [Skipped(typed, "the folder has no files in it")]
        if len(found) > limits.files:
            over = LimitError(typed, f"has more than {limits.files:,} files, the rest is left out", "files")
            yield Skipped(typed, over.reason)


def split_archive_path(typed: str) -> tuple[str, str] | None:
    """Split "news.zip/monday/a.html" into the file that exists, and the path in it.

    None for a path that does not lead into a file; the path in it is empty for "news.zip/".
    """
    path = typed.rstrip("/")[:_MAX_PATH]
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
        if is_link and not os.path.join(os.path.realpath(path), "").startswith(inside):
            yield Skipped(path, "a link that leads out of the folder; name it to have it read")
        elif not os.path.isdir(path):
            yield path
        elif not is_link:  # the folder that a link leads to is walked where it stands
            try:
                names = sorted(os.listdir(path), reverse=True)
            except OSError as error:
                yield Skipped(path, reason_of(error))
                continue
            pages = frozenset(names)
            waiting += [
                os.path.join(path, name)
                for name in names
                if not is_hidden(name) and pages.isdisjoint(pages_saved_with(name))
            ]


def is_hidden(name: str) -> bool:
    """Tell whether a file or folder is hidden from people by its name."""
    return name.startswith(".")


def pages_saved_with(folder: str) -> Sequence[str]:
    """Name the pages that a browser may have saved complete, with this folder beside them for what they show."""
    side = _SIDE_FOLDER.fullmatch(folder)
    return [f"{side[1]}{suffix}" for suffix in (".html", ".htm", ".xhtml")] if side else []

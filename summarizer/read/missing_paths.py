"""Advise about a path that is not there: what the user may have meant, and what to do."""

from __future__ import annotations

import difflib
import glob
import os
import re
from collections.abc import Sequence
from urllib.parse import urlsplit

from summarizer.locations import PACKED_SUFFIXES

_MIN_TEXT_SPACES = 6
_MAX_PATH = 4096  # characters; no system takes longer ones
_MAX_NAME = 60  # characters of a pasted text that are shown in place of a path
_MAX_NAMES = 10_000  # of a folder, among which the nearest one is looked for
_LIKE_STEM = 0.7  # of 0..1: "sedes" is like "seeds"
_MAX_TRIED = 10
_HOST = re.compile(r"(?:https?:/?)?((?:www\.|[\w-]+(?:\.[\w-]+){0,9}\.[a-z]{2,9}/)\S*)", re.IGNORECASE)
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)


def explain_missing(typed: str) -> str:
    """Say that a path is not there, and what to do where that can be told."""
    advice = _advise(typed)
    return f"no such file or folder; {advice}" if advice else "no such file or folder"


def name_missing(typed: str) -> str:
    """Name what was typed in place of a path: of a text that was pasted, its beginning."""
    return f"{' '.join(typed.split())[:_MAX_NAME]}…" if _is_text(typed) and len(typed) > _MAX_NAME else typed


def _advise(typed: str) -> str:
    if _is_text(typed):
        return "text comes in a file, from standard input (summarize -), or in Python as a Document"
    if advice := _advise_about_scheme(typed):
        return advice
    expanded = os.path.expanduser(typed)
    if found := expanded if os.path.lexists(expanded) else _nearest(typed):
        return f"is it {found}?"
    address = _HOST.match(typed)
    if address and PACKED_SUFFIXES.isdisjoint(os.path.splitext(part)[1] for part in typed.split("/")):
        return f"an address begins with https://, as in https://{address[1]}"
    return _advise_about_pattern(typed) if glob.has_magic(typed) else ""


def _advise_about_scheme(typed: str) -> str:
    if typed.lower().startswith("file:"):
        from urllib.request import url2pathname  # what it imports for the network would make every start slower

        return f"give the path alone: {url2pathname(urlsplit(typed).path)}"
    is_other = _SCHEME.match(typed) is not None
    return "only addresses that begin with https:// or http:// are fetched; save the file first" if is_other else ""


def _is_text(typed: str) -> bool:
    """Tell whether what stands in place of a path is the text of an article, or of several."""
    return "\n" in typed.strip() or typed.count(" ") >= _MIN_TEXT_SPACES or len(typed) > _MAX_PATH


def _advise_about_pattern(pattern: str) -> str:
    n_found = len(glob.glob(pattern))
    files = "1 file" if n_found == 1 else f"{n_found:,} files" if n_found else "no file"
    return f"a pattern is expanded by the shell where no quotation marks enclose it; this one fits {files}"


def _nearest(typed: str) -> str | None:
    """Find the path that is most like one that is not there: wherever a part of it fails, another name is tried."""
    folder, missing, rest = _split_at_missing(os.path.normpath(typed))
    try:
        names = os.listdir(folder or ".")[:_MAX_NAMES]
    except OSError:
        return None
    for near in _most_like(missing, names):
        path = os.path.join(folder, near)
        if not rest or os.path.lexists(os.path.join(path, rest)):
            return os.path.join(path, rest) if rest else path
        if os.path.isdir(path):
            return _nearest(os.path.join(path, rest))
    return None


def _most_like(name: str, names: Sequence[str]) -> Sequence[str]:
    """Sort the names whose stem is like that of `name`, the most like first."""
    by_stem: dict[str, list[str]] = {}
    for each in sorted(names):
        by_stem.setdefault(_stem(each), []).append(each)
    near = difflib.get_close_matches(_stem(name), by_stem, n=_MAX_TRIED, cutoff=_LIKE_STEM)
    matcher = difflib.SequenceMatcher(b=name.casefold())

    def likeness(other: str) -> float:
        matcher.set_seq1(other.casefold())
        return matcher.ratio()

    return sorted((each for stem in near for each in by_stem[stem]), key=likeness, reverse=True)[:_MAX_TRIED]


def _stem(name: str) -> str:
    return os.path.splitext(name)[0].casefold()


def _split_at_missing(path: str) -> tuple[str, str, str]:
    """Split a path into the folder that exists, the name that does not exist there, and the rest."""
    rest = ""
    while True:
        folder, name = os.path.split(path)
        if not folder or os.path.isdir(folder) or folder == path:
            return folder, name, rest
        path, rest = folder, os.path.join(name, rest) if rest else name

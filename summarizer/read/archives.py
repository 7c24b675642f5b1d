"""Archives of any of the other kinds (.zip, .tar): read in memory, a file after the other, nothing written anywhere."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Container, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from io import BytesIO

from summarizer.datamodel import Skipped
from summarizer.errors import InputError, LimitError
from summarizer.read.files import is_hidden, pages_beside
from summarizer.read.raw_files import Raw
from summarizer.read.zip_files import SHOWN, Zip

MAX_NAME = 4096  # characters; file systems have no longer paths
_LEADS_OUT = re.compile(r"/|\.\.(?:/|\Z)|[a-zA-Z]:/")
_RESOURCE_FORKS = "__MACOSX"  # where the archiver of macOS keeps what is no file


@dataclass(frozen=True, slots=True)
class Contents:
    """The names of the files in an archive, what gives the bytes of one, and what is wrong with the rest of it."""

    names: Sequence[str]
    read: Callable[[str], bytes]
    fault: str | None = None


@dataclass(frozen=True, slots=True)
class Member:
    """A file in an archive that is not yet unpacked."""

    path: str
    archive: Raw
    name: str
    read: Callable[[str], bytes]

    def load(self) -> Raw:
        """The file, unpacked.

        Raises
        ------
        InputError
            It is damaged, encrypted, too large, or packed too deep.
        """
        return self.archive.member(self.read(self.name), self.path)


def zip_contents(raw: Raw) -> Contents:
    """What is in a ZIP file.

    Raises
    ------
    InputError
        It is damaged, or has too many files.
    """
    packed = Zip(raw)
    return Contents(packed.names(), packed.read)


def tar_contents(raw: Raw) -> Contents:
    """What is in a tar file; links and devices are not.

    Raises
    ------
    InputError
        It is damaged, or has too many files.
    """
    import tarfile  # only an archive waits for it

    files: dict[str, tarfile.TarInfo] = {}
    is_whole = False
    with suppress(Exception):  # of many kinds, for what can be wrong in a header
        tar = tarfile.open(fileobj=BytesIO(raw.data), mode="r:")  # noqa: SIM115 (it has nothing to close)
        for member in tar:
            if member.isreg():
                files[member.name] = member
            if len(files) > raw.limits.files:
                break
        # Zeros end a tar file; what is wrong before them ends it too, as far as tarfile is concerned.
        is_whole = not raw.data[tar.offset :].strip(b"\0") and len(raw.data) > tar.offset
    if len(files) > raw.limits.files:
        raise LimitError(raw.path, f"has more than {raw.limits.files:,} files in it", "files")
    if not (files or is_whole):
        raise InputError(raw.path, "damaged, or no tar file")

    def read(name: str) -> bytes:
        stream = tar.extractfile(files[name])
        if stream is None:
            raise InputError(raw.path, f"damaged: {name} is missing")
        return raw.allowance.take(stream, raw.path)

    return Contents(
        list(files), read, None if is_whole else f"damaged: what came after its {len(files):,} files is lost"
    )


def members(raw: Raw, contents: Contents, only: str | None = None) -> Iterator[Member | Skipped]:
    """The files of an archive in the order of their names, without those that a folder's would be without.

    With `only`, a path in the archive, just what is on the way to it, or under it.
    """
    names_of = {posixpath.normpath(name[:MAX_NAME].replace("\\", "/")): name for name in contents.names}
    for name in sorted(names_of, key=lambda name: name.split("/")):
        path = f"{raw.path}/{name}"
        is_on_the_way = is_wanted(path, only) or (only or "").startswith(f"{path}/")
        if not is_on_the_way or (path != only and _is_passed_over(name, names_of)):
            continue
        if _LEADS_OUT.match(name):
            yield Skipped(raw.path, f"a name in it leads out of it: {name[:SHOWN]}")
        else:
            yield Member(path, raw, names_of[name], contents.read)
    if contents.fault:
        yield Skipped(raw.path, contents.fault)


def _is_passed_over(name: str, names: Container[str]) -> bool:
    """Whether the file is hidden, or only belongs to a page that is in the archive too."""
    parts = name.split("/")
    if any(is_hidden(part) for part in parts if part != "..") or parts[0] == _RESOURCE_FORKS:
        return True
    pages = ((depth, page) for depth, part in enumerate(parts[:-1]) for page in pages_beside(part))
    return any("/".join([*parts[:depth], page]) in names for depth, page in pages)


def is_wanted(path: str, only: str | None) -> bool:
    """Whether the path is what alone is read, or under it; everything is where nothing is named."""
    return only is None or path == only or path.startswith(f"{only}/")

"""Archives (.zip, .tar): their files are read in memory, one after the other; nothing is written to the disk."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Container, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from io import BytesIO

from summarizer.datamodel import Skipped
from summarizer.errors import InputError, LimitError
from summarizer.read.folders import is_hidden, pages_saved_with
from summarizer.read.raw_files import RawFile
from summarizer.read.skipping import shorten
from summarizer.read.zip_files import ZipMembers

_MAX_NAME = 4096  # characters; file systems take no longer paths, so a longer name is none that anyone gave
_LEADS_OUT = re.compile(r"/|\.\.(?:/|\Z)|[a-zA-Z]:/")
_RESOURCE_FORKS = "__MACOSX"  # where the archiver of macOS keeps the settings of files
_TAR_BLOCK = 512  # bytes; a tar file is made of blocks, and blocks of zeros end it


@dataclass(frozen=True, slots=True)
class ArchiveContents:
    """The names of the files in an archive, a function that unpacks one, and what is wrong with the rest of it."""

    names: Sequence[str]
    unpack: Callable[[str], bytes]
    fault: str | None = None


@dataclass(frozen=True, slots=True)
class ArchiveMember:
    """A file in an archive that is not unpacked yet."""

    path: str
    archive: RawFile
    name: str
    unpack: Callable[[str], bytes]

    def load(self) -> RawFile:
        """Unpack the file.

        Raises
        ------
        InputError
            It is damaged, encrypted or too large.
        """
        return self.archive.member(self.unpack(self.name), self.path)


def zip_contents(raw: RawFile) -> ArchiveContents:
    """List the files in a ZIP archive.

    Raises
    ------
    InputError
        It is damaged, or has too many files.
    """
    packed = ZipMembers(raw)
    return ArchiveContents(packed.names(), packed.read)


def tar_contents(raw: RawFile) -> ArchiveContents:
    """List the files in a tar archive, without links and devices.

    Raises
    ------
    InputError
        It is damaged, or has too many files.
    """
    import tarfile  # only archives need it

    files: dict[str, tarfile.TarInfo] = {}
    end = 0  # of what tarfile has read
    is_whole = False
    with suppress(Exception):  # tarfile raises many kinds for what can be wrong in a header
        tar = tarfile.open(fileobj=BytesIO(raw.data), mode="r:")  # noqa: SIM115 (there is nothing to close)
        for member in tar:
            end = member.offset_data + (-(-member.size // _TAR_BLOCK) * _TAR_BLOCK if member.isreg() else 0)
            if member.isreg():
                files[member.name] = member
            if len(files) > raw.limits.files:
                break
        # tarfile stops at a damaged header, or where the data is cut off, as quietly as at the end, which is zeros.
        is_whole = len(raw.data) > end and not raw.data[end:].strip(b"\0")
    if len(files) > raw.limits.files:
        raise LimitError(raw.path, f"has more than {raw.limits.files:,} files in it", "files")
    if not (files or is_whole):
        raise InputError(raw.path, "damaged, or no tar file")

    def unpack(name: str) -> bytes:
        packed = tar.extractfile(files[name])
        if packed is None:
            raise InputError(raw.path, f"damaged: {shorten(name)} is missing")
        return raw.allowance.take(packed, raw.path)

    fault = None if is_whole else f"damaged: what came after its {len(files):,} files is lost"
    return ArchiveContents(list(files), unpack, fault)


def find_members(raw: RawFile, contents: ArchiveContents, only: str | None = None) -> Iterator[ArchiveMember | Skipped]:
    """Find the files to read in an archive, in the order of their names, as if it were a folder.

    Parameters
    ----------
    only
        A path in the archive: only files that lead to it, or are under it, are found.
    """
    names_of = {posixpath.normpath(name[:_MAX_NAME].replace("\\", "/")): name for name in contents.names}
    for name in sorted(names_of, key=lambda name: name.split("/")):
        path = f"{raw.path}/{name}"
        is_on_the_way = is_asked_for(path, only) or (only or "").startswith(f"{path}/")
        if not is_on_the_way or (path != only and _is_passed_over(name, names_of)):
            continue
        if _LEADS_OUT.match(name):
            yield Skipped(raw.path, f"a name in it leads out of it: {shorten(name)}")
        else:
            yield ArchiveMember(path, raw, names_of[name], contents.unpack)
    if contents.fault:
        yield Skipped(raw.path, contents.fault)


def _is_passed_over(name: str, names: Container[str]) -> bool:
    """Tell whether the file is hidden, or only belongs to a page that is in the archive too."""
    parts = name.split("/")
    if any(is_hidden(part) for part in parts if part != "..") or parts[0] == _RESOURCE_FORKS:
        return True
    pages = ((depth, page) for depth, part in enumerate(parts[:-1]) for page in pages_saved_with(part))
    return any("/".join([*parts[:depth], page]) in names for depth, page in pages)


def is_asked_for(path: str, only: str | None) -> bool:
    """Tell whether the path is `only`, or under it; where `only` is None, every path is asked for."""
    return only is None or path == only or path.startswith(f"{only}/")

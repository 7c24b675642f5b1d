"""Archives (.zip, .tar): their files are read in memory, one after the other; nothing is written to the disk."""

from __future__ import annotations

import posixpath
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

from summarizer.datamodel import Skipped
from summarizer.errors import InputError, LimitError
from summarizer.read.folders import is_hidden, pages_saved_with
from summarizer.read.raw_files import RawFile
from summarizer.read.skipping import shorten
from summarizer.read.zip_files import ZipMembers

if TYPE_CHECKING:
    import tarfile

_MAX_NAME = 4096  # characters; file systems take no longer paths, so a longer name is none that anyone gave
_LEADS_OUT = re.compile(r"/|\.\.(?:/|\Z)|[a-zA-Z]:/")
_RESOURCE_FORKS = "__MACOSX"  # where the archiver of macOS keeps the settings of files
_TAR_BLOCK = 512  # bytes; a tar file is made of blocks, and blocks of zeros end it


@dataclass(frozen=True, slots=True)
class ArchiveContents:
    """The names in an archive, a function that unpacks one, and what is wrong with the rest of it.

    Parameters
    ----------
    names
        Of the files. A name stands twice where two different files have it.
    unpack
        Unpacks the file of a name, the last one.
    links
        The names of links, each with the path that it leads to.
    fault
        What is wrong with the rest of the archive.
    """

    names: Sequence[str]
    unpack: Callable[[str], bytes]
    links: Sequence[tuple[str, str]] = ()
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
    links = [(name, posixpath.join(posixpath.dirname(name), target)) for name, target in packed.links()]
    return ArchiveContents(packed.names(), packed.read, links, packed.fault())


def tar_contents(raw: RawFile) -> ArchiveContents:
    """List the files in a tar archive, without devices.

    Raises
    ------
    InputError
        It is damaged, or has too many files.
    """
    import tarfile  # only archives need it

    files: dict[str, tarfile.TarInfo] = {}
    names: list[str] = []
    links: list[tuple[str, str]] = []
    end = 0  # of what tarfile has read
    is_whole = False
    with suppress(Exception):  # tarfile raises many kinds for what can be wrong in a header
        tar = tarfile.open(fileobj=BytesIO(raw.data), mode="r:")  # noqa: SIM115 (there is nothing to close)
        for member in tar:
            end = member.offset_data + (-(-member.size // _TAR_BLOCK) * _TAR_BLOCK if member.isreg() else 0)
            if member.isreg():
                if not _is_repeated(raw.data, files.get(member.name), member):
                    names.append(member.name)
                files[member.name] = member
            elif member.islnk() or member.issym():
                links.append((member.name, _target_of(member)))
            if len(names) + len(links) > raw.limits.files:
                break
        # tarfile stops at a damaged header, or where the data is cut off, as quietly as at the end, which is zeros.
        is_whole = len(raw.data) > end and not raw.data[end:].strip(b"\0")
    if len(names) + len(links) > raw.limits.files:
        raise LimitError(raw.path, f"has more than {raw.limits.files:,} files in it", "files")
    if not (files or is_whole):
        raise InputError(raw.path, "damaged, or no tar file")

    def unpack(name: str) -> bytes:
        packed = tar.extractfile(files[name])
        if packed is None:
            raise InputError(raw.path, f"damaged: {shorten(name)} is missing")
        return raw.allowance.take(packed, raw.path)

    fault = None if is_whole else f"damaged: what came after its {len(files):,} files is lost"
    return ArchiveContents(names, unpack, links, fault)


def _is_repeated(data: bytes, before: tarfile.TarInfo | None, member: tarfile.TarInfo) -> bool:
    """Tell whether a file was packed a second time, unchanged."""
    if before is None or before.size != member.size:
        return False
    return data.startswith(data[before.offset_data : before.offset_data + before.size], member.offset_data)


def _target_of(link: tarfile.TarInfo) -> str:
    """Find the path in the archive that a link leads to: a symbolic one counts from its own folder."""
    return posixpath.join(posixpath.dirname(link.name), link.linkname) if link.issym() else link.linkname


def find_members(raw: RawFile, contents: ArchiveContents, only: str | None = None) -> Iterator[ArchiveMember | Skipped]:
    """Find the files to read in an archive, in the order of their names, as if it were a folder.

    Parameters
    ----------
    only
        A path in the archive: only files that lead to it, or are under it, are found.
    """
    names_of = {_normal(name): name for name in contents.names}
    n_named = Counter(map(_normal, contents.names))

    def is_found(name: str) -> bool:
        path = f"{raw.path}/{name}"
        is_on_the_way = is_asked_for(path, only) or (only or "").startswith(f"{path}/")
        return is_on_the_way and (path == only or not _is_passed_over(name, names_of))

    for name in sorted(filter(is_found, names_of), key=lambda name: name.split("/")):
        if _LEADS_OUT.match(name):
            yield Skipped(raw.path, f"a name in it leads out of it: {shorten(name)}")
            continue
        if n_named[name] > 1:
            reason = f"{n_named[name]} files in the archive have this name; only the last is read"
            yield Skipped(f"{raw.path}/{name}", reason)
        yield ArchiveMember(f"{raw.path}/{name}", raw, names_of[name], contents.unpack)
    yield from _follow_links(raw, contents, names_of, is_found)
    if contents.fault:
        yield Skipped(raw.path, contents.fault)


def _normal(name: str) -> str:
    return posixpath.normpath(name[:_MAX_NAME].replace("\\", "/"))


def _follow_links(
    raw: RawFile, contents: ArchiveContents, names_of: Mapping[str, str], is_found: Callable[[str], bool]
) -> Iterator[ArchiveMember | Skipped]:
    """Find what only links lead to: a file that is passed over itself. What is found in its own place is read there."""
    links = {_normal(name): _normal(target) for name, target in contents.links}
    in_order = sorted(names_of)
    read: set[str] = set()
    for name in filter(is_found, links):
        target = links[name]
        if target in names_of and not is_found(target) and target not in read:
            read.add(target)
            yield ArchiveMember(f"{raw.path}/{name}", raw, names_of[target], contents.unpack)
        elif not (target in names_of or target in links or _is_folder(target, in_order)):
            yield Skipped(f"{raw.path}/{name}", "a link to what is not in the archive")


def _is_folder(path: str, names: Sequence[str]) -> bool:
    """Tell whether any of the sorted names is under the path."""
    i = bisect_left(names, f"{path}/")
    return path == "." or (i < len(names) and names[i].startswith(f"{path}/"))


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

"""ZIP files: archives, and documents that are ZIP files inside."""

from __future__ import annotations

import stat
from collections.abc import Iterator, Sequence
from contextlib import suppress
from io import BytesIO
from typing import TYPE_CHECKING

from summarizer.errors import InputError, LimitError
from summarizer.read.raw_files import RawFile
from summarizer.read.skipping import shorten

if TYPE_CHECKING:
    import zipfile

_ENTRY_MARK = b"PK\x01\x02"
_END_MARK = b"PK\x05\x06"
_END_BYTES = 22  # of the record that ends the file; the last two count the bytes of a comment after it
_MAX_LINK = 4096  # bytes; file systems take no longer paths


class ZipMembers:
    """The files in a ZIP file. They are read in memory, so no name in it can lead to a place on the disk."""

    def __init__(self, raw: RawFile) -> None:
        """Read the list of files.

        Raises
        ------
        InputError
            It is damaged.
        LimitError
            It has too many entries.
        """
        import zipfile  # only packed files need it

        self._raw = raw
        if raw.data.count(_ENTRY_MARK) > raw.limits.files:  # counted first: zipfile makes an object of each
            raise LimitError(raw.path, f"has more than {raw.limits.files:,} files in it", "files")
        try:
            self._zip = zipfile.ZipFile(BytesIO(raw.data))
        except Exception as error:  # zipfile raises many kinds for what can be wrong in the list
            raise InputError(raw.path, "damaged, or no ZIP file") from error
        self._infos = self._zip.infolist()
        self._names = frozenset(self._zip.namelist())

    def __contains__(self, name: str) -> bool:
        return name in self._names

    def names(self) -> Sequence[str]:
        """List the names of the files, without those of folders and links.

        A name stands twice where two different files have it; the last is read.
        """
        files = ((info.filename, info.CRC, info.file_size) for info in self._infos if not _is_link(info))
        return [name for name, *_ in dict.fromkeys(files) if name and not name.endswith("/")]

    def links(self) -> Iterator[tuple[str, str]]:
        """List the links, each with the path that it leads to."""
        for info in filter(_is_link, self._infos):
            target = b""
            with suppress(InputError):  # a link that cannot be read leads nowhere
                target = self.read(info.filename) if info.file_size <= _MAX_LINK else b""
            yield info.filename, target.decode("utf-8", "replace")

    def fault(self) -> str | None:
        """Say what else is in the file and not read: another archive before this one, or anything after it."""
        data = self._raw.data
        end = data.rfind(_END_MARK) + _END_BYTES
        if min((info.header_offset for info in self._infos), default=0) > 0:
            return "what stands before the archive in the file is not read"
        if data[end + int.from_bytes(data[end - 2 : end], "little") :].strip(b"\0"):
            return "what stands after the archive in the file is not read"
        return None

    def read(self, name: str) -> bytes:
        """Unpack a file.

        Raises
        ------
        InputError
            It is missing, damaged or encrypted.
        LimitError
            It is too large, or a bomb.
        """
        raw = self._raw
        try:
            with self._zip.open(name) as stream:
                return raw.allowance.take(stream, raw.path)
        except InputError:
            raise
        except KeyError as error:
            raise InputError(raw.path, f"damaged: {shorten(name)} is missing") from error
        except NotImplementedError as error:
            raise InputError(raw.path, f"{shorten(name)} is packed in a way that is not read") from error
        except RuntimeError as error:  # zipfile raises it where a password is needed
            raise InputError(raw.path, f"{shorten(name)} is encrypted; save it without a password") from error
        except Exception as error:
            raise InputError(raw.path, f"{shorten(name)} is damaged ({type(error).__name__})") from error


def _is_link(info: zipfile.ZipInfo) -> bool:
    return stat.S_ISLNK(info.external_attr >> 16)

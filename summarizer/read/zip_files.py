"""ZIP files: archives, and documents that are ZIP files inside."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

from summarizer.errors import InputError, LimitError
from summarizer.read.raw_files import RawFile
from summarizer.read.skipping import shorten

_ENTRY_MARK = b"PK\x01\x02"


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
        self._names = dict.fromkeys(self._zip.namelist())  # of two entries with one name, the last is read

    def __contains__(self, name: str) -> bool:
        return name in self._names

    def names(self) -> Sequence[str]:
        """List the names of the files, each once, without those of folders."""
        return [name for name in self._names if name and not name.endswith("/")]

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

"""ZIP files: archives, and documents that are ZIP files inside."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

from summarizer.errors import InputError, LimitError
from summarizer.read.raw_files import Raw

SHOWN = 200  # characters of a name in a reason
_ENTRY_MARK = b"PK\x01\x02"


class Zip:
    """A ZIP file in memory; nothing is written anywhere, so names in it cannot lead out of a folder."""

    def __init__(self, raw: Raw) -> None:
        import zipfile  # only a packed document waits for it

        self._raw = raw
        if raw.data.count(_ENTRY_MARK) > raw.limits.files:  # before a million entries are made of them
            raise LimitError(raw.path, f"has more than {raw.limits.files:,} files in it", "files")
        try:
            self._zip = zipfile.ZipFile(BytesIO(raw.data))
        except Exception as error:  # of many kinds, for what can be wrong in the list of the files
            raise InputError(raw.path, "damaged, or no ZIP file") from error

    def __contains__(self, name: str) -> bool:
        return name in self._zip.NameToInfo

    def names(self) -> Sequence[str]:
        """The names of the files in it, folders aside; each once."""
        return [name for name in self._zip.NameToInfo if name and not name.endswith("/")]

    def read(self, name: str) -> bytes:
        """The unpacked bytes of a file in it.

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
            raise InputError(raw.path, f"damaged: {name[:SHOWN]} is missing") from error
        except NotImplementedError as error:
            raise InputError(raw.path, f"{name[:SHOWN]} is packed in a way that is not read") from error
        except RuntimeError as error:  # zipfile says so of a password
            raise InputError(raw.path, f"{name[:SHOWN]} is encrypted") from error
        except Exception as error:
            raise InputError(raw.path, f"{name[:SHOWN]} is damaged ({type(error).__name__})") from error

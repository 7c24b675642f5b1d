"""How much of broken or hostile input is read before it is given up."""

from __future__ import annotations

from dataclasses import dataclass, fields

from summarizer.errors import OptionError
from summarizer.options import check_whole_number

MB = 1024**2
MAX_LIMIT = 10**12  # beyond all measure, and still a number for every system call
ALWAYS_UNPACKED = MB  # bytes that a file may unpack to whatever the ratio


@dataclass(frozen=True, slots=True)
class Limits:
    """What a file may cost. Crossing a limit costs that file, or that part of it; all others are read.

    Parameters
    ----------
    file_bytes
        Of a file, of a page that is fetched, or of a file in an archive.
    unpacked_bytes
        Of all that a file unpacks to, whatever is packed in what.
    unpacked_ratio
        Of unpacked to packed bytes, from a megabyte on. Text packs to a third or a tenth, a bomb to a thousandth.
    markup_bytes
        Of a web page, a feed, a part of a packed document, or JSON: its objects take twenty times the memory.
    nesting
        Archives and packings in one another: a .zip is one, a .tar.gz two.
    files
        In a folder with all its folders, in an archive, or articles in a file.
    pages
        Of a PDF file.
    document_characters, line_characters
        Of the text of a document, and of a line of it.
    seconds
        To read a file, or a file in an archive.

    Raises
    ------
    OptionError
        A limit is no whole number of at least 1, or is more than MAX_LIMIT.
    """

    file_bytes: int = 256 * MB
    unpacked_bytes: int = 512 * MB
    unpacked_ratio: int = 250
    markup_bytes: int = 32 * MB
    nesting: int = 4
    files: int = 1_000_000
    pages: int = 2_000
    document_characters: int = 5_000_000
    line_characters: int = 1_000_000
    seconds: int = 60

    def __post_init__(self) -> None:
        for field in fields(self):
            value = getattr(self, field.name)
            check_whole_number(field.name, value)
            if value > MAX_LIMIT:
                raise OptionError(field.name, value, f"a whole number of at most {MAX_LIMIT:,}")

    def most_unpacked(self, n_packed: int) -> int:
        """How many bytes so many packed ones may unpack to."""
        return min(self.unpacked_bytes, max(ALWAYS_UNPACKED, self.unpacked_ratio * n_packed))


DEFAULT_LIMITS = Limits()

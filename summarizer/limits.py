"""Limits on what a file may cost to read, so that broken or hostile ones cost little."""

from __future__ import annotations

from dataclasses import dataclass, fields

from summarizer.errors import OptionError
from summarizer.options import check_whole_number

MB = 1024**2
MAX_LIMIT = 10**12  # as good as no limit, and still a number that every system call takes
_ALWAYS_UNPACKED = MB  # bytes that a file may unpack to, whatever the ratio


@dataclass(frozen=True, slots=True)
class Limits:
    """The limits on what a file may cost.

    A file that crosses a limit is skipped, or the part of it that does; all others are read.

    Parameters
    ----------
    file_bytes
        Bytes of a file, of a page that is fetched, or of a file in an archive.
    unpacked_bytes
        Bytes of all that a file unpacks to, however deep it is packed.
    unpacked_ratio
        Unpacked bytes per packed byte; up to a megabyte may be unpacked in any case. Text packs to a third or a tenth
        of its size, a bomb to a thousandth.
    markup_bytes
        Bytes of a web page, of a feed, of JSON, or of a part of a packed document. Parsed, they take twenty times the
        memory.
    nesting
        How many archives and packings may be in one another: a .zip is one, a .tar.gz two.
    files
        Files in a folder and the folders under it, files in an archive, or articles in a file.
    pages
        Pages of a PDF file.
    document_characters, line_characters
        Characters of the text of a document, and of a line of it.
    seconds
        Seconds of CPU to read a file, or a file in an archive; seconds to wait for it, or to fetch an address. In a
        batch, seconds of CPU for a topic, and one more for each megabyte of it.

    Raises
    ------
    OptionError
        A limit is not a whole number from 1 to MAX_LIMIT.
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

    def topic_seconds(self, n_bytes: int) -> int:
        """Count the seconds of CPU that a topic may take; an ordinary one takes half a second a megabyte."""
        return self.seconds + n_bytes // MB

    def max_unpacked_bytes(self, n_packed: int) -> int:
        """Count the bytes that a file of `n_packed` bytes may unpack to."""
        return min(self.unpacked_bytes, max(_ALWAYS_UNPACKED, self.unpacked_ratio * n_packed))


DEFAULT_LIMITS = Limits()

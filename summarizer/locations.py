"""How a person names an input or an output: `-`, a web address, the URL of a store; all else is a path."""

from __future__ import annotations

STANDARD_STREAM = "-"  # standard input where something is read, standard output where something is written

_WEB_SCHEMES = ("http://", "https://")


def is_web_address(name: str) -> bool:
    """Tell whether `name` is the address of a page, which is fetched over HTTP."""
    return name.lower().startswith(_WEB_SCHEMES)


def is_url(name: str) -> bool:
    """Tell whether `name` has any scheme (`s3://`, `memory://`, `https://`): a batch opens it through fsspec."""
    return "://" in name


# Endings of packed files and archives. What is not packed must not be written under such a name.
PACKED_SUFFIXES = frozenset(
    (".7z", ".br", ".bz2", ".gz", ".lz", ".lz4", ".lzma", ".lzo", ".rar", ".sz", ".tar", ".tbz2", ".tgz", ".txz", ".xz",
     ".z", ".zip", ".zst", ".zstd")
)  # fmt: skip

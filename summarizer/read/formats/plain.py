"""Plain text files: the text is the decoded file itself, so that offsets hold in the file, but for divided words."""

from __future__ import annotations

import re

from summarizer.datamodel import Document
from summarizer.read.encodings import decode_text
from summarizer.read.raw_files import RawFile

_DIVIDED = re.compile(r"(?<=[^\W\d_]{2})[-\u00ad\u2010](\r?\n)[ \t]*([^\W\d_][^\s-]*)[ \t]?")
_MIN_DIVIDED = 0.06  # of the lines: fewer end in the hyphens of compounds, more where a typesetter divides words


def read_plain(raw: RawFile) -> list[Document]:
    """Read the file as one document, its newlines untouched but within a word."""
    text = join_divided_words(decode_text(raw.data, raw.path, raw.charset))
    return [Document(text=text, url=raw.url, path=raw.path)]


def join_divided_words(text: str) -> str:
    """Put the end of a word that is divided at the end of a line before the newline. Takes linear time.

    A hyphen at the end of a line is part of the word ("well-known") unless so many lines end in one that words are
    divided where the line is full. Before a capital it is always part of it.
    """
    n_divided = sum(end[2][0].islower() for end in _DIVIDED.finditer(text))
    divides = n_divided >= _MIN_DIVIDED * (text.count("\n") + 1)

    def join(end: re.Match[str]) -> str:
        hyphen = "" if end[0][0] == "\u00ad" or (divides and end[2][0].islower()) else end[0][0]
        return f"{hyphen}{end[2]}{end[1]}"

    return _DIVIDED.sub(join, text)

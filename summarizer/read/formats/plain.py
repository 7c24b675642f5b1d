"""Plain text files: the text is the decoded file itself, so that offsets hold in the file."""

from __future__ import annotations

from summarizer.datamodel import Document
from summarizer.read.encodings import decode_text
from summarizer.read.raw_files import RawFile


def read_plain(raw: RawFile) -> list[Document]:
    """Read the file as one document, its newlines untouched."""
    return [Document(text=decode_text(raw.data, raw.path, raw.charset), url=raw.url, path=raw.path)]

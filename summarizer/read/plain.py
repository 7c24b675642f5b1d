"""Plain text files: the text is the decoded file itself, so that offsets hold in the file."""

from __future__ import annotations

from summarizer.datamodel import Document
from summarizer.read.decode import decode_text


def read_plain(data: bytes, path: str) -> list[Document]:
    """One document: the file, newlines untouched."""
    return [Document(text=decode_text(data, path), path=path)]

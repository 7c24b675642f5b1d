"""The topics that the benchmarks run on: documents, and the summaries that people wrote of them."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from summarizer import Document
from summarizer.language.detect import detect_language
from summarizer.sentences.boundaries import split_spans

HERE = Path(__file__).resolve().parent
SHIPPED = (HERE / "data" / "english.jsonl", HERE / "data" / "languages.jsonl")
SHARED = HERE.parents[2] / "shared" / "quality"  # development data beside the repository, where there is any


@dataclass(frozen=True)
class Topic:
    """A topic of a data set; `language` is an ISO 639-1 code, or `und`."""

    id: str
    language: str
    documents: tuple[Document, ...]
    references: tuple[str, ...]


def read_lines(path: Path) -> Iterator[dict[str, Any]]:
    """The objects of a file of JSON lines, packed by gzip or not."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def load_topics(path: Path) -> list[Topic]:
    """The topics of a file: `{"id", "documents": [{"text", ...}], "references": [...], "language"?}` a line."""
    return [make_topic(row) for row in read_lines(path)]


def make_topic(row: Mapping[str, Any]) -> Topic:
    """A topic of a line of a file."""
    return Topic(
        id=str(row["id"]),
        language=row.get("language") or detect_language(document["text"] for document in row["documents"]),
        documents=tuple(_document(document) for document in row["documents"]),
        references=tuple(row.get("references", ())),
    )


@lru_cache(maxsize=4)
def raw_sentences(topic: Topic) -> tuple[tuple[str, ...], ...]:
    """Per document, the sentences of each line of its text, nothing cleaned."""
    return tuple(tuple(_split_lines(document.text, topic.language)) for document in topic.documents)


def _document(row: dict[str, Any]) -> Document:
    known = {key: row[key] for key in ("title", "publisher", "date", "url", "author") if row.get(key)}
    return Document(text=row["text"], **known)


def _split_lines(text: str, language: str) -> Iterable[str]:
    start = 0
    for line in text.splitlines(keepends=True):
        for begin, end in split_spans(text, start, start + len(line), language):
            yield " ".join(text[begin:end].split())
        start += len(line)

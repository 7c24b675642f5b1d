"""Topics in chunks: a few at a time, pickled one by one, are sent to a worker."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TypeAlias, TypeVar

from summarizer.batch.topic_entry import Failure, TopicEntry, known_topic_id

R = TypeVar("R")

PickledTopics: TypeAlias = "list[bytes]"

# A small topic takes some 10 ms: sending so many is nothing beside it, and so few let the cores end together.
_MAX_TOPICS = 8
_MAX_BYTES = 100_000


def make_chunks(entries: Iterable[TopicEntry]) -> Iterator[PickledTopics]:
    """Pickle the topics, and yield a few at a time; a large one goes alone."""
    chunk: PickledTopics = []
    n_bytes = 0
    for entry in entries:
        pickled = _pickle(entry)
        if chunk and (len(chunk) == _MAX_TOPICS or n_bytes + len(pickled) > _MAX_BYTES):
            yield chunk
            chunk, n_bytes = [], 0
        chunk.append(pickled)
        n_bytes += len(pickled)
    if chunk:
        yield chunk


def apply_to_chunk(function: Callable[[TopicEntry], R], chunk: Sequence[bytes]) -> list[R]:
    """Return `function(topic)` for each topic of a chunk."""
    return [function(_unpickle(pickled)) for pickled in chunk]


def unpickle_as_failed(pickled: bytes, error: str, message: str) -> TopicEntry:
    """Return a topic of a chunk marked as failed: no worker could work on it."""
    return replace(_unpickle(pickled), fault=Failure(error, message))


def _unpickle(pickled: bytes) -> TopicEntry:
    entry: TopicEntry = pickle.loads(pickled)  # noqa: S301 (made by this very program)
    return entry


def _pickle(entry: TopicEntry) -> bytes:
    try:
        return pickle.dumps(entry, protocol=pickle.HIGHEST_PROTOCOL)
    except Exception as error:  # noqa: BLE001 (anything may stand in a mapping, and refuse in its own way)
        value = {"topic_id": known_topic_id(entry)}
        fault = Failure(type(error).__name__, f"{entry.where}: it cannot be sent to another process ({error})")
        return pickle.dumps(replace(entry, value=value, fault=fault))

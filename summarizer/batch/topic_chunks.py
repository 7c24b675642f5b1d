"""Topics in chunks: a few at a time, pickled one by one, are sent to a worker."""

from __future__ import annotations

import pickle
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TypeAlias

from summarizer.batch.topic_entry import Failure, TopicEntry, known_topic_id

PickledTopics: TypeAlias = "list[bytes]"

# A small topic takes some 10 ms: sending so many is nothing beside it, and so few let the cores end together.
_MAX_TOPICS = 8
MAX_BYTES = 100_000


def make_chunks(entries: Iterable[TopicEntry]) -> Iterator[PickledTopics]:
    """Pickle the topics, and yield a few at a time; a large one goes alone."""
    chunk: PickledTopics = []
    n_bytes = 0
    for entry in entries:
        pickled = pickle_topic(entry)
        if chunk and (len(chunk) == _MAX_TOPICS or n_bytes + len(pickled) > MAX_BYTES):
            yield chunk
            chunk, n_bytes = [], 0
        chunk.append(pickled)
        n_bytes += len(pickled)
    if chunk:
        yield chunk


def unpickle_as_failed(pickled: bytes, error: str, message: str) -> TopicEntry:
    """Return a topic of a chunk marked as failed: no worker could work on it."""
    return replace(unpickle_topic(pickled), fault=Failure(error, message))


def unpickle_topic(pickled: bytes) -> TopicEntry:
    """Return a topic of a chunk."""
    entry: TopicEntry = pickle.loads(pickled)  # noqa: S301 (made by this very program)
    return entry


def pickle_topic(entry: TopicEntry) -> bytes:
    """Pickle a topic; one that refuses to be pickled becomes a failed one."""
    try:
        return pickle.dumps(entry, protocol=pickle.HIGHEST_PROTOCOL)
    except Exception as error:  # noqa: BLE001 (anything may stand in a mapping, and refuse in its own way)
        value = {"topic_id": known_topic_id(entry)}
        fault = Failure(type(error).__name__, f"{entry.where}: it cannot be sent to another process ({error})")
        return pickle.dumps(replace(entry, value=value, fault=fault))

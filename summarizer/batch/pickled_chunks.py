"""Topics in chunks: what is sent to a worker at once, and results in the order of the topics."""

from __future__ import annotations

import pickle
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Protocol, TypeAlias, TypeVar

from summarizer.batch.topic_entry import Failure, TopicEntry, known_topic_id

T_co = TypeVar("T_co", covariant=True)
R = TypeVar("R")

Chunk: TypeAlias = "list[bytes]"

# A small topic takes some 10 ms: sending so many is nothing beside it, and so few let the cores end together.
_MAX_TOPICS = 8
_MAX_BYTES = 100_000


class Promise(Protocol[T_co]):
    """A result to come: what futures of the standard library and of Dask have in common."""

    def done(self) -> bool:
        """Whether it has come."""

    def result(self) -> T_co:
        """The result, when it has come."""


@dataclass(frozen=True, slots=True)
class Unreadable:
    """What a worker answers for an entry that does not come through to it, such as a class of the caller's script."""

    reason: str


def make_chunks(entries: Iterable[TopicEntry]) -> Iterator[Chunk]:
    """The entries, pickled one by one, a few at a time; a large one goes alone."""
    chunk: Chunk = []
    size = 0
    for entry in entries:
        pickled = _pickle(entry)
        if chunk and (len(chunk) == _MAX_TOPICS or size + len(pickled) > _MAX_BYTES):
            yield chunk
            chunk, size = [], 0
        chunk.append(pickled)
        size += len(pickled)
    if chunk:
        yield chunk


def work_off(work: Callable[[TopicEntry], R], chunk: Sequence[bytes]) -> list[R]:
    """The results of a chunk."""
    return [work(unpickle(pickled)) for pickled in chunk]


def unpickle(pickled: bytes) -> TopicEntry:
    """The entry that `make_chunks` pickled."""
    entry: TopicEntry = pickle.loads(pickled)  # noqa: S301 (made by this very program)
    return entry


def with_fault(pickled: bytes, fault: Failure) -> TopicEntry:
    """The entry as one that is lost."""
    return replace(unpickle(pickled), fault=fault)


def in_order(submit: Callable[[Chunk], Promise[list[R]]], chunks: Iterable[Chunk], n_ahead: int) -> Iterator[R]:
    """The results of all chunks in their order.

    At most `n_ahead` chunks are submitted and not yet taken; none while the taker of the results is busy with one.
    """
    waiting: deque[Promise[list[R]]] = deque()
    for chunk in chunks:
        waiting.append(submit(chunk))
        while waiting and (len(waiting) == n_ahead or waiting[0].done()):
            yield from waiting.popleft().result()
    while waiting:
        yield from waiting.popleft().result()


def _pickle(entry: TopicEntry) -> bytes:
    try:
        return pickle.dumps(entry, protocol=pickle.HIGHEST_PROTOCOL)
    except Exception as error:  # noqa: BLE001 (anything may stand in a mapping, and refuse in its own way)
        lost = {"topic_id": known_topic_id(entry)}
        fault = Failure(type(error).__name__, f"{entry.where}: it cannot be sent to another process ({error})")
        return pickle.dumps(replace(entry, value=lost, fault=fault))

"""Topics on the workers of a Dask cluster."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from summarizer.chunks import Chunk, in_order, make_chunks, work_off
from summarizer.topic_lines import TopicEntry

if TYPE_CHECKING:
    from distributed import Client

R = TypeVar("R")


def map_on_cluster(work: Callable[[TopicEntry], R], entries: Iterable[TopicEntry], client: Client) -> Generator[R]:
    """`work(entry)` for each entry, in their order, by the workers of a cluster."""

    def submit(chunk: Chunk):
        return client.submit(work_off, work, chunk, pure=False)

    yield from in_order(submit, make_chunks(entries), 100)

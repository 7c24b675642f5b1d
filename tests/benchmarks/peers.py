"""The peers' side of the speed benchmark: what runs in a process of its own.

Time runs only while a peer works: not while its modules are imported, the documents read, or our splitter's sentences made
for it. All of that is in our own figures but the imports.
"""

from __future__ import annotations

import time
from itertools import cycle, islice
from pathlib import Path
from typing import Any

from apart import cpu_seconds, limit_self, peak_memory
from systems import GIVEN_OUR_SENTENCES, SYSTEMS
from topics import Topic, load_topics, raw_sentences

from summarizer import Document, read_documents

# pytextrank needs a spaCy model, which its makers publish as a download only.
PEERS = ("sumy LexRank", "sumy TextRank", "sumy LSA", "lexrank", "summa")
WORDS = 200  # about eight sentences; how many are taken makes no difference to the cost
_WARM_UP = Topic(
    "warm-up", "en", (Document(text="A crack shut the bridge. The bridge is shut. Lorries take the ferry."),), ()
)


def measure(name: str, folder: str, time_limit: float, memory_limit: int) -> dict[str, Any]:
    """CPU seconds and peak memory of a peer on the documents of a folder as one topic."""
    topic = Topic("all", "en", read_documents(folder).documents, ())
    _prepare(name, topic)
    SYSTEMS[name](_WARM_UP, WORDS)
    limit_self(time_limit, memory_limit)
    cpu = cpu_seconds()
    SYSTEMS[name](topic, WORDS)
    return {"cpu": cpu_seconds() - cpu, "memory": peak_memory()}


def measure_topics(name: str, path: str, n_topics: int, time_limit: float, memory_limit: int) -> dict[str, Any]:
    """What it costs a peer to summarize so many topics, the file's over and over."""
    topics = load_topics(Path(path))
    SYSTEMS[name](_WARM_UP, WORDS)
    limit_self(time_limit, memory_limit)
    cpu = wall = 0.0
    for topic in islice(cycle(topics), n_topics):
        _prepare(name, topic)
        began, before = time.perf_counter(), cpu_seconds()
        SYSTEMS[name](topic, WORDS)
        cpu += cpu_seconds() - before
        wall += time.perf_counter() - began
    return {"n_topics": n_topics, "cpu": cpu, "wall": wall}


def _prepare(name: str, topic: Topic) -> None:
    """Do what is not the peer's own work: `raw_sentences` remembers the latest topics."""
    if name in GIVEN_OUR_SENTENCES:
        raw_sentences(topic)

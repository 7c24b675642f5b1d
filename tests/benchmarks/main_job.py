"""Our side of the speed benchmark: what runs in a process of its own, measured from the inside.

Importing this module imports what the main job must import, so that what has been used when a function here is entered
is the start of Python and the imports.
"""

from __future__ import annotations

import inspect
import re
import statistics
import time
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from itertools import cycle, islice
from pathlib import Path
from typing import Any

from apart import STARTED, cpu_seconds, peak_memory
from stages import StageClock
from topics import load_topics

import summarizer
from summarizer import Document, read_documents, summarize
from summarizer.pipeline import build_briefing

SENTENCES = 8
HAS_JOBS = "jobs" in inspect.signature(summarize).parameters
_WORD = re.compile(r"\w+")
_FLOOR_SENTENCES = 3_000_000  # that the passes of the floor read together, at least one pass and at most seven
_MOST_PASSES = 7
_CHUNK = 8  # topics


def measure(folder: str, jobs: int) -> dict[str, Any]:
    """The figures of a cold `summarize(folder)`; the floor follows, on the texts read anew."""
    imports = cpu_seconds()
    clock = StageClock()
    clock.watch(summarize)
    clock.watch(build_briefing)
    briefing = summarize(folder, sentences=SENTENCES, **_jobs(jobs))
    cpu, wall, memory = cpu_seconds(), time.perf_counter() - STARTED, peak_memory()
    n_sentences = briefing.signature.counts.sentences
    return {
        "n_sentences": n_sentences,
        "n_documents": len(briefing.sources),
        "cpu": cpu,
        "pipeline": cpu - imports,
        "wall": wall,
        "memory": memory,
        "stages": dict(clock.seconds),
        "floor": _floor(folder, n_sentences),
    }


def measure_topics(path: str, n_topics: int, jobs: int) -> dict[str, Any]:
    """What it costs to summarize so many topics, the file's over and over."""
    topics = [topic.documents for topic in load_topics(Path(path))]
    cpu, began = cpu_seconds(), time.perf_counter()
    n_done = sum(1 for _ in _summarize_topics(islice(cycle(topics), n_topics), jobs))
    wall = time.perf_counter() - began
    return {"n_topics": n_done, "cpu": cpu_seconds() - cpu, "wall": wall}


def _summarize_topics(topics: Iterable[Sequence[Document]], jobs: int) -> Iterator[Any]:
    """The package's own batch where it has one."""
    batch = getattr(summarizer, "summarize_many", None)
    brief = partial(summarize, sentences=SENTENCES)
    if batch:
        yield from batch(topics, jobs=jobs, sentences=SENTENCES)
    elif jobs == 1:
        yield from map(brief, topics)
    else:
        with ProcessPoolExecutor(jobs) as pool:
            yield from pool.map(brief, topics, chunksize=_CHUNK)


def _jobs(jobs: int) -> dict[str, Any]:
    return {"jobs": jobs} if HAS_JOBS else {}


def _floor(folder: str, n_sentences: int) -> float:
    """CPU of one pass of a trivial tokenizer over the texts; the median of several."""
    texts = [document.text for document in read_documents(folder)]
    n_passes = max(1, min(_MOST_PASSES, _FLOOR_SENTENCES // max(1, n_sentences)))
    return statistics.median(_one_pass(texts) for _ in range(n_passes))


def _one_pass(texts: Sequence[str]) -> float:
    began = cpu_seconds()
    for text in texts:
        _WORD.findall(text)
    return cpu_seconds() - began

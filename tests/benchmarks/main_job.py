"""Our side of the speed benchmark: what runs in a process of its own, measured from the inside.

Importing this module imports what the main job must import, so that what has been used when a function here is entered
is the start of Python and the imports.
"""

from __future__ import annotations

import re
import statistics
import time
from collections.abc import Sequence
from itertools import cycle, islice
from pathlib import Path
from typing import Any

from apart import STARTED, cpu_seconds, peak_memory
from stages import StageClock
from topics import load_topics

from summarizer import read_documents, summarize, summarize_many
from summarizer.pipeline import build_briefing, choose, compose, prepare, score

SENTENCES = 8
_WORD = re.compile(r"\w+")
_FLOOR_SENTENCES = 3_000_000  # that the passes of the floor read together, at least one pass and at most seven
_MOST_PASSES = 7
_WHOLE_SENTENCES = 1_000_000


def measure(folder: str, jobs: int) -> dict[str, Any]:
    """The figures of a cold `summarize(folder)`; the floor follows, on the texts read anew."""
    imports = cpu_seconds()
    clock = StageClock()
    for step in (summarize, build_briefing, prepare, score, choose, compose):
        clock.watch(step)
    briefing = summarize(folder, sentences=SENTENCES, evidence=False, jobs=jobs)
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
        **_floors(folder, n_sentences),
    }


def measure_topics(path: str, n_topics: int, jobs: int) -> dict[str, Any]:
    """What it costs to summarize so many topics, the file's over and over."""
    topics = [topic.documents for topic in load_topics(Path(path))]
    cpu, began = cpu_seconds(), time.perf_counter()
    results = summarize_many(islice(cycle(topics), n_topics), jobs=jobs, sentences=SENTENCES)
    failures = [result.failure for result in results if result.failure]
    wall = time.perf_counter() - began
    if failures:
        raise RuntimeError(f"{len(failures)} topics failed, the first with {failures[0]}")
    return {"n_topics": n_topics, "cpu": cpu_seconds() - cpu, "wall": wall}


def _floors(folder: str, n_sentences: int) -> dict[str, float | None]:
    """CPU of one pass of a trivial tokenizer over the texts, one by one and all as one text; the medians of several.

    All as one takes gigabytes for its words, and is left out where there are more than _WHOLE_SENTENCES.
    """
    texts = [document.text for document in read_documents(folder)]
    n_passes = max(1, min(_MOST_PASSES, _FLOOR_SENTENCES // max(1, n_sentences)))
    floor = statistics.median(_one_pass(texts) for _ in range(n_passes))
    if n_sentences > _WHOLE_SENTENCES:
        return {"floor": floor, "floor_at_once": None}
    whole = ["\n".join(texts)]
    return {"floor": floor, "floor_at_once": statistics.median(_one_pass(whole) for _ in range(n_passes))}


def _one_pass(texts: Sequence[str]) -> float:
    began = cpu_seconds()
    for text in texts:
        _WORD.findall(text)
    return cpu_seconds() - began

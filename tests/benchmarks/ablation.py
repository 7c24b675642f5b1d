"""What each part of the summarizer is worth: the same topics with one part left out or changed, and the difference.

usage: python tests/benchmarks/ablation.py [DATA.jsonl ...]

Prints a Markdown table for each collection: ROUGE-2 F, mean over three lengths, of the summarizer as it is and the paired
difference without each part, with its 95% interval. Not every part is there for ROUGE: some keep a briefing readable.
"""

from __future__ import annotations

import os
import sys
from concurrent.futures import ProcessPoolExecutor
from contextlib import nullcontext
from functools import partial
from pathlib import Path
from typing import Any
from unittest import mock

import numpy as np
from many_collections import WORDS, words_of
from scores import R2_F, mean_interval, rouge
from systems import ours
from topics import SHARED, SHIPPED, Topic, load_topics

from summarizer.datamodel import Block
from summarizer.sentences.wording import WELL_FORMED, Quotation
from summarizer.terms.tokens import fold

SHARES = (0.87, 1.0, 1.13)  # of the words of the collection: one length is one draw


def _no_cleaning(text: str, **_: Any) -> list[Block]:
    starts = [0, *(i + 1 for i, character in enumerate(text) if character == "\n")]
    spans = zip(starts, [*starts[1:], len(text)], strict=True)
    return [Block(start, end) for start, end in spans if text[start:end].strip()]


def _ones_like(array: Any, *_: Any) -> Any:
    return np.ones(array.shape[0])


PIPELINE = "summarizer.pipeline"
CLEANING = "summarizer.clean.marked_documents"
SPLITTING = "summarizer.sentences.splitting"
CLOSE_READING = "summarizer.sentences.close_reading"
WEIGHTS = "summarizer.rank.weights"
# What is put in whose place. A part without a function is switched off by its constant.
WITHOUT: dict[str, tuple[str, Any]] = {
    "cleaning: every line is prose": (f"{CLEANING}.mark_blocks", _no_cleaning),
    "wire copies": (f"{PIPELINE}.find_wire_copies", lambda _, n_sentences: np.arange(len(n_sentences))),
    "stemmer": (f"{PIPELINE}.term_maker", lambda _: fold),
    "position": (f"{PIPELINE}.position_factor", _ones_like),
    "length of documents: each sentence's likeness counts alike": (f"{PIPELINE}.sentence_weights", _ones_like),
    "relatedness of documents": (f"{PIPELINE}.document_relatedness", _ones_like),
    "titles": (f"{PIPELINE}.title_factor", _ones_like),
    "raising one opening": (f"{PIPELINE}.raise_lead", lambda salience, *_: salience),
    "figures": (f"{PIPELINE}.figures_factor", _ones_like),
    "recency": (f"{PIPELINE}.recency_factor", _ones_like),
    "ends of a series": (f"{WEIGHTS}.ENDS_OF_SERIES", 0.0),
    "discount on what was expected": (f"{PIPELINE}.expectation_factor", _ones_like),
    "quotations by whether the speaker is named": (f"{CLOSE_READING}.judge_quotation", lambda _: Quotation.NONE),
    "discount on first and second person": (f"{CLOSE_READING}.speaks_for_itself", lambda *_: False),
    "discount on what points back": (f"{WEIGHTS}.DANGLING", 1.0),
    "introduction of names": (f"{WEIGHTS}.UNINTRODUCED", 1.0),
    "rule that nothing is reported twice": (f"{WEIGHTS}.MAYBE_SAME_REPORT", 2.0),
    "rule against like wording": (f"{WEIGHTS}.SAME_WORDING", 2.0),
    "fuller wordings": (f"{PIPELINE}.prefer_fuller", lambda selection, *_: selection),
    "rule that a sentence is whole": (f"{SPLITTING}.judge_form", lambda *_: WELL_FORMED),
}
INSTEAD: dict[str, dict[str, Any]] = {
    "lambda 0.3": {"mmr_lambda": 0.3},
    "lambda 0.5": {"mmr_lambda": 0.5},
    "lambda 0.7": {"mmr_lambda": 0.7},
    "LexRank for degree centrality": {"centrality": "lexrank"},
}


def main(paths: list[str]) -> None:
    """Print the table."""
    data = [Path(path) for path in paths] or [
        *SHIPPED,
        *(file for name in WORDS for file in SHARED.glob(f"{name}*dev*")),
    ]
    for path in data:
        topics = [topic for topic in load_topics(path) if topic.references]
        words = words_of(path)
        whole = _score(topics, words)
        print(f"\n## {path.name}: {len(topics)} topics, R2-F {whole.mean():.2f}\n")
        print("| without | R2-F | | instead | R2-F |\n|---|---|---|---|---|")
        without = [(name, _difference(topics, words, whole, name)) for name in WITHOUT]
        instead = [(name, _difference(topics, words, whole, name)) for name in INSTEAD]
        instead += [("", "")] * (len(without) - len(instead))
        for (name, found), (other, other_found) in zip(without, instead, strict=True):
            print(f"| {name} | {found} | | {other} | {other_found} |")


def _difference(topics: list[Topic], words: int, whole: Any, change: str) -> str:
    mean, low, high = mean_interval(_score(topics, words, change) - whole)
    return f"{mean:+.2f} [{low:+.2f}, {high:+.2f}]"


def _score(topics: list[Topic], words: int, change: str = "") -> Any:
    """(n_topics,) ROUGE-2 F, mean over the lengths around `words`."""
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        return np.array(list(pool.map(partial(_score_topic, words=words, change=change), topics, chunksize=8)))


def _score_topic(topic: Topic, words: int, change: str) -> float:
    budgets = [round(share * words) for share in SHARES]
    options = INSTEAD.get(change, {})
    with mock.patch(*WITHOUT[change]) if change in WITHOUT else nullcontext():
        texts = [(ours(topic, n, **options), n) for n in budgets]
    return float(np.mean([rouge(text, topic.references, topic.language, n)[R2_F] for text, n in texts]))


if __name__ == "__main__":
    main(sys.argv[1:])
